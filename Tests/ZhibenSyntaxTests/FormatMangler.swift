@testable import ZhibenSyntax

/// Spoils the layout of a formatted script without touching what the author decides: which items share a line, and the comments.
struct FormatMangler {
  private var random: LexerRandom

  init(seed: UInt64) { random = LexerRandom(seed: seed) }

  private mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  // MARK: Blanks and widths

  /// The script with other blanks, other widths of signs and digits, and more empty lines where there is one.
  mutating func mangled(_ source: SourceFile) -> String {
    let lexed = Lexer.lex(source)
    var text = ""
    for (place, token) in lexed.tokens.enumerated() {
      let trivia = source.text(token.trivia)
      let isProse = source.isLiterate && (token.kind == .endOfFile || isProse(trivia))
      text += isProse || trivia.contains("//") ? trivia : blanks(like: trivia)
      let before = place > 0 ? lexed.tokens[place - 1].kind : .separator
      text += spelling(of: token, source.text(token.span), after: before)
    }
    return text
  }

  private func isProse(_ trivia: String) -> Bool { trivia.contains { !$0.isWhitespace } }

  /// Blanks in place of blanks; a line feed stays one, an empty line may grow.
  private mutating func blanks(like trivia: String) -> String {
    if trivia.isEmpty { return trivia }
    return trivia.map { character -> String in
      if character == "\n" { return chance(20) ? "  \n" : "\n" }
      return ["  ", "\u{3000}", "\t", " ", "   "].randomElement(using: &random) ?? " "
    }.joined()
  }

  private static let otherSpellings: [String: [String]] = [
    "：": [":", " : "], "、": ["，", ", ", " 、 "], "，": [",", "、 "], "；": [";", "。", " ；"],
    "（": ["(", "( "], "）": [")", " ）"], "{": ["｛ ", "【"], "}": [" }", "｝", "】"],
    "≠": ["!=", "<>"], "≥": [">=", "＞＝"], "≤": ["<="], "=": ["＝", "  = "], "−": ["-"],
    "×": ["*"], ".": ["．"],
  ]

  private mutating func spelling(
    of token: Token, _ text: String, after before: TokenKind
  ) -> String {
    switch token.kind {
    case .sign, .separator:
      guard let others = Self.otherSpellings[text], chance(50) else { return text }
      return others.randomElement(using: &random) ?? text
    case .word, .literal:
      return chance(30) ? String(text.map(wide)) : text
    case .string where text.hasPrefix("“") && !text.contains("\""):
      return chance(50) ? "\"" + text.dropFirst().dropLast() + "\"" : text
    default: return text
    }
  }

  private func wide(_ character: Character) -> Character {
    guard let value = character.unicodeScalars.first?.value, 0x30...0x39 ~= value,
      let scalar = Unicode.Scalar(value + 0xFEE0)
    else { return character }
    return Character(scalar)
  }

  // MARK: Comments

  /// The script with comments at the ends of some lines of code and on lines of their own.
  mutating func commented(_ source: SourceFile) -> String {
    let lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let code = codeLines(source)
    var result: [String] = []
    for (place, line) in lines.enumerated() {
      var text = String(decoding: line, as: UTF8.self)
      if code.contains(place), chance(15) { result.append("   // 行 \(place)") }
      if code.contains(place), !text.contains("//"), chance(25) { text += "// 尾 \(place)" }
      result.append(text)
    }
    return result.joined(separator: "\n")
  }

  /// The script with comments behind some of the tokens that cannot end a clause.
  mutating func commentedInside(_ source: SourceFile) -> String {
    let lexed = Lexer.lex(source)
    var text = ""
    for (place, token) in lexed.tokens.enumerated() {
      text += source.text(token.trivia) + source.text(token.span)
      let isEnd = token.kind == .endOfFile || token.kind == .separator
      if !isEnd, !LineRules.canEnd(token), chance(20) { text += " // 内 \(place)\n" }
    }
    return text
  }

  private func codeLines(_ source: SourceFile) -> Set<Int> {
    Set(
      Lexer.lex(source).tokens.flatMap { token -> [Int] in
        switch token.kind {
        case .fenceEnd, .endOfFile: []
        default: [source.line(at: token.span.start) - 1]
        }
      })
  }
}
