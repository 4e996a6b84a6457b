import ZhibenCalendar
import ZhibenSemantics

/// Builds a snapshot in memory, record by record: for hosts that keep their facts elsewhere, and for tests.
///
/// Fields are named as in the schema, by name or by column. A field that is not given is unknown.
public struct SnapshotBuilder: Sendable {
  /// The schema the records belong to.
  public let schema: Schema
  private var symbols = SymbolTable()
  private var tables: [TableDraft]

  /// Why a record cannot be added.
  public enum Problem: Error, Hashable, Sendable {
    case noRegister(String)
    case noField(register: String, field: String)
    case noRecord(register: String, position: Int)
    /// The value is not of the field's type, or does not fit a cell.
    case wrongValue(register: String, field: String)
    /// Row ids ascend.
    case rowIDNotAscending(register: String, rowID: Int64)
  }

  /// Starts without records.
  public init(schema: Schema) {
    self.schema = schema
    tables = schema.registers.map { TableDraft(columnCount: $0.fields.count) }
  }

  /// Adds a record; its values hold from ever. Returns its position.
  /// - Parameters:
  ///   - values: by field name; `nil` is unknown. A many-valued field takes a `.list`; an empty one means: checked, none.
  ///   - recordedOn: the day of entry; unknown if not given.
  ///   - rowID: the store's id; by default one more than the last.
  @discardableResult
  public mutating func add(
    to register: String, _ values: [String: Value?] = [:], recordedOn: CivilDate? = nil,
    rowID: Int64? = nil
  ) throws(Problem) -> Int {
    let id = try registerID(register)
    let last = tables[id.index].rowIDs.last ?? 0
    guard (rowID ?? Int64.max) > last else {
      throw .rowIDNotAscending(register: register, rowID: rowID ?? last)
    }
    // All cells are made before the first is stored, so that a wrong value leaves nothing behind.
    var cells: [(field: Int, cell: Int64)] = []
    for (name, value) in values {
      let field = try fieldIndex(name, of: id)
      cells.append((field, try cell(of: value, FieldRef(id, field))))
    }
    let position = tables[id.index].appendRow(
      id: rowID ?? last + 1, recordedOn: recordedOn.map { Int64($0.days) } ?? unknownCell)
    for (field, cell) in cells { tables[id.index].columns[field].cells[position] = cell }
    return position
  }

  /// Sets a field of a record from ever, or, with `from`, from that day on: earlier days keep what they had.
  public mutating func set(
    _ register: String, _ position: Int, _ field: String, to value: Value?,
    from day: CivilDate? = nil
  ) throws(Problem) {
    let id = try registerID(register)
    let index = try fieldIndex(field, of: id)
    guard tables[id.index].rowIDs.indices.contains(position) else {
      throw .noRecord(register: register, position: position)
    }
    let new = try cell(of: value, FieldRef(id, index))
    tables[id.index].columns[index].set(position, to: new, from: day?.days)
  }

  /// The snapshot of everything that was added.
  public func snapshot(dataVersion: Int = 1) -> Snapshot {
    Snapshot(
      schema: schema,
      tables: tables.map { draft in
        RegisterTable(
          rowIDs: draft.rowIDs, columns: draft.columns.map(\.column), recordedOn: draft.recordedOn)
      }, symbols: symbols.symbols, dataVersion: dataVersion)
  }

  private func registerID(_ name: String) throws(Problem) -> RegisterID {
    guard let id = schema.register(named: name) else { throw .noRegister(name) }
    return id
  }

  private func fieldIndex(_ name: String, of id: RegisterID) throws(Problem) -> Int {
    let fields = schema[id].fields
    guard let index = fields.firstIndex(where: { $0.name == name || $0.column == name }) else {
      throw .noField(register: schema[id].name, field: name)
    }
    return index
  }

  private mutating func cell(of value: Value?, _ ref: FieldRef) throws(Problem) -> Int64 {
    guard let value else { return unknownCell }
    let field = schema[ref]
    let problem = Problem.wrongValue(register: schema[ref.register].name, field: field.name)
    guard field.isMany else {
      guard let cell = CellCoding.cell(of: value, as: field.type, symbols: &symbols) else {
        throw problem
      }
      return cell
    }
    guard case .list(let values) = value else { throw problem }
    var elements: [Int64] = []
    for value in values {
      guard let cell = CellCoding.cell(of: value, as: field.type, symbols: &symbols) else {
        throw problem
      }
      elements.append(cell)
    }
    return tables[ref.register.index].columns[ref.field].appendList(elements)
  }
}

/// The records of one register so far.
private struct TableDraft: Sendable {
  var rowIDs: [Int64] = []
  var recordedOn: [Int64] = []
  var columns: [ColumnDraft]

  init(columnCount: Int) { columns = Array(repeating: ColumnDraft(), count: columnCount) }

  mutating func appendRow(id: Int64, recordedOn day: Int64) -> Int {
    rowIDs.append(id)
    recordedOn.append(day)
    for index in columns.indices { columns[index].cells.append(unknownCell) }
    return rowIDs.count - 1
  }
}

/// One field of all records so far.
private struct ColumnDraft: Sendable {
  var cells: [Int64] = []
  private var offsets: [Int32] = [0]
  private var elements: [Int64] = []
  private var timelines: [Int32: [ColumnHistory.Entry]] = [:]

  mutating func appendList(_ list: [Int64]) -> Int64 {
    elements += list
    offsets.append(Int32(truncatingIfNeeded: elements.count))
    return Int64(offsets.count - 2)
  }

  mutating func set(_ position: Int, to cell: Int64, from day: Int32?) {
    let key = Int32(truncatingIfNeeded: position)
    guard let day else {
      timelines[key] = nil
      cells[position] = cell
      return
    }
    var entries =
      timelines[key] ?? [ColumnHistory.Entry(from: Int32.min, cell: cells[position])]
    entries.removeAll { $0.from == day }
    let place = entries.firstIndex { $0.from > day } ?? entries.endIndex
    entries.insert(ColumnHistory.Entry(from: day, cell: cell), at: place)
    timelines[key] = entries
    cells[position] = entries.last?.cell ?? cell
  }

  var column: Column {
    let hasLists = offsets.count > 1
    return Column(
      cells: cells, offsets: hasLists ? offsets : [], elements: hasLists ? elements : [],
      history: timelines.isEmpty ? nil : ColumnHistory(timelines: timelines))
  }
}
