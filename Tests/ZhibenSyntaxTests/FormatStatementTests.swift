import Testing

@testable import ZhibenSyntax

/// Statements, functions, tests, records and maps in the house style, and in the other language.
struct FormatStatementTests {
  @Test(arguments: [
    FormatRow("signs", "令 a:数=1;a:=a+1;b.c:=2", "令 a：数 = 1\na := a + 1\nb.c := 2\n"),
    FormatRow(
      "lists of phrases", "显示 甲,乙 选取 丙,丁=1;断言 a,\"b\"", "显示 甲，乙 选取 丙，丁 = 1\n断言 a，“b”\n"),
    FormatRow("calls of values", "显示 f ( 1 ) ( 2 ) , {甲,乙} (1)", "显示 f（1）（2），{甲、乙}（1）\n"),
    FormatRow(
      "one line stays one line", "若 a{显示 1}否则 若 b{跳出}否则{继续}",
      "若 a { 显示 1 } 否则 若 b { 跳出 } 否则 { 继续 }\n"),
    FormatRow(
      "one broken block breaks the others", "若 a {\n显示 1 } 否则 { 显示 2 }",
      "若 a {\n  显示 1\n} 否则 {\n  显示 2\n}\n"),
    FormatRow(
      "one block too many for the line breaks all",
      "若 主要负责人.安全培训.上次日期 < 今日 前12个月 { 显示 “培训已过期” } 否则 若 人数 > 300 { 显示 “人多” } 否则 { 返回 }",
      "若 主要负责人.安全培训.上次日期 < 今日 前12个月 {\n  显示 “培训已过期”\n} 否则 若 人数 > 300 {\n  显示 “人多”\n} 否则 {\n  返回\n}\n"
    ),
    FormatRow(
      "otherwise on its line", "若 a {\n 显示 1\n}\n否则\n{\n 显示 2\n}",
      "若 a {\n  显示 1\n} 否则 {\n  显示 2\n}\n"),
    FormatRow(
      "statements begun on the line of the brace", "循环 a { 显示 1\n 显示 2 }",
      "循环 a {\n  显示 1\n  显示 2\n}\n"),
    FormatRow("nothing inside", "对 每个 a 于 b {\n}\n函数 f() { }", "对 每个 a 于 b {}\n\n函数 f（） {}\n"),
    FormatRow(
      "functions and tests stand apart",
      "令 a = 1\n函数 f(a:数,b:企业)->数{返回 a}\n测试 \"甲\"{截至:2025-04-03;预期 f(1) 为 1}\n显示 a",
      "令 a = 1\n\n函数 f（a：数，b：企业）：数 {\n  返回 a\n}\n\n测试 “甲” {\n  截至 2025年4月3日\n  预期 f（1） 为 1\n}\n\n显示 a\n"
    ),
    FormatRow("versions", "版本:1\n显示 1", "版本 1\n显示 1\n"),
    FormatRow("records on a line", "记入 企业{名称:甲;状态:在产}", "记入 企业 { 名称：甲，状态：在产 }\n"),
    FormatRow(
      "records on several lines", "修改 企业「甲」 {\n人数:60,等级:C }",
      "修改 企业「甲」 {\n  人数：60\n  等级：C\n}\n"),
    FormatRow("maps", "显示 {\"甲\":1,\"乙\":{}}，{ }", "显示 { “甲”：1，“乙”：{} }，{}\n"),
    FormatRow("no fields", "记入 企业 { }", "记入 企业 {}\n"),
    FormatRow(
      "records that are too long",
      "记入 企业 { 名称：某某化工有限公司，地址：\"江苏省南通市如东县洋口镇某某路一百二十三号\"，主要负责人：\"张三李四\"，人数：120 }",
      "记入 企业 {\n  名称：某某化工有限公司\n  地址：“江苏省南通市如东县洋口镇某某路一百二十三号”\n  主要负责人：“张三李四”\n  人数：120\n}\n"),
    FormatRow(
      "suppositions", "假设{a.频次=每半年1次;b=3}{显示 工作量}", "假设 { a.频次 = 每半年1次；b = 3 } { 显示 工作量 }\n"),
    FormatRow(
      "empty lines", "显示 1\n\n\n\n显示 2\n若 a {\n\n显示 3\n\n\n显示 4\n\n}",
      "显示 1\n\n显示 2\n若 a {\n  显示 3\n\n  显示 4\n}\n"),
    FormatRow(
      "comments", "// 头\n若 a { // 一\n显示 1 // 二\n// 三\n} // 四\n否则 { 显示 2 }\n// 尾",
      "// 头\n若 a {  // 一\n  显示 1  // 二\n  // 三\n}  // 四\n否则 {\n  显示 2\n}\n// 尾\n"),
    FormatRow(
      "comments in records", "记入 企业 { 名称：甲 // 名\n人数：6 }",
      "记入 企业 {\n  名称：甲  // 名\n  人数：6\n}\n"),
    FormatRow(
      "values chosen by a condition", "若 a>1 则 甲 否则 乙", "若 a > 1 则 甲 否则 乙\n"),
    FormatRow("useless comparisons stay", "人数=5", "人数 = 5\n"),
  ])
  func layout(row: FormatRow) { #expect(formatted(row.before) == row.after) }

  @Test(arguments: ParserStatementTests.cases + ParserStatementTests.procedures)
  func translates(_ sample: QuestionCase) {
    for text in [formatted(sample.zh), formatted(sample.en)] {
      let english = translated(text, to: .english)
      #expect(
        Parser.parse(SourceFile(name: "甲.plan", text: english)).script.dump == sample.dump + "\n")
      let chinese = translated(english, to: .chinese)
      #expect(
        Parser.parse(SourceFile(name: "甲.plan", text: chinese)).script.dump == sample.dump + "\n")
      #expect(translated(translated(chinese, to: .english), to: .chinese) == chinese)
      for keyword in ["若", "令", "其中", "否则"] { #expect(!english.contains(keyword + " ")) }
    }
  }
}
