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

  /// Opens the store.
  /// - Throws: there is none, it is not a store, it was written by a newer program, or it cannot be read or written.
  public init(store location: StoreLocation, library: ScriptLibrary = ScriptLibrary())
    throws(Diagnostics)
  {
    let (path, access): (String, StoreLocation.Access) =
      switch location {
      case .sqlite(let path, let access): (path, access)
      }
    store = try Store.open(
      path: path, mode: access == .readOnly ? .readOnly : .readWrite, create: access == .create)
    self.library = library
  }

  /// Compiles the script at `path`.
  /// - Throws: every error of the script, or why the file cannot be read.
  public func compile(contentsOf path: String) throws(Diagnostics) -> Script {
    try Script(contentsOf: path, library: library)
  }

  /// Compiles a script that is no file.
  /// - Throws: every error of the script.
  public func compile(text: String, name: String = "计划.plan") throws(Diagnostics) -> Script {
    try Script(text: text, name: name, library: library)
  }

  /// The store's version: grows with each change of facts or ledger.
  public func dataVersion() throws(Diagnostics) -> Int { try store.dataVersion() }

  /// How many SQL statements were started since the store was opened. Depends neither on the number of records nor on the number of rules.
  public var statementCount: Int { store.statementCount }
}
