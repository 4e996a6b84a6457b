import Testing
import ZhibenCalendar

@Suite("Ranges of days")
struct DayRangeTests {
  @Test(
    "intersections",
    arguments: [
      ("2025-01-01..2025-06-30", "2025-04-01..2025-12-31", "2025-04-01至2025-06-30", 91),
      ("2025-01-01..2025-06-30", "2025-06-30..2025-12-31", "2025-06-30", 1),
      ("2025-01-01..2025-06-30", "2025-07-01..2025-12-31", "空", 0),
      ("2025-01-01..2025-06-30", "2025-02-01..2025-02-28", "2025-02-01至2025-02-28", 28),
    ])
  func intersections(a: String, b: String, text: String, count: Int) {
    let both = days(a).intersection(days(b))
    #expect(both == days(b).intersection(days(a)))
    #expect(both.description == text)
    #expect(both.dayCount == count)
    #expect(both.isEmpty == (count == 0))
    #expect(days(a).overlaps(days(b)) == !both.isEmpty)
    #expect(days(a).contains(both))
  }

  @Test("both ends belong to the range")
  func ends() {
    let june = days("2025-06-01..2025-06-30")
    #expect(june.contains(day("2025-06-01")) && june.contains(day("2025-06-30")))
    #expect(!june.contains(day("2025-05-31")) && !june.contains(day("2025-07-01")))
    #expect(Array(june.dates).count == 30)
    #expect(Array(days("2025-02-27..2025-03-01").dates).map(\.day) == [27, 28, 1])
    #expect(Array(days("2025-03-01..2025-02-27").dates).isEmpty)
    #expect(june.english == "2025-06-01 to 2025-06-30")
    #expect(DayRange(.min, .max).dayCount == 3_652_059)
  }
}
