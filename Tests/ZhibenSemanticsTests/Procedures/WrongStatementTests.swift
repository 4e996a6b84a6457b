import Testing
import ZhibenDiagnostics

@testable import ZhibenSemantics

/// Statements and functions that are refused, with what each message underlines and the first fix it offers.
@Suite struct WrongStatementTests {
  typealias Wrong = Case<String, [Said]>

  static let variables: [Wrong] = [
    Wrong("name of a register", "令 企业 = 3", [Said("E0430", "企业", "这企业")]),
    Wrong("name of a scope", "对 每个 高危企业 于 企业 { }", [Said("E0430", "高危企业", "这高危企业")]),
    Wrong("name of a parameter", "令 上限人数 = 3", [Said("E0430", "上限人数", "这上限人数")]),
    Wrong("name of a host's function", "令 天气 = 3", [Said("E0430", "天气", "这天气")]),
    Wrong("word of the language", "令 今日 = 3", [Said("E0430", "今日", "这今日")]),
    Wrong("introduced twice", "令 a = 1\n令 a = 2", [Said("E0431", "a", "这a")]),
    Wrong("introduced inside again", "令 a = 1\n若 a = 1 { 令 a = 2 }", [Said("E0432", "a", "这a")]),
    Wrong("out of reach", "若 今日 > 2024年5月1日 { 令 甲数 = 1 }\n显示 甲数", [Said("E0301", "甲数")]),
    Wrong("misspelt", "令 合计 = 1\n显示 和计", [Said("E0301", "和计", "合计")]),
    Wrong("assigned, never introduced", "合计 := 1", [Said("E0433", "合计", "令 ")]),
    Wrong("misspelt and assigned", "令 合计 = 1\n合记 := 1", [Said("E0433", "合记", "合计")]),
    Wrong("a register assigned", "企业 := 1", [Said("E0433", "企业")]),
    Wrong("a field of a record assigned", "对 每个 e 于 企业 { e.人数 := 1 }", [Said("E0434", "e.人数")]),
    Wrong("another type assigned", "令 a = 1\na := \"x\"", [Said("E0401", "\"x\"")]),
    Wrong("another type declared", "令 a：文本 = 1", [Said("E0401", "1")]),
    Wrong("another unit declared", "令 a：数（人） = 5元", [Said("E0401", "5元")]),
    Wrong("unknown type", "令 a：企叶 = 1", [Said("E0316", "企叶", "企业")]),
    Wrong("list of nothing named", "令 a：列表 = {}", [Said("E0461", "列表")]),
    Wrong("list of two", "令 a：列表（数，文本） = {}", [Said("E0461", "列表")]),
    Wrong("map to nothing named", "令 a：映射（文本） = {}", [Said("E0461", "映射")]),
    Wrong("unknown type inside", "令 a：映射（文本，列表（企叶）） = {}", [Said("E0316", "企叶", "企业")]),
    Wrong("a type with what it is not made of", "令 a：文本（数） = \"\"", [Said("E0326", "数")]),
    Wrong("a register with what it is not made of", "令 a：企业（数） = 本企业", [Said("E0326", "数")]),
    Wrong("another map declared", "令 a：映射（文本，数） = {\"x\"：\"y\"}", [Said("E0446", "\"y\"")]),
    Wrong("a bare value", "令 x = 重大", [Said("E0413", "重大", "隐患级别.重大")]),
    Wrong("one mistake, one message", "令 x = 没有的\n显示 x，x + 1\nx := 3", [Said("E0301", "没有的")]),
    Wrong("field and variable", "令 人数 = 3\n显示 企业 其中 人数 > 5", [Said("E0306", "人数", "该企业.人数")]),
    Wrong(
      "value and variable", "令 重大 = 隐患级别.一般\n显示 隐患 其中 级别 = 重大",
      [
        Said("E0306", "重大", "隐患级别.重大")
      ]),
    Wrong("no list", "令 a = 1\n显示 a（1）", [Said("E0435", "a")]),
    Wrong("key of another type", "令 a = {1、2}\n显示 a（\"x\"）", [Said("E0401", "\"x\"")]),
    Wrong("two keys", "令 a = {1、2}\na（1，2） := 3", [Said("E0412", "a")]),
    Wrong("no such column", "令 r = {a：1}\nr.b := 2", [Said("E0443", "b")]),
  ]

  static let flow: [Wrong] = [
    Wrong("break outside of a loop", "跳出", [Said("E0439", "跳出")]),
    Wrong(
      "break out of a projection", "循环 是 { 推演 直至 2027年1月1日 { 跳出 } }", [Said("E0439", "跳出")]),
    Wrong("return at the top", "返回 3", [Said("E0440", "返回 3")]),
    Wrong("unreachable", "循环 是 { 继续；显示 1；显示 2 }", [Said("W0437", "显示 1")]),
    Wrong("behind a loop without end", "循环 是 { }\n显示 1", [Said("W0437", "显示 1")]),
    Wrong("no condition", "循环 3 { }", [Said("E0403", "3")]),
    Wrong("nothing to go through", "对 每个 x 于 3 { 显示 x }", [Said("E0438", "3")]),
    Wrong("records as a condition", "若 企业 { }", [Said("E0427", "企业", "有(企业)")]),
    Wrong("expectation outside of tests", "预期 1 = 1", [Said("E0450", "预期 1 = 1")]),
    Wrong("day in the middle", "显示 1\n截至 2024年1月1日", [Said("E0450", "截至 2024年1月1日")]),
    Wrong(
      "day inside a branch", "若 今日 > 2024年5月1日 { 截至 2024年1月1日 }",
      [Said("E0450", "截至 2024年1月1日")]),
    Wrong("no day", "截至 3", [Said("E0401", "3")]),
  ]

  static let functions: [Wrong] = [
    Wrong("a way without return", "函数 f(x：数)：数 { 若 x > 0 { 返回 1 } }", [Said("E0436", "f")]),
    Wrong("a loop that may end", "函数 f(x：数)：数 { 循环 是 { 跳出 } }", [Said("E0436", "f")]),
    Wrong("wrong result", "函数 f(x：数)：数 { 返回 \"a\" }", [Said("E0401", "\"a\"")]),
    Wrong("no result", "函数 f(x：数)：数 { 返回 }", [Said("E0441", "返回")]),
    Wrong("a result without type", "函数 f() { 返回 3 }", [Said("E0441", "3")]),
    Wrong("too many arguments", "函数 f(x：数)：数 { 返回 x }\n显示 f(1，2)", [Said("E0412", "f")]),
    Wrong("wrong argument", "函数 f(x：数)：数 { 返回 x }\n显示 f(\"a\")", [Said("E0401", "\"a\"")]),
    Wrong("nothing as a value", "函数 f() { }\n显示 f()", [Said("E0442", "f()")]),
    Wrong("nothing bound", "函数 f() { }\n令 x = f()", [Said("E0442", "f()")]),
    Wrong(
      "records changed by a function with a result", "函数 f()：数 { 注销 隐患；返回 1 }",
      [
        Said("E0464", "隐患")
      ]),
    Wrong(
      "records changed further down",
      "函数 g() { 若 今日 > 2024年5月1日 { 记入 村 { 名称：甲 } } }\n函数 f()：数 { g()；返回 1 }\nf()",
      [Said("E0464", "g()")]),
    Wrong(
      "what is only supposed changes nothing",
      "函数 f()：数 { 假设 { 记入 村 { 名称：甲 } } { 返回 数量(村) } }\nf()",
      []),
    Wrong("named like the library", "函数 求和(x：数)：数 { 返回 x }", [Said("E0448", "求和", "我的求和")]),
    Wrong("named twice", "函数 f() { }\n函数 f() { }", [Said("E0307", "f")]),
    Wrong("named like a register", "函数 企业() { }", [Said("E0430", "企业", "算企业")]),
    Wrong("two parameters of one name", "函数 f(a：数，a：数) { }", [Said("E0431", "a", "这a")]),
    Wrong("unknown type", "函数 f(a：企叶) { }\nf(1)", [Said("E0316", "企叶", "企业")]),
    Wrong(
      "misspelt", "函数 风险分(e：企业)：数 { 返回 1 }\n显示 风险份(企业「甲」)",
      [
        Said("E0312", "风险份", "风险分")
      ]),
    Wrong("misspelt function of the host", "显示 天汽(今日)", [Said("E0312", "天汽", "天气")]),
    Wrong("variables of the script", "令 总数 = 1\n函数 f()：数 { 返回 总数 }", [Said("E0301", "总数")]),
    Wrong(
      "called in a rule", "函数 f(e：企业)：是否 { 返回 是 }\n范围 甲 = 企业 其中 f(企业)",
      [
        Said("E0449", "f(企业)")
      ]),
  ]

  static let records: [Wrong] = [
    Wrong("required fields", "记入 企业 { 名称：甲 }", [Said("E0458", "企业")]),
    Wrong("required fields in a test", "测试 \"一\" { 记入 企业 { 名称：甲 } }", [Said("W0457", "企业")]),
    Wrong("unknown register", "记入 企叶 { 名称：甲 }", [Said("E0303", "企叶", "企业")]),
    Wrong("unknown field", "记入 村 { 名称：甲，名秤：乙 }", [Said("E0302", "名秤", "名称")]),
    Wrong("field twice", "记入 村 { 名称：甲，名称：乙 }", [Said("E0307", "名称")]),
    Wrong("wrong type", "记入 企业 { 代码：甲，人数：多 }", [Said("E0301", "多")]),
    Wrong("wrong value", "记入 企业 { 代码：甲，状态：在厂 }", [Said("E0304", "在厂", "在产")]),
    Wrong("a slip of a variable", "令 甲厂名 = \"a\"\n记入 村 { 名称：甲厂明 }", [Said("E0301", "甲厂明", "甲厂名")]),
    Wrong("a bare key", "记入 村 { 名称：东村 }\n修改 企业「甲」 { 村：东村 }", [Said("E0301", "东村", "村「东村」")]),
    Wrong("key changed", "修改 企业「甲」 { 代码：乙 }", [Said("E0459", "{ 代码：乙 }")]),
    Wrong("no record", "注销 3", [Said("E0404", "3")]),
    Wrong("unknown parameter", "假设 { 不存在 = 1 } { }", [Said("E0462", "不存在")]),
    Wrong("unknown rule", "假设 { 年渡执法.频次 = 每年1次 } { }", [Said("E0305", "年渡执法", "年度执法")]),
    Wrong("another clause", "假设 { 年度执法.上限 = 每年1次 } { }", [Said("E0462", "年度执法.上限")]),
    Wrong("wrong unit", "假设 { 上限人数 = 5元 } { }", [Said("E0401", "5元")]),
    Wrong(
      "a scope that rests on what is supposed",
      "范围 大企业 = 企业 其中 人数 > 上限人数\n令 线 = 最大(企业.人数)\n假设 { 上限人数 = 线 } { 显示 大企业；显示 大企业 }",
      [Said("W0465", "大企业")]),
    Wrong(
      "a function that rests on what is supposed",
      "函数 f()：数 { 返回 g() }\n函数 g()：数 { 返回 上限人数 }\n令 线 = 最大(企业.人数)\n假设 { 上限人数 = 线 } { 显示 f() }\n显示 g()",
      [Said("W0465", "f")]),
    Wrong("test twice", "测试 \"一\" { }\n测试 \"一\" { }", [Said("E0307", "\"一\"")]),
  ]

  @Test(arguments: variables + flow + functions + records)
  func statementsAreRefused(_ wrong: Wrong) {
    let compilation = Fixture.compile(Fixture.definitions + wrong.input)
    #expect(compilation.said == wrong.expected)
    let hasErrors = wrong.expected.contains { $0.code.hasPrefix("E") }
    #expect((compilation.program == nil) == hasErrors)
  }
}
