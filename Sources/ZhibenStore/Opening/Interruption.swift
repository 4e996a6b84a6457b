import GRDB
import GRDBSQLite

/// Ends a statement at work when somebody says so.
final class Interruption: Sendable {
  /// So many steps of SQLite's machine lie between two questions: some microseconds.
  private static let interval: CInt = 1_000

  let isWanted: @Sendable () -> Bool

  init(_ isWanted: @escaping @Sendable () -> Bool) { self.isWanted = isWanted }

  /// Runs `body`; its statements fail with SQLITE_INTERRUPT from when the question is answered with yes. What a transaction has written until
  /// then is undone by whoever began it.
  func watch<T>(_ db: Database, _ body: (Database) throws -> T) throws -> T {
    let connection = db.sqliteConnection
    sqlite3_progress_handler(
      connection, Self.interval,
      { context in
        guard let context else { return 0 }
        return Unmanaged<Interruption>.fromOpaque(context).takeUnretainedValue().isWanted() ? 1 : 0
      }, Unmanaged.passUnretained(self).toOpaque())
    defer {
      withExtendedLifetime(self) { sqlite3_progress_handler(connection, 0, nil, nil) }
    }
    try check()
    let result = try body(db)
    // Between the last statement and the commit there is still time to ask.
    try check()
    return result
  }

  private func check() throws {
    if isWanted() { throw DatabaseError(resultCode: .SQLITE_INTERRUPT) }
  }
}
