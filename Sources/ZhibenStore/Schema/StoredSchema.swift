import GRDB
import ZhibenSemantics

/// What a store knows of its registers: read from its own tables, so that a store can be read without the script that made it.
struct StoredSchema {
  struct Register {
    var id: Int
    var name: String
    var hasHistory: Bool
    /// Whether any record was struck off.
    var hasRemovals: Bool
    var isConfidential: Bool
    var fields: [String: Field] = [:]
  }

  struct Field: Equatable {
    var position: Int
    var name: String
    var type: String
    /// The unit of a number, the name of an enum, the table of a reference; empty else.
    var detail: String
    var isMany: Bool
    var isKey: Bool
    var isConfidential: Bool
  }

  /// By table.
  var registers: [String: Register] = [:]
  /// The codes of each list, by value.
  var enumCodes: [String: [String: Int]] = [:]

  /// Makes an empty one.
  init() {}

  /// Reads it: three statements.
  init(_ db: Database) throws {
    var tables: [Int: String] = [:]
    let registerRows = try Row.fetchCursor(db, sql: "SELECT * FROM zb_register")
    while let row = try registerRows.next() {
      let (id, table): (Int, String) = (row["id"], row["table_name"])
      tables[id] = table
      registers[table] = Register(
        id: id, name: row["name"], hasHistory: row["has_history"],
        // A store of the first layout that is only read does not have it.
        hasRemovals: row["has_removals"] ?? false, isConfidential: row["is_confidential"])
    }
    let fieldRows = try Row.fetchCursor(
      db,
      sql: """
        SELECT register_id, column_name, position, name, type, detail, is_many, is_key,
          is_confidential FROM zb_field
        """)
    while let row = try fieldRows.next() {
      guard let table = tables[row[0]] else { continue }
      registers[table]?.fields[row[1]] = Field(
        position: row[2], name: row[3], type: row[4], detail: row[5], isMany: row[6],
        isKey: row[7], isConfidential: row[8])
    }
    let enumRows = try Row.fetchCursor(
      db, sql: "SELECT name, code, value FROM zb_enum WHERE name NOT LIKE 'zb\\_%' ESCAPE '\\'")
    while let row = try enumRows.next() {
      enumCodes[row[0], default: [:]][row[2]] = row[1]
    }
  }
}

extension StoredSchema.Field {
  /// A field of a schema as the store writes it down.
  init(_ field: FieldSchema, position: Int, schema: Schema) {
    let (type, detail) =
      switch field.type {
      case .bool: ("bool", "")
      case .integer: ("integer", "")
      case .number(let unit): ("number", unit)
      case .text: ("text", "")
      case .date: ("date", "")
      case .moment: ("moment", "")
      case .enumeration(let id): ("enumeration", schema[id].name)
      case .reference(let id): ("reference", schema[id].table)
      }
    self.init(
      position: position, name: field.name, type: type, detail: detail, isMany: field.isMany,
      isKey: field.isKey, isConfidential: field.isConfidential)
  }

  /// Whether cells of the one are cells of the other. A number without a unit may get one.
  func isCompatible(with other: StoredSchema.Field) -> Bool {
    guard type == other.type, isMany == other.isMany else { return false }
    if type == "number" { return detail.isEmpty || other.detail.isEmpty || detail == other.detail }
    return detail == other.detail
  }
}

extension Schema {
  /// The position of each code of the store in the schema's list, by code; −1 for a value that the list no longer has. A value that was
  /// renamed is found by its synonym.
  func positions(of id: EnumID, codes: [String: Int]) -> [Int64] {
    let list = self[id]
    var result = [Int64](repeating: -1, count: (codes.values.max() ?? -1) + 1)
    for (value, code) in codes where code >= 0 {
      let position =
        list.values.firstIndex(of: value) ?? list.synonyms.firstIndex { $0.contains(value) }
      if let position { result[code] = Int64(position) }
    }
    return result
  }
}
