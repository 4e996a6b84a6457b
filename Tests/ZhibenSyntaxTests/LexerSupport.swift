import Testing

@testable import ZhibenSyntax

/// A seeded generator (SplitMix64 algorithm), so that every failure can be repeated.
struct LexerRandom: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// The tokens and issues of a piece of text.
func lexed(_ text: String, name: String = "甲.plan") -> LexResult {
  Lexer.lex(SourceFile(name: name, text: text))
}

/// One word per token, as tests write what they expect: words as they are, `且!` reserved, `[3日]` literals, `;` separators.
func sketch(_ text: String, name: String = "甲.plan") -> String {
  let source = SourceFile(name: name, text: text)
  return Lexer.lex(source).tokens.map { token in
    switch token.kind {
    case .word: return token.text
    case .quotedName: return "「\(token.text)」"
    case .reserved: return token.text + "!"
    case .literal: return "[\(source.text(token.span))]"
    case .string: return source.text(token.span)
    case .title: return "《\(token.text)》"
    case .sign(let sign): return spelling(sign)
    case .separator: return ";"
    case .fenceEnd: return "<fence>"
    case .invalid: return "<?\(source.text(token.span))>"
    case .endOfFile: return ""
    }
  }.filter { !$0.isEmpty }.joined(separator: " ")
}

private func spelling(_ sign: Sign) -> String {
  switch sign {
  case .leftBrace: return "{"
  case .rightBrace: return "}"
  case .leftParen: return "("
  case .rightParen: return ")"
  case .comma: return ","
  case .colon: return ":"
  case .dot: return "."
  case .equal: return "="
  case .notEqual: return "≠"
  case .less: return "<"
  case .lessOrEqual: return "≤"
  case .greater: return ">"
  case .greaterOrEqual: return "≥"
  case .plus: return "+"
  case .minus: return "-"
  case .times: return "*"
  case .divide: return "/"
  case .assign: return ":="
  case .arrow: return "->"
  case .question: return "?"
  }
}

/// Whether tokens and trivia cover a file without gap or overlap.
func tiles(_ result: LexResult, _ count: Int) -> Bool {
  var position = 0
  for token in result.tokens {
    guard token.trivia.start == position, token.trivia.end == token.span.start,
      token.span.start <= token.span.end
    else { return false }
    position = token.span.end
  }
  guard let last = result.tokens.last, case .endOfFile = last.kind else { return false }
  return position == count
}

/// The one literal that a text is, with what was refused about it; nil when it is anything else.
func literal(_ text: String) -> Literal? {
  let result = lexed(text)
  guard result.tokens.count == 2, case .literal(let value) = result.tokens[0].kind,
    result.tokens[0].span == Span(0, text.utf8.count)
  else { return nil }
  return value
}

/// A row of a literal table: a name, Chinese spellings, English spellings, the value all of them have.
struct LiteralRow: CustomTestStringConvertible, Sendable {
  let chinese: [String]
  let english: [String]
  let value: Literal

  init(_ value: Literal, zh: String..., en: String...) {
    (self.value, chinese, english) = (value, zh, en)
  }

  var testDescription: String { chinese.first ?? english.first ?? "?" }

  /// Every spelling gives the value without an issue, and the grammar derives it as that kind and no other.
  func check() {
    for text in chinese + english {
      #expect(literal(text) == value, "\(text)")
      #expect(lexed(text).issues.isEmpty, "\(text)")
      let scalars = text.unicodeScalars.map { scalar -> Unicode.Scalar in
        let value = scalar.value
        return 0xFF01...0xFF5E ~= value ? Unicode.Scalar(value - 0xFEE0) ?? scalar : scalar
      }
      var folded = String.UnicodeScalarView()
      folded.append(contentsOf: scalars)
      #expect(LexerGrammar.shared.kinds(of: String(folded)) == [kindName(value)], "\(text)")
    }
    checkSpellings()
  }
}

/// A fraction of a table; zero below gives zero.
func fraction(_ above: Int, _ below: Int) -> Rational {
  Rational(above, over: below) ?? Rational(0)
}
