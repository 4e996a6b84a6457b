import Testing

@testable import ZhibenSyntax

/// Rule N1: which newlines end a clause.
struct LexerLayoutTests {
  @Test(arguments: [
    ("a\nb", "a ; b"), ("a\n\n\nb", "a ; b"), ("a；\nb", "a ; b"), ("a。b", "a ; b"),
    ("\n\na\n", "a"), ("a {\n b\n}\n", "a { b }"), ("a {；b；}", "a { b }"),
    ("a\n{ b }", "a { b }"), ("a =\n b", "a = b"), ("a：\n b", "a : b"), ("a、\n b", "a , b"),
    ("a\n、b", "a , b"), ("a\n.b", "a . b"),
    ("a\n其中 b\n且 c\n或 d", "a 其中! b 且! c 或! d"),
    ("a 其中\n b", "a 其中! b"), ("a\n否则 b", "a 否则! b"),
    ("a 按 b\n分组\n统计 c\n排序 d", "a 按! b 分组! 统计! c 排序! d"),
    ("a 按 b 分组\nc", "a 按! b 分组! ; c"), ("a group by\nb", "a group by! b"),
    ("a 为空\nb", "a 为空! ; b"), ("a 不为空\nb", "a 不为空! ; b"), ("a 之前\nb", "a 之前! ; b"),
    ("a\n前 10", "a 前! [10]"), ("a\n前10年：b", "a ; 前! [10年] : b"),
    ("a\n超过300人：b", "a ; 超过! [300人] : b"), ("f(a,\n b\n)", "f ( a , b )"),
    ("f(\na\nb)\nc", "f ( a b ) ; c"), ("f({a\nb})", "f ( { a ; b } )"),
    ("a // 注\nb", "a ; b"), ("a\r\nb", "a ; b"), ("整数？\nb", "整数 ? ; b"),
    ("a\n并 b\n除 c", "a 并! b 除! c"),
  ])
  func layout(text: String, expected: String) { #expect(sketch(text) == expected) }

  @Test(
    "An open parenthesis does not swallow what follows",
    arguments: [
      ("f(a；b", "f ( a ; b", 1), ("f(a。\nb", "f ( a ; b", 1),
      ("x { f(a\n b }\nc", "x { f ( a b } ; c", 1),
      ("f(a, g(b；c", "f ( a , g ( b ; c", 1), ("f(a\n职责 乙 {\n丙\n}", "f ( a ; 职责 乙 { 丙 }", 1),
      ("f(a\nduty 乙 { }", "f ( a ; duty 乙 { }", 1), ("f(a\n范围 乙 = 丙", "f ( a ; 范围 乙 = 丙", 1),
      ("f(a\n令 b = 1", "f ( a ; 令! b = [1]", 1), ("f(a", "f ( a", 1),
      ("f(a；g(b；", "f ( a ; g ( b", 2),
      ("f(a\n职责)", "f ( a 职责 )", 0), ("f(a\n检查 其中 b)", "f ( a 检查 其中! b )", 0),
      ("a)；b", "a ) ; b", 0),
      ("f({a；b})", "f ( { a ; b } )", 0),
    ])
  func openParentheses(text: String, expected: String, issues: Int) {
    #expect(sketch(text) == expected)
    let found = lexed(text).issues
    #expect(found.map(\.kind) == Array(repeating: .unclosedParenthesis, count: issues))
    if let first = found.first { #expect(text.utf8.dropFirst(first.span.start).first == 0x28) }
  }

  @Test(
    "A pasted list loses its marks",
    arguments: [
      ("- 甲\n- 乙", "甲 ; 乙", 2), ("x {\n  - 甲\n  * 乙\n}", "x { 甲 ; 乙 }", 2),
      ("a\n- 4", "a ; [4]", 1),
      ("a =\n- 4", "a = - [4]", 0), ("(a\n- 4)", "( a - [4] )", 0), ("a\n-4", "a ; - [4]", 0),
      ("-\n4", "- [4]", 0),
      ("a 其中\n- 4", "a 其中! - [4]", 0), ("a）\n- 4", "a ) ; [4]", 1),
    ])
  func bullets(text: String, expected: String, issues: Int) {
    #expect(sketch(text) == expected)
    #expect(lexed(text).issues.map(\.kind) == Array(repeating: .foreignCharacter, count: issues))
  }

  @Test("A token knows of a newline in its trivia, a separator's own newline is no trivia")
  func newlines() {
    #expect(
      lexed("a 其中\n b；\n c\nd").tokens.map(\.followsNewline) == [
        false, false, true, false, true, false, false, false,
      ])
  }

  @Test("A separator keeps the bytes of the sign it is")
  func separatorSpans() {
    let source = SourceFile(name: "甲.plan", text: "a ；\n\n b // 注\nc\n")
    let stops = Lexer.lex(source).tokens.filter { $0.kind == .separator }
    #expect(stops.map { source.text($0.span) } == ["；", "\n"])
    #expect(stops.map { source.text($0.trivia) } == [" ", " // 注"])
  }
}
