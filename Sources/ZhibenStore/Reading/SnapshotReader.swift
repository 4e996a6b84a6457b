import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Demand {
  /// All that is read, of outcomes every field.
  init(_ reads: Program.Reads, _ schema: Schema) {
    self.init(fields: reads.fields)
    for register in reads.outcomes { fields[register] = Set(schema[register].fields.indices) }
  }
}

extension Store {
  /// Reads what statements or a question ask for, outcomes included: these as the last run left them.
  /// - Parameters:
  ///   - reads: what is asked for.
  ///   - more: other fields.
  ///   - day: the judged day.
  /// - Throws: what `snapshot(schema:demand:)` throws.
  public func snapshot(
    program: Program, reads: Program.Reads, and more: Demand = Demand(), day: CivilDate
  ) throws(Diagnostics) -> Snapshot {
    try reading { db in
      let facts = try StoredFacts(db, program, day: day)
      var demand = Demand(reads, program.schema)
      demand.fields.merge(more.fields) { $0.union($1) }
      var reader = SnapshotReader(
        schema: program.schema, demand: demand, stored: facts.stored, outcomes: facts.outcomes,
        rowLimit: rowLimit)
      return try reader.read(db)
    }
  }

  /// Reads the facts that `demand` names, as of one moment of the store.
  ///
  /// A register costs one statement, one more if a many-valued field is asked for, one more if any of its fields ever changed. Registers that
  /// are only referred to are read with row ids, others stay empty. What the store does not have yet is empty or unknown: reading changes
  /// nothing.
  /// - Throws: a field whose type is another than in the store; failures of the file.
  public func snapshot(schema: Schema, demand: Demand) throws(Diagnostics) -> Snapshot {
    try reading { db in
      var reader = SnapshotReader(
        schema: schema, demand: demand, stored: try StoredSchema(db), rowLimit: rowLimit)
      return try reader.read(db)
    }
  }
}

/// Reads registers into columns.
struct SnapshotReader {
  private let schema: Schema
  private let demand: Demand
  private let stored: StoredSchema
  private let outcomes: OutcomeTables?
  private var symbols = SymbolTable()
  private var drafts: [TableColumns]
  private let rowLimit: Int
  private var rowCount = 0

  init(
    schema: Schema, demand: Demand, stored: StoredSchema, outcomes: OutcomeTables? = nil,
    rowLimit: Int = .max
  ) {
    self.outcomes = outcomes
    self.rowLimit = rowLimit
    self.schema = schema
    self.demand = demand
    self.stored = stored
    drafts = schema.registers.map { _ in TableColumns() }
  }

  /// Reads everything that is asked for.
  mutating func read(_ db: Database) throws -> Snapshot {
    try checkTypes()
    for (id, fields) in loads {
      guard let register = stored.registers[schema[id].table] else {
        drafts[id.index].columns = fields.map { (field: $0, column: ColumnCells()) }
        continue
      }
      drafts[id.index] = try readTable(db, id, fields.sorted(), register)
    }
    let maps = drafts.map { PositionMap($0.rowIDs) }
    let tables = zip(schema.registers, drafts).map { register, draft in
      var columns = [ZhibenFacts.Column?](repeating: nil, count: register.fields.count)
      for (field, cells) in draft.columns {
        columns[field] = cells.column(
          translating: translation(of: register.fields[field].type, maps))
      }
      return RegisterTable(
        rowIDs: draft.rowIDs, columns: columns, recordedOn: draft.recordedOn,
        goneFrom: draft.goneFrom)
    }
    return Snapshot(
      schema: schema, tables: tables, symbols: symbols.symbols,
      dataVersion: try StoreFormat.dataVersion(db))
  }

  /// The registers to read, with the fields: those asked for, and those they refer to.
  private var loads: [(id: RegisterID, fields: Set<Int>)] {
    var result = demand.fields.filter { schema.registers.indices.contains($0.key.index) }
    for (id, fields) in result {
      result[id] = fields.filter { schema[id].fields.indices.contains($0) }
    }
    for (id, fields) in demand.fields {
      guard schema.registers.indices.contains(id.index) else { continue }
      for field in fields where schema[id].fields.indices.contains(field) {
        if case .reference(let target) = schema[id].fields[field].type, result[target] == nil {
          result[target] = []
        }
      }
    }
    return result.sorted { $0.key < $1.key }.map { (id: $0.key, fields: $0.value) }
  }

  /// Refuses fields whose type is another than in the store.
  func checkTypes() throws(Diagnostics) {
    var problems = Diagnostics()
    for (id, fields) in loads {
      let register = schema[id]
      guard let known = stored.registers[register.table] else { continue }
      for position in fields {
        let field = register.fields[position]
        let wanted = StoredSchema.Field(field, position: position, schema: schema)
        if let present = known.fields[field.column], !present.isCompatible(with: wanted) {
          problems.add(.typeChanged(register, field, stored: present, declared: wanted))
        }
      }
    }
    if problems.hasErrors { throw problems }
  }

  // MARK: One register

  private mutating func readTable(
    _ db: Database, _ id: RegisterID, _ fields: [Int], _ register: StoredSchema.Register
  ) throws -> TableColumns {
    let names = TableNames(schema[id].table)
    let all = schema[id].fields
    let present = fields.filter { register.fields[all[$0].column] != nil }
    let isAskedFor = demand.fields[id] != nil
    let hasRemovals = isAskedFor && register.hasRemovals
    var columns: [Fragment] = ["t.\(name: "_id")"]
    if isAskedFor { columns.append("t.\(name: "_recorded_on")") }
    columns += present.map { "t.\(name: all[$0].column)" }
    if hasRemovals { columns.append("t.\(name: TableNames.goneFrom)") }
    let table: Fragment = "\(name: names.rows)"
    let source = outcomes?.sources[names.rows] ?? table
    let statement = try RawStatement(
      db,
      """
      SELECT \(columns.joined(by: ", ")) FROM \(source) AS t ORDER BY t.\(name: "_id")
      """ as Fragment)
    var result = TableColumns()
    var cells = [[Int64]](repeating: [], count: present.count)
    let isText = present.map { !all[$0].isMany && all[$0].type == .text }
    let offset = isAskedFor ? 2 : 1
    while try statement.step() {
      try countRow()
      result.rowIDs.append(statement.int(0))
      if isAskedFor { result.recordedOn.append(statement.cell(1)) }
      if hasRemovals, !statement.isNull(cells.count + offset) {
        result.goneFrom[Int32(clamping: result.rowIDs.count - 1)] = Int32(
          clamping: statement.int(cells.count + offset))
      }
      for index in cells.indices {
        if isText[index] {
          let isBlank = statement.isNull(index + offset)
          cells[index].append(
            isBlank ? unknownCell : symbols.intern(statement.bytes(index + offset)))
        } else {
          cells[index].append(statement.cell(index + offset))
        }
      }
    }
    for field in fields {
      let cells = present.firstIndex(of: field).map { cells[$0] }
      result.columns.append(
        (
          field: field,
          column: ColumnCells(
            cells: cells ?? Array(repeating: unknownCell, count: result.rowIDs.count))
        ))
    }
    try readLists(db, names, all, present, into: &result)
    if register.hasHistory, !present.isEmpty {
      try readHistory(db, names, all, present, into: &result)
    }
    return result
  }

  private mutating func countRow() throws(Diagnostics) {
    rowCount += 1
    if rowCount > rowLimit {
      throw Diagnostics([Diagnostic(StoreCode.tooManyRows, at: .none, ["limit": "\(rowLimit)"])])
    }
  }

  /// Reads the elements of all many-valued fields of a register in one statement. The register's own cells hold the lists' lengths.
  private mutating func readLists(
    _ db: Database, _ names: TableNames, _ all: [FieldSchema], _ present: [Int],
    into table: inout TableColumns
  ) throws {
    let many = present.filter { all[$0].isMany }
    if many.isEmpty { return }
    let parts = many.map { field in
      "SELECT \(field) AS field, e.owner AS owner, e.position AS position, e.value AS value "
        + "FROM \(SQL.quoted(names.elements(all[field].column))) AS e"
    }
    let statement = try RawStatement(
      db, parts.joined(separator: " UNION ALL ") + " ORDER BY field, owner, position")
    let map = PositionMap(table.rowIDs)
    var lists: [Int: [[Int64]]] = [:]
    for field in many { lists[field] = Array(repeating: [], count: table.rowIDs.count) }
    while try statement.step() {
      let field = Int(statement.int(0))
      guard let position = map.position(of: statement.int(1)), all.indices.contains(field)
      else { continue }
      let isText = all[field].type == .text
      lists[field]?[Int(position)].append(
        isText ? symbols.intern(statement.bytes(3)) : statement.cell(3))
    }
    for index in table.columns.indices {
      guard let lists = lists[table.columns[index].field] else { continue }
      table.columns[index].column.takeLists(lists)
    }
  }

  private mutating func readHistory(
    _ db: Database, _ names: TableNames, _ all: [FieldSchema], _ present: [Int],
    into table: inout TableColumns
  ) throws {
    let statement = try RawStatement(
      db,
      "SELECT h.\"row\", h.field, h.valid_from, h.value FROM \(SQL.quoted(names.history)) AS h "
        + "ORDER BY h.\"row\", h.field, h.valid_from")
    let map = PositionMap(table.rowIDs)
    var indexByColumn: [String: Int] = [:]
    for (index, entry) in table.columns.enumerated() where present.contains(entry.field) {
      indexByColumn[all[entry.field].column] = index
    }
    while try statement.step() {
      guard let position = map.position(of: statement.int(0)),
        let index = indexByColumn[statement.text(1)]
      else { continue }
      let field = all[table.columns[index].field]
      let cell: Int64
      if statement.isNull(3) {
        cell = unknownCell
      } else if field.isMany {
        cell = table.columns[index].column.append(list: elements(of: statement.text(3), field))
      } else if field.type == .text {
        cell = symbols.intern(statement.bytes(3))
      } else {
        cell = statement.int(3)
      }
      table.columns[index].column.timelines[position, default: []].append(
        .init(from: Int32(clamping: statement.int(2)), cell: cell))
    }
  }

  private mutating func elements(of json: String, _ field: FieldSchema) -> [Int64] {
    ListText.decode(json).map { element in
      switch element {
      case .text(let text): symbols.intern(text)
      case .number(let number): number
      }
    }
  }

  // MARK: Translation

  /// What stands in the store for references and enum values becomes positions.
  private func translation(of type: FieldType, _ maps: [PositionMap]) -> (
    @Sendable (Int64) -> Int64
  )? {
    switch type {
    case .reference(let target):
      let map = maps[target.index]
      return { map.cell(of: $0) }
    case .enumeration(let id) where outcomes?.lists.contains(id) == true: return nil
    case .enumeration(let id):
      let positions = schema.positions(of: id, codes: stored.enumCodes[schema[id].name] ?? [:])
      if positions.elementsEqual(0..<Int64(positions.count)) { return nil }
      return { code in
        guard code >= 0, code < Int64(positions.count), positions[Int(code)] >= 0 else {
          return unknownCell
        }
        return positions[Int(code)]
      }
    default: return nil
    }
  }
}

/// The columns of one register as read.
private struct TableColumns {
  var rowIDs: [Int64] = []
  var recordedOn: [Int64] = []
  var goneFrom: [Int32: Int32] = [:]
  var columns: [(field: Int, column: ColumnCells)] = []
}

/// One column as read: references are row ids, enum values are codes.
private struct ColumnCells {
  var cells: [Int64] = []
  var offsets: [Int32] = []
  var elements: [Int64] = []
  var timelines: [Int32: [ColumnHistory.Entry]] = [:]

  /// Replaces the lengths in `cells` by the positions of the lists.
  mutating func takeLists(_ lists: [[Int64]]) {
    for (position, list) in lists.enumerated() where cells[position] != unknownCell {
      cells[position] = append(list: list)
    }
  }

  mutating func append(list: [Int64]) -> Int64 {
    if offsets.isEmpty { offsets.append(0) }
    elements += list
    offsets.append(Int32(truncatingIfNeeded: elements.count))
    return Int64(offsets.count - 2)
  }

  func column(translating translate: ((Int64) -> Int64)?) -> ZhibenFacts.Column {
    let isMany = !offsets.isEmpty
    func cell(_ cell: Int64) -> Int64 {
      guard let translate, cell != unknownCell else { return cell }
      return translate(cell)
    }
    return ZhibenFacts.Column(
      cells: isMany || translate == nil ? cells : cells.map(cell), offsets: offsets,
      elements: translate == nil ? elements : elements.map(cell),
      history: timelines.isEmpty
        ? nil
        : ColumnHistory(
          timelines: isMany || translate == nil
            ? timelines
            : timelines.mapValues { $0.map { .init(from: $0.from, cell: cell($0.cell)) } }))
  }
}
