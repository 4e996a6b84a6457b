import GRDB
import ZhibenDiagnostics
import ZhibenSemantics

extension Store {
  /// Makes or extends the tables for `schema`. Does nothing, and writes nothing, when the store has them already. Nothing is ever dropped:
  /// registers and fields that other scripts know stay.
  /// - Throws: a field whose type is another than in the store, a table or column name that is taken or reserved, a new 标识 whose values
  ///   are not unique.
  public func prepare(schema: Schema) throws(Diagnostics) {
    let isReady = try reading { db in
      try SchemaPreparation(schema, stored: StoredSchema(db)).plan().isEmpty
    }
    if isReady { return }
    try writing { db in
      let preparation = SchemaPreparation(schema, stored: try StoredSchema(db))
      let steps = try preparation.plan()
      try StoreViews.drop(db)
      for step in steps {
        do {
          try step.run(db)
        } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
          throw Diagnostics([Diagnostic(StoreCode.keyNotUnique, at: .none, step.names)])
        }
      }
      try StoreViews.create(db)
    }
  }
}

/// What has to be done so that a store has the tables of a schema.
struct SchemaPreparation {
  private let schema: Schema
  private let stored: StoredSchema
  private var steps: [SQLStep] = []
  private var problems = Diagnostics()

  init(_ schema: Schema, stored: StoredSchema) {
    self.schema = schema
    self.stored = stored
  }

  /// The statements, in order; none when nothing is missing.
  func plan() throws(Diagnostics) -> [SQLStep] {
    var copy = self
    copy.checkNames()
    var nextID = (stored.registers.values.map(\.id).max() ?? 0) + 1
    for register in schema.recorded {
      if let known = stored.registers[register.table] {
        copy.extend(register, known)
      } else {
        copy.create(register, id: nextID)
        nextID += 1
      }
    }
    for list in schema.recordedLists { copy.addValues(of: list) }
    if copy.problems.hasErrors { throw copy.problems }
    return copy.steps
  }

  // MARK: Tables

  private mutating func create(_ register: RegisterSchema, id: Int) {
    let names = TableNames(register.table)
    let columns = register.fields.map { "\(SQL.quoted($0.column)) \($0.sqlType)" }
    let all =
      // Records without a 标识 are told apart by a digest of their content.
      ["_id INTEGER PRIMARY KEY", "_recorded_on INTEGER", "_source TEXT", "_content INTEGER"]
      + columns + ["\(TableNames.goneFrom) INTEGER"]
    steps.append(
      SQLStep(
        sql: "CREATE TABLE \(SQL.quoted(names.rows)) (\(all.joined(separator: ", "))) STRICT"))
    steps.append(
      SQLStep(
        sql: """
          CREATE TABLE \(SQL.quoted(names.history)) (
            "row" INTEGER NOT NULL, field TEXT NOT NULL, valid_from INTEGER NOT NULL, value ANY,
            recorded_on INTEGER, PRIMARY KEY ("row", field, valid_from)) STRICT, WITHOUT ROWID
          """))
    steps.append(
      SQLStep(
        sql: "CREATE INDEX \(SQL.quoted(names.rows + "__by_content")) "
          + "ON \(SQL.quoted(names.rows)) (_content) WHERE _content IS NOT NULL"))
    steps.append(
      SQLStep(
        sql: "INSERT INTO zb_register (id, table_name, name, is_confidential) VALUES (?, ?, ?, ?)",
        arguments: [id, register.table, register.name, register.isConfidential]))
    for (position, field) in register.fields.enumerated() {
      addParts(of: field, names, register)
      record(field, position: position, registerID: id)
    }
  }

  private mutating func extend(_ register: RegisterSchema, _ known: StoredSchema.Register) {
    let names = TableNames(register.table)
    if known.name != register.name || known.isConfidential != register.isConfidential {
      steps.append(
        SQLStep(
          sql: "UPDATE zb_register SET name = ?, is_confidential = ? WHERE id = ?",
          arguments: [register.name, register.isConfidential, known.id]))
    }
    for (position, field) in register.fields.enumerated() {
      let wanted = StoredSchema.Field(field, position: position, schema: schema)
      guard let present = known.fields[field.column] else {
        steps.append(
          SQLStep(
            sql: "ALTER TABLE \(SQL.quoted(names.rows)) ADD COLUMN \(SQL.quoted(field.column)) "
              + field.sqlType))
        addParts(of: field, names, register)
        record(field, position: position, registerID: known.id)
        continue
      }
      guard present.isCompatible(with: wanted) else {
        problems.add(.typeChanged(register, field, stored: present, declared: wanted))
        continue
      }
      if wanted.isKey, !present.isKey { steps.append(uniqueIndex(on: field, of: register)) }
      if present.name != wanted.name || present.isConfidential != wanted.isConfidential
        || (wanted.isKey && !present.isKey) || present.detail.count < wanted.detail.count
      {
        record(field, position: position, registerID: known.id)
      }
    }
  }

  /// The element table of a many-valued field, the index of a key or a reference.
  private mutating func addParts(
    of field: FieldSchema, _ names: TableNames, _ register: RegisterSchema
  ) {
    var isReference = false
    if case .reference = field.type { isReference = true }
    if field.isMany {
      let table = SQL.quoted(names.elements(field.column))
      steps.append(
        SQLStep(
          sql: """
            CREATE TABLE \(table) (owner INTEGER NOT NULL, position INTEGER NOT NULL,
              value \(field.elementSQLType) NOT NULL, PRIMARY KEY (owner, position))
              STRICT, WITHOUT ROWID
            """))
      if isReference {
        let name = SQL.quoted(names.elements(field.column) + "__value")
        steps.append(SQLStep(sql: "CREATE INDEX \(name) ON \(table) (value)"))
      }
    } else if field.isKey {
      steps.append(uniqueIndex(on: field, of: register))
    } else if isReference {
      steps.append(SQLStep(sql: Self.index(on: field.column, of: names, unique: false)))
    }
  }

  private func uniqueIndex(on field: FieldSchema, of register: RegisterSchema) -> SQLStep {
    SQLStep(
      sql: Self.index(on: field.column, of: TableNames(register.table), unique: true),
      names: ["register": register.name, "field": field.name])
  }

  /// The statement that makes the index of a column. A key is unique among the records that have not been struck off.
  static func index(on column: String, of names: TableNames, unique: Bool) -> String {
    let kind = unique ? "CREATE UNIQUE INDEX" : "CREATE INDEX"
    let rest =
      unique ? ", CASE WHEN \(TableNames.goneFrom) IS NULL THEN 0 ELSE _id END" : ""
    return "\(kind) \(SQL.quoted(indexName(on: column, of: names))) "
      + "ON \(SQL.quoted(names.rows)) (\(SQL.quoted(column))\(rest))"
  }

  /// The name of the index of a column.
  static func indexName(on column: String, of names: TableNames) -> String {
    names.rows + "__by_" + column
  }

  private mutating func record(_ field: FieldSchema, position: Int, registerID: Int) {
    let row = StoredSchema.Field(field, position: position, schema: schema)
    steps.append(
      SQLStep(
        sql: """
          INSERT INTO zb_field (register_id, column_name, position, name, type, detail, is_many,
            is_key, is_confidential) VALUES (\(SQL.marks(9)))
          ON CONFLICT DO UPDATE SET name = excluded.name,
            detail = excluded.detail, is_key = max(is_key, excluded.is_key),
            is_confidential = excluded.is_confidential
          """,
        arguments: [
          registerID, field.column, position, row.name, row.type, row.detail, row.isMany,
          row.isKey, row.isConfidential,
        ]))
  }

  private mutating func addValues(of list: EnumSchema) {
    let known = stored.enumCodes[list.name] ?? [:]
    var next = (known.values.max() ?? -1) + 1
    for (value, synonyms) in zip(list.values, list.synonyms)
    where known[value] == nil && !synonyms.contains(where: { known[$0] != nil }) {
      steps.append(
        SQLStep(
          sql: "INSERT OR IGNORE INTO zb_enum (name, code, value) VALUES (?, ?, ?)",
          arguments: [list.name, next, value]))
      next += 1
    }
  }

  // MARK: Names

  /// Every table, and every column of a table, has a name of its own; SQLite does not tell letters' case apart.
  private mutating func checkNames() {
    var tables: Set<String> = []
    for register in schema.recorded {
      let names = TableNames(register.table)
      let parts =
        [names.rows, names.history]
        + register.fields.filter(\.isMany).map { names.elements($0.column) }
      // One message for a register: its further tables are named after the first.
      let taken = parts.first { part in
        let name = part.lowercased()
        return name.isEmpty || name.hasPrefix("zb_") || name.hasPrefix("sqlite_")
          || name.contains("\0") || !tables.insert(name).inserted
      }
      if let taken { refuse(taken, of: register) }
      var columns: Set<String> = []
      for field in register.fields {
        let name = field.column.lowercased()
        let isReserved = name.isEmpty || name.hasPrefix("_") || name.contains("\0")
        if isReserved || !columns.insert(name).inserted { refuse(field.column, of: register) }
      }
    }
  }

  private mutating func refuse(_ name: String, of register: RegisterSchema) {
    problems.add(
      Diagnostic(StoreCode.nameTaken, at: .none, ["register": register.name, "name": name]))
  }
}
