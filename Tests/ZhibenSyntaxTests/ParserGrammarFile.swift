import Foundation

@testable import ZhibenSyntax

/// A part of a grammar rule.
indirect enum GrammarPart: Sendable {
  case sequence([GrammarPart])
  case choice([GrammarPart])
  case optional(GrammarPart)
  case many(GrammarPart)
  case keyword(Keyword)
  case sign(String)
  case terminal(String)
  case symbol(String)
}

/// The shipped grammar, read from its file.
struct GrammarFile: Sendable {
  /// The rules in file order.
  let rules: [(name: String, body: GrammarPart)]
  let byName: [String: GrammarPart]
  /// Keyword ids that the table does not know.
  let unknownKeywords: [String]

  static let shipped = GrammarFile(path: "Grammar/zhiben.ebnf")

  /// The folder of the package.
  static var folder: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
  }

  init(path: String) {
    let data = (try? Data(contentsOf: Self.folder.appending(path: path))) ?? Data()
    var reader = GrammarReader(String(decoding: data, as: UTF8.self))
    rules = reader.rules()
    byName = Dictionary(rules.map { ($0.name, $0.body) }, uniquingKeysWith: { first, _ in first })
    unknownKeywords = reader.unknown
  }

  /// Every keyword that stands in the grammar.
  var keywords: Set<Keyword> {
    var found: Set<Keyword> = []
    func walk(_ part: GrammarPart) {
      switch part {
      case .sequence(let parts), .choice(let parts): parts.forEach(walk)
      case .optional(let inner), .many(let inner): walk(inner)
      case .keyword(let keyword): found.insert(keyword)
      case .sign, .terminal, .symbol: break
      }
    }
    for rule in rules { walk(rule.body) }
    return found
  }
}

/// Reads the notation: 'keyword' "sign" TERMINAL Symbol ( ) | ? *.
private struct GrammarReader {
  private var tokens: [String] = []
  private var position = 0
  var unknown: [String] = []

  init(_ text: String) {
    var rest = text[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.hasPrefix("/*") {
        rest = rest[(rest.range(of: "*/")?.upperBound ?? rest.endIndex)...]
      } else if rest.hasPrefix("::=") {
        tokens.append("::=")
        rest = rest.dropFirst(3)
      } else if first == "'" || first == "\"" {
        let inner = rest.dropFirst().prefix { $0 != first }
        tokens.append(String(first) + inner)
        rest = rest.dropFirst(inner.count + 2)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        tokens.append(String(word))
        rest = rest.dropFirst(word.count)
      } else {
        tokens.append(String(first))
        rest.removeFirst()
      }
    }
  }

  mutating func rules() -> [(name: String, body: GrammarPart)] {
    var rules: [(name: String, body: GrammarPart)] = []
    while position + 1 < tokens.count, tokens[position + 1] == "::=" {
      let name = tokens[position]
      position += 2
      rules.append((name, choice()))
    }
    return rules
  }

  private mutating func choice() -> GrammarPart {
    var parts = [sequence()]
    while position < tokens.count, tokens[position] == "|" {
      position += 1
      parts.append(sequence())
    }
    return parts.count == 1 ? parts[0] : .choice(parts)
  }

  private mutating func sequence() -> GrammarPart {
    var parts: [GrammarPart] = []
    while position < tokens.count, tokens[position] != "|", tokens[position] != ")" {
      if position + 1 < tokens.count, tokens[position + 1] == "::=" { break }
      parts.append(repeated(atom()))
    }
    return parts.count == 1 ? parts[0] : .sequence(parts)
  }

  private mutating func repeated(_ part: GrammarPart) -> GrammarPart {
    guard position < tokens.count else { return part }
    switch tokens[position] {
    case "?":
      position += 1
      return .optional(part)
    case "*":
      position += 1
      return .many(part)
    default: return part
    }
  }

  private mutating func atom() -> GrammarPart {
    let token = tokens[position]
    position += 1
    if token == "(" {
      let inner = choice()
      position += 1
      return inner
    }
    if token.hasPrefix("'") {
      let id = String(token.dropFirst())
      guard let keyword = Keyword(rawValue: id) else {
        unknown.append(id)
        return .sequence([])
      }
      return .keyword(keyword)
    }
    if token.hasPrefix("\"") { return .sign(String(token.dropFirst())) }
    return token.allSatisfy(\.isUppercase) ? .terminal(token) : .symbol(token)
  }
}
