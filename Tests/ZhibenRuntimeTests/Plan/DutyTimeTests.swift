import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// The settled answers on periods, by number, each as facts and the outcomes that follow.
@Suite("Time: duties") struct DutyTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws { try story.tell() }

  static let year2025 = Town.days("2025-01-01", "2025-12-31")

  static let stories: [Story] = [
    Story(
      "Time 11: 每季度 counts in the calendar period", asOf: "2025-08-01",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-03-31", "2025-04-01 季度1 逾期 期限2025-06-30",
        "2025-07-01 季度1 待办 期限2025-09-30",
      ]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(Town.every(.quarter))
      try $0.check("2025-03-31")
    },
    Story(
      "Time 11: 每隔 rolls from the last completion; without one it is 待核实", asOf: "2025-08-01",
      [
        "2025-01-01 1 完成 于2025-02-10", "2025-02-11 1 补做 期限2025-05-11 于2025-06-01",
        "2025-06-02 1 待办 期限2025-08-30",
      ]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(.rolling(Term(90, .day), first: nil))
      try $0.check("2025-02-10")
      try $0.check("2025-06-01")
    },
    Story(
      "Time 11: a rolling duty without any completion is dormant", asOf: "2025-08-01",
      ["2025-01-01 1 待核实 (起算日期尚无)"]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(.rolling(Term(90, .day), first: nil))
    },
    Story(
      "Time 11: the grid counts from its anchor without drift", asOf: "2025-05-15",
      [
        "2025-01-01 1 逾期 期限2025-02-28", "2025-03-01 1 完成 期限2025-04-30 于2025-04-30",
        "2025-05-01 1 待办 期限2025-06-30",
      ]
    ) {
      $0.period = Town.days("2025-01-01", "2026-12-31")
      try $0.firm(started: "2024-12-31")
      $0.duty(.anchored(Town.field(Town.firms, "投产日期"), Term(2, .month)))
      try $0.check("2025-04-30")
    },
    Story(
      "Time 23: a grid whose anchor is blank is dormant, and listed", asOf: "2025-07-15",
      ["2025-01-01 1 待核实 (起算日期尚无)"]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(.anchored(Town.field(Town.firms, "投产日期"), Term(6, .month)))
    },
    Story(
      "Time 13: a completion counts in the period of its day, and does not carry over",
      asOf: "2025-04-30",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-01-05",
        "2025-01-01 季度2 完成 期限2025-03-31 于2025-01-06",
        "2025-04-01 季度1 待办 期限2025-06-30", "2025-04-01 季度2 待办 期限2025-06-30",
      ]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(Town.every(.quarter, 2))
      for day in ["2025-01-05", "2025-01-06", "2025-01-07"] { try $0.check(day) }
    },
    Story(
      "Time 15: done behind the due day inside the period is late", asOf: "2025-02-28",
      ["2025-01-01 月1 补做 期限2025-01-10 于2025-01-11", "2025-02-01 月1 逾期 期限2025-02-10"]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(Town.every(.month, due: .monthDay(10)))
      try $0.check("2025-01-11")
    },
    Story(
      "Time 7: a blank that decides membership makes it 待核实, even with evidence",
      asOf: "2025-04-15",
      [
        "2025-01-01 季度1 待核实 (是否属于对象尚不清楚) 期限2025-03-31",
        "2025-04-01 季度1 待核实 (是否属于对象尚不清楚) 期限2025-06-30",
      ]
    ) {
      $0.period = year2025
      try $0.firm(state: nil)
      $0.duty(Town.every(.quarter))
      try $0.check("2025-03-31")
    },
    Story(
      "Time 7: evidence with a blank is neither done nor overdue", asOf: "2025-04-15",
      [
        "2025-01-01 季度1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-03-31",
        "2025-04-01 季度1 待办 期限2025-06-30",
      ]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(Town.every(.quarter))
      try $0.check("2025-03-31", valid: nil)
    },
    Story(
      "Time 7: whether an exception applies is unknown, and it would matter", asOf: "2025-02-15",
      ["2025-01-01 季度1 待核实 (适用哪个频次尚不清楚) 期限2025-03-31"]
    ) {
      $0.period = year2025
      try $0.firm(highRisk: nil)
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.highRisk, Town.every(.month))])
    },
    Story(
      "Time 17: entry with half the workdays left owes this period", asOf: "2025-06-30",
      ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      $0.period = year2025
      try $0.firm(entered: "2025-05-14")
      $0.duty(Town.every(.quarter))
    },
    Story("Time 17: entry with less than half left owes the next", asOf: "2025-06-30", []) {
      $0.period = year2025
      try $0.firm(entered: "2025-05-20")
      $0.duty(Town.every(.quarter))
    },
    Story(
      "Time 17: a count is shared out and rounded up", asOf: "2025-06-30",
      ["2025-04-01 季度1 待办 期限2025-06-30", "2025-04-01 季度2 待办 期限2025-06-30"]
    ) {
      $0.period = year2025
      try $0.firm(entered: "2025-05-20")
      $0.duty(Town.every(.quarter, 4))
    },
    Story(
      "Time 17: 首期 计全 overrides", asOf: "2025-06-30", ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      $0.period = year2025
      try $0.firm(entered: "2025-06-20")
      $0.duty(Town.every(.quarter), firstPeriod: .whole)
    },
    Story(
      "Time 17: the start of the plan is no entry: its first period is whole", asOf: "2024-06-30",
      ["2024-04-01 季度1 完成 期限2024-06-30 于2024-04-02"]
    ) {
      $0.period = Town.days("2024-06-15", "2026-12-31")
      try $0.firm()
      $0.duty(Town.every(.quarter))
      try $0.check("2024-04-02")
    },
    Story(
      "Time 18: exit ends what is open, what was done stays", asOf: "2025-06-30",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-03-01",
        "2025-04-01 季度1 终止 (对象已退出) 期限2025-06-30",
      ]
    ) {
      $0.period = year2025
      let firm = try $0.firm()
      try $0.builder.set(
        "企业", firm, "状态", to: .enumeration(Town.states, 2), from: Town.day("2025-05-01"))
      $0.duty(Town.every(.quarter))
      try $0.check("2025-03-01")
    },
    Story(
      "Time 20: stricter at once for the remainder", asOf: "2025-06-30",
      [
        "2025-04-01 季度1 终止 (改按更严的频次) 期限2025-06-30", "2025-05-01 月1 逾期 期限2025-05-31",
        "2025-06-01 月1 待办 期限2025-06-30",
      ]
    ) {
      $0.period = Town.days("2025-04-01", "2026-12-31")
      let firm = try $0.firm()
      try $0.builder.set("企业", firm, "高危", to: .bool(true), from: Town.day("2025-05-08"))
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.highRisk, Town.every(.month))])
    },
    Story(
      "Time 20: looser from the next period", asOf: "2025-06-30",
      [
        "2025-04-01 月1 逾期 期限2025-04-30", "2025-05-01 月1 完成 期限2025-05-31 于2025-05-20",
      ]
    ) {
      $0.period = Town.days("2025-04-01", "2026-12-31")
      let firm = try $0.firm(highRisk: true)
      try $0.builder.set("企业", firm, "高危", to: .bool(false), from: Town.day("2025-05-08"))
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.highRisk, Town.every(.month))])
      try $0.check("2025-05-20")
    },
    Story(
      "Language 7: two exceptions that differ are a conflict", asOf: "2025-01-15",
      ["2025-01-01 月1 待核实 (两条例外互相矛盾) 期限2025-01-31"]
    ) {
      $0.period = year2025
      try $0.firm(grade: 3, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          Town.exception(Town.highRisk, Town.every(.month)),
          Town.exception(Town.gradeIs(3), Town.every(.halfYear)),
        ])
    },
    Story(
      "Language 7: 从严 resolves it", asOf: "2025-01-15", ["2025-01-01 月1 待办 期限2025-01-31"]
    ) {
      $0.period = year2025
      try $0.firm(grade: 3, highRisk: true)
      $0.duty(
        Town.every(.quarter),
        exceptions: [
          Town.exception(Town.highRisk, Town.every(.month), policy: .strict),
          Town.exception(Town.gradeIs(3), Town.every(.halfYear)),
        ])
    },
    Story("免除 beats the base", asOf: "2025-08-15", []) {
      $0.period = year2025
      try $0.firm(highRisk: true)
      $0.duty(Town.every(.quarter), exceptions: [Town.exception(Town.highRisk, nil)])
    },
    Story(
      "Time 24: a term after an event moves off the rest day, and keeps the raw day",
      asOf: "2025-10-20", ["2025-09-01 1 逾期 期限2025-10-09（2025-10-01）"]
    ) {
      $0.period = year2025
      try $0.firm(entered: "2025-09-01")
      $0.duty(.once(.after(Town.field(Town.firms, "入库日"), Term(1, .month))))
    },
    Story(
      "A one-off by a date counts what was done before the plan", asOf: "2025-10-20",
      ["2025-12-31 1 完成 期限2025-12-31 于2023-05-01"]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(.once(.day(Town.day("2025-12-31"))))
      try $0.check("2023-05-01")
    },
    Story(
      "次月10日前 is about the month before", asOf: "2025-02-28",
      ["2025-01-01 月1 完成 期限2025-02-10 于2025-02-10", "2025-02-01 月1 待办 期限2025-03-10"]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(Town.every(.month, due: .followingDay(month: nil, day: 10)))
      try $0.check("2025-02-10")
    },
    Story(
      "A duty without evidence is for a person to settle", asOf: "2025-04-15",
      [
        "2025-01-01 季度1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-03-31",
        "2025-04-01 季度1 待办 期限2025-06-30",
      ]
    ) {
      $0.period = year2025
      try $0.firm()
      $0.duty(Town.every(.quarter), evidence: nil)
    },
  ]
}
