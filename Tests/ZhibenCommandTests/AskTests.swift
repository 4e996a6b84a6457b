import Foundation
import SmallTown
import Testing

/// 问
@Suite struct AskTests {
  struct Case: CustomTestStringConvertible, Sendable {
    var question: String
    var rows: [String]
    var undecided = 0
    var testDescription: String { question }
  }

  static let cases: [Case] = [
    Case(question: "企业", rows: ["企业", "甲木业有限公司", "乙化工有限公司", "丙机械厂"]),
    Case(question: "企业 其中 高危 选取 名称，代码", rows: ["名称,代码", "乙化工有限公司,B2"], undecided: 1),
    Case(
      question: "高危企业 选取 名称，数量（该企业.自查）", rows: ["名称,数量（该企业.自查）", "乙化工有限公司,2"],
      undecided: 1),
    Case(
      question: "自查 按 企业 分组 统计 次数 = 数量() 排序 次数 降序",
      rows: ["企业,次数", "乙化工有限公司,2", "甲木业有限公司,1"]),
    Case(
      question: "隐患 其中 整改期限 < 今日 按 级别 分组 统计 件数 = 数量()",
      rows: ["级别,件数", "重大,1", "一般,1", ",1"]),
    Case(
      question: "隐患 选取 编号，今日 − 整改期限 排序 编号 降序 前 2", rows: ["编号,今日 − 整改期限", "H3,15", "H2,15"]),
    Case(
      question: "企业 其中 无（该企业.自查 于 近3个月） 选取 名称", rows: ["名称", "丙机械厂"]),
    Case(question: "企业.名称", rows: ["企业.名称", "甲木业有限公司", "乙化工有限公司", "丙机械厂"]),
    Case(question: "1 + 2 × 3", rows: ["1 + 2 × 3", "7"]),
    Case(
      question: "企业 其中 名称 = \"'; DROP TABLE enterprise; --\"", rows: ["企业"]),
  ]

  @Test(arguments: cases) func questionsAreAnswered(_ row: Case) throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("ask", row.question, "--format", "csv")
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.output.components(separatedBy: "\r\n").dropLast() == row.rows[...])
    #expect(answer.talk.contains("另有 \(row.undecided) 条") == (row.undecided > 0))
  }

  @Test func aTableKeepsItsColumnsUnderEachOther() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("查询", "企业 选取 名称，数量（该企业.自查）")
    #expect(
      answer.output == """
        名称            数量（该企业.自查）
        --------------  -------------------
        甲木业有限公司                    1
        乙化工有限公司                    2
        丙机械厂                          0

        """)
    #expect(answer.talk == "3 行\n")
  }

  @Test func documentsAreForPrograms() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("问", "隐患 选取 编号，级别，整改期限 前 1", "--格式", "数据")
    #expect(
      answer.output == """
        {"schema":"zhiben.answer/1","question":"隐患 选取 编号，级别，整改期限 前 1",\
        "columns":["编号","级别","整改期限"],"rows":[["H1","重大","2025-03-31"]],"undecided":0}

        """)
    let page = try desk.town("ask", "企业 选取 代码 前 1", "--format", "md")
    #expect(page.output == "| 代码 |\n| --- |\n| A1 |\n")
  }

  @Test func aQuestionTellsWhereItWasAnswered() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town(
      "ask", "企业 其中 高危 且 工作日数（入库日，今日）> 10 选取 名称", "--explain")
    #expect(answer.output.contains("乙化工有限公司"))
    #expect(answer.talk.contains("条件 高危  → 数据库"))
    #expect(answer.talk.contains("内存 [library-function]"))
    #expect(answer.talk.contains("SQL: SELECT"))
  }

  @Test func linesAreForProgramsThatReadAsTheyCome() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("ask", "企业 其中 高危 选取 代码，高危", "--format", "jsonl")
    #expect(
      answer.output == """
        {"type":"table","schema":"zhiben.answer/1","question":"企业 其中 高危 选取 代码，高危","columns":["代码","高危"]}
        {"type":"row","values":["B2",true]}
        {"type":"end","rows":1,"undecided":1}

        """)
    #expect(answer.talk.isEmpty)
  }

  @Test func anExpressionNeedsNothing() throws {
    let desk = try Desk()
    for command in ["算", "ask", "问"] {
      let answer = try desk.zhiben(command, "1/3 + 1/6", "--format", "tsv")
      #expect(answer.status == 0 && answer.output == "1/3 + 1/6\n0.5\n", "\(answer)")
    }
    // The standard registers are there to be asked.
    let answer = try desk.zhiben(
      "算", "数量（企业）", "--format", "tsv",
      environment: ["ZHIBEN_LIBRARY": Desk.project.appendingPathComponent("Scripts").path])
    #expect(answer.output == "数量（企业）\n0\n", "\(answer)")
  }

  @Test(arguments: [
    (["算"], 64, "缺少 问句"), (["算", "小镇.plan"], 64, "缺少 问句"),
    (["算", "小镇.plan", "1", "2"], 64, "多了一个参数 2"),
    (["算", "1 +"], 1, "问句:1:"),
  ])
  func halfAQuestionIsRefused(_ arguments: [String], _ status: Int32, _ sentence: String) throws {
    let answer = try Desk.withSmallTown().run("zhiben", arguments)
    #expect(answer.status == status && answer.talk.contains(sentence), "\(answer)")
  }

  @Test func mistakesAreShownInTheQuestion() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("ask", "企业 其中 没有此栏")
    #expect(answer.status == 1)
    #expect(answer.talk.contains("E0302") && answer.talk.contains("问句:1:7"))
  }

  @Test func nothingIsWritten() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("ask", "记入 企业 { 代码：\"D4\"，名称：\"丁厂\" }\n显示 数量（企业）")
    #expect(answer.status == 0 && answer.output.contains("4"), "\(answer)")
    #expect(try desk.town("ask", "数量（企业）").output.contains("3"))
  }

  /// Numerals are numbers, unless something is called so.
  @Test(arguments: [
    ("一百零五 + 1", "106"), ("两 × 三", "6"), ("企业 其中 从业人数 > 三百 统计 数 = 数量()", "0"),
    ("三百以上", ""), ("「一百」", ""), ("一百五", ""),
  ])
  func numeralsAreNumbers(_ question: String, _ expected: String) throws {
    let desk = try Desk()
    try desk.zhiben("store", "init", "空.db")
    let answer = try desk.run(
      "zhiben", ["ask", question, "--format", "csv"],
      ["ZHIBEN_LIBRARY": Desk.project.appendingPathComponent("Scripts").path])
    #expect((answer.status == 0) == !expected.isEmpty, "\(answer)")
    #expect(expected.isEmpty || answer.output.hasSuffix(expected + "\r\n"), "\(answer)")
  }

  /// Workdays of years without a notice are provisional, and that is said beside the answer.
  @Test(arguments: [
    ("2099年10月1日 + 5工作日", "2025-04-15", true), ("今日 + 5工作日", "2099-04-15", true),
    ("2025年10月1日 + 5工作日", "2025-04-15", false), ("2099年10月1日 + 5天", "2025-04-15", false),
    ("1 + 1", "2099-04-15", false),
  ])
  func provisionalWorkdaysAreSaid(_ question: String, _ day: String, _ isSaid: Bool) throws {
    let answer = try Desk().zhiben("ask", question, "--as-of", day)
    #expect(answer.status == 0 && answer.talk.contains("暂按周末") == isSaid, "\(answer)")
  }
}
