import ZhibenFacts
import ZhibenSemantics

/// A value on its way into a timeline. Bulk goes without it.
enum StoredValue: Hashable {
  case unknown
  case integer(Int64)
  case text(String)
  case list([ListText.Element])

  /// A cell of a batch; `list` is what stands in a many-valued one.
  init(_ cell: Int64, _ list: ArraySlice<Int64>, _ field: FieldSchema, _ arena: TextArena) {
    if cell == unknownCell {
      self = .unknown
    } else if field.isMany {
      self = .list(
        list.map { field.type == .text ? .text(arena.string($0)) : .number($0) })
    } else {
      self = field.type == .text ? .text(arena.string(cell)) : .integer(cell)
    }
  }

  /// The value in a column of a row at which the statement stands; a list as JSON.
  init(_ statement: RawStatement, _ column: Int, _ field: FieldSchema) {
    if statement.isNull(column) {
      self = .unknown
    } else if field.isMany {
      self = .list(ListText.decode(statement.text(column)))
    } else {
      self =
        field.type == .text
        ? .text(statement.text(column)) : .integer(statement.int(column))
    }
  }

  /// Binds it; a list as JSON.
  func bind(to statement: RawStatement, at index: Int) {
    switch self {
    case .unknown: statement.bindNull(at: index)
    case .integer(let value): statement.bind(value, at: index)
    case .text(let text): statement.bind(text, at: index)
    case .list(let list): statement.bind(ListText.encode(list), at: index)
    }
  }
}
