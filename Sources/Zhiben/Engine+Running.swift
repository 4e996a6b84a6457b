import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

extension Engine {
  /// So many missed days are made up at most, unless somebody says otherwise.
  public static var catchUpLimit: Int { 31 }

  /// Plans and applies at once. Does nothing, quickly, where nothing has changed since a run as of the same day, unless the script has
  /// statements, which are run whenever it is.
  ///
  /// A run after missed days leaves the ledger that daily runs would have left, but nothing is back-dated (time 1, 39). Missed days that are
  /// made up are run in order, each in a transaction of its own: what statements write daily is written, and the history of the ledger tells
  /// the days. Rungs wait for the judged day: nobody can have been warned on a day that has passed.
  /// - Parameters:
  ///   - script: what is run.
  ///   - asOf: the judged day.
  ///   - startedAt: when the run was started, as the run log is to say.
  ///   - evaluation: which evaluator judges conditions.
  ///   - alwaysPlans: whether it is planned even where nothing can have changed.
  ///   - catchingUp: how many of the days that were missed are made up, the latest; none by default.
  ///   - caughtUp: is told of each such day when it has been written.
  ///   - report: is told what the statements at the top of the script came to, day by day, also if they fail.
  /// - Throws: what `plan` and `apply` throw. Days that had been made up before stay, the day that failed leaves nothing.
  @discardableResult
  public func run(
    _ script: Script, asOf: CivilDate, startedAt: String = "", using evaluation: Evaluation = .fast,
    alwaysPlans: Bool = false, catchingUp: Int = 0,
    caughtUp: (RunRecord) -> Void = { _ in },
    statements report: (StatementRun) -> Void = { _ in }
  ) throws(Diagnostics) -> RunResult {
    let lock = try lock(startedAt)
    defer { withExtendedLifetime(lock) {} }
    let last = try lastRun(script, asOf: asOf)
    var result = RunResult(
      span: RunSpan(last: last?.asOf, asOf: asOf, catchingUp: catchingUp))
    let told = try store.lastToldRun(ofPlan: script.program.plan.name) ?? last?.id ?? 0
    let isBehind = told < last?.id ?? 0
    if !alwaysPlans, !isBehind, script.program.main == nil, try isUpToDate(script, asOf, last) {
      return result
    }
    try store.prepare(schema: script.program.schema)
    let nightly = Nightly(script: script, startedAt: startedAt, evaluation: evaluation)
    for day in result.span.days {
      do {
        let done = try run(nightly, day, isLast: false, recordsEmpty: true, report)
        if let record = done.record {
          result.records.append(record)
          caughtUp(record)
        }
      } catch {
        throw Self.noting(day, error)
      }
    }
    let isNew = result.span.isNewDay || isBehind
    let done = try run(nightly, asOf, isLast: true, recordsEmpty: isNew, report)
    if let record = done.record { result.records.append(record) }
    (result.summary, result.highlights) = (done.summary, done.highlights)
    (result.context, result.statements) = (done.context, done.statements)
    let (program, snapshot) = (script.program, done.context.snapshot)
    if isBehind || result.span.caughtUp != nil {
      result.highlights = RunHighlights()
      result.highlights.add(
        try store.changes(sinceRun: told, program: program, snapshot: snapshot), asOf: asOf)
    }
    if isNew {
      result.highlights.take(
        due: try store.outcomes(dueOn: asOf, program: program, snapshot: snapshot))
    }
    return result
  }

  /// What is the same for all days.
  private struct Nightly {
    let script: Script
    let startedAt: String
    let evaluation: Evaluation
  }

  /// What became of one day.
  private struct Day {
    let summary: PlanSummary
    let highlights: RunHighlights
    let context: RunContext
    let statements: StatementRun?
    let record: RunRecord?
  }

  /// Runs one day in one transaction.
  private func run(
    _ nightly: Nightly, _ day: CivilDate, isLast: Bool, recordsEmpty: Bool,
    _ report: (StatementRun) -> Void
  ) throws(Diagnostics) -> Day {
    let script = nightly.script
    let (snapshot, statements) = try diagnosing {
      try self.facts(
        of: script, asOf: day, using: nightly.evaluation, effects: true, report: report)
    }
    let facts = Facts(
      script, snapshot, LedgerSnapshot(), asOf: day, statements, isStopped: store.isStopped)
    let context = try facts.context(store)
    var highlights = RunHighlights()
    let (record, summary) = try store.apply(
      writes: statements?.writes ?? [], program: script.program, snapshot: snapshot, asOf: day,
      startedAt: nightly.startedAt, scriptHash: script.hash, author: author,
      recordEmptyRuns: recordsEmpty,
      isTold: isLast, draws: \.draws
    ) { ledger, sink in
      let summary = try facts.run(using: nightly.evaluation, ledger, ladders: isLast) { changes in
        highlights.add(changes, asOf: day)
        try sink(changes)
      }
      // What was planned up to a stop is not the plan: nothing of it stays.
      try store.checkStopped()
      return summary
    }
    return Day(
      summary: summary, highlights: highlights, context: context, statements: statements,
      record: record)
  }

  /// Says on which of the days that are made up it ended.
  private static func noting(_ day: CivilDate, _ error: Diagnostics) -> Diagnostics {
    var all = error.ordered
    guard let first = all.indices.first else { return error }
    all[first].notes.append(
      Wording(zh: "出在补跑 \(day) 的时候", en: "this was when \(day) was being made up"))
    return Diagnostics(all)
  }

  private func isUpToDate(
    _ script: Script, _ asOf: CivilDate, _ last: RunRecord?
  ) throws(Diagnostics) -> Bool {
    // Nobody tells when what the host holds changes.
    guard script.providedRegisters.isEmpty, let last else { return false }
    let version = try store.dataVersion()
    return last.asOf == asOf && last.scriptHash == script.hash && last.dataVersion == version
  }
}
