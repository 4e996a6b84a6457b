import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct SyntaxMessagesTests {
  /// Codes of kinds that lexer and parser leave to later rooms, or that take a huge file to meet; their issues are made by hand.
  static let made: [String: (place: String, issue: @Sendable (Span) -> SyntaxIssue)] = [
    "E0220": ("范围", { SyntaxIssue(.meaningChanged, $0) })
  ]

  static let codes: [String] =
    (Catalogue.lexical + Catalogue.syntactic).map(\.code.rawValue)

  static func issues(of code: String, in source: SourceFile) -> [SyntaxIssue] {
    guard let made = made[code] else { return Parser.parse(source).issues }
    return [made.issue(Span.of(made.place, in: source))]
  }

  /// Every code has a source as the user typed it, which gives this message and no other.
  @Test(arguments: codes)
  func theUserSees(_ code: String) throws {
    let golden = GoldenCase(code: code)
    let source = try golden.source()
    let diagnostics = Diagnostics(Self.issues(of: code, in: source), in: source)
    #expect(diagnostics.ordered.map(\.code.rawValue) == [code])
    try golden.check(diagnostics)
  }

  /// Where there is one fix, the script parses without the message after it.
  @Test(arguments: codes.filter { made[$0] == nil })
  func theFirstFixRemovesTheMessage(_ code: String) throws {
    let source = try GoldenCase(code: code).source()
    let before = Diagnostics(Self.issues(of: code, in: source), in: source).ordered
    guard let fix = before.first?.fixes.first else { return }
    let fixed = SourceFile(name: source.name, bytes: Fix.apply([fix], to: source.bytes))
    let after = Diagnostics(Parser.parse(fixed).issues, in: fixed).ordered
    #expect(!after.contains { $0.code.rawValue == code }, "\(fixed.text(Span(0, 999)))")
  }

  @Test func everyKindIsMet() throws {
    var met: Set<SyntaxIssueKind> = []
    for code in Self.codes {
      met.formUnion(Self.issues(of: code, in: try GoldenCase(code: code).source()).map(\.kind))
    }
    #expect(Set(SyntaxIssueKind.allCases).subtracting(met).isEmpty)
  }

  /// An issue without arguments still makes a whole sentence: everything is taken from the source.
  @Test(arguments: SyntaxIssueKind.allCases)
  func nothingIsMissingWithoutArguments(_ kind: SyntaxIssueKind) {
    let file = SourceFile(name: "a.plan", text: "甲「乙」丙\n")
    let diagnostic = Diagnostic(SyntaxIssue(kind, Span(3, 9)), in: file)
    for language in Language.allCases {
      let sentence = diagnostic.message(in: language)
      // What was meant, and how much is allowed, the source does not say.
      let needsArguments = [.tooDeep, .homophone, .foreignWord].contains(kind)
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
