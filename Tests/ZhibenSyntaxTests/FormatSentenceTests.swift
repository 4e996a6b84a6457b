import Testing

@testable import ZhibenSyntax

/// Formatting and translating sentences that the grammar's generator makes, a third of whose names are spelt like keywords.
struct FormatSentenceTests {
  private static let grammar = ParserGrammarTests.grammar

  @Test(arguments: ScriptLanguage.allCases, [20_241_201, 20_241_202] as [UInt64])
  func generatedSentences(_ language: ScriptLanguage, _ seed: UInt64) {
    var maker = SentenceMaker(Self.grammar, language, seed: seed)
    let other: ScriptLanguage = language == .chinese ? .english : .chinese
    for index in 0..<50 {
      let sentence = maker.sentence("Item", depth: 8 + index % 5)
      let context = "seed \(seed), sentence \(index): \(sentence)"
      guard let plain = rewritten(sentence, context, { ScriptFormatter.format($0) }),
        let there = rewritten(plain, context, { ScriptTranslator.translate($0, to: other) }),
        let back = rewritten(there, context, { ScriptTranslator.translate($0, to: language) }),
        let again = rewritten(back, context, { ScriptTranslator.translate($0, to: other) }),
        let home = rewritten(again, context, { ScriptTranslator.translate($0, to: language) })
      else { continue }
      #expect(home == back, "\(context)")
    }
  }

  /// The same with comments wherever a line may be broken inside a clause.
  @Test(arguments: ScriptLanguage.allCases)
  func commentedSentences(_ language: ScriptLanguage) {
    let seed: UInt64 = 20_241_203
    var maker = SentenceMaker(Self.grammar, language, seed: seed)
    var mangler = FormatMangler(seed: seed)
    let other: ScriptLanguage = language == .chinese ? .english : .chinese
    for index in 0..<50 {
      let sentence = maker.sentence("Item", depth: 8 + index % 5)
      let text = mangler.commentedInside(SourceFile(name: "甲.plan", text: sentence))
      guard Parser.parse(SourceFile(name: "甲.plan", text: text)).issues.isEmpty else { continue }
      let context = "seed \(seed), sentence \(index): \(text)"
      guard let plain = rewritten(text, context, { ScriptFormatter.format($0) }) else { continue }
      _ = rewritten(plain, context, { ScriptTranslator.translate($0, to: other) })
    }
  }

  /// The text after a rewriting that must succeed and leave nothing to do.
  private func rewritten(
    _ text: String, _ context: String, _ rewrite: (SourceFile) -> FormatResult
  ) -> String? {
    let result = rewrite(SourceFile(name: "甲.plan", text: text))
    guard result.issues.isEmpty else {
      Issue.record("\(context)\n\(text)\n\(result.issues.map(\.kind))")
      return nil
    }
    let again = rewrite(SourceFile(name: "甲.plan", text: result.text))
    #expect(again.text == result.text, "\(context)")
    return result.text
  }
}
