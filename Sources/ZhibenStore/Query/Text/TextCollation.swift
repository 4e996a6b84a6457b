import GRDB
import GRDBSQLite

/// Orders and equates texts in SQLite as the language does: by their characters, however these are encoded.
enum TextCollation {
  /// The name in SQL.
  static let name = "zhiben_text"

  /// Adds it to a connection.
  static func attach(to db: Database) throws {
    let code = sqlite3_create_collation_v2(
      db.sqliteConnection, name, SQLITE_UTF8, nil,
      { _, leftCount, left, rightCount, right in
        TextCollation.compare(
          UnsafeRawBufferPointer(start: left, count: Int(leftCount)),
          UnsafeRawBufferPointer(start: right, count: Int(rightCount)))
      }, nil)
    guard code == SQLITE_OK else {
      throw DatabaseError(resultCode: ResultCode(rawValue: code))
    }
  }

  /// −1, 0 or 1.
  static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> CInt {
    if left.count == right.count, left.elementsEqual(right) { return 0 }
    if isPlain(left), isPlain(right) {
      return left.lexicographicallyPrecedes(right) ? -1 : 1
    }
    let (one, other) = (
      String(decoding: left, as: UTF8.self), String(decoding: right, as: UTF8.self)
    )
    return one == other ? 0 : one < other ? -1 : 1
  }

  /// Whether a text has only letters that have no other encoding and combine with nothing: ASCII and the ideographs U+4000…U+9FFF. Of two
  /// such texts the bytes decide.
  private static func isPlain(_ text: UnsafeRawBufferPointer) -> Bool {
    text.allSatisfy { $0 < 0xC0 || (0xE4...0xE9).contains($0) }
  }
}
