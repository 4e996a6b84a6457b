import Testing
import ZhibenCalendar

@Suite("Civil dates")
struct CivilDateTests {
  @Test("every day of 1900 to 2100 follows the one before, in number, parts, weekday and text")
  func exhaustiveRoundTrip() throws {
    var expected = try #require(CivilDate(year: 1900, month: 1, day: 1))
    var weekday = 1  // 1900-01-01 was a Monday.
    #expect(expected.days == -25567)
    for year in 1900...2100 {
      var dayOfYear = 1
      for month in 1...12 {
        for dayOfMonth in 1...CivilDate.daysInMonth(month, ofYear: year) {
          let date = try #require(CivilDate(year: year, month: month, day: dayOfMonth))
          let isRight =
            date == expected && date.parts == (year, month, dayOfMonth) && date.weekday == weekday
            && date.dayOfYear == dayOfYear && CivilDate(iso: date.description) == date
          if !isRight { Issue.record("\(year)-\(month)-\(dayOfMonth) came out as \(date)") }
          expected = date.next
          weekday = weekday % 7 + 1
          dayOfYear += 1
        }
      }
      #expect(dayOfYear - 1 == (CivilDate.isLeap(year) ? 366 : 365))
    }
  }

  @Test(
    "known days have their numbers",
    arguments: [
      ("1970-01-01", 0), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896),
      ("2000-02-29", 11_016), ("2025-06-30", 20_269),
    ])
  func numbers(iso: String, number: Int32) {
    #expect(day(iso).days == number)
    #expect(CivilDate(days: number).description == iso)
  }

  @Test(
    "what is no day is refused",
    arguments: [
      "2025-02-29", "1900-02-29", "2025-13-01", "2025-00-10", "2025-04-31", "2025-01-00",
      "0000-01-01", "2025-1-1", "2025/01/01", "2025-01-011", "", "２０２５-01-01", "2025-01-0a",
    ])
  func refused(text: String) {
    #expect(CivilDate(iso: text) == nil)
    #expect(CivilDate(text) == nil)
  }

  @Test("years outside 1 to 9999 do not exist", arguments: [0, 10_000, -1, Int.max, Int.min])
  func years(year: Int) {
    #expect(CivilDate(year: year, month: 1, day: 1) == nil)
  }

  @Test(
    "Time 24: month arithmetic keeps the day or takes the month's end",
    arguments: [
      ("2025-01-31", 1, "2025-02-28"), ("2024-01-31", 1, "2024-02-29"),
      ("2025-01-31", 3, "2025-04-30"), ("2025-12-15", 1, "2026-01-15"),
      ("2024-02-29", 12, "2025-02-28"), ("2024-02-29", 48, "2028-02-29"),
      ("2025-03-31", -1, "2025-02-28"), ("2025-01-15", -1, "2024-12-15"),
      ("2025-01-15", -13, "2023-12-15"), ("2025-05-31", 0, "2025-05-31"),
    ])
  func months(start: String, count: Int, end: String) {
    #expect(day(start).addingMonths(count) == day(end))
  }

  @Test("years are twelve months", arguments: [-1, 0, 1, 4, 100])
  func yearsAreMonths(count: Int) {
    let leapDay = day("2024-02-29")
    #expect(leapDay.addingYears(count) == leapDay.addingMonths(12 * count))
  }

  @Test("arithmetic saturates")
  func saturation() {
    #expect(CivilDate.max.next == .max)
    #expect(CivilDate.min.previous == .min)
    #expect(CivilDate(days: .max) == .max)
    #expect(CivilDate(days: .min) == .min)
    for date in [CivilDate.min, day("2025-06-30"), .max] {
      #expect(date.advanced(byDays: .max) == .max)
      #expect(date.advanced(byDays: .min) == .min)
      #expect(date.addingMonths(.max) == .max)
      #expect(date.addingMonths(.min) == .min)
      #expect(date.addingYears(.max) == .max)
      #expect(date.addingYears(.min) == .min)
    }
  }

  @Test("adding months never reverses the order of days or of counts")
  func monotone() {
    let seed: UInt64 = 0x5EED_0001
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let date = random.date(in: days("1990-01-01..2060-12-31"))
      let count = Int.random(in: -60...60, using: &random)
      #expect(
        date.addingMonths(count) <= date.next.addingMonths(count), "seed \(seed), \(date) \(count)")
      #expect(
        date.addingMonths(count) < date.addingMonths(count + 1), "seed \(seed), \(date) \(count)")
    }
  }

  @Test("texts")
  func texts() {
    let date = day("2025-06-09")
    #expect(date.description == "2025-06-09")
    #expect(date.chinese == "2025年6月9日")
    #expect(date.weekdayChinese == "一")
    #expect(day("2025-06-15").weekdayEnglish == "Sunday")
    #expect(CivilDate.min.description == "0001-01-01")
    #expect(date.endOfMonth == day("2025-06-30"))
    #expect(date.days(until: day("2025-06-30")) == 21)
  }
}
