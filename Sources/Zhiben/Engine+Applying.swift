import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenStore

/// What a run did. Small however many changes it wrote.
public struct RunResult: Sendable {
  /// What was found; nil if nothing had changed since the last run, so that nothing was planned.
  public let summary: PlanSummary?
  /// What somebody should look at first, with an example or two.
  public let highlights: RunHighlights
  /// Script, facts and names, to put the highlights into words; nil if nothing was planned.
  public let context: RunContext?
  /// What the statements at the top of the script came to; nil if there are none.
  public let statements: StatementRun?
  /// The line of the run log; nil if nothing was written.
  public let record: RunRecord?

  /// Whether the ledger changed.
  public var hasChanged: Bool { record != nil }
}

extension Engine {
  /// Writes a plan into the ledger: all of it in one transaction, or nothing.
  /// - Parameters:
  ///   - run: the plan.
  ///   - startedAt: when the run was started, as the run log is to say.
  /// - Throws: facts or ledger have changed since the plan was made (E0708); its day lies before the last run's (E0707); another process
  ///   holds the store (E0706); the store cannot be written.
  @discardableResult
  public func apply(_ run: PlannedRun, startedAt: String = "") throws(Diagnostics) -> RunResult {
    let lock = try store.runLock(startedAt: startedAt)
    defer { withExtendedLifetime(lock) {} }
    try refuseBackdating(run.context.script, run.asOf)
    return try write(run, startedAt)
  }

  /// Plans again what a saved plan says, and writes it if it is still the same.
  /// - Parameters:
  ///   - saved: the saved plan.
  ///   - startedAt: when the run was started, as the run log is to say.
  ///   - statements: is told what the statements at the top of the script came to, also if they fail.
  /// - Throws: what `apply` throws; script, facts or ledger have changed since the plan was saved (E0708); the script has errors.
  @discardableResult
  public func apply(
    _ saved: SavedPlan, startedAt: String = "", statements: (StatementRun) -> Void = { _ in }
  ) throws(Diagnostics) -> RunResult {
    let script = try compile(contentsOf: saved.script)
    let lock = try store.runLock(startedAt: startedAt)
    defer { withExtendedLifetime(lock) {} }
    try refuseBackdating(script, saved.asOf)
    let run = try planned(script, asOf: saved.asOf, using: .fast, effects: false, statements)
    try saved.verify(run, storePath: store.path)
    return try write(run, startedAt)
  }

  /// Plans and applies at once. Does nothing, quickly, where nothing has changed since a run as of the same day, unless the script has
  /// statements, which are run whenever it is.
  /// - Parameters:
  ///   - script: what is run.
  ///   - asOf: the judged day.
  ///   - startedAt: when the run was started, as the run log is to say.
  ///   - evaluation: which evaluator judges conditions.
  ///   - alwaysPlans: whether it is planned even where nothing can have changed.
  ///   - report: is told what the statements at the top of the script came to, also if they fail.
  /// - Throws: what `plan` and `apply` throw.
  @discardableResult
  public func run(
    _ script: Script, asOf: CivilDate, startedAt: String = "", using evaluation: Evaluation = .fast,
    alwaysPlans: Bool = false, statements report: (StatementRun) -> Void = { _ in }
  ) throws(Diagnostics) -> RunResult {
    let lock = try store.runLock(startedAt: startedAt)
    defer { withExtendedLifetime(lock) {} }
    try refuseBackdating(script, asOf)
    if !alwaysPlans, script.program.main == nil, try isUpToDate(script, asOf) {
      return RunResult(
        summary: nil, highlights: RunHighlights(), context: nil, statements: nil, record: nil)
    }
    try store.prepare(schema: script.program.schema)
    let (snapshot, statements) = try diagnosing {
      try self.facts(of: script, asOf: asOf, using: evaluation, effects: true, report: report)
    }
    let facts = Facts(
      script, snapshot, LedgerSnapshot(), asOf: asOf, statements, isStopped: store.isStopped)
    let context = try facts.context(store)
    var highlights = RunHighlights()
    let (record, summary) = try store.apply(
      writes: statements?.writes ?? [], program: script.program, snapshot: snapshot, asOf: asOf,
      startedAt: startedAt, scriptHash: script.hash
    ) { ledger, sink in
      let summary = try facts.run(using: evaluation, ledger) { changes in
        highlights.add(changes)
        try sink(changes)
      }
      // What was planned up to a stop is not the plan: nothing of it stays.
      try store.checkStopped()
      return summary
    }
    return RunResult(
      summary: summary, highlights: highlights, context: context, statements: statements,
      record: record)
  }

  private func isUpToDate(_ script: Script, _ asOf: CivilDate) throws(Diagnostics) -> Bool {
    // Nobody tells when what the host holds changes.
    guard script.providedRegisters.isEmpty else { return false }
    guard let last = try store.lastRun(ofPlan: script.program.plan.name) else { return false }
    let version = try store.dataVersion()
    return last.asOf == asOf && last.scriptHash == script.hash && last.dataVersion == version
  }

  /// A past as-of is read-only (time 2).
  private func refuseBackdating(_ script: Script, _ asOf: CivilDate) throws(Diagnostics) {
    guard let last = try store.lastRun(ofPlan: script.program.plan.name), asOf < last.asOf else {
      return
    }
    throw Diagnostics([
      Diagnostic(
        "E0707", at: .none, ["date": "\(asOf)"],
        notes: [
          Wording(
            zh: "上次运行截至 \(last.asOf)", en: "the last run was made as of \(last.asOf)")
        ])
    ])
  }

  private func write(_ run: PlannedRun, _ startedAt: String) throws(Diagnostics) -> RunResult {
    let script = run.context.script
    var record: RunRecord?
    var highlights = RunHighlights()
    if !run.isEmpty {
      highlights.add(run.plan.changes)
      try store.prepare(schema: script.program.schema)
      record = try store.apply(
        changes: run.plan.changes, writes: run.statements?.writes ?? [],
        program: run.statements?.program ?? script.program,
        snapshot: run.context.snapshot, asOf: run.asOf, startedAt: startedAt,
        scriptHash: script.hash)
    }
    return RunResult(
      summary: run.plan.summary, highlights: highlights, context: run.context,
      statements: run.statements, record: record)
  }
}
