extension Clause {
  var dump: String { Dump.list(head.rawValue, value.dump) }
}

extension ClauseValue {
  fileprivate var dump: [String] {
    switch self {
    case .citations(let citations): citations.map(\.dump)
    case .text(let text, _): ["\"" + text + "\""]
    case .expression(let expression), .term(let expression): [expression.dump]
    case .expressions(let expressions): expressions.map(\.dump)
    case .names(let names): names.map(\.dump)
    case .cadence(let choice, let uncounted):
      [choice.dump(\.dump)]
        + (uncounted.isEmpty ? [] : [Dump.list("uncounted", uncounted.map(\.dump))])
    case .name(let choice): [choice.dump(\.dump)]
    case .literal(let literal, _): [literal.dump]
    case .exception(let exception): exception.dump
    case .actions(let actions): actions.map(\.dump)
    case .rung(let rung): rung.dump
    case .datedLine(let line): [line.date.dump, line.bound.dump]
    case .bound(let bound): [bound.dump]
    case .reading(let name, let value): [name.dump, value.dump]
    case .outcome(let name): [name.dump]
    case .strata(let field, let least):
      [field.dump] + (least.map { [Dump.list("perStratum", [$0.dump])] } ?? [])
    case .yearDays(let days, _): days.map { "\($0.month)-\($0.day)" }
    case .staff(let staff): staff.dump
    case .spans(let choice): [choice.dump(\.dump)]
    case .columns(let columns):
      columns.map { Dump.list("column", [$0.name?.dump ?? "", $0.value.dump]) }
    case .effects(let effects):
      effects.map { Dump.list($0.measure.rawValue, [$0.clause.dump]) }
    case .event(let trigger): trigger.dump
    case .none: []
    }
  }
}

extension StaffClause {
  fileprivate var dump: [String] {
    [count.dump] + (source.map { [Dump.list("from", [$0.dump])] } ?? [])
      + (avoid.isEmpty ? [] : [Dump.list("avoid", avoid.map(\.dump))])
      + (isBalanced ? ["balanced"] : [])
  }
}

extension Citation {
  fileprivate var dump: String { "\"" + text + "\"" + (article.map { " \"" + $0 + "\"" } ?? "") }
}

extension Choice {
  fileprivate func dump(_ value: (Value) -> String) -> String {
    switch self {
    case .direct(let direct): value(direct)
    case .by(let keys, let arms, _):
      Dump.list(
        "by", [Dump.list("keys", keys.map(\.dump))] + arms.map { $0.dump(value) })
    }
  }
}

extension ChoiceArm {
  fileprivate func dump(_ value: (Value) -> String) -> String {
    let labels = labels.map(\.dump).joined(separator: ", ")
    return "(" + labels + ": " + (self.value.map(value) ?? "exempt") + ")"
  }
}

extension LabelPart {
  fileprivate var dump: String {
    switch self {
    case .any: "any"
    case .rest: "rest"
    case .alternatives(let atoms): atoms.map(\.dump).joined(separator: " or ")
    }
  }
}

extension LabelAtom {
  fileprivate var dump: String {
    switch self {
    case .value(let value): value.dump
    case .range(let low, let high): low.dump + ".." + high.dump
    case .bound(let bound): bound.dump
    }
  }
}

extension BoundExpression {
  var dump: String { Dump.list(operation.dump, [value.dump]) }
}

extension CadenceExpression {
  var dump: String {
    modifiers.isEmpty ? head.dump : Dump.list("cadence", [head.dump] + modifiers.map(\.dump))
  }
}

extension CadenceExpression.Head {
  fileprivate var dump: String {
    switch self {
    case .literal(let cadence): cadence.dump
    case .anchored(let anchor, let every): Dump.list("anchored", [anchor.dump, every.dump])
    case .sinceLast(let earliest, let latest):
      Dump.list("sinceLast", (earliest.map { [$0.dump] } ?? []) + [latest.dump])
    case .coverage(let term, let set): Dump.list("coverage", [term.dump, set.dump])
    case .once(let term): Dump.list("once", [term.dump])
    case .name(let name): name.dump
    case .everyN(let every): Dump.list("every", [every.dump])
    }
  }
}

extension CadenceModifier {
  fileprivate var dump: String {
    switch self {
    case .firstTime(let term): Dump.list("firstTime", [term.dump])
    case .spacing(let bound): Dump.list("spacing", [bound.dump])
    case .tolerance(let duration): Dump.list("tolerance", [duration.dump])
    case .least(let count): Dump.list("least", [count.dump])
    case .most(let count): Dump.list("most", [count.dump])
    case .deadline(let deadline): deadline.dump
    }
  }
}

extension ExceptionClause {
  fileprivate var dump: [String] {
    var parts = [scope.dump]
    if isSpan { parts.append("inside") }
    switch override {
    case .cadence(let cadence): parts.append(cadence.dump)
    case .exempt: parts.append("exempt")
    case .clauses(let clauses): parts += clauses.map(\.dump)
    }
    if let policy { parts.append(policy.rawValue) }
    return parts
  }
}

extension Action {
  fileprivate var dump: String {
    var parts = objects.map(\.dump) + choices.map(\.dump)
    parts += by.map { Dump.list($0.isApproval ? "approval" : "by", [$0.name.dump]) }
    for (role, names) in [("to", to), ("cc", copies), ("need", needs)] where !names.isEmpty {
      parts.append(Dump.list(role, names.map(\.dump)))
    }
    if let until { parts.append(Dump.list("until", [until.dump])) }
    if let term { parts.append(Dump.list("term", [term.dump])) }
    if let note { parts.append("\"" + note + "\"") }
    return Dump.list(verb?.dump ?? (isObligation ? "owe" : "choose"), parts)
  }
}

extension Rung {
  fileprivate var dump: [String] {
    switch delay {
    case .literal(let literal): [literal.dump, action.dump]
    case .expression(let expression): [expression.dump, action.dump]
    }
  }
}
