import Testing
import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("测试：facts, a day, and what follows")
struct TestRunnerTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var body: String
    /// What the failure says was found; nil where the test passes.
    var found: String?
    var testDescription: String { name }
    init(_ name: String, _ body: String, found: String? = nil) {
      (self.name, self.body, self.found) = (name, body, found)
    }
  }

  static let cases = [
    Case("the first rung only", Bench.facts + "预期 台阶 其中 规则 = 重大隐患逾期 为 { 提醒 }"),
    Case(
      "a rung too many", Bench.facts + "预期 台阶 其中 规则 = 重大隐患逾期 为 { 提醒、函告 }", found: "台阶「提醒」"),
    Case("no rung", Bench.facts + "预期 台阶 其中 措施 = “函告” 为空"),
    Case(
      "a rung where none is expected", Bench.facts + "预期 台阶 其中 规则 = 重大隐患逾期 为空",
      found: "台阶「提醒」"),
    Case(
      "the night between is run",
      Bench.facts + "截至 2025年4月8日\n预期 台阶 其中 规则 = 重大隐患逾期 且 状态 = 提出 为 { 提醒、函告 }"),
    Case(
      "without a night between the lower rung is passed over",
      Bench.facts.replacing("4月3日", with: "4月8日")
        + "预期 台阶 其中 规则 = 重大隐患逾期 且 状态 = 提出 为 { 函告 }"
        + "\n预期 台阶 其中 规则 = 重大隐患逾期 且 状态 = 略过 为 { 提醒 }"),
    Case(
      "what is done later the same day counts at once",
      Bench.facts + "预期 数量(台阶 其中 状态 = 提出) = 1\n修改 隐患「一号」 { 状态：已销号 }\n预期 台阶 其中 状态 = 提出 为空"),
    Case(
      "a closed record keeps what was proposed",
      Bench.facts + "截至 2025年4月4日\n修改 隐患「一号」 { 状态：已销号 }\n预期 台阶 其中 状态 = 已解除 为 { 提醒 }"),
    Case(
      "a record that is taken out has no duty from then on",
      Bench.facts + "注销 隐患「一号」\n预期 台阶 其中 状态 = 提出 为空"),
    Case(
      "an earlier day is judged with the ledger of its time",
      Bench.facts + "截至 2025年4月8日\n预期 数量(台阶) = 2\n截至 2025年4月3日\n预期 数量(台阶) = 1"),
    Case(
      "obligations by subject",
      Bench.facts + "预期 义务 其中 规则 = 带队检查 且 状态 = 逾期 为 { 甲厂 }"),
    Case(
      "obligations by record",
      Bench.facts + "预期 数量(义务 其中 规则 = 带队检查 且 企业 = 企业「甲厂」) = 2"),
    Case(
      "one done",
      Bench.facts + "记入 自查 { 企业：企业「甲厂」，日：2025年2月3日 }\n"
        + "预期 (义务 其中 规则 = 带队检查 且 状态 = 完成).发生日 为 { 2025年2月3日 }"),
    Case(
      "unknown is neither done nor overdue",
      "截至 2025年4月3日\n记入 企业 { 名称：乙厂，状态：在产 }\n"
        + "预期 待核实 其中 规则 = 带队检查 为 { 乙厂、乙厂 }\n预期 义务 其中 规则 = 带队检查 且 状态 = 逾期 为空"),
    Case(
      "a reading",
      Bench.facts.replacing("2025年4月3日", with: "2026年1月1日")
        + "预期 (读数 其中 规则 = 销号率).状态 为 { 未达 }\n预期 (读数 其中 规则 = 销号率).数值 为 { 0 }"),
    Case(
      "a violation",
      "截至 2025年7月1日\n记入 企业 { 名称：丙厂，状态：在产，等级：C，人数：101 }\n"
        + "预期 违反 其中 规则 = 不超百人 为 { 丙厂 }"),
    Case("facts alone", Bench.facts + "预期 数量(企业) = 1\n预期 (企业「甲厂」).人数 = 20"),
    Case("facts alone, wrong", Bench.facts + "预期 (企业「甲厂」).人数 = 21", found: "否"),
    Case("a record that is not there", "截至 2025年4月3日\n预期 (企业「无」).人数 = 21", found: "未知"),
    Case("nothing is carried over from one test to the next", "截至 2025年4月3日\n预期 企业 为空"),
    Case(
      "a supposed cadence",
      Bench.facts + "假设 { 带队检查.频次 = 每年至少1次 } { 预期 数量(义务 其中 规则 = 带队检查) = 1 }\n"
        + "预期 数量(义务 其中 规则 = 带队检查) = 2"),
    Case(
      "a supposed parameter reaches classes and rules",
      Bench.facts
        + """
        预期 数量(义务 其中 规则 = 全员排查) = 1
        假设 { 规模线 = 10 } {
          预期 数量(企业 其中 规模类 = 大) = 1
          预期 数量(义务 其中 规则 = 全员排查) = 4
          假设 { 规模线 = 200 } {
            预期 数量(义务 其中 规则 = 全员排查) = 1
          }
        }
        预期 数量(企业 其中 规模类 = 大) = 0
        """),
    Case(
      "a parameter whose supposed value only the run knows reaches rules",
      Bench.facts
        + "令 线 = 最大(企业.人数)\n假设 { 规模线 = 线 } { 预期 数量(义务 其中 规则 = 全员排查) = 4 }"),
  ]

  @Test(arguments: cases) func verdicts(_ story: Case) throws {
    let result = try Bench.run(story.body)
    let found = result.failure?.failure.arguments["found"]?.zh
    #expect(found == story.found)
    #expect(result.passed == (story.found == nil))
  }

  @Test("A supposed parameter reaches functions, and those that they call")
  func supposedInFunctions() throws {
    let program = try Bench.program(
      """
      函数 大小(人数：数)：文本 { 若 人数 ≥ 规模线 { 返回 "大" }；返回 说法("小") }
      函数 说法(词：文本)：文本 { 若 规模线 > 100 { 返回 词 + "型" }；返回 词 }
      函数 试算()：文本 { 假设 { 规模线 = 300 } { 返回 说法("小") } }
      测试 "试" {
        截至 2025年4月3日
        预期 大小(20) 为 "小"
        假设 { 规模线 = 10 } { 预期 大小(20) 为 "大" }
        假设 { 规模线 = 200 } { 预期 大小(20) 为 "小型" }
        预期 大小(20) 为 "小"
        预期 试算() 为 "小型"
      }
      """)
    let test = try #require(program.tests.first)
    let result = TestRunner(program: program, calendar: .china).run(test)
    #expect(result.failure?.failure.arguments["found"]?.zh == nil)
    #expect(result.passed)
  }

  @Test("A failure names the line, lists the outcomes and explains the nearest")
  func failure() throws {
    let result = try Bench.run(Bench.facts + "预期 台阶 其中 规则 = 重大隐患逾期 为 { 函告 }")
    let failure = try #require(result.failure)
    #expect(failure.found.map(\.zh) == ["重大隐患逾期 隐患「一号」 提醒 期限 2025-04-01 提出"])
    #expect(failure.found.map(\.en) == ["重大隐患逾期, 隐患「一号」, 提醒, due 2025-04-01, proposed"])
    #expect(failure.reasons.count == 1)
    #expect(failure.failure.code == "E0809")
  }

  @Test("Where nothing followed, the failure says why the subject is none")
  func absence() throws {
    let result = try Bench.run(
      Bench.facts.replacing("重大", with: "一般") + "预期 台阶 其中 规则 = 重大隐患逾期 为 { 提醒 }")
    let failure = try #require(result.failure)
    #expect(failure.found.isEmpty)
    #expect(failure.reasons.first?.outcome == nil)
    #expect(failure.reasons.count == 1)
  }

  @Test(
    "Only the rules that a test names are planned",
    arguments: [
      ("预期 台阶 其中 规则 = 重大隐患逾期 为空", ["重大隐患逾期"]),
      ("预期 义务 其中 规则 属于 { 带队检查、全员排查 } 且 状态 = 逾期 为空", ["带队检查", "全员排查"]),
      ("预期 义务 其中 状态 = 逾期 为空", ["带队检查", "全员排查", "重大隐患逾期", "不超百人", "销号率"]),
      ("预期 企业 为空", []),
    ])
  func asked(_ body: String, _ rules: [String]) throws {
    let program = try Bench.program("测试 \"试\" {\n截至 2025年4月3日\n\(body)\n}\n")
    let test = try #require(program.tests.first)
    #expect(program.rulesAsked(by: test).sorted().map { program.rules[$0].name } == rules)
  }

  @Test("Tracing judges by the reference evaluator and gives the same verdicts", arguments: cases)
  func traced(_ story: Case) throws {
    let result = try Bench.run(story.body, traces: true)
    #expect(result.passed == (story.found == nil))
    #expect(result.trace != nil)
  }
}
