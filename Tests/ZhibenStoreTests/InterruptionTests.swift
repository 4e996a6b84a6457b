import GRDB
import Synchronization
import Testing
import ZhibenDiagnostics
import ZhibenFacts

@testable import ZhibenStore

/// Says stop from the n-th time that it is asked.
final class Countdown: Sendable {
  private let left: Atomic<Int>
  init(_ times: Int) { left = Atomic(times) }
  func isOver() -> Bool { left.subtract(1, ordering: .relaxed).newValue < 0 }
  /// Whether anybody was told to stop.
  var hasStopped: Bool { left.load(ordering: .relaxed) < 0 }
}

extension Store {
  func stopping(after times: Int) -> Store {
    let countdown = Countdown(times)
    return stopping { countdown.isOver() }
  }
}

/// Work on a store ends when somebody says so, and leaves nothing behind.
@Suite struct InterruptionTests {
  /// Ends only when it is stopped.
  static let endless =
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n"

  @Test(arguments: [0, 1, 2, 50])
  func aReadEndsWithinItsStatement(times: Int) throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let stopped = codes {
      _ = try store.stopping(after: times).reading { try Int.fetchOne($0, sql: Self.endless) }
    }
    #expect(stopped == ["E0718"])
    // The store itself works on.
    #expect(try store.dataVersion() >= 0)
  }

  @Test(arguments: [1, 2, 50])
  func aWriteEndsWithinItsStatement(times: Int) throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.edit("INSERT INTO enterprise (_id, credit_code, name) VALUES (1, 'X1', '甲厂')")
    let stopped = codes {
      try store.stopping(after: times).writing { db in
        try db.execute(sql: "UPDATE enterprise SET name = '乙厂'")
        _ = try Int.fetchOne(db, sql: Self.endless)
      }
    }
    #expect(stopped == ["E0718"])
    let names = try store.reading { try String.fetchAll($0, sql: "SELECT name FROM enterprise") }
    #expect(names == ["甲厂"])
    try store.edit("UPDATE enterprise SET name = '丙厂'")
  }

  /// Stopped at any moment, a run is written as a whole or not at all.
  @Test func aRunIsWrittenAsAWholeOrNotAtAll() throws {
    let changes = (0..<3).flatMap { subject in
      (0..<400).map { insert(outcome(0, Int32(subject), Int32($0), .overdue)) }
    }
    let whole = try LedgerBench()
    try whole.apply(changes)
    let rows = try count(whole.store)
    var (stopped, written) = (0, 0)
    for times in 0..<200 {
      let bench = try LedgerBench()
      let countdown = Countdown(times)
      let snapshot = try bench.snapshot()
      let problems = codes {
        _ = try bench.store.stopping { countdown.isOver() }.apply(
          changes: changes, program: bench.program, snapshot: snapshot, asOf: .iso("2025-06-30"),
          startedAt: "", scriptHash: "abc")
      }
      #expect(problems == (countdown.hasStopped ? ["E0718"] : []))
      #expect(try count(bench.store) == (countdown.hasStopped ? 0 : rows), "\(times)")
      if countdown.hasStopped { stopped += 1 } else { written += 1 }
      if written > 0 { break }
    }
    // Both happened: the first question comes before the first statement, the last behind the last.
    #expect(stopped > 2)
    #expect(written == 1)
  }

  private func count(_ store: Store) throws -> Int {
    try store.reading { try Int.fetchOne($0, sql: "SELECT count(*) FROM zb_outcome") ?? -1 }
  }
}

/// A store without a file.
@Suite struct MemoryStoreTests {
  @Test func isAStoreOfItsOwn() throws {
    let (first, second) = (try Store.inMemory(), try Store.inMemory())
    for store in [first, second] { try store.prepare(schema: Sample.schema) }
    try first.edit("INSERT INTO enterprise (_id, credit_code, name) VALUES (1, 'X1', '甲厂')")
    #expect(
      try first.snapshot(schema: Sample.schema, demand: Sample.demand)[Sample.enterprise].count == 1
    )
    #expect(
      try second.snapshot(schema: Sample.schema, demand: Sample.demand)[Sample.enterprise].count
        == 0)
  }

  @Test func isHeldByOneRunAtATime() throws {
    let store = try Store.inMemory()
    var lock: RunLock? = try store.runLock(startedAt: "2025-06-30 08:05")
    do {
      _ = try store.runLock(startedAt: "2025-06-30 08:06")
      Issue.record("two runs hold one store")
    } catch {
      let problem = try #require(error.ordered.first)
      #expect(problem.code == "E0706")
      #expect(problem.arguments["since"] == "2025-06-30 08:05")
    }
    withExtendedLifetime(lock) {}
    lock = nil
    #expect(codes { _ = try store.runLock(startedAt: "2025-06-30 08:07") } == [])
  }
}
