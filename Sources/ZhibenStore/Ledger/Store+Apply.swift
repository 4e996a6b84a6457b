import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Store {
  /// Writes a plan's changes and a line of the run log, all in one transaction or not at all.
  /// - Parameters:
  ///   - changes: in key order, in the positions of `snapshot`.
  ///   - writes: what the script's statements change in the registers, in order; `snapshot` has it already (`ScriptRun.snapshot`).
  ///   - draws: lists that were frozen, and numbers that came.
  ///   - startedAt: when the run was started, as it is to stand in the log.
  ///   - scriptHash: the digest of the sources.
  ///   - author: who runs it.
  ///   - recordEmptyRuns: whether a run without changes gets a line, too.
  /// - Returns: the line; `nil` if nothing was written.
  /// - Throws: the plan is stale: facts or ledger have changed since the snapshot was read; or the store cannot be written.
  public func apply(
    changes: [Change], writes: [Write] = [], draws: [FrozenDraw] = [], program: Program,
    snapshot: Snapshot, asOf: CivilDate,
    startedAt: String, scriptHash: String, author: Author = Author(), recordEmptyRuns: Bool = false
  ) throws(Diagnostics) -> RunRecord? {
    if changes.isEmpty && writes.isEmpty && !recordEmptyRuns { return nil }
    return try writing { db in
      let run = try LedgerRun(
        program: program, snapshot: snapshot, asOf: asOf, startedAt: startedAt,
        scriptHash: scriptHash, author: author, db, stale: self.stale)
      try FactWriter(db, program, snapshot, asOf: asOf, path: path).write(writes, log: run.log)
      try run.write(run.writer.ordered(changes))
      try run.writer.write(draws)
      return try run.finish(recordEmptyRuns: recordEmptyRuns)
    }
  }

  /// Writes the changes of a run as they are found, so that they need not be held: plans and writes in one transaction or not at all.
  /// - Parameters:
  ///   - writes: what the script's statements change in the registers, in order; written before the first change.
  ///   - author: who runs it.
  ///   - recordEmptyRuns: whether a run without changes gets a line, too.
  ///   - isTold: whether people are told what this run and those before it changed; false for a day that is made up before the last.
  ///   - draws: the lists that were frozen, and the numbers that came.
  ///   - produce: hands on the changes, rule by rule in the order of the stream, each rule's in key order; reads of the ledger what it needs.
  /// - Returns: the line of the run log, nil if nothing was written, and what `produce` returned.
  /// - Throws: what `apply` and `produce` throw.
  public func apply<Summary>(
    writes: [Write] = [], program: Program, snapshot: Snapshot, asOf: CivilDate, startedAt: String,
    scriptHash: String, author: Author = Author(), recordEmptyRuns: Bool = false,
    isTold: Bool = true,
    draws: (Summary) -> [FrozenDraw] = { _ in [] },
    streaming produce: (LedgerStream, _ sink: ([Change]) throws -> Void) throws -> Summary
  ) throws(Diagnostics) -> (record: RunRecord?, summary: Summary) {
    try writing { db in
      let run = try LedgerRun(
        program: program, snapshot: snapshot, asOf: asOf, startedAt: startedAt,
        scriptHash: scriptHash, author: author, db, stale: self.stale)
      try FactWriter(db, program, snapshot, asOf: asOf, path: path).write(writes, log: run.log)
      let stream = try LedgerStream(program: program, snapshot: snapshot, db)
      let summary = try produce(stream) { try run.write($0) }
      try run.writer.write(draws(summary))
      return (try run.finish(recordEmptyRuns: recordEmptyRuns, isTold: isTold), summary)
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

/// A run that is being written.
private struct LedgerRun {
  let writer: LedgerWriter
  let log: WriteLog
  private let db: Database
  private let stale: Diagnostics
  private let previous: RunRecord?
  private let line: (ChangeTotals) -> RunRecord
  private let snapshot: Snapshot

  private typealias ChangeTotals = (writer: LedgerWriter, dataVersion: Int, digest: String)

  init(
    program: Program, snapshot: Snapshot, asOf: CivilDate, startedAt: String, scriptHash: String,
    author: Author, _ db: Database, stale: Diagnostics
  ) throws {
    guard try StoreFormat.dataVersion(db) == snapshot.dataVersion else { throw stale }
    let previous = try RunRecord.latest(db)
    let id = (previous?.id ?? 0) + 1
    writer = try LedgerWriter(
      program: program, snapshot: snapshot, run: Int64(id), scriptHash: scriptHash, db)
    log = try WriteLog(db, run: Int64(id))
    (self.db, self.stale, self.previous, self.snapshot) = (db, stale, previous, snapshot)
    line = { totals in
      RunRecord(
        id: id, author: author, plan: program.plan.name, asOf: asOf, startedAt: startedAt,
        scriptName: program.sources.first?.name ?? "", scriptHash: scriptHash,
        dataVersion: totals.dataVersion, inserted: totals.writer.inserted,
        updated: totals.writer.updated, withdrawn: totals.writer.withdrawn,
        changesDigest: totals.digest, previousHash: previous?.hash ?? RunRecord.noHash, hash: "")
    }
  }

  func write(_ changes: [Change]) throws {
    guard try writer.write(changes) else { throw stale }
  }

  /// The line of the run log; nil where there is nothing to log.
  func finish(recordEmptyRuns: Bool, isTold: Bool = true) throws -> RunRecord? {
    let isEmpty = writer.isEmpty && log.count == 0
    if isEmpty && !recordEmptyRuns { return nil }
    var record = line(
      (
        writer, isEmpty ? snapshot.dataVersion : try StoreFormat.advanceDataVersion(db),
        writer.finish()
      ))
    record.writes = Int(log.count)
    record.writesDigest = log.finish()
    record.hash = record.computedHash
    try ToldRun.note(record, isTold: isTold, db)
    try record.insert(db)
    return record
  }
}
