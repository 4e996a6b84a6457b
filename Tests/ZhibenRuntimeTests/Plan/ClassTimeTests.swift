import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// Entry, exit, 停产 and change of class.
@Suite("Time: entry, exit, change of class") struct ClassTimeTests {
  @Test(arguments: entryAndExit) func entry(_ story: Story) throws {
    try story.tell(period: Town.days("2025-04-01", "2026-12-31"))
  }

  @Test(arguments: changes) func change(_ story: Story) throws {
    try story.tell(period: Town.days("2025-04-01", "2026-12-31"))
  }

  static let monthlyIfHighRisk = [Town.exception(Town.highRisk, Town.every(.month))]
  static let started = Town.field(Town.firms, "投产日期")
  static let (yes, no) = (Value.bool(true), Value.bool(false))

  static let entryAndExit: [Story] = [
    Story(
      "Time 17: a subject without a day of entry was always there", asOf: "2025-06-20",
      ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      $0.period = Town.days("2025-06-16", "2026-12-31")
      try $0.firm(entered: nil)
      $0.duty(Town.every(.quarter))
    },
    Story(
      "Time 17: who enters with the rule enters no period late", asOf: "2025-06-20",
      ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      $0.period = Town.days("2025-06-16", "2026-12-31")
      try $0.firm(entered: "2025-06-16")
      $0.duty(Town.every(.quarter))
    },
    Story("Time 17: 首期 下期起", asOf: "2025-06-30", []) {
      try $0.firm(entered: "2025-04-02")
      $0.duty(Town.every(.quarter), firstPeriod: .next)
    },
    Story(
      "Time 17: 首期 下期起, on a period's first day", asOf: "2025-07-01",
      ["2025-07-01 季度1 待办 期限2025-09-30"]
    ) {
      try $0.firm(entered: "2025-07-01")
      $0.duty(Town.every(.quarter), firstPeriod: .next)
    },
    Story(
      "Time 17: a grid's period shares out like a calendar's", asOf: "2025-08-10",
      ["2025-07-01 1 待办 期限2025-08-31"]
    ) {
      try $0.firm(entered: "2025-06-10", started: "2024-12-31")
      $0.duty(.anchored(started, Term(2, .month)))
    },
    Story(
      "Time 17: a grid's period with half left is owed", asOf: "2025-06-30",
      ["2025-05-01 1 待办 期限2025-06-30"]
    ) {
      try $0.firm(entered: "2025-05-15", started: "2024-12-31")
      $0.duty(.anchored(started, Term(2, .month)))
    },
    Story(
      "Time 18: exit ends also what is overdue; return does not revive it", asOf: "2025-10-10",
      [
        "2025-04-01 季度1 终止 (对象已退出) 期限2025-06-30", "2025-07-01 季度1 逾期 期限2025-09-30",
        "2025-10-01 季度1 待办 期限2025-12-31",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(2), from: "2025-07-10")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-08-01")
      $0.duty(Town.every(.quarter))
    },
    Story(
      "Time 18: what is done behind the exit does not count", asOf: "2025-06-30",
      ["2025-04-01 季度1 终止 (对象已退出) 期限2025-06-30"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(2), from: "2025-05-10")
      $0.duty(Town.every(.quarter))
      try $0.check("2025-06-01")
    },
    Story(
      "Time 17, 18: return in the same period shares it out; what was done in it counts",
      asOf: "2025-06-01",
      [
        "2025-04-01 季度1 完成 期限2025-06-30 于2025-04-03", "2025-04-01 季度2 待办 期限2025-06-30",
        "2025-04-01 季度3 待办 期限2025-06-30", "2025-04-01 季度4 终止 (对象已退出) 期限2025-06-30",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(2), from: "2025-04-10")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-05-08")
      $0.duty(Town.every(.quarter, 4))
      try $0.check("2025-04-03")
    },
    Story(
      "Time 18: an interval ends with the exit and goes on with the return", asOf: "2025-06-20",
      ["2025-04-01 1 完成 于2025-04-10", "2025-04-11 1 待办 期限2025-07-09"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(2), from: "2025-05-01")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-06-01")
      $0.duty(.rolling(Term(90, .day), first: nil))
      try $0.check("2025-04-10")
    },
    Story(
      "Time 18, 22: return behind the day of a one-off does not revive it", asOf: "2025-08-20",
      ["2025-06-30 1 终止 (对象已退出) 期限2025-06-30"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(2), from: "2025-05-01")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-08-01")
      $0.duty(.once(.day(Town.day("2025-06-30"))))
    },
    Story(
      "Time 19, 23: exemption waives what is not yet due, and is no exit", asOf: "2025-09-30",
      [
        "2025-04-01 季度1 逾期 期限2025-06-30", "2025-07-01 季度1 免除 期限2025-09-30",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(1), from: "2025-08-20")
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.isState(1), nil)])
    },
    Story(
      "Time 19: on resumption 17 applies", asOf: "2025-12-31",
      [
        "2025-04-01 季度1 免除 期限2025-06-30", "2025-07-01 季度1 逾期 期限2025-09-30",
        "2025-10-01 季度1 待办 期限2025-12-31",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(1), from: "2025-05-20")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-08-04")
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.isState(1), nil)])
    },
    Story(
      "Time 19: resumption in the last weeks of a quarter owes the next", asOf: "2025-09-30",
      ["2025-04-01 季度1 免除 期限2025-06-30"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "状态", Town.state(1), from: "2025-05-20")
      try $0.firm(firm, "状态", Town.state(0), from: "2025-09-01")
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.isState(1), nil)])
    },
    Story(
      "Time 17: when the rule's time is over, what is not due ends; what is overdue stays",
      asOf: "2026-01-10",
      ["2025-07-01 季度1 逾期 期限2025-09-30", "2025-10-01 季度1 终止 期限2025-12-31"]
    ) {
      $0.period = Town.days("2025-07-01", "2025-11-15")
      try $0.firm()
      $0.duty(Town.every(.quarter))
      try $0.check("2025-12-01")
    },
  ]

  static let changes: [Story] = [
    Story(
      "Time 16, 20: a quarter and its first month have keys of their own", asOf: "2025-05-10",
      [
        "2025-04-01 月1 逾期 期限2025-04-30",
        "2025-04-01 季度1 终止 (改按更严的频次) 期限2025-06-30",
        "2025-05-01 月1 待办 期限2025-05-31",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-04-15")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
    },
    Story(
      "Time 20: a record made before counts for the old period and for the new",
      asOf: "2025-04-20",
      [
        "2025-04-01 月1 完成 期限2025-04-30 于2025-04-10",
        "2025-04-01 季度1 完成 期限2025-06-30 于2025-04-10",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-04-15")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
      try $0.check("2025-04-10")
    },
    Story(
      "Time 20: a period that a stricter cadence took over is not done by later records",
      asOf: "2025-04-20",
      [
        "2025-04-01 月1 完成 期限2025-04-30 于2025-04-18",
        "2025-04-01 季度1 终止 (改按更严的频次) 期限2025-06-30",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-04-15")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
      try $0.check("2025-04-18")
    },
    Story(
      "Time 20: stricter in the last days of a quarter does not let the quarter go",
      asOf: "2025-07-10",
      ["2025-04-01 季度1 逾期 期限2025-06-30", "2025-07-01 月1 待办 期限2025-07-31"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-06-23")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
    },
    Story(
      "Time 20: stricter does not forgive what was overdue", asOf: "2025-04-21",
      [
        "2025-04-01 月1 逾期 期限2025-04-10", "2025-04-14 周1 逾期 期限2025-04-20",
        "2025-04-21 周1 待办 期限2025-04-27",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-04-14")
      $0.duty(
        Town.every(.month, due: .monthDay(10)),
        exceptions: [Town.exception(Town.highRisk, Town.every(.week))])
    },
    Story(
      "Time 20: more of the same period: shared out, the old numbers decided again",
      asOf: "2025-05-30",
      ["2025-04-01 季度1 待办 期限2025-06-30", "2025-04-01 季度2 待办 期限2025-06-30"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-05-20")
      $0.duty(
        Town.every(.quarter),
        exceptions: [Town.exception(Town.highRisk, Town.every(.quarter, 4))])
    },
    Story(
      "Time 20: looser with the beginning of a period needs not wait for another",
      asOf: "2025-05-10",
      ["2025-04-01 月1 逾期 期限2025-04-30", "2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      let firm = try $0.firm(highRisk: true)
      try $0.firm(firm, "高危", no, from: "2025-05-01")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
    },
    Story(
      "Time 20: the class changes twice in one period", asOf: "2025-05-10",
      ["2025-04-01 月1 逾期 期限2025-04-30", "2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-04-15")
      try $0.firm(firm, "高危", no, from: "2025-04-20")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
    },
    Story(
      "Time 20: looser, and stricter again before it began: nothing happened", asOf: "2025-05-10",
      ["2025-04-01 月1 逾期 期限2025-04-30", "2025-05-01 月1 待办 期限2025-05-31"]
    ) {
      let firm = try $0.firm(highRisk: true)
      try $0.firm(firm, "高危", no, from: "2025-04-15")
      try $0.firm(firm, "高危", yes, from: "2025-04-20")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
    },
    Story(
      "Time 20: looser waits until the running interval is done", asOf: "2025-06-20",
      [
        "2025-04-01 1 完成 于2025-04-10", "2025-04-11 1 补做 期限2025-05-10 于2025-05-15",
        "2025-05-16 1 待办 期限2025-08-13",
      ]
    ) {
      let firm = try $0.firm(highRisk: true)
      try $0.firm(firm, "高危", no, from: "2025-04-20")
      $0.duty(
        .rolling(Term(90, .day), first: nil),
        exceptions: [Town.exception(Town.highRisk, .rolling(Term(30, .day), first: nil))])
      try $0.check("2025-04-10")
      try $0.check("2025-05-15")
    },
    Story(
      "Time 20: a stricter interval that is over already is due at once", asOf: "2025-06-10",
      ["2025-04-01 1 完成 于2025-04-20", "2025-04-21 1 待办 期限2025-06-10（2025-05-20）"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "高危", yes, from: "2025-06-10")
      $0.duty(
        .rolling(Term(90, .day), first: nil),
        exceptions: [Town.exception(Town.highRisk, .rolling(Term(30, .day), first: nil))])
      try $0.check("2025-04-20")
    },
    Story(
      "Time 20: looser waits for the end of the grid's period", asOf: "2025-07-10",
      ["2025-05-01 1 逾期 期限2025-06-30", "2025-01-01 年1 待办 期限2025-12-31"].reversed()
    ) {
      $0.period = Town.days("2025-05-01", "2026-12-31")
      let firm = try $0.firm(highRisk: true, started: "2024-12-31")
      try $0.firm(firm, "高危", no, from: "2025-05-20")
      $0.duty(
        Town.every(.year),
        exceptions: [Town.exception(Town.highRisk, .anchored(started, Term(2, .month)))])
    },
    Story(
      "Time 5: an exception decides over the days of its period, not today's class",
      asOf: "2025-08-10",
      [
        "2025-04-01 月1 逾期 期限2025-04-30", "2025-05-01 月1 逾期 期限2025-05-31",
        "2025-06-01 月1 逾期 期限2025-06-30", "2025-07-01 季度1 待办 期限2025-09-30",
      ]
    ) {
      let firm = try $0.firm(highRisk: true)
      try $0.firm(firm, "高危", no, from: "2025-07-01")
      $0.duty(Town.every(.quarter), exceptions: monthlyIfHighRisk)
    },
  ]
}
