import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

/// Runs scripts over one store. Immutable; any number of threads may share it.
public struct Engine: Sendable {
  /// Which evaluator judges conditions. Both give the same answers; the reference evaluator is the slow one that says what is meant.
  public enum Evaluation: Hashable, Sendable { case fast, reference }

  let store: Store
  /// Where scripts that a script uses are looked for.
  public let library: ScriptLibrary
  /// What scripts are given.
  public let host: ScriptHost
  /// The capabilities of the host's functions that scripts may call. All others are refused when a script is compiled.
  public let allowed: Set<String>
  /// How much statements may use, if somebody has said so.
  let budget: Budget?
  let cancellation: Cancellation?
  /// How long a run waits for another that holds the store.
  private(set) var patience = Duration.zero
  /// Who writes.
  private(set) var author = Author()

  /// Opens the store.
  /// - Parameters:
  ///   - location: where it is.
  ///   - library: where scripts that a script uses are looked for.
  ///   - host: what scripts are given besides the language and the store.
  ///   - allowed: the capabilities that they may use: by default none.
  /// - Throws: there is none, it is not a store, it was written by a newer program, or it cannot be read or written.
  public init(
    store location: StoreLocation, library: ScriptLibrary = ScriptLibrary(),
    host: ScriptHost = ScriptHost(),
    allowing allowed: Set<String> = []
  ) throws(Diagnostics) {
    switch location {
    case .sqlite(let path, let access):
      store = try Store.open(
        path: path, mode: access == .readOnly ? .readOnly : .readWrite, create: access == .create)
    case .memory: store = try Store.inMemory()
    }
    (self.library, self.host, self.allowed) = (library, host, allowed)
    (budget, cancellation) = (nil, nil)
  }

  /// The same engine over another view of its store, with limits.
  init(_ engine: Engine, store: Store, _ budget: Budget, _ cancellation: Cancellation?) {
    self.store = store
    (library, host, allowed) = (engine.library, engine.host, engine.allowed)
    (patience, author) = (engine.patience, engine.author)
    (self.budget, self.cancellation) = (budget, cancellation)
  }

  /// The same engine, whose runs and imports wait for another that holds the store.
  /// - Parameter patience: how long at most, to a tenth of a second; then it is E0706 as without it.
  public func waiting(_ patience: Duration) -> Engine {
    var engine = self
    engine.patience = patience
    return engine
  }

  /// The same engine, whose runs and imports stand in the run log under a name.
  /// - Parameter author: who writes; without it the log says that nobody knows.
  public func signed(by author: Author) -> Engine {
    var engine = self
    engine.author = author
    return engine
  }

  /// Keeps other runs off the store.
  func lock(_ startedAt: String) throws(Diagnostics) -> RunLock {
    try store.runLock(startedAt: startedAt, patience: patience)
  }

  /// Compiles the script at `path`.
  /// - Throws: every error of the script, or why the file cannot be read.
  public func compile(contentsOf path: String) throws(Diagnostics) -> Script {
    try Script(contentsOf: path, library: library, host: host, allowing: allowed)
  }

  /// Compiles a script that is no file.
  /// - Throws: every error of the script.
  public func compile(text: String, name: String = "计划.plan") throws(Diagnostics) -> Script {
    try Script(text: text, name: name, library: library, host: host, allowing: allowed)
  }

  /// The store's version: grows with each change of facts or ledger.
  public func dataVersion() throws(Diagnostics) -> Int { try store.dataVersion() }

  /// How many SQL statements were started since the store was opened. Depends neither on the number of records nor on the number of rules.
  public var statementCount: Int { store.statementCount }
}
