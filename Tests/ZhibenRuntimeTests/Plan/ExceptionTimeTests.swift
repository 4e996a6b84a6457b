import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// Exceptions, spans and choices by keys (language 7, time 7).
@Suite("Exceptions and choices") struct ExceptionTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws {
    try story.tell(period: Town.days("2025-04-01", "2026-12-31"))
  }

  static let isD = Town.gradeIs(3)
  static let monthly = Town.every(.month)
  static let halfYearly = Town.every(.halfYear)

  /// Two keys: 高危 whatever the grade monthly; else C and D quarterly; else yearly.
  static var byGradeAndRisk: ZhibenSemantics.Choice<Cadence> {
    let highRisk = KeyTest.alternatives([.equal(.bool(true))])
    return .init(
      keys: [Town.field(Town.firms, "等级"), Town.highRisk],
      arms: [
        .init(tests: [.any, highRisk], value: Town.every(.month), origin: Town.origin),
        .init(
          tests: [.alternatives([.range(Town.grade(2), Town.grade(3))]), .any],
          value: Town.every(.quarter), origin: Town.origin),
        .init(tests: [.any, .any], value: Town.every(.year), origin: Town.origin),
      ])
  }

  static let stories: [Story] = [
    Story(
      "A span is an exception for its days only", asOf: "2025-08-10",
      [
        "2025-04-01 季度1 终止 (改按更严的频次) 期限2025-06-30", "2025-06-01 月1 逾期 期限2025-06-30",
        "2025-07-01 月1 逾期 期限2025-07-31", "2025-07-01 季度1 待办 期限2025-09-30",
      ]
    ) {
      try $0.firm()
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          Town.exception(Town.yes, monthly, days: [Town.days("2025-06-01", "2025-07-31")])
        ])
    },
    Story(
      "Time 7: a blank that only the base reads does not matter where an exception beats it",
      asOf: "2025-04-10", ["2025-04-01 月1 待办 期限2025-04-30"]
    ) {
      try $0.firm(grade: nil, highRisk: true)
      $0.duty(
        Town.byGrade([([3], Town.every(.week)), (nil, Town.every(.year))]),
        exceptions: [Town.exception(Town.highRisk, monthly)])
    },
    Story(
      "Time 7: an exception that may apply does not matter if it says the same",
      asOf: "2025-04-10", ["2025-04-01 月1 待办 期限2025-04-30"]
    ) {
      try $0.firm(grade: nil, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [Town.exception(Town.highRisk, monthly), Town.exception(isD, monthly)])
    },
    Story(
      "Time 7: one that may apply and would conflict leaves the cadence unknown",
      asOf: "2025-04-10", ["2025-04-01 月1 待核实 (适用哪个频次尚不清楚) 期限2025-04-30"]
    ) {
      try $0.firm(grade: nil, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [Town.exception(Town.highRisk, monthly), Town.exception(isD, halfYearly)])
    },
    Story(
      "特别 goes before the others", asOf: "2025-04-10", ["2025-01-01 半年1 待办 期限2025-06-30"]
    ) {
      try $0.firm(grade: 3, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          Town.exception(Town.highRisk, monthly, policy: .strict),
          Town.exception(isD, halfYearly, policy: .special),
        ])
    },
    Story(
      "上位 goes before 特别", asOf: "2025-04-10", ["2025-04-01 月1 待办 期限2025-04-30"]
    ) {
      try $0.firm(grade: 3, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          Town.exception(Town.highRisk, monthly, policy: .superior),
          Town.exception(isD, halfYearly, policy: .special),
        ])
    },
    Story(
      "特别 and 新 that differ are a conflict, shown at the strictest", asOf: "2025-04-10",
      ["2025-04-01 月1 待核实 (两条例外互相矛盾) 期限2025-04-30"]
    ) {
      try $0.firm(grade: 3, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          Town.exception(Town.highRisk, monthly, policy: .newer),
          Town.exception(isD, halfYearly, policy: .special),
        ])
    },
    Story(
      "免除 and a cadence are a conflict, too", asOf: "2025-04-10",
      ["2025-04-01 月1 待核实 (两条例外互相矛盾) 期限2025-04-30"]
    ) {
      try $0.firm(grade: 3, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [Town.exception(Town.highRisk, monthly), Town.exception(isD, nil)])
    },
    Story(
      "An exception that overrides only who does it leaves the cadence", asOf: "2025-04-10",
      ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      try $0.firm(highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          DutyException(
            condition: Town.highRisk, text: "例外", cadence: nil, bearers: [Party(text: "镇安监办")],
            origin: Town.origin)
        ])
    },
    Story(
      "Two keys: the first arm that holds", asOf: "2025-04-10",
      ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      try $0.firm(grade: 3)
      $0.duty(byGradeAndRisk)
    },
    Story(
      "Two keys: 任意 holds for a blank", asOf: "2025-04-10", ["2025-04-01 月1 待办 期限2025-04-30"]
    ) {
      try $0.firm(grade: nil, highRisk: true)
      $0.duty(byGradeAndRisk)
    },
    Story(
      "Time 7: an unknown key is 待核实, never 其他", asOf: "2025-04-10",
      ["2025-01-01 年1 待核实 (适用哪个频次尚不清楚) 期限2025-12-31"]
    ) {
      try $0.firm(grade: nil)
      $0.duty(byGradeAndRisk)
    },
    Story(
      "Time 7: of two keys the unknown one may decide", asOf: "2025-04-10",
      ["2025-04-01 季度1 待核实 (适用哪个频次尚不清楚) 期限2025-06-30"]
    ) {
      try $0.firm(grade: 2, highRisk: nil)
      $0.duty(byGradeAndRisk)
    },
    Story(
      "Time 7: all that an unknown key leaves open is the same", asOf: "2025-04-10",
      ["2025-01-01 年1 待办 期限2025-12-31"]
    ) {
      try $0.firm(grade: nil)
      $0.duty(Town.byGrade([([0, 1], Town.every(.year)), (nil, Town.every(.year))]))
    },
    Story(
      "A blank that is filled in from a day on makes the rest of the period certain",
      asOf: "2025-07-10",
      [
        "2025-01-01 年1 终止 (改按更严的频次) 期限2025-12-31",
        "2025-07-01 季度1 待办 期限2025-09-30",
      ]
    ) {
      let firm = try $0.firm(grade: nil)
      try $0.firm(firm, "等级", Town.grade(2), from: "2025-07-01")
      $0.duty(byGradeAndRisk)
    },
  ]
}
