import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// 检查: the planned number, and what the cap leaves of it.
@Suite("Time: inspections") struct VisitTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws { try story.tell() }

  static let quarterly = Town.every(.quarter)
  static let twoAYear = Town.always(Town.atMost(2))

  static let stories: [Story] = [
    Story(
      "Time 12: the count is the planned number; more is 计划外 and no outcome",
      asOf: "2025-03-31", ["2025-01-01 季度1 完成 期限2025-03-31 于2025-01-05"]
    ) {
      try $0.firm()
      $0.inspection(quarterly, cap: nil)
      for day in ["2025-01-05", "2025-02-05", "2025-03-05"] { try $0.check(day) }
    },
    Story(
      "Time 12: visits of any kind use up the cap", asOf: "2025-04-10",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-01-05",
        "2025-04-01 季度1 受限 (超出检查频次上限) 期限2025-06-30",
      ]
    ) {
      try $0.firm()
      $0.inspection(quarterly, cap: twoAYear)
      try $0.check("2025-01-05")
      try $0.check("2025-01-06", valid: false, kind: 1)
    },
    Story(
      "不计: visits of exempt classes do not", asOf: "2025-04-10",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-01-05", "2025-04-01 季度1 待办 期限2025-06-30",
      ]
    ) {
      try $0.firm()
      $0.inspection(quarterly, cap: twoAYear, doesNotCountReports: true)
      try $0.check("2025-01-05")
      try $0.check("2025-01-06", valid: false, kind: 1)
    },
    Story(
      "Earlier visits have the better claim to what the cap leaves", asOf: "2025-10-10",
      [
        "2025-01-01 季度1 逾期 期限2025-03-31", "2025-04-01 季度1 逾期 期限2025-06-30",
        "2025-07-01 季度1 受限 (超出检查频次上限) 期限2025-09-30",
        "2025-10-01 季度1 受限 (超出检查频次上限) 期限2025-12-31",
      ]
    ) {
      try $0.firm()
      $0.inspection(quarterly, cap: twoAYear)
    },
    Story(
      "The cap counts in its own periods", asOf: "2026-01-10",
      [
        "2025-10-01 季度1 受限 (超出检查频次上限) 期限2025-12-31",
        "2026-01-01 季度1 待办 期限2026-03-31",
      ]
    ) {
      $0.period = Town.days("2025-10-01", "2026-12-31")
      try $0.firm()
      $0.inspection(quarterly, cap: twoAYear)
      for day in ["2025-01-05", "2025-02-05"] { try $0.check(day) }
    },
    Story(
      "Time 7: a visit of which the class is blank may count", asOf: "2025-01-10",
      ["2025-01-01 季度1 待核实 (适用哪个频次尚不清楚) 期限2025-03-31"]
    ) {
      try $0.firm()
      $0.inspection(quarterly, cap: Town.always(Town.atMost(1)), doesNotCountReports: true)
      try $0.check("2025-01-06", valid: false, kind: nil)
    },
    Story(
      "Time 7: with an unknown key the visit may exceed the cap", asOf: "2025-04-10",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-01-05",
        "2025-04-01 季度1 待核实 (适用哪个频次尚不清楚) 期限2025-06-30",
      ]
    ) {
      try $0.firm(grade: nil)
      $0.inspection(
        quarterly, cap: Town.byGrade([([0], Town.atMost(1)), (nil, Town.atMost(4))]))
      try $0.check("2025-01-05")
    },
    Story(
      "Time 7: it fits under every cap that may hold", asOf: "2025-01-10",
      ["2025-01-01 季度1 待办 期限2025-03-31"]
    ) {
      try $0.firm(grade: nil)
      $0.inspection(
        quarterly, cap: Town.byGrade([([0], Town.atMost(1)), (nil, Town.atMost(4))]))
    },
    Story(
      "Time 8: where not every visit is entered, none is sure to fit under the cap",
      asOf: "2025-01-10", ["2025-01-01 季度1 待核实 (适用哪个频次尚不清楚) 期限2025-03-31"]
    ) {
      $0.collects(Town.checks)
      try $0.firm()
      $0.inspection(quarterly, cap: twoAYear)
    },
    Story(
      "No cap for this class", asOf: "2025-01-10", ["2025-01-01 季度1 待办 期限2025-03-31"]
    ) {
      try $0.firm(grade: 3)
      $0.inspection(quarterly, cap: Town.byGrade([([3], nil), (nil, Town.atMost(1))]))
      try $0.check("2025-01-05", valid: false)
    },
    Story(
      "The mode, even if it is unknown, is not a question of when", asOf: "2025-01-10",
      ["2025-01-01 季度1 待办 期限2025-03-31"]
    ) {
      try $0.firm(grade: nil)
      $0.inspection(quarterly, cap: nil, mode: Town.byGrade([([3], "四不两直"), (nil, "事先公告")]))
    },
    Story(
      "Time 18: a visit ends with the subject's exit, whatever the cap", asOf: "2025-04-10",
      ["2025-01-01 季度1 终止 (对象已退出) 期限2025-03-31"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(2), from: "2025-02-10")
      $0.inspection(quarterly, cap: Town.always(Town.atMost(0)))
    },
  ]

  @Test("A visit above the cap is told to the author, with the first subject as an example")
  func note() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    for name in ["甲厂", "乙厂", "丙厂"] { try town.firm(name) }
    try town.check("2025-01-05", firm: 1, valid: false)
    try town.check("2025-01-05", firm: 2, valid: false)
    town.inspection(Town.every(.quarter), cap: Town.always(Town.atMost(1)))
    let summary = town.plan("2025-01-10", with: FastEvaluator.self).summary
    #expect(
      summary.notes == [PlanNote(kind: .aboveCap, rule: 0, count: 2, example: 1)])
    #expect(summary.totals.map(\.counts) == [[.pending: 1, .capped: 2]])
  }
}
