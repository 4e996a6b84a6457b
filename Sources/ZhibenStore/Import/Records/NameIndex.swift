import GRDB
import ZhibenFacts
import ZhibenSemantics

/// The records of a register by name, for references that give a name instead of the key. Width, blanks and letters' case do not matter.
struct NameIndex {
  private var names = SymbolTable()
  /// By name: the records that have it.
  private var ids: [Set<Int64>] = []

  /// The field that names people and things besides the key.
  static func field(of register: RegisterSchema) -> Int? {
    let texts = register.fields.indices.filter {
      register.fields[$0].type == .text && !register.fields[$0].isMany && $0 != register.key
    }
    return texts.first { ["名称", "姓名"].contains(register.fields[$0].name) }
      ?? texts.first { ["name", "full_name"].contains(register.fields[$0].column) }
  }

  /// Reads the names of the store and of the rows that are about to come.
  init(_ db: Database, _ register: RegisterSchema, pending: [ImportBatch]) throws {
    guard let field = Self.field(of: register) else { return }
    let column = SQL.quoted(register.fields[field].column)
    let statement = try RawStatement(
      db,
      "SELECT t._id, t.\(column) FROM \(SQL.quoted(register.table)) AS t "
        + "WHERE t.\(column) IS NOT NULL")
    while try statement.step() {
      let bytes = statement.bytes(1).bindMemory(to: UInt8.self)
      add(bytes, statement.int(0))
    }
    for batch in pending {
      guard let column = batch.columns.first(where: { $0.field == field }) else { continue }
      for row in 0..<batch.count where !batch.isRefused[row] && column.cells[row] != unknownCell {
        add(batch.arena.text(column.cells[row]), batch.ids[row])
      }
    }
  }

  /// The records of a name.
  mutating func records(named name: CellBytes) -> Set<Int64> {
    let number = number(of: name)
    return ids[number]
  }

  private mutating func add(_ name: CellBytes, _ id: Int64) {
    let number = number(of: name)
    ids[number].insert(id)
  }

  private mutating func number(of name: CellBytes) -> Int {
    let folded = CellText.folded(name)
    let number = folded.withUnsafeBytes { Int(names.intern($0)) }
    if number == ids.count { ids.append([]) }
    return number
  }
}
