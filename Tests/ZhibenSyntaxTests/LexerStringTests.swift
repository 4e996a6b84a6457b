import Testing

@testable import ZhibenSyntax

/// Strings, quoted names, titles.
struct LexerStringTests {
  /// The segments of the first token, text as it is and interpolations as `‹code›`.
  private func segments(_ text: String) -> [String] {
    let source = SourceFile(name: "甲.plan", text: text)
    return Lexer.lex(source).tokens.first?.segments.map { segment in
      switch segment {
      case .text(let text): return text
      case .interpolation(let span): return "‹\(source.text(span))›"
      }
    } ?? []
  }

  @Test(arguments: [
    ("\"甲\"", ["甲"]), ("＂甲＂", ["甲"]), ("“甲”", ["甲"]), ("\"\"", []),
    ("\"推动“一件事”落实\"", ["推动“一件事”落实"]), ("“他说“好”了”", ["他说“好”了"]), ("“a\"b”", ["a\"b"]),
    ("\"{甲} 已停产\"", ["‹甲›", " 已停产"]), ("\"｛甲｝\"", ["‹甲›"]), ("\"{甲｝\"", ["‹甲›"]),
    ("\"{甲}{乙}\"", ["‹甲›", "‹乙›"]), ("\"{{甲}\"", ["{甲}"]), ("\"甲}\"", ["甲}"]),
    ("\"【提醒】甲\"", ["【提醒】甲"]), ("\"{甲 属于 {乙}}。\"", ["‹甲 属于 {乙}›", "。"]),
    ("\"{f(“}”)}\"", ["‹f(“}”)›"]), ("\"\\n\"", ["\\n"]), ("\"1，000\"", ["1，000"]),
    ("\"ＡＢ\"", ["ＡＢ"]),
    ("“{甲「}」}”", ["‹甲「}」›"]),
  ])
  func strings(text: String, expected: [String]) {
    #expect(segments(text) == expected)
    #expect(lexed(text).tokens.count == 2)
    #expect(lexed(text).issues.isEmpty)
  }

  @Test(
    "The other kind closes only when the right one is missing on the line",
    arguments: [
      ("显示 “半开\" 乙", "显示 “半开\" 乙", "”"), ("显示 \"半开” 乙", "显示 \"半开” 乙", "\""),
    ])
  func mixed(text: String, expected: String, fix: String) {
    #expect(sketch(text) == expected)
    #expect(lexed(text).issues.map(\.kind) == [.mixedQuotes])
    #expect(lexed(text).issues.first?.fixes == [fix])
  }

  @Test(
    "An unterminated string ends with its line",
    arguments: [
      ("显示 \"半开\n甲", "显示 \"半开 ; 甲"), ("显示 “半“开”\n甲", "显示 “半“开” ; 甲"),
      ("显示 \"半开\r\n甲", "显示 \"半开 ; 甲"),
      ("显示 \"", "显示 \""),
    ])
  func unterminated(text: String, expected: String) {
    #expect(sketch(text) == expected)
    #expect(lexed(text).issues.map(\.kind) == [.unterminatedString])
    #expect(lexed(text).issues.first?.span.start == 7)
  }

  @Test("An interpolation without an end is text, reported at its brace")
  func unterminatedInterpolation() {
    #expect(segments("\"甲{乙\"") == ["甲{乙"])
    #expect(lexed("\"甲{乙{丙{丁\"").issues.map(\.kind) == [.unterminatedInterpolation])
    #expect(lexed("\"甲{乙\"").issues.first?.span == Span(4, 5))
  }

  @Test("The code of an interpolation can be lexed in place")
  func lexingInPlace() throws {
    let source = SourceFile(name: "甲.plan", text: "显示 \"共{企业.人数 + 1}人\"")
    let segment = try #require(Lexer.lex(source).tokens[1].segments.dropFirst().first)
    guard case .interpolation(let span) = segment else {
      Issue.record("no interpolation")
      return
    }
    let inner = Lexer.lex(source, in: span)
    #expect(inner.tokens.map { source.text($0.span) } == ["企业", ".", "人数", "+", "1", ""])
    #expect(inner.tokens.first?.span.start == span.start)
    #expect(inner.tokens.last?.span == Span(span.end, span.end))
  }

  @Test(arguments: [
    ("「甲 厂」", "「甲 厂」"), ("企业「甲厂」", "企业 「甲厂」"), ("「每月1次」", "「每月1次」"), ("「」", "「」"),
    ("《安全生产法》第四十一条", "《安全生产法》 [第四十一条]"), ("《关于印发《办法》的通知》", "《关于印发《办法》的通知》"), ("a 《 b", "a < b"),
  ])
  func namesAndTitles(text: String, expected: String) { #expect(sketch(text) == expected) }

  @Test("An unclosed name is the run that follows; one report a line")
  func unclosedNames() {
    #expect(sketch("企业「甲厂 属于 「乙\n丙") == "企业 「甲厂」 属于! 「乙」 ; 丙")
    #expect(lexed("企业「甲厂 属于 「乙\n丙").issues.map(\.kind) == [.unterminatedName])
  }

  @Test("Single quotes are read as strings")
  func singleQuotes() {
    #expect(segments("'甲'") == ["甲"])
    #expect(segments("‘甲’") == ["甲"])
    #expect(lexed("'甲'").issues.first?.fixes == ["\"甲\""])
  }
}
