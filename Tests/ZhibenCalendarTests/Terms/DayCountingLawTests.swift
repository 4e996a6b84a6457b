import Testing
import ZhibenCalendar

@Suite("Days of a cited law")
struct DayCountingLawTests {
  @Test(
    "Time 27: which days of a law are workdays",
    arguments: [
      (DayCountingLaw.penalties, [2, 3, 5, 7], [1, 4, 6, 10, 15, 90]),
      (.coercion, [1, 3, 7, 10], [11, 30]),
      (.licensing, [1, 5, 20, 45], []),
      (.reconsideration, [3, 5, 7, 10], [2, 15, 60]),
    ])
  func units(law: DayCountingLaw, workdays: [Int], naturalDays: [Int]) {
    #expect(workdays.allSatisfy { law.unit(forDays: $0) == .workday })
    #expect(naturalDays.allSatisfy { law.unit(forDays: $0) == .calendarDay })
  }

  @Test("Time 27: the laws are known by their names")
  func names() {
    #expect(DayCountingLaw(rawValue: "行政处罚法") == .penalties)
    #expect(DayCountingLaw(rawValue: "安全生产法") == nil)
  }
}
