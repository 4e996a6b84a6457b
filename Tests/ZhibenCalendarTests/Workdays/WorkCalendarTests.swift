import Testing
import ZhibenCalendar

@Suite("Work calendars")
struct WorkCalendarTests {
  static let china = WorkCalendar.china

  @Test(
    "Time 28: why a day is worked or not, with the notice",
    arguments: [
      ("2025-06-27", "工作日", "workday"),
      ("2025-06-28", "周末", "weekend"),
      (
        "2025-10-04", "国庆节、中秋节（国办发明电〔2024〕12号）",
        "National Day and Mid-Autumn Festival (国办发明电〔2024〕12号)"
      ),
      (
        "2025-10-11", "调休上班日（国庆节、中秋节，国办发明电〔2024〕12号）",
        "make-up workday (National Day and Mid-Autumn Festival, 国办发明电〔2024〕12号)"
      ),
      (
        "2018-12-29", "调休上班日（元旦，国办发明电〔2018〕15号）", "make-up workday (New Year's Day, 国办发明电〔2018〕15号)"
      ),
      ("2018-12-31", "元旦（国办发明电〔2018〕15号）", "New Year's Day (国办发明电〔2018〕15号)"),
      ("2019-05-02", "劳动节（国办发明电〔2019〕3号）", "Labour Day (国办发明电〔2019〕3号)"),
      ("2020-02-01", "春节（国办发明电〔2020〕1号）", "Spring Festival (国办发明电〔2020〕1号)"),
      ("2020-02-03", "工作日", "workday"),
      ("2027-10-01", "国庆节（暂定）", "National Day (provisional)"),
    ])
  func reasons(date: String, chinese: String, english: String) {
    let reason = Self.china.reason(for: day(date))
    #expect(reason.chinese == chinese)
    #expect(reason.english == english)
    #expect(reason.isWorkday == Self.china.isWorkday(day(date)))
  }

  @Test(
    "Time 28: beyond the notices only weekends and fixed festivals rest, provisionally",
    arguments: [
      ("2027-01-01", false, true), ("2027-02-08", true, true), ("2027-05-01", false, true),
      ("2027-05-02", false, true), ("2028-05-02", false, true), ("2028-05-03", true, true),
      ("2027-05-03", true, true), ("2027-05-08", false, true),
      ("2027-10-03", false, true), ("2027-10-04", true, true), ("2017-05-02", true, true),
      ("2017-05-01", false, true), ("2026-12-27", false, false), ("2026-12-28", true, true),
      ("2025-12-31", true, false), ("1999-10-01", true, true), ("2101-10-03", true, true),
    ])
  func provisional(date: String, isWorkday: Bool, isProvisional: Bool) {
    #expect(Self.china.isWorkday(day(date)) == isWorkday)
    #expect(Self.china.isProvisional(day(date)) == isProvisional)
    #expect(Self.china.reason(for: day(date)).isProvisional == isProvisional)
    #expect(!WorkCalendar.weekendsOnly.isProvisional(day(date)))
  }

  @Test("Time 28: a notice loaded later replaces the provisional days")
  func laterDecree() {
    let decree = RestDayDecree(
      year: 2027, name: "国庆节", off: [days("2027-10-01..2027-10-07")], work: [day("2027-09-26")],
      paper: "国办发明电〔2026〕X号")
    let decreed = Self.china.adding(decrees: [decree])
    let term = Term(5, .workday)
    #expect(Self.china.term(term, after: day("2027-09-30"), moves: false).raw == day("2027-10-08"))
    let redated = decreed.term(term, after: day("2027-09-30"), moves: false)
    #expect(redated.raw == day("2027-10-14"))
    #expect(!redated.isProvisional)
    #expect(decreed.isWorkday(day("2027-09-26")))
    #expect(!decreed.isProvisional(day("2026-12-31")))
    #expect(decreed.decrees.count == Self.china.decrees.count + 1)
    #expect(decreed.adding(decrees: [decree]).decrees == decreed.decrees)
    #expect(decree.title == "国务院办公厅关于2027年部分节假日安排的通知")
  }

  @Test("Time 28: closures are a layer; a day that rests anyway keeps its reason")
  func closures() {
    let closed = Self.china.adding(localClosures: [
      LocalClosure(days("2025-09-27..2025-10-02"), reason: "台风")
    ])
    #expect(closed.reason(for: day("2025-09-27")).kind == .weekend)
    #expect(closed.reason(for: day("2025-09-28")).kind == .localClosure("台风"))
    #expect(closed.reason(for: day("2025-09-29")).chinese == "本地停工：台风")
    #expect(closed.reason(for: day("2025-10-01")).paper == "国办发明电〔2024〕12号")
    let september = days("2025-09-01..2025-09-30")
    #expect(closed.workdays(in: september) == Self.china.workdays(in: september) - 3)
    #expect(closed.nextWorkday(onOrAfter: day("2025-09-28")) == day("2025-10-09"))
    #expect(Self.china.isWorkday(day("2025-09-28")))
    let everyDay = WorkCalendar.everyDay.adding(localClosures: closed.localClosures)
    #expect(everyDay.workdays(in: september) == 26)
    let forever = Self.china.adding(localClosures: [
      LocalClosure(DayRange(.min, .max), reason: "x")
    ])
    #expect(forever.workdays(in: WorkCalendar.span) == 0)
  }

  @Test(
    "Time 28: the calendars a plan can name",
    arguments: [(RestDayScheme.china, 18), (.weekendsOnly, 23), (.everyDay, 31)])
  func schemes(scheme: RestDayScheme, workdays: Int) {
    let october = days("2025-10-01..2025-10-31")
    #expect(WorkCalendar.builtIn(scheme).scheme == scheme)
    // October 2025 has 23 weekdays, six of them days off, and one Saturday made up: 18.
    #expect(WorkCalendar.builtIn(scheme).workdays(in: october) == workdays)
  }

  @Test(
    "neighbouring workdays",
    arguments: [
      ("2025-10-01", "2025-10-09", "2025-09-30"), ("2025-09-28", "2025-09-28", "2025-09-28"),
      ("2025-09-27", "2025-09-28", "2025-09-26"), ("2025-06-30", "2025-06-30", "2025-06-30"),
    ])
  func neighbours(date: String, next: String, previous: String) {
    #expect(Self.china.nextWorkday(onOrAfter: day(date)) == day(next))
    #expect(Self.china.previousWorkday(onOrBefore: day(date)) == day(previous))
  }

  @Test("adding no workday keeps even a rest day; the ends of the calendar hold")
  func edges() {
    #expect(Self.china.adding(workdays: 0, to: day("2025-10-01")) == day("2025-10-01"))
    for calendar in [Self.china, .weekendsOnly, .everyDay] {
      #expect(calendar.adding(workdays: .max, to: day("2025-10-01")) == .max)
      #expect(calendar.adding(workdays: .min, to: day("2025-10-01")) == .min)
      #expect(calendar.adding(workdays: 1, to: .max) == .max)
      #expect(calendar.adding(workdays: -1, to: .min) == .min)
    }
  }
}
