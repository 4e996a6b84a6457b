import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

@testable import ZhibenRuntime

/// Relief (time 45), beside the cases of Tests/Conformance/reliefs.plan.
@Suite struct ReliefTimeTests {
  static func every(_ unit: CalendarUnit, _ least: Int = 1) -> Cadence {
    .periodic(unit, least: least, most: nil, due: .periodEnd)
  }

  static func percent(_ number: Int) -> Rational { Rational(number, over: 100) ?? Rational(0) }

  static let steps: [(cadence: Cadence, down: Cadence?, half: Cadence?)] = [
    (every(.day), every(.week), every(.year, 183)),
    (every(.week), every(.month), every(.halfYear, 13)),
    (every(.month), every(.quarter), every(.halfYear, 3)),
    (every(.month, 2), every(.quarter, 2), every(.month)),
    (every(.quarter), every(.halfYear), every(.halfYear)),
    (every(.halfYear), every(.year), every(.year)),
    (every(.halfYear, 3), every(.year, 3), every(.year, 3)),
    (every(.year, 3), nil, every(.year, 2)),
    (every(.year), nil, nil),
    (
      .rolling(Term(1, .day), first: nil), .rolling(Term(1, .week), first: nil),
      .rolling(Term(2, .day), first: nil)
    ),
    (
      .rolling(Term(3, .month), first: nil), .rolling(Term(6, .month), first: nil),
      .rolling(Term(6, .month), first: nil)
    ),
    (.rolling(Term(90, .day), first: nil), nil, .rolling(Term(180, .day), first: nil)),
    (.once(.always), nil, nil),
    (.periodic(.year, least: 1, most: nil, due: .yearDays([], before: true)), nil, nil),
  ]

  @Test("Time 45: 降一档 on 日 周 月 季 半年 年, 减半 by the year, rounded up", arguments: steps)
  func eases(_ cadence: Cadence, _ down: Cadence?, _ half: Cadence?) {
    #expect(cadence.eased(by: .stepDown) == down)
    #expect(cadence.eased(by: .halved) == half)
  }

  @Test("Time 45: a floor stops the easing and never makes a cadence stricter")
  func floors() {
    var relief = ReliefRule(
      subject: Subject(register: Town.firms, condition: Town.yes, text: ""), effects: [],
      floor: Self.every(.month, 2))
    #expect(relief.eased(Self.every(.week), by: .stepDown) == Self.every(.month, 2))
    #expect(relief.eased(Self.every(.month), by: .stepDown) == nil)
    relief.leastShare = Self.percent(7)
    #expect(relief.eased(Self.percent(10), by: .halved) == Self.percent(7))
    #expect(relief.eased(Self.percent(20), by: .halved) == Self.percent(10))
    #expect(relief.eased(Self.percent(5), by: .halved) == nil)
    #expect(relief.eased(Self.percent(10), by: .stepDown) == nil)
  }

  @Test("Time 45: why shows what was asked for, each relief with its veto, and what is left")
  func explains() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try town.firm()
    town.duty(Town.every(.quarter))
    town.relief(
      [(0, .cadence, .stepDown)], condition: Town.yes, veto: Town.highRisk,
      floor: Town.every(.year))
    let text = try ExplainerTests.why(town, "2025-06-30")
    let section = text.drop { $0 != "减免" }.prefix { $0 != "期限" }
    #expect(section.contains("  2025-06-30 原来的频次：每季度 至少1次（）"), "\(section)")
    #expect(section.contains("  激励 规则2（）：适用，降一档为 每半年 至少1次"), "\(section)")
    #expect(section.contains("  减免之后：每半年 至少1次"), "\(section)")
    #expect(section.contains { $0.contains("一票否决：") }, "\(section)")
  }

  @Test("Time 45: why turns down the visits that a relief does not touch")
  func turnsDown() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try town.firm()
    try town.check("2025-02-10", kind: 2)
    town.duty(Town.every(.quarter))
    town.relief([(0, .cadence, .stepDown)], condition: Town.yes, sparesRechecks: true)
    let text = try ExplainerTests.why(town, "2025-06-30")
    #expect(text.contains("  自查「自查#1」 2025-02-10：不算"), "\(text)")
    #expect(text.last == "  截至 2025-06-30：待办", "\(text)")
  }

  @Test("Time 45: what is unknown does not ease, and the plan says for how many")
  func notes() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try town.firm(highRisk: nil)
    town.duty(Town.every(.quarter))
    town.relief([(0, .cadence, .stepDown)], condition: Town.highRisk)
    let summary = town.plan("2025-03-31", with: FastEvaluator.self).summary
    #expect(summary.notes == [PlanNote(kind: .unknownRelief, rule: 0, count: 1, example: 0)])
    #expect(town.derived("2025-03-31").map(\.status) == [.pending])
  }
}
