import GRDB
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Finds new enterprises that are called like another one with another credit code: perhaps the same, perhaps not; a person has to say. Nothing is
/// merged.
struct NamesakeSearch {
  let db: Database
  let register: RegisterSchema
  let batch: ImportBatch
  let index: RegisterIndex

  /// Warns of each (W0630).
  func warn() throws {
    guard let key = register.key, let name = NameIndex.field(of: register),
      CreditCode.isHeld(
        byFieldNamed: register.fields[key].name, column: register.fields[key].column),
      let names = batch.columns.first(where: { $0.field == name }),
      let keys = batch.columns.first(where: { $0.field == key })
    else { return }
    var symbols = SymbolTable()
    var rows: [Int] = []
    for row in 0..<batch.count
    where batch.isWritten(row) && !index.isStored(batch.ids[row]) && names.cells[row] != unknownCell
    {
      let number = Self.number(batch.arena.text(names.cells[row]), &symbols)
      if number == rows.count {
        rows.append(row)
      } else if batch.ids[rows[number]] != batch.ids[row] {
        warn(row, name, names, of: batch.string(keys.cells[rows[number]]))
      }
    }
    if rows.isEmpty || index.lastStored == 0 { return }
    let (table, nameColumn) = (SQL.quoted(register.table), SQL.quoted(register.fields[name].column))
    let statement = try RawStatement(
      db,
      "SELECT t.\(SQL.quoted(register.fields[key].column)), t.\(nameColumn) FROM \(table) AS t "
        + "WHERE t.\(nameColumn) IS NOT NULL")
    while try statement.step() {
      let number = Self.number(statement.bytes(1).bindMemory(to: UInt8.self), &symbols)
      if number < rows.count { warn(rows[number], name, names, of: statement.text(0)) }
    }
  }

  private func warn(_ row: Int, _ field: Int, _ names: BatchColumn, of other: String) {
    batch.warn(
      row, column: register.fields[field].name, ImportCode.nameOfAnother,
      ["value": Wording(batch.string(names.cells[row])), "other": Wording(other)])
  }

  /// 有限责任公司 is 有限公司; width, blanks and case do not matter.
  private static func number(_ name: CellBytes, _ symbols: inout SymbolTable) -> Int {
    var folded = CellText.folded(name)
    if let place = folded.firstRange(of: longForm) {
      folded.replaceSubrange(place, with: shortForm)
    }
    return folded.withUnsafeBytes { Int(symbols.intern($0)) }
  }

  private static let longForm = Array("有限责任公司".utf8)
  private static let shortForm = Array("有限公司".utf8)
}
