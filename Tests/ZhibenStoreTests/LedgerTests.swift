import Foundation
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenStore

@Suite struct LedgerTests {
  private var bench: LedgerBench

  init() throws { bench = try LedgerBench() }

  private let first = [
    outcome(0, 0, 20000, .pending, nth: 1001, due: 20090),
    outcome(0, 2, 20000, .done, evidence: 1),
    outcome(1, 1, 20000, .unknown),
    outcome(2, 1, 19999, .open),
    outcome(3, 1, 2, .proposed),
    Outcome(
      key: OutcomeKey(rule: 4, subject: -1, first: 0, nth: 0), kind: .reading, status: .missed,
      cause: .unknownRecords, last: 3, dueRaw: 4, due: 5, happenedOn: 20000, numerator: 2,
      denominator: 3, unknownCount: 1),
  ]

  @Test func whatIsAppliedIsRead() throws {
    #expect(try bench.ledger().outcomes == [])
    #expect(try bench.ledger().lastAsOf == nil)
    let run = try #require(try bench.apply(first.map(insert)))
    #expect(run.inserted == first.count)
    let ledger = try bench.ledger()
    #expect(ledger.outcomes == first)
    #expect(ledger.vanished == [])
    #expect(ledger.lastAsOf == .iso("2025-06-30"))
  }

  @Test func theLedgerHoldsTheStoresRowIDs() throws {
    try bench.apply(first.map(insert))
    #expect(
      try bench.store.rows("SELECT rule_id, subject_id, first, evidence_id FROM zb_outcome")
        == ["1|11|20000|–", "1|33|20000|9", "2|22|20000|–", "3|22|19999|–", "4|9|2|–", "5|-1|0|–"])
    #expect(
      try bench.store.rows("SELECT key, subject_table, evidence_table, citations FROM zb_rule")
        == [
          "自查|enterprise|hazard|方案第1条", "检查|enterprise|hazard|方案第2条",
          "持证|enterprise|–|方案第3条", "督办|hazard|–|方案第4条", "达标||–|方案第5条",
        ])
  }

  @Test func whatChangesIsKept() throws {
    try bench.apply(first.map(insert))
    let update = change(.update, first[0], to: .overdue)
    let withdrawal = change(.withdraw, first[3], to: .ended)
    let run = try #require(try bench.apply([update, withdrawal]))
    #expect((run.inserted, run.updated, run.withdrawn) == (0, 1, 1))
    #expect(
      try bench.store.rows(
        "SELECT run, rule_id, subject_id, is_withdrawal, old_status, old_due FROM zb_change")
        == ["2|1|11|0|1|20090", "2|3|22|1|10|–"])
    #expect(
      try bench.store.rows(
        "SELECT status, first_run, last_run FROM zb_outcome WHERE rule_id IN (1, 3)")
        == ["4|1|2", "2|1|1", "6|1|2"])
    #expect(try bench.ledger().outcomes.map(\.status)[0] == .overdue)
  }

  @Test func readingIsOneStatementHoweverManyOutcomes() throws {
    var counts: Set<Int> = []
    for round in 0..<3 {
      let many = (0..<Int32(40)).map { outcome(0, 1, 21000 + 100 * Int32(round) + $0, .pending) }
      try bench.apply(many.map(insert))
      let snapshot = try bench.snapshot()
      let before = bench.store.statementCount
      _ = try bench.store.ledger(program: bench.program, snapshot: snapshot)
      counts.insert(bench.store.statementCount - before)
    }
    // The outcomes, the rules, the last run; the transaction's frame.
    #expect(counts == [3 + 4])
  }

  // MARK: Identity of rules

  @Test func rulesKeepTheirOutcomesInAnotherOrder() throws {
    var bench = bench
    try bench.apply(first.map(insert))
    bench.program = SampleProgram.make(keys: ["达标", "新", "持证", "自查"])
    let ledger = try bench.ledger()
    #expect(ledger.outcomes.map(\.key.rule) == [0, 2, 3, 3])
    #expect(ledger.outcomes.map(\.key) == ledger.outcomes.map(\.key).sorted())
    #expect(ledger.outcomes[2].evidence == -1 && ledger.outcomes[3].evidence == 1)
    // Their changes come in the ledger's order, whatever the program's.
    var reading = ledger.outcomes[0]
    reading.status = .met
    try bench.apply([
      Change(kind: .update, outcome: reading, before: nil),
      insert(outcome(1, 0, 5, .pending)),
      change(.update, ledger.outcomes[2], to: .overdue),
    ])
    #expect(try bench.store.rows("SELECT id, key FROM zb_rule WHERE id > 5") == ["6|新"])
    #expect(try bench.store.verifyChain().isIntact)
  }

  /// Writing rule by rule, reading of the ledger as it goes, leaves the same bytes as writing everything at once.
  @Test func streamingWritesTheSame() throws {
    let other = try LedgerBench()
    for bench in [bench, other] { try bench.apply(first.map(insert)) }
    var (one, two) = (bench, other)
    one.program = SampleProgram.make(keys: ["达标", "新", "持证", "自查"])
    two.program = one.program
    let ledger = try one.ledger()
    var changes = ledger.outcomes.map { change(.update, $0, to: .unknown) }
    changes.insert(insert(outcome(1, 0, 5, .pending)), at: 1)
    let atOnce = try one.apply(changes)
    var read: [Outcome] = []
    var order: [Int] = []
    let (record, count) = try two.store.apply(
      program: two.program, snapshot: two.snapshot(), asOf: .iso("2025-06-30"),
      startedAt: "2025-06-30T08:05:00+08:00", scriptHash: "abc"
    ) { stream, sink in
      order = stream.order
      for rule in stream.order {
        read += try stream.outcomes(of: rule)
        for change in changes where change.outcome.key.rule == rule { try sink([change]) }
      }
      return changes.count
    }
    #expect(order == [3, 2, 0, 1], "as the ledger keeps them, new ones last")
    #expect(record == atOnce && count == changes.count)
    #expect(read.sorted { $0.key < $1.key } == ledger.outcomes)
    for table in ["zb_outcome", "zb_change", "zb_run", "zb_rule"] {
      #expect(
        try one.store.rows("SELECT * FROM \(table)") == two.store.rows("SELECT * FROM \(table)"))
    }
    #expect(try two.store.verifyChain().isIntact)
  }

  @Test func aStreamInAnotherOrderIsRefused() throws {
    try bench.apply(first.map(insert))
    let snapshot = try bench.snapshot()
    #expect(
      codes {
        _ = try bench.store.apply(
          program: bench.program, snapshot: snapshot, asOf: .iso("2025-06-30"), startedAt: "",
          scriptHash: ""
        ) { _, sink in
          try sink([insert(outcome(2, 0, 77, .open))])
          try sink([insert(outcome(0, 0, 77, .pending))])
        }
      } == ["E0708"])
    #expect(try bench.ledger().outcomes == first)
  }

  @Test func anotherPlanHasRulesOfItsOwn() throws {
    var bench = bench
    try bench.apply(first.map(insert))
    bench.program = SampleProgram.make(plan: "全县方案")
    #expect(try bench.ledger().outcomes == [])
    #expect(try bench.ledger().lastAsOf == nil)
    try bench.apply([insert(first[0])])
    #expect(try bench.ledger().outcomes == [first[0]])
  }

  @Test func aRecordThatIsGoneIsKeptApart() throws {
    try bench.apply(first.map(insert))
    try bench.store.edit("DELETE FROM enterprise WHERE _id = 22")
    let ledger = try bench.ledger()
    #expect(ledger.vanished.map(\.key.subject) == [22, 22])
    #expect(ledger.outcomes.map(\.key.subject) == [0, 1, 1, -1])
  }

  // MARK: All or nothing

  /// What does not fit the ledger: the plan is stale, and nothing is written.
  @Test(arguments: [
    "a key that is there", "a key that is not there", "a subject that is not there",
    "a rule that is not there",
  ])
  func whatDoesNotFitIsRefused(_ name: String) throws {
    try bench.apply(first.map(insert))
    let before = try bench.store.rows("SELECT * FROM zb_outcome")
    let version = try bench.store.dataVersion()
    let bad: [String: Change] = [
      "a key that is there": insert(first[1]),
      "a key that is not there": change(.update, outcome(1, 2, 7, .pending), to: .done),
      "a subject that is not there": insert(outcome(1, 3, 7, .pending)),
      "a rule that is not there": insert(outcome(9, 1, 7, .pending)),
    ]
    let change = try #require(bad[name])
    #expect(
      codes { try bench.apply([insert(outcome(0, 0, 1, .pending)), change]) } == ["E0708"])
    #expect(try bench.store.rows("SELECT * FROM zb_outcome") == before)
    #expect(try bench.store.rows("SELECT count(*) FROM zb_run") == ["1"])
    #expect(try bench.store.dataVersion() == version)
  }

  @Test func aStalePlanIsRefused() throws {
    let snapshot = try bench.snapshot()
    try bench.apply([insert(first[0])])
    let stale = codes {
      _ = try bench.store.apply(
        changes: [insert(first[1])], program: bench.program, snapshot: snapshot,
        asOf: .iso("2025-07-01"), startedAt: "", scriptHash: "")
    }
    #expect(stale == ["E0708"])
    #expect(try bench.ledger().outcomes == [first[0]])
  }

  @Test func emptyRunsAreRecordedOnlyIfAsked() throws {
    #expect(try bench.apply([]) == nil)
    #expect(try bench.store.runs() == [])
    let version = try bench.store.dataVersion()
    let run = try #require(try bench.apply([], recordEmptyRuns: true))
    #expect(run.id == 1 && run.dataVersion == version)
    #expect(try bench.store.dataVersion() == version)
    #expect(try bench.store.verifyChain().isIntact)
  }

  @Test func theLastRunTellsWhetherAnythingChanged() throws {
    try bench.apply([insert(first[0])])
    let run = try #require(try bench.store.lastRun(ofPlan: "洋口方案"))
    #expect(try bench.store.dataVersion() == run.dataVersion)
    #expect(try bench.store.lastRun(ofPlan: "别的方案") == nil)
    try bench.apply([insert(first[1])])
    #expect(try bench.store.dataVersion() != run.dataVersion)
  }

  /// Copies the files while a run is writing, as a crash would leave them.
  @Test func aCrashLeavesTheStoreAsItWas() throws {
    try bench.apply(first.map(insert))
    let copy = bench.folder.path("copy.db")
    let observer = CommitObserver {
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: bench.store.path + suffix, toPath: copy + suffix)
      }
      throw CancellationError()
    }
    // So few pages in memory that the transaction spills into the log before it ends.
    try bench.store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA cache_size = 10")
    }
    bench.store.queue.add(transactionObserver: observer)
    let many = (0..<Int32(3000)).map { insert(outcome(0, 1, 30000 + $0, .pending)) }
    #expect(throws: Diagnostics.self) { try bench.apply(many) }
    let size = try FileManager.default.attributesOfItem(atPath: copy + "-wal")[.size] as? Int
    #expect(try #require(size) > 100_000)
    for path in [bench.store.path, copy] {
      let store = try Store.open(path: path, mode: .readWrite)
      #expect(try store.rows("SELECT count(*) FROM zb_outcome") == ["\(first.count)"])
      #expect(try store.rows("PRAGMA integrity_check") == ["ok"])
      #expect(try store.verifyChain().isIntact)
    }
  }

  @Test func aFullDiskLeavesTheStoreAsItWas() throws {
    try bench.apply(first.map(insert))
    let pages = try #require(Int(try bench.store.rows("PRAGMA page_count")[0]))
    try bench.store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 5)")
    }
    let many = (0..<Int32(3000)).map { insert(outcome(0, 1, 30000 + $0, .pending)) }
    #expect(codes { try bench.apply(many) } == ["E0705"])
    #expect(try bench.ledger().outcomes == first)
  }

  // MARK: The chain

  /// What somebody edits later, and what shows.
  @Test(arguments: [
    ("nothing", "SELECT 1", []),
    ("an outcome", "UPDATE zb_outcome SET status = 2 WHERE rule_id = 1", ["2 outcomes"]),
    (
      "an outcome of the first run", "UPDATE zb_outcome SET due = 1 WHERE rule_id = 2",
      ["1 outcomes"]
    ),
    ("an earlier state", "UPDATE zb_change SET old_status = 2", ["1 outcomes"]),
    ("an outcome goes", "DELETE FROM zb_outcome WHERE rule_id = 5", ["1 outcomes"]),
    (
      "an outcome comes",
      """
      INSERT INTO zb_outcome SELECT rule_id, 77, first, nth, kind, status, cause, last, due_raw, due,
        happened_on, evidence_id, numerator, denominator, unknown_count, 3, 3 FROM zb_outcome
        WHERE rule_id = 5
      """, ["3 missing"]
    ),
    ("the log", "UPDATE zb_run SET as_of = as_of + 1 WHERE id = 1", ["1 line"]),
    ("a line goes", "DELETE FROM zb_run WHERE id = 1", ["2 predecessor", "1 missing"]),
    ("a withdrawal", "UPDATE zb_change SET is_withdrawal = 1", ["2 outcomes"]),
  ])
  func editsShow(_ name: String, _ sql: String, _ expected: [String]) throws {
    try bench.apply(first.map(insert))
    try bench.apply([change(.update, first[0], to: .overdue)])
    try bench.store.edit(sql)
    let check = try bench.store.verifyChain()
    #expect(check.breaks.map { "\($0.run) \($0.reason)" } == expected)
  }

  /// Random runs: the ledger is what was applied, and the chain holds after each.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func randomRuns(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    var model: [OutcomeKey: Outcome] = [:]
    for _ in 0..<12 {
      var changes: [OutcomeKey: Change] = [:]
      for _ in 0..<30 {
        let rule = Int32.random(in: 0...1, using: &generator)
        let new = outcome(
          rule, .random(in: 0...2, using: &generator), .random(in: 0...9, using: &generator),
          OutcomeStatus.allCases.randomElement(using: &generator) ?? .done)
        guard changes[new.key] == nil else { continue }
        let old = model[new.key]
        let kind: Change.Kind =
          old == nil ? .insert : Bool.random(using: &generator) ? .update : .withdraw
        changes[new.key] = Change(kind: kind, outcome: new, before: old)
      }
      for change in changes.values { model[change.outcome.key] = change.outcome }
      try bench.apply(changes.values.sorted { $0.outcome.key < $1.outcome.key })
      #expect(
        try bench.ledger().outcomes == model.values.sorted { $0.key < $1.key }, "seed \(seed)")
      #expect(try bench.store.verifyChain().isIntact, "seed \(seed)")
    }
  }

  // MARK: Views

  @Test func viewsShowWords() throws {
    try bench.apply(first.map(insert))
    let table: [(sql: String, expected: [String])] = [
      (
        "SELECT 规则, 对象, 期初, 周期, 序号, 期限, 状态 FROM 义务",
        ["自查|甲厂|2024-10-04|日|1|2025-01-02|待办", "自查|丙厂|2024-10-04|–|1|–|完成"]
      ),
      (
        "SELECT rule, subject, status, due FROM obligation",
        ["自查|甲厂|pending|2025-01-02", "自查|丙厂|done|–"]
      ),
      ("SELECT 对象, 状态 FROM 检查任务", ["乙厂|待核实"]),
      ("SELECT 对象, 起, 止, 状态 FROM 违反", ["乙厂|2024-10-03|–|未解除"]),
      ("SELECT 对象, 档, 轮次, 状态 FROM 台阶", ["9|2|1|提出"]),
      ("SELECT 对象, 分子, 分母, 不明记录数, 状态, 原因 FROM 读数", ["–|2|3|1|未达|所依据的记录有空白"]),
      ("SELECT count(*) FROM visit, violation, rung, reading", ["1"]),
    ]
    for (sql, expected) in table { #expect(try bench.store.rows(sql) == expected, "\(sql)") }
  }
}
