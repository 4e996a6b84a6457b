import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Store {
  /// Writes a plan's changes and a line of the run log, all in one transaction or not at all.
  /// - Parameters:
  ///   - changes: in key order, in the positions of `snapshot`.
  ///   - startedAt: when the run was started, as it is to stand in the log.
  ///   - scriptHash: the digest of the sources.
  ///   - recordEmptyRuns: whether a run without changes gets a line, too.
  /// - Returns: the line; `nil` if nothing was written.
  /// - Throws: the plan is stale: facts or ledger have changed since the snapshot was read; or the store cannot be written.
  public func apply(
    changes: [Change], program: Program, snapshot: Snapshot, asOf: CivilDate, startedAt: String,
    scriptHash: String, recordEmptyRuns: Bool = false
  ) throws(Diagnostics) -> RunRecord? {
    if changes.isEmpty && !recordEmptyRuns { return nil }
    return try writing { db in
      guard try StoreFormat.dataVersion(db) == snapshot.dataVersion else { throw self.stale }
      let previous = try RunRecord.latest(db)
      let runID = (previous?.id ?? 0) + 1
      let writer = LedgerWriter(
        program: program, snapshot: snapshot, run: Int64(runID), scriptHash: scriptHash)
      guard let result = try writer.write(changes, db) else { throw self.stale }
      var record = RunRecord(
        id: runID, plan: program.plan.name, asOf: asOf, startedAt: startedAt,
        scriptName: program.sources.first?.name ?? "", scriptHash: scriptHash,
        dataVersion: changes.isEmpty
          ? snapshot.dataVersion : try StoreFormat.advanceDataVersion(db),
        inserted: result.inserted, updated: result.updated, withdrawn: result.withdrawn,
        changesDigest: result.digest, previousHash: previous?.hash ?? RunRecord.noHash, hash: "")
      record.hash = record.computedHash
      try record.insert(db)
      return record
    }
  }

  private var stale: Diagnostics {
    Diagnostics([
      Diagnostic(
        StoreCode.stalePlan, at: .none,
        ["changed": Wording(zh: "台账库 \(path) ", en: "the store \(path)")])
    ])
  }
}
