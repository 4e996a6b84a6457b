import GRDB
import GRDBSQLite
import Synchronization

/// Counts the statements that a connection starts, and keeps their texts if asked to.
final class StatementCounter: Sendable {
  private let count = Atomic<Int>(0)
  private let isRecording = Atomic<Bool>(false)
  private let texts = Mutex<(order: [String], seen: Set<String>)>(([], []))

  /// The number so far.
  var value: Int { count.load(ordering: .relaxed) }

  /// Keeps the text of every statement from now on.
  func record() { isRecording.store(true, ordering: .relaxed) }

  /// The different statements since recording began, in the order in which each was first started.
  var recorded: [String] { texts.withLock { $0.order } }

  /// Counts from now on. The connection must not outlive the counter.
  func attach(to db: Database) {
    let context = Unmanaged.passUnretained(self).toOpaque()
    sqlite3_trace_v2(
      db.sqliteConnection, UInt32(SQLITE_TRACE_STMT),
      { _, context, statement, _ in
        if let context {
          Unmanaged<StatementCounter>.fromOpaque(context).takeUnretainedValue()
            .started(statement.map { OpaquePointer($0) })
        }
        return 0
      }, context)
  }

  private func started(_ statement: OpaquePointer?) {
    count.add(1, ordering: .relaxed)
    guard isRecording.load(ordering: .relaxed), let text = sqlite3_sql(statement) else { return }
    let sql = String(cString: text)
    texts.withLock { if $0.seen.insert(sql).inserted { $0.order.append(sql) } }
  }
}
