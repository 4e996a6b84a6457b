import Testing
import ZhibenCalendar

@Suite("Days that some months lack")
struct MissingDayTests {
  @Test(
    "Time 16: a day that the month lacks is skipped or clamped",
    arguments: [
      (2025, 1, 31, "2025-01-31", "2025-01-31"), (2025, 2, 31, nil, "2025-02-28"),
      (2024, 2, 30, nil, "2024-02-29"), (2024, 2, 29, "2024-02-29", "2024-02-29"),
      (2025, 4, 31, nil, "2025-04-30"), (2025, 4, 32, nil, nil), (2025, 13, 31, nil, nil),
      (2025, 4, 0, nil, nil),
    ] as [(Int, Int, Int, String?, String?)])
  func missing(year: Int, month: Int, dayOfMonth: Int, skipped: String?, clamped: String?) {
    let both = [MissingDay.skip, .clampToMonthEnd].map {
      CivilDate(year: year, month: month, day: dayOfMonth, whenMissing: $0)?.description
    }
    #expect(both == [skipped, clamped])
  }

  @Test("Time 16: from the 29th on, the rule must say", arguments: [(28, false), (29, true)])
  func needed(dayOfMonth: Int, isNeeded: Bool) {
    #expect(MissingDay.isNeeded(forDay: dayOfMonth) == isNeeded)
  }
}
