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
        let other = rows[number]
        suspect(
          row, keys, names,
          (batch.string(keys.cells[other]), batch.string(names.cells[other])))
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
      if number < rows.count {
        suspect(rows[number], keys, names, (statement.text(0), statement.text(1)))
      }
    }
  }

  private func suspect(
    _ row: Int, _ keys: BatchColumn, _ names: BatchColumn, _ other: (key: String, name: String)
  ) {
    batch.suspect(
      Suspect(
        row: row, key: batch.string(keys.cells[row]), name: batch.string(names.cells[row]),
        otherKey: other.key, otherName: other.name), column: register.fields[names.field].name)
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
