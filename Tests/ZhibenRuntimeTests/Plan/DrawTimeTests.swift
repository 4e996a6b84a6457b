import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// The settled answers on draws, over the planner.
@Suite struct DrawTimeTests {
  static let rule = "规则1"

  /// Six firms, of which two are drawn and one stands in reserve.
  static func town(
    _ refine: (inout DrawRule) -> Void = { $0.reserves = 1 }
  ) throws -> Town {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    for name in ["甲", "乙", "丙", "丁", "戊", "己"] { try town.firm(name) }
    town.draw(.count(2), refine)
    return town
  }

  static func statuses(_ outcomes: [Outcome], _ kind: OutcomeKind = .draw) -> [OutcomeStatus: Int] {
    outcomes.filter { $0.kind == kind }.reduce(into: [:]) { $0[$1.status, default: 0] += 1 }
  }

  struct Case: CustomTestStringConvertible, Sendable {
    let says: String
    let asOf: String
    var numbers: [(String, String)] = []
    let draws: [OutcomeStatus: Int]
    var visits: [OutcomeStatus: Int] = [:]
    var testDescription: String { says }
  }

  @Test(
    "Time 46",
    arguments: [
      Case(says: "frozen on the first day", asOf: "2025-01-01", draws: [.awaitingNumber: 1]),
      Case(
        says: "a number of the freeze day is refused", asOf: "2025-01-05",
        numbers: [("1", "2025-01-01")], draws: [.awaitingNumber: 1]),
      Case(
        says: "drawn by the first number behind it", asOf: "2025-01-09",
        numbers: [("1", "2025-01-01"), ("2", "2025-01-09")],
        draws: [.drawn: 1, .selected: 2, .reserve: 1], visits: [.pending: 2]),
      Case(
        says: "overdue after the period", asOf: "2026-01-01", numbers: [("2", "2025-01-09")],
        draws: [.drawn: 1, .selected: 2, .reserve: 1, .awaitingNumber: 1], visits: [.overdue: 2]),
      Case(
        says: "a number that came behind the period owes the visit that day", asOf: "2026-02-01",
        numbers: [("2", "2026-02-01")],
        draws: [.drawn: 1, .selected: 2, .reserve: 1, .awaitingNumber: 1], visits: [.pending: 2]),
    ])
  func states(_ c: Case) throws {
    var town = try Self.town()
    for (number, day) in c.numbers { try town.number(number, on: day, draw: Self.rule) }
    let outcomes = town.derived(c.asOf)
    #expect(Self.statuses(outcomes) == c.draws)
    #expect(Self.statuses(outcomes, .visit) == c.visits)
    #expect(town.outcomes(c.asOf) == town.reference(c.asOf))
  }

  /// What the certificate of the first draw says of its list and of who was drawn.
  static func drawn(_ town: Town, _ asOf: String, _ ledger: LedgerSnapshot) -> DrawCertificate? {
    let planner = Planner<FastEvaluator>(
      program: town.program, snapshot: town.builder.snapshot(), ledger: ledger,
      asOf: Town.day(asOf), calendar: .china)
    let draw = planner.outcomes(of: 0).first { $0.key.subject < 0 }
    return draw.flatMap { planner.certificate(of: $0) }
  }

  @Test("Time 47: what was frozen and drawn stays, whatever is corrected")
  func frozenStays() throws {
    var town = try Self.town()
    let frozen = town.ledger(after: ["2025-01-02"])
    #expect(frozen.draws.count == 1 && frozen.draws.first?.number == nil)
    // A firm that always was there is entered late.
    try town.firm("庚")
    try town.number("5", on: "2025-01-09", draw: Self.rule)
    let drawn = town.ledger(after: ["2025-01-10"], from: frozen)
    let certificate = try #require(Self.drawn(town, "2025-01-10", drawn))
    #expect(certificate.list.units.count == 6)
    #expect(certificate.list.text == frozen.draws.first?.list)
    #expect(drawn.draws.first?.number?.text == "5")
    #expect(Self.drawn(town, "2025-01-10", LedgerSnapshot())?.list.units.count == 7)
    // An earlier number that is entered late changes nothing.
    try town.number("6", on: "2025-01-08", draw: Self.rule)
    #expect(Self.drawn(town, "2025-01-11", drawn)?.number == "5")
    let plan = town.plan("2025-01-11", ledger: drawn, with: FastEvaluator.self)
    #expect(plan.changes.isEmpty && plan.summary.draws.isEmpty)
  }

  @Test("Time 47: a percentage is rounded up, the remainder first, then anew")
  func rounds() throws {
    var town = try Self.town { draw in
      draw.unit = .quarter
      draw.noRepeat = .period(.relative(0, .year))
      draw.size = .share(Rational(1, over: 4) ?? Rational(1))
    }
    for (quarter, month) in ["01", "04", "07", "10"].enumerated() {
      try town.number(
        "\(quarter)", on: "2025-\(month)-05", period: "2025-\(month)-01", draw: Self.rule)
    }
    let drawn = town.derived("2025-12-31").filter { $0.status == .selected }
    let byQuarter = Dictionary(grouping: drawn) { $0.key.first }.sorted { $0.key < $1.key }
      .map { Set($0.value.map(\.key.subject)) }
    #expect(byQuarter.map(\.count) == [2, 2, 2, 2])
    #expect(byQuarter.prefix(3).reduce(Set<Int32>()) { $0.union($1) }.count == 6, "the remainder")
    #expect(byQuarter[3].isSubset(of: [0, 1, 2, 3, 4, 5]), "anew")
  }

  @Test(
    "Time 46: the complement of a key list has everybody once", arguments: 0..<20 as Range<UInt64>)
  func complement(seed: UInt64) throws {
    let facts = try RandomTown(seed: seed).facts()
    var town = facts
    let key = Town.core(.and([Town.registered, Town.highRisk]), .bool)
    let rest = Town.core(.and([Town.registered, Town.core(.not(Town.highRisk), .bool)]), .bool)
    town.draw(.share(Rational(1)), condition: key)
    town.draw(.share(Rational(1)), condition: rest)
    town.draw(.share(Rational(1)), condition: Town.registered)
    let planner = Planner<FastEvaluator>(
      program: town.program, snapshot: town.builder.snapshot(), ledger: LedgerSnapshot(),
      asOf: Town.day("2025-06-30"), calendar: .china)
    let lists = (0..<3).compactMap { rule in
      planner.outcomes(of: rule).first { $0.key.subject < 0 }.flatMap(planner.frozenList)
    }
    try #require(lists.count == 3)
    let (a, b) = (Set(lists[0].units.map(\.code)), Set(lists[1].units.map(\.code)))
    let unknown = Set(lists[0].apart.map(\.code)).union(lists[1].apart.map(\.code))
    #expect(a.isDisjoint(with: b), "seed \(seed)")
    let all = Set(lists[2].units.map(\.code))
    #expect(a.union(b).union(unknown).isSuperset(of: all), "seed \(seed)")
    #expect(a.union(b).isSubset(of: all), "seed \(seed)")
  }
}
