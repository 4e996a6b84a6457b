import GRDB
import GRDBSQLite

/// A prepared statement for bulk work, bound and read without boxes. Not to be used after the access to the database has ended.
final class RawStatement {
  /// Keeps the prepared statement alive.
  private let statement: Statement
  private let handle: OpaquePointer

  /// Prepares `sql`.
  init(_ db: Database, _ sql: String) throws {
    statement = try db.makeStatement(sql: sql)
    handle = statement.sqliteStatement
  }

  /// Prepares a piece of SQL and binds its values.
  convenience init(_ db: Database, _ sql: Fragment) throws {
    try self.init(db, sql.sql)
    for (index, value) in sql.values.enumerated() {
      switch value {
      case .integer(let number): bind(number, at: index + 1)
      case .text(let text): bind(text, at: index + 1)
      case .null: bindNull(at: index + 1)
      }
    }
  }

  /// Goes to the next row; false at the end.
  func step() throws -> Bool {
    switch sqlite3_step(handle) {
    case SQLITE_ROW: return true
    case SQLITE_DONE: return false
    case let code: throw failure(code)
    }
  }

  /// Runs a statement without rows and makes it ready for the next values.
  func run() throws {
    let code = sqlite3_step(handle)
    sqlite3_reset(handle)
    guard code == SQLITE_DONE else { throw failure(code) }
  }

  /// Makes it ready to run again; bound values stay.
  func reset() { sqlite3_reset(handle) }

  private func failure(_ code: CInt) -> DatabaseError {
    let connection = sqlite3_db_handle(handle)
    let message = sqlite3_errmsg(connection).map { String(cString: $0) }
    return DatabaseError(resultCode: ResultCode(rawValue: code), message: message)
  }

  // MARK: Binding; columns count from 1

  func bind(_ value: Int64, at index: Int) { sqlite3_bind_int64(handle, CInt(index), value) }
  func bindNull(at index: Int) { sqlite3_bind_null(handle, CInt(index)) }

  /// Binds `unknownCell` as NULL.
  func bindCell(_ cell: Int64, at index: Int) {
    if cell == Int64.min { bindNull(at: index) } else { bind(cell, at: index) }
  }

  /// Binds UTF-8 that stays in place until the statement is run.
  func bind(_ text: UnsafeBufferPointer<UInt8>, at index: Int) {
    // SQLite takes a null pointer for NULL, also with a length of 0.
    guard let base = text.baseAddress else {
      bind("", at: index)
      return
    }
    base.withMemoryRebound(to: CChar.self, capacity: text.count) {
      _ = sqlite3_bind_text(handle, CInt(index), $0, CInt(clamping: text.count), nil)
    }
  }

  /// Binds a text, which is copied.
  func bind(_ text: String, at index: Int) {
    let copies = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    sqlite3_bind_text(handle, CInt(index), text, CInt(clamping: text.utf8.count), copies)
  }

  // MARK: Reading; columns count from 0

  func isNull(_ column: Int) -> Bool {
    sqlite3_column_type(handle, CInt(column)) == SQLITE_NULL
  }

  func int(_ column: Int) -> Int64 { sqlite3_column_int64(handle, CInt(column)) }

  /// The integer, or `unknownCell` for NULL.
  func cell(_ column: Int) -> Int64 {
    let value = sqlite3_column_int64(handle, CInt(column))
    return value == 0 && isNull(column) ? Int64.min : value
  }

  /// The text's bytes, valid until the next step.
  func bytes(_ column: Int) -> UnsafeRawBufferPointer {
    let start = sqlite3_column_text(handle, CInt(column))
    return UnsafeRawBufferPointer(
      start: start, count: start == nil ? 0 : Int(sqlite3_column_bytes(handle, CInt(column))))
  }

  func text(_ column: Int) -> String { String(decoding: bytes(column), as: UTF8.self) }
}
