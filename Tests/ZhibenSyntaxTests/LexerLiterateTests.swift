import Testing

@testable import ZhibenSyntax

/// Plan fences and headings of Markdown documents.
struct LexerLiterateTests {
  private func fenced(_ text: String) -> String { sketch(text, name: "方案.md") }

  @Test(arguments: [
    ("文\n```plan\n甲\n```\n文", "甲 <fence>"), ("~~~计划\n甲\n~~~", "甲 <fence>"),
    ("```plan\n甲\n```\n```plan\n乙\n```", "甲 <fence> 乙 <fence>"),
    ("````plan\n甲\n````\n", "甲 <fence>"), ("```plan\n甲\n`````\n", "甲 <fence>"),
    ("```swift\n甲\n```\n", ""), ("```\n甲\n```\n", ""), ("``plan\n甲\n``\n", ""),
    ("   ```plan\n   甲\n   ```", "甲 <fence>"), ("    ```plan\n甲\n", ""),
    ("1. 项\n\n   ```plan\n   甲\n   ```", "甲 <fence>"),
    ("- 项\n\n     ```plan\n     甲\n     ```", "甲 <fence>"),
    ("- ```plan\n  甲\n  ```", "甲 <fence>"), ("```plan 注\n甲\n```", "甲 <fence>"),
    ("```plan\r\n甲\r\n```\r\n", "甲 <fence>"),
    ("```planet\n甲\n```", ""), ("<!--\n```plan\n甲\n```\n-->", ""),
    ("---\n题: 甲\n---\n```plan\n甲\n```", "甲 <fence>"),
    ("~~~md\n```plan\n甲\n```\n~~~\n", ""), ("```plan\n甲；\n\n```\n", "甲 <fence>"),
    ("```plan\n甲 =\n```\n```plan\n乙\n```", "甲 = <fence> 乙 <fence>"),
    ("```plan\n甲（乙\n```\n```plan\n丙\n丁\n```", "甲 ( 乙 <fence> 丙 ; 丁 <fence>"),
  ])
  func fences(text: String, expected: String) {
    #expect(fenced(text) == expected)
    let source = SourceFile(name: "方案.md", text: text)
    #expect(tiles(Lexer.lex(source), source.bytes.count))
  }

  @Test(
    "Only Markdown files are literate",
    arguments: [
      ("a.md", true), ("a.markdown", true), ("A.MD", true), ("a.plan", false), ("md", false),
      ("", false),
    ])
  func names(name: String, expected: Bool) {
    #expect(SourceFile(name: name, text: "").isLiterate == expected)
  }

  @Test(
    "A fence that is never closed ends at a heading or at the next opener",
    arguments: [
      ("```plan\n甲\n## 二\n文\n", "甲 <fence>"),
      ("```plan\n甲\n\n```plan\n乙\n```\n", "甲 <fence> 乙 <fence>"),
      ("```plan\n甲\n", "甲 <fence>"), ("```swift\n甲\n", ""),
    ])
  func unclosed(text: String, expected: String) {
    #expect(fenced(text) == expected)
    let source = SourceFile(name: "方案.md", text: text)
    let result = Lexer.lex(source)
    #expect(result.issues.map(\.kind) == [.unclosedFence])
    #expect(result.issues.first?.span == Span(0, 3))
    #expect(tiles(result, source.bytes.count))
  }

  @Test("A single # in a fence is a comment of another habit, no heading")
  func hash() {
    let result = lexed("```plan\n# 注\n甲\n```\n", name: "方案.md")
    #expect(result.issues.map(\.kind) == [.hashComment])
    #expect(result.headings.isEmpty)
  }

  @Test("Prose is not checked for what code must not hold")
  func prose() {
    #expect(lexed("[甲]‘乙’ \u{200B} == \"", name: "方案.md").issues.isEmpty)
  }

  @Test(arguments: [
    ("# 甲", ["1 甲"]), ("## 甲 ##", ["2 甲"]), ("#甲", []), ("####### 甲", []), ("甲\n===", ["1 甲"]),
    ("甲\n---\n", ["2 甲"]), ("\n---\n", []), ("一、总体要求", ["7 一、总体要求"]), ("（一）目标。各村要落实。", ["8 （一）目标"]),
    ("(二)任务", ["8 (二)任务"]), ("1.加强领导。文", ["9 1.加强领导"]), ("1、加强领导", ["9 1、加强领导"]),
    ("（1）排查", ["10 （1）排查"]),
    ("1.5倍以上", []), ("```\n# 甲\n```", []), ("```plan\n一、甲\n```", []), ("    # 甲", []),
    ("十二、附则", ["7 十二、附则"]),
    ("---\n# 甲\n---\n# 乙", ["1 乙"]),
  ])
  func headings(text: String, expected: [String]) {
    #expect(lexed(text, name: "方案.md").headings.map { "\($0.level) \($0.title)" } == expected)
  }

  @Test("The path to a rule goes through every level that is open over it")
  func paths() throws {
    let text = """
      # 方案
      ## 二
      （一）甲。文
      1.子
      ```plan
      规则一
      ```
      （二）乙
      ```plan
      规则二
      ```
      ## 三
      ```plan
      规则三
      ```
      """
    let source = SourceFile(name: "方案.md", text: text)
    let result = Lexer.lex(source)
    let paths = result.tokens.filter { $0.text.hasPrefix("规则") }.map { token in
      result.headingPath(at: token.span.start).map(\.title).joined(separator: "/")
    }
    #expect(paths == ["方案/二/（一）甲/1.子", "方案/二/（二）乙", "方案/三"])
    #expect(result.headingPath(at: 0).map(\.title) == ["方案"])
    #expect(lexed("甲").headingPath(at: 0).isEmpty)
  }
}
