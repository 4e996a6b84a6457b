import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// The settled answers on events, over the planner.
@Suite struct EventTimeTests {
  static let started = Town.field(Town.firms, "投产日期")
  static let grade = Town.field(Town.firms, "等级")
  static let bad = Town.core(.not(Town.field(Town.checks, "合格")), .bool)

  @Test(
    "Time 6",
    arguments: [
      Story("新增：发生之日", asOf: "2025-03-10", ["2025-03-04 通知1 提出 期限2025-03-11 于2025-03-10"]) {
        try $0.firm(entered: "2025-03-04")
        try $0.firm("乙厂", entered: "2024-03-04")
        $0.event(.added)
      },
      Story("变更：从一个值到另一个", asOf: "2025-06-30", ["2025-05-06 通知1 提出 期限2025-05-13 于2025-06-30"]) {
        try $0.firm(grade: 1)
        try $0.firm(0, "等级", nil, from: "2025-03-01")
        try $0.firm(0, "等级", Town.grade(1), from: "2025-04-01")
        try $0.firm(0, "等级", Town.grade(3), from: "2025-05-06")
        $0.event(.changed(EventTimeTests.grade))
      },
      Story("变为：一来就是的不算", asOf: "2025-06-30", []) {
        try $0.firm(grade: 3)
        try $0.firm("乙厂", grade: 3, entered: "2025-03-04")
        $0.event(.becomes(Town.gradeIs(3)))
      },
      Story("进入：新来就在内的算", asOf: "2025-03-10", ["2025-03-04 通知1 提出 期限2025-03-11 于2025-03-10"]) {
        try $0.firm(highRisk: true)
        try $0.firm("乙厂", highRisk: true, entered: "2025-03-04")
        $0.event(.entered(Town.highRisk))
      },
      Story("退出", asOf: "2025-03-10", ["2025-03-04 通知1 提出 期限2025-03-11 于2025-03-10"]) {
        try $0.firm(highRisk: true)
        try $0.firm(0, "高危", .bool(false), from: "2025-03-04")
        $0.event(.left(Town.highRisk))
      },
      Story("届满：当天", asOf: "2025-03-10", ["2025-03-04 通知1 提出 期限2025-03-11 于2025-03-10"]) {
        try $0.firm(started: "2025-03-04")
        $0.event(.expired(EventTimeTests.started, before: nil))
      },
      Story("届满：改了的日子不算，已过的日子不算", asOf: "2025-04-30", []) {
        try $0.firm(started: "2025-03-04")
        try $0.firm(0, "投产日期", Town.date("2025-06-04"), from: "2025-03-01")
        try $0.firm("乙厂", entered: "2025-04-01", started: "2025-03-04")
        $0.event(.expired(EventTimeTests.started, before: nil))
      },
      Story(
        "条件不清楚的待核实，不是事件", asOf: "2025-03-10", ["2025-03-04 通知1 待核实 (所依据的记录有空白)"]
      ) {
        try $0.firm(highRisk: nil, entered: "2025-03-04")
        $0.event(.added, where: Town.highRisk)
      },
      Story(
        "查清之后从那天起算", asOf: "2025-03-20", ["2025-03-04 通知1 提出 期限2025-03-19 于2025-03-20"]
      ) {
        try $0.firm(highRisk: nil, entered: "2025-03-04")
        try $0.firm(0, "高危", .bool(true), from: "2025-03-12")
        $0.event(.added, where: Town.highRisk)
      },
      Story(
        "查清了不是的撤销", asOf: "2025-03-20", ["2025-03-04 通知1 撤销 (依据的事实已更正)"]
      ) {
        try $0.firm(highRisk: nil, entered: "2025-03-04")
        try $0.firm(0, "高危", .bool(false), from: "2025-03-12")
        $0.event(.added, where: Town.highRisk)
      },
      Story(
        "须：发生之前的不算，之后的算", asOf: "2025-04-01",
        ["2025-03-04 1 补做 期限2025-03-14 于2025-03-20"]
      ) {
        try $0.firm(entered: "2025-03-04")
        try $0.check("2025-03-01")
        try $0.check("2025-03-20")
        $0.event(.added, .obligation(Town.task(Term(10, .calendarDay))))
      },
      Story(
        "检查：当日的成员", asOf: "2025-03-10",
        ["2025-03-04 1 完成 期限2025-03-07 于2025-03-06", "2025-03-04 1 逾期 期限2025-03-07"]
      ) {
        try $0.firm(highRisk: true)
        try $0.firm("乙厂", highRisk: true)
        try $0.firm("丙厂", highRisk: false)
        try $0.firm(2, "高危", .bool(true), from: "2025-03-05")
        try $0.check("2025-03-06")
        try $0.hazard(found: "2025-03-04", deadline: nil)
        $0.event(
          .added, of: Town.hazards,
          .visits(
            Town.task(Term(3, .workday)),
            members: Subject(
              register: Town.firms, condition: Town.field(Town.firms, "高危", frame: 1),
              text: "企业")))
      },
    ])
  func events(_ story: Story) throws { try story.tell() }

  /// Checks of the same firm, in order; nil leaves out whether they were passed.
  static func checks(
    _ days: [(String, Bool?)], consecutive: Bool = false, window: Term? = nil,
    _ town: inout Town
  ) throws {
    try town.firm()
    for (day, valid) in days { try town.check(day, valid: valid) }
    town.event(
      .tally(
        .init(
          isConsecutive: consecutive, count: 3, window: window,
          group: Town.field(Town.checks, "企业"))), of: Town.checks, where: bad)
  }

  @Test(
    "Time 40",
    arguments: [
      Story(
        "累计3次：第三条，只此一次", asOf: "2025-06-30",
        ["2025-04-01 通知1 提出 期限2025-04-09 于2025-06-30"]
      ) {
        try EventTimeTests.checks(
          [
            ("2025-02-01", false), ("2025-03-01", false), ("2025-03-15", true),
            ("2025-04-01", false), ("2025-05-01", false),
          ], &$0)
      },
      Story("窗口之外的不计", asOf: "2025-06-30", []) {
        try EventTimeTests.checks(
          [("2025-01-05", false), ("2025-03-01", false), ("2025-04-10", false)],
          window: Term(90, .calendarDay), &$0)
      },
      Story(
        "规则以前的记录也计，以前就满了的不是事件", asOf: "2025-06-30",
        ["2025-01-10 通知1 提出 期限2025-01-17 于2025-06-30"]
      ) {
        try EventTimeTests.checks(
          [("2024-11-01", false), ("2024-12-01", false), ("2025-01-10", false)], &$0)
      },
      Story("以前就满了的不是事件", asOf: "2025-06-30", []) {
        try EventTimeTests.checks(
          [
            ("2024-10-01", false), ("2024-11-01", false), ("2024-12-01", false),
            ("2025-01-10", false),
          ], &$0)
      },
      Story(
        "连续3次：中间有别的重新数", asOf: "2025-06-30",
        ["2025-05-01 通知1 提出 期限2025-05-12 于2025-06-30"]
      ) {
        try EventTimeTests.checks(
          [
            ("2025-02-01", false), ("2025-02-15", false), ("2025-02-20", true),
            ("2025-03-01", false), ("2025-04-01", false), ("2025-05-01", false),
            ("2025-06-01", false),
          ], consecutive: true, &$0)
      },
      Story(
        "有一条不清楚的待核实", asOf: "2025-06-30",
        [
          "2025-03-01 通知1 待核实 (所依据的记录有空白)", "2025-04-01 通知1 待核实 (所依据的记录有空白)",
        ]
      ) {
        try EventTimeTests.checks(
          [
            ("2025-01-10", false), ("2025-02-01", nil), ("2025-03-01", false),
            ("2025-04-01", false),
          ], &$0)
      },
    ])
  func tallies(_ story: Story) throws { try story.tell() }

  @Test("Time 40: daily runs, one run and both evaluators agree", arguments: 0..<6 as Range<UInt64>)
  func counters(seed: UInt64) throws {
    var town = try RandomTown(seed: seed).facts()
    for (isConsecutive, window) in [(false, Term?.some(Term(2, .month))), (true, nil)] {
      town.event(
        .tally(
          .init(
            isConsecutive: isConsecutive, count: 2, window: window,
            group: Town.field(Town.checks, "企业"))), of: Town.checks,
        where: Town.field(Town.checks, "合格"))
    }
    let last = RunTimeTests.last
    #expect(town.outcomes(last) == town.reference(last))
    let daily = town.ledger(after: Town.daily("2025-03-01", last))
    let once = town.ledger(after: [last])
    #expect(daily.outcomes.map(\.key) == once.outcomes.map(\.key))
    #expect(daily.outcomes.map(\.status) == once.outcomes.map(\.status))
  }

  @Test("Time 39: a notice keeps the day of the run that issued it")
  func issued() throws {
    var town = Town()
    try town.firm(entered: "2025-03-04")
    town.event(.added)
    let ledger = town.ledger(after: ["2025-03-10", "2025-03-20"])
    #expect(ledger.outcomes.map(\.happenedOn) == [Town.day("2025-03-10").days])
  }

  @Test(
    "Time 6: the clock starts when it was entered, or with the event",
    arguments: [(false, "2025-03-27"), (true, "2025-03-11")])
  func clock(runsFromOccurrence: Bool, due: String) throws {
    var town = Town()
    try town.builder.add(
      to: "企业", ["名称": .text("甲厂"), "入库日": Town.date("2025-03-04")],
      recordedOn: Town.day("2025-03-20"))
    town.event(.added, runsFromOccurrence: runsFromOccurrence)
    #expect(town.derived("2025-03-30").map(\.due) == [Town.day(due).days])
  }
}
