import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The facts of a run: those of the snapshot, what the run has written over them, and the outcomes. Only tables that were touched are copied, and the
/// snapshot is made anew when somebody reads after something was written.
struct Facts {
  let base: Snapshot
  private(set) var writes: [Write] = []
  private var drafts: [RegisterID: TableDraft] = [:]
  private var outcomes: [RegisterID: TableDraft] = [:]
  /// Shared with whoever compiles expressions over these facts, so that a text has one number.
  let texts: Interner
  private(set) var current: Snapshot
  /// Whether something was written since the snapshot was made.
  private(set) var isStale = false
  /// Whose records were changed since; nil where everything may have been.
  private var changed: Set<RegisterID>? = []

  init(_ base: Snapshot, texts: Interner) {
    (self.base, self.texts, current) = (base, texts, base)
  }

  private var schema: Schema { base.schema }

  // MARK: - Reading

  /// Whether what the snapshot says of these registers may no longer hold.
  func isStale(for registers: Set<RegisterID>) -> Bool {
    isStale && changed.map { !$0.isDisjoint(with: registers) } ?? true
  }

  /// Makes the snapshot anew.
  mutating func refresh() {
    guard isStale else { return }
    isStale = false
    changed = []
    let tables = base.tables.enumerated().map { index, table in
      outcomes[RegisterID(index)]?.table ?? drafts[RegisterID(index)]?.table ?? table
    }
    current = Snapshot(
      schema: schema, tables: tables, symbols: texts.texts, dataVersion: base.dataVersion)
  }

  /// Puts outcomes in place of what their registers hold. False if a value does not fit its field.
  mutating func set(outcomes rows: [RegisterID: [[Value?]]]) -> Bool {
    for (register, rows) in rows {
      var draft = TableDraft(fields: schema[register].fields.count)
      for row in rows {
        var cells = [TableDraft.Cells](repeating: .one(unknownCell), count: draft.columns.count)
        for (field, value) in row.enumerated().prefix(cells.count) {
          guard let made = cellsOf(value, FieldRef(register, field)) else { return false }
          cells[field] = made
        }
        _ = draft.append(cells)
      }
      outcomes[register] = draft
      changed?.insert(register)
    }
    isStale = true
    return true
  }

  /// Forgets what was written since.
  mutating func undo(to earlier: Facts) {
    let outcomes = outcomes
    self = earlier
    self.outcomes = outcomes
    isStale = true
    changed = nil
  }

  /// The store's id of a record; one that the run has written gets what the store will give it.
  func rowID(_ register: RegisterID, _ position: Int) -> Int64 {
    let ids = base[register].rowIDs
    if ids.indices.contains(position) { return ids[position] }
    let all = drafts[register]?.rowIDs ?? []
    return all.indices.contains(position) ? all[position] : 0
  }

  // MARK: - Writing

  /// A table that may be changed.
  mutating func with<Result>(
    _ register: RegisterID, _ body: (inout TableDraft) -> Result
  ) -> Result {
    let (base, count) = (base, schema[register].fields.count)
    return body(&drafts[register, default: TableDraft(base[register], fields: count)])
  }

  /// Carries out a change and keeps it.
  mutating func add(_ write: Write, _ cells: [(field: Int, cells: TableDraft.Cells)]) {
    with(write.register) { draft in
      switch write.kind {
      case .insert:
        var row = [TableDraft.Cells](repeating: .one(unknownCell), count: draft.columns.count)
        for (field, cell) in cells { row[field] = cell }
        _ = draft.append(row)
      case .update:
        for (field, cell) in cells { draft.set(write.position, field, cell, from: write.day.days) }
      case .delete: draft.end(write.position, on: write.day.days)
      }
    }
    writes.append(write)
    isStale = true
    changed?.insert(write.register)
  }

  /// What a field's cell or list of cells would be; nil if the value does not belong there or does not fit.
  func cellsOf(_ value: Value?, _ field: FieldRef) -> TableDraft.Cells? {
    let schema = schema[field]
    guard let value else { return .one(unknownCell) }
    guard schema.isMany else { return cell(of: value, schema.type).map { .one($0) } }
    guard case .list(let values) = value else { return nil }
    let cells = values.compactMap { cell(of: $0, schema.type) }
    return cells.count == values.count ? .many(cells) : nil
  }

  /// What a field of a record that may be changed holds.
  mutating func value(_ field: FieldRef, _ position: Int, on day: CivilDate) -> Value? {
    let type = schema[field].type
    let texts = texts
    func decode(_ cell: Int64) -> Value? {
      if type == .text { return texts.text(cell).map { .text($0) } }
      return CellCoding.value(of: cell, as: type, symbols: [])
    }
    switch with(field.register, { $0.cells(position, field.field, on: day.days) }) {
    case .one(let cell): return decode(cell)
    case .many(let cells): return .list(cells.compactMap(decode))
    }
  }

  private func cell(of value: Value, _ type: FieldType) -> Int64? {
    if case .text(let text) = value { return type == .text ? texts.id(of: text) : nil }
    var none = SymbolTable()
    return CellCoding.cell(of: value, as: type, symbols: &none)
  }
}

/// A table that is being changed.
struct TableDraft {
  /// What a field of a record holds.
  enum Cells: Hashable {
    case one(Int64)
    case many([Int64])
  }

  struct ColumnDraft {
    var cells: [Int64]
    var offsets: [Int32] = []
    var elements: [Int64] = []
    var timelines: [Int32: [ColumnHistory.Entry]] = [:]
  }

  private(set) var rowIDs: [Int64] = []
  private(set) var columns: [ColumnDraft]
  private(set) var goneFrom: [Int32: Int32] = [:]
  private var recordedOn: [Int64] = []
  /// Where a record with such cells in such fields stands; see `position(of:day:)`.
  private var identities: [Int: Int] = [:]
  private var identityFields: [Int] = []
  private var identityDay: Int32?

  init(fields: Int) { columns = Array(repeating: ColumnDraft(cells: []), count: fields) }

  init(_ table: RegisterTable, fields: Int) {
    (rowIDs, goneFrom, recordedOn) = (table.rowIDs, table.goneFrom, table.recordedOn)
    let blank = ColumnDraft(cells: Array(repeating: unknownCell, count: table.count))
    columns = (0..<fields).map { field in
      guard table.columns.indices.contains(field), let column = table.columns[field] else {
        return blank
      }
      return ColumnDraft(
        cells: column.cells, offsets: column.offsets, elements: column.elements,
        timelines: column.history?.timelines ?? [:])
    }
  }

  var count: Int { rowIDs.count }

  var table: RegisterTable {
    RegisterTable(
      rowIDs: rowIDs,
      columns: columns.map { column in
        Column(
          cells: column.cells, offsets: column.offsets, elements: column.elements,
          history: column.timelines.isEmpty ? nil : ColumnHistory(timelines: column.timelines))
      }, recordedOn: recordedOn, goneFrom: goneFrom)
  }

  /// Adds a record whose values hold from ever; returns its position.
  mutating func append(_ row: [Cells]) -> Int {
    let position = rowIDs.count
    let last = rowIDs.last ?? 0
    rowIDs.append(last == .max ? last : last + 1)
    if !recordedOn.isEmpty { recordedOn.append(unknownCell) }
    for (field, cells) in row.enumerated() { columns[field].cells.append(number(of: cells, field)) }
    if identityDay != nil {
      let key = hash(identityFields.map { row[$0] })
      if identities[key] == nil { identities[key] = position }
    }
    return position
  }

  mutating func set(_ position: Int, _ field: Int, _ cells: Cells, from day: Int32) {
    guard columns[field].cells.indices.contains(position) else { return }
    identityDay = nil
    let key = Int32(truncatingIfNeeded: position)
    let cell = number(of: cells, field)
    var entries =
      columns[field].timelines[key]
      ?? [ColumnHistory.Entry(from: .min, cell: columns[field].cells[position])]
    // What is known of later days holds on, as it does at import.
    entries.removeAll { $0.from == day }
    let place = entries.firstIndex { $0.from > day } ?? entries.endIndex
    entries.insert(ColumnHistory.Entry(from: day, cell: cell), at: place)
    columns[field].timelines[key] = entries
    columns[field].cells[position] = entries.last?.cell ?? cell
  }

  mutating func end(_ position: Int, on day: Int32) {
    identityDay = nil
    let key = Int32(truncatingIfNeeded: position)
    goneFrom[key] = min(goneFrom[key] ?? .max, day)
  }

  func isThere(_ position: Int, on day: Int32) -> Bool {
    (goneFrom[Int32(truncatingIfNeeded: position)] ?? .max) > day
  }

  /// What a field of a record holds on a day.
  func cells(_ position: Int, _ field: Int, on day: Int32) -> Cells {
    let column = columns[field]
    guard column.cells.indices.contains(position) else { return .one(unknownCell) }
    var cell = column.cells[position]
    if let timeline = column.timelines[Int32(truncatingIfNeeded: position)] {
      cell = timeline.last { $0.from <= day }?.cell ?? unknownCell
    }
    guard cell >= 0, cell < Int64(column.offsets.count) - 1 else { return .one(cell) }
    let list = Int(cell)
    return .many(Array(column.elements[Int(column.offsets[list])..<Int(column.offsets[list + 1])]))
  }

  /// The first record that is there on that day and holds these cells in these fields. An index is kept as long as the same fields are asked for.
  mutating func position(of wanted: [(field: Int, cells: Cells)], on day: Int32) -> Int? {
    let fields = wanted.map(\.field)
    if identityDay != day || identityFields != fields {
      (identityDay, identityFields, identities) = (day, fields, [:])
      for position in rowIDs.indices where isThere(position, on: day) {
        let key = hash(fields.map { cells(position, $0, on: day) })
        if identities[key] == nil { identities[key] = position }
      }
    }
    func isWanted(_ position: Int) -> Bool {
      isThere(position, on: day)
        && wanted.allSatisfy { cells(position, $0.field, on: day) == $0.cells }
    }
    guard let found = identities[hash(wanted.map(\.cells))] else { return nil }
    // Two records may share a number.
    return isWanted(found) ? found : rowIDs.indices.first(where: isWanted)
  }

  private func hash(_ cells: [Cells]) -> Int { cells.hashValue }

  private mutating func number(of cells: Cells, _ field: Int) -> Int64 {
    switch cells {
    case .one(let cell): return cell
    case .many(let list):
      if columns[field].offsets.isEmpty { columns[field].offsets = [0] }
      columns[field].elements += list
      columns[field].offsets.append(Int32(truncatingIfNeeded: columns[field].elements.count))
      return Int64(columns[field].offsets.count - 2)
    }
  }
}
