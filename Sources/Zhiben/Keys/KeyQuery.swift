import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// Finds the outcomes that somebody means: by the key as printed, by rule name and subject name, by unique beginnings of either, or by a
/// subject alone.
struct KeyQuery {
  let context: RunContext
  let ledger: LedgerSnapshot
  let planner: Planner<FastEvaluator>

  /// What was found.
  enum Answer {
    /// One outcome.
    case one(Outcome)
    /// Several, those that need somebody first.
    case several([Outcome])
    /// Rule and subject are clear, but the rule yields nothing for it.
    case absent(rule: Int, subject: Int32)
  }

  /// More subjects than this are not searched for outcomes: the words were too few.
  private static let maximumSubjects = 20

  /// - Throws: no rule or no record is called so (E0305, E0709).
  func answer(_ typed: String) throws(Diagnostics) -> Answer {
    let parts = typed.split(whereSeparator: { $0 == "/" || $0 == "／" }).map {
      String($0).trimmingBlanks
    }.filter { !$0.isEmpty }
    guard let head = parts.first else { throw notFound(typed) }
    let rules = script.rules(matching: head)
    if rules.isEmpty {
      guard parts.count == 1 else {
        _ = try script.uniqueRule(named: head)
        throw notFound(typed)
      }
      return try subjectAlone(head)
    }
    guard parts.count > 1 else { return answer(of: rules.flatMap { outcomes(of: $0) }) }
    var found: [Outcome] = []
    var clear: [(rule: Int, subject: Int32)] = []
    for rule in rules {
      let hit = search(rule, Array(parts.dropFirst()))
      found += hit.outcomes
      if let subject = hit.subject { clear.append((rule, subject)) }
    }
    if found.isEmpty, let only = clear.first, clear.count == 1 {
      return .absent(rule: only.rule, subject: only.subject)
    }
    guard !found.isEmpty else { throw notFound(parts.dropFirst().joined(separator: "/"), rules) }
    return answer(of: found)
  }

  private var script: Script { context.script }

  /// What of a rule is meant by the parts behind its name: a subject, whose key may hold a slash itself, and up to two parts that say which.
  private func search(_ rule: Int, _ parts: [String]) -> (outcomes: [Outcome], subject: Int32?) {
    guard case let register? = subjectRegister(of: rule) else {
      let typed = parts.filter { $0 != "-" && $0 != "－" }.joined(separator: "/")
      return (narrowed(outcomes(of: rule), by: typed), nil)
    }
    // The draw itself speaks of no single record; its id leaves the place out.
    if script.program.rules[rule].outcomeKind == .draw {
      let typed = parts.filter { $0 != "-" && $0 != "－" }
      let draws = outcomes(of: rule, subject: -1)
      let tail = typed.last.map { typed.count == 2 && $0.allSatisfy(\.isNumber) ? "第\($0)轮" : $0 }
      let found = narrowed(
        draws, by: (typed.dropLast() + [tail].compactMap { $0 }).joined(separator: "/"))
      if !found.isEmpty, typed.count <= 2 { return (found, nil) }
    }
    var subject: Int32?
    for tail in [2, 1, 0] where parts.count > tail {
      let name = parts.dropLast(tail).joined(separator: "/")
      let subjects = context.names.matches(
        name, in: register, of: context.snapshot[register].rowIDs)
      guard !subjects.isEmpty, subjects.count <= Self.maximumSubjects else { continue }
      if subjects.count == 1 { subject = Int32(clamping: subjects[0]) }
      let found = subjects.flatMap { outcomes(of: rule, subject: Int32(clamping: $0)) }
      let meant = narrowed(found, by: parts.suffix(tail).joined(separator: "/"))
      if !meant.isEmpty { return (meant, subject) }
    }
    return ([], subject)
  }

  /// Those whose last parts are `typed`, else begin so; all for an empty text.
  private func narrowed(_ outcomes: [Outcome], by typed: String) -> [Outcome] {
    if typed.isEmpty { return outcomes }
    var best: (rank: Int, outcomes: [Outcome]) = (3, [])
    for outcome in outcomes {
      let tail = context.keyTail(outcome.key)
      let forms = [tail, tail.filter { !"日周旬月季半年".contains($0) }]
      let rank =
        forms.contains(typed)
        ? 0
        : forms.contains { $0.hasPrefix(typed + "/") }
          ? 1 : forms.contains { $0.hasPrefix(typed) } ? 2 : 3
      if rank < best.rank { best = (rank, []) }
      if rank == best.rank, rank < 3 { best.outcomes.append(outcome) }
    }
    return best.outcomes
  }

  private func subjectAlone(_ typed: String) throws(Diagnostics) -> Answer {
    var found: [Outcome] = []
    var isKnown = false
    for register in Set(script.program.rules.indices.compactMap(subjectRegister)).sorted() {
      let subjects = context.names.matches(
        typed, in: register, of: context.snapshot[register].rowIDs)
      guard subjects.count <= Self.maximumSubjects else { continue }
      isKnown = isKnown || !subjects.isEmpty
      for rule in script.program.rules.indices where subjectRegister(of: rule) == register {
        found += subjects.flatMap { outcomes(of: rule, subject: Int32(clamping: $0)) }
      }
    }
    guard isKnown else { throw notFound(typed) }
    return answer(of: found)
  }

  /// The outcomes of a rule for one subject, or for all.
  func outcomes(of rule: Int, subject: Int32? = nil) -> [Outcome] {
    let computed =
      subject.map { planner.outcomes(of: rule, subject: $0) } ?? planner.outcomes(of: rule)
    var byKey: [OutcomeKey: Outcome] = [:]
    for outcome in computed { byKey[outcome.key] = outcome }
    for outcome in ledger.outcomes
    where outcome.key.rule == Int32(rule) && (subject ?? outcome.key.subject) == outcome.key.subject
    {
      // The ledger alone knows what no longer follows, and which rungs were passed over in a gap (time 39).
      if byKey[outcome.key] == nil || outcome.status == .skipped { byKey[outcome.key] = outcome }
    }
    return byKey.values.sorted { $0.key < $1.key }
  }

  private func answer(of outcomes: [Outcome]) -> Answer {
    if outcomes.count == 1, let only = outcomes.first { return .one(only) }
    return .several(
      outcomes.filter(\.status.isAlarm) + outcomes.filter { !$0.status.isAlarm })
  }

  private func subjectRegister(of rule: Int) -> RegisterID? {
    let rule = script.program.rules[rule]
    return rule.outcomeKind == .reading ? nil : rule.subject?.register
  }

  private func notFound(_ typed: String, _ rules: [Int] = []) -> Diagnostics {
    let registers = Set(
      (rules.isEmpty ? Array(script.program.rules.indices) : rules)
        .compactMap(subjectRegister)
    ).sorted().map { script.program.schema[$0].name }
    return Diagnostics([
      Diagnostic("E0709", at: .none, ["register": .choices(registers), "key": Wording(typed)])
    ])
  }
}

extension String {
  /// Without blanks at either end, also full-width ones.
  package var trimmingBlanks: String {
    var text = Substring(self)
    while let first = text.first, first.isWhitespace { text = text.dropFirst() }
    while let last = text.last, last.isWhitespace { text = text.dropLast() }
    return String(text)
  }
}
