import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// The figures of reports, on either evaluator.
@Suite struct FilingReaderTests {
  static let plan = """
    计划 报 { 期间 2024年1月1日 至 2025年12月31日 }
    登记 办 { 名称：文本 标识；在列：是否；设立：日期 日期 }
    登记 事 { 办：办；日：日期 日期；结：是否；数：数 }
    报送 月报 {
      依据 "一"
      各 办 其中 在列
      致 镇安委办
      每月10日前
      期间 上月
      栏目 { 事数 = 数量（事 于 本期）；未结 = 数量（事 其中 非 结）；总数 = 求和（事.数）；备注 }
      合计 事数、总数
      缺报 未知
    }
    报送 总结 {
      依据 "二"
      各 办 其中 在列
      致 镇安委办
      每年6月10日、12月10日前
      期间 按 期 { 6月10日：上年12月 至 本年5月；其他：本年6月 至 本年11月 }
      栏目 { 事数 = 数量（事 于 本期） }
    }
    报送 季报 { 依据 "三"；各 办；致 镇安委办；每季度1次；栏目 { 名称；事数 = 数量（事 于 本期） } }

    """

  /// 东 has a record in January, two in February and one with blanks; of 南 it is unknown whether it belongs.
  static func facts() throws -> (Program, Snapshot) {
    let compiled = Compiler.compile(plan: SourceFile(name: "报.plan", text: plan))
    let program = try #require(compiled.program, "\(compiled.diagnostics.ordered)")
    var builder = SnapshotBuilder(schema: program.schema)
    for (name, isListed) in [("东", true), ("西", true), ("南", nil), ("北", false)] {
      try builder.add(
        to: "办",
        [
          "名称": .text(name), "在列": isListed.map { .bool($0) },
          "设立": .date(Town.day("2020-01-01")),
        ])
    }
    func event(_ office: Int, _ day: String, isDone: Bool?, _ number: Int?) throws {
      let register = try #require(program.schema.register(named: "办"))
      try builder.add(
        to: "事",
        [
          "办": .record(register, office), "日": .date(Town.day(day)),
          "结": isDone.map { .bool($0) }, "数": number.map { .number(Rational($0)) },
        ])
    }
    try event(0, "2024-01-20", isDone: true, 3)
    try event(0, "2024-02-01", isDone: false, 4)
    try event(0, "2024-02-29", isDone: false, 5)
    try event(1, "2024-02-10", isDone: nil, nil)
    try event(1, "2024-03-02", isDone: true, 1)
    return (program, builder.snapshot())
  }

  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var rule: Int
    var asOf: String
    var due: String
    /// Span, cut-off, one line for each unit, the totals.
    var expected: [String]
  }

  static let cases: [Case] = [
    Case(
      testDescription: "the month before, as of its end: what came later does not count", rule: 0,
      asOf: "2024-03-05", due: "2024-03-10",
      expected: [
        "2024-02-01至2024-02-29 截至 2024-02-29", "东 2 2 12 未知", "西 1 未知 未知 未知", "合计 未知 未知 未知 未知",
        "不清楚 1",
      ]),
    Case(
      testDescription: "a span that is not over is read as of today", rule: 1, asOf: "2024-02-15",
      due: "2024-06-10",
      expected: ["2023-12-01至2024-05-31 截至 2024-02-15", "东 2", "西 1", "不清楚 1"]),
    Case(
      testDescription: "each due day has its span", rule: 1, asOf: "2024-12-31", due: "2024-12-10",
      expected: ["2024-06-01至2024-11-30 截至 2024-11-30", "东 0", "西 0", "不清楚 1"]),
    Case(
      testDescription: "at the end of a period it is the period; a field of the unit is a column",
      rule: 2, asOf: "2024-04-01", due: "2024-03-31",
      expected: [
        "2024-01-01至2024-03-31 截至 2024-03-31", "东 “东” 3", "西 “西” 2", "南 “南” 0", "北 “北” 0",
      ]),
    Case(
      testDescription: "on another day nothing is due", rule: 0, asOf: "2024-03-05",
      due: "2024-03-11", expected: []),
  ]

  @Test("Figures of a report", arguments: cases) func reads(_ item: Case) throws {
    let (program, snapshot) = try Self.facts()
    #expect(Self.lines(FastEvaluator.self, program, snapshot, item) == item.expected)
    #expect(Self.lines(ReferenceEvaluator.self, program, snapshot, item) == item.expected)
  }

  static func lines<E: Evaluator>(
    _ evaluator: E.Type, _ program: Program, _ snapshot: Snapshot, _ item: Case
  ) -> [String] {
    let reader = FilingReader<E>(
      rule: item.rule, program: program, snapshot: snapshot, asOf: Town.day(item.asOf),
      calendar: .china)
    guard let sheet = reader?.sheet(due: Town.day(item.due)) else { return [] }
    let words = FactWords(snapshot)
    let register = program.rules[item.rule].subjectRegister ?? RegisterID(0)
    var lines = ["\(sheet.span) 截至 \(sheet.cutOff)"]
    lines += sheet.rows.map { row in
      ([words.key(of: register, row.unit)] + row.values.map { words.words($0).zh })
        .joined(separator: " ")
    }
    if let totals = sheet.totals {
      lines.append("合计 " + totals.map { words.words($0).zh }.joined(separator: " "))
    }
    if sheet.undecided > 0 { lines.append("不清楚 \(sheet.undecided)") }
    return lines
  }

  @Test("Every due day of the plan, and the next one") func dueDays() throws {
    let (program, snapshot) = try Self.facts()
    let reader = FilingReader<FastEvaluator>(
      rule: 1, program: program, snapshot: snapshot, asOf: Town.day("2024-06-11"),
      calendar: .china)
    let days = reader?.dueDays.map { "\($0)" }
    #expect(days == ["2024-06-10", "2024-12-10", "2025-06-10", "2025-12-10"])
    #expect(reader?.nextDue == Town.day("2024-12-10"))
  }

  @Test("The key of a report is its due day (time 3)") func keys() throws {
    let (program, snapshot) = try Self.facts()
    let planner = Planner<FastEvaluator>(
      program: program, snapshot: snapshot, ledger: LedgerSnapshot(), asOf: Town.day("2024-12-31"),
      calendar: .china)
    guard case .report(let report) = program.rules[1].body else { return }
    let outcomes = planner.outcomes(of: 1, subject: 0)
    #expect(outcomes.map { "\(report.dueDay(of: $0.key))" } == ["2024-06-10", "2024-12-10"])
    #expect(outcomes.map { report.dueDay(of: $0.key).days } == outcomes.map(\.due))
  }
}
