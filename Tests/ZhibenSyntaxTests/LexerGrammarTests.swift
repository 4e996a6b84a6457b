import Testing

@testable import ZhibenSyntax

/// The grammar that ships and the lexer say the same.
struct LexerGrammarTests {
  private let grammar = LexerGrammar.shared

  @Test("Every name of the grammar is defined in it")
  func complete() {
    #expect(!grammar.rules.isEmpty)
    for (name, node) in grammar.rules {
      for used in names(node) { #expect(grammar.rules[used] != nil, "\(name) uses \(used)") }
    }
  }

  private func names(_ node: LexerGrammar.Node) -> [String] {
    switch node {
    case .rule(let name): return [name]
    case .sequence(let parts), .choice(let parts): return parts.flatMap(names)
    case .repeated(let part, _, _): return names(part)
    case .text, .characters: return []
    }
  }

  @Test("The reserved words of the grammar are those of the keyword table")
  func reservedWords() {
    guard case .choice(let parts)? = grammar.rules["Reserved"] else {
      Issue.record("no rule Reserved")
      return
    }
    let written = parts.compactMap { part -> String? in
      if case .text(let text) = part { return text }
      return nil
    }
    let table = KeywordTable.rows.filter { $0.binding == .reserved }
      .flatMap { [$0.english] + $0.chinese }
    #expect(written.count == Set(written).count)
    #expect(Set(written) == Set(table))
  }

  @Test("The signs of the grammar are those the lexer knows")
  func signs() {
    for sign in Sign.allCases {
      let name = sign.rawValue.prefix(1).uppercased() + sign.rawValue.dropFirst()
      let spellings: [LexerGrammar.Node]
      switch grammar.rules[name] {
      case .choice(let parts)?: spellings = parts
      case .text(let text)?: spellings = [.text(text)]
      default: spellings = []
      }
      #expect(!spellings.isEmpty, "\(name)")
      for case .text(let text) in spellings {
        #expect(lexed(text).tokens.first?.kind == .sign(sign), "\(text)")
      }
    }
  }

  @Test("The units of the grammar are those of the unit table")
  func units() {
    guard case .choice(let parts)? = grammar.rules["unitC"],
      case .choice(let scales)? = grammar.rules["scale"]
    else {
      Issue.record("no rule unitC")
      return
    }
    #expect(texts(parts) == Set(UnitTable.counted))
    #expect(texts(scales) == Set(UnitTable.scales.map(\.spelling)))
  }

  private func texts(_ parts: [LexerGrammar.Node]) -> Set<String> {
    Set(
      parts.compactMap { part in
        if case .text(let text) = part { return text }
        return nil
      })
  }

  @Test(
    "What the grammar makes, the lexer reads as one literal of that kind",
    arguments: LexerGrammar.shared.kinds)
  func sentences(kind: String) {
    var random = LexerRandom(seed: 2024)
    for _ in 0..<400 {
      let text = grammar.sentence(kind, &random)
      let issues = Set(lexed(text).issues.map(\.kind))
      guard let value = literal(text) else {
        if !countsNothing(text) { Issue.record("\(kind): \(text) is no literal") }
        continue
      }
      #expect(kindName(value) == kind, "\(text)")
      #expect(issues.isSubset(of: [.nonexistentDate, .numberTooLarge]), "\(text)")
    }
  }
}

/// Whether a number in a text is nothing but zeros: the year 0 and counts of nothing are no literals.
private func countsNothing(_ text: String) -> Bool {
  text.split { !$0.isNumber || !$0.isASCII }.contains { $0.allSatisfy { $0 == "0" } }
}

/// The name that the grammar has for a literal's kind.
func kindName(_ literal: Literal) -> String {
  switch literal {
  case .date: return "DATE"
  case .yearDay: return "YEARDAY"
  case .relativeDay: return "RELDAY"
  case .period: return "PERIOD"
  case .deadline: return "DEADLINE"
  case .duration: return "DUR"
  case .durationRange: return "DURS"
  case .within: return "WITHIN"
  case .lookBack: return "LOOKBACK"
  case .overdue: return "OVERDUE"
  case .expiry: return "EXPIRY"
  case .everyN: return "EVERYN"
  case .cadence: return "CADENCE"
  case .quantity: return "QTY"
  case .bound: return "BOUND"
  case .time: return "TIME"
  case .hours: return "HOURS"
  case .article: return "ARTICLE"
  case .rate: return "RATE"
  case .tally, .tallyTerm: return "TALLY"
  case .number: return "NUM"
  }
}
