import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Turns values in positions of a snapshot into what the tables hold: row ids for references, codes for enum values.
struct StoredCells {
  private let schema: Schema
  private let snapshot: Snapshot
  private let codes: [[Int64]]

  /// - Parameter snapshot: the facts with the records that are about to be written.
  init(_ snapshot: Snapshot, stored: StoredSchema) {
    (schema, self.snapshot) = (snapshot.schema, snapshot)
    let schema = snapshot.schema
    codes = schema.enumerations.indices.map { index in
      let list = schema.enumerations[index]
      var codes = [Int64](repeating: unknownCell, count: list.values.count)
      let positions = schema.positions(
        of: EnumID(index), codes: stored.enumCodes[list.name] ?? [:])
      for (code, position) in positions.enumerated() where position >= 0 {
        codes[Int(position)] = Int64(code)
      }
      return codes
    }
  }

  /// A value as the field's column or the log holds it; nil if it does not belong there.
  func stored(_ value: Value?, _ field: FieldSchema) -> StoredValue? {
    guard let value else { return .unknown }
    guard field.isMany else { return element(value, field.type) }
    guard case .list(let values) = value else { return nil }
    var list: [ListText.Element] = []
    for value in values {
      switch element(value, field.type) {
      case .integer(let number): list.append(.number(number))
      case .text(let text): list.append(.text(text))
      default: return nil
      }
    }
    return .list(list)
  }

  /// A cell of the snapshot in the same way.
  func stored(cell: Int64, of column: ZhibenFacts.Column, _ field: FieldSchema) -> StoredValue? {
    if cell == unknownCell { return .unknown }
    func value(_ cell: Int64) -> Value? {
      CellCoding.value(of: cell, as: field.type, symbols: snapshot.symbols)
    }
    guard field.isMany else { return stored(value(cell), field) }
    guard cell >= 0, cell < Int64(column.offsets.count) - 1 else { return nil }
    let list = Int(cell)
    let range = Int(column.offsets[list])..<Int(column.offsets[list + 1])
    return stored(.list(column.elements[range].compactMap(value)), field)
  }

  private func element(_ value: Value, _ type: FieldType) -> StoredValue? {
    switch (type, value) {
    case (.text, .text(let text)):
      return text.utf8.count <= TextArena.longest ? .text(text) : nil
    case (.enumeration(let list), .enumeration(let given, let position)):
      guard list == given, codes[list.index].indices.contains(position),
        codes[list.index][position] != unknownCell
      else { return nil }
      return .integer(codes[list.index][position])
    case (.reference(let register), .record(let given, let position)):
      let ids = snapshot[register].rowIDs
      return register == given && ids.indices.contains(position) ? .integer(ids[position]) : nil
    default:
      var unused = SymbolTable()
      return CellCoding.cell(of: value, as: type, symbols: &unused).map { .integer($0) }
    }
  }
}
