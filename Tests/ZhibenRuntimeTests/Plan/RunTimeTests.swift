import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// The settled answers on the run itself, over random towns.
@Suite("Time: the run") struct RunTimeTests {
  /// SplitMix64.
  struct Dice: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  static func randomDay(_ dice: inout Dice) -> String {
    Town.day("2025-01-01").advanced(byDays: Int.random(in: 0..<200, using: &dice)).description
  }

  /// A town with blanks, changes of class, exits, pauses and extensions, and one rule of each kind.
  static func town(seed: UInt64) throws -> Town {
    var dice = Dice(state: seed)
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    func maybe<T>(_ value: T) -> T? { Int.random(in: 0..<5, using: &dice) == 0 ? nil : value }
    for number in 0..<4 {
      let firm = try town.firm(
        "厂\(number)", state: maybe(0), grade: maybe(Int.random(in: 0..<4, using: &dice)),
        highRisk: maybe(Bool.random(using: &dice)),
        entered: maybe(Bool.random(using: &dice) ? "2020-01-01" : randomDay(&dice)),
        started: maybe(randomDay(&dice)))
      if Bool.random(using: &dice) {
        try town.builder.set(
          "企业", firm, "高危", to: maybe(.bool(Bool.random(using: &dice))),
          from: Town.day(randomDay(&dice)))
      }
      if Int.random(in: 0..<3, using: &dice) == 0 {
        let left = Town.day(randomDay(&dice))
        try town.builder.set("企业", firm, "状态", to: .enumeration(Town.states, 2), from: left)
        if Bool.random(using: &dice) {
          try town.builder.set(
            "企业", firm, "状态", to: .enumeration(Town.states, 0),
            from: left.advanced(byDays: Int.random(in: 1..<40, using: &dice)))
        }
      }
      for _ in 0..<Int.random(in: 0..<6, using: &dice) {
        try town.check(maybe(randomDay(&dice)), firm: firm, valid: maybe(Bool.random(using: &dice)))
      }
    }
    for number in 0..<3 {
      let found = randomDay(&dice)
      let deadline = Town.day(found).advanced(byDays: Int.random(in: 0..<40, using: &dice))
      let hazard = try town.hazard(
        "Y\(number)", found: found, deadline: maybe(deadline.description), state: maybe(0))
      var day = deadline
      for _ in 0..<Int.random(in: 0..<4, using: &dice) {
        day = day.advanced(byDays: Int.random(in: 1..<15, using: &dice))
        try town.builder.set(
          "隐患", hazard, "状态",
          to: .enumeration(Town.hazardStates, Int.random(in: 0..<3, using: &dice)), from: day)
      }
    }
    let exceptions = [
      Town.exception(Town.highRisk, Town.every(.month)),
      Town.exception(Town.gradeIs(3), Town.every(.halfYear), policy: .strict),
    ]
    town.duty(Town.every(.quarter, Int.random(in: 1...2, using: &dice)), exceptions: exceptions)
    town.duty(.rolling(Term(30, .day), first: nil))
    town.duty(.anchored(Town.field(Town.firms, "投产日期"), Term(2, .month)))
    town.duty(.once(.after(Town.field(Town.firms, "入库日"), Term(30, .day))))
    town.duty(
      Town.every(.month, due: .monthDay(10)), exceptions: [Town.exception(Town.highRisk, nil)])
    town.requirement(Town.highRisk, deadline: .day(Town.day("2025-03-31")))
    town.requirement(Town.core(.not(Town.gradeIs(3)), .bool))
    town.ladder([Term(1, .workday), Term(3, .workday), Term(8, .calendarDay)])
    return town
  }

  @Test("Time 3: running twice changes nothing", arguments: 0..<30)
  func idempotent(seed: Int) throws {
    let town = try Self.town(seed: UInt64(seed))
    let first = town.plan("2025-06-30", with: FastEvaluator.self)
    let ledger = Town.applied(first, to: LedgerSnapshot())
    let second = town.plan("2025-06-30", ledger: ledger, with: FastEvaluator.self)
    #expect(second.changes.map { Town.line($0.outcome) } == [])
  }

  @Test(
    "Time 1: daily runs give the ledger of one run, but for rungs after a gap", arguments: 0..<20)
  func dailyRunsEqualOne(seed: Int) throws {
    let town = try Self.town(seed: UInt64(seed))
    var daily = LedgerSnapshot()
    var day = Town.day("2025-05-20")
    while day <= Town.day("2025-06-30") {
      daily = Town.applied(
        town.plan(day.description, ledger: daily, with: FastEvaluator.self), to: daily)
      day = day.next
    }
    let once = Town.applied(
      town.plan("2025-06-30", with: FastEvaluator.self), to: LedgerSnapshot())
    func lines(_ ledger: LedgerSnapshot) -> [String] {
      ledger.outcomes.filter { $0.kind != .rung }.map(Town.line)
    }
    #expect(lines(daily) == lines(once))
    // Time 39: of rungs, only whether they were skipped and when they were proposed may differ.
    let rungs = Set(once.outcomes.filter { $0.kind == .rung }.map(\.key))
    #expect(rungs.isSubset(of: daily.outcomes.filter { $0.kind == .rung }.map(\.key)))
    #expect(
      !daily.outcomes.contains { $0.status == .skipped && $0.due > Town.day("2025-05-20").days })
  }

  @Test("Both evaluators give the same plan", arguments: 0..<30)
  func evaluatorsAgree(seed: Int) throws {
    let town = try Self.town(seed: UInt64(seed))
    #expect(town.outcomes("2025-06-30") == town.reference("2025-06-30"))
  }

  @Test("Time 21: late entry changes today's answer and withdraws what rested on its absence")
  func lateEntry() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try town.firm()
    town.duty(Town.every(.quarter))
    let before = Town.applied(
      town.plan("2025-04-15", with: FastEvaluator.self), to: LedgerSnapshot())
    #expect(before.outcomes.first?.status == .overdue)
    try town.check("2025-03-30")
    let plan = town.plan("2025-04-16", ledger: before, with: FastEvaluator.self)
    #expect(plan.changes.map(\.kind) == [.update])
    #expect(
      plan.changes.map { Town.line($0.outcome) } == ["2025-01-01 季度1 完成 期限2025-03-31 于2025-03-30"])
  }

  @Test("Time 21: what no longer follows is withdrawn once, never deleted")
  func withdrawn() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try town.firm()
    town.duty(Town.every(.quarter))
    let ledger = Town.applied(
      town.plan("2025-04-15", with: FastEvaluator.self), to: LedgerSnapshot())
    try town.builder.set("企业", 0, "状态", to: .enumeration(Town.states, 2))
    let plan = town.plan("2025-04-16", ledger: ledger, with: FastEvaluator.self)
    #expect(plan.changes.map(\.kind) == [.withdraw, .withdraw])
    let after = Town.applied(plan, to: ledger)
    #expect(after.outcomes.map(\.status) == [.cancelled, .cancelled])
    #expect(town.plan("2025-04-17", ledger: after, with: FastEvaluator.self).isEmpty)
  }

  @Test("Adding an unrelated firm changes no other row", arguments: 0..<10)
  func unrelated(seed: Int) throws {
    var town = try Self.town(seed: UInt64(seed))
    let before = town.plan("2025-06-30", with: FastEvaluator.self).changes.map(\.outcome)
    let added = try town.firm("外来厂")
    let after = town.plan("2025-06-30", with: FastEvaluator.self).changes.map(\.outcome)
    #expect(after.filter { $0.key.subject != Int32(added) || $0.kind == .rung } == before)
  }
}
