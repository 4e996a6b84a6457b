import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// The settled answers on the run itself, over random towns. The seed is the argument.
@Suite("Time: the run") struct RunTimeTests {
  static let last = "2025-06-30"

  @Test("Time 3: running twice changes nothing", arguments: 0..<24 as Range<UInt64>)
  func idempotent(seed: UInt64) throws {
    let town = try RandomTown(seed: seed).town()
    let ledger = town.ledger(after: [Self.last])
    let second = town.plan(Self.last, ledger: ledger, with: FastEvaluator.self)
    #expect(second.changes.map { Town.line($0.outcome) } == [])
  }

  @Test("Both evaluators give the same plan", arguments: 0..<8 as Range<UInt64>)
  func evaluatorsAgree(seed: UInt64) throws {
    let town = try RandomTown(seed: seed).town()
    #expect(town.outcomes(Self.last) == town.reference(Self.last))
  }

  @Test(
    "Time 1: while facts stay, keys only grow; so daily runs give the ledger of one run",
    arguments: 0..<8 as Range<UInt64>)
  func dailyRunsEqualOne(seed: UInt64) throws {
    let town = try RandomTown(seed: seed).town()
    let daily = town.ledger(after: Town.daily("2025-05-10", Self.last))
    let once = town.ledger(after: [Self.last])
    // Rungs, and the day on which a notice was issued, are told apart by time 39.
    func comparable(_ ledger: LedgerSnapshot) -> Set<Outcome> {
      Set(
        ledger.outcomes.filter { $0.kind != .rung }.map { outcome in
          var outcome = outcome
          if outcome.kind == .notice { outcome.happenedOn = Outcome.noDay }
          return outcome
        })
    }
    let (kept, single) = (comparable(daily), comparable(once))
    func lines(_ outcomes: Set<Outcome>) -> [String] {
      outcomes.sorted { $0.key < $1.key }.map {
        "\($0.key.rule) \($0.key.subject) \(Town.line($0))"
      }
    }
    #expect(lines(kept.subtracting(single)) == [], "only by daily runs")
    #expect(lines(single.subtracting(kept)) == [], "only by one run")
    #expect(kept.count > 20)
  }

  @Test(
    "Time 39: runs at random days differ from daily runs only in 略过 and the day of proposing",
    arguments: 0..<16 as Range<UInt64>)
  func gaps(seed: UInt64) throws {
    var town = try RandomTown(seed: seed).facts()
    town.ladder(
      [Term(1, .workday), Term(3, .workday), Term(8, .calendarDay), Term(1, .month)],
      subject: LadderClockTests.isMajor, needsPhotoFrom: 3, decidesFrom: 4)
    let days = Town.daily("2025-03-01", Self.last)
    var dice = SplitMix64(state: seed)
    let some = days.filter { _ in dice.chance(1, of: 12) } + [Self.last]
    let (daily, sparse) = (town.ledger(after: days), town.ledger(after: some))
    let byKey = Dictionary(uniqueKeysWithValues: daily.outcomes.map { ($0.key, $0) })
    for rung in sparse.outcomes {
      let other = try #require(byKey[rung.key], "\(Town.line(rung)) only after gaps")
      var same = rung
      same.happenedOn = other.happenedOn
      if rung.status == .skipped || rung.status == .cancelled {
        (same.status, same.cause) = (other.status, other.cause)
      }
      #expect(same == other, "\(Town.line(rung)) but daily \(Town.line(other))")
      #expect(rung.happenedOn >= other.happenedOn, "nothing is back-dated")
    }
    // What only daily runs have was over before a sparse run came.
    let missing = daily.outcomes.filter { rung in
      !sparse.outcomes.contains { $0.key == rung.key }
    }
    for rung in missing {
      #expect([.closed, .cancelled, .skipped].contains(rung.status), "\(Town.line(rung))")
    }
  }

  @Test("Time 39: daily runs skip a rung only for a graver one of the same day")
  func dailyRunsSkipNothing() throws {
    for seed in 0..<12 as Range<UInt64> {
      var town = try RandomTown(seed: seed).facts()
      town.ladder([Term(1, .workday), Term(4, .workday), Term(9, .workday)], pause: nil)
      let ledger = town.ledger(after: Town.daily("2025-01-01", Self.last))
      for rung in ledger.outcomes where rung.status == .skipped {
        let graver = ledger.outcomes.contains {
          $0.key.subject == rung.key.subject && $0.key.first > rung.key.first
            && $0.happenedOn == rung.happenedOn
        }
        #expect(graver, "seed \(seed): \(Town.line(rung))")
      }
    }
  }

  @Test(
    "The order in which records were entered changes nothing", arguments: 0..<16 as Range<UInt64>)
  func orderOfRows(seed: UInt64) throws {
    let facts = RandomTown(seed: seed)
    let (first, second) = (try facts.town(), try facts.town(shuffle: seed &+ 1))
    #expect(
      RandomTown.named(first.plan(Self.last, with: FastEvaluator.self), first)
        == RandomTown.named(second.plan(Self.last, with: FastEvaluator.self), second))
  }

  @Test(
    "Time 20: a stricter exception never yields fewer obligations",
    arguments: 0..<24 as Range<UInt64>)
  func stricter(seed: UInt64) throws {
    let facts = try RandomTown(seed: seed).facts()
    for cadence in [Town.every(.month), Town.every(.week), Town.every(.quarter, 3)] {
      var (plain, strict) = (facts, facts)
      plain.duty(Town.every(.quarter))
      strict.duty(Town.every(.quarter), exceptions: [Town.exception(Town.highRisk, cadence)])
      func owed(_ town: Town, where isOwed: (Outcome) -> Bool) -> [OutcomeKey: Int] {
        var counts: [OutcomeKey: Int] = [:]
        for outcome in town.derived(Self.last).filter(isOwed) {
          let quarter = CalendarUnit.quarter.period(containing: CivilDate(days: outcome.due))
          let key = OutcomeKey(
            rule: 0, subject: outcome.key.subject, first: quarter.first.days, nth: 0)
          counts[key, default: 0] += 1
        }
        return counts
      }
      let counts = owed(strict) { $0.cause != .stricterCadence }
      for (key, count) in owed(plain, where: { $0.status != .ended }) {
        let quarter = CivilDate(days: key.first)
        #expect(
          counts[key, default: 0] >= count, "\(cadence), firm \(key.subject), from \(quarter)")
      }
    }
  }

  @Test("Adding an unrelated firm changes no other row", arguments: 0..<10 as Range<UInt64>)
  func unrelated(seed: UInt64) throws {
    var town = try RandomTown(seed: seed).town()
    // A share and a draw are over all.
    town.rules.removeAll {
      switch $0.body {
      case .target, .draw: true
      default: false
      }
    }
    let before = town.plan(Self.last, with: FastEvaluator.self).changes.map(\.outcome)
    let added = try town.firm("外来厂")
    let after = town.plan(Self.last, with: FastEvaluator.self).changes.map(\.outcome)
    #expect(after.filter { $0.key.subject != Int32(added) || $0.kind == .rung } == before)
  }

  // MARK: Stories

  @Test("Time 21: late entry changes today's answer and withdraws what rested on its absence")
  func lateEntry() throws {
    var town = Town()
    town.period = RandomTown.period
    try town.firm()
    town.duty(Town.every(.quarter))
    let before = town.ledger(after: ["2025-04-15"])
    #expect(before.outcomes.first?.status == .overdue)
    try town.check("2025-03-30")
    let plan = town.plan("2025-04-16", ledger: before, with: FastEvaluator.self)
    #expect(plan.changes.map(\.kind) == [.update])
    #expect(
      plan.changes.map { Town.line($0.outcome) } == ["2025-01-01 季度1 完成 期限2025-03-31 于2025-03-30"])
  }

  @Test("Time 21: what no longer follows is withdrawn once, never deleted, and may come back")
  func withdrawn() throws {
    var town = Town()
    town.period = RandomTown.period
    try town.firm()
    town.duty(Town.every(.quarter))
    let ledger = town.ledger(after: ["2025-04-15"])
    try town.builder.set("企业", 0, "状态", to: Town.state(2))
    let plan = town.plan("2025-04-16", ledger: ledger, with: FastEvaluator.self)
    #expect(plan.changes.map(\.kind) == [.withdraw, .withdraw])
    let after = Town.applied(plan, to: ledger)
    #expect(after.outcomes.map(\.status) == [.cancelled, .cancelled])
    #expect(town.plan("2025-04-17", ledger: after, with: FastEvaluator.self).isEmpty)
    try town.builder.set("企业", 0, "状态", to: Town.state(0))
    let back = town.ledger(after: ["2025-04-18"], from: after)
    #expect(back.outcomes == ledger.outcomes)
  }

  @Test("Time 2: before a rule's first day nothing follows; the day is an input")
  func asOf() throws {
    var town = Town()
    town.period = RandomTown.period
    try town.firm()
    town.duty(Town.every(.quarter))
    #expect(town.outcomes("2024-12-31") == [])
    #expect(town.outcomes("2025-01-01") == ["2025-01-01 季度1 待办 期限2025-03-31"])
  }

  @Test("A run in parts covers every subject, and every row of the ledger, once")
  func parts() throws {
    var town = Town()
    town.period = RandomTown.period
    for number in 0..<5000 { try town.firm("厂\(number)") }
    town.duty(Town.every(.quarter))
    var sizes: [Int] = []
    let planner = Planner<FastEvaluator>(
      program: town.program, snapshot: town.builder.snapshot(), ledger: LedgerSnapshot(),
      asOf: Town.day("2025-01-10"), calendar: .china)
    var outcomes: [Outcome] = []
    let summary = planner.run { changes in
      sizes.append(changes.count)
      outcomes += changes.map(\.outcome)
    }
    #expect(sizes == [1024, 1024, 1024, 1024, 904])
    #expect(summary.changeCounts == [.insert: 5000])
    #expect(zip(outcomes, outcomes.dropFirst()).allSatisfy { $0.key < $1.key })
    // Rows of subjects that are no longer there are withdrawn by the last part.
    var ledger = LedgerSnapshot(outcomes: outcomes)
    var stray = outcomes[0]
    stray.key.subject = 70_000
    ledger.outcomes.append(stray)
    let second = town.plan("2025-01-10", ledger: ledger, with: FastEvaluator.self)
    #expect(second.changes.map(\.kind) == [.withdraw])
  }
}
