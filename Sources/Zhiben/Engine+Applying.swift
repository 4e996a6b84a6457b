import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenStore

extension Engine {
  /// Writes a plan into the ledger: all of it in one transaction, or nothing.
  /// - Parameters:
  ///   - run: the plan.
  ///   - startedAt: when the run was started, as the run log is to say.
  /// - Throws: facts or ledger have changed since the plan was made (E0708); its day lies before the last run's (E0707); another process
  ///   holds the store (E0706); the store cannot be written.
  @discardableResult
  public func apply(_ run: PlannedRun, startedAt: String = "") throws(Diagnostics) -> RunResult {
    let lock = try lock(startedAt)
    defer { withExtendedLifetime(lock) {} }
    let last = try lastRun(run.context.script, asOf: run.asOf)
    return try write(run, startedAt, last)
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
    let lock = try lock(startedAt)
    defer { withExtendedLifetime(lock) {} }
    let last = try lastRun(script, asOf: saved.asOf)
    let run = try planned(script, asOf: saved.asOf, using: .fast, effects: false, statements)
    try saved.verify(run, storePath: store.path)
    return try write(run, startedAt, last)
  }

  /// The latest run of the plan. A past as-of is read-only (time 2).
  func lastRun(_ script: Script, asOf: CivilDate) throws(Diagnostics) -> RunRecord? {
    let last = try store.lastRun(ofPlan: script.program.plan.name)
    guard let last, asOf < last.asOf else { return last }
    throw Diagnostics([
      Diagnostic(
        "E0707", at: .none, ["date": "\(asOf)"],
        notes: [
          Wording(
            zh: "上次运行截至 \(last.asOf)", en: "the last run was made as of \(last.asOf)")
        ])
    ])
  }

  private func write(
    _ run: PlannedRun, _ startedAt: String, _ last: RunRecord?
  ) throws(Diagnostics) -> RunResult {
    let script = run.context.script
    var result = RunResult(span: RunSpan(last: last?.asOf, asOf: run.asOf, catchingUp: 0))
    result.summary = run.plan.summary
    (result.context, result.statements) = (run.context, run.statements)
    if !run.isEmpty || result.span.isNewDay {
      result.highlights.add(run.plan.changes, asOf: run.asOf)
      try store.prepare(schema: script.program.schema)
      let record = try store.apply(
        changes: run.plan.changes, writes: run.statements?.writes ?? [],
        draws: run.plan.summary.draws, program: run.statements?.program ?? script.program,
        snapshot: run.context.snapshot, asOf: run.asOf, startedAt: startedAt,
        scriptHash: script.hash, author: author, recordEmptyRuns: result.span.isNewDay)
      result.records = record.map { [$0] } ?? []
    }
    return result
  }
}
