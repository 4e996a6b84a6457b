import Testing
import ZhibenCalendar

@Suite("How a date was reckoned")
struct ReckoningTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let reckoned: ReckonedDate
    let chinese, english: [String]
    var testDescription: String { name }
  }

  static let china = WorkCalendar.china

  static let cases = [
    Case(
      name: "a month term that moves to a day made up",
      reckoned: china.term(Term(3, .month), after: day("2025-06-27"), moves: true),
      chinese: [
        "自2025-06-27起，当日不计", "加3个月至2025-09-27", "2025-09-27为周六休息，顺延至2025-09-28",
        "2025-09-28为调休上班日（国庆节、中秋节，国办发明电〔2024〕12号）",
      ],
      english: [
        "from 2025-06-27, that day not counted", "3 months added: 2025-09-27",
        "2025-09-27 is a Saturday, moved to 2025-09-28",
        "2025-09-28 is a make-up workday (National Day and Mid-Autumn Festival, 国办发明电〔2024〕12号)",
      ]),
    Case(
      name: "a month term that ends in a festival",
      reckoned: china.term(Term(1, .month), after: day("2024-09-01"), moves: true),
      chinese: [
        "自2024-09-01起，当日不计", "加1个月至2024-10-01",
        "2024-10-01为国庆节放假（国办发明电〔2023〕7号），顺延至2024-10-08",
      ],
      english: [
        "from 2024-09-01, that day not counted", "1 month added: 2024-10-01",
        "2024-10-01 is National Day (国办发明电〔2023〕7号), moved to 2024-10-08",
      ]),
    Case(
      name: "workdays over a festival",
      reckoned: china.term(Term(8, .workday), after: day("2024-09-27"), moves: true),
      chinese: [
        "自2024-09-27起，当日不计", "2024-09-29为调休上班日（国庆节，国办发明电〔2023〕7号）",
        "跳过 国庆节 2024-10-01至2024-10-07（国办发明电〔2023〕7号）",
        "2024-10-12为调休上班日（国庆节，国办发明电〔2023〕7号）", "跳过 周末 2日",
        "加8个工作日至2024-10-14",
      ],
      english: [
        "from 2024-09-27, that day not counted",
        "2024-09-29 is a make-up workday (National Day, 国办发明电〔2023〕7号)",
        "skipping National Day 2024-10-01 to 2024-10-07 (国办发明电〔2023〕7号)",
        "2024-10-12 is a make-up workday (National Day, 国办发明电〔2023〕7号)",
        "skipping 2 days of weekends", "8 workdays added: 2024-10-14",
      ]),
    Case(
      name: "a month without the day",
      reckoned: china.term(Term(1, .month), after: day("2025-01-31"), moves: true),
      chinese: ["自2025-01-31起，当日不计", "加1个月至2025-02-28", "当月无对应日，以月末2025-02-28为准"],
      english: [
        "from 2025-01-31, that day not counted", "1 month added: 2025-02-28",
        "no corresponding day in that month, so its last day 2025-02-28",
      ]),
    Case(
      name: "hours",
      reckoned: china.term(Term(36, .hour), after: day("2025-06-03"), moves: false),
      chinese: ["自2025-06-03起，当日不计", "36小时按2日计", "加36小时至2025-06-05"],
      english: [
        "from 2025-06-03, that day not counted", "36 hours taken as 2 days",
        "36 hours added: 2025-06-05",
      ]),
    Case(
      name: "backward over a local closure",
      reckoned: china.adding(localClosures: [
        LocalClosure(days("2025-06-12..2025-06-16"), reason: "防汛一级响应")
      ]).before(Term(3, .workday), anchor: day("2025-06-18"), isWindow: false).start,
      chinese: [
        "自2025-06-18向前，当日不计", "跳过 本地停工：防汛一级响应 2025-06-12至2025-06-13",
        "跳过 本地停工：防汛一级响应 2025-06-16", "跳过 周末 2日", "减3个工作日至2025-06-10",
      ],
      english: [
        "back from 2025-06-18, that day not counted",
        "skipping local closure: 防汛一级响应 2025-06-12 to 2025-06-13",
        "skipping local closure: 防汛一级响应 2025-06-16", "skipping 2 days of weekends",
        "3 workdays taken off: 2025-06-10",
      ]),
    Case(
      name: "backward from the day behind a festival",
      reckoned: china.before(Term(1, .workday), anchor: day("2025-10-09"), isWindow: false).start,
      chinese: [
        "自2025-10-09向前，当日不计", "跳过 国庆节、中秋节 2025-10-01至2025-10-08（国办发明电〔2024〕12号）",
        "减1个工作日至2025-09-30",
      ],
      english: [
        "back from 2025-10-09, that day not counted",
        "skipping National Day and Mid-Autumn Festival 2025-10-01 to 2025-10-08 "
          + "(国办发明电〔2024〕12号)",
        "1 workday taken off: 2025-09-30",
      ]),
    Case(
      name: "a year to be decreed",
      reckoned: china.term(Term(1, .month), after: day("2027-09-02"), moves: true),
      chinese: [
        "自2027-09-02起，当日不计", "加1个月至2027-10-02", "2027-10-02为国庆节放假（暂定），顺延至2027-10-04",
        "2027年放假安排未公布，按周末与固定节日暂定",
      ],
      english: [
        "from 2027-09-02, that day not counted", "1 month added: 2027-10-02",
        "2027-10-02 is National Day (provisional), moved to 2027-10-04",
        "rest days of 2027 not decreed, provisionally weekends and fixed festivals",
      ]),
    Case(
      name: "a year before the first notice",
      reckoned: china.term(Term(1, .workday), after: day("2015-06-30"), moves: true),
      chinese: ["自2015-06-30起，当日不计", "加1个工作日至2015-07-01", "2015年放假安排未收录，按周末与固定节日暂定"],
      english: [
        "from 2015-06-30, that day not counted", "1 workday added: 2015-07-01",
        "rest days of 2015 not recorded, provisionally weekends and fixed festivals",
      ]),
  ]

  @Test("Time 25: every step is told in Chinese and in English", arguments: cases)
  func sentences(row: Case) {
    #expect(row.reckoned.steps.map(\.chinese) == row.chinese)
    #expect(row.reckoned.steps.map(\.english) == row.english)
    #expect(row.reckoned.chinese == row.chinese.joined(separator: "；"))
    #expect(row.reckoned.english == row.english.joined(separator: "; "))
  }

  @Test("Time 28: provisional is what looked at a day without a notice, and is marked")
  func provisional() {
    let china = Self.china
    let plain = china.term(Term(10, .day), after: day("2027-06-01"), moves: false)
    #expect(!plain.isProvisional)
    let workdays = china.term(Term(10, .workday), after: day("2026-12-25"), moves: false)
    #expect(workdays.isProvisional)
    #expect(workdays.steps.contains(.undecreed(2027...2027)))
    #expect(workdays.description == "2027-01-11（暂定）")
    let december = china.term(Term(3, .workday), after: day("2026-12-25"), moves: false)
    #expect(december.description == "2026-12-30（暂定）")
    #expect(december.steps.last == .undecreed(2027...2027))
    let long = china.term(Term(600, .workday), after: day("2026-12-01"), moves: false)
    #expect(long.steps.contains(.undecreed(2027...2029)))
    let weekends = WorkCalendar.weekendsOnly.term(
      Term(10, .workday), after: day("2027-06-01"), moves: true)
    #expect(!weekends.isProvisional)
  }
}
