import GRDB
import ZhibenFacts
import ZhibenSemantics

/// Changes fields of records that the store has, keeping what they were (time 5).
final class TimelineWriter {
  private let db: Database
  private let names: TableNames
  private let fields: [FieldSchema]
  private let entries: RawStatement
  private let put: RawStatement
  private let keep: RawStatement
  private var updates: [Int: RawStatement] = [:]
  private var elements: [Int: (clear: RawStatement, add: RawStatement)] = [:]

  init(_ db: Database, _ register: RegisterSchema) throws {
    self.db = db
    names = TableNames(register.table)
    fields = register.fields
    let history = SQL.quoted(names.history)
    entries = try RawStatement(
      db,
      "SELECT h.valid_from, h.value FROM \(history) AS h WHERE h.\"row\" = ? AND h.field = ? "
        + "ORDER BY h.valid_from")
    put = try RawStatement(
      db,
      "INSERT INTO \(history) (\"row\", field, valid_from, value, recorded_on) "
        + "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value, "
        + "recorded_on = excluded.recorded_on")
    keep = try RawStatement(
      db,
      "INSERT OR IGNORE INTO \(history) (\"row\", field, valid_from, value, recorded_on) "
        + "VALUES (?, ?, ?, ?, ?)")
  }

  /// Gives a field a value from `day` on, where it is known already what its timeline comes to.
  /// - Parameters:
  ///   - first: what it held from ever; nil if nothing did.
  ///   - current: what it holds in the end.
  func enter(
    _ field: Int, of record: Int64, first: StoredValue?, from day: Int64, to new: StoredValue,
    current: StoredValue, recordedOn: Int64
  ) throws {
    if let first {
      try put(first, field, record, Int64(Int32.min), unknownCell, by: keep)
    }
    try put(new, field, record, day, recordedOn, by: put)
    try setCurrent(field, of: record, to: current)
  }

  /// What became of a value.
  enum Effect { case nothing, earlier, current }

  /// Gives a field a value from `day` on, up to the next change that is known.
  /// - Parameter old: the present value.
  func set(
    _ field: Int, of record: Int64, from day: Int64, to new: StoredValue, old: StoredValue,
    recordedOn: Int64
  ) throws -> Effect {
    let timeline = try timeline(of: field, record)
    let last = timeline.last?.from ?? Int64(Int32.min)
    let before = timeline.last { $0.from <= day }?.value ?? old
    if before == new { return .nothing }
    if timeline.isEmpty {
      try put(old, field, record, Int64(Int32.min), unknownCell, by: put)
    }
    try put(new, field, record, day, recordedOn, by: put)
    guard day >= last else { return .earlier }
    try setCurrent(field, of: record, to: new)
    return .current
  }

  private func timeline(of field: Int, _ record: Int64) throws -> [(
    from: Int64, value: StoredValue
  )] {
    entries.bind(record, at: 1)
    entries.bind(fields[field].column, at: 2)
    defer { entries.reset() }
    var result: [(from: Int64, value: StoredValue)] = []
    while try entries.step() {
      result.append((entries.int(0), StoredValue(entries, 1, fields[field])))
    }
    return result
  }

  private func put(
    _ value: StoredValue, _ field: Int, _ record: Int64, _ from: Int64, _ recordedOn: Int64,
    by statement: RawStatement
  ) throws {
    statement.bind(record, at: 1)
    statement.bind(fields[field].column, at: 2)
    statement.bind(from, at: 3)
    value.bind(to: statement, at: 4)
    statement.bindCell(recordedOn, at: 5)
    try statement.run()
  }

  private func setCurrent(_ field: Int, of record: Int64, to value: StoredValue) throws {
    let update = try update(field)
    if fields[field].isMany {
      let (clear, add) = try elementStatements(field)
      clear.bind(record, at: 1)
      try clear.run()
      guard case .list(let list) = value else {
        update.bindNull(at: 1)
        update.bind(record, at: 2)
        return try update.run()
      }
      for (position, element) in list.enumerated() {
        add.bind(record, at: 1)
        add.bind(Int64(position), at: 2)
        switch element {
        case .number(let number): add.bind(number, at: 3)
        case .text(let text): add.bind(text, at: 3)
        }
        try add.run()
      }
      update.bind(Int64(list.count), at: 1)
    } else {
      value.bind(to: update, at: 1)
    }
    update.bind(record, at: 2)
    try update.run()
  }

  private func update(_ field: Int) throws -> RawStatement {
    if let known = updates[field] { return known }
    let statement = try RawStatement(
      db,
      "UPDATE \(SQL.quoted(names.rows)) SET \(SQL.quoted(fields[field].column)) = ? WHERE _id = ?")
    updates[field] = statement
    return statement
  }

  private func elementStatements(_ field: Int) throws -> (clear: RawStatement, add: RawStatement) {
    if let known = elements[field] { return known }
    let table = SQL.quoted(names.elements(fields[field].column))
    let statements = (
      clear: try RawStatement(db, "DELETE FROM \(table) WHERE owner = ?"),
      add: try RawStatement(
        db, "INSERT INTO \(table) (owner, position, value) VALUES (?, ?, ?)")
    )
    elements[field] = statements
    return statements
  }
}
