import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 职责 检查 抽取 必须 督办 目标: what all kinds share.

extension Checker {
  /// The rules in source order, without those with errors.
  func rules(_ items: [Loaded], plan: PlanHeader?) -> [Rule] {
    var rules = items.flatMap { item -> [Rule] in
      guard case .clauses(let list) = item.declaration.body, item.declaration.keyword != .plan,
        let name = item.declaration.name
      else { return [] }
      let clauses = Clauses(item: item, all: list)
      guard isWellFormed(clauses, name.text) else { return [] }
      return self.rules(name, clauses, plan)
    }
    settleReliefs(&rules, items)
    return rules
  }

  /// The rules that a declaration makes: of 当 one for each action, else one; none after a message.
  private func rules(_ name: Name, _ clauses: Clauses, _ plan: PlanHeader?) -> [Rule] {
    let item = clauses.item
    let citations = citations(item, clauses.all)
    // A relief says itself what a missing basis means.
    if citations.isEmpty, item.declaration.keyword != .incentive {
      reportLack(
        "W0515", of: item, at: item.nameOrigin, ["rule": Wording(name.text)])
    }
    let force = inForce(clauses, plan)
    let strength = strength(clauses)
    let body: Rule.Body?
    switch item.declaration.keyword {
    case .when:
      guard let force, let strength else { return [] }
      return events(name, clauses) { event, action in
        Rule(
          name: name.text, key: event.clause == 1 ? name.text : "\(name.text)#\(event.clause)",
          citations: citations, inForce: force, strength: strength, body: .event(event),
          origin: item.origin(action.span))
      } ?? []
    case .duty: body = duty(name, clauses).map { .duty($0) }
    case .inspection: body = inspection(name, clauses).map { .inspection($0) }
    case .draw: body = draw(name, clauses).map { .draw($0) }
    case .report: body = report(name, clauses).map { .report($0) }
    case .incentive: body = relief(name, clauses).map { .relief($0) }
    case .require: body = requirement(name, clauses).map { .requirement($0) }
    case .escalation: body = escalation(name, clauses).map { .escalation($0) }
    case .target: body = target(name, clauses).map { .target($0) }
    default:
      reporter.report(
        "E0516", at: item.origin(item.declaration.keywordSpan),
        ["kind": Self.word(item.declaration.keyword)])
      body = nil
    }
    guard let body, let force, let strength else { return [] }
    return [
      Rule(
        name: name.text, key: name.text, citations: citations, inForce: force, strength: strength,
        body: body, origin: item.origin(name.span))
    ]
  }

  // MARK: - Clauses

  /// Clauses that stand twice, do not belong here, or are missing.
  func isWellFormed(_ clauses: Clauses, _ name: String) -> Bool {
    let kind = clauses.item.declaration.keyword
    guard let allowed = ClauseRules.allowed(in: kind) else { return true }
    var isSound = true
    // As many as there are kinds of clauses, at most.
    var seen: [(head: Keyword, span: Span)] = []
    for clause in clauses.all {
      let place = clauses.item.origin(clause.headSpan)
      if !allowed.contains(clause.head) {
        isSound = false
        reportStray(clause, kind, allowed, place)
      } else if ClauseRules.mayRepeat(clause) {
        continue
      } else if let first = seen.first(where: { $0.head == clause.head })?.span {
        isSound = false
        reporter.report(
          "E0502", at: place, ["clause": Self.word(clause.head)],
          secondary: [(clauses.item.origin(first), .declaredHere)])
      }
      if !ClauseRules.mayRepeat(clause) { seen.append((clause.head, clause.headSpan)) }
    }
    for head in ClauseRules.required(in: kind) where clauses[head] == nil {
      isSound = false
      reportLack(
        "E0501", of: clauses.item, at: clauses.item.nameOrigin,
        ["rule": Wording(name), "clause": Self.word(head)])
    }
    return isSound
  }

  private func reportStray(
    _ clause: Clause, _ kind: Keyword, _ allowed: [Keyword], _ place: Origin
  ) {
    // Clauses of the language that this version does not run are no mistake of the writer.
    let later: [Keyword] = [
      .lead, .levels, .override, .interpret, .steps, .exam, .staff, .recheck,
    ]
    if later.contains(clause.head) { return reportLater(clause.head, place) }
    let names = KeywordTable.rows.filter { allowed.contains($0.keyword) }
    reporter.report(
      "E0503", at: place,
      [
        "kind": Self.word(kind), "clause": Self.word(clause.head),
        "candidates": Wording(
          zh: names.compactMap(\.chinese.first).joined(separator: "、"),
          en: names.map(\.english).joined(separator: ", ")),
      ])
  }

  // MARK: - 施行 废止 力度

  /// The plan's period, cut by 施行 and 废止.
  private func inForce(_ clauses: Clauses, _ plan: PlanHeader?) -> DayRange? {
    guard let plan else { return nil }
    var range = plan.period
    if let first = day(clauses[.inForce]) { range = DayRange(max(range.first, first), range.last) }
    if let repealed = day(clauses[.repealed]) {
      range = DayRange(range.first, min(range.last, repealed.previous))
    }
    if range.isEmpty, let clause = clauses[.inForce] ?? clauses[.repealed] {
      reporter.report(
        "W0526", at: clauses.item.origin(clause.span),
        ["period": Wording(zh: plan.period.description, en: plan.period.english)])
    }
    return range
  }

  private func day(_ clause: Clause?) -> CivilDate? {
    guard case .literal(.date(let day), _)? = clause?.value else { return nil }
    return civilDate(day)
  }

  private static let strengths: [String: Rule.Strength] = [
    "必达": .must, "must": .must, "基本": .basically, "basically": .basically,
    "力争": .strive, "strive": .strive, "原则上": .inPrinciple, "in principle": .inPrinciple,
    "鼓励": .encourage, "encourage": .encourage,
  ]

  private func strength(_ clauses: Clauses) -> Rule.Strength? {
    guard let clause = clauses[.strength] else { return .must }
    return word(clause, clauses.item, Self.strengths, list: "力度")
  }

  /// One of a closed list of words.
  func word<Meaning>(
    _ clause: Clause, _ item: Loaded, _ table: [String: Meaning], list: String
  ) -> Meaning? {
    guard case .name(let choice) = clause.value else { return nil }
    guard case .direct(let name) = choice else {
      reporter.report(
        "E0516", at: item.origin(clause.span),
        ["kind": Wording(zh: "\(list) 按 …", en: "a choice here")])
      return nil
    }
    if let meaning = table[name.text] { return meaning }
    let known = table.keys.filter { Pinyin.isHan($0.first ?? " ") }.sorted()
    reporter.report(
      "E0304", at: item.origin(name.span),
      [
        "name": Wording(name.text), "owner": Wording(list),
        "candidates": .choices(known, near: name.text),
      ], suggest: Suggestions.closest(to: name.text, among: known))
    return nil
  }

  // MARK: - 对象

  /// 对象 as register and predicate, and the rule's place.
  func subject(_ name: Name, _ clauses: Clauses) -> (Subject, RulePlace)? {
    guard let query = clauses.expression(.subject),
      let subject = subject(query, source: clauses.item.source)
    else { return nil }
    let place = RulePlace(item: clauses.item, name: name.text, register: subject.register)
    return (subject, place)
  }

  /// 由; whom the rule speaks of answers for it if nobody else is named (time 48).
  func bearers(_ clauses: Clauses, _ place: RulePlace) -> [Party] {
    let written = parties(clauses.expressions(.from), place.context)
    guard clauses[.from] == nil, let register = place.register else { return written }
    let record = Core(.record(frame: 0), .record(register), place.item.nameOrigin)
    return [Party(text: schema[register].name, path: record)]
  }
}
