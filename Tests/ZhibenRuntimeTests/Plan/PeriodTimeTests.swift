import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// Grids, intervals, weeks, days inside a period.
@Suite("Time: periods") struct PeriodTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws { try story.tell() }

  static let entered = Town.field(Town.firms, "入库日")
  static let started = Town.field(Town.firms, "投产日期")

  static let stories: [Story] = [
    Story(
      "Time 11: a grid from a month's end is clamped and does not drift", asOf: "2025-04-10",
      [
        "2025-02-01 1 逾期 期限2025-02-28", "2025-03-01 1 逾期 期限2025-03-31",
        "2025-04-01 1 待办 期限2025-04-30",
      ]
    ) {
      try $0.firm(started: "2025-01-31")
      $0.duty(.anchored(started, Term(1, .month)))
    },
    Story(
      "Time 11: several records of one day are one completion of an interval",
      asOf: "2025-03-01",
      [
        "2025-01-01 1 完成 于2025-02-10", "2025-02-11 1 完成 期限2025-05-11 于2025-02-11",
        "2025-02-12 1 待办 期限2025-05-12",
      ]
    ) {
      try $0.firm()
      $0.duty(.rolling(Term(90, .day), first: nil))
      for day in ["2025-02-10", "2025-02-11", "2025-02-10", "2025-02-10"] { try $0.check(day) }
    },
    Story(
      "Time 11, 24, 25: 首次 moves off a rest day and keeps the raw day", asOf: "2025-04-08",
      ["2025-03-05 1 逾期 期限2025-04-07（2025-04-04）"]
    ) {
      try $0.firm(entered: "2025-03-05")
      $0.duty(.rolling(Term(90, .day), first: .init(anchor: entered, term: Term(30, .day))))
    },
    Story(
      "Time 11: a 首次 term that had run out before the rule runs anew from its first day",
      asOf: "2025-02-01", ["2025-01-01 1 待办 期限2025-02-17（2025-02-15）"]
    ) {
      try $0.firm()
      $0.duty(.rolling(Term(90, .day), first: .init(anchor: entered, term: Term(45, .day))))
    },
    Story(
      "Time 11: the last completion may lie before the rule; nobody is late before it",
      asOf: "2025-01-01", ["2024-05-02 1 待办 期限2025-01-01（2024-07-30）"]
    ) {
      try $0.firm()
      $0.duty(.rolling(Term(90, .day), first: nil))
      try $0.check("2024-05-01")
    },
    Story(
      "Time 24: an interval never moves off a rest day", asOf: "2025-05-06",
      ["2025-01-01 1 完成 于2025-04-01", "2025-04-02 1 逾期 期限2025-05-01"]
    ) {
      try $0.firm()
      $0.duty(.rolling(Term(1, .month), first: nil))
      try $0.check("2025-04-01")
    },
    Story(
      "Time 7: a record with a blank between two completions leaves open whether the next was late",
      asOf: "2025-04-01",
      [
        "2025-01-01 1 完成 于2025-01-10",
        "2025-01-11 1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-02-09",
        "2025-03-02 1 逾期 期限2025-03-31",
      ]
    ) {
      try $0.firm()
      $0.duty(.rolling(Term(30, .day), first: nil))
      try $0.check("2025-01-10")
      try $0.check("2025-02-01", valid: nil)
      try $0.check("2025-03-01")
    },
    Story(
      "Time 12: in a duty a count is a minimum", asOf: "2025-02-10",
      ["2025-01-01 季度1 完成 期限2025-03-31 于2025-01-05"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.quarter))
      for day in ["2025-01-05", "2025-01-06", "2025-02-07"] { try $0.check(day) }
    },
    Story(
      "Time 14: no minimum spacing: two records of one day are two", asOf: "2025-03-31",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-03-31",
        "2025-01-01 季度2 完成 期限2025-03-31 于2025-03-31",
      ]
    ) {
      try $0.firm()
      $0.duty(Town.every(.quarter, 2))
      for _ in 0..<2 { try $0.check("2025-03-31") }
    },
    Story(
      "Time 7, 13: a record without a day may belong to any period", asOf: "2025-04-15",
      [
        "2025-01-01 季度1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-03-31",
        "2025-04-01 季度1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-06-30",
      ]
    ) {
      try $0.firm()
      $0.duty(Town.every(.quarter))
      try $0.check(nil)
    },
    Story(
      "Time 7: late, unless the record with a blank counts", asOf: "2025-01-31",
      ["2025-01-01 月1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-01-10"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.month, due: .monthDay(10)))
      try $0.check("2025-01-09", valid: nil)
      try $0.check("2025-01-12")
    },
    Story(
      "Time 8: where not every record is entered, a due day that passed proves nothing",
      asOf: "2025-07-10",
      [
        "2025-01-01 季度1 完成 期限2025-03-31 于2025-03-01",
        "2025-04-01 季度1 待核实 (凭证有空白，能否算数尚不清楚) 期限2025-06-30",
        "2025-07-01 季度1 待办 期限2025-09-30",
      ]
    ) {
      $0.collects(Town.checks)
      try $0.firm()
      $0.duty(Town.every(.quarter))
      try $0.check("2025-03-01")
    },
    Story(
      "Time 15: within 宽限 the work is late all the same", asOf: "2025-04-05",
      ["2025-01-01 季度1 逾期 期限2025-03-31", "2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.quarter), grace: Term(10, .day))
    },
    Story(
      "Time 15: a fixed day is a last day; earlier in the period is not too early",
      asOf: "2025-02-20",
      ["2025-01-01 月1 完成 期限2025-01-10 于2025-01-03", "2025-02-01 月1 逾期 期限2025-02-10"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.month, due: .onMonthDay(10)))
      try $0.check("2025-01-03")
    },
    Story(
      "Time 16: weeks run from Monday to Sunday, also across New Year", asOf: "2025-01-08",
      [
        "2024-12-23 周1 逾期 期限2024-12-29", "2024-12-30 周1 完成 期限2025-01-05 于2025-01-01",
        "2025-01-06 周1 待办 期限2025-01-12",
      ]
    ) {
      $0.period = Town.days("2024-12-23", "2025-12-31")
      try $0.firm()
      $0.duty(Town.every(.week))
      try $0.check("2025-01-01")
    },
    Story(
      "Time 16: a month without the 31st ends with its last day", asOf: "2025-02-28",
      ["2025-01-01 月1 逾期 期限2025-01-31", "2025-02-01 月1 待办 期限2025-02-28"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.month, due: .monthDay(31)))
    },
    Story(
      "Time 24: 每年6月10日、12月10日前: each obligation has its day, never moved",
      asOf: "2025-07-01",
      [
        "2025-01-01 年1 补做 期限2025-06-10 于2025-06-11", "2025-01-01 年2 待办 期限2025-12-10",
      ]
    ) {
      try $0.firm()
      $0.duty(
        Town.every(
          .year, 2, due: .yearDays([MonthDay(12, 10), MonthDay(6, 10)], before: true)))
      try $0.check("2025-06-11")
    },
    Story(
      "Time 17: of obligations with days of their own the last remain", asOf: "2025-08-10",
      ["2025-01-01 年2 待办 期限2025-12-10"]
    ) {
      try $0.firm(entered: "2025-08-01")
      $0.duty(
        Town.every(
          .year, 2, due: .yearDays([MonthDay(6, 10), MonthDay(12, 10)], before: true)))
    },
    Story(
      "Time 17: nobody owes what was due before he entered", asOf: "2025-01-31", []
    ) {
      try $0.firm(entered: "2025-01-13")
      $0.duty(Town.every(.month, due: .monthDay(10)))
    },
    Story(
      "Time 17: nor what was due before the rule was in force", asOf: "2025-05-31", []
    ) {
      $0.period = Town.days("2025-04-15", "2025-12-31")
      try $0.firm()
      $0.duty(Town.every(.year, due: .yearDays([MonthDay(3, 31)], before: true)))
    },
    Story(
      "第1季度's second month, the fifth day; done behind the period in the next month",
      asOf: "2025-04-12",
      ["2025-01-01 季度1 逾期 期限2025-02-05", "2025-04-01 季度1 待办 期限2025-05-05"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.quarter, due: .quarterMonthDay(month: 2, day: 5)))
      try $0.check("2025-04-10", valid: false)
    },
    Story(
      "Time 13: what is done behind its period counts once, for the period it is about",
      asOf: "2025-02-28",
      [
        "2025-01-01 月1 完成 期限2025-02-10 于2025-02-05", "2025-02-01 月1 待办 期限2025-03-10",
      ]
    ) {
      try $0.firm()
      $0.duty(Town.every(.month, due: .followingDay(month: nil, day: 10)))
      try $0.check("2025-02-05")
      try $0.check("2025-02-09")
    },
  ]

  @Test("A period has no more obligations than there are keys, however many are asked for")
  func keysRunOut() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try town.firm()
    town.duty(Town.every(.year, Int.max))
    let keys = town.derived("2025-03-01").map(\.key)
    #expect(keys.count == Cadence.mostTimes)
    #expect(Set(keys).count == keys.count)
  }
}
