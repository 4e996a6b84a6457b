import Testing
import ZhibenCalendar

@Suite("Terms")
struct TermTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let event: String
    let term: Term
    let raw, moved: String
    var testDescription: String { "\(event) \(term)" }

    init(_ event: String, _ count: Int, _ unit: TermUnit, _ raw: String, moved: String? = nil) {
      (self.event, self.term) = (event, Term(count, unit))
      (self.raw, self.moved) = (raw, moved ?? raw)
    }
  }

  static let cases = [
    // Month and year terms: the corresponding day, else the month's end.
    Case("2025-06-27", 3, .month, "2025-09-27", moved: "2025-09-28"),  // Sunday, made a workday
    Case("2025-09-01", 1, .month, "2025-10-01", moved: "2025-10-09"),  // 国庆
    Case("2025-01-31", 1, .month, "2025-02-28"),
    Case("2024-01-31", 1, .month, "2024-02-29"),
    Case("2025-08-31", 1, .halfYear, "2026-02-28"),  // Saturday, made a workday
    Case("2024-02-29", 1, .year, "2025-02-28"),
    Case("2024-11-30", 1, .quarter, "2025-02-28"),
    Case("2025-05-29", 2, .year, "2027-05-29", moved: "2027-05-31"),
    // Natural days.
    Case("2025-09-20", 15, .day, "2025-10-05", moved: "2025-10-09"),
    Case("2025-09-20", 15, .calendarDay, "2025-10-05", moved: "2025-10-09"),
    Case("2025-06-02", 2, .week, "2025-06-16"),
    Case("2025-06-02", 1, .tenDays, "2025-06-12"),
    Case("2024-02-28", 1, .day, "2024-02-29"),
    Case("2025-06-03", 0, .day, "2025-06-03"),
    // Workdays, with the days made up.
    Case("2025-09-26", 5, .workday, "2025-10-10"),
    Case("2025-09-30", 5, .workday, "2025-10-14"),
    Case("2025-10-04", 1, .workday, "2025-10-09"),
    Case("2026-02-13", 1, .workday, "2026-02-14"),
    Case("2026-02-14", 1, .workday, "2026-02-24"),
    // Hours have only a whole-day effect, a part of a day is a day.
    Case("2025-06-03", 24, .hour, "2025-06-04"),
    Case("2025-06-03", 25, .hour, "2025-06-05"),
    Case("2025-06-03", 90, .minute, "2025-06-04"),
    Case("2025-06-03", 1440, .minute, "2025-06-04"),
  ]

  @Test(
    "Time 24: the first day is not counted; where a term moves, it moves to the next workday",
    arguments: cases)
  func term(row: Case) {
    let event = day(row.event)
    let moving = WorkCalendar.china.term(row.term, after: event, moves: true)
    #expect(moving.raw == day(row.raw))
    #expect(moving.moved == day(row.moved))
    let fixed = WorkCalendar.china.term(row.term, after: event, moves: false)
    #expect(fixed.raw == day(row.raw))
    #expect(fixed.moved == fixed.raw)
  }

  @Test("Time 25: raw and moved are both kept and shown")
  func pair() {
    let reckoned = WorkCalendar.china.term(Term(1, .month), after: day("2025-09-01"), moves: true)
    #expect(reckoned.description == "2025-10-01，顺延至2025-10-09")
    #expect(
      ["2025-10-01", "2025-10-09", "2025-10-12"].map { reckoned.daysLate(on: day($0)) } == [
        0, 0, 3,
      ])
    let next = WorkCalendar.china.term(Term(1, .month), after: reckoned.raw, moves: true)
    #expect(next.description == "2025-11-01，顺延至2025-11-03")
  }

  @Test("Time 24: what a clause defers moves, a workday stays")
  func deferred() {
    #expect(WorkCalendar.china.deferred(day("2025-05-31")).moved == day("2025-06-03"))
    #expect(WorkCalendar.china.deferred(day("2025-06-30")).description == "2025-06-30")
    #expect(WorkCalendar.everyDay.deferred(day("2025-05-31")).moved == day("2025-05-31"))
  }

  struct Backward: Sendable {
    let anchor: String
    let term: Term
    let start, windowEnd: String
    init(_ anchor: String, _ count: Int, _ unit: TermUnit, _ start: String, _ windowEnd: String) {
      (self.anchor, self.term) = (anchor, Term(count, unit))
      (self.start, self.windowEnd) = (start, windowEnd)
    }
  }

  @Test(
    "Time 26: backward the anchor is not counted and nothing moves",
    arguments: [
      Backward("2025-10-15", 8, .workday, "2025-09-28", "2025-10-14"),
      Backward("2025-10-09", 1, .workday, "2025-09-30", "2025-10-08"),
      Backward("2025-03-31", 1, .month, "2025-02-28", "2025-03-30"),
      Backward("2025-11-01", 1, .month, "2025-10-01", "2025-10-31"),  // a rest day, stays
      Backward("2025-06-30", 30, .day, "2025-05-31", "2025-06-29"),
      Backward("2024-02-29", 1, .year, "2023-02-28", "2024-02-28"),
      Backward("2025-06-30", 36, .hour, "2025-06-28", "2025-06-29"),
    ])
  func backward(row: Backward) {
    let anchor = day(row.anchor)
    let deadline = WorkCalendar.china.before(row.term, anchor: anchor, isWindow: false)
    #expect(deadline.deadline == day(row.start))
    #expect(deadline.window == nil)
    #expect(deadline.start.raw == deadline.start.moved)
    let window = WorkCalendar.china.before(row.term, anchor: anchor, isWindow: true)
    #expect(window.window == DayRange(day(row.start), day(row.windowEnd)))
    #expect(window.deadline == day(row.windowEnd))
  }

  @Test(
    "Time 27, 31: a delay in days is held over rest days unless natural days are meant",
    arguments: [
      (Term(5, .day), TermUnit.workday, "2025-10-10"),
      (Term(5, .day), .calendarDay, "2025-10-01"),
      (Term(5, .calendarDay), .workday, "2025-10-01"),
      (Term(5, .workday), .calendarDay, "2025-10-10"),
      (Term(24, .hour), .workday, "2025-09-27"),
      (Term(1, .month), .workday, "2025-10-26"),
    ])
  func delay(term: Term, dayUnit: TermUnit, end: String) {
    let rung = WorkCalendar.china.delay(term, from: day("2025-09-26"), dayUnit: dayUnit)
    #expect(rung.raw == day(end))
    #expect(rung.moved == day(end))
  }

  @Test(
    "Time 5: looking back ends on the day judged and excludes the day N before",
    arguments: [
      ("2025-06-30", Term(3, .year), "2022-07-01"), ("2025-06-30", Term(1, .month), "2025-05-31"),
      ("2025-03-31", Term(1, .month), "2025-03-01"), ("2024-02-29", Term(1, .year), "2023-03-01"),
      ("2025-06-30", Term(1, .day), "2025-06-30"), ("2025-06-30", Term(180, .day), "2025-01-02"),
      ("2025-06-29", Term(1, .week), "2025-06-23"), ("2025-10-10", Term(3, .workday), "2025-09-30"),
      ("2025-10-08", Term(2, .workday), "2025-09-29"),
    ])
  func lookBack(end: String, term: Term, first: String) {
    #expect(WorkCalendar.china.lookBack(term, endingOn: day(end)) == DayRange(day(first), day(end)))
  }

  @Test("extreme terms saturate", arguments: TermUnit.allCases, [Int.max, Int.min])
  func saturation(unit: TermUnit, count: Int) {
    let event = day("2025-06-30")
    let reckoned = WorkCalendar.china.term(Term(count, unit), after: event, moves: true)
    #expect(count > 0 ? reckoned.raw > event : reckoned.raw < event)
    _ = WorkCalendar.china.before(Term(count, unit), anchor: event, isWindow: true)
    _ = WorkCalendar.china.lookBack(Term(count, unit), endingOn: event)
  }

  @Test(
    "names of terms",
    arguments: [
      (Term(5, .workday), "5个工作日", "5 workdays"), (Term(3, .month), "3个月", "3 months"),
      (Term(1, .halfYear), "半年", "1 half-year"), (Term(3, .halfYear), "3个半年", "3 half-years"),
      (Term(10, .day), "10日", "10 days"), (Term(10, .calendarDay), "10个自然日", "10 calendar days"),
      (Term(2, .week), "2周", "2 weeks"), (Term(1, .quarter), "1个季度", "1 quarter"),
      (Term(1, .tenDays), "1旬", "1 ten-day span"), (Term(24, .hour), "24小时", "24 hours"),
      (Term(30, .minute), "30分钟", "30 minutes"), (Term(1, .year), "1年", "1 year"),
    ])
  func names(term: Term, chinese: String, english: String) {
    #expect(term.description == chinese)
    #expect(term.english == english)
  }
}
