import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 职责 and 检查.

extension Checker {
  func duty(_ name: Name, _ clauses: Clauses) -> DutyRule? {
    guard let (subject, place) = subject(name, clauses) else { return nil }
    let evidence = clauses.expression(.evidence).map { self.evidence($0, place) }
    if clauses[.evidence] == nil {
      reportLack(
        "W0517", of: clauses.item, at: clauses.item.nameOrigin, ["rule": Wording(name.text)])
    }
    return duty(subject, evidence, clauses, place)
  }

  /// What duties and inspections share. `evidence` is `.some(nil)` after a message.
  func duty(
    _ subject: Subject, _ evidence: Evidence??, _ clauses: Clauses, _ place: RulePlace
  ) -> DutyRule? {
    let bearers = bearers(clauses, place)
    let cadence = cadence(clauses, place)
    let exceptions = exceptions(clauses, subject, place)
    let overdue = actions(clauses.actions(.overdue), place)
    let firstPeriod =
      clauses[.firstPeriod].map {
        word($0, clauses.item, Self.firstPeriods, list: "首期")
      } ?? .proportional
    guard let cadence, let firstPeriod else { return nil }
    if case .some(nil) = evidence { return nil }
    return DutyRule(
      subject: subject, bearers: bearers, cadence: cadence, exceptions: exceptions,
      evidence: evidence ?? nil, grace: grace(clauses), firstPeriod: firstPeriod,
      overdue: overdue)
  }

  private static let firstPeriods: [String: FirstPeriod] = [
    "折算": .proportional, "proportional": .proportional, "计全": .whole, "whole": .whole,
    "下期起": .next, "next": .next,
  ]

  private func grace(_ clauses: Clauses) -> Term? {
    guard case .literal(.duration(let duration), let span)? = clauses[.grace]?.value else {
      return nil
    }
    return settled(duration, .term, clauses.item.origin(span))
  }

  // MARK: - 频次

  private func cadence(_ clauses: Clauses, _ place: RulePlace) -> Choice<Cadence>? {
    guard let clause = clauses[.cadence] ?? clauses[.term] else {
      reportLack(
        "E0501", of: clauses.item, at: clauses.item.nameOrigin,
        ["rule": Wording(place.name), "clause": Self.word(.cadence)])
      return nil
    }
    if let other = clauses[.term], clauses[.cadence] != nil {
      reporter.report(
        "E0502", at: clauses.item.origin(other.headSpan), ["clause": Self.word(.cadence)],
        secondary: [(clauses.item.origin(clause.headSpan), .declaredHere)])
      return nil
    }
    let written: Choice<Cadence>?
    switch clause.value {
    case .cadence(let choice, _):
      written = self.choice(choice, place, at: clauses.item.origin(clause.span)) {
        cadence($0, place)
      }
    case .term(let expression):
      written = deadline(expression, place).map {
        only(.once($0), clauses.item.origin(clause.span))
      }
    default: return nil
    }
    guard let written, let first = clauses.expression(.firstTime) else { return written }
    return withFirst(first, written, place)
  }

  /// 首次 as a clause of its own qualifies every rolling cadence of the rule.
  private func withFirst(
    _ expression: Expression, _ choice: Choice<Cadence>, _ place: RulePlace
  ) -> Choice<Cadence>? {
    guard let first = first(expression, place) else { return nil }
    var result = choice
    var isUsed = false
    for index in result.arms.indices {
      guard case .rolling(let term, nil)? = result.arms[index].value else { continue }
      result.arms[index].value = .rolling(term, first: first)
      isUsed = true
    }
    if !isUsed { reportLater(.firstTime, place.origin(expression.span)) }
    return isUsed ? result : nil
  }

  func only<Value>(_ value: Value?, _ origin: Origin) -> Choice<Value> {
    Choice(keys: [], arms: [.init(tests: [], value: value, origin: origin)])
  }

  // MARK: - 凭证

  /// Records of a register with a date field that refer to the subject.
  func evidence(_ expression: Expression, _ place: RulePlace) -> Evidence? {
    let origin = place.origin(expression.span)
    guard let rows = linked(expression, place), let register = rows.register,
      case .records(let source) = rows.source
    else { return nil }
    guard schema[register].dateField != nil else {
      reporter.report("E0510", at: origin, ["register": Wording(schema[register].name)])
      return nil
    }
    let row = row(rows)
    var conditions = rows.filters
    if let window = rows.window, let date = dateField(of: row) {
      conditions.insert(predicate(window, on: date), at: 0)
    }
    return Evidence(
      rows: source, filter: conditions.isEmpty ? nil : .all(conditions, origin),
      text: reporter.text(origin))
  }

  /// The rows of the evidence; a register without reference to the subject gets its own message.
  private func linked(_ expression: Expression, _ place: RulePlace) -> Rows? {
    if let name = base(of: expression), let subject = place.register,
      case .register(let register)? = symbols.names[name.text],
      references(from: register, to: subject).isEmpty
    {
      reporter.report(
        "E0509", at: place.origin(name.span),
        [
          "register": Wording(schema[register].name),
          "subject": Wording(schema[subject].name),
        ])
      return nil
    }
    return rows(expression, place.context)
  }

  /// The bare register that a query starts from.
  func base(of expression: Expression) -> Name? {
    switch expression.kind {
    case .name(let name): name
    case .filter(let base, _), .during(let base, _): self.base(of: base)
    default: nil
    }
  }

  // MARK: - 例外

  func exceptions(
    _ clauses: Clauses, _ subject: Subject, _ place: RulePlace
  ) -> [DutyException] {
    clauses.every(.except).compactMap { clause -> DutyException? in
      guard case .exception(let written) = clause.value else { return nil }
      return exception(written, clause, subject, place)
    }
  }

  private func exception(
    _ written: ExceptionClause, _ clause: Clause, _ subject: Subject, _ place: RulePlace
  ) -> DutyException? {
    let origin = place.origin(clause.span)
    if written.isSpan {
      reportLater(.span, place.origin(written.scope.span))
      return nil
    }
    guard let condition = exceptionScope(written.scope, subject, place) else { return nil }
    var result = DutyException(
      condition: condition, text: reporter.text(place.origin(written.scope.span)), cadence: nil,
      policy: Self.policy(written.policy), origin: origin)
    switch written.override {
    case .exempt: result.cadence = only(nil, origin)
    case .cadence(let cadence):
      guard let cadence = self.cadence(cadence, place) else { return nil }
      result.cadence = only(cadence, origin)
    case .clauses(let list):
      guard overrides(&result, list, place) else { return nil }
    }
    return result
  }

  private func overrides(
    _ result: inout DutyException, _ list: [Clause], _ place: RulePlace
  ) -> Bool {
    for clause in list {
      switch (clause.head, clause.value) {
      case (.from, .expressions(let expressions)):
        result.bearers = parties(expressions, place.context)
      case (.cadence, .cadence(let choice, _)):
        let lowered = self.choice(choice, place, at: place.origin(clause.span)) {
          cadence($0, place)
        }
        guard let cadence = lowered else { return false }
        result.cadence = cadence
      case (.term, .term(let expression)):
        guard let day = deadline(expression, place) else { return false }
        result.cadence = only(.once(day), place.origin(clause.span))
      case (.basis, _), (.note, _): break
      default:
        reporter.report(
          "E0503", at: place.origin(clause.headSpan),
          [
            "kind": Self.word(.except), "clause": Self.word(clause.head),
            "candidates": Wording(zh: "由、频次、期限", en: "by, cadence, term"),
          ])
        return false
      }
    }
    return true
  }

  /// Whom an exception speaks of: a scope or question over the subject's register, or a condition.
  private func exceptionScope(
    _ expression: Expression, _ subject: Subject, _ place: RulePlace
  ) -> Core? {
    let plain = Context(source: place.item.source)
    if let core = reporter.attempt({ self.condition(expression, place.context) }) { return core }
    guard let rows = rows(expression, plain) else { return nil }
    guard rows.register == subject.register else {
      reporter.report(
        "E0426", at: place.origin(expression.span),
        [
          "left": collectionName(subject.register), "right": collectionName(rows),
        ])
      return nil
    }
    return membership(rows, row(rows))
  }

  private static func policy(_ keyword: Keyword?) -> DutyException.Policy {
    switch keyword {
    case .strict?: .strict
    case .superior?: .superior
    case .newer?: .newer
    case .special?: .special
    default: .none
    }
  }
}
