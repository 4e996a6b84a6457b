import GRDB
import ZhibenFacts
import ZhibenSemantics

/// Compares rows of a batch with the records that the store has.
final class RecordComparison {
  private let batch: ImportBatch
  private let columns: [BatchColumn]
  private let fields: [FieldSchema]
  private let statement: RawStatement
  private let changes: RawStatement
  /// By column; nil for one that is not many-valued.
  private let elements: [RawStatement?]

  /// A field that may have to change.
  struct Difference {
    /// The column of the batch.
    var column: Int
    /// What the store has.
    var old: StoredValue
  }

  init(_ db: Database, _ batch: ImportBatch, _ register: RegisterSchema) throws {
    self.batch = batch
    columns = batch.columns
    fields = columns.map { register.fields[$0.field] }
    let names = TableNames(register.table)
    let all = fields.map { "t.\(SQL.quoted($0.column))" }
    statement = try RawStatement(
      db,
      "SELECT \(all.joined(separator: ", ")) FROM \(SQL.quoted(names.rows)) AS t WHERE t._id = ?")
    changes = try RawStatement(
      db, "SELECT DISTINCT h.field FROM \(SQL.quoted(names.history)) AS h WHERE h.\"row\" = ?")
    elements = try fields.map { field in
      guard field.isMany else { return nil }
      return try RawStatement(
        db,
        "SELECT e.value FROM \(SQL.quoted(names.elements(field.column))) AS e WHERE e.owner = ? "
          + "ORDER BY e.position")
    }
  }

  /// The fields in which a row differs from its record, and those that have changed before, whose timeline has to be looked at.
  func differences(_ row: Int, id: Int64, hasHistory: Bool) throws -> [Difference] {
    let changed = hasHistory ? try changedFields(id) : []
    statement.bind(id, at: 1)
    defer { statement.reset() }
    guard try statement.step() else { return [] }
    var result: [Difference] = []
    for (number, field) in fields.enumerated() {
      let isSame = try isSame(row, number, field, id)
      if !isSame || changed.contains(field.column) {
        result.append(Difference(column: number, old: try value(number, field, id)))
      }
    }
    return result
  }

  private func changedFields(_ id: Int64) throws -> Set<String> {
    changes.bind(id, at: 1)
    defer { changes.reset() }
    var result: Set<String> = []
    while try changes.step() { result.insert(changes.text(0)) }
    return result
  }

  private func isSame(_ row: Int, _ number: Int, _ field: FieldSchema, _ id: Int64) throws -> Bool {
    let cell = columns[number].cells[row]
    if cell == unknownCell || statement.isNull(number) {
      return cell == unknownCell && statement.isNull(number)
    }
    if field.isMany {
      let list = columns[number].list(row, field)
      guard Int64(list.count) == statement.int(number) else { return false }
      return try storedList(number, field, id)
        == list.map { field.type == .text ? .text(batch.string($0)) : .number($0) }
    }
    guard field.type == .text else { return cell == statement.int(number) }
    let stored = statement.bytes(number)
    return UnsafeRawBufferPointer(batch.arena.text(cell)).elementsEqual(stored)
  }

  private func value(_ number: Int, _ field: FieldSchema, _ id: Int64) throws -> StoredValue {
    if field.isMany, !statement.isNull(number) {
      return .list(try storedList(number, field, id))
    }
    return StoredValue(statement, number, field)
  }

  private func storedList(_ number: Int, _ field: FieldSchema, _ id: Int64) throws
    -> [ListText.Element]
  {
    guard let reading = elements[number] else { return [] }
    reading.bind(id, at: 1)
    defer { reading.reset() }
    var result: [ListText.Element] = []
    while try reading.step() {
      result.append(field.type == .text ? .text(reading.text(0)) : .number(reading.int(0)))
    }
    return result
  }
}
