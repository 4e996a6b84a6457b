@testable import ZhibenSyntax

/// Earley's recogniser over the shipped grammar: a second, independent answer to whether a script is a sentence. It does not know K2, so it
/// takes a word for a keyword or for a name as the sentence needs.
struct Recognizer: Sendable {
  private enum Symbol: Hashable, Sendable {
    case rule(Int)
    case keyword(Keyword)
    case word(String)
    case sign(Sign)
    case kind(String)
  }

  private struct Item: Hashable {
    var production: Int32
    var dot: Int32
    var origin: Int32
  }

  /// The recogniser of the shipped grammar.
  static let shipped = Recognizer(GrammarFile.shipped)

  private var productions: [(rule: Int, symbols: [Symbol])] = []
  private var byRule: [[Int]] = []
  private var numbers: [String: Int] = [:]
  private var nullable: Set<Int> = []

  init(_ grammar: GrammarFile) {
    for rule in grammar.rules { _ = number(rule.name) }
    for rule in grammar.rules { add(rule.body, to: number(rule.name)) }
    findNullable()
  }

  /// Whether the tokens of a file, without separators at its ends, are a sentence of `symbol`.
  func accepts(_ text: String, as symbol: String = "File") -> Bool {
    var tokens = Lexer.lex(SourceFile(name: "甲.plan", text: text)).tokens
    tokens.removeAll { $0.kind == .endOfFile }
    while tokens.first?.kind == .separator { tokens.removeFirst() }
    while tokens.last?.kind == .separator { tokens.removeLast() }
    guard let start = numbers[symbol] else { return false }
    return recognizes(tokens, start)
  }

  private func recognizes(_ tokens: [Token], _ start: Int) -> Bool {
    var sets: [Set<Item>] = Array(repeating: [], count: tokens.count + 1)
    var waiting: [[Int: [Item]]] = Array(repeating: [:], count: tokens.count + 1)
    var agenda = byRule[start].map { Item(production: Int32($0), dot: 0, origin: 0) }
    sets[0] = Set(agenda)
    for position in 0...tokens.count {
      var next: [Item] = []
      var predicted: Set<Int> = []
      while let item = agenda.popLast() {
        let production = productions[Int(item.production)]
        guard Int(item.dot) < production.symbols.count else {
          for waiter in waiting[Int(item.origin)][production.rule] ?? [] {
            push(advanced(waiter), &sets[position], &agenda)
          }
          continue
        }
        let symbol = production.symbols[Int(item.dot)]
        guard case .rule(let rule) = symbol else {
          if position < tokens.count, matches(symbol, tokens[position]) {
            push(advanced(item), &sets[position + 1], &next)
          }
          continue
        }
        waiting[position][rule, default: []].append(item)
        if nullable.contains(rule) { push(advanced(item), &sets[position], &agenda) }
        if predicted.insert(rule).inserted {
          for production in byRule[rule] {
            let item = Item(production: Int32(production), dot: 0, origin: Int32(position))
            push(item, &sets[position], &agenda)
          }
        }
      }
      agenda = next
    }
    return sets[tokens.count].contains { item in
      let production = productions[Int(item.production)]
      return item.origin == 0 && production.rule == start
        && Int(item.dot) == production.symbols.count
    }
  }

  private func advanced(_ item: Item) -> Item {
    Item(production: item.production, dot: item.dot + 1, origin: item.origin)
  }

  private func push(_ item: Item, _ set: inout Set<Item>, _ agenda: inout [Item]) {
    if set.insert(item).inserted { agenda.append(item) }
  }

  private func matches(_ symbol: Symbol, _ token: Token) -> Bool {
    switch (symbol, token.kind) {
    case (.keyword(let keyword), .word), (.keyword(let keyword), .reserved):
      KeywordTable.keywords(spelling: token.text).contains(keyword)
    case (.word(let text), .word), (.word(let text), .reserved): token.text == text
    case (.sign(let sign), .sign(let found)): sign == found
    case (.kind(let kind), _): TokenNames.fits(token, kind)
    default: false
    }
  }

  // MARK: - From rules to productions

  private mutating func number(_ name: String) -> Int {
    if let known = numbers[name] { return known }
    numbers[name] = byRule.count
    byRule.append([])
    return byRule.count - 1
  }

  private mutating func fresh() -> Int {
    byRule.append([])
    return byRule.count - 1
  }

  private mutating func add(_ symbols: [Symbol], _ rule: Int) {
    byRule[rule].append(productions.count)
    productions.append((rule, symbols))
  }

  private mutating func add(_ part: GrammarPart, to rule: Int) {
    if case .choice(let parts) = part {
      for part in parts { add(symbols(part), rule) }
    } else {
      add(symbols(part), rule)
    }
  }

  private mutating func symbols(_ part: GrammarPart) -> [Symbol] {
    switch part {
    case .sequence(let parts): return parts.flatMap { symbols($0) }
    case .choice:
      let rule = fresh()
      add(part, to: rule)
      return [.rule(rule)]
    case .optional(let inner):
      let rule = fresh()
      add([], rule)
      add(symbols(inner), rule)
      return [.rule(rule)]
    case .many(let inner):
      let rule = fresh()
      add([], rule)
      add([.rule(rule)] + symbols(inner), rule)
      return [.rule(rule)]
    case .keyword(let keyword): return keywordSymbols(keyword)
    case .sign(let sign): return TokenNames.signs[sign].map { [.sign($0)] } ?? []
    case .terminal(let terminal): return [.kind(terminal)]
    case .symbol(let name): return [.rule(number(name))]
    }
  }

  /// A keyword of several words arrives as several tokens.
  private mutating func keywordSymbols(_ keyword: Keyword) -> [Symbol] {
    let phrases = KeywordTable.multiWordContextual.filter { $0.keyword == keyword }
    if phrases.isEmpty { return [.keyword(keyword)] }
    let rule = fresh()
    add([.keyword(keyword)], rule)
    for phrase in phrases { add(phrase.words.map { .word($0) }, rule) }
    return [.rule(rule)]
  }

  private mutating func findNullable() {
    var changed = true
    while changed {
      changed = false
      for (rule, symbols) in productions where !nullable.contains(rule) {
        let vanishes = symbols.allSatisfy { symbol in
          if case .rule(let inner) = symbol { nullable.contains(inner) } else { false }
        }
        if vanishes {
          nullable.insert(rule)
          changed = true
        }
      }
    }
  }
}

/// The names that the grammar file gives to kinds of tokens.
enum TokenNames {
  static let signs: [String: Sign] = [
    "{": .leftBrace, "}": .rightBrace, "(": .leftParen, ")": .rightParen, ",": .comma,
    ":": .colon, ".": .dot, "=": .equal, "≠": .notEqual, "<": .less, "≤": .lessOrEqual,
    ">": .greater, "≥": .greaterOrEqual, "+": .plus, "-": .minus, "*": .times, "/": .divide,
    "?": .question, ":=": .assign, "->": .arrow,
  ]

  private static let roles: Set<Keyword> = [.from, .to, .cc, .need, .until, .term, .choose]

  private static let eventClauses: Set<Keyword> = [
    .since, .strength, .basis, .inForce, .repealed, .note,
  ]

  static func fits(_ token: Token, _ name: String) -> Bool {
    switch token.kind {
    case .word:
      ["NAME", "HNAME", "WORD", "HWORD"].contains(name)
        || name == "VERB" && roles.isDisjoint(with: KeywordTable.keywords(spelling: token.text))
        || name == "EVERB"
          && roles.union(eventClauses).isDisjoint(with: KeywordTable.keywords(spelling: token.text))
    case .quotedName: ["NAME", "HNAME", "QNAME", "VERB", "EVERB"].contains(name)
    case .string: name == "STRING"
    case .title: name == "TITLE"
    case .separator: name == "SEP"
    case .literal(let literal): names(literal).contains(name)
    default: false
    }
  }

  private static func names(_ literal: Literal) -> [String] {
    switch literal {
    case .date: ["DATE"]
    case .yearDay: ["YEARDAY"]
    case .period: ["PERIOD"]
    case .deadline(.yearDay): ["DEADLINE", "DAYBY"]
    case .deadline: ["DEADLINE"]
    case .duration: ["DUR"]
    case .durationRange: ["DURRANGE"]
    case .within: ["WITHIN"]
    case .lookBack: ["LOOKBACK"]
    case .overdue: ["OVERDUE"]
    case .expiry: ["EXPIRY"]
    case .everyN: ["EVERYN"]
    case .cadence(.periodic(_, least: _, most: _, due: .yearDays)): ["YEARCAD"]
    case .cadence: ["CADENCE"]
    case .quantity: ["QTY"]
    case .bound: ["BOUND"]
    case .time: ["TIME"]
    case .hours: ["HOURS"]
    case .article: ["ARTICLE"]
    case .rate: ["RATE"]
    case .tally, .tallyTerm: ["TALLY"]
    case .relativeDay: ["RELDAY"]
    case .number(let number):
      number == Rational(1)
        ? ["NUM", "COUNT", "VERSION"] : number.isInteger ? ["NUM", "COUNT"] : ["NUM"]
    }
  }
}
