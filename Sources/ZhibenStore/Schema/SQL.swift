import GRDB

/// Writing SQL: identifiers are quoted, values are always bound.
enum SQL {
  /// An identifier as SQL reads it.
  static func quoted(_ identifier: String) -> String {
    "\"" + identifier.replacing("\"", with: "\"\"") + "\""
  }

  /// A text as SQL reads it. Only for views, which cannot have bound values.
  static func literal(_ text: String) -> String {
    "'" + text.replacing("'", with: "''") + "'"
  }

  /// So many question marks.
  static func marks(_ count: Int) -> String {
    Array(repeating: "?", count: count).joined(separator: ", ")
  }
}

/// One statement with its values.
struct SQLStep {
  var sql: String
  var arguments: [(any DatabaseValueConvertible)?] = []
  /// What a message about it names.
  var names: [String: String] = [:]

  /// Runs it once.
  func run(_ db: Database) throws {
    try db.execute(sql: sql, arguments: StatementArguments(arguments))
  }
}
