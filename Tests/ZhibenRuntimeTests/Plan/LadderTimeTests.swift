import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// The settled answers on ladders and violations.
@Suite("Time: ladders and requirements") struct LadderTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws {
    try story.tell(period: Town.days("2025-01-01", "2026-12-31"))
  }

  static let threeRungs = [Term(1, .workday), Term(7, .workday), Term(15, .workday)]

  static let stories: [Story] = [
    Story(
      "Time 30: the clock starts at 整改期限; 27: workdays", asOf: "2025-04-01",
      ["第1级 提出 期限2025-04-01 于2025-04-01"]
    ) {
      try $0.firm()
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(threeRungs)
    },
    Story("Time 30: on the due day itself nothing is late", asOf: "2025-03-31", []) {
      try $0.firm()
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(threeRungs)
    },
    Story(
      "Time 31: natural days are held over rest days", asOf: "2025-05-06",
      ["第1级 提出 期限2025-05-06（2025-05-01） 于2025-05-06"]
    ) {
      try $0.firm()
      try $0.hazard(deadline: "2025-04-30")
      $0.ladder([Term(1, .calendarDay)])
    },
    Story("Time 31: nothing is sent on the rest day", asOf: "2025-05-05", []) {
      try $0.firm()
      try $0.hazard(deadline: "2025-04-30")
      $0.ladder([Term(1, .calendarDay)])
    },
    Story(
      "Time 39: after a gap only the highest rung is proposed, as of today", asOf: "2025-04-25",
      [
        "第1级 略过 (其间未运行，只提出最高一级，不倒签) 期限2025-04-01 于2025-04-25",
        "第2级 略过 (其间未运行，只提出最高一级，不倒签) 期限2025-04-10 于2025-04-25",
        "第3级 提出 期限2025-04-22 于2025-04-25",
      ]
    ) {
      try $0.firm()
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(threeRungs)
    },
    Story(
      "Time 33: a pause holds the count", asOf: "2025-04-18",
      [
        "第1级 略过 (其间未运行，只提出最高一级，不倒签) 期限2025-04-01 于2025-04-18",
        "第2级 提出 期限2025-04-17 于2025-04-18",
      ]
    ) {
      try $0.firm()
      let hazard = try $0.hazard(deadline: "2025-03-31")
      // Five workdays from 7 to 11 April do not count (4 April is a festival).
      let (waiting, working) = (
        Value.enumeration(Town.hazardStates, 1), Value.enumeration(Town.hazardStates, 0)
      )
      try $0.builder.set("隐患", hazard, "状态", to: waiting, from: Town.day("2025-04-07"))
      try $0.builder.set("隐患", hazard, "状态", to: working, from: Town.day("2025-04-12"))
      $0.ladder(threeRungs)
    },
    Story(
      "Time 34: an extension starts the count again; what was reached stays", asOf: "2025-04-18",
      ["第1级 提出 期限2025-04-01 于2025-04-18"]
    ) {
      try $0.firm()
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.builder.set(
        "隐患", hazard, "整改期限", to: Town.date("2025-04-30"), from: Town.day("2025-04-08"))
      $0.ladder(threeRungs)
    },
    Story("Time 32: a closed record has no rung to propose", asOf: "2025-04-25", []) {
      try $0.firm()
      try $0.hazard(deadline: "2025-03-31", state: 2)
      $0.ladder(threeRungs)
    },
    Story(
      "Time 7: an unknown state is 待核实, not a rung", asOf: "2025-04-25",
      ["第1级 待核实 (所依据的记录有空白)"]
    ) {
      try $0.firm()
      try $0.hazard(deadline: "2025-03-31", state: nil)
      $0.ladder(threeRungs)
    },
    Story(
      "Time 23: without a deadline the clock is dormant", asOf: "2025-04-25",
      ["第1级 待核实 (起算日期尚无)"]
    ) {
      try $0.firm()
      try $0.hazard(deadline: nil)
      $0.ladder(threeRungs)
    },
    Story(
      "Time 3: a violation's key is the first day of its episode", asOf: "2025-06-30",
      ["2025-01-01 已解除 于2025-01-01", "2025-05-01 未解除 于2025-05-01"]
    ) {
      let firm = try $0.firm(highRisk: false)
      try $0.builder.set("企业", firm, "高危", to: .bool(true), from: Town.day("2025-03-01"))
      try $0.builder.set("企业", firm, "高危", to: .bool(false), from: Town.day("2025-05-01"))
      $0.requirement(Town.highRisk)
    },
    Story(
      "A requirement with a deadline is broken from the day behind it", asOf: "2025-06-30",
      ["2025-04-01 未解除 期限2025-03-31 于2025-04-01"]
    ) {
      try $0.firm(highRisk: false)
      $0.requirement(Town.highRisk, deadline: .day(Town.day("2025-03-31")))
    },
    Story(
      "Time 7: a blank in the condition is 待核实", asOf: "2025-06-30",
      ["2025-01-01 待核实 (所依据的记录有空白)"]
    ) {
      try $0.firm(highRisk: nil)
      $0.requirement(Town.highRisk)
    },
    Story(
      "Time 18: a violation ends with the subject's exit", asOf: "2025-06-30",
      ["2025-01-01 已解除 于2025-01-01"]
    ) {
      let firm = try $0.firm(highRisk: false)
      try $0.builder.set(
        "企业", firm, "状态", to: .enumeration(Town.states, 2), from: Town.day("2025-05-01"))
      $0.requirement(Town.highRisk)
    },
  ]
}
