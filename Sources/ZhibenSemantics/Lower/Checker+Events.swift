import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 当: the event, and each action as a rule of its own.

extension Checker {
  /// The rules of one declaration, one for each action; nil after a message.
  func events(_ name: Name, _ clauses: Clauses, _ common: (EventRule, Action) -> Rule) -> [Rule]? {
    guard case .event(let written)? = clauses[.when]?.value,
      let (trigger, place) = trigger(written, name, clauses.item)
    else { return nil }
    let actions = clauses.actions(.when)
    if actions.isEmpty {
      reportLack(
        "E0575", of: clauses.item, at: clauses.item.nameOrigin, ["rule": Wording(name.text)])
      return nil
    }
    let fromOccurrence = clauses[.since] != nil
    let rules = actions.enumerated().map { number, action -> Rule? in
      consequence(action, trigger, place).map {
        common(
          EventRule(
            trigger: trigger, clause: number + 1, consequence: $0,
            runsFromOccurrence: fromOccurrence), action)
      }
    }
    let sound = rules.compactMap { $0 }
    return sound.count == rules.count ? sound : nil
  }

  // MARK: - What is waited for

  private func trigger(
    _ written: EventTrigger, _ name: Name, _ item: Loaded
  ) -> (EventRule.Trigger, RulePlace)? {
    guard let (register, membership, field) = watched(written, item) else { return nil }
    let place = RulePlace(item: item, name: name.text, register: register)
    guard let kind = kind(written, register, membership, field, place) else { return nil }
    var condition: Core?
    if let filter = written.condition {
      guard let core = self.condition(filter, place.context) else { return nil }
      condition = core
    }
    // A scope whose records come in, change or are counted is one more condition on them.
    switch kind {
    case .entered, .left: break
    default:
      if !membership.isTrue {
        condition = .all([membership] + [condition].compactMap { $0 }, membership.origin)
      }
    }
    let text = reporter.text(place.origin(written.span))
    return (
      EventRule.Trigger(register: register, kind: kind, condition: condition, text: text), place
    )
  }

  /// The register behind the words, who of it is meant, and the field if one is named.
  private func watched(
    _ written: EventTrigger, _ item: Loaded
  ) -> (RegisterID, Core, Core?)? {
    if case .member(let base, let field) = written.subject.kind {
      guard let subject = subject(base, source: item.source) else { return nil }
      let context = Context(source: item.source, frames: [subject.register])
      guard let core = value(Expression(.name(field), field.span), context) else { return nil }
      return (subject.register, subject.condition, core)
    }
    return subject(written.subject, source: item.source).map { ($0.register, $0.condition, nil) }
  }

  private func kind(
    _ written: EventTrigger, _ register: RegisterID, _ membership: Core, _ field: Core?,
    _ place: RulePlace
  ) -> EventRule.Kind? {
    let origin = place.origin(written.subject.span)
    func needsField() -> Core? {
      if field == nil {
        reporter.report("E0570", at: origin, ["text": Wording(reporter.text(origin))])
      }
      return field
    }
    switch written.kind {
    case .added:
      guard isWhole(field, origin), hasDate(register, origin) else { return nil }
      return .added
    case .entered, .left:
      guard isWhole(field, origin) else { return nil }
      if membership.isTrue {
        reporter.report("E0571", at: origin, ["text": Wording(reporter.text(origin))])
        return nil
      }
      if case .entered = written.kind { return .entered(membership) }
      return .left(membership)
    case .changed: return needsField().map { .changed($0) }
    case .becomes(let value):
      guard needsField() != nil else { return nil }
      let comparison = Expression(
        .comparison(written.subject.field, [ComparisonTail(.equal, value.span, value)]),
        written.subject.span.union(value.span))
      return condition(comparison, place.context).map { .becomes($0) }
    case .expired(let before):
      guard let field = needsField() else { return nil }
      guard field.type == .date else {
        reporter.report(
          "E0401", at: origin, ["expected": typeName(.date), "found": typeName(field.type)])
        return nil
      }
      return .expired(field, before: before.map { settled($0, .term, place.origin(written.span)) })
    case .tally(let tally):
      guard isWhole(field, origin), hasDate(register, origin) else { return nil }
      return self.tally(tally, register, place).map { .tally($0) }
    }
  }

  private func isWhole(_ field: Core?, _ origin: Origin) -> Bool {
    if field == nil { return true }
    reporter.report("E0572", at: origin, ["text": Wording(reporter.text(origin))])
    return false
  }

  private func hasDate(_ register: RegisterID, _ origin: Origin) -> Bool {
    if schema[register].dateField != nil { return true }
    reporter.report("E0574", at: origin, ["register": Wording(schema[register].name)])
    return false
  }

  // MARK: - 累计 连续

  private func tally(
    _ written: EventTrigger.Tally, _ register: RegisterID, _ place: RulePlace
  ) -> EventRule.Tally? {
    let origin = place.origin(written.literalSpan)
    guard case .tally(let isConsecutive, let count) = written.literal, count > 1 else {
      reporter.report("E0576", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
    var window: Term?
    if let span = written.window {
      switch span.kind {
      case .literal(.duration(let duration)), .literal(.within(let duration)),
        .literal(.lookBack(let duration)):
        window = settled(duration, .term, place.origin(span.span))
      default:
        let origin = place.origin(span.span)
        reporter.report(
          "E0401", at: origin,
          [
            "expected": Wording(zh: "时长，如「180日」「近12个月」", en: "a duration such as “180 days”"),
            "found": Wording(reporter.text(origin)),
          ])
        return nil
      }
    }
    guard let group = group(written, register, place) else { return nil }
    return EventRule.Tally(
      isConsecutive: isConsecutive, count: count, window: window, group: group)
  }

  /// For whom is counted: the reference named, else the only one, else that to 企业.
  private func group(
    _ written: EventTrigger.Tally, _ register: RegisterID, _ place: RulePlace
  ) -> Core?? {
    if let group = written.group {
      guard let core = value(group, place.context) else { return nil }
      if case .record = core.type { return core }
      reporter.report(
        "E0401", at: core.origin,
        [
          "expected": Wording(zh: "引用", en: "a reference"), "found": typeName(core.type),
        ])
      return nil
    }
    let origin = place.origin(written.literalSpan)
    let references = schema[register].fields.indices.filter {
      guard !schema[register].fields[$0].isMany else { return false }
      if case .reference = schema[register].fields[$0].type { return true }
      return false
    }
    let chosen =
      references.count == 1
      ? references.first
      : references.first {
        schema[register].fields[$0].name == "企业"
      }
    guard let chosen else {
      let names = references.map { schema[register].fields[$0].name }
      reporter.report(
        "E0573", at: origin,
        ["text": Wording(reporter.text(origin)), "candidates": .list(names)])
      return nil
    }
    let ref = FieldRef(register, chosen)
    let record = Core(.record(frame: 0), .record(register), origin)
    return Core(.field(record, ref), ValueType(schema[ref]), origin)
  }

  // MARK: - What follows

  private func consequence(
    _ action: Action, _ trigger: EventRule.Trigger, _ place: RulePlace
  ) -> EventRule.Consequence? {
    if action.isObligation { return obligation(action, place).map { .obligation($0) } }
    if let verb = action.verb, ["检查", "inspect"].contains(verb.text),
      let object = action.objects.first, action.objects.count == 1
    {
      return visits(action, object, place)
    }
    return self.action(action, place).map { .notice($0) }
  }

  /// The term of what is owed, which must stand there: without one nothing is ever late.
  private func term(_ action: Action, _ place: RulePlace) -> Term? {
    guard let written = action.term else {
      reporter.report("E0577", at: place.origin(action.span))
      return nil
    }
    return actionTerm(written, place)
  }

  private func obligation(_ action: Action, _ place: RulePlace) -> EventRule.Task? {
    guard let wanted = action.needs.first, action.needs.count == 1 else {
      reporter.report(
        "E0516", at: place.origin(action.span),
        ["kind": Wording(zh: "一条「须」里的几样东西", en: "several things in one “need”")])
      return nil
    }
    guard let term = term(action, place), let evidence = evidence(of: wanted, place) else {
      return nil
    }
    let origin = place.origin(action.span)
    return EventRule.Task(
      term: term, bearers: bearers(action, place), evidence: evidence,
      text: reporter.text(place.origin(wanted.span)), origin: origin)
  }

  /// Who does it; whom the event speaks of if nobody is named (time 48).
  private func bearers(_ action: Action, _ place: RulePlace) -> [Party] {
    let named = parties(action.by.filter { !$0.isApproval }.map(\.name), place.context)
    guard named.isEmpty, let register = place.register else { return named }
    let record = Core(.record(frame: 0), .record(register), place.origin(action.span))
    return [Party(text: schema[register].name, path: record)]
  }

  /// The records that discharge an obligation: of the event's record, or of a record that it refers to (an accident's enterprise). A name
  /// that the script does not know is a document for a person to look for.
  private func evidence(of wanted: Expression, _ place: RulePlace) -> Evidence?? {
    guard let register = place.register, let name = base(of: wanted) else {
      return evidence(wanted, place).map { .some($0) }
    }
    guard case .register(let target)? = symbols.names[name.text],
      references(from: target, to: register).isEmpty
    else {
      if case .name = wanted.kind, symbols.names[name.text] == nil,
        fieldFrame(name.text, place.context) == nil
      {
        return .some(nil)
      }
      return evidence(wanted, place).map { .some($0) }
    }
    let owners = schema[register].fields.indices.filter {
      guard !schema[register].fields[$0].isMany,
        case .reference(let owner) = schema[register].fields[$0].type
      else { return false }
      return references(from: target, to: owner).count == 1
    }
    guard let owner = owners.first, owners.count == 1 else {
      return evidence(wanted, place).map { .some($0) }
    }
    let field = Name(schema[register].fields[owner].name, name.span)
    let path = Expression(.member(Expression(.name(field), field.span), name), name.span)
    return evidence(wanted.replacingBase(by: path), place).map { .some($0) }
  }

  private func visits(
    _ action: Action, _ object: Expression, _ place: RulePlace
  ) -> EventRule.Consequence? {
    guard let term = term(action, place), let members = members(object, place) else { return nil }
    let origin = place.origin(action.span)
    let there = RulePlace(item: place.item, name: place.name, register: members.register)
    let named = parties(action.by.filter { !$0.isApproval }.map(\.name), there.context)
    return .visits(
      EventRule.Task(
        term: term, bearers: named, evidence: visits(there),
        text: "检查 \(reporter.text(place.origin(object.span)))", origin: origin), members: members)
  }

  /// Whom to visit: a collection, or the one record that a path leads to.
  private func members(_ object: Expression, _ place: RulePlace) -> Subject? {
    let origin = place.origin(object.span)
    if let core = reporter.attempt({ value(object, place.context) }),
      case .record(let register) = core.type
    {
      let member = Core(.record(frame: 1), .record(register), origin)
      return Subject(
        register: register, condition: Core(.compare(.equal, member, core), .bool, origin),
        text: reporter.text(origin))
    }
    var whole = place.context
    whole.isWhole = true
    guard let rows = rows(object, whole), let register = rows.register else { return nil }
    return Subject(
      register: register, condition: membership(rows, row(rows)), text: reporter.text(origin))
  }
}

extension Expression {
  /// `企业.等级` as the field alone, for a context in which the record is at hand.
  fileprivate var field: Expression {
    if case .member(_, let name) = kind { Expression(.name(name), name.span) } else { self }
  }

  /// The same question over another collection.
  fileprivate func replacingBase(by base: Expression) -> Expression {
    switch kind {
    case .filter(let inner, let condition):
      Expression(.filter(inner.replacingBase(by: base), condition), span)
    case .during(let inner, let window):
      Expression(.during(inner.replacingBase(by: base), window), span)
    default: base
    }
  }
}
