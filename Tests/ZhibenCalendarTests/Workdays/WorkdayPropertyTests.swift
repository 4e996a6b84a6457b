import Testing
import ZhibenCalendar

@Suite("Workday properties")
struct WorkdayPropertyTests {
  static let calendars: [(name: String, calendar: WorkCalendar)] = [
    ("中国", .china), ("仅周末", .weekendsOnly), ("无", .everyDay),
    (
      "停工",
      WorkCalendar.china.adding(localClosures: [
        LocalClosure(days("2024-06-01..2024-12-31"), reason: "停产")
      ])
    ),
  ]

  /// Spans inside the reckoned years and across both of their ends.
  static let spans = ["2016-01-01..2029-12-31", "1998-06-01..2001-06-30", "2099-06-01..2102-06-30"]

  @Test("the running index counts what counting day by day counts", arguments: 0..<4, spans)
  func indexIsNaiveCount(number: Int, span: String) {
    let (name, calendar) = Self.calendars[number]
    let seed: UInt64 = 0x5EED_0004
    var random = SeededGenerator(seed: seed)
    for _ in 0..<60 {
      let range = DayRange(random.date(in: days(span)), random.date(in: days(span)))
      let naive = range.dates.filter(calendar.isWorkday).count
      #expect(calendar.workdays(in: range) == naive, "seed \(seed), \(name), \(range)")
      let byReason = range.dates.prefix(50).filter { calendar.reason(for: $0).isWorkday }.count
      let prefix = DayRange(range.first, min(range.last, range.first.advanced(byDays: 49)))
      #expect(calendar.workdays(in: prefix) == byReason, "seed \(seed), \(name), \(prefix)")
    }
  }

  @Test("n workdays added are n workdays counted, and end on a workday", arguments: 0..<4, spans)
  func addingIsCounting(number: Int, span: String) {
    let (name, calendar) = Self.calendars[number]
    let seed: UInt64 = 0x5EED_0005
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let start = random.date(in: days(span))
      let count = Int.random(in: 1...700, using: &random)
      let after = calendar.adding(workdays: count, to: start)
      let before = calendar.adding(workdays: -count, to: start)
      let isRight =
        calendar.workdays(in: DayRange(start.next, after)) == count && calendar.isWorkday(after)
        && calendar.workdays(in: DayRange(before, start.previous)) == count
        && calendar.isWorkday(before)
        && calendar.workdayNumber(through: after) - calendar.workdayNumber(through: start) == count
      #expect(isRight, "seed \(seed), \(name), \(start) \(count)")
    }
  }

  @Test("a term never ends before a shorter one", arguments: TermUnit.allCases)
  func monotone(unit: TermUnit) {
    let seed: UInt64 = 0x5EED_0006
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let start = random.date(in: days("2018-01-01..2028-12-31"))
      let count = Int.random(in: -50...50, using: &random)
      let (shorter, longer) = (Term(count, unit), Term(count + 1, unit))
      let a = WorkCalendar.china.term(shorter, after: start, moves: true)
      let b = WorkCalendar.china.term(longer, after: start, moves: true)
      #expect(
        a.raw <= b.raw && a.moved <= b.moved && a.raw <= a.moved,
        "seed \(seed), \(start) \(shorter)")
    }
  }
}
