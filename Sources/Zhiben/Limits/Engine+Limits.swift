import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenRuntime
import ZhibenStore

extension Engine {
  /// Does something with this engine that may have to end early.
  ///
  /// From when the budget's time is over or the run is cancelled, whatever is asked of the engine that `body` gets ends within milliseconds, also
  /// inside of an SQL statement, and nothing of it is written. Time and rows of the budget count for everything, the rows that one plan or
  /// question reads; the rest for the statements of the script.
  /// - Throws: what `body` throws; more rows than the budget has (E0803), its time is over (E0805), cancelled (E0806).
  public func within<T>(
    _ budget: Budget, cancellation: Cancellation? = nil,
    _ body: (Engine) throws(Diagnostics) -> T
  ) throws(Diagnostics) -> T {
    let watch = Watch(budget, cancellation)
    let limited = Engine(
      self, store: store.stopping(when: { watch.isOver }, rowLimit: budget.rows), budget,
      cancellation)
    do {
      return try body(limited)
    } catch {
      throw watch.reason ?? error
    }
  }

  /// What a run of the script as of a day would change, within a budget.
  /// - Throws: what `plan` throws; E0803, E0805, E0806.
  public func plan(
    _ script: Script, asOf: CivilDate, using evaluation: Evaluation = .fast, budget: Budget,
    cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> PlannedRun {
    try within(budget, cancellation: cancellation) { engine throws(Diagnostics) in
      try engine.plan(script, asOf: asOf, using: evaluation)
    }
  }

  /// Writes a plan within a budget: all of it, or nothing.
  /// - Throws: what `apply` throws; E0803, E0805, E0806.
  @discardableResult
  public func apply(
    _ run: PlannedRun, startedAt: String = "", budget: Budget, cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> RunResult {
    try within(budget, cancellation: cancellation) { engine throws(Diagnostics) in
      try engine.apply(run, startedAt: startedAt)
    }
  }

  /// Plans and applies at once, within a budget.
  /// - Throws: what `run` throws; E0803, E0805, E0806.
  @discardableResult
  public func run(
    _ script: Script, asOf: CivilDate, startedAt: String = "", using evaluation: Evaluation = .fast,
    alwaysPlans: Bool = false, budget: Budget, cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> RunResult {
    try within(budget, cancellation: cancellation) { engine throws(Diagnostics) in
      try engine.run(
        script, asOf: asOf, startedAt: startedAt, using: evaluation, alwaysPlans: alwaysPlans)
    }
  }

  /// Explains an outcome within a budget.
  /// - Throws: what `why` throws; E0803, E0805, E0806.
  public func why(
    _ key: String, script: Script, asOf: CivilDate, budget: Budget,
    cancellation: Cancellation? = nil
  ) throws(Diagnostics) -> WhyAnswer {
    try within(budget, cancellation: cancellation) { engine throws(Diagnostics) in
      try engine.why(key, script: script, asOf: asOf)
    }
  }
}

/// Knows when a run has to end, and why.
struct Watch: Sendable {
  private let budget: Budget
  private let cancellation: Cancellation?

  init(_ budget: Budget, _ cancellation: Cancellation?) {
    (self.budget, self.cancellation) = (budget, cancellation)
  }

  /// Whether the run has to end. Once it is so, it stays so.
  var isOver: Bool {
    if cancellation?.isCancelled == true { return true }
    guard let time = budget.time else { return false }
    return budget.elapsed() > time
  }

  /// Why the run has to end; nil if it need not.
  var reason: Diagnostics? {
    if cancellation?.isCancelled == true { return Diagnostics([Diagnostic("E0806", at: .none)]) }
    guard isOver, let time = budget.time else { return nil }
    return Diagnostics([Diagnostic("E0805", at: .none, ["limit": "\(time)"])])
  }
}
