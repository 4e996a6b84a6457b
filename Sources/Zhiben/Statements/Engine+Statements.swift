import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

extension Engine {
  /// The facts that a run rests on: those of the store, and what the script's statements make of them.
  /// - Parameters:
  ///   - workspace: a session, whose waiting changes come first.
  ///   - effects: whether functions of the host may do more than give a value back. A plan only looks.
  ///   - report: called once if there are statements, also if they fail.
  func facts(
    of script: Script, over workspace: Workspace = Workspace(), asOf: CivilDate,
    using evaluation: Evaluation, effects: Bool, report: (StatementRun) throws -> Void
  ) throws -> (snapshot: Snapshot, statements: StatementRun?) {
    let waiting = WaitingWrites(workspace, script)
    guard let main = script.program.main else {
      guard let waiting else {
        return (try script.facts(in: store, demand: script.demand), nil)
      }
      let statements = StatementRun(waiting)
      try report(statements)
      return (waiting.draft, statements)
    }
    var demand = script.demand
    // What is shown and written is called by name.
    demand.add(RecordNames.demand(for: script.program))
    demand.add(
      RecordNames.demand(for: Set(demand.fields.keys), of: script.program.schema))
    demand.addKeys(for: script.host, script.program.schema)
    let snapshot = try waiting?.draft ?? script.facts(in: store, demand: demand)
    let world = World(
      program: script.program, snapshot: snapshot, calendar: script.calendar, day: asOf,
      hostFunctions: script.host.functions.map { effects ? $0.body : $0.bodyWithoutEffect },
      outcomes: outcomes(of: script),
      written: try store.written(scriptHash: script.hash, asOf: asOf))
    let interpreter: any Interpreter =
      switch evaluation {
      case .fast: FastInterpreter(world)
      case .reference: ReferenceInterpreter(world)
      }
    do {
      let run = try interpreter.run(
        main, budget: budget ?? .standard, cancellation: cancellation)
      let statements = StatementRun(run, script.program, after: waiting)
      try report(statements)
      return (run.snapshot, statements)
    } catch let failure as ScriptFailure {
      try report(StatementRun(failure, script.program, snapshot))
      throw Diagnostics([failure.diagnostic(sources: script.program.sources)])
    }
  }

  /// What statements find in the registers of outcomes: what a run on the judged day would give, over the store's ledger.
  private func outcomes(of script: Script) -> OutcomeProvider? {
    guard script.program.outcomes != nil else { return nil }
    let (store, program) = (store, script.program)
    return .planning(program, calendar: script.calendar) { snapshot in
      try store.ledger(program: program, snapshot: snapshot)
    }
  }
}

extension ScriptHost.Function {
  /// The body where nothing outside may be touched.
  fileprivate var bodyWithoutEffect: World.HostBody {
    if signature.capability == nil { return body }
    return { _ in throw EffectInPlan() }
  }
}

/// A function with an effect is called while a plan is made.
struct EffectInPlan: Error, CustomStringConvertible {
  /// Why not.
  var description: String { "预演不调用有外部作用的函数，请用运行" }
}
