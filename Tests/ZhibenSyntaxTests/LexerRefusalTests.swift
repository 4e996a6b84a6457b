import Testing

@testable import ZhibenSyntax

/// Readings that are never taken in silence: each is one literal token, one issue, and the readings as fixes.
struct LexerRefusalTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let text: String
    let kind: SyntaxIssueKind
    let fixes: [String]
    init(_ text: String, _ kind: SyntaxIssueKind, _ fixes: String...) {
      (self.text, self.kind, self.fixes) = (text, kind, fixes)
    }
    var testDescription: String { text }
  }

  @Test(arguments: [
    Row("24.5.6", .ambiguousDate, "2024年5月6日", "2006年5月24日"),
    Row("24-5-6", .ambiguousDate, "2024年5月6日", "2006年5月24日", "24 - 5 - 6"),
    Row("2024/5/6", .ambiguousDate, "2024年5月6日", "2024 / 5 / 6"),
    Row("2024／5／6", .ambiguousDate, "2024年5月6日", "2024 / 5 / 6"),
    Row("5/6/2024", .ambiguousDate, "2024年5月6日", "2024年6月5日", "5 / 6 / 2024"),
    Row("10日前", .deadlineWithoutMonth, "每月10日前", "提前10日"),
    Row("40日前", .deadlineWithoutMonth, "提前40日"),
    Row("6月前", .deadlineWithoutMonth, "5月底前", "6月底前"),
    Row("1月前", .deadlineWithoutMonth, "1月底前"),
    Row("2025年前", .deadlineWithoutMonth, "2024年底前", "2025年底前"),
    Row("2025年6月前", .deadlineWithoutMonth, "2025年5月底前", "2025年6月底前"),
    Row("2025年1月前", .deadlineWithoutMonth, "2024年12月底前", "2025年1月底前"),
    Row("每年6月前", .deadlineWithoutMonth, "每年5月底前", "每年6月底前"),
    Row("每月31日", .nonexistentDate, "每月末"),
    Row("每月29日前", .nonexistentDate, "每月末"),
    Row("2025年2月30日", .nonexistentDate, "2025年2月28日", "2025年2月底前"),
    Row("2025-02-29", .nonexistentDate, "2025-02-28", "2025年2月底前"),
    Row("2025年2月30日前", .nonexistentDate, "2025年2月28日前", "2025年2月底前"),
    Row("6月31日前", .nonexistentDate, "6月30日前", "6月底前"),
    Row("6月31日", .nonexistentDate, "6月30日", "6月底前"),
    Row("2025年13月1日", .nonexistentDate),
    Row("Feb 30", .nonexistentDate, "Feb 29"),
    Row("3。5", .gluedDecimal, "3.5", "3。 5"),
    Row("1，000", .ambiguousNumber, "1000", "1, 000"),
    Row("1,000", .ambiguousNumber, "1000", "1, 000"),
    Row("1，000，000", .ambiguousNumber, "1000000", "1, 000, 000"),
  ])
  func refusals(row: Row) throws {
    let result = lexed(row.text)
    #expect(literal(row.text) != nil)
    let issue = try #require(result.issues.first)
    #expect(result.issues.count == 1)
    #expect(issue.kind == row.kind)
    #expect(issue.fixes == row.fixes)
    #expect(issue.span == Span(0, row.text.utf8.count))
  }

  @Test(
    "Every fix, put in the place of what it mends, is read without an issue",
    arguments: [
      "24.5.6", "24-5-6", "2024/5/6", "6月前", "2025年前", "2025年6月前", "每年6月前", "每月31日", "2025年2月30日",
      "2025年2月30日前", "6月31日", "Feb 30", "3。5万元", "1，000人", "每年2月30日前", "次月31日前", "a == b", "a && b",
      "a || b", "a 《 b", "# 注", "甲[1]", "a ！b", "‘甲’", "a\n- b", "2—3", "\"甲{乙\"",
    ])
  func fixesMend(text: String) {
    let bytes = Array(text.utf8)
    for issue in lexed(text).issues {
      #expect(!issue.fixes.isEmpty)
      for fix in issue.fixes {
        let mended = bytes[..<issue.span.start] + Array(fix.utf8) + bytes[issue.span.end...]
        let again = Lexer.lex(SourceFile(name: "甲.plan", bytes: Array(mended)))
        let same = again.issues.filter {
          $0.kind == issue.kind && $0.span.start == issue.span.start
        }
        #expect(same.isEmpty, "\(String(decoding: mended, as: UTF8.self))")
      }
    }
  }

  @Test("Only the number is replaced, the unit stays")
  func narrowSpan() {
    #expect(lexed("3。5万元").issues.first?.span == Span(0, 5))
    #expect(literal("3。5万元") == .quantity(Quantity(Rational(35_000), "元")))
    #expect(lexed("{50，100}").issues.map(\.span) == [Span(1, 9)])
    #expect(literal("1，000人") == .quantity(Quantity(Rational(1000), "人")))
  }

  @Test(
    "Only the day that does not exist is replaced, the rest of the literal stays",
    arguments: [
      ("by 2025-02-30", "2025-02-30", "2025-02-28"), ("by Feb 30", "Feb 30", "Feb 29"),
      ("every year by Feb 30", "Feb 30", "Feb 29"), ("next year Apr 31", "Apr 31", "Apr 30"),
      ("每年2月30日前", "2月30日", "2月29日"), ("次年4月31日", "4月31日", "4月30日"),
      ("2025年4月1日至31日", "31日", "30日"), ("2025年4月1日至6月31日", "6月31日", "6月30日"),
      ("2025年2月30日至6月30日", "2025年2月30日", "2025年2月28日"), ("5月1日至9月31日", "9月31日", "9月30日"),
      ("2025-04-01—2025-04-31", "2025-04-31", "2025-04-30"),
    ])
  func narrowDay(text: String, found: String, fix: String) {
    let issues = lexed(text).issues
    #expect(issues.map(\.arguments) == [[found]])
    #expect(issues.first?.fixes == [fix])
  }

  @Test(
    "Not refused",
    arguments: [
      ("100，20", "[100] , [20]"), ("1，0000", "[1] , [0000]"), ("1、000", "[1] , [000]"),
      ("3。 5", "[3] ; [5]"), ("100/5/2", "[100] / [5] / [2]"), ("24 - 5 - 6", "[24] - [5] - [6]"),
      ("2024.5", "[2024.5]"), ("5%。3人", "[5%] ; [3人]"),
    ])
  func notRefused(text: String, expected: String) {
    #expect(sketch(text) == expected)
    #expect(lexed(text).issues.isEmpty)
  }
}
