import Testing

@testable import ZhibenSyntax

/// Literate files: only the plan fences are formatted, everything else keeps its bytes.
struct FormatLiterateTests {
  @Test(arguments: [
    FormatRow(
      "one fence", "# 甲  \n\n正文，带 “引号” , 和  空格\n\n```plan\n引用  乙;引用 丙\n\n```\n尾  \n",
      "# 甲  \n\n正文，带 “引号” , 和  空格\n\n```plan\n引用 乙\n引用 丙\n```\n尾  \n"),
    FormatRow("no fence", kept: "# 甲\n\n引用  乙 // 丙\n"),
    FormatRow("other fences", kept: "```swift\nlet  a=1 // b\n```\n\n~~~\n引用  乙\n~~~\n"),
    FormatRow("the Chinese word", "~~~~ 计划\n引用  乙\n~~~~\n", "~~~~ 计划\n引用 乙\n~~~~\n"),
    FormatRow(
      "comments stay in their fence",
      "```plan\n// 一\n引用  乙//二\n// 三\n```\n// 正文\n```plan\n//四\n```\n",
      "```plan\n// 一\n引用 乙  //二\n// 三\n```\n// 正文\n```plan\n//四\n```\n"),
    FormatRow(
      "fences of list items keep their indentation",
      "- 甲\n\n  ```plan\n  职责 乙 {\n  频次 每月1次\n\n  由 丙 }\n  ```\n",
      "- 甲\n\n  ```plan\n  职责 乙 {\n    频次 每月1次\n\n    由 丙\n  }\n  ```\n"),
    FormatRow("an empty fence", "```plan\n\n\n```\n", "```plan\n```\n"),
    FormatRow("front matter", kept: "---\n引用:  x\n---\n\n```plan\n引用 乙\n```\n"),
    FormatRow(
      "byte order mark and no last newline", "\u{FEFF}甲\n```plan\n引用  乙\n```",
      "\u{FEFF}甲\n```plan\n引用 乙\n```"),
    FormatRow(
      "line ends of Windows", "甲\r\n```plan\r\n引用  乙\r\n```\r\n", "甲\r\n```plan\r\n引用 乙\r\n```\r\n"),
  ])
  func fences(row: FormatRow) {
    #expect(formatted(row.before, as: "甲.md", countsComments: false) == row.after)
  }

  @Test func fencesAreTranslated() {
    let text = "# 依据\n\n```plan\n范围 甲 = 企业 其中 乙 // 其中\n```\n"
    #expect(
      translated(text, to: .english, as: "甲.md")
        == "# 依据\n\n```plan\nscope 甲 = 企业 where 乙  // 其中\n```\n")
  }

  @Test(arguments: [
    ("```plan\n引用  甲\n", SyntaxIssueKind.unclosedFence),
    ("```plan\n范围  甲 = = 乙\n```\n", .unexpected),
  ])
  func brokenFilesStay(text: String, kind: SyntaxIssueKind) {
    let result = ScriptFormatter.format(SourceFile(name: "甲.md", text: text))
    #expect(!result.changed && result.text == text)
    #expect(result.issues.map(\.kind) == [kind])
  }

  @Test func proseThatIsNoTextIsLeftAlone() {
    let bytes = Array("甲".utf8) + [0xFF, 0x0A] + Array("```plan\n引用  乙\n```\n".utf8)
    let result = ScriptFormatter.format(SourceFile(name: "甲.md", bytes: bytes))
    #expect(!result.changed)
    #expect(result.issues == [SyntaxIssue(.invalidUTF8, Span(3, 4))])
  }
}
