import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 由 致 抄送, and the one action clause of rungs, 逾期, 违反, 未达.

extension Checker {
  /// A party: a path from the subject, or the name of a post or organ.
  func party(_ expression: Expression, _ context: Context) -> Party? {
    let origin = context.origin(expression.span)
    let text = reporter.text(origin)
    guard case .name(let name) = expression.kind else {
      guard let core = value(expression, context) else { return nil }
      return path(core, text)
    }
    if let meaning = reporter.attempt({ meaning(of: name, context, .anything) }) {
      // A scope or parameter of that name says who is meant, too.
      guard case .value(let core) = meaning, case .field = core.node else {
        if case .value(let core) = meaning, case .record = core.type { return path(core, text) }
        return Party(text: name.text)
      }
      return path(core, text)
    }
    // A slip in the name of a field must not become the name of an organ.
    if let register = context.frames.last?.register, !name.isQuoted {
      // Sounds are compared only where the characters are close: this also runs for every organ that is right.
      let alike = schema[register].fields.filter(isPerson).map(\.name).filter {
        abs($0.count - name.text.count) <= 1
          && 2 * Set($0).intersection(name.text).count >= name.text.count
      }
      if !alike.isEmpty, !Suggestions.closest(to: name.text, among: alike).isEmpty {
        reportUnknownField(name, of: register, context)
        return nil
      }
    }
    return Party(text: name.text)
  }

  private func isPerson(_ field: FieldSchema) -> Bool {
    if case .reference = field.type { true } else { false }
  }

  private func path(_ core: Core, _ text: String) -> Party? {
    switch core.type {
    case .record, .list(.record), .text: return Party(text: text, path: core)
    default:
      reporter.report(
        "E0401", at: core.origin,
        [
          "expected": Wording(zh: "人员、机构或企业", en: "a person, an organ or an enterprise"),
          "found": typeName(core.type),
        ])
      return nil
    }
  }

  func parties(_ expressions: [Expression], _ context: Context) -> [Party] {
    expressions.compactMap { party($0, context) }
  }

  // MARK: - Actions

  func actions(_ actions: [Action], _ place: RulePlace) -> [ActionSpec] {
    actions.compactMap { action($0, place) }
  }

  func action(_ action: Action, _ place: RulePlace) -> ActionSpec? {
    let context = place.context
    let choices = action.choices.compactMap { self.action($0, place) }
    var spec = ActionSpec(
      measure: "", choices: choices,
      by: parties(action.by.filter { !$0.isApproval }.map(\.name), context),
      approvers: parties(action.by.filter(\.isApproval).map(\.name), context),
      to: parties(action.to, context), copies: parties(action.copies, context),
      needs: action.needs.compactMap { need($0, context) }, origin: place.origin(action.span))
    if let until = action.until { reportLater(.until, place.origin(until.span)) }
    if let term = action.term { spec.term = actionTerm(term, place) }
    guard let verb = action.verb else {
      if action.isObligation {
        reporter.report(
          "E0516", at: place.origin(action.span),
          ["kind": Wording(zh: "「当」以外的「须 …」措施", en: "an obligation as a measure outside “when”")])
      }
      // Without verb and choices the parser has reported what is missing.
      guard !choices.isEmpty else { return nil }
      spec.measure = choices.map(\.measure).joined(separator: "或")
      return spec
    }
    name(&spec, verb, action, place)
    return spec
  }

  /// The measure in words. 提请 proposes its object; 督办 starts a ladder.
  private func name(
    _ spec: inout ActionSpec, _ verb: Name, _ action: Action, _ place: RulePlace
  ) {
    var objects = action.objects.map { reporter.text(place.origin($0.span)) }
      .joined(separator: "、")
    if let note = action.note { objects += objects.isEmpty ? note : "（\(note)）" }
    spec.measure = objects.isEmpty ? verb.text : "\(verb.text) \(objects)"
    switch verb.text {
    case "提请", "propose":
      spec.isProposal = true
      if !objects.isEmpty { spec.measure = objects }
    case "督办", "escalation":
      guard case .name(let ladder)? = action.objects.first?.kind else { return }
      spec.ladder = ladder.text
      guard symbols.rules[ladder.text] != .escalation else { return }
      var known: [String] {
        symbols.rules.names { $0 == .escalation }
      }
      reporter.report(
        "E0305", at: place.origin(ladder.span),
        ["name": Wording(ladder.text), "candidates": reporter.choices(known, near: ladder.text)],
        suggest: reporter.closest(to: ladder.text, among: known))
    default: break
    }
  }

  /// 须: a condition over the subject, records that must be there, or a text for a person.
  private func need(_ expression: Expression, _ context: Context) -> ActionSpec.Need? {
    let text = reporter.text(context.origin(expression.span))
    if case .name(let name) = expression.kind {
      // A document's name is no name of the script.
      guard fieldFrame(name.text, context) == nil, symbols.names[name.text] == nil else {
        return condition(named: expression, text, context)
      }
      return ActionSpec.Need(text: name.text)
    }
    return condition(named: expression, text, context)
  }

  private func condition(
    named expression: Expression, _ text: String, _ context: Context
  ) -> ActionSpec.Need? {
    switch meaning(expression, context, .condition) {
    case nil: return nil
    case .rows(let rows)?:
      let exists = aggregate(
        .exists, rows, .bool, context.origin(expression.span), context)
      return ActionSpec.Need(text: text, condition: exists)
    case .value(let core)?:
      // A field that is no condition of its own must be filled in.
      let condition =
        core.type == .bool
        ? core : Core(.not(Core(.isEmpty(core), .bool, core.origin)), .bool, core.origin)
      return ActionSpec.Need(text: text, condition: condition)
    }
  }

  func actionTerm(_ expression: Expression, _ place: RulePlace) -> Term? {
    let origin = place.origin(expression.span)
    switch expression.kind {
    case .literal(.within(let duration)), .literal(.duration(let duration)):
      return settled(duration, .term, origin)
    case .name(let name):
      if let term = namedTerm(name, place) { return term }
    case .missing: return nil
    default: break
    }
    reporter.report(
      "E0516", at: origin,
      ["kind": Wording(zh: "从某日算起的措施期限", en: "a measure's term that counts from a day")])
    return nil
  }
}
