import Testing

@testable import ZhibenSyntax

/// Whether an input in the REPL goes on in the next line.
struct ParserCompletenessTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let text: String
    let answer: Completeness
    init(_ text: String, _ answer: Completeness) { (self.text, self.answer) = (text, answer) }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Row("", .complete),
    Row("// 注\n", .complete),
    Row("令 a = 1", .complete),
    Row("企业 其中 等级 = D\n", .complete),
    Row("若 a { 显示 1 }", .complete),
    Row("推演 直至 2027年12月31日", .complete),
    Row("函数 f() {\n 显示 1\n}", .complete),
    // What is open, the innermost first.
    Row("职责 带队检查 {", .continues(.brace(of: "职责 带队检查"))),
    Row("职责 带队检查 {\n 频次 每年1次\n 逾期 {\n 督促", .continues(.brace(of: "逾期"))),
    Row("函数 f(a: 数) {\n 若 a > 1 {", .continues(.brace(of: "若 a > 1"))),
    Row("若 a { 显示 1 } 否则 {", .continues(.brace(of: "否则"))),
    Row("显示 {甲、", .continues(.brace(of: "显示"))),
    Row("显示 （1 +\n 2", .continues(.parenthesis)),
    Row("显示 f({甲", .continues(.brace(of: "显示 f("))),
    Row("显示 1 +", .continues(.operand(after: "+"))),
    Row("企业 其中  // 注", .continues(.operand(after: "其中"))),
    Row("令", .continues(.operand(after: "令"))),
    Row("显示 a，\n\n", .continues(.operand(after: "，"))),
    Row("若 a = 1", .continues(.block(of: "若 a = 1"))),
    Row("显示 1\n职责 带队检查", .continues(.block(of: "职责 带队检查"))),
    Row("假设 { a = 1 }", .continues(.block(of: ""))),
    Row("对 每个 户 于 企业", .continues(.block(of: "对 每个 户 于 企业"))),
    // What no further line would mend.
    Row("显示 1 +；", .complete),
    Row("显示 （1 + 2；", .complete),
    Row("显示 （1\n职责 a { 由 甲 }", .complete),
    Row("显示 \"甲", .complete),
    Row("显示 1）", .complete),
    Row("}", .complete),
    Row("显示 1 2\n若 a", .complete),
    Row("截至 2025年1月1日。", .complete),
  ])
  func says(row: Row) { #expect(Parser.completeness(of: row.text) == row.answer) }

  /// Every sound script is complete, and so is, or goes on, whatever of it has been typed so far.
  @Test(arguments: ParserStatementTests.cases + ParserStatementTests.procedures)
  func everyPrefix(_ sample: QuestionCase) {
    for text in [sample.zh, sample.en] {
      #expect(Parser.completeness(of: text) == .complete, "\(text)")
      let source = SourceFile(name: "甲.plan", text: text)
      var opened = 0
      for token in Lexer.lex(source).tokens {
        let prefix = source.text(Span(0, token.span.end))
        let answer = Parser.completeness(of: prefix)
        if token.kind == .sign(.leftBrace) || token.kind == .sign(.leftParen) { opened += 1 }
        if token.kind == .sign(.rightBrace) || token.kind == .sign(.rightParen) { opened -= 1 }
        if opened > 0 { #expect(answer != .complete, "\(prefix)") }
        if case .continues(.operand(let word)) = answer { #expect(prefix.hasSuffix(word)) }
      }
    }
  }
}
