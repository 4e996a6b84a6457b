import Testing
import ZhibenCalendar

@Suite("Decreed workdays")
struct StatutoryWorkdayTests {
  /// Weekdays less days off plus days made up, as computed from the notices independently of this
  /// calendar.
  struct Row: Sendable, CustomTestStringConvertible {
    let year, total: Int
    let quarters: [Int]
    let weekdaysOff, madeUp: Int
    var testDescription: String { "\(year)" }

    init(_ year: Int, _ total: Int, _ quarters: [Int], off: Int, madeUp: Int) {
      (self.year, self.total, self.quarters) = (year, total, quarters)
      (self.weekdaysOff, self.madeUp) = (off, madeUp)
    }
  }

  static let table = [
    Row(2018, 250, [61, 62, 66, 61], off: 18, madeUp: 7),
    Row(2019, 250, [60, 62, 66, 62], off: 17, madeUp: 6),
    Row(2020, 249, [59, 62, 67, 61], off: 19, madeUp: 6),
    Row(2021, 250, [60, 62, 66, 62], off: 18, madeUp: 7),
    Row(2022, 249, [60, 62, 65, 62], off: 18, madeUp: 7),
    Row(2023, 249, [61, 62, 64, 62], off: 18, madeUp: 7),
    Row(2024, 251, [61, 62, 66, 62], off: 19, madeUp: 8),
    Row(2025, 248, [59, 61, 67, 61], off: 18, madeUp: 5),
    Row(2026, 248, [59, 61, 66, 62], off: 19, madeUp: 6),
  ]

  @Test("Time 28: statutory workdays of years and quarters", arguments: table)
  func workdays(row: Row) throws {
    let year = CalendarUnit.year.period(containing: day("\(row.year)-06-15"))
    let quarters = CalendarUnit.quarter.periods(overlapping: year)
    #expect(WorkCalendar.china.workdays(in: year) == row.total)
    #expect(quarters.map(WorkCalendar.china.workdays) == row.quarters)
    let reasons = year.dates.map { ($0, WorkCalendar.china.reason(for: $0)) }
    let weekdaysOff = reasons.filter { $0.0.weekday <= 5 && !$0.1.isWorkday }
    let madeUp = reasons.filter { $0.0.weekday > 5 && $0.1.isWorkday }
    #expect(weekdaysOff.count == row.weekdaysOff)
    #expect(madeUp.count == row.madeUp)
  }

  @Test(
    "Time 28: the weekend days that are worked",
    arguments: [
      (2018, "02-11 02-24 04-08 04-28 09-29 09-30 12-29"),
      (2019, "02-02 02-03 04-28 05-05 09-29 10-12"),
      (2020, "01-19 04-26 05-09 06-28 09-27 10-10"),
      (2021, "02-07 02-20 04-25 05-08 09-18 09-26 10-09"),
      (2022, "01-29 01-30 04-02 04-24 05-07 10-08 10-09"),
      (2023, "01-28 01-29 04-23 05-06 06-25 10-07 10-08"),
      (2024, "02-04 02-18 04-07 04-28 05-11 09-14 09-29 10-12"),
      (2025, "01-26 02-08 04-27 09-28 10-11"),
      (2026, "01-04 02-14 02-28 05-09 09-20 10-10"),
    ])
  func madeUp(year: Int, dates: String) {
    let worked = days("\(year)-01-01..\(year)-12-31").dates
      .filter { $0.weekday > 5 && WorkCalendar.china.isWorkday($0) }
    #expect(worked.map { String($0.description.dropFirst(5)) }.joined(separator: " ") == dates)
  }

  @Test("Time 28: days made up are weekend days, festivals hold no workday")
  func decrees() {
    let decrees = WorkCalendar.china.decrees
    #expect(decrees.count == 60)
    #expect(Set(decrees.map(\.year)) == Set(2018...2026))
    for decree in decrees {
      #expect(decree.paper.hasPrefix("国办发明电〔20") && decree.title.hasPrefix("国务院办公厅关于"))
      for date in decree.work {
        #expect(date.weekday > 5, "\(decree.year) \(decree.name) \(date)")
        #expect(WorkCalendar.china.isWorkday(date))
      }
      for date in decree.off.flatMap(\.dates) { #expect(!WorkCalendar.china.isWorkday(date)) }
    }
  }
}
