import GRDB
import ZhibenDiagnostics
import ZhibenFacts

/// What a check of the run log found.
public struct ChainCheck: Hashable, Sendable {
  /// How many runs the log has.
  public var runCount: Int
  /// What is not as it was written, by run.
  public var breaks: [Break]

  /// One thing that is not as it was written.
  public struct Break: Hashable, Sendable {
    /// What was edited.
    public enum Reason: String, Hashable, Sendable {
      /// The line of the log itself.
      case line
      /// The line before it: edited, removed or put in later.
      case predecessor
      /// Outcomes that the run wrote, or what it replaced.
      case outcomes
      /// A list that it froze for a draw.
      case list
      /// What its statements wrote, as the log has it.
      case writes
      /// The run is missing in the log, but outcomes name it.
      case missing
    }
    /// The run.
    public var run: Int
    /// What was edited.
    public var reason: Reason
  }

  /// Whether all is as it was written.
  public var isIntact: Bool { breaks.isEmpty }
}

extension Store {
  /// Checks that the run log, the outcomes and their earlier states are as the runs wrote them. Reads them all.
  public func verifyChain() throws(Diagnostics) -> ChainCheck {
    try reading { db in
      var digests = try ChangeReplay.digests(db)
      var writes = try WriteLog.digests(db)
      var check = ChainCheck(runCount: 0, breaks: [])
      var previous: RunRecord?
      for run in try RunRecord.all(db) {
        check.runCount += 1
        if run.hash != run.computedHash { check.breaks.append(.init(run: run.id, reason: .line)) }
        if run.previousHash != previous?.hash ?? RunRecord.noHash
          || run.id != (previous?.id ?? 0) + 1
        {
          check.breaks.append(.init(run: run.id, reason: .predecessor))
        }
        var digest = digests.removeValue(forKey: Int64(run.id)) ?? ChangeDigest()
        if digest.finish() != run.changesDigest {
          check.breaks.append(.init(run: run.id, reason: .outcomes))
        }
        if writes.removeValue(forKey: Int64(run.id))?.finish() ?? "" != run.writesDigest {
          check.breaks.append(.init(run: run.id, reason: .writes))
        }
        previous = run
      }
      check.breaks += try DrawLists.edited(db).map { .init(run: $0, reason: .list) }
      check.breaks += Set(digests.keys).union(writes.keys).sorted().map {
        .init(run: Int(clamping: $0), reason: .missing)
      }
      return check
    }
  }
}

/// Tells from the ledger what each run wrote: an outcome's first state is its first run's, each further one that of the run which replaced
/// the state before.
private enum ChangeReplay {
  static func digests(_ db: Database) throws -> [Int64: ChangeDigest] {
    let present = LedgerRow.stateColumns.map { "o.\($0)" }.joined(separator: ", ")
    let old = LedgerRow.oldColumns.map { "c.\($0)" }.joined(separator: ", ")
    // For each outcome its earlier states, oldest first, then the present one.
    let statement = try RawStatement(
      db,
      """
      SELECT o.rule_id, o.subject_id, o.first, o.nth, o.kind, \(present), o.first_run,
        \(Int64.max) AS run, 0 AS is_withdrawal
      FROM zb_outcome AS o
      UNION ALL
      SELECT c.rule_id, c.subject_id, c.first, c.nth, p.kind, \(old), p.first_run, c.run,
        c.is_withdrawal
      FROM zb_change AS c LEFT JOIN zb_outcome AS p USING (rule_id, subject_id, first, nth)
      ORDER BY 1, 2, 3, 4, run
      """)
    let count = LedgerRow.columns.count
    var digests: [Int64: ChangeDigest] = [:]
    var (key, row) = ([Int64](), [Int64]())
    var (writer, kind): (Int64, Change.Kind) = (0, .insert)
    while try statement.step() {
      row.removeAll(keepingCapacity: true)
      for column in 0..<count { row.append(statement.cell(column)) }
      if !row.prefix(LedgerRow.keyCount).elementsEqual(key) {
        key = Array(row.prefix(LedgerRow.keyCount))
        (writer, kind) = (statement.int(count), .insert)
      }
      digests[writer, default: ChangeDigest()].add(kind, row)
      writer = statement.int(count + 1)
      kind = statement.int(count + 2) == 1 ? .withdraw : .update
    }
    return digests
  }
}

/// The frozen lists against the hashes that the draws' outcomes have of them.
private enum DrawLists {
  /// The runs that froze a list which is not as it was.
  static func edited(_ db: Database) throws -> [Int] {
    guard try StoreFormat.has(version: 3, db) else { return [] }
    return try Row.fetchAll(
      db,
      sql: """
        SELECT d.list, d.list_run, o.numerator, o.denominator FROM zb_draw AS d
        LEFT JOIN zb_outcome AS o ON o.rule_id = d.rule_id AND o.subject_id = -1
          AND o.first = d.first AND o.nth = d.nth
        ORDER BY d.list_run
        """
    ).compactMap { row in
      let (high, low): (Int64?, Int64?) = (row["numerator"], row["denominator"])
      let stated = [high, low].compactMap { $0 }.flatMap { word in
        stride(from: Int64(56), through: 0, by: -8).map { UInt8(truncatingIfNeeded: word >> $0) }
      }
      return stated == TextDigest.head(of: row["list"]) ? nil : row["list_run"]
    }
  }
}
