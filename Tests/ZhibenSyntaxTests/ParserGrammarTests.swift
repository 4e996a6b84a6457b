import Testing

@testable import ZhibenSyntax

/// The shipped grammar and the parser agree.
struct ParserGrammarTests {
  static let grammar = GrammarFile.shipped

  @Test func namesOnlyKnownKeywordsAndSymbols() {
    #expect(Self.grammar.unknownKeywords.isEmpty)
    #expect(Set(Keyword.allCases).subtracting(Self.grammar.keywords).isEmpty)
    var undefined: Set<String> = []
    func walk(_ part: GrammarPart) {
      switch part {
      case .sequence(let parts), .choice(let parts): parts.forEach(walk)
      case .optional(let inner), .many(let inner): walk(inner)
      case .symbol(let name): if Self.grammar.byName[name] == nil { undefined.insert(name) }
      case .keyword, .sign, .terminal: break
      }
    }
    for rule in Self.grammar.rules { walk(rule.body) }
    #expect(undefined.isEmpty)
  }

  @Test(arguments: ScriptLanguage.allCases)
  func generatedSentencesParse(_ language: ScriptLanguage) {
    let seed: UInt64 = 20_241_116
    var maker = SentenceMaker(Self.grammar, language, seed: seed)
    for index in 0..<2_000 {
      let sentence = maker.sentence("Item", depth: 8 + index % 5)
      let result = Parser.parse(SourceFile(name: "甲.plan", text: sentence))
      let script = result.script
      let count = script.declarations.count + script.statements.count + (script.version ?? 0)
      if !errors(result.issues).isEmpty || count != 1 {
        let shown = result.issues.map {
          "\($0.kind) 「\(result.source.text($0.span))」 \($0.arguments) at \($0.span.start)"
        }
        Issue.record("seed \(seed), sentence \(index): \(sentence)\n\(shown)")
      }
    }
  }
}
