import Testing
import ZhibenCalendar

@Suite("Entry in mid-period")
struct EntryTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let date, period: String
    let count, remaining, whole, required: Int
    var testDescription: String { "\(date), \(count) in \(period)" }

    init(
      _ date: String, _ period: String, _ count: Int, _ remaining: Int, of whole: Int,
      _ required: Int
    ) {
      (self.date, self.period, self.count) = (date, period, count)
      (self.remaining, self.whole, self.required) = (remaining, whole, required)
    }
  }

  static let quarter2 = "2025-04-01..2025-06-30"
  static let quarter3 = "2025-07-01..2025-09-30"
  static let festival = "2025-10-01..2025-10-08"

  @Test(
    "Time 17: one is owed from half of the workdays on, several are shared out and rounded up",
    arguments: [
      // The second quarter of 2025 has 61 workdays; 31 remain on 16 May, 30 on 19 May.
      Case("2025-05-16", quarter2, 1, 31, of: 61, 1),
      Case("2025-05-19", quarter2, 1, 30, of: 61, 0),
      Case("2025-05-19", quarter2, 2, 30, of: 61, 1),
      Case("2025-05-19", quarter2, 3, 30, of: 61, 2),
      Case("2025-05-19", quarter2, 4, 30, of: 61, 2), Case("2025-06-30", quarter2, 3, 1, of: 61, 1),
      // Exactly half: 6 of the 12 workdays from 1 to 16 July.
      Case("2025-07-09", "2025-07-01..2025-07-16", 1, 6, of: 12, 1),
      Case("2025-07-10", "2025-07-01..2025-07-16", 1, 5, of: 12, 0),
      // Before, on the first day, behind the last.
      Case("2025-03-01", quarter2, 3, 61, of: 61, 3),
      Case("2025-04-01", quarter2, 1, 61, of: 61, 1),
      Case("2025-07-01", quarter2, 3, 0, of: 61, 0), Case("2025-07-01", quarter2, 1, 0, of: 61, 0),
      // Rest days remain, workdays do not.
      Case("2025-06-28", "2025-06-01..2025-06-29", 1, 0, of: 19, 0),
      // A period without workdays.
      Case("2025-10-01", festival, 1, 0, of: 0, 1), Case("2025-10-02", festival, 1, 0, of: 0, 0),
      Case("2025-05-19", quarter2, 0, 30, of: 61, 0),
    ])
  func share(row: Case) {
    let share = WorkCalendar.china.entry(
      on: day(row.date), into: days(row.period), count: row.count)
    #expect(share.remaining == row.remaining)
    #expect(share.whole == row.whole)
    #expect(share.required == row.required)
  }

  @Test("Time 17: the fraction is printed")
  func texts() {
    let china = WorkCalendar.china
    let period = days(Self.quarter2)
    let several = china.entry(on: day("2025-05-19"), into: period, count: 3)
    #expect(several.chinese == "剩余30/61个工作日，3次折算为2次")
    #expect(several.english == "30 of 61 workdays remain: 2 instead of 3")
    let none = china.entry(on: day("2025-05-19"), into: period, count: 1)
    #expect(none.chinese == "剩余30/61个工作日，不足一半，自下期起")
    let one = china.entry(on: day("2025-05-16"), into: period, count: 1)
    #expect(one.chinese == "剩余31/61个工作日，不少于一半，本期1次")
  }

  @Test("Time 17: what is owed is never more than the count, and enough for the share")
  func bounds() {
    let seed: UInt64 = 0x5EED_0003
    var random = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let period = CalendarUnit.quarter.period(
        containing: random.date(in: days("2018-01-01..2026-12-31")))
      let date = random.date(in: period)
      let count = Int.random(in: 2...400, using: &random)
      let share = WorkCalendar.china.entry(on: date, into: period, count: count)
      let isRight =
        share.required <= count && share.required * share.whole >= count * share.remaining
        && (share.required - 1) * share.whole < count * share.remaining
      #expect(isRight || share.remaining == 0, "seed \(seed), \(date) \(count) \(share)")
    }
    let huge = WorkCalendar.china.entry(
      on: day("2025-05-19"), into: days(Self.quarter2), count: .max)
    #expect(huge.required < .max && huge.required > .max / 61 * 29)
  }
}
