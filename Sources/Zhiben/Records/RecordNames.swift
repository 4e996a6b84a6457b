import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// What records are called: by key where programs must find them, by name where people read.
///
/// Reads a snapshot that holds names only, since most runs print few records of many; records are found in it by the store's id.
struct RecordNames: Sendable {
  private let snapshot: Snapshot
  private let schema: Schema
  private let facts: FactWords

  /// Names out of a snapshot that holds at least what `demand(for:)` asks for.
  init(_ snapshot: Snapshot) {
    self.snapshot = snapshot
    schema = snapshot.schema
    facts = FactWords(snapshot)
  }

  /// The fields that name the subjects of a program's rules.
  static func demand(for program: Program) -> Demand {
    demand(for: Set(program.rules.compactMap { $0.subject?.register }), of: program.schema)
  }

  /// The fields that name the records of some registers.
  static func demand(for registers: Set<RegisterID>, of schema: Schema) -> Demand {
    var demand = Demand()
    for register in registers {
      demand.add(schema.namingFields(of: register), of: register)
      if let owner = schema.ownerField(of: register) {
        demand.add([owner.field], of: register)
        demand.add(schema.namingFields(of: owner.register), of: owner.register)
      }
    }
    return demand
  }

  /// The record's key field, else `#` and its number in the store. What is confidential is never shown.
  func key(of register: RegisterID, id: Int64) -> String {
    guard let field = schema[register].keyField, let row = position(of: id, in: register),
      let text = text(FieldRef(register, field), row)
    else { return "#\(id)" }
    return text
  }

  /// The record's name, with whose it is if that is another record: `YH-0098（鑫达金属制品厂）`.
  func name(of register: RegisterID, id: Int64) -> String {
    guard let row = position(of: id, in: register) else { return "#\(id)" }
    if let name = ownName(register, row) { return name }
    let key = key(of: register, id: id)
    guard let owner = schema.ownerField(of: register),
      let column = snapshot[register].columns[owner.field], column.cells.indices.contains(row),
      column.cells[row] != unknownCell,
      let name = ownName(owner.register, Int(column.cells[row]))
    else { return key }
    return "\(key)（\(name)）"
  }

  /// The positions, in `records`, of those that match what somebody typed: exact keys before exact names before beginnings of either before
  /// names that hold it.
  func matches(_ typed: String, in register: RegisterID, of records: [Int64]) -> [Int] {
    var best: (rank: Int, positions: [Int]) = (4, [])
    for (position, id) in records.enumerated() {
      let key = key(of: register, id: id)
      let name = self.position(of: id, in: register).flatMap { ownName(register, $0) } ?? key
      let rank =
        key == typed
        ? 0
        : name == typed
          ? 1
          : key.hasPrefix(typed) || name.hasPrefix(typed)
            ? 2
            : name.contains(typed) ? 3 : 4
      if rank < best.rank { best = (rank, []) }
      if rank == best.rank, rank < 4 { best.positions.append(position) }
    }
    return best.positions
  }

  private func ownName(_ register: RegisterID, _ row: Int) -> String? {
    schema[register].nameField.flatMap { text(FieldRef(register, $0), row) }
  }

  private func text(_ ref: FieldRef, _ row: Int) -> String? {
    let field = schema[ref]
    guard !field.isConfidential, !schema[ref.register].isConfidential,
      let column = snapshot[ref.register].columns[ref.field], column.cells.indices.contains(row),
      let value = CellCoding.value(
        of: column.cells[row], as: field.type, symbols: snapshot.symbols)
    else { return nil }
    if case .text(let text) = value { return text }
    return facts.words(value).zh
  }

  private func position(of id: Int64, in register: RegisterID) -> Int? {
    let ids = snapshot[register].rowIDs
    var (low, high) = (0, ids.count)
    while low < high {
      let middle = (low + high) / 2
      if ids[middle] < id { low = middle + 1 } else { high = middle }
    }
    return low < ids.count && ids[low] == id ? low : nil
  }
}

extension Demand {
  /// Asks for fields of a register in addition.
  mutating func add(_ wanted: some Sequence<Int>, of register: RegisterID) {
    fields[register, default: []].formUnion(wanted)
  }

  /// Asks for all that another demand asks for.
  mutating func add(_ other: Demand) {
    for (register, wanted) in other.fields { add(wanted, of: register) }
  }
}

extension RegisterSchema {
  /// The field that people call a record by.
  fileprivate var nameField: Int? {
    fields.firstIndex { ($0.name == "名称" || $0.name == "姓名") && $0.type == .text && !$0.isMany }
  }
}

extension Schema {
  /// Key and name.
  func namingFields(of register: RegisterID) -> [Int] {
    [self[register].keyField, self[register].nameField].compactMap { $0 }
      .filter { !self[register].fields[$0].isConfidential }
  }

  /// The first reference to a register whose records have names, of a register whose records have none.
  fileprivate func ownerField(of register: RegisterID) -> (field: Int, register: RegisterID)? {
    guard self[register].nameField == nil else { return nil }
    for (position, field) in self[register].fields.enumerated() {
      if case .reference(let owner) = field.type, !field.isMany, self[owner].nameField != nil {
        return (position, owner)
      }
    }
    return nil
  }
}
