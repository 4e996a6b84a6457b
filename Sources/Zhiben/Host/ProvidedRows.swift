import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Puts the rows that a host gives into a snapshot, beside what was read from the store.
struct ProvidedRows {
  private let host: ScriptHost
  private let schema: Schema

  init(_ host: ScriptHost, _ schema: Schema) { (self.host, self.schema) = (host, schema) }

  /// The registers of the schema that the host gives.
  static func registers(of host: ScriptHost, in schema: Schema) -> [RegisterID] {
    schema.registers.indices.map { RegisterID($0) }.filter { source(host, schema[$0]) != nil }
  }

  private static func source(_ host: ScriptHost, _ register: RegisterSchema) -> (
    @Sendable () throws -> [HostRecord]
  )? {
    host.registers[register.name] ?? host.registers[register.table]
  }

  /// The snapshot with the host's rows in their registers.
  /// - Throws: rows that do not fit their register, and what the host throws (E0831).
  func joined(_ snapshot: Snapshot) throws(Diagnostics) -> Snapshot {
    let provided = Self.registers(of: host, in: schema).filter {
      snapshot[$0].columns.contains { $0 != nil }
    }
    if provided.isEmpty { return snapshot }
    var rows: [RegisterID: [Keyed]] = [:]
    for register in provided { rows[register] = try keyed(register) }
    var keys = RecordKeys(snapshot: snapshot)
    for (register, rows) in rows { keys.add(rows.map(\.key), of: register) }
    var texts = TextNumbers(snapshot.symbols)
    var tables = snapshot.tables
    for register in provided {
      tables[register.index] = try table(
        register, rows[register] ?? [], snapshot[register], &keys, &texts)
    }
    return Snapshot(
      schema: snapshot.schema, tables: tables, symbols: texts.all, dataVersion: snapshot.dataVersion
    )
  }

  // MARK: - Rows

  private struct Keyed {
    var id: Int64
    var key: String
    /// Counted from 1, as the host gave them.
    var number: Int
    var record: HostRecord
  }

  /// The rows with ids that hold from run to run: the ledger remembers records by them.
  private func keyed(_ register: RegisterID) throws(Diagnostics) -> [Keyed] {
    guard let source = Self.source(host, schema[register]), let field = schema[register].keyField
    else { return [] }
    let given: [HostRecord]
    do {
      given = try source()
    } catch {
      throw Self.problem(schema[register], 0, Wording("\(error)"), cause: error)
    }
    var seen: Set<Int64> = []
    var result: [Keyed] = []
    for (index, record) in given.enumerated() {
      let names = [schema[register].fields[field].name, schema[register].fields[field].column]
      guard let value = names.lazy.compactMap({ record.fields[$0] ?? nil }).first,
        let key = Self.text(of: value)
      else {
        throw Self.problem(
          schema[register], index + 1, Wording(zh: "没有标识", en: "it has no key"))
      }
      let row = Keyed(id: Self.id(of: key), key: key, number: index + 1, record: record)
      guard seen.insert(row.id).inserted else {
        throw Self.problem(
          schema[register], index + 1,
          Wording(zh: "标识「\(key)」已有", en: "the key “\(key)” is there already"))
      }
      result.append(row)
    }
    return result.sorted { $0.id < $1.id }
  }

  /// FNV-1a, without the sign.
  private static func id(of key: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return max(1, Int64(hash >> 1))
  }

  static func text(of value: Value) -> String? {
    switch value {
    case .text(let text): text
    case .number(let number): number.description
    default: nil
    }
  }

  // MARK: - Columns

  private func table(
    _ register: RegisterID, _ rows: [Keyed], _ read: RegisterTable, _ keys: inout RecordKeys,
    _ texts: inout TextNumbers
  ) throws(Diagnostics) -> RegisterTable {
    let known = Set(schema[register].fields.flatMap { [$0.name, $0.column] })
    for row in rows {
      if let stranger = row.record.fields.keys.sorted().first(where: { !known.contains($0) }) {
        throw Self.problem(
          schema[register], row.number,
          Wording(zh: "没有字段「\(stranger)」", en: "there is no field “\(stranger)”"))
      }
    }
    var columns: [Column?] = []
    for (index, field) in schema[register].fields.enumerated() {
      guard read.columns[index] != nil else {
        columns.append(nil)
        continue
      }
      var coder = HostCells(field: field, schema: schema)
      for row in rows {
        let value = row.record.fields[field.name] ?? row.record.fields[field.column] ?? nil
        guard coder.add(value, &keys, &texts) else {
          throw Self.problem(
            schema[register], row.number,
            Wording(
              zh: "「\(field.name)」放不下给出的值", en: "“\(field.name)” cannot hold the value given"))
        }
      }
      columns.append(coder.column)
    }
    return RegisterTable(
      rowIDs: rows.map(\.id), columns: columns, recordedOn: rows.map { _ in unknownCell })
  }

  static func problem(
    _ register: RegisterSchema, _ row: Int, _ reason: Wording, cause: (any Error)? = nil
  ) -> Diagnostics {
    let place =
      row > 0 ? Wording(zh: "第 \(row) 条", en: "row \(row)") : Wording(zh: "记录", en: "its rows")
    var diagnostic = Diagnostic(
      "E0831", at: .none,
      ["register": Wording(register.name), "row": place, "reason": reason])
    diagnostic.cause = cause
    return Diagnostics([diagnostic])
  }
}

/// Texts by number: those of the snapshot and new ones.
struct TextNumbers {
  private(set) var all: [String]
  /// Made when the first text is looked up.
  private var numbers: [String: Int64]?

  init(_ texts: [String]) { all = texts }

  mutating func number(of text: String) -> Int64 {
    var known =
      numbers
      ?? Dictionary(
        all.enumerated().map { ($1, Int64($0)) }, uniquingKeysWith: { first, _ in first })
    numbers = nil
    defer { numbers = known }
    if let number = known[text] { return number }
    let number = Int64(all.count)
    all.append(text)
    known[text] = number
    return number
  }
}

/// The positions of records by key, of the registers that are referred to.
struct RecordKeys {
  private let snapshot: Snapshot
  private var positions: [RegisterID: [String: Int64]] = [:]

  init(snapshot: Snapshot) { self.snapshot = snapshot }

  mutating func add(_ keys: [String], of register: RegisterID) {
    positions[register] = Dictionary(
      keys.enumerated().map { ($1, Int64($0)) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func position(of key: String, in register: RegisterID) -> Int64? {
    if let known = positions[register] { return known[key] }
    let schema = snapshot.schema
    var known: [String: Int64] = [:]
    if let field = schema[register].keyField, let column = snapshot[register].columns[field] {
      let type = schema[register].fields[field].type
      for (row, cell) in column.cells.enumerated() {
        let value = CellCoding.value(of: cell, as: type, symbols: snapshot.symbols)
        if let text = value.flatMap(ProvidedRows.text) { known[text] = Int64(row) }
      }
    }
    positions[register] = known
    return known[key]
  }
}

/// Makes the column of one field.
struct HostCells {
  private let field: FieldSchema
  private let schema: Schema
  private var cells: [Int64] = []
  private var offsets: [Int32] = [0]
  private var elements: [Int64] = []
  private var unused = SymbolTable()

  init(field: FieldSchema, schema: Schema) { (self.field, self.schema) = (field, schema) }

  /// Adds a row's value; false if the field cannot hold it.
  mutating func add(_ value: Value?, _ keys: inout RecordKeys, _ texts: inout TextNumbers) -> Bool {
    guard let value else {
      cells.append(unknownCell)
      return true
    }
    guard field.isMany else {
      guard let cell = cell(value, &keys, &texts) else { return false }
      cells.append(cell)
      return true
    }
    guard case .list(let values) = value else { return false }
    for value in values {
      guard let cell = cell(value, &keys, &texts) else { return false }
      elements.append(cell)
    }
    offsets.append(Int32(clamping: elements.count))
    cells.append(Int64(offsets.count - 2))
    return true
  }

  private mutating func cell(
    _ value: Value, _ keys: inout RecordKeys, _ texts: inout TextNumbers
  ) -> Int64? {
    switch (field.type, value) {
    case (.text, .text(let text)): return texts.number(of: text)
    case (.enumeration(let id), .text(let text)):
      let list = schema[id]
      return
        (list.values.firstIndex(of: text)
        ?? list.synonyms.firstIndex { $0.contains(text) }).map { Int64($0) }
    case (.reference(let register), _):
      return ProvidedRows.text(of: value).flatMap { keys.position(of: $0, in: register) }
    default: return CellCoding.cell(of: value, as: field.type, symbols: &unused)
    }
  }

  var column: Column {
    Column(
      cells: cells, offsets: field.isMany ? offsets : [], elements: field.isMany ? elements : [])
  }
}
