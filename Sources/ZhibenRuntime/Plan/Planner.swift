import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Plans a run: a pure function of program, facts, ledger and day (time 1).
public struct Planner<E: Evaluator> {
  private let context: PlanContext<E>
  private let ledger: LedgerSnapshot

  /// Makes a planner for one run.
  public init(
    program: Program, snapshot: Snapshot, ledger: LedgerSnapshot, asOf: CivilDate,
    calendar: WorkCalendar
  ) {
    context = PlanContext(
      program: program, snapshot: snapshot, calendar: calendar, asOf: asOf.days,
      evaluator: E(program: program, snapshot: snapshot, calendar: calendar))
    self.ledger = ledger
  }

  /// Derives all outcomes and compares them with the ledger.
  public func plan() -> Plan {
    var changes: [Change] = []
    let summary = run({ changes += $0 }, finished: { _ in })
    return Plan(changes: changes, summary: summary)
  }

  /// The same for registers of any size: hands the changes on in key order, some thousand subjects at a time, and keeps none.
  /// - Parameter finished: called with the totals of each rule once all its changes have been handed on.
  public func run(
    _ sink: ([Change]) throws -> Void, finished: (RuleTotals) throws -> Void
  ) rethrows -> PlanSummary {
    var summary = PlanSummary(
      asOf: CivilDate(days: context.asOf), dataVersion: context.snapshot.dataVersion,
      changeCounts: [:], scopes: ScopeCounter(context: context).counts(), totals: [], notes: [])
    let merge = LedgerMerge(asOf: context.asOf)
    for rule in context.program.rules.indices {
      var tally = RuleTally(rule: rule)
      for part in parts(of: rule) {
        let known = ledgerRows(of: Int32(rule), subjects: part.subjects)
        let outcomes = merge.settled(part.outcomes(), known)
        tally.add(outcomes)
        let changes = merge.changes(settled: outcomes, ledger: known)
        for change in changes { summary.changeCounts[change.kind, default: 0] += 1 }
        if !changes.isEmpty { try sink(changes) }
      }
      summary.totals.append(tally.totals)
      try finished(tally.totals)
      summary.notes += tally.notes
    }
    return summary
  }

  /// The same for who needs no totals on the way.
  public func run(_ sink: ([Change]) throws -> Void) rethrows -> PlanSummary {
    try run(sink, finished: { _ in })
  }

  /// The outcomes of one rule as they follow from the facts alone, in key order.
  public func outcomes(of rule: Int) -> [Outcome] { parts(of: rule).flatMap { $0.outcomes() } }

  /// The outcomes of one rule for one subject.
  public func outcomes(of rule: Int, subject: Int32) -> [Outcome] {
    guard let planner = subjectPlanner(for: rule) else { return outcomes(of: rule) }
    var outcomes: [Outcome] = []
    planner.plan(subject: subject, into: &outcomes)
    return outcomes
  }

  /// So many subjects are planned at a time.
  private static var partSize: Int { 4096 }

  /// A range of subjects of a rule, to be planned together. Together the ranges cover every subject that the ledger may hold.
  private struct Part {
    var subjects: ClosedRange<Int32>
    var outcomes: () -> [Outcome]
  }

  private func parts(of rule: Int) -> [Part] {
    if case .target(let target) = context.program.rules[rule].body {
      let planner = TargetPlanner(rule: Int32(rule), target: target, context: context)
      return [Part(subjects: -1...Int32.max) { planner.readings() }]
    }
    guard let planner = subjectPlanner(for: rule) else {
      return [Part(subjects: -1...Int32.max) { [] }]
    }
    let count = context.snapshot[planner.register].count
    let starts = Array(stride(from: 0, to: max(count, 1), by: Self.partSize))
    return starts.map { start in
      let isLast = start == starts.last
      let end = min(start + Self.partSize, count)
      let last = isLast ? Int32.max : Int32(clamping: end - 1)
      return Part(subjects: (start == 0 ? -1 : Int32(clamping: start))...last) {
        var outcomes: [Outcome] = []
        for subject in start..<max(start, end) {
          planner.plan(subject: Int32(clamping: subject), into: &outcomes)
        }
        return outcomes
      }
    }
  }

  private func subjectPlanner(for rule: Int) -> (any SubjectPlanner)? {
    let number = Int32(rule)
    switch context.program.rules[rule].body {
    case .duty(let duty):
      return DutyPlanner(rule: number, duty: duty, kind: .obligation, context: context)
    case .inspection(let inspection):
      return VisitPlanner(rule: number, inspection: inspection, context: context)
    case .requirement(let requirement):
      return RequirementPlanner(rule: number, requirement: requirement, context: context)
    case .escalation(let ladder):
      return LadderPlanner(rule: number, ladder: ladder, context: context)
    case .target: return nil
    }
  }

  private func ledgerRows(of rule: Int32, subjects: ClosedRange<Int32>) -> ArraySlice<Outcome> {
    func firstIndex(where isBehind: (OutcomeKey) -> Bool) -> Int {
      var (low, high) = (0, ledger.outcomes.count)
      while low < high {
        let middle = (low + high) / 2
        if isBehind(ledger.outcomes[middle].key) { high = middle } else { low = middle + 1 }
      }
      return low
    }
    let first = firstIndex { ($0.rule, $0.subject) >= (rule, subjects.lowerBound) }
    let last = firstIndex { ($0.rule, $0.subject) > (rule, subjects.upperBound) }
    return ledger.outcomes[first..<last]
  }
}

/// Counts a rule's outcomes by state, and what the author should see.
private struct RuleTally {
  let rule: Int
  private var counts: [OutcomeStatus: Int] = [:]
  private var found: [PlanNote.Kind: PlanNote] = [:]
  private var latest: [PlanNote.Kind: Int32] = [:]

  init(rule: Int) { self.rule = rule }

  mutating func add(_ outcomes: [Outcome]) {
    for outcome in outcomes {
      counts[outcome.status, default: 0] += 1
      guard let kind = PlanNote.Kind(outcome.cause), latest[kind] != outcome.key.subject else {
        continue
      }
      latest[kind] = outcome.key.subject
      found[
        kind, default: PlanNote(kind: kind, rule: rule, count: 0, example: outcome.key.subject)
      ].count += 1
    }
  }

  var totals: RuleTotals { RuleTotals(rule: rule, counts: counts) }
  var notes: [PlanNote] { found.values.sorted { $0.kind.rawValue < $1.kind.rawValue } }
}

extension PlanNote.Kind {
  /// What a cause is worth telling the author; nil for the ordinary ones.
  fileprivate init?(_ cause: OutcomeCause) {
    switch cause {
    case .conflict: self = .exceptionConflict
    case .cap: self = .aboveCap
    default: return nil
    }
  }
}
