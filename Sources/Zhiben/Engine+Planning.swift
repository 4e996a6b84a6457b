import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

extension Engine {
  /// What a run of the script as of a day would change. Reads the store and writes nothing. Statements at the top of the script are run; a
  /// function of the host with an effect is not called, which ends them (E0814).
  /// - Parameters:
  ///   - script: what is planned.
  ///   - asOf: the judged day.
  ///   - workspace: a session whose waiting changes count as made, and are written with the plan.
  ///   - evaluation: which evaluator judges conditions.
  ///   - statements: is told what the statements at the top of the script came to, also if they fail.
  /// - Throws: the store cannot be read; what the statements end in.
  public func plan(
    _ script: Script, asOf: CivilDate, over workspace: Workspace = Workspace(),
    using evaluation: Evaluation = .fast, statements: (StatementRun) -> Void = { _ in }
  ) throws(Diagnostics) -> PlannedRun {
    try planned(
      script, asOf: asOf, over: workspace, using: evaluation, effects: false, statements)
  }

  func planned(
    _ script: Script, asOf: CivilDate, over workspace: Workspace = Workspace(),
    using evaluation: Evaluation, effects: Bool, _ report: (StatementRun) -> Void
  ) throws(Diagnostics) -> PlannedRun {
    let (snapshot, statements) = try diagnosing {
      try self.facts(
        of: script, over: workspace, asOf: asOf, using: evaluation, effects: effects,
        report: report)
    }
    let facts = Facts(
      script, snapshot, try store.ledger(program: script.program, snapshot: snapshot), asOf: asOf,
      statements, isStopped: store.isStopped)
    let run = PlannedRun(
      context: try facts.context(store), plan: facts.plan(using: evaluation),
      statements: statements)
    // What was planned after the end is incomplete.
    try store.checkStopped()
    return run
  }

  /// Narrows what comes out of calls that may throw anything: whoever asks throws nothing of its own.
  func diagnosing<T>(_ body: () throws -> T) throws(Diagnostics) -> T {
    do {
      return try body()
    } catch let diagnostics as Diagnostics {
      throw diagnostics
    } catch {
      throw Diagnostics([
        Diagnostic(
          "E0710", at: .none, ["path": Wording(store.path), "reason": Wording("\(error)")])
      ])
    }
  }

  /// The same for registers of any size: hands the changes on, rule by rule in key order, and keeps none.
  /// - Parameters:
  ///   - script: what is planned.
  ///   - asOf: the judged day.
  ///   - workspace: a session whose waiting changes count as made.
  ///   - evaluation: which evaluator judges conditions.
  ///   - report: called first, with what the statements at the top of the script came to; nil if there are none. Also if they fail.
  ///   - sink: takes some thousand changes at a time.
  ///   - finished: called with the totals of each rule behind its last change.
  /// - Throws: the store cannot be read, or what the closures throw.
  public func plan(
    _ script: Script, asOf: CivilDate, over workspace: Workspace = Workspace(),
    using evaluation: Evaluation = .fast,
    statements report: (StatementRun?) throws -> Void = { _ in },
    sink: ([Change], RunContext) throws -> Void,
    finished: (RuleTotals, RunContext) throws -> Void
  ) throws -> PlanSummary {
    let (snapshot, statements) = try self.facts(
      of: script, over: workspace, asOf: asOf, using: evaluation, effects: false, report: report)
    if statements == nil { try report(nil) }
    let facts = Facts(
      script, snapshot, try store.ledger(program: script.program, snapshot: snapshot), asOf: asOf,
      statements, isStopped: store.isStopped)
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
  /// What the statements at the top of the script came to; the snapshot has what they write.
  let statements: StatementRun?
  let isStopped: @Sendable () -> Bool

  /// Reads what is asked for, without running the script's statements.
  /// - Parameter workspace: a session whose waiting changes count as made.
  init(
    _ script: Script, _ store: Store, asOf: CivilDate, demand: Demand, over workspace: Workspace
  ) throws(Diagnostics) {
    self.script = script
    self.asOf = asOf
    let waiting = WaitingWrites(workspace, script)
    if let waiting {
      snapshot = waiting.draft
    } else {
      snapshot = try script.facts(in: store, demand: demand)
    }
    statements = waiting.map { StatementRun($0) }
    isStopped = store.isStopped
    ledger = try store.ledger(program: script.program, snapshot: snapshot)
  }

  /// With facts and ledger that are there already.
  init(
    _ script: Script, _ snapshot: Snapshot, _ ledger: LedgerSnapshot, asOf: CivilDate,
    _ statements: StatementRun?, isStopped: @escaping @Sendable () -> Bool
  ) {
    (self.script, self.snapshot, self.ledger, self.asOf) = (script, snapshot, ledger, asOf)
    (self.statements, self.isStopped) = (statements, isStopped)
  }

  /// With the names of the rules' subjects, which most runs never need.
  func context(_ store: Store) throws(Diagnostics) -> RunContext {
    // Statements have read them already, and new records are in no store yet.
    if statements != nil {
      return RunContext(script: script, snapshot: snapshot, names: snapshot, asOf: asOf)
    }
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
  /// - Parameter ladders: whether 督办 is planned; without it rungs stay as they are.
  func run(
    using evaluation: Engine.Evaluation, _ ledger: LedgerStream, ladders: Bool,
    _ sink: ([Change]) throws -> Void
  ) throws -> PlanSummary {
    let rules = ledger.order.filter { ladders || !script.program.rules[$0].isLadder }
    func run<E: Evaluator>(_ planner: Planner<E>) throws -> PlanSummary {
      try planner.knowing(ledger.draws).run(
        rules: rules, ledger: { try ledger.outcomes(of: $0)[...] }, sink, finished: { _ in })
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

extension Rule {
  /// 督办
  fileprivate var isLadder: Bool {
    if case .escalation = body { true } else { false }
  }
}
