import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts

/// The log of what statements wrote: with it the registers can be explained, and a run that does the same again is told from a new one.
final class WriteLog {
  private let run: Int64
  private let entry: RawStatement
  private let change: RawStatement
  private var digest = WriteDigest()
  private(set) var count: Int64 = 0

  init(_ db: Database, run: Int64) throws {
    self.run = run
    entry = try RawStatement(
      db,
      "INSERT INTO zb_write (run, number, kind, table_name, row_id, day, place, identity) "
        + "VALUES (\(SQL.marks(8)))")
    change = try RawStatement(
      db, "INSERT INTO zb_write_field (run, number, field, old, new) VALUES (\(SQL.marks(5)))")
  }

  /// A field of a record before and after, by column.
  typealias Change = (column: String, old: StoredValue, new: StoredValue)

  /// Adds a write.
  func add(
    _ write: Write, table: String, rowID: Int64, place: String, changes: [Change]
  ) throws {
    count += 1
    let row = WriteDigest.Row(
      number: count, kind: write.kind.code, table: table, rowID: rowID, day: write.day.days,
      place: place, identity: write.identity)
    digest.add(row)
    entry.bind(run, at: 1)
    entry.bind(row.number, at: 2)
    entry.bind(row.kind, at: 3)
    entry.bind(table, at: 4)
    entry.bind(rowID, at: 5)
    entry.bind(Int64(row.day), at: 6)
    entry.bind(place, at: 7)
    entry.bind(row.identity, at: 8)
    try entry.run()
    let order = changes.sorted { $0.column.utf8.lexicographicallyPrecedes($1.column.utf8) }
    for field in order {
      digest.add(field.column, field.old.logged, field.new.logged)
      change.bind(run, at: 1)
      change.bind(row.number, at: 2)
      change.bind(field.column, at: 3)
      field.old.bind(to: change, at: 4)
      field.new.bind(to: change, at: 5)
      try change.run()
    }
  }

  /// The digest of all that was added; empty for nothing.
  func finish() -> String { count == 0 ? "" : digest.finish() }

  // MARK: Reading

  /// What was written, by run, as the log has it now.
  static func digests(_ db: Database) throws -> [Int64: WriteDigest] {
    guard try StoreFormat.has(version: 2, db) else { return [:] }
    let statement = try RawStatement(
      db,
      """
      SELECT w.run, w.number, w.kind, w.table_name, w.row_id, w.day, w.place, w.identity,
        f.field, typeof(f.old), f.old, typeof(f.new), f.new
      FROM zb_write AS w LEFT JOIN zb_write_field AS f USING (run, number)
      UNION ALL
      SELECT f.run, f.number, 0, '', 0, 0, '', '', f.field, typeof(f.old), f.old, typeof(f.new), f.new
      FROM zb_write_field AS f LEFT JOIN zb_write AS w USING (run, number) WHERE w.run IS NULL
      ORDER BY 1, 2, 9
      """)
    var digests: [Int64: WriteDigest] = [:]
    var last: (run: Int64, number: Int64)?
    while try statement.step() {
      let (run, number) = (statement.int(0), statement.int(1))
      var digest = digests.removeValue(forKey: run) ?? WriteDigest()
      if last?.run != run || last?.number != number {
        digest.add(
          WriteDigest.Row(
            number: number, kind: statement.int(2), table: statement.text(3),
            rowID: statement.int(4), day: Int32(clamping: statement.int(5)),
            place: statement.text(6), identity: statement.text(7)))
      }
      last = (run, number)
      if !statement.isNull(8) {
        digest.add(statement.text(8), logged(statement, 9), logged(statement, 11))
      }
      digests[run] = digest
    }
    return digests
  }

  private static func logged(_ statement: RawStatement, _ column: Int) -> String {
    statement.text(column) + ":" + statement.text(column + 1)
  }
}

extension Store {
  /// What runs of this script as of this day have written by now, by `Write.identity`.
  public func written(scriptHash: String, asOf: CivilDate) throws(Diagnostics) -> Set<String> {
    try reading { db in
      guard try StoreFormat.has(version: 2, db) else { return [] }
      return try String.fetchSet(
        db,
        sql: """
          SELECT w.identity FROM zb_run AS r JOIN zb_write AS w ON w.run = r.id
          WHERE r.script_hash = ? AND r.as_of = ? AND r.writes > 0
          """, arguments: [scriptHash, asOf.days])
    }
  }
}

/// The digest of a run's writes: SHA-256 over their rows in order, fields by column.
struct WriteDigest {
  private var digest = TextDigest()

  /// A row of the log.
  struct Row {
    var number: Int64
    var kind: Int64
    var table: String
    var rowID: Int64
    var day: Int32
    var place: String
    var identity: String
  }

  mutating func add(_ row: Row) {
    for text in [
      "write", String(row.number), String(row.kind), row.table, String(row.rowID), String(row.day),
      row.place, row.identity,
    ] { digest.add(text) }
  }

  mutating func add(_ column: String, _ old: String, _ new: String) {
    for text in ["field", column, old, new] { digest.add(text) }
  }

  func finish() -> String { digest.finish() }
}

extension Write.Kind {
  /// As the log has it; never changes.
  fileprivate var code: Int64 {
    switch self {
    case .insert: 1
    case .update: 2
    case .delete: 3
    }
  }
}

extension StoredValue {
  /// The type that SQLite gives it, and its text.
  fileprivate var logged: String {
    switch self {
    case .unknown: "null:"
    case .integer(let number): "integer:\(number)"
    case .text(let text): "text:\(text)"
    case .list(let list): "text:\(ListText.encode(list))"
    }
  }
}
