import Testing

@testable import ZhibenSemantics

/// Questions as statements, and what they become.
@Suite struct QuestionTests {
  typealias Question = Case<String, [String]>

  static let shapes: [Question] = [
    Question(
      "groups, their order and a cut",
      "企业 其中 等级 = D 按 村 分组 统计 家数 = 数量()，职工 = 求和(人数) 排序 家数 降序 前 10",
      [
        "$0 它：{村：→村，家数：数，职工：数}",
        "显示 ((全部 企业#0 其中 (企业#0.等级 = D) 按 村 = 企业#0.村 分组 统计 家数 = 数量()、职工 = 求和(企业#0.人数))#$0 排序 $0.家数 降序 前 10)",
      ]),
    Question(
      "the same in English",
      "企业 where 等级 = D group by 村 aggregate 家数 = count(), 职工 = sum(人数) sort 家数 desc first 10",
      [
        "$0 它：{村：→村，家数：数，职工：数}",
        "显示 ((全部 企业#0 其中 (企业#0.等级 = D) 按 村 = 企业#0.村 分组 统计 家数 = 数量()、职工 = 求和(企业#0.人数))#$0 排序 $0.家数 降序 前 10)",
      ]),
    Question(
      "one group of all", "企业 统计 家数 = 数量()，最多 = 最大(人数)，末 = 最近()，种 = 去重数(村)",
      ["显示 (全部 企业#0 统计 家数 = 数量()、最多 = 最大(企业#0.人数)、末 = 最近()、种 = 去重数(企业#0.村))"]),
    Question(
      "conditions inside aggregates",
      "企业 按 村、等级 分组 统计 大 = 数量(高危)，均 = 平均(人数 其中 高危)，有大 = 有(高危)，皆大 = 皆(高危)，比 = 占比(高危)，重 = 数量(企业 其中 等级 = D)",
      [
        "显示 (全部 企业#0 按 村 = 企业#0.村、等级 = 企业#0.等级 分组 统计 大 = 数量( 其中 企业#0.高危)、均 = 平均(企业#0.人数 其中 企业#0.高危)、有大 = 有( 其中 企业#0.高危)、皆大 = 皆(企业#0.高危)、比 = 占比(企业#0.高危)、重 = 数量( 其中 (企业#0.等级 = D)))"
      ]),
    Question(
      "reckoning with several aggregates",
      "企业 按 村 分组 统计 人均 = 求和(产值) / 求和(人数)，说明 = \"{村.名称}共{数量()}家\"",
      [
        "$0 它：{村：→村，#1：数（元），#2：数，#3：数}",
        "显示 ((全部 企业#0 按 村 = 企业#0.村 分组 统计 #1 = 求和(企业#0.产值)、#2 = 求和(企业#0.人数)、#3 = 数量())#$0 选取 村 = $0.村、人均 = ($0.#1 ÷ $0.#2)、说明 = 文本($0.村.名称、\"共\"、$0.#3、\"家\"))",
      ]),
    Question(
      "a value of each row, then over the rows", "企业 按 村 分组 统计 户 = 求和(数量(隐患))",
      ["显示 (全部 企业#0 按 村 = 企业#0.村 分组 统计 户 = 求和(数量(隐患[企业=企业#0]#1)))"]),
    Question(
      "columns with and without names", "企业 选取 名称，隐患数 = 数量(隐患)，村.名称，隐患",
      [
        "显示 (全部 企业#0 选取 名称 = 企业#0.名称、隐患数 = 数量(隐患[企业=企业#0]#1)、村.名称 = 企业#0.村.名称、隐患 = (隐患[企业=企业#0]#1))"
      ]),
    Question(
      "columns by their path and by its end",
      "企业 按 村.名称 分组 统计 家数 = 数量() 其中 家数 > 3 排序 村.名称，名称 选取 村.名称，家数",
      [
        "$0 它：{村.名称：文本，家数：数}",
        "显示 ((全部 企业#0 按 村.名称 = 企业#0.村.名称 分组 统计 家数 = 数量())#$0 其中 ($0.家数 > 3) 排序 $0.村.名称、$0.村.名称 选取 村.名称 = $0.村.名称、家数 = $0.家数)",
      ]),
    Question("plain values", "企业.村.名称", ["显示 (全部 企业#0 取 企业#0.村.名称)"]),
  ]

  static let order: [Question] = [
    Question("two orders", "企业 排序 名称 排序 人数 降序", ["显示 (全部 企业#0 排序 企业#0.人数 降序、企业#0.名称)"]),
    Question("the smaller cut", "企业 前 10 前 3", ["显示 (全部 企业#0 前 3)"]),
    Question(
      "a cut, then its shape", "企业 前 10 按 村 分组 统计 数量()",
      ["显示 (全部 企业#0 前 10 按 村 = 企业#0.村 分组 统计 数量() = 数量())"]),
    Question(
      "a cut, then a condition", "企业 前 10 其中 高危",
      ["$0 企业：→企业", "显示 ((全部 企业#0 前 10)#$0 其中 $0.高危)"]),
    Question(
      "a cut, then an order", "企业 前 10 排序 名称",
      ["$0 企业：→企业", "显示 ((全部 企业#0 前 10)#$0 排序 $0.名称)"]),
    Question(
      "values in order", "企业.名称 排序 它 降序 前 3",
      ["显示 (全部 企业#0 排序 企业#0.名称 降序 前 3 取 企业#0.名称)"]),
    Question(
      "values of records in their order", "企业.名称 其中 高危 且 它 ≠ \"甲\" 排序 人数",
      ["显示 (全部 企业#0 其中 (企业#0.高危 且 (企业#0.名称 ≠ \"甲\")) 排序 企业#0.人数 取 企业#0.名称)"]),
    Question(
      "records behind records", "隐患.企业 其中 高危 选取 名称",
      [
        "$0 企业：→企业", "显示 ((全部 隐患#0 取 隐患#0.企业)#$0 其中 $0.高危 选取 名称 = $0.名称)",
      ]),
    Question(
      "an order, then a condition", "企业 排序 名称 其中 高危",
      ["显示 (全部 企业#0 其中 企业#0.高危 排序 企业#0.名称)"]),
  ]

  static let lists: [Question] = [
    Question(
      "aggregates over a list of records",
      "令 逾 = 隐患 其中 挂牌\n显示 数量(逾 其中 级别 = 重大)，逾 为空，首次(逾)，皆(逾，挂牌)，占比(逾，挂牌)，求和(逾.企业.人数)",
      [
        "$0 逾：→隐患 多值，$1 隐患：→隐患，$2 隐患：→隐患，$3 隐患：→隐患，$4 隐患：→隐患，$5 隐患：→隐患",
        "$0 := (全部 隐患#0 其中 隐患#0.挂牌)",
        "显示 数量($0#$1 其中 ($1.级别 = 重大))，($0 为空)，首次($0#$2)，皆($0#$3，$3.挂牌)，占比($0#$4，$4.挂牌)，求和($0#$5，$5.企业.人数)",
      ]),
    Question(
      "questions over a list of records",
      "令 逾 = 隐患 其中 挂牌\n逾 其中 企业.等级 = D 按 企业 分组 统计 数 = 数量()\n逾.编号\n逾 于 2024年",
      [
        "$0 逾：→隐患 多值，$1 隐患：→隐患，$2 隐患：→隐患，$3 隐患：→隐患", "$0 := (全部 隐患#0 其中 隐患#0.挂牌)",
        "显示 ($0#$1 其中 ($1.企业.等级 = D) 按 企业 = $1.企业 分组 统计 数 = 数量())", "显示 ($0#$2 取 $2.编号)",
        "显示 ($0#$3 其中 ($3.发现日期 介于 2024-01-01 与 2024-12-31))",
      ]),
    Question(
      "rows of a question", "令 组 = 企业 按 村 分组 统计 家数 = 数量()\n显示 求和(组.家数)，组（1）.村.名称，数量(组 其中 家数 > 3)",
      [
        "$0 组：{村：→村，家数：数} 多值，$1 它：{村：→村，家数：数}，$2 它：{村：→村，家数：数}",
        "$0 := (全部 企业#0 按 村 = 企业#0.村 分组 统计 家数 = 数量())",
        "显示 求和($0#$1，$1.家数)，$0(1).村.名称，数量($0#$2 其中 ($2.家数 > 3))",
      ]),
    Question(
      "plain values", "令 单 = {3、1、2} 其中 它 > 1\n显示 求和(单)，最大(单 其中 它 < 3)",
      [
        "$0 它：数，$1 单：数 多值，$2 它：数，$3 它：数", "$1 := ({3、1、2}#$0 其中 ($0 > 1))",
        "显示 求和($1#$2，$2)，最大($1#$3 其中 ($3 < 3)，$3)",
      ]),
    Question(
      "sets of records", "(企业 其中 高危) 并 (企业 其中 等级 = D)\n企业 除 高危企业 选取 名称",
      [
        "显示 (全部 企业#0 其中 (企业#0.高危 或 (企业#0.等级 = D)))",
        "显示 (全部 企业#0 其中 非 企业#0 在 高危企业 选取 名称 = 企业#0.名称)",
      ]),
    Question(
      "sets of lists", "令 甲 = {1、2}\n显示 甲 并 {3}",
      ["$0 甲：数 多值，$1 它：数，$2 它：数", "$0 := {1、2}", "显示 ($0 并 {3})"]),
    Question(
      "a run", "显示 连续(检查, 类别 = 执法)，连续({1、2}, 它 > 1)",
      [
        "$0 它：数",
        "显示 longestRun((全部 检查#0 排序 检查#0.日期 取 (检查#0.类别 = 执法)))，longestRun(({1、2}#$0 取 ($0 > 1)))",
      ]),
    Question("values of a collection", "中位数(企业.人数)", ["显示 median((全部 企业#0 取 企业#0.人数))"]),
  ]

  static let records: [Question] = [
    Question(
      "the row by its names", "企业 其中 它.高危 且 企业.高危 且 该企业.高危",
      ["显示 (全部 企业#0 其中 (企业#0.高危 且 企业#0.高危 且 企业#0.高危))"]),
    Question(
      "a question inside", "企业 其中 数量(隐患 其中 级别 = 重大) > 3 选取 名称",
      [
        "显示 (全部 企业#0 其中 (数量(隐患[企业=企业#0]#1 其中 (隐患#1.级别 = 重大)) > 3) 选取 名称 = 企业#0.名称)"
      ]),
    Question(
      "a variable inside", "对 每个 厂 于 企业 { 显示 数量(全部 隐患 其中 企业 = 厂)，厂.隐患 其中 挂牌 选取 编号 }",
      [
        "$0 厂：→企业", "对 每个 $0 于 (全部 企业#0)",
        "  显示 数量(全部 隐患#0 其中 (隐患#0.企业 = $0))，(隐患[企业=$0]#0 其中 隐患#0.挂牌 选取 编号 = 隐患#0.编号)",
      ]),
    Question(
      "within a period that is a value", "令 期 = 2024年1月 至 2024年3月\n隐患 于 期",
      [
        "$0 期：期间", "$0 := makePeriod(2024-01-01, 2024-03-31)",
        "显示 (全部 隐患 于 firstDay($0) 至 lastDay($0)#0)",
      ]),
    Question(
      "a field's history", "显示 历次 企业「甲」.等级，曾 企业「甲」.高危 于 近3年",
      [
        "显示 (历次 最近(全部 企业#0 其中 (企业#0.代码 = \"甲\")).等级)，(曾 最近(全部 企业#0 其中 (企业#0.代码 = \"甲\")).高危 于 近3年)"
      ]),
  ]

  @Test(arguments: shapes + order + lists + records)
  func questionsBecomeQueries(_ question: Question) throws {
    #expect(try Fixture.procedures(question.input) == question.expected)
  }

  static let wrong: [Case<String, [Said]>] = [
    Case("two columns of one name", "企业 选取 名称，名称", [Said("E0453", "名称")]),
    Case("a column like a key", "企业 按 村 分组 统计 村 = 数量()", [Said("E0453", "村")]),
    Case("a key of several values", "企业 按 行业 分组 统计 数量()", [Said("E0454", "行业")]),
    Case("no aggregate", "企业 按 村 分组 统计 人数", [Said("E0455", "人数")]),
    Case("a collection of each row", "企业 按 村 分组 统计 数量(隐患)", [Said("E0456", "隐患")]),
    Case(
      "misspelt column", "企业 按 村 分组 统计 家数 = 数量() 排序 加数",
      [Said("E0443", "加数", "家数")]),
    Case("field that is no column any more", "企业 选取 名称 排序 人数", [Said("E0443", "人数")]),
    Case("order of several values", "企业 排序 行业", [Said("E0452", "行业")]),
    Case("text summed", "企业 按 村 分组 统计 求和(名称)", [Said("E0401", "名称")]),
    Case("nothing summed", "企业 按 村 分组 统计 求和()", [Said("E0412", "求和")]),
    Case("sets of two kinds", "显示 {1} 并 {\"a\"}", [Said("E0426", "{1} 并 {\"a\"}")]),
    Case("latest of no records", "令 a = {1}\n最近(a)", [Said("E0415", "a")]),
    Case("run of what is no condition", "连续(检查, 日期)", [Said("E0403", "日期")]),
    Case("variable beside a field", "令 名称 = \"甲\"\n企业 排序 名称", [Said("E0306", "名称", "该企业.名称")]),
    Case("field without a record", "显示 名称", [Said("E0301", "名称")]),
  ]

  @Test(arguments: wrong)
  func questionsAreRefused(_ wrong: Case<String, [Said]>) {
    #expect(Fixture.compile(Fixture.definitions + wrong.input).said == wrong.expected)
  }
}
