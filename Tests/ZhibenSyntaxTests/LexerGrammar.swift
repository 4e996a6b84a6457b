import Foundation

/// The shipped lexical grammar, read so that tests can make sentences of it and recognise them.
final class LexerGrammar: @unchecked Sendable {
  indirect enum Node {
    case text(String)
    case rule(String)
    /// A class of characters; not needed for literals.
    case characters
    case sequence([Node])
    case choice([Node])
    case repeated(Node, least: Int, most: Int)
  }

  let rules: [String: Node]
  static let shared = LexerGrammar()

  private init() {
    let here = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    let file = here.appendingPathComponent("../../Grammar/lexical.ebnf")
    let text = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
    var reader = GrammarReader(text)
    rules = reader.read()
  }

  /// The literal productions: those in capitals.
  var kinds: [String] {
    rules.keys.filter { $0.count > 1 && $0 == $0.uppercased() && !$0.contains { $0.isNumber } }
      .sorted()
  }

  // MARK: Making sentences

  func sentence(_ name: String, _ random: inout LexerRandom) -> String {
    guard let node = rules[name] else { return "<\(name)>" }
    return make(node, &random)
  }

  private func make(_ node: Node, _ random: inout LexerRandom) -> String {
    switch node {
    case .text(let text): return text
    case .rule(let name): return sentence(name, &random)
    case .characters: return "?"
    case .sequence(let parts): return parts.map { make($0, &random) }.joined()
    case .choice(let parts):
      return parts.randomElement(using: &random).map { make($0, &random) } ?? ""
    case .repeated(let part, let least, let most):
      let count = Int.random(in: least...min(most, least + 1), using: &random)
      return (0..<count).map { _ in make(part, &random) }.joined()
    }
  }

  // MARK: Recognising them

  /// The literal kinds of which a text is a sentence.
  func kinds(of text: String) -> Set<String> {
    let scalars = Array(text.unicodeScalars)
    var memo: [String: Set<Int>] = [:]
    return Set(kinds.filter { ends(.rule($0), scalars, 0, &memo).contains(scalars.count) })
  }

  private func ends(
    _ node: Node, _ text: [Unicode.Scalar], _ start: Int, _ memo: inout [String: Set<Int>]
  ) -> Set<Int> {
    switch node {
    case .text(let pattern):
      let wanted = Array(pattern.unicodeScalars)
      let end = start + wanted.count
      return end <= text.count && text[start..<end].elementsEqual(wanted) ? [end] : []
    case .rule(let name):
      let key = "\(name)@\(start)"
      if let known = memo[key] { return known }
      let found = rules[name].map { ends($0, text, start, &memo) } ?? []
      memo[key] = found
      return found
    case .characters: return []
    case .sequence(let parts):
      var current: Set<Int> = [start]
      for part in parts {
        var next: Set<Int> = []
        for position in current { next.formUnion(ends(part, text, position, &memo)) }
        current = next
      }
      return current
    case .choice(let parts):
      return parts.reduce(into: []) { $0.formUnion(ends($1, text, start, &memo)) }
    case .repeated(let part, let least, let most):
      var found: Set<Int> = least == 0 ? [start] : []
      var (current, count): (Set<Int>, Int) = ([start], 0)
      while count < most, !current.isEmpty {
        var next: Set<Int> = []
        for position in current { next.formUnion(ends(part, text, position, &memo)) }
        next.subtract(found)
        count += 1
        if count >= least { found.formUnion(next) }
        current = next
      }
      return found
    }
  }
}

/// Reads W3C EBNF: quoted terminals, names, `|`, `( )`, `? * +`, classes in brackets, `#xN`, comments.
private struct GrammarReader {
  private var tokens: [String] = []
  private var position = 0

  init(_ text: String) {
    let pattern =
      #"/\*[\s\S]*?\*/|"[^"]*"|'[^']*'|\[[^\]]*\]|#x[0-9A-F]+|[A-Za-z0-9]+|::=|[()|?*+]"#
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return }
    let range = NSRange(text.startIndex..., in: text)
    tokens = expression.matches(in: text, range: range).compactMap { match in
      Range(match.range, in: text).map { String(text[$0]) }
    }.filter { !$0.hasPrefix("/*") }
  }

  mutating func read() -> [String: LexerGrammar.Node] {
    var rules: [String: LexerGrammar.Node] = [:]
    while position + 1 < tokens.count {
      let name = tokens[position]
      position += 2
      rules[name] = choice()
    }
    return rules
  }

  private mutating func choice() -> LexerGrammar.Node {
    var parts = [sequence()]
    while position < tokens.count, tokens[position] == "|" {
      position += 1
      parts.append(sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> LexerGrammar.Node {
    var parts: [LexerGrammar.Node] = []
    while position < tokens.count, tokens[position] != "|", tokens[position] != ")",
      !(position + 1 < tokens.count && tokens[position + 1] == "::=")
    {
      var part = atom()
      while position < tokens.count, ["?", "*", "+"].contains(tokens[position]) {
        let (least, most) =
          ["?": (0, 1), "*": (0, .max), "+": (1, .max)][tokens[position]] ?? (1, 1)
        part = .repeated(part, least: least, most: most)
        position += 1
      }
      parts.append(part)
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func atom() -> LexerGrammar.Node {
    let token = tokens[position]
    position += 1
    switch token.first {
    case "(":
      let inner = choice()
      position += 1
      return inner
    case "\"", "'": return .text(String(token.dropFirst().dropLast()))
    case "[": return .characters
    case "#":
      let scalar = UInt32(token.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
      return .text(scalar.map { String(Character($0)) } ?? "")
    default: return .rule(token)
    }
  }
}
