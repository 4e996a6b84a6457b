import GRDB

/// Runs a test's code when a transaction is about to be committed.
final class CommitObserver: TransactionObserver {
  private let body: () throws -> Void
  init(_ body: @escaping () throws -> Void) { self.body = body }
  func observes(eventsOfKind eventKind: DatabaseEventKind) -> Bool { false }
  func databaseDidChange(with event: DatabaseEvent) {}
  func databaseWillCommit() throws { try body() }
  func databaseDidCommit(_ db: Database) {}
  func databaseDidRollback(_ db: Database) {}
}
