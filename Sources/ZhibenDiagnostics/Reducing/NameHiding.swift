import ZhibenSyntax

/// Makes a script fit to be shown to strangers: names become 名1, 名2 …, texts 文1, 文2 …, each the same everywhere; comments and prose go. Words of the
/// language, and those that the caller says are public, stay; so do numbers, days and the layout.
public struct NameHiding {
  private let isPublic: (String) -> Bool
  private var names: [String: String] = [:]
  private var texts: [String: String] = [:]

  /// The script with its names hidden.
  /// - Parameter isPublic: whether everybody may read the word, such as the fields of a register that is published.
  public static func hide(
    _ source: SourceFile, public isPublic: (String) -> Bool = { _ in false }
  ) -> SourceFile {
    withoutActuallyEscaping(isPublic) { isPublic in
      var hiding = NameHiding(isPublic: isPublic)
      var bytes: [UInt8] = []
      for token in Lexer.lex(source).tokens {
        bytes += hiding.blanks(source.bytes[token.trivia.start..<token.trivia.end])
        bytes += hiding.replacement(of: token, in: source)
      }
      return SourceFile(name: source.name.hasSuffix(".md") ? "报告.plan.md" : "报告.plan", bytes: bytes)
    }
  }

  private init(isPublic: @escaping (String) -> Bool) { self.isPublic = isPublic }

  private mutating func replacement(of token: Token, in source: SourceFile) -> [UInt8] {
    let bytes = Array(source.bytes[token.span.start..<token.span.end])
    switch token.kind {
    case .word: return isKnown(token.text) ? bytes : Array(name(token.text).utf8)
    case .quotedName: return Array("「\(isKnown(token.text) ? token.text : name(token.text))」".utf8)
    case .title: return Array("《\(text(token.text))》".utf8)
    case .string:
      return Array(("\"" + token.segments.map { segment($0, source) }.joined() + "\"").utf8)
    case .invalid: return Array("？".utf8)
    case .reserved, .literal, .sign, .separator, .fenceEnd, .endOfFile: return bytes
    }
  }

  private mutating func segment(_ segment: StringSegment, _ source: SourceFile) -> String {
    switch segment {
    case .text(let text): return self.text(text)
    case .interpolation(let span):
      let inside = SourceFile(name: "", bytes: Array(source.bytes[span.start..<span.end]))
      var shown: [UInt8] = []
      for token in Lexer.lex(inside).tokens {
        shown += blanks(inside.bytes[token.trivia.start..<token.trivia.end])
        shown += replacement(of: token, in: inside)
      }
      return "{\(String(decoding: shown, as: UTF8.self))}"
    }
  }

  private func isKnown(_ word: String) -> Bool {
    !KeywordTable.keywords(spelling: word).isEmpty || isPublic(word)
  }

  private mutating func name(_ text: String) -> String {
    if let known = names[text] { return known }
    names[text] = "名\(names.count + 1)"
    return names[text] ?? text
  }

  private mutating func text(_ text: String) -> String {
    if text.allSatisfy(\.isWhitespace) { return text }
    if let known = texts[text] { return known }
    texts[text] = "文\(texts.count + 1)"
    return texts[text] ?? text
  }

  /// Blanks, ends of lines and the marks of fences; all else between tokens is comment or prose.
  private func blanks(_ trivia: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: trivia, as: UTF8.self)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let kept = lines.map { line -> Substring in
      if line.hasPrefix("```") { return line.hasPrefix("```plan") ? "```plan" : "```" }
      return line.prefix { $0 == " " || $0 == "\t" || $0 == "\u{3000}" }
    }
    return Array(kept.joined(separator: "\n").utf8)
  }
}
