import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// 必须: stretches of days on which a condition did not hold, behind its deadline.
@Suite("Time: requirements") struct RequirementTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws { try story.tell() }

  static let entered = Town.field(Town.firms, "入库日")
  static let started = Town.field(Town.firms, "投产日期")
  static let (yes, no) = (Value.bool(true), Value.bool(false))

  static let stories: [Story] = [
    Story("Time 22: on the last day nothing is violated", asOf: "2025-06-10", []) {
      try $0.firm()
      $0.requirement(Town.highRisk, deadline: .day(Town.day("2025-06-10")))
    },
    Story(
      "Time 22: from the day behind it", asOf: "2025-06-11",
      ["2025-06-11 未解除 期限2025-06-10 于2025-06-11"]
    ) {
      try $0.firm()
      $0.requirement(Town.highRisk, deadline: .day(Town.day("2025-06-10")))
    },
    Story(
      "A term that ran out before the rule binds from its first day", asOf: "2025-06-11",
      ["2025-01-01 未解除 期限2024-06-10 于2025-01-01"]
    ) {
      try $0.firm()
      $0.requirement(Town.highRisk, deadline: .day(Town.day("2024-06-10")))
    },
    Story(
      "Time 24, 25: a term behind an event moves off 国庆; both dates are kept",
      asOf: "2025-10-20", ["2025-10-10 未解除 期限2025-10-09（2025-10-01） 于2025-10-10"]
    ) {
      try $0.firm(entered: "2025-09-01")
      $0.requirement(Town.highRisk, deadline: .after(entered, Term(1, .month)))
    },
    Story(
      "Time 24: a date of the record does not move", asOf: "2025-10-03",
      ["2025-10-02 未解除 期限2025-10-01 于2025-10-02"]
    ) {
      try $0.firm(started: "2025-10-01")
      $0.requirement(Town.highRisk, deadline: .after(started, Term(0, .calendarDay)))
    },
    Story(
      "Time 26: before a date", asOf: "2025-10-03",
      ["2025-10-01 未解除 期限2025-09-30 于2025-10-01"]
    ) {
      try $0.firm(started: "2025-10-01")
      $0.requirement(Town.highRisk, deadline: .before(started, Term(1, .calendarDay)))
    },
    Story(
      "Time 23: dormant while its date is blank, then by the date", asOf: "2025-06-20",
      ["2025-01-01 已解除 (起算日期尚无)", "2025-05-22 未解除 期限2025-05-21 于2025-05-22"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "投产日期", Town.date("2025-05-01"), from: "2025-04-10")
      $0.requirement(Town.highRisk, deadline: .after(started, Term(20, .calendarDay)))
    },
    Story("Time 23: what holds is not dormant", asOf: "2025-06-20", []) {
      try $0.firm(highRisk: true)
      $0.requirement(Town.highRisk, deadline: .after(started, Term(20, .calendarDay)))
    },
    Story(
      "Time 5: a date that is put off from a day on ends the episode with the day before",
      asOf: "2025-07-20",
      [
        "2025-05-02 已解除 期限2025-05-01 于2025-05-02", "2025-07-01 未解除 期限2025-06-30 于2025-07-01",
      ]
    ) {
      let firm = try $0.firm(started: "2025-05-01")
      try $0.firm(firm, "投产日期", Town.date("2025-06-30"), from: "2025-05-20")
      $0.requirement(Town.highRisk, deadline: .after(started, Term(0, .calendarDay)))
    },
    Story(
      "Time 7: known, unknown, known: three stretches", asOf: "2025-06-20",
      [
        "2025-01-01 已解除 于2025-01-01", "2025-03-01 已解除 (所依据的记录有空白)",
        "2025-04-01 未解除 于2025-04-01",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", nil, from: "2025-03-01")
      try $0.firm(firm, "高危", no, from: "2025-04-01")
      $0.requirement(Town.highRisk)
    },
    Story(
      "Time 7: unknown membership", asOf: "2025-06-20", ["2025-01-01 待核实 (是否属于对象尚不清楚)"]
    ) {
      try $0.firm(state: nil)
      $0.requirement(Town.highRisk)
    },
    Story(
      "An exemption with a span exempts on its days", asOf: "2025-06-20",
      ["2025-01-01 已解除 于2025-01-01", "2025-04-01 未解除 于2025-04-01"]
    ) {
      try $0.firm()
      $0.requirement(
        Town.highRisk,
        exceptions: [Town.exception(Town.yes, nil, days: [Town.days("2025-02-01", "2025-03-31")])])
    },
    Story(
      "Time 7: whether an exemption applies is unknown", asOf: "2025-06-20",
      ["2025-01-01 待核实 (所依据的记录有空白)"]
    ) {
      try $0.firm(grade: nil)
      $0.requirement(Town.highRisk, exceptions: [Town.exception(Town.gradeIs(3), nil)])
    },
    Story("What holds needs no exemption", asOf: "2025-06-20", []) {
      try $0.firm(grade: nil, highRisk: true)
      $0.requirement(Town.highRisk, exceptions: [Town.exception(Town.gradeIs(3), nil)])
    },
    Story(
      "Time 19: 停产 by exemption; on resumption a new episode", asOf: "2025-08-20",
      ["2025-01-01 已解除 于2025-01-01", "2025-08-04 未解除 于2025-08-04"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(1), from: "2025-05-20")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-08-04")
      $0.requirement(Town.highRisk, exceptions: [Town.exception(Town.isState(1), nil)])
    },
    Story(
      "Time 4: nothing is violated before the record was there", asOf: "2025-06-20",
      ["2025-05-10 未解除 于2025-05-10"]
    ) {
      try $0.firm(entered: "2025-05-10")
      $0.requirement(Town.highRisk)
    },
    Story(
      "When the rule's time is over, the episode ends with its last day", asOf: "2025-08-20",
      ["2025-01-01 已解除 于2025-01-01"]
    ) {
      $0.period = Town.days("2025-01-01", "2025-06-30")
      try $0.firm()
      $0.requirement(Town.highRisk)
    },
  ]

  @Test("An open episode has no last day; a closed one has the last on which it was broken")
  func lastDay() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-06-30")
    let firm = try town.firm()
    try town.firm(firm, "高危", Self.yes, from: "2025-03-11")
    town.requirement(Town.highRisk)
    #expect(town.derived("2025-03-10").map(\.last) == [Outcome.noDay])
    #expect(town.derived("2025-03-11").map(\.last) == [Town.day("2025-03-10").days])
    town.rules[0].inForce = Town.days("2025-01-01", "2025-02-28")
    #expect(town.derived("2025-02-28").map(\.last) == [Outcome.noDay])
    #expect(town.derived("2025-03-01").map(\.last) == [Town.day("2025-02-28").days])
  }
}
