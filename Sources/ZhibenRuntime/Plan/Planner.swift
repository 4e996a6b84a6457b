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
    var plan = Plan(
      asOf: CivilDate(days: context.asOf), dataVersion: context.snapshot.dataVersion, changes: [],
      scopes: ScopeCounter(context: context).counts(), totals: [], notes: [])
    let merge = LedgerMerge(asOf: context.asOf)
    for rule in context.program.rules.indices {
      let outcomes = self.outcomes(of: rule)
      plan.totals.append(totals(of: outcomes, rule: rule))
      plan.notes += notes(on: outcomes, rule: rule)
      plan.changes += merge.changes(computed: outcomes, ledger: ledgerRows(of: rule))
    }
    return plan
  }

  /// The outcomes of one rule as they follow from the facts alone, in key order.
  public func outcomes(of rule: Int) -> [Outcome] {
    var outcomes: [Outcome] = []
    if case .target(let target) = context.program.rules[rule].body {
      return TargetPlanner(rule: Int32(rule), target: target, context: context).readings()
    }
    guard let planner = subjectPlanner(for: rule) else { return [] }
    for subject in 0..<context.snapshot[planner.register].count {
      planner.plan(subject: Int32(subject), into: &outcomes)
    }
    return outcomes
  }

  /// The outcomes of one rule for one subject.
  public func outcomes(of rule: Int, subject: Int32) -> [Outcome] {
    guard let planner = subjectPlanner(for: rule) else { return outcomes(of: rule) }
    var outcomes: [Outcome] = []
    planner.plan(subject: subject, into: &outcomes)
    return outcomes
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

  private func ledgerRows(of rule: Int) -> ArraySlice<Outcome> {
    func firstIndex(notBelow number: Int32) -> Int {
      var (low, high) = (0, ledger.outcomes.count)
      while low < high {
        let middle = (low + high) / 2
        if ledger.outcomes[middle].key.rule < number { low = middle + 1 } else { high = middle }
      }
      return low
    }
    let number = Int32(rule)
    return ledger.outcomes[firstIndex(notBelow: number)..<firstIndex(notBelow: number + 1)]
  }

  private func totals(of outcomes: [Outcome], rule: Int) -> RuleTotals {
    var counts: [OutcomeStatus: Int] = [:]
    for outcome in outcomes { counts[outcome.status, default: 0] += 1 }
    return RuleTotals(rule: rule, counts: counts)
  }

  private func notes(on outcomes: [Outcome], rule: Int) -> [PlanNote] {
    let kinds: [(PlanNote.Kind, OutcomeCause)] = [
      (.exceptionConflict, .conflict), (.aboveCap, .cap),
    ]
    return kinds.compactMap { kind, cause in
      var (count, subject, example) = (0, Int32(-1), Int32(-1))
      for outcome in outcomes where outcome.cause == cause && outcome.key.subject != subject {
        subject = outcome.key.subject
        if count == 0 { example = subject }
        count += 1
      }
      return count == 0 ? nil : PlanNote(kind: kind, rule: rule, count: count, example: example)
    }
  }
}
