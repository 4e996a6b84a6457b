import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// Deadlines of one-off duties: fixed, behind an event, before a date, and dates that change.
@Suite("Time: one-off duties") struct OneOffTimeTests {
  @Test(arguments: stories) func story(_ story: Story) throws { try story.tell() }

  static let entered = Town.field(Town.firms, "入库日")
  static let started = Town.field(Town.firms, "投产日期")

  static let stories: [Story] = [
    Story(
      "Time 22: 6月10日前 includes 10 June", asOf: "2025-06-11",
      ["2025-06-10 1 完成 期限2025-06-10 于2025-06-10"]
    ) {
      try $0.firm()
      $0.duty(.once(.day(Town.day("2025-06-10"))))
      try $0.check("2025-06-10")
    },
    Story(
      "Time 22: on the day itself nothing is late", asOf: "2025-06-10",
      ["2025-06-10 1 待办 期限2025-06-10"]
    ) {
      try $0.firm()
      $0.duty(.once(.day(Town.day("2025-06-10"))))
    },
    Story(
      "Time 22: a fixed day does not move off a rest day (24)", asOf: "2025-10-05",
      ["2025-10-01 1 逾期 期限2025-10-01"]
    ) {
      try $0.firm()
      $0.duty(.once(.day(Town.day("2025-10-01"))))
    },
    Story(
      "Time 24: a term in days moves off the rest days of 国庆, too", asOf: "2025-10-10",
      ["2025-09-05 1 补做 期限2025-10-09（2025-10-05） 于2025-10-10"]
    ) {
      try $0.firm(entered: "2025-09-05")
      $0.duty(.once(.after(entered, Term(30, .calendarDay))))
      try $0.check("2025-10-10")
    },
    Story(
      "Time 24: workdays need not move; the first day is excluded", asOf: "2025-10-10",
      ["2025-09-29 1 逾期 期限2025-10-09"]
    ) {
      try $0.firm(entered: "2025-09-29")
      $0.duty(.once(.after(entered, Term(2, .workday))))
    },
    Story(
      "Time 24: a date of a record is that date, on a rest day as well", asOf: "2025-10-09",
      ["2025-10-01 1 完成 期限2025-10-01 于2025-08-01"]
    ) {
      try $0.firm(started: "2025-10-01")
      $0.duty(.once(.after(started, Term(0, .calendarDay))))
      try $0.check("2025-08-01")
    },
    Story(
      "Time 15: what was done before the event is too early", asOf: "2025-03-20",
      ["2025-03-10 1 待办 期限2025-04-09"]
    ) {
      try $0.firm(started: "2025-03-10")
      $0.duty(.once(.after(started, Term(30, .day))))
      try $0.check("2025-03-09")
    },
    Story(
      "Time 15: what was done on the day of the event is not", asOf: "2025-03-20",
      ["2025-03-10 1 完成 期限2025-04-09 于2025-03-10"]
    ) {
      try $0.firm(started: "2025-03-10")
      $0.duty(.once(.after(started, Term(30, .day))))
      try $0.check("2025-03-10")
    },
    Story(
      "Time 26: 前8个工作日 之前 is a deadline, the anchor not counted, never moved",
      asOf: "2025-10-10", ["2025-10-20 1 逾期 期限2025-10-09"]
    ) {
      try $0.firm(started: "2025-10-20")
      $0.duty(.once(.before(started, Term(8, .workday))))
    },
    Story(
      "Time 26: backward days do not move off rest days", asOf: "2025-10-01",
      ["2025-10-31 1 待办 期限2025-10-01"]
    ) {
      try $0.firm(started: "2025-10-31")
      $0.duty(.once(.before(started, Term(30, .calendarDay))))
    },
    Story(
      "Time 23: dormant until the date is known", asOf: "2025-04-01",
      ["2025-01-01 1 终止 (起算日期尚无)", "2025-03-31 1 待办 期限2025-04-15"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "投产日期", Town.date("2025-03-31"), from: "2025-03-31")
      $0.duty(.once(.after(started, Term(10, .workday))))
    },
    Story(
      "Time 5: a date that is corrected from a day on ends the old term and begins a new one",
      asOf: "2025-05-20",
      [
        "2025-05-01 1 终止 (依据的事实已更正) 期限2025-06-03（2025-05-31）",
        "2025-05-10 1 待办 期限2025-06-09",
      ]
    ) {
      let firm = try $0.firm(started: "2025-05-01")
      try $0.firm(firm, "投产日期", Town.date("2025-05-10"), from: "2025-05-12")
      $0.duty(.once(.after(started, Term(30, .calendarDay))))
    },
    Story(
      "Time 5: what was overdue on the old date stays overdue", asOf: "2025-05-20",
      [
        "2025-04-01 1 逾期 期限2025-05-06（2025-05-01）", "2025-05-10 1 待办 期限2025-06-09",
      ]
    ) {
      let firm = try $0.firm(started: "2025-04-01")
      try $0.firm(firm, "投产日期", Town.date("2025-05-10"), from: "2025-05-12")
      $0.duty(.once(.after(started, Term(30, .calendarDay))))
    },
    Story(
      "Time 5, 26: renewal for the next expiry is not proved by the last one's",
      asOf: "2025-07-01",
      [
        "2025-06-30 1 完成 期限2025-05-31 于2025-05-20", "2026-06-30 1 待办 期限2026-05-31",
      ]
    ) {
      $0.period = Town.days("2025-01-01", "2026-12-31")
      let firm = try $0.firm(started: "2025-06-30")
      try $0.firm(firm, "投产日期", Town.date("2026-06-30"), from: "2025-06-10")
      $0.duty(.once(.before(started, Term(30, .calendarDay))))
      try $0.check("2025-05-20")
    },
    Story(
      "Time 5: a one-off that is done stays done when its day is put off", asOf: "2025-05-20",
      [
        "2025-04-30 1 完成 期限2025-04-30 于2025-04-20",
        "2025-05-31 1 完成 期限2025-05-31 于2025-04-20",
      ]
    ) {
      let firm = try $0.firm(started: "2025-04-30")
      try $0.firm(firm, "投产日期", Town.date("2025-05-31"), from: "2025-05-12")
      $0.duty(.once(.after(started, Term(0, .calendarDay))))
      try $0.check("2025-04-20")
    },
    Story(
      "Time 23: a date that becomes known late owes nothing that was due before the rule",
      asOf: "2025-04-01", ["2025-01-01 1 终止 (起算日期尚无)"]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "投产日期", Town.date("2019-03-31"), from: "2025-03-01")
      $0.duty(.once(.after(started, Term(10, .workday))))
    },
    Story("Time 17: who comes after the day does not owe it", asOf: "2025-07-20", []) {
      try $0.firm(entered: "2025-07-01")
      $0.duty(.once(.day(Town.day("2025-06-30"))))
    },
    Story(
      "Time 20: whom a new class reaches after its day owes at once", asOf: "2025-06-02",
      [
        "2025-03-31 1 待办 期限2025-06-02（2025-03-31）", "2025-12-31 1 终止 期限2025-12-31",
      ]
    ) {
      let firm = try $0.firm(grade: 2)
      try $0.firm(firm, "等级", Town.grade(3), from: "2025-06-02")
      $0.duty(
        Town.byGrade([
          ([3], .once(.day(Town.day("2025-03-31")))), (nil, .once(.day(Town.day("2025-12-31")))),
        ]))
    },
    Story(
      "Time 11: a new anchor begins a new grid; the open period ends", asOf: "2025-05-20",
      [
        "2025-01-01 1 逾期 期限2025-02-28", "2025-03-01 1 逾期 期限2025-04-30",
        "2025-05-01 1 终止 (依据的事实已更正) 期限2025-06-30",
        "2025-05-11 1 待办 期限2025-07-10",
      ]
    ) {
      let firm = try $0.firm(started: "2024-12-31")
      try $0.firm(firm, "投产日期", Town.date("2025-05-10"), from: "2025-05-12")
      $0.duty(.anchored(started, Term(2, .month)))
    },
    Story(
      "Time 23: a grid wakes when its anchor is known", asOf: "2025-05-20",
      [
        "2025-01-01 1 终止 (起算日期尚无)", "2025-05-11 1 待办 期限2025-07-10",
      ]
    ) {
      let firm = try $0.firm()
      try $0.firm(firm, "投产日期", Town.date("2025-05-10"), from: "2025-05-12")
      $0.duty(.anchored(started, Term(2, .month)))
    },
    Story(
      "Time 4: a fact of tomorrow is not known today", asOf: "2025-05-20",
      ["2025-05-01 1 待办 期限2025-06-03（2025-05-31）"]
    ) {
      let firm = try $0.firm(started: "2025-05-01")
      try $0.firm(firm, "投产日期", Town.date("2025-05-10"), from: "2025-05-21")
      $0.duty(.once(.after(started, Term(30, .calendarDay))))
      try $0.check("2025-05-21")
    },
    Story(
      "Time 4: an entry day that is corrected tomorrow still holds today", asOf: "2025-05-20",
      ["2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      $0.period = Town.days("2025-04-01", "2025-12-31")
      let firm = try $0.firm(entered: "2025-04-01")
      try $0.firm(firm, "入库日", Town.date("2025-06-20"), from: "2025-06-01")
      $0.duty(Town.every(.quarter))
    },
    Story(
      "Time 5: evidence reads its own fields and its subject as of its own day",
      asOf: "2025-04-10",
      ["2025-01-01 季度1 完成 期限2025-03-31 于2025-03-01", "2025-04-01 季度1 待办 期限2025-06-30"]
    ) {
      let firm = try $0.firm(highRisk: true)
      try $0.firm(firm, "高危", .bool(false), from: "2025-03-05")
      let filter = Town.core(.and([Town.field(Town.checks, "合格", frame: 1), Town.highRisk]), .bool)
      $0.duty(
        Town.every(.quarter),
        evidence: Evidence(rows: Town.related(Town.checks, "企业"), filter: filter, text: "自查"))
      let check = try $0.check("2025-03-01")
      try $0.builder.set("自查", check, "合格", to: .bool(false), from: Town.day("2025-03-20"))
      try $0.check("2025-04-08")
    },
  ]
}
