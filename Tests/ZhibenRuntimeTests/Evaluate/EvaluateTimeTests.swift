import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("Facts and days")
struct EvaluateTimeTests {
  /// One firm with one hazard found on that day (nil: blank).
  static func desk(foundOn day: String?) -> Desk {
    var store = TinyStore(schema: Village.schema)
    store.add("企业")
    store.add("隐患", ["企业": Village.firm(0), "发现日期": day.map { .date(date($0)) }])
    return Desk(store)
  }

  static func exists(_ window: Window?) -> Core {
    EvaluateAggregateTests.ask(.exists, filter: nil, window: window)
  }

  @Test(
    "Time 5: 近N is (day − N, day]",
    arguments: [
      (Term(3, .year), "2024-06-30", "2021-06-30", Truth.no),
      (Term(3, .year), "2024-06-30", "2021-07-01", .yes),
      (Term(3, .year), "2024-02-29", "2021-02-28", .no),
      (Term(3, .year), "2024-02-29", "2021-03-01", .yes),
      (Term(1, .month), "2024-03-31", "2024-02-29", .no),
      (Term(1, .month), "2024-03-31", "2024-03-01", .yes),
      (Term(30, .day), "2024-06-30", "2024-05-31", .no),
      (Term(30, .day), "2024-06-30", "2024-06-01", .yes),
      (Term(1, .day), "2024-06-30", "2024-06-30", .yes),
      // Five workdays back from Tuesday 8 October 2024: 8 October, and 30, 29 (made up), 27 and 26 September.
      (Term(5, .workday), "2024-10-08", "2024-09-26", .yes),
      (Term(5, .workday), "2024-10-08", "2024-09-25", .no),
    ])
  func lookBack(term: Term, day: String, foundOn: String, expected: Truth) {
    #expect(Self.desk(foundOn: foundOn).truth(Self.exists(.lookBack(term)), on: day) == expected)
  }

  @Test(
    "X 前N is [X − N, X − 1], X 后N is (X, X + N]",
    arguments: [
      (Window.before(.day("2024-05-31"), Term(1, .month)), "2024-04-29", Truth.no),
      (.before(.day("2024-05-31"), Term(1, .month)), "2024-04-30", .yes),
      (.before(.day("2024-05-31"), Term(1, .month)), "2024-05-30", .yes),
      (.before(.day("2024-05-31"), Term(1, .month)), "2024-05-31", .no),
      (.after(.day("2024-05-31"), Term(10, .day)), "2024-05-31", .no),
      (.after(.day("2024-05-31"), Term(10, .day)), "2024-06-01", .yes),
      (.after(.day("2024-05-31"), Term(10, .day)), "2024-06-10", .yes),
      (.after(.day("2024-05-31"), Term(10, .day)), "2024-06-11", .no),
      (.days(.day("2024-05-01"), .day("2024-05-31")), "2024-05-01", .yes),
      (.days(.day("2024-05-01"), .day("2024-05-31")), "2024-06-01", .no),
      (.days(.constant(nil, .date), .day("2024-05-31")), "2024-06-01", .no),
      (.days(.constant(nil, .date), .day("2024-05-31")), "2024-05-01", .unknown),
      (.before(.constant(nil, .date), Term(1, .month)), "2024-05-01", .unknown),
    ])
  func windows(window: Window, foundOn: String, expected: Truth) {
    #expect(Self.desk(foundOn: foundOn).truth(Self.exists(window)) == expected)
  }

  @Test(
    "Periods as seen from 2024-05-15, a Wednesday",
    arguments: [
      (PeriodSpec.relative(0, .month), "2024-05-01至2024-05-31"),
      (.relative(-1, .month), "2024-04-01至2024-04-30"),
      (.relative(8, .month), "2025-01-01至2025-01-31"),
      (.relative(-1, .quarter), "2024-01-01至2024-03-31"),
      (.relative(1, .halfYear), "2024-07-01至2024-12-31"),
      (.relative(-1, .year), "2023-01-01至2023-12-31"),
      (.relative(-1, .week), "2024-05-06至2024-05-12"),
      (.relative(-2, .tenDays), "2024-04-21至2024-04-30"),
      (.relative(5, .tenDays), "2024-07-01至2024-07-10"),
      (.relative(-1, .day), "2024-05-14"),
      (.relative(3, .workday), "2024-05-20"),
      (.part(yearOffset: -1, .quarter, 4), "2023-10-01至2023-12-31"),
      (.part(yearOffset: 0, .halfYear, 1), "2024-01-01至2024-06-30"),
      (.part(yearOffset: 1, .month, 2), "2025-02-01至2025-02-28"),
      (.samePeriodLastYear, "2023-01-01至2023-05-15"),
      (.fixed(DayRange(date("2020-01-01"), date("2020-01-02"))), "2020-01-01至2020-01-02"),
    ])
  func periods(spec: PeriodSpec, expected: String) {
    #expect(spec.days(on: date("2024-05-15"), calendar: .china)?.description == expected)
    let last = Core(.periodDay(spec, last: true), .date)
    let end = spec.days(on: date("2024-05-15"), calendar: .china)?.last
    #expect(Desk().value(last, on: "2024-05-15") == end.map { .date($0) })
  }

  @Test("Periods that do not exist are unknown, however far")
  func noPeriod() {
    let day = date("2024-05-15")
    #expect(PeriodSpec.part(yearOffset: 0, .month, 13).days(on: day, calendar: .china) == nil)
    #expect(PeriodSpec.part(yearOffset: .max, .month, 1).days(on: day, calendar: .china) == nil)
    for unit in CalendarUnit.allCases {
      for steps in [Int.min, Int.max] {
        let range = PeriodSpec.relative(steps, unit).days(on: day, calendar: .china)
        #expect(range.map { steps < 0 ? $0.first <= day : $0.last >= day } == true)
      }
    }
  }

  @Test("Time 7: a row without a date is unknown in a window, certain outside of one")
  func blankDate() {
    let desk = Self.desk(foundOn: nil)
    #expect(desk.truth(Self.exists(.lookBack(Term(3, .year)))) == .unknown)
    #expect(desk.truth(Self.exists(nil)) == .yes)
    let dateField: Set = [Village.field(Village.hazards, "发现日期")]
    #expect(desk.blanks(Self.exists(.lookBack(Term(3, .year)))) == dateField)
  }

  @Test("A record is invisible before its date")
  func visibility() {
    let desk = Self.desk(foundOn: "2024-07-01")
    #expect(desk.truth(Self.exists(nil), on: "2024-06-30") == .no)
    #expect(desk.truth(Self.exists(nil), on: "2024-07-01") == .yes)
    let days = Window.days(.day("2024-01-01"), .day("2024-12-31"))
    #expect(desk.truth(Self.exists(days), on: "2024-06-30") == .no)
    #expect(
      desk.truth(Core(.at(Self.exists(nil), day: .day("2024-07-01"))), on: "2024-06-30") == .yes)
  }

  @Test("Time 5: a field is read as of the judged day; 于 reads any day")
  func history() {
    var store = TinyStore(schema: Village.schema)
    store.add("企业", ["等级": Village.grade(0)])
    store.change("企业", 0, "等级", to: Village.grade(3), from: date("2024-05-01"))
    store.change("企业", 0, "等级", to: nil, from: date("2024-06-01"))
    store.add("企业")
    store.records[0][1][3] = [(date("2024-03-01").days, Village.grade(1))]
    let desk = Desk(store)
    let grade = Core.field(Village.firms, "等级")
    #expect(desk.value(grade, on: "2024-04-30") == Village.grade(0))
    #expect(desk.value(grade, on: "2024-05-01") == Village.grade(3))
    #expect(desk.value(grade, on: "2024-05-31") == Village.grade(3))
    #expect(desk.value(grade, on: "2024-06-01") == nil)
    #expect(desk.value(grade, subject: 1, on: "2024-02-29") == nil)
    #expect(desk.value(grade, subject: 1, on: "2024-03-01") == Village.grade(1))
    func at(_ day: Core) -> Core { Core(.at(grade, day: day), .enumeration(Village.grades)) }
    #expect(desk.value(at(.day("2024-01-01"))) == Village.grade(0))
    #expect(desk.value(at(.constant(nil, .date))) == nil)
    let monthAgo = Core(.shift(.today, .before, Term(1, .month)), .date)
    #expect(desk.value(at(monthAgo), on: "2024-06-30") == Village.grade(3))
    #expect(
      desk.value(Core(.at(.today, day: .day("2024-01-01")), .date)) == .date(date("2024-01-01")))
  }

  @Test("A collection follows the history of the reference")
  func movedHazard() {
    var store = TinyStore(schema: Village.schema)
    store.add("企业")
    store.add("企业")
    store.add("隐患", ["企业": Village.firm(0), "发现日期": .date(date("2024-01-01"))])
    store.change("隐患", 0, "企业", to: Village.firm(1), from: date("2024-05-01"))
    let desk = Desk(store)
    #expect(
      (0..<2).map { desk.truth(Self.exists(nil), subject: $0, on: "2024-04-30") } == [.yes, .no])
    #expect(
      (0..<2).map { desk.truth(Self.exists(nil), subject: $0, on: "2024-05-01") } == [.no, .yes])
  }

  @Test("The target's period stands in its window; without one every day does")
  func targetPeriod() {
    var desk = Self.desk(foundOn: "2024-03-01")
    #expect(desk.truth(Self.exists(.targetPeriod)) == .yes)
    desk.targetPeriod = DayRange(date("2024-04-01"), date("2024-06-30"))
    #expect(desk.truth(Self.exists(.targetPeriod)) == .no)
    desk.targetPeriod = DayRange(date("2024-03-01"), date("2024-03-01"))
    #expect(desk.truth(Self.exists(.targetPeriod)) == .yes)
    var undated = Self.desk(foundOn: nil)
    #expect(undated.truth(Self.exists(.targetPeriod)) == .yes)
    undated.targetPeriod = desk.targetPeriod
    #expect(undated.truth(Self.exists(.targetPeriod)) == .unknown)
  }

  @Test("A date or a minute moved by a term")
  func shift() {
    func date(_ iso: String) -> Value { .date(ZhibenRuntimeTests.date(iso)) }
    func shift(_ day: String, _ direction: OffsetDirection, _ term: Term) -> Value? {
      Desk().value(Core(.shift(.day(day), direction, term), .date))
    }
    #expect(shift("2024-01-31", .after, Term(1, .month)) == date("2024-02-29"))
    #expect(shift("2024-03-31", .before, Term(1, .month)) == date("2024-02-29"))
    #expect(shift("2024-09-30", .after, Term(1, .workday)) == date("2024-10-08"))
    #expect(shift("2024-06-30", .before, Term(.min, .day)) == .date(.max))
    func moment(_ minute: Int, _ term: Term) -> Value? {
      let base = Core.constant(.moment(minute), .moment)
      return Desk().value(Core(.shift(base, .after, term), .moment))
    }
    #expect(moment(100, Term(24, .hour)) == .moment(1540))
    #expect(moment(100, Term(2, .day)) == .moment(2980))
    #expect(moment(100, Term(.max, .minute)) == nil)
    let apart = Core(.daysBetween(.day("2024-03-01"), .day("2024-02-28")), .number(unit: "日"))
    #expect(Desk().value(apart) == .number(2))
  }
}
