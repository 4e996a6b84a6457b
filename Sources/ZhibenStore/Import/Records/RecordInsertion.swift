import GRDB
import ZhibenFacts
import ZhibenSemantics

/// Inserts rows of a batch as new records.
final class RecordInsertion {
  private let batch: ImportBatch
  private let columns: [BatchColumn]
  private let fields: [FieldSchema]
  private let statement: RawStatement
  private let origin: RawStatement
  /// By column; nil for one that is not many-valued.
  private let elements: [RawStatement?]
  private let defaults: [(field: FieldSchema, cell: Int64)]
  /// `企业.csv:`, with the row behind it.
  private var source: [UInt8]
  private let prefix: Int

  init(_ db: Database, _ batch: ImportBatch, _ register: RegisterSchema) throws {
    self.batch = batch
    columns = batch.columns
    fields = columns.map { register.fields[$0.field] }
    defaults = batch.defaults.map { (register.fields[$0.field], $0.cell) }
    let names = TableNames(register.table)
    let all =
      ["_id", "_recorded_on", "_source", "_content"]
      + (fields + defaults.map(\.field)).map { SQL.quoted($0.column) }
    statement = try RawStatement(
      db,
      "INSERT INTO \(SQL.quoted(names.rows)) (\(all.joined(separator: ", "))) "
        + "VALUES (\(SQL.marks(all.count)))")
    origin = try RawStatement(
      db, "UPDATE \(SQL.quoted(names.rows)) SET _source = ? WHERE _id = ?")
    elements = try fields.map { field in
      guard field.isMany else { return nil }
      return try RawStatement(
        db,
        "INSERT INTO \(SQL.quoted(names.elements(field.column))) (owner, position, value) "
          + "VALUES (?, ?, ?)")
    }
    source = Array("\(batch.report.place):".utf8)
    prefix = source.count
  }

  /// Inserts a row.
  func insert(_ row: Int, id: Int64, recordedOn: Int64, content: Int64) throws {
    statement.bind(id, at: 1)
    statement.bindCell(recordedOn, at: 2)
    statement.bindCell(content, at: 4)
    var index = 5
    for (column, field) in zip(columns, fields) {
      bind(column.cells[row], field, at: index)
      index += 1
    }
    for (field, cell) in defaults {
      bind(cell, field, at: index)
      index += 1
    }
    setSource(row)
    try source.withUnsafeBufferPointer { source in
      statement.bind(source, at: 3)
      try statement.run()
    }
    for (number, adding) in elements.enumerated() {
      guard let adding else { continue }
      let isText = fields[number].type == .text
      for (position, element) in columns[number].list(row, fields[number]).enumerated() {
        adding.bind(id, at: 1)
        adding.bind(Int64(position), at: 2)
        if isText {
          adding.bind(batch.arena.text(element), at: 3)
        } else {
          adding.bind(element, at: 3)
        }
        try adding.run()
      }
    }
  }

  /// Notes which row of which file a record was changed by.
  func note(_ row: Int, id: Int64) throws {
    setSource(row)
    origin.bind(id, at: 2)
    try source.withUnsafeBufferPointer { source in
      origin.bind(source, at: 1)
      try origin.run()
    }
  }

  private func bind(_ cell: Int64, _ field: FieldSchema, at index: Int) {
    if cell == unknownCell {
      statement.bindNull(at: index)
    } else if field.isMany {
      // The length of the list stands in the lowest 24 bits.
      statement.bind(cell & 0xFF_FFFF, at: index)
    } else if field.type == .text {
      statement.bind(batch.arena.text(cell), at: index)
    } else {
      statement.bind(cell, at: index)
    }
  }

  private func setSource(_ row: Int) {
    source.removeSubrange(prefix...)
    source.append(contentsOf: String(batch.rowNumbers[row]).utf8)
  }
}
