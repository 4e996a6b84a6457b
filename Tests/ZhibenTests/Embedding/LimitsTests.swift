import Synchronization
import Testing
import Zhiben

/// Runs that end early, and leave nothing behind.
@Suite struct LimitsTests {
  /// A register with so many firms, each of which owes something.
  static func engine(firms: Int) throws -> (Engine, Script) {
    let engine = try Bench.engine()
    let script = try engine.compile(
      text: Bench.registers + "职责 自查 { 依据 \"一\"；对象 企业；由 企业；频次 每月至少1次 }\n")
    let folder = try Folder()
    let rows = (1...firms).map { "X\($0),\($0)" }.joined(separator: "\n")
    let path = try folder.write("企业.csv", "编号,人数\n\(rows)\n")
    _ = try engine.importFiles(
      [path], script: script, options: ImportOptions(importedOn: Bench.day))
    return (engine, script)
  }

  /// A budget whose time runs out when the clock is read for the n-th time.
  static func budget(readings: Int) -> Budget {
    let ticks = Ticks()
    return Budget(time: .seconds(readings), elapsed: { .seconds(ticks.next()) })
  }

  final class Ticks: Sendable {
    private let count = Atomic<Int>(0)
    func next() -> Int { count.add(1, ordering: .relaxed).newValue }
  }

  @Test(arguments: [(199, ["E0803"]), (200, [])])
  func rowsHitExactly(rows: Int, codes: [String]) throws {
    let (engine, script) = try Self.engine(firms: 200)
    let budget = Budget(rows: rows)
    #expect(Bench.codes { _ = try engine.plan(script, asOf: Bench.day, budget: budget) } == codes)
  }

  @Test func timeEndsAPlanWhereverItIs() throws {
    let (engine, script) = try Self.engine(firms: 300)
    let whole = try engine.plan(script, asOf: Bench.day).changes.count
    var (ended, planned) = (0, 0)
    for readings in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 10_000] {
      let codes = Bench.codes {
        let plan = try engine.plan(
          script, asOf: Bench.day, budget: Self.budget(readings: readings))
        #expect(plan.changes.count == whole)
        planned += 1
      }
      #expect(codes == [] || codes == ["E0805"])
      if codes != [] { ended += 1 }
    }
    #expect(ended >= 3 && planned >= 1)
  }

  @Test func timeEndsARunAndNothingIsWritten() throws {
    let (engine, script) = try Self.engine(firms: 300)
    let version = try engine.dataVersion()
    for readings in [0, 1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233] {
      let codes = Bench.codes {
        try engine.run(script, asOf: Bench.day, budget: Self.budget(readings: readings))
      }
      if codes == [] { return }
      #expect(codes == ["E0805"])
      #expect(try engine.dataVersion() == version)
      #expect(try engine.planRuns().isEmpty)
    }
    try engine.run(script, asOf: Bench.day)
    #expect(try engine.planRuns().count == 1)
  }

  @Test func aCancelledRunDoesNothing() throws {
    let (engine, script) = try Self.engine(firms: 10)
    let cancellation = Cancellation()
    let plan = try engine.plan(script, asOf: Bench.day)
    cancellation.cancel()
    #expect(
      Bench.codes {
        _ = try engine.plan(script, asOf: Bench.day, budget: .standard, cancellation: cancellation)
      } == ["E0806"])
    #expect(
      Bench.codes { try engine.apply(plan, budget: .standard, cancellation: cancellation) } == [
        "E0806"
      ])
    #expect(
      Bench.codes {
        try engine.run(script, asOf: Bench.day, budget: .standard, cancellation: cancellation)
      } == ["E0806"])
    #expect(
      Bench.codes {
        _ = try engine.why(
          "自查/X1", script: script, asOf: Bench.day, budget: .standard, cancellation: cancellation)
      } == ["E0806"])
    #expect(try engine.planRuns().isEmpty)
    try engine.apply(plan)
    #expect(try engine.planRuns().count == 1)
  }

  @Test func anotherThreadCancels() async throws {
    let (engine, script) = try Self.engine(firms: 50)
    let cancellation = Cancellation()
    // Plans over and over; ends only when it is cancelled.
    let worker = Task.detached {
      Bench.codes {
        while true {
          _ = try engine.plan(
            script, asOf: Bench.day, budget: .standard, cancellation: cancellation)
        }
      }
    }
    cancellation.cancel()
    #expect(await worker.value == ["E0806"])
  }

  @Test(arguments: [(100, ["E0801"]), (100_000, [])])
  func functionsKeepTheBudget(steps: Int, codes: [String]) throws {
    let engine = try Bench.engine()
    let script = try engine.compile(
      text: Bench.registers
        + "函数 甲()：数 { 令 n = 0；循环 n < 1000 { n := n + 1 }；返回 n }\n")
    let found = Bench.codes {
      let n: Int = try engine.call("甲", in: script, asOf: Bench.day, budget: Budget(steps: steps))
      #expect(n == 1000)
    }
    #expect(found == codes)
  }
}

/// One engine and one script for all threads.
@Suite struct ThreadsTests {
  @Test func manyTasksShareOneEngineAndOneScript() async throws {
    let level = Level(8)
    var host = ProvidedRegisterTests.host(level)
    host.define("加倍") { (n: Int) in n * 2 }
    let engine = try Bench.engine(host)
    let script = try engine.compile(
      text: Bench.registers + Bench.duty + "函数 甲(n：数)：数 { 返回 加倍(n) + 数量(传感器) }\n")
    let expected = try engine.plan(script, asOf: Bench.day).changes.map(\.description)
    #expect(!expected.isEmpty)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for task in 0..<8 {
        group.addTask {
          for round in 0..<4 {
            let n = task * 10 + round
            let given: Int = try engine.call("甲", n, in: script, asOf: Bench.day)
            #expect(given == 2 * n + 3)
            let plan = try engine.plan(
              script, asOf: Bench.day, budget: .standard, cancellation: Cancellation())
            #expect(plan.changes.map(\.description) == expected)
            _ = try engine.why("看读数/S1", script: script, asOf: Bench.day)
            _ = try engine.compile(text: Bench.registers + Bench.duty)
          }
        }
      }
      try await group.waitForAll()
    }
    // One of them writes; the others find the store held, or nothing left to write.
    let written = await withTaskGroup(of: Bool.self) { group in
      for _ in 0..<8 {
        group.addTask { (try? engine.run(script, asOf: Bench.day).hasChanged) ?? false }
      }
      return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
    }
    #expect(written == 1)
    #expect(try engine.plan(script, asOf: Bench.day).isEmpty)
  }
}
