import GRDB
import ZhibenFacts
import ZhibenSemantics

/// Writes the rows of one batch: new records by one prepared statement, known ones field by field where they differ.
final class RecordWriter {
  private let batch: ImportBatch
  private let register: RegisterSchema
  private let index: RegisterIndex
  private let options: ImportOptions
  private let columns: [BatchColumn]
  private let insertion: RecordInsertion
  private let comparison: RecordComparison
  private let timelines: TimelineWriter
  private var hasHistory: Bool

  init(
    _ db: Database, _ batch: ImportBatch, schema: Schema, index: RegisterIndex, hasHistory: Bool,
    options: ImportOptions
  ) throws {
    self.batch = batch
    register = schema[batch.register]
    self.index = index
    self.options = options
    columns = batch.columns
    self.hasHistory = hasHistory
    insertion = try RecordInsertion(db, batch, register)
    comparison = try RecordComparison(db, batch, register)
    timelines = try TimelineWriter(db, register)
  }

  /// Writes all rows that were not refused. Returns whether the register has a history now.
  func write(_ db: Database) throws -> Bool {
    let table = SQL.quoted(register.table)
    let isEmpty = try Int.fetchOne(db, sql: "SELECT 1 FROM \(table) LIMIT 1") == nil
    let indexes = isEmpty && batch.count > 5000 ? try TableIndexes(db, register) : nil
    try indexes?.drop(db)
    if register.key == nil {
      try writeByContent(db, isEmpty: isEmpty)
    } else {
      try writeByKey()
    }
    try indexes?.create(db)
    return hasHistory
  }

  // MARK: Records with a key

  private func writeByKey() throws {
    for row in rowsInTime where batch.isWritten(row) {
      let id = batch.ids[row]
      if index.isStored(id) {
        try update(row, id)
      } else {
        try insert(row, id, content: unknownCell)
      }
    }
  }

  /// The rows by the day from which they are valid: whatever order a file tells changes in, they come about one after another.
  private var rowsInTime: [Int] {
    let rows = Array(0..<batch.count)
    if batch.validFrom.isEmpty { return rows }
    return rows.sorted { (validFrom($0), $0) < (validFrom($1), $1) }
  }

  private func insert(_ row: Int, _ id: Int64, content: Int64) throws {
    try insertion.insert(row, id: id, recordedOn: recordedOn(row), content: content)
    index.markStored(id)
    batch.report.inserted += 1
  }

  private func update(_ row: Int, _ id: Int64) throws {
    let differences = try comparison.differences(row, id: id, hasHistory: hasHistory)
    var isChanged = false
    for difference in differences {
      let column = columns[difference.column]
      let field = register.fields[column.field]
      let new = StoredValue(column.cells[row], column.list(row, field), field, batch.arena)
      let effect = try timelines.set(
        column.field, of: id, from: validFrom(row), to: new, old: difference.old,
        recordedOn: recordedOn(row))
      if effect == .nothing { continue }
      isChanged = true
      if effect == .current, new == .unknown { batch.report.cleared += 1 }
    }
    if isChanged {
      hasHistory = true
      try insertion.note(row, id: id)
      batch.report.updated += 1
    } else {
      batch.report.unchanged += 1
    }
  }

  private func validFrom(_ row: Int) -> Int64 {
    let own = batch.validFrom.isEmpty ? unknownCell : batch.validFrom[row]
    return own == unknownCell ? Int64(options.validFrom.days) : own
  }

  private func recordedOn(_ row: Int) -> Int64 {
    let own = batch.recordedOn.isEmpty ? unknownCell : batch.recordedOn[row]
    return own == unknownCell ? Int64(options.recordedOn.days) : own
  }

  // MARK: Records without a key

  /// Of equal rows as many are new as the store has fewer.
  private func writeByContent(_ db: Database, isEmpty: Bool) throws {
    let lookup = try RawStatement(
      db, "SELECT count(*) FROM \(SQL.quoted(register.table)) AS t WHERE t._content = ?")
    var digest = ContentDigest(
      register, columns: columns.map(\.field) + batch.defaults.map(\.field))
    let empty = ArraySlice<Int64>()
    var stored: [Int64: Int64] = [:]
    for row in 0..<batch.count where !batch.isRefused[row] {
      let content = digest.of(batch.arena) { position in
        guard position < columns.count else {
          return (batch.defaults[position - columns.count].cell, empty)
        }
        let column = columns[position]
        return (column.cells[row], column.list(row, register.fields[column.field]))
      }
      if !isEmpty {
        let left = try stored[content] ?? count(content, lookup)
        stored[content] = max(0, left - 1)
        if left > 0 {
          batch.report.unchanged += 1
          continue
        }
      }
      try insert(row, index.takeID(), content: content)
    }
  }

  private func count(_ content: Int64, _ lookup: RawStatement) throws -> Int64 {
    lookup.bind(content, at: 1)
    defer { lookup.reset() }
    return try lookup.step() ? lookup.int(0) : 0
  }
}

extension BatchColumn {
  /// The list in a row of a many-valued column; empty for others.
  func list(_ row: Int, _ field: FieldSchema) -> ArraySlice<Int64> {
    guard field.isMany, cells[row] != unknownCell else { return [] }
    return elements[range(cells[row])]
  }
}

/// The indexes of an empty table, which are made faster when the rows are there.
private struct TableIndexes {
  private let indexes: [(name: String, sql: String)]

  init(_ db: Database, _ register: RegisterSchema) throws {
    let names = TableNames(register.table)
    let tables =
      [names.rows] + register.fields.filter(\.isMany).map { names.elements($0.column) }
    indexes = try Row.fetchAll(
      db,
      sql: """
        SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL
          AND tbl_name IN (\(SQL.marks(tables.count)))
        """, arguments: StatementArguments(tables)
    ).map { ($0["name"], $0["sql"]) }
  }

  func drop(_ db: Database) throws {
    for index in indexes { try db.execute(sql: "DROP INDEX \(SQL.quoted(index.name))") }
  }

  func create(_ db: Database) throws {
    for index in indexes { try db.execute(sql: index.sql) }
  }
}
