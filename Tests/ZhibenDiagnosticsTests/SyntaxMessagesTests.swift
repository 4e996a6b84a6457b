import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

/// What the lexer or the parser would notice in the golden source of a code.
struct NoticedCase: Sendable, CustomTestStringConvertible {
  let code: String
  let kind: SyntaxIssueKind
  let place: String
  var related: String?
  var arguments: [String] = []
  var fixes: [String] = []

  init(
    _ code: String, _ kind: SyntaxIssueKind, at place: String, related: String? = nil,
    _ arguments: [String] = [], fixes: [String] = []
  ) {
    (self.code, self.kind, self.place, self.related) = (code, kind, place, related)
    (self.arguments, self.fixes) = (arguments, fixes)
  }

  var testDescription: String { "\(code) \(kind.rawValue)" }

  func issue(in file: SourceFile) -> SyntaxIssue {
    let span =
      kind == .invalidUTF8
      ? Span(0, 4) : place.isEmpty ? Span(0, 0) : Span.of(place, in: file)
    return SyntaxIssue(
      kind, span, related: related.map { Span.of($0, in: file) }, arguments: arguments,
      fixes: fixes)
  }

  static let all: [NoticedCase] = [
    .init("E0101", .invalidUTF8, at: ""),
    .init("E0102", .unterminatedString, at: "“二（二）6"),
    .init("W0103", .mixedQuotes, at: "”", related: "\"", ["\"", "”"], fixes: ["\""]),
    .init("E0104", .unterminatedName, at: "「甲厂"),
    .init("E0105", .unterminatedInterpolation, at: "{"),
    .init("W0106", .invisibleCharacter, at: "\u{200B}", ["U+200B"], fixes: [""]),
    .init("E0107", .invisibleCharacter, at: "\u{2060}", ["U+2060"], fixes: [""]),
    .init("E0108", .bidirectionalControl, at: "\u{202E}", ["U+202E"], fixes: [""]),
    .init("E0109", .foreignCharacter, at: "[", ["["], fixes: ["{"]),
    .init("E0110", .foreignOperator, at: "&&", ["&&", "且"], fixes: ["且"]),
    .init("E0111", .hashComment, at: "#", ["#"], fixes: ["//"]),
    .init("E0112", .nonexistentDate, at: "2025年2月30日", fixes: ["2025年2月28日"]),
    .init("E0113", .ambiguousDate, at: "24.5.6", ["24.5.6"], fixes: ["2024年5月6日"]),
    .init("E0114", .ambiguousNumber, at: "1，000", fixes: ["1000", "1， 000"]),
    .init("E0115", .gluedDecimal, at: "3。5", fixes: ["3.5"]),
    .init("E0116", .ambiguousTime, at: "1：10", fixes: ["1： 10"]),
    .init("E0117", .missingAnchor, at: "每3年1次", fixes: ["每隔3年"]),
    .init(
      "E0118", .deadlineWithoutMonth, at: "10日前", ["10日前", "每月10日前", "提前10日"],
      fixes: ["每月10日前", "提前10日"]),
    .init("E0119", .numberTooLarge, at: "99999999999999999999"),
    .init("E0120", .unclosedFence, at: "```plan", related: "## 三、保障措施"),
    .init("E0201", .unexpected, at: "15日", ["15日", "条件"]),
    .init("E0202", .missing, at: "\n}", ["频次的值"]),
    .init("E0203", .unclosedBrace, at: "职责 应急演练", related: "{", ["{"]),
    .init("E0204", .unclosedParenthesis, at: "（", related: "；", ["1"]),
    .init("E0205", .unmatchedCloser, at: "）", fixes: [""]),
    .init("E0206", .clauseNeedsSeparator, at: "频次", fixes: ["；频次"]),
    .init("E0207", .unknownClause, at: "频率", ["频率", "职责", "依据", "对象", "由", "频次", "例外", "凭证"]),
    .init("E0208", .unknownDeclaration, at: "责任", ["责任", "职责", "检查", "督办"]),
    .init("E0209", .nameInTwoWords, at: "主要负责人 带队检查", fixes: ["主要负责人带队检查", "「主要负责人 带队检查」"]),
    .init("E0210", .homophone, at: "至", ["至", "致"], fixes: ["致"]),
    .init("E0211", .gluedRun, at: "大于50且等级", fixes: ["大于 50 且 等级"]),
    .init("E0212", .literalGoesOn, at: "检查\n", ["每季度至少1次", "检查"]),
    .init("E0213", .rungAsCondition, at: "逾期15日", fixes: ["今日 − 整改期限 > 15日"]),
    .init("E0215", .missingBraces, at: "危化品、交通运输", ["这几个值"], fixes: ["{危化品、交通运输}"]),
    .init("E0216", .duringAfterWhere, at: "于", fixes: []),
    .init("E0217", .tooDeep, at: "((((((((", ["256"]),
    .init("E0218", .tooLong, at: "1 + 1 + 1 + 1 + 1 + 1", ["表达式", "10000"]),
    .init("E0219", .laterDeclaration, at: "测算", ["测算"]),
    .init("E0405", .chainedComparison, at: "10 ≤ 人数 ≤ 50", fixes: ["10 ≤ 人数 且 人数 ≤ 50"]),
  ]
}

@Suite struct SyntaxMessagesTests {
  @Test(arguments: NoticedCase.all)
  func theUserSees(_ noticed: NoticedCase) throws {
    let golden = GoldenCase(code: noticed.code)
    let source = try golden.source()
    let diagnostic = Diagnostic(noticed.issue(in: source), in: source)
    #expect(diagnostic.code.rawValue == noticed.code)
    try golden.check(Diagnostics([diagnostic]))
  }

  @Test(arguments: SyntaxIssueKind.allCases)
  func everyKindHasACase(_ kind: SyntaxIssueKind) {
    #expect(NoticedCase.all.contains { $0.kind == kind })
  }

  @Test func everyLexicalAndSyntacticCodeHasACase() {
    let covered = Set(NoticedCase.all.map(\.code))
    let known = Set((Catalogue.lexical + Catalogue.syntactic).map(\.code.rawValue))
    #expect(known.subtracting(covered).isEmpty)
  }

  /// An issue without arguments still makes a whole sentence: everything is taken from the source.
  @Test(arguments: SyntaxIssueKind.allCases)
  func nothingIsMissingWithoutArguments(_ kind: SyntaxIssueKind) {
    let file = SourceFile(name: "a.plan", text: "甲「乙」丙\n")
    let diagnostic = Diagnostic(SyntaxIssue(kind, Span(3, 9)), in: file)
    for language in Language.allCases {
      let sentence = diagnostic.message(in: language)
      // What was meant, and how much is allowed, the source does not say.
      let needsArguments = [.tooDeep, .tooLong, .homophone].contains(kind)
      #expect(!sentence.isEmpty && (needsArguments || !sentence.contains("…")), "\(sentence)")
    }
  }

  @Test(arguments: SyntaxIssueKind.allCases, [Span(-5, 900), Span(40, 2), Span(16, 16)])
  func spansOutsideTheFileDoNoHarm(_ kind: SyntaxIssueKind, _ span: Span) {
    let file = SourceFile(name: "a.plan", text: "甲「乙」丙\n")
    let diagnostic = Diagnostic(SyntaxIssue(kind, span, related: span, fixes: ["x"]), in: file)
    #expect(!Renderer().render(diagnostic).isEmpty)
    #expect(!Fix.apply(diagnostic.fixes, to: file.bytes).isEmpty)
  }

  @Test(arguments: [
    ("频次的值", "the value of a cadence"),
    ("上限的值", "the value of “cap”"),
    ("条款", "a clause"),
    ("「：」", "“：”"),
    ("日期或期间", "a date or a period"),
    ("某个新词", "某个新词"),
    ("登记或范围", "a register or a scope"),
  ])
  func slotsAreNamedInEnglish(_ slot: String, _ english: String) {
    #expect(SlotNames.wording(slot) == Wording(zh: slot, en: english))
  }

  @Test func keywordsAreQuotedAsSlots() {
    #expect(SlotNames.wording("例外") == Wording(zh: "「例外」", en: "“except”"))
  }

  @Test(arguments: [
    ("2025年2月30日", "2025年2月只有 28 天"),
    ("2024年２月30日", "2024年2月只有 29 天"),
    ("2024-13-01", "一年只有 12 个月"),
    ("2月30日", "2月最多 29 天"),
    ("6月31日", "6月最多 30 天"),
    ("二月三十日", nil),
    ("每月31日", "不是每个月都有 31 日"),
    ("每季度首月32日", "一个月最多 31 天"),
    ("每年6月10日、12月32日前", nil),
    ("999999999999999999999年1月1日", nil),
  ])
  func aDayThatDoesNotExistHasAReason(_ text: String, _ reason: String?) {
    #expect(DateReason.wording(text)?.zh == reason)
  }
}
