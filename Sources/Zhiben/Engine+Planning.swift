import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenStore

extension Engine {
  /// What a run of the script as of a day would change. Reads the store and writes nothing.
  /// - Throws: the store cannot be read.
  public func plan(_ script: Script, asOf: CivilDate, using evaluation: Evaluation = .fast)
    throws(Diagnostics) -> PlannedRun
  {
    let facts = try Facts(script, store, asOf: asOf)
    let run = PlannedRun(context: try facts.context(store), plan: facts.plan(using: evaluation))
    // What was planned after the end is incomplete.
    try store.checkStopped()
    return run
  }

  /// The same for registers of any size: hands the changes on, rule by rule in key order, and keeps none.
  /// - Parameters:
  ///   - script: what is planned.
  ///   - asOf: the judged day.
  ///   - evaluation: which evaluator judges conditions.
  ///   - sink: takes some thousand changes at a time.
  ///   - finished: called with the totals of each rule behind its last change.
  /// - Throws: the store cannot be read, or what the closures throw.
  public func plan(
    _ script: Script, asOf: CivilDate, using evaluation: Evaluation = .fast,
    sink: ([Change], RunContext) throws -> Void,
    finished: (RuleTotals, RunContext) throws -> Void
  ) throws -> PlanSummary {
    let facts = try Facts(script, store, asOf: asOf)
    let context = try facts.context(store)
    let summary = try facts.run(
      using: evaluation, sink: { try sink($0, context) }, finished: { try finished($0, context) })
    try store.checkStopped()
    return summary
  }
}

/// What one run reads: facts, ledger, day.
struct Facts {
  let script: Script
  let snapshot: Snapshot
  let ledger: LedgerSnapshot
  let asOf: CivilDate
  let isStopped: @Sendable () -> Bool

  /// Reads what the script's rules need.
  init(_ script: Script, _ store: Store, asOf: CivilDate, demand: Demand? = nil)
    throws(Diagnostics)
  {
    self.script = script
    self.asOf = asOf
    snapshot = try script.facts(in: store, demand: demand ?? script.demand)
    isStopped = store.isStopped
    ledger = try store.ledger(program: script.program, snapshot: snapshot)
  }

  /// With a ledger of its own.
  init(
    _ script: Script, _ snapshot: Snapshot, _ ledger: LedgerSnapshot, asOf: CivilDate,
    isStopped: @escaping @Sendable () -> Bool
  ) {
    (self.script, self.snapshot, self.ledger, self.asOf) = (script, snapshot, ledger, asOf)
    self.isStopped = isStopped
  }

  /// With the names of the rules' subjects, which most runs never need.
  func context(_ store: Store) throws(Diagnostics) -> RunContext {
    var demand = RecordNames.demand(for: script.program)
    demand.addKeys(for: script.host, script.program.schema)
    let names = try script.facts(in: store, demand: demand)
    return RunContext(script: script, snapshot: snapshot, names: names, asOf: asOf)
  }

  func plan(using evaluation: Engine.Evaluation) -> Plan {
    switch evaluation {
    case .fast: planner(FastEvaluator.self).plan()
    case .reference: planner(ReferenceEvaluator.self).plan()
    }
  }

  func run(
    using evaluation: Engine.Evaluation, sink: ([Change]) throws -> Void,
    finished: (RuleTotals) throws -> Void
  ) rethrows -> PlanSummary {
    switch evaluation {
    case .fast: try planner(FastEvaluator.self).run(sink, finished: finished)
    case .reference: try planner(ReferenceEvaluator.self).run(sink, finished: finished)
    }
  }

  /// Plans over a ledger that is read rule by rule.
  func run(
    using evaluation: Engine.Evaluation, _ ledger: LedgerStream, _ sink: ([Change]) throws -> Void
  ) throws -> PlanSummary {
    func run<E: Evaluator>(_ planner: Planner<E>) throws -> PlanSummary {
      try planner.run(
        rules: ledger.order, ledger: { try ledger.outcomes(of: $0)[...] }, sink, finished: { _ in })
    }
    switch evaluation {
    case .fast: return try run(planner(FastEvaluator.self))
    case .reference: return try run(planner(ReferenceEvaluator.self))
    }
  }

  func planner<E: Evaluator>(_ evaluator: E.Type) -> Planner<E> {
    Planner<E>(
      program: script.program, snapshot: snapshot, ledger: ledger, asOf: asOf,
      calendar: script.calendar, isStopped: isStopped)
  }
}
