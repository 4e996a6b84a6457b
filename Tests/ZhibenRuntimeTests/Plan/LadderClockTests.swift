import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// The clock of a ladder: where it starts, what it counts, what moves it. As the facts alone say, before a ledger decides what is proposed.
@Suite("Time: the clock of a ladder") struct LadderClockTests {
  /// A ladder of 1, 7 and 15 workdays over one hazard; the rungs as they follow from the facts.
  @Test(arguments: stories) func story(_ story: Story) throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    try story.build(&town)
    if town.rules.isEmpty { town.ladder(Self.rungs) }
    #expect(town.derived(story.asOf).map(Town.line) == story.expected)
    #expect(
      town.derived(story.asOf, with: ReferenceEvaluator.self).map(Town.line) == story.expected)
  }

  static let rungs = [Term(1, .workday), Term(7, .workday), Term(15, .workday)]
  static let isMajor = Town.core(
    .compare(
      .equal, Town.field(Town.hazards, "级别"),
      Town.core(.constant(Town.level(1)), .enumeration(Town.levels))), .bool)

  static let stories: [Story] = [
    Story(
      "Time 30: a hazard older than the rule has its whole clock; its rungs wait for the rule's "
        + "first workday (31)", asOf: "2025-01-02",
      [
        "第1级 提出 期限2025-01-02（2024-12-02） 于2025-01-02",
        "第2级 提出 期限2025-01-02（2024-12-10） 于2025-01-02",
        "第3级 提出 期限2025-01-02（2024-12-20） 于2025-01-02",
      ]
    ) { try $0.hazard(found: "2024-11-01", deadline: "2024-12-01") },
    Story("Time 31: New Year's Day is no workday", asOf: "2025-01-01", []) {
      try $0.hazard(found: "2024-11-01", deadline: "2024-12-01")
    },
    Story(
      "Time 30: a hazard without a day of its own counts from its deadline, too",
      asOf: "2025-01-02",
      [
        "第1级 提出 期限2025-01-02（2024-12-23） 于2025-01-02",
        "第2级 提出 期限2025-01-02（2024-12-31） 于2025-01-02",
      ]
    ) { try $0.hazard(found: nil, deadline: "2024-12-22") },
    Story(
      "Rungs in longer units are natural days from the clock's date", asOf: "2025-05-08",
      ["第1级 提出 期限2025-04-07 于2025-04-07", "第2级 提出 期限2025-04-30 于2025-04-30"]
    ) {
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder([Term(1, .week), Term(1, .month), Term(2, .month)])
    },
    Story(
      "Time 34: an extension before its own deadline is counted from anew", asOf: "2025-05-20",
      ["第1级 提出 期限2025-05-06 于2025-05-06", "第2级 提出 期限2025-05-14 于2025-05-14"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "整改期限", Town.date("2025-04-30"), from: "2025-03-28")
    },
    Story(
      "Time 34: what was reached before the extension stays; the next counts from the new date",
      asOf: "2025-05-20",
      ["第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-05-14 于2025-05-14"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "整改期限", Town.date("2025-04-30"), from: "2025-04-03")
    },
    Story(
      "A deadline that is moved forward counts from the earlier day", asOf: "2025-04-10",
      [
        "第1级 提出 期限2025-04-10 于2025-04-10", "第2级 提出 期限2025-04-10 于2025-04-10",
      ]
    ) {
      let hazard = try $0.hazard(deadline: "2025-04-30")
      try $0.hazard(hazard, "整改期限", Town.date("2025-03-31"), from: "2025-04-10")
    },
    Story(
      "Time 33: clock and pauses belong to the record, whatever its grade was",
      asOf: "2025-04-21",
      [
        "第1级 提出 期限2025-04-21（2025-04-01） 于2025-04-21",
        "第2级 提出 期限2025-04-21（2025-04-15） 于2025-04-21",
      ]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31", level: 0)
      // 3, 7 and 8 April wait for the recheck: of the workdays until the 21st eleven count.
      try $0.hazard(hazard, "状态", Town.hazardState(1), from: "2025-04-03")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-04-09")
      try $0.hazard(hazard, "级别", Town.level(1), from: "2025-04-21")
      $0.ladder(rungs, subject: isMajor)
    },
    Story(
      "Time 18: a record that leaves the ladder's subjects ends what is on it",
      asOf: "2025-04-15", ["第1级 已解除 (对象已退出) 期限2025-04-01 于2025-04-01"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "级别", Town.level(0), from: "2025-04-08")
      $0.ladder(rungs, subject: isMajor)
    },
    Story(
      "Time 7, 33: days on which a pause is unknown do not count", asOf: "2025-04-18",
      ["第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-17 于2025-04-17"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", nil, from: "2025-04-07")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-04-12")
    },
    Story(
      "Time 7: while it is unknown, the next rung is 待核实 and the one reached says so",
      asOf: "2025-04-18",
      [
        "第1级 提出 (所依据的记录有空白) 期限2025-04-01 于2025-04-01", "第2级 待核实 (所依据的记录有空白)",
      ]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", nil, from: "2025-04-07")
    },
    Story(
      "Time 31, 33: reached over rest days, it waits for the pause's end", asOf: "2025-05-20",
      ["第1级 提出 期限2025-05-16（2025-05-01） 于2025-05-16"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-04-30")
      try $0.hazard(hazard, "状态", Town.hazardState(1), from: "2025-05-02")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-05-16")
      $0.ladder([Term(1, .calendarDay)])
    },
    Story(
      "Time 35: reached over rest days and closed, it is due when the record is reopened",
      asOf: "2025-05-20", ["第1级 提出 期限2025-05-16（2025-05-01） 于2025-05-16"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-04-30")
      try $0.hazard(hazard, "状态", Town.hazardState(2), from: "2025-05-02")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-05-16")
      $0.ladder([Term(1, .calendarDay)])
    },
    Story(
      "Time 35: a reopened record goes on where its count stood", asOf: "2025-04-16",
      ["第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-16 于2025-04-16"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", Town.hazardState(2), from: "2025-04-03")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-04-10")
    },
    Story(
      "Time 37: a missing precondition holds the rung, 提请 waits for a person",
      asOf: "2025-04-10",
      ["第1级 待批 期限2025-04-01 于2025-04-01", "第2级 缺前提 期限2025-04-10 于2025-04-10"]
    ) {
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(rungs, needsPhotoFrom: 2, decidesFrom: 1)
    },
    Story(
      "Time 37: the precondition releases it on the next workday, and for good",
      asOf: "2025-04-20",
      ["第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-10 于2025-04-14"]
    ) {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "照片", .bool(true), from: "2025-04-12")
      try $0.hazard(hazard, "照片", .bool(false), from: "2025-04-16")
      $0.ladder(rungs, needsPhotoFrom: 2)
    },
    Story("Time 10: a miss of what is only striven for is no rung", asOf: "2025-04-25", []) {
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(rungs, strength: .strive)
    },
    Story(
      "When the rule's time is over, its rungs end", asOf: "2025-04-25",
      ["第1级 已解除 期限2025-04-01 于2025-04-01"]
    ) {
      $0.period = Town.days("2025-01-01", "2025-04-05")
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(rungs)
    },
    Story("Time 4: a hazard of tomorrow is not known today", asOf: "2025-04-25", []) {
      try $0.hazard(found: "2025-04-26", deadline: "2025-03-31")
    },
  ]
}
