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
