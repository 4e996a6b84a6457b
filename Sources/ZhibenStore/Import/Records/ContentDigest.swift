import Crypto
import ZhibenFacts
import ZhibenSemantics

/// Tells records without 标识 apart by what they say: the first eight bytes of SHA-256 over the fields that are not blank. A field that is
/// added to the register later changes nothing.
struct ContentDigest {
  private let fields: [(column: Int, name: [UInt8], holdsText: Bool, isMany: Bool)]
  private var buffer: [UInt8] = []

  /// Makes the digest of a register's rows; columns as in the batch, defaults behind them.
  init(_ register: RegisterSchema, columns: [Int]) {
    fields = columns.enumerated()
      .map { column, field in
        let schema = register.fields[field]
        return (column, Array(schema.column.utf8), schema.type == .text, schema.isMany)
      }
      .sorted { $0.name.lexicographicallyPrecedes($1.name) }
  }

  /// The digest of a row.
  /// - Parameter cell: the cell of a column, and its list if it is many-valued.
  mutating func of(
    _ arena: TextArena, _ cell: (Int) -> (cell: Int64, list: ArraySlice<Int64>)
  ) -> Int64 {
    buffer.removeAll(keepingCapacity: true)
    for field in fields {
      let (value, list) = cell(field.column)
      if value == unknownCell { continue }
      append(Int64(field.name.count))
      buffer += field.name
      if field.isMany {
        append(Int64(list.count))
        for element in list { append(element, field.holdsText, arena) }
      } else {
        append(value, field.holdsText, arena)
      }
    }
    let digest = SHA256.hash(data: buffer)
    return digest.prefix(8).reduce(0) { $0 << 8 | Int64($1) }
  }

  private mutating func append(_ cell: Int64, _ isText: Bool, _ arena: TextArena) {
    guard isText else {
      append(cell)
      return
    }
    let text = arena.text(cell)
    append(Int64(text.count))
    buffer.append(contentsOf: text)
  }

  private mutating func append(_ number: Int64) {
    withUnsafeBytes(of: number.littleEndian) { buffer.append(contentsOf: $0) }
  }
}
