import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// 登记 取值 范围 划分 参数 口径 引用.
@Suite struct DefinitionTests {
  typealias Definition = Case<String, [String]>
  typealias Wrong = Case<String, [Said]>

  // MARK: - Scopes

  static let scopes: [Definition] = [
    Definition("register", "范围 甲 = 企业", ["是"]),
    Definition("filter", "范围 甲 = 企业 其中 高危", ["企业#0.高危"]),
    Definition(
      "scope of a scope", "范围 甲 = 企业 其中 高危\n范围 乙 = 甲 其中 重点企业",
      ["企业#0.高危", "(企业#0 在 甲 且 企业#0.重点企业)"]),
    Definition(
      "in any order", "范围 乙 = 甲 其中 重点企业\n范围 甲 = 企业 其中 高危",
      ["(企业#0 在 甲 且 企业#0.重点企业)", "企业#0.高危"]),
    Definition(
      "union, difference, both",
      """
      范围 甲 = 企业 其中 高危
      范围 乙 = 企业 其中 重点企业
      范围 丙 = 甲 并 乙
      范围 丁 = 甲 除 乙
      范围 戊 = 甲 交 乙
      范围 己 = 企业 其中 高危 除 乙
      """,
      [
        "企业#0.高危", "企业#0.重点企业", "(企业#0 在 甲 或 企业#0 在 乙)", "(企业#0 在 甲 且 非 企业#0 在 乙)",
        "(企业#0 在 甲 且 企业#0 在 乙)", "(企业#0.高危 且 非 企业#0 在 乙)",
      ]),
    Definition(
      "window as a condition", "范围 甲 = 隐患 于 近3年",
      ["((隐患#0.发现日期 > (今日 前 3年)) 且 (隐患#0.发现日期 ≤ 今日))"]),
    Definition(
      "scope as a condition", "范围 甲 = 企业 其中 高危\n范围 乙 = 企业 其中 甲 或 重点企业",
      ["企业#0.高危", "(企业#0 在 甲 或 企业#0.重点企业)"]),
    Definition(
      "scope of rows that refer to the subject",
      "范围 甲 = 隐患 其中 级别 = 重大\n范围 乙 = 企业 其中 有(甲 其中 挂牌)",
      [
        "(隐患#0.级别 = 重大)",
        "有(隐患[企业=企业#0]#1 其中 (隐患#1 在 甲 且 隐患#1.挂牌))",
      ]),
    Definition(
      "record in a scope", "范围 甲 = 企业 其中 高危\n范围 乙 = 隐患 其中 企业 属于 甲",
      ["企业#0.高危", "隐患#0.企业 在 甲"]),
    Definition(
      "scope behind a path", "范围 甲 = 企业 其中 高危\n范围 乙 = 隐患 其中 企业.甲",
      ["企业#0.高危", "隐患#0.企业 在 甲"]),
    Definition(
      "whole scope", "范围 甲 = 企业 其中 高危\n范围 乙 = 村 其中 数量(全部 甲) > 3",
      ["企业#0.高危", "(数量(全部 甲#1) > 3)"]),
    Definition(
      "parameter: one scope for each value",
      "范围 某级（级：等级）= 企业 其中 等级 = 级\n范围 乙 = 某级（D） 并 某级（C）\n范围 丙 = 某级（D）",
      [
        "(企业#0 在 某级（D） 或 企业#0 在 某级（C）)", "企业#0 在 某级（D）", "(企业#0.等级 = D)", "(企业#0.等级 = C)",
      ]),
    Definition(
      "several parameters, in English words",
      "scope 大厂(级: 等级, 人: number) = 企业 where 等级 = 级 and 人数 > 人\nscope 乙 = 企业 where not 大厂(A, 50)",
      ["非 企业#0 在 大厂（A，50）", "((企业#0.等级 = A) 且 (企业#0.人数 > 50))"]),
    Definition(
      "parameter: values by name, in any order",
      "范围 乙 = 大厂（线） 其中 高危\n参数 线 = 300 { 文件未规定 }\n范围 大厂（人：数）= 企业 其中 人数 ≥ 人",
      ["(企业#0 在 大厂（300） 且 企业#0.高危)", "(企业#0.人数 ≥ 300)"]),
    Definition(
      "parameter: as rows, and of a path",
      "范围 大厂（人：数）= 企业 其中 人数 ≥ 人\n范围 乙 = 村 其中 数量(全部 大厂（9）) > 3\n范围 丙 = 隐患 其中 企业 属于 大厂（9）",
      ["(数量(全部 大厂（9）#1) > 3)", "隐患#0.企业 在 大厂（9）", "(企业#0.人数 ≥ 9)"]),
    Definition("parameter: named nowhere", "范围 大厂（人：数）= 企业 其中 人数 ≥ 人", []),
  ]

  @Test(arguments: scopes)
  func scopesBecomePredicates(_ definition: Definition) throws {
    let program = try Fixture.program(definition.input)
    let printer = ProgramPrinter(program)
    #expect(program.scopes.map { printer.text($0.condition) } == definition.expected)
  }

  static let wrongScopes: [Wrong] = [
    Wrong("circle", "范围 甲 = 乙 其中 高危\n范围 乙 = 甲 其中 高危", [Said("E0308", "乙")]),
    Wrong(
      "circle through a partition",
      "范围 甲 = 企业 其中 类 = 一\n划分 类 于 甲 { 一：高危；二：其他 }", [Said("E0308", "类")]),
    Wrong("itself", "范围 甲 = 甲 其中 高危", [Said("E0308", "甲")]),
    Wrong("two of one name", "范围 甲 = 企业\n范围 甲 = 村", [Said("E0307", "甲")]),
    Wrong("name of a register", "范围 企业 = 村", [Said("E0307", "企业")]),
    Wrong("unknown register", "范围 甲 = 企也", [Said("E0303", "企也", "企业")]),
    Wrong("value of rows", "范围 甲 = 事故.死亡人数", [Said("E0404", "事故.死亡人数")]),
    Wrong(
      "no record at hand", "范围 甲 = 隐患 其中 类 = 一\n划分 类 于 企业 { 一：高危；二：其他 }",
      [Said("E0315", "类")]),
    Wrong(
      "field and scope of one name", "范围 高危 = 企业 其中 人数 > 3\n范围 乙 = 企业 其中 高危",
      [Said("E0306", "高危", "本企业.高危")]),
    Wrong(
      "an error in a scope is said once", "范围 甲 = 企业 其中 高微\n范围 乙 = 甲\n范围 丙 = 甲",
      [Said("E0302", "高微", "高危")]),
    Wrong("order in a definition", "范围 甲 = 企业 前 3", [Said("E0449", "企业 前 3")]),
    Wrong(
      "an error where nobody gives values", "范围 甲（人：数）= 企业 其中 人叔 > 人", [Said("E0302", "人叔", "人数")]),
    Wrong("parameter of no type", "范围 甲（人：树）= 企业", [Said("E0316", "树", "数")]),
    Wrong("two parameters of one name", "范围 甲（人：数，人：数）= 企业", [Said("E0307", "人")]),
    Wrong(
      "parameter named like a field", "范围 甲（人数：数）= 企业 其中 人数 > 3",
      [Said("E0306", "人数", "本企业.人数")]),
    Wrong("parameter: named in itself", "范围 甲（人：数）= 甲（3）", [Said("E0308", "甲")]),
    Wrong("parameter: too many values", "范围 甲（人：数）= 企业\n范围 乙 = 甲（1，2）", [Said("E0412", "甲")]),
    Wrong("parameter: no value", "范围 甲（人：数）= 企业\n范围 乙 = 甲", [Said("E0412", "甲")]),
    Wrong(
      "parameter: no value in a condition", "范围 甲（人：数）= 企业\n范围 乙 = 企业 其中 甲", [Said("E0412", "甲")]),
    Wrong("parameter: another type", "范围 甲（人：数）= 企业\n范围 乙 = 甲（\"x\"）", [Said("E0401", "\"x\"")]),
    Wrong(
      "parameter: a value that differs by record", "范围 甲（人：数）= 企业\n范围 乙 = 企业 其中 甲（人数）",
      [Said("E0429", "人数")]),
  ]

  @Test(arguments: wrongScopes)
  func scopesAreRefused(_ wrong: Wrong) {
    #expect(Fixture.compile(wrong.input).said == wrong.expected)
  }

  /// What is used may stand behind what uses it, however many stand between.
  @Test func chainsMayBeWrittenBackwards() {
    let chain = ["范围 甲0 = 企业"] + (1...60).map { "范围 甲\($0) = 甲\($0 - 1) 其中 高危" }
    let partitions = (1...30).map { "划分 乙\($0) 于 企业 { 依据 \"一\"；是\($0)：甲\($0)；否\($0)：其他 }" }
    let text = (partitions + chain.reversed()).joined(separator: "\n")
    #expect(Fixture.compile(text).said == [])
  }

  @Test(arguments: [2, 3, 20, 500])
  func ringsOfScopesAreRefused(_ count: Int) {
    let lines = (0..<count).map { "范围 甲\($0) = 甲\(($0 + 1) % count) 其中 高危" }
    let said = Fixture.compile(lines.joined(separator: "\n")).said
    #expect(said.map(\.code) == [count > 60 ? "E0320" : "E0308"])
  }

  /// The hundred messages that are read say what was meant; the others say what is wrong.
  @Test func adviceIsForThoseWhoReadIt() {
    let slips = (0x5000..<0x5000 + 300).compactMap { Unicode.Scalar(UInt32($0)) }
    let lines = slips.enumerated().map { "范围 甲\($0) = 企业 其中 主要负责\($1) 为空" }
    let said = Fixture.compile(lines.joined(separator: "\n")).diagnostics.ordered
    #expect(said.count == 300)
    #expect(said.allSatisfy { $0.code == "E0302" })
    #expect(said.enumerated().allSatisfy { ($0 < 100) == !$1.fixes.isEmpty })
  }

  /// A long chain in reading order is no deep recursion for the checker, but would be one for whoever judges it.
  @Test(arguments: [false, true])
  func chainsOfScopesAreBounded(_ isReversed: Bool) {
    var lines = ["范围 甲0 = 企业"] + (1...5000).map { "范围 甲\($0) = 甲\($0 - 1) 其中 高危" }
    if isReversed { lines.reverse() }
    let said = Fixture.compile(lines.joined(separator: "\n")).said
    #expect(!said.isEmpty && said.allSatisfy { $0.code == "E0320" })
  }

  // MARK: - Partitions

  @Test func aPartitionIsAListOfClasses() throws {
    let program = try Fixture.program(
      """
      范围 在册 = 企业 其中 状态 ≠ 已销号
      划分 类别 于 在册 { 依据 "一"；重点：重点企业 或 有(事故 于 近3年)；小：人数 < 20；一般：其他 }
      范围 甲 = 企业 其中 类别 = 重点
      范围 乙 = 隐患 其中 企业.类别 属于 {重点、小}
      """)
    let printer = ProgramPrinter(program)
    let partition = try #require(program.partitions.first)
    #expect(program.schema[partition.classes].values == ["重点", "小", "一般"])
    #expect(printer.text(partition.domain) == "企业#0 在 在册")
    #expect(
      partition.arms.map { printer.text($0) } == [
        "(企业#0.重点企业 或 有(事故[企业=企业#0]#1 于 近3年))", "(企业#0.人数 < 20)", "是",
      ])
    #expect(
      program.scopes.dropFirst().map { printer.text($0.condition) } == [
        "(企业#0.类别 = 重点)", "(隐患#0.企业.类别 属于 {重点、小})",
      ])
  }

  static let wrongPartitions: [Wrong] = [
    Wrong("no rest", "划分 类 于 企业 { 一：高危；二：重点企业 }", [Said("E0504", "类")]),
    Wrong("arm behind the rest", "划分 类 于 企业 { 一：其他；二：高危 }", [Said("E0505", "二")]),
    Wrong("label twice", "划分 类 于 企业 { 一：高危；一：其他 }", [Said("E0307", "一")]),
    Wrong("no domain", "划分 类 { 一：高危；二：其他 }", [Said("E0501", "类")]),
    Wrong(
      "unknown class", "划分 类 于 企业 { 一：高危；二：其他 }\n范围 甲 = 企业 其中 类 = 三",
      [Said("E0304", "三")]),
    Wrong("arm that is no condition", "划分 类 于 企业 { 一：人数；二：其他 }", [Said("E0403", "人数")]),
  ]

  @Test(arguments: wrongPartitions)
  func partitionsAreRefused(_ wrong: Wrong) {
    #expect(Fixture.compile(wrong.input).said == wrong.expected)
  }

  // MARK: - Parameters and readings

  static let parameters: [Definition] = [
    Definition("number", "2", ["参数 试：数 = 2"]),
    Definition("with unit", "5万元", ["参数 试：数（元） = 50000"]),
    Definition("percent", "20%", ["参数 试：数 = 0.2"]),
    Definition("negative", "-3", ["参数 试：数 = -3"]),
    Definition("text", "\"2024版\"", ["参数 试：文本 = \"2024版\""]),
    Definition("day", "2025年6月30日", ["参数 试：日期 = 2025-06-30"]),
    Definition("term", "10个工作日", ["参数 试：时长 = 10个工作日"]),
    Definition("cadence", "每季度至少1次", ["参数 试：频次 = 每季度至少1次"]),
    Definition("value", "等级.D", ["参数 试：等级 = D"]),
  ]

  @Test(arguments: parameters)
  func parametersAreConstants(_ definition: Definition) throws {
    let program = try Fixture.program("参数 试 = \(definition.input) { 依据 \"一\" }")
    let lines = ProgramPrinter.print(program).split(separator: "\n").filter { $0.hasPrefix("参数") }
    #expect(lines.map(String.init) == definition.expected.map { $0 + " 依据 \"一\"" })
  }

  @Test func aParameterStandsWhereverALiteralMay() throws {
    let declarations = """
      参数 线 = 50人 { 文件未规定 }
      参数 同线 = 线 { 文件未规定 }
      参数 险 = 等级.D { 文件未规定 }
      """
    let condition = try Fixture.condition("人数 ≥ 同线 且 等级 = 险", before: declarations)
    #expect(condition == "((企业#0.人数 ≥ 50人) 且 (企业#0.等级 = D))")
  }

  static let wrongParameters: [Wrong] = [
    Wrong("no source", "参数 试 = 2", [Said("W0514", "试")]),
    Wrong("not constant", "参数 试 = 今日 { 文件未规定 }", [Said("E0429", "今日")]),
    Wrong("itself", "参数 试 = 试 { 文件未规定 }", [Said("E0308", "试")]),
    Wrong("bare value", "参数 试 = D { 文件未规定 }", [Said("E0413", "D", "等级.D")]),
    Wrong(
      "cadence as a value", "参数 试 = 每月1次 { 文件未规定 }\n范围 甲 = 企业 其中 人数 > 试",
      [Said("E0401", "试")]),
    Wrong("days of the week", "口径 日 = 星期日", [Said("E0304", "星期日")]),
  ]

  @Test(arguments: wrongParameters)
  func parametersAreRefused(_ wrong: Wrong) {
    #expect(Fixture.compile(wrong.input).said == wrong.expected)
  }

  // MARK: - The header

  static let headers: [Case<String, String>] = [
    Case("from day to day", "期间 2024年4月15日 至 2026年12月31日", "2024-04-15至2026-12-31"),
    Case("years", "期间 2024—2026年", "2024-01-01至2026-12-31"),
    Case("year to year", "期间 2024年 至 2026年", "2024-01-01至2026-12-31"),
    Case("months", "期间 2024年4月至12月", "2024-04-01至2024-12-31"),
    Case("one year", "期间 2025年", "2025-01-01至2025-12-31"),
  ]

  @Test(arguments: headers)
  func thePeriodIsASpanOfDays(_ header: Case<String, String>) throws {
    let program = try Fixture.program("", header: "计划 试 { \(header.input) }\n")
    #expect(program.plan.period.description == header.expected)
  }

  @Test func theHeaderKeepsItsReadings() throws {
    let header = """
      计划 试 {
        文号 "试〔2024〕1号"
        期间 2024年
        辖区 洋口镇、长沙镇
        日历 仅周末
        口径 及时 = 10个工作日
        口径 定期 = 每月至少1次
        口径 日 = 自然日
      }

      """
    let plan = try Fixture.program("", header: header).plan
    #expect(plan.name == "试" && plan.documentNumber == "试〔2024〕1号")
    #expect(plan.jurisdictions == ["洋口镇", "长沙镇"] && plan.calendar == .weekendsOnly)
    #expect(plan.readings.map(\.text) == ["10个工作日", "每月至少1次", "自然日"])
  }

  static let wrongHeaders: [Wrong] = [
    Wrong("none", "", [Said("E0520", "")]),
    Wrong("two", "计划 甲 { 期间 2024年 }\n计划 乙 { 期间 2024年 }", [Said("E0519", "乙")]),
    Wrong("no period", "计划 甲 { 文号 \"一\" }", [Said("E0501", "甲")]),
    Wrong("period that moves", "计划 甲 { 期间 本年 }", [Said("E0528", "本年")]),
    Wrong("period backward", "计划 甲 { 期间 2026年 至 2024年 }", [Said("E0525", "2026年 至 2024年")]),
    Wrong("misspelt calendar", "计划 甲 { 期间 2024年；日历 中囯 }", [Said("E0304", "中囯", "中国")]),
  ]

  @Test(arguments: wrongHeaders)
  func headersAreRefused(_ wrong: Wrong) {
    #expect(Fixture.compile("", header: wrong.input + "\n").said == wrong.expected)
  }
}
