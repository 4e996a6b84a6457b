import GRDB
import GRDBSQLite
import Synchronization

/// Counts the statements that a connection starts.
final class StatementCounter: Sendable {
  private let count = Atomic<Int>(0)

  /// The number so far.
  var value: Int { count.load(ordering: .relaxed) }

  /// Counts from now on. The connection must not outlive the counter.
  func attach(to db: Database) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_trace_v2(
      db.sqliteConnection, UInt32(SQLITE_TRACE_STMT),
      { _, context, _, _ in
        if let context {
          Unmanaged<StatementCounter>.fromOpaque(context).takeUnretainedValue()
            .count.add(1, ordering: .relaxed)
        }
        return 0
      }, context)
  }
}
