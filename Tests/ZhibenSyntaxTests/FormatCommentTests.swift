import Testing

@testable import ZhibenSyntax

/// Comments stay where they were: at a line's end or on a line of their own.
struct FormatCommentTests {
  @Test(arguments: [
    FormatRow("alone in the file", "  // 甲  \n", "// 甲\n"),
    FormatRow("full-width slashes", "引用 甲 ／／ 注\n", "引用 甲  // 注\n"),
    FormatRow("before and behind declarations", kept: "// 一\n\n// 二\n引用 甲  // 三\n// 四\n\n// 五\n"),
    FormatRow(
      "nothing is aligned", "引用 甲       // 一\n引用 乙乙乙   // 二\n", "引用 甲  // 一\n引用 乙乙乙  // 二\n"),
    FormatRow(
      "in a body",
      "职责 甲 {// 一\n// 二\n对象 乙 // 三\n\n// 四\n频次 每月1次 // 五\n// 六\n} // 七\n",
      "职责 甲 {  // 一\n  // 二\n  对象 乙  // 三\n\n  // 四\n  频次 每月1次  // 五\n  // 六\n}  // 七\n"),
    FormatRow("in an empty body", "职责 甲 {\n// 一\n}\n", "职责 甲 {\n  // 一\n}\n"),
    FormatRow("behind an opening brace only", "职责 甲 { // 一\n}\n", "职责 甲 {  // 一\n}\n"),
    FormatRow(
      "a comment opens a list", "取值 级 { A // 一\nB }\n", "取值 级 {\n  A  // 一\n  B\n}\n"),
    FormatRow(
      "before a closing brace", "取值 级 { A；B // 一\n}\n", "取值 级 {\n  A；B  // 一\n}\n"),
    FormatRow(
      "inside a clause",
      "职责 甲 {\n  凭证 自查 其中 一 // 一\n  且 二\n  // 二\n  且 三\n}\n",
      "职责 甲 {\n  凭证 自查 其中 一  // 一\n    且 二\n    // 二\n    且 三\n}\n"),
    FormatRow(
      "inside parentheses", "范围 甲 = 乙 其中 有( // 一\n丙 // 二\n)\n",
      "范围 甲 = 乙 其中 有（  // 一\n  丙  // 二\n  ）\n"),
    FormatRow(
      "inside a set", "范围 甲 = 乙 其中 丙 属于 {一、 // 一\n二 // 二\n三}\n",
      "范围 甲 = 乙 其中 丙 属于 {一、  // 一\n  二、  // 二\n  三}\n"),
    FormatRow(
      "before a brace", "职责 甲 // 一\n{ 频次 每月1次 }\n", "职责 甲  // 一\n  {\n  频次 每月1次\n}\n"),
    FormatRow(
      "between a rung and its continuation", "督办 甲 {\n  逾期1日 提醒 // 一\n  致 乙 // 二\n}\n",
      "督办 甲 {\n  逾期1日 提醒  // 一\n    致 乙  // 二\n}\n"),
    FormatRow(
      "two on what becomes one line", "取值 级 { A // 一\n// 二\n；// 三\nB }\n",
      "取值 级 {\n  A  // 一\n  // 二\n  // 三\n  B\n}\n"),
    FormatRow(
      "behind a colon that would go", "职责 甲 {\n对象： // 一\n乙\n}\n",
      "职责 甲 {\n  对象：  // 一\n    乙\n}\n"),
    FormatRow("slashes in texts are none", kept: "职责 甲 {\n  说明 “http://甲”\n}\n"),
    FormatRow("text is left alone", kept: "引用 甲  //无空格 , ; 1000　％\n"),
  ])
  func stay(row: FormatRow) { #expect(formatted(row.before) == row.after) }
}
