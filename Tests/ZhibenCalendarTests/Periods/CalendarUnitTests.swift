import Testing
import ZhibenCalendar

@Suite("Calendar periods")
struct CalendarUnitTests {
  @Test(
    "Time 16: the period of a day, and its name",
    arguments: [
      (CalendarUnit.day, "2025-06-30", "2025-06-30", "2025年6月30日"),
      (.week, "2025-07-01", "2025-06-30..2025-07-06", "2025年第27周"),
      (.tenDays, "2025-06-10", "2025-06-01..2025-06-10", "2025年6月上旬"),
      (.tenDays, "2025-06-11", "2025-06-11..2025-06-20", "2025年6月中旬"),
      (.tenDays, "2024-02-29", "2024-02-21..2024-02-29", "2024年2月下旬"),
      (.month, "2025-06-15", "2025-06-01..2025-06-30", "2025年6月"),
      (.quarter, "2025-06-15", "2025-04-01..2025-06-30", "2025年第二季度"),
      (.quarter, "2025-12-31", "2025-10-01..2025-12-31", "2025年第四季度"),
      (.halfYear, "2025-06-30", "2025-01-01..2025-06-30", "2025年上半年"),
      (.halfYear, "2025-07-01", "2025-07-01..2025-12-31", "2025年下半年"),
      (.year, "2025-06-15", "2025-01-01..2025-12-31", "2025年"),
    ])
  func periods(unit: CalendarUnit, date: String, range: String, label: String) {
    let period = unit.period(containing: day(date))
    #expect(period == days(range))
    #expect(unit.label(for: period) == label)
  }

  @Test(
    "Time 16: a week across New Year is one period, named by its ISO year",
    arguments: [
      ("2024-12-31", "2024-12-30..2025-01-05", "2025年第1周"),
      ("2025-01-01", "2024-12-30..2025-01-05", "2025年第1周"),
      ("2021-01-01", "2020-12-28..2021-01-03", "2020年第53周"),
      ("2023-01-01", "2022-12-26..2023-01-01", "2022年第52周"),
      ("2026-12-31", "2026-12-28..2027-01-03", "2026年第53周"),
    ])
  func weeksOverNewYear(date: String, range: String, label: String) {
    let week = CalendarUnit.week.period(containing: day(date))
    #expect(week == days(range))
    #expect(CalendarUnit.week.label(for: week) == label)
  }

  @Test("Time 16: periods tile", arguments: CalendarUnit.allCases)
  func tiling(unit: CalendarUnit) {
    let span = days("2019-06-15..2025-06-15")
    let periods = unit.periods(overlapping: span)
    #expect(periods.first?.contains(span.first) == true)
    #expect(periods.last?.contains(span.last) == true)
    for (period, following) in zip(periods, periods.dropFirst()) {
      #expect(period.last.next == following.first)
      #expect(unit.next(after: period) == following)
    }
    for period in periods where unit.period(containing: period.last) != period {
      Issue.record("the last day of \(period) lies in another period")
    }
    #expect(Set(periods.map(unit.label)).count == periods.count)
  }

  @Test(
    "Time 16: periods nest",
    arguments: [
      (CalendarUnit.tenDays, CalendarUnit.month), (.month, .quarter), (.quarter, .halfYear),
      (.halfYear, .year),
    ])
  func nesting(inner: CalendarUnit, outer: CalendarUnit) {
    for period in inner.periods(overlapping: days("2023-01-01..2025-12-31")) {
      #expect(outer.period(containing: period.first).contains(period))
    }
  }

  @Test("a part of a period is named with its days, no days with nothing")
  func parts() {
    #expect(
      CalendarUnit.quarter.label(for: days("2025-05-10..2025-06-30"))
        == "2025年第二季度（2025-05-10至2025-06-30）")
    #expect(CalendarUnit.quarter.label(for: days("2025-06-30..2025-05-10")) == "空")
  }

  @Test("Time 28: workday periods leave out the rest days")
  func workdayPeriods() {
    let china = WorkCalendar.china
    let span = days("2025-09-26..2025-10-11")
    let periods = china.periods(of: .workday, overlapping: span)
    #expect(
      periods.map(\.description) == [
        "2025-09-26", "2025-09-28", "2025-09-29", "2025-09-30", "2025-10-09", "2025-10-10",
        "2025-10-11",
      ])
    for (period, following) in zip(periods, periods.dropFirst()) {
      #expect(china.period(of: .workday, after: period) == following)
    }
    #expect(china.period(of: .workday, containing: day("2025-10-01")) == nil)
    #expect(china.period(of: .workday, containing: day("2025-09-28")) == days("2025-09-28"))
    #expect(
      china.period(of: .month, containing: day("2025-10-01")) == days("2025-10-01..2025-10-31"))
    #expect(
      china.periods(of: .week, overlapping: span) == CalendarUnit.week.periods(overlapping: span))
  }

  @Test("the calendar ends", arguments: CalendarUnit.allCases)
  func end(unit: CalendarUnit) {
    let last = unit.period(containing: .max)
    #expect(last.contains(.max))
    #expect(unit.next(after: last).isEmpty)
    #expect(unit.periods(overlapping: DayRange(.max, .max)) == [last])
    #expect(unit.periods(overlapping: DayRange(.max, .min)).isEmpty)
    #expect(unit.period(containing: .min).first == .min)
  }
}
