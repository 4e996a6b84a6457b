import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Plans a run: a pure function of program, facts, ledger and day (time 1).
public struct Planner<E: Evaluator> {
  private(set) var context: PlanContext<E>
  private let ledger: LedgerSnapshot

  /// Makes a planner for one run.
  /// - Parameter isStopped: asked once in a while. From when it says yes, all ends soon; what comes out is incomplete and must be thrown away.
  public init(
    program: Program, snapshot: Snapshot, ledger: LedgerSnapshot, asOf: CivilDate,
    calendar: WorkCalendar, isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    context = PlanContext(
      program: program, snapshot: snapshot, calendar: calendar, asOf: asOf.days,
      evaluator: E(program: program, snapshot: snapshot, calendar: calendar), isStopped: isStopped,
      draws: ledger.draws)
    self.ledger = ledger
  }

  /// Makes a planner that asks an evaluator of the caller's.
  init(context: PlanContext<E>, ledger: LedgerSnapshot = LedgerSnapshot()) {
    (self.context, self.ledger) = (context, ledger)
  }

  /// The same planner with the lists of draws that a ledger has which is read rule by rule.
  public func knowing(_ draws: [FrozenDraw]) -> Planner {
    var copy = self
    copy.context.draws = draws
    return copy
  }

  /// Derives all outcomes and compares them with the ledger.
  public func plan() -> Plan {
    var changes: [Change] = []
    let summary = run({ changes += $0 }, finished: { _ in })
    return Plan(changes: changes, summary: summary)
  }

  /// The same for registers of any size: hands the changes on in key order, some thousand subjects at a time, and keeps none.
  /// - Parameter finished: called with the totals of each rule once all its changes have been handed on.
  @_specialize(where E == FastEvaluator)
  public func run(
    _ sink: ([Change]) throws -> Void, finished: (RuleTotals) throws -> Void
  ) rethrows -> PlanSummary {
    try run(
      rules: context.program.rules.indices.map { $0 }, ledger: { ledgerRows(of: Int32($0)) },
      sink, finished: finished)
  }

  /// The same with a ledger that is read rule by rule.
  /// - Parameters:
  ///   - rules: the rules in the order in which they are planned.
  ///   - ledger: what the ledger holds of a rule, in key order; asked once for each rule, before its first change is handed on.
  @_specialize(where E == FastEvaluator)
  public func run(
    rules: [Int], ledger: (Int) throws -> ArraySlice<Outcome>,
    _ sink: ([Change]) throws -> Void, finished: (RuleTotals) throws -> Void
  ) rethrows -> PlanSummary {
    var summary = PlanSummary(
      asOf: CivilDate(days: context.asOf), dataVersion: context.snapshot.dataVersion,
      changeCounts: [:], scopes: ScopeCounter(context: context).counts(), totals: [], notes: [])
    let merge = LedgerMerge(asOf: context.asOf)
    var changes: [Change] = []
    for rule in rules where !context.isStopped() {
      var tally = RuleTally(rule: rule)
      let issued = try ledger(rule)
      var frozen: [FrozenDraw] = []
      try eachPart(of: rule, frozen: &frozen) { subjects, computed in
        let known = issued.of(subjects)
        let outcomes = merge.settled(computed, known)
        tally.add(outcomes)
        changes.removeAll(keepingCapacity: true)
        merge.compare(settled: outcomes, ledger: known, into: &changes)
        summary.count(changes)
        if !changes.isEmpty { try sink(changes) }
      }
      summary.draws += frozen
      summary.totals.append(tally.totals)
      try finished(tally.totals)
      summary.notes += tally.notes
    }
    // However they were planned: in the program's order.
    summary.totals.sort { $0.rule < $1.rule }
    summary.notes.sort { ($0.rule, $0.kind.rawValue) < ($1.rule, $1.kind.rawValue) }
    return summary
  }

  /// The same for who needs no totals on the way.
  public func run(_ sink: ([Change]) throws -> Void) rethrows -> PlanSummary {
    try run(sink, finished: { _ in })
  }

  /// The outcomes of one rule as they follow from the facts alone, in key order.
  public func outcomes(of rule: Int) -> [Outcome] {
    var outcomes: [Outcome] = []
    eachPart(of: rule) { outcomes += $1 }
    return outcomes
  }

  /// The same, one by one, so that they need not all be kept.
  func eachOutcome(of rule: Int, _ body: (Outcome) -> Void) {
    eachPart(of: rule) { _, outcomes in outcomes.forEach(body) }
  }

  /// The lists of one rule's draws that the ledger does not have as they are to stand there.
  func draws(of rule: Int) -> [FrozenDraw] {
    var draws: [FrozenDraw] = []
    eachPart(of: rule, frozen: &draws) { _, _ in }
    return draws
  }

  /// The outcomes of one rule for one subject; for a target, which has no subjects, all its readings.
  public func outcomes(of rule: Int, subject: Int32) -> [Outcome] {
    var outcomes: [Outcome] = []
    eachPart(of: rule, subject: subject) { outcomes += $1 }
    return outcomes
  }

  // MARK: Parts

  /// So many subjects are planned at a time.
  static var partSize: Int { 1024 }

  private func eachPart(
    of rule: Int, subject: Int32? = nil,
    _ body: (_ subjects: ClosedRange<Int32>, _ outcomes: [Outcome]) throws -> Void
  ) rethrows {
    var frozen: [FrozenDraw] = []
    try eachPart(of: rule, subject: subject, frozen: &frozen, body)
  }

  /// Derives a rule's outcomes for one range of subjects after another, or for one subject. Together the ranges cover every subject that the
  /// ledger may hold.
  /// - Parameter frozen: takes the lists of draws that the ledger does not have as they are to stand there.
  private func eachPart(
    of rule: Int, subject: Int32? = nil, frozen: inout [FrozenDraw],
    _ body: (_ subjects: ClosedRange<Int32>, _ outcomes: [Outcome]) throws -> Void
  ) rethrows {
    let number = Int32(clamping: rule)
    // Each kind by its own type, so that the compiler sees which planner works on which evaluator.
    switch context.program.rules[rule].body {
    case .duty(let duty):
      let planner = DutyPlanner(rule: number, duty: duty, kind: .obligation, context: context)
      try eachPart(of: planner, subject, body)
    case .inspection(let inspection):
      let planner = VisitPlanner(rule: number, inspection: inspection, context: context)
      try eachPart(of: planner, subject, body)
    case .requirement(let requirement):
      let planner = RequirementPlanner(rule: number, requirement: requirement, context: context)
      try eachPart(of: planner, subject, body)
    case .escalation(let ladder):
      let planner = LadderPlanner(rule: number, ladder: ladder, context: context)
      try eachPart(of: planner, subject, body)
    case .target(let target):
      let planner = TargetPlanner(rule: number, target: target, context: context)
      try body(-1...Int32.max, planner.readings())
    case .report(let report):
      let planner = DutyPlanner(
        rule: number, duty: report.duty, kind: .obligation, context: context)
      try eachPart(of: planner, subject, body)
    // What it changes are the outcomes of others.
    case .relief: try body(-1...Int32.max, [])
    case .draw(let draw):
      guard let planner = DrawPlanner(rule: number, draw: draw, context: context) else {
        return try body(-1...Int32.max, [])
      }
      let rounds = planner.rounds()
      frozen = planner.frozen(rounds)
      let outcomes = planner.outcomes(of: rounds)
      try whole(outcomes, subject, body)
    case .event(let event):
      guard case .visits = event.consequence else {
        let planner = EventPlanner(rule: number, event: event, context: context)
        return try eachPart(of: planner, subject, body)
      }
      let visits = EventVisits(rule: number, event: event, context: context)
      try whole(visits?.outcomes() ?? [], subject, body)
    }
  }

  /// All outcomes of a rule as one part, or those of one subject.
  private func whole(
    _ outcomes: [Outcome], _ subject: Int32?,
    _ body: (_ subjects: ClosedRange<Int32>, _ outcomes: [Outcome]) throws -> Void
  ) rethrows {
    guard let subject else { return try body(-1...Int32.max, outcomes) }
    try body(subject...subject, outcomes.filter { $0.key.subject == subject })
  }

  private func eachPart<P: SubjectPlanner>(
    of planner: P?, _ subject: Int32?,
    _ body: (_ subjects: ClosedRange<Int32>, _ outcomes: [Outcome]) throws -> Void
  ) rethrows {
    guard let planner else { return try body(-1...Int32.max, []) }
    var outcomes: [Outcome] = []
    if let subject {
      planner.plan(subject: subject, into: &outcomes)
      return try body(subject...subject, outcomes)
    }
    let count = Int32(clamping: context.snapshot[planner.register].count)
    var first: Int32 = 0
    repeat {
      let end = min(first + Int32(Self.partSize), count)
      outcomes.removeAll(keepingCapacity: true)
      for subject in first..<end {
        guard context.goesOn(at: Int(subject)) else { return }
        planner.plan(subject: subject, into: &outcomes)
      }
      // The first and the last part also cover what is not in the register.
      try body((first == 0 ? -1 : first)...(end == count ? Int32.max : end - 1), outcomes)
      first = end
    } while first < count
  }

  private func ledgerRows(of rule: Int32) -> ArraySlice<Outcome> {
    let rows = ledger.outcomes
    let first = rows.partitioningIndex { $0.key.rule >= rule }
    let last = rows[first...].partitioningIndex { $0.key.rule > rule }
    return rows[first..<last]
  }
}

extension ArraySlice<Outcome> {
  /// Those of a range of subjects, of one rule's outcomes in key order.
  fileprivate func of(_ subjects: ClosedRange<Int32>) -> ArraySlice<Outcome> {
    let first = partitioningIndex { $0.key.subject >= subjects.lowerBound }
    let last = self[first...].partitioningIndex { $0.key.subject > subjects.upperBound }
    return self[first..<last]
  }
}

extension PlanSummary {
  fileprivate mutating func count(_ changes: [Change]) {
    var counts = (insert: 0, update: 0, withdraw: 0)
    for change in changes {
      switch change.kind {
      case .insert: counts.insert += 1
      case .update: counts.update += 1
      case .withdraw: counts.withdraw += 1
      }
    }
    for (kind, count) in [
      (Change.Kind.insert, counts.insert), (.update, counts.update), (.withdraw, counts.withdraw),
    ] where count > 0 { changeCounts[kind, default: 0] += count }
  }
}

/// Counts a rule's outcomes by state, and what the author should see.
private struct RuleTally {
  let rule: Int
  private var counts = [Int](repeating: 0, count: 256)
  private var found: [PlanNote.Kind: PlanNote] = [:]
  private var latest: [PlanNote.Kind: Int32] = [:]

  init(rule: Int) { self.rule = rule }

  mutating func add(_ outcomes: [Outcome]) {
    for outcome in outcomes {
      counts[Int(outcome.status.rawValue)] += 1
      guard let kind = PlanNote.Kind(outcome.cause), latest[kind] != outcome.key.subject else {
        continue
      }
      latest[kind] = outcome.key.subject
      found[
        kind, default: PlanNote(kind: kind, rule: rule, count: 0, example: outcome.key.subject)
      ].count += 1
    }
  }

  var totals: RuleTotals {
    var totals = RuleTotals(rule: rule, counts: [:])
    for status in OutcomeStatus.allCases where counts[Int(status.rawValue)] > 0 {
      totals.counts[status] = counts[Int(status.rawValue)]
    }
    return totals
  }
  var notes: [PlanNote] { found.values.sorted { $0.kind.rawValue < $1.kind.rawValue } }
}

extension PlanNote.Kind {
  /// What a cause is worth telling the author; nil for the ordinary ones.
  fileprivate init?(_ cause: OutcomeCause) {
    switch cause {
    case .conflict: self = .exceptionConflict
    case .cap: self = .aboveCap
    case .unknownRelief: self = .unknownRelief
    default: return nil
    }
  }
}
