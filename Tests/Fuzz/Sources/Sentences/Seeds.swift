import Foundation
import Properties
import ZhibenSyntax

typealias LexerRandom = SeededGenerator

/// Inputs that the fuzzers start from: sentences of the shipped grammar.
public enum Seeds {
  /// So many sentences in each keyword language.
  public static func sentences(_ count: Int) -> [(name: String, text: String)] {
    ScriptLanguage.allCases.flatMap { language in
      var maker = SentenceMaker(GrammarFile.shipped, language, seed: 20_251_122)
      return (0..<count).map { index in
        let items = (0...index % 3).map { _ in maker.sentence("Item", depth: 8 + index % 5) }
        return ("sentence-\(language)-\(index).plan", items.joined(separator: "\n") + "\n")
      }
    }
  }
}
