import ZhibenDiagnostics
import ZhibenStore

extension Engine {
  /// What the store holds, in numbers.
  /// - Throws: it cannot be read.
  public func contents() throws(Diagnostics) -> StoreContents { try store.contents() }

  /// The run log, oldest first.
  /// - Throws: it cannot be read.
  public func runs() throws(Diagnostics) -> [RunRecord] { try store.runs() }

  /// Checks that the run log and everything it covers is as the runs wrote it.
  /// - Throws: the store cannot be read.
  public func verify() throws(Diagnostics) -> ChainCheck { try store.verifyChain() }

  /// Makes the tables of the script's registers, so that they can be filled by other means than an import. Does nothing where they are there.
  /// - Throws: a name or a type clashes with what the store has.
  public func prepare(_ script: Script) throws(Diagnostics) {
    try store.prepare(schema: script.program.schema)
  }
}

extension Engine {
  /// The path of the store; `:memory:` if there is none.
  public var storePath: String { store.path }
}
