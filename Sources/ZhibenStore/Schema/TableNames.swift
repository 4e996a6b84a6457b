import ZhibenSemantics

/// The tables of a register.
struct TableNames {
  /// The register's table.
  let rows: String
  /// Earlier values.
  let history: String
  /// The column of the day from which a record is there no more.
  static let goneFrom = "_gone_from"

  /// The tables of the register whose table is `table`.
  init(_ table: String) {
    rows = table
    history = table + "__history"
  }

  /// The elements of a many-valued column. The register's own table holds their number, NULL for an unknown list.
  func elements(_ column: String) -> String { rows + "__" + column }
}

extension FieldSchema {
  /// The type of the column in SQLite. Numbers are millionths.
  var sqlType: String {
    if isMany { return "INTEGER" }
    return elementSQLType
  }

  /// The type of a many-valued field's elements in SQLite.
  var elementSQLType: String {
    if case .text = type { return "TEXT" }
    return "INTEGER"
  }
}
