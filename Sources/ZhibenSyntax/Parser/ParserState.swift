/// The parser at work: a cursor over the tokens, the tree being built, the issues so far.
///
/// After an issue the cursor is moved to the next separator of the same block and `isPanicking` is set; until the block's loop clears it,
/// nothing is taken and nothing reported, so that one mistake gives one issue.
struct ParserState {
  let source: SourceFile
  let tokens: [Token]
  /// The keywords that each token's spelling stands for.
  let spelled: [[Keyword]]
  /// The contextual keywords of several words that begin at a token.
  let phrases: [Int: [MultiWordKeyword]]
  /// The headings of a literate file.
  var headings = LexResult(tokens: [], issues: [])
  var position = 0
  var tree = TreeBuilder()
  /// The keyword as which each token was read.
  var read: [Keyword?]
  var issues: [SyntaxIssue] = []
  var isPanicking = false
  /// How many blocks, parentheses and operands are open around the cursor.
  var depth = 0
  /// The words that may begin a clause of the innermost body.
  var heads: [Keyword] = []
  /// What an operand that is missing here would be.
  var slot = Slot.value
  /// A closing brace or clause without its declaration was reported; its neighbours are skipped in silence.
  var isAdrift = false
  /// The right side of the last 属于 that was no set.
  var lastMembership: Span?
  /// The question and its 其中 whose condition is being parsed, for the fixes of a misplaced 于.
  var filtered: (base: Span, condition: Int)?
  /// Nesting was too deep: the rest of the file is left unread.
  var isStopped = false

  init(source: SourceFile, tokens: [Token]) {
    var tokens = tokens
    if tokens.last?.kind != .endOfFile {
      let end = Span(source.bytes.count, source.bytes.count)
      tokens.append(Token(kind: .endOfFile, span: end, trivia: end))
    }
    self.source = source
    self.tokens = tokens
    spelled = tokens.map { token in
      switch token.kind {
      case .word, .reserved: KeywordTable.keywords(spelling: token.text)
      default: []
      }
    }
    phrases = Self.phrases(in: tokens)
    read = Array(repeating: nil, count: tokens.count)
  }

  func finishTree() -> SyntaxTree { tree.tree(source: source, tokens: tokens, keywords: read) }
}

// MARK: - Looking

extension ParserState {
  func kind(_ offset: Int = 0) -> TokenKind {
    let index = position + offset
    return index >= 0 && index < tokens.count ? tokens[index].kind : .endOfFile
  }

  var span: Span { tokens[position].span }

  /// The end of the last token that was taken.
  var previousEnd: Int { position > 0 ? tokens[position - 1].span.end : 0 }

  func span(from mark: TreeBuilder.Mark) -> Span {
    let start = tokens[min(mark.token, tokens.count - 1)].span.start
    return Span(start, max(start, previousEnd))
  }

  func at(_ sign: Sign, _ offset: Int = 0) -> Bool { kind(offset) == .sign(sign) }

  /// Whether the token may be read as `keyword`; the grammar decides whether it is.
  func at(_ keyword: Keyword, _ offset: Int = 0) -> Bool {
    let index = position + offset
    guard index < spelled.count else { return false }
    return spelled[index].contains(keyword) || phraseLength(keyword, index) != nil
  }

  /// How many tokens the keyword of several words takes at `index`, if it stands there.
  func phraseLength(_ keyword: Keyword, _ index: Int) -> Int? {
    phrases[index]?.first { $0.keyword == keyword }?.words.count
  }

  private static func phrases(in tokens: [Token]) -> [Int: [MultiWordKeyword]] {
    let firsts = Set(KeywordTable.multiWordContextual.compactMap(\.words.first))
    var phrases: [Int: [MultiWordKeyword]] = [:]
    for (index, token) in tokens.enumerated() where firsts.contains(token.text) {
      let here = KeywordTable.multiWordContextual.filter { phrase in
        phrase.words.indices.allSatisfy { part in
          guard index + part < tokens.count else { return false }
          let token = tokens[index + part]
          switch token.kind {
          case .word, .reserved: break
          default: return false
          }
          return token.text == phrase.words[part] && (part == 0 || !token.followsNewline)
        }
      }
      if !here.isEmpty { phrases[index] = here }
    }
    return phrases
  }

  func at(anyOf keywords: [Keyword]) -> Keyword? { keywords.first { at($0) } }

  /// K2: where a name fits as well, the word is the keyword only if no infix token follows.
  func atContextual(_ keyword: Keyword) -> Bool {
    at(keyword) && !isInfix(phraseLength(keyword, position) ?? 1)
  }

  /// Whether the token can stand between two operands, so that a word before it is an operand.
  func isInfix(_ offset: Int) -> Bool {
    switch kind(offset) {
    case .sign(let sign): Self.infixSigns.contains(sign)
    case .reserved: spelled[position + offset].contains { Self.infixWords.contains($0) }
    default: false
    }
  }

  var atName: Bool { isName(0) }

  func isName(_ offset: Int) -> Bool {
    switch kind(offset) {
    case .word, .quotedName: true
    default: false
    }
  }

  /// Whether nothing more belongs to the clause.
  var atClauseEnd: Bool {
    switch kind() {
    case .separator, .fenceEnd, .endOfFile, .sign(.rightBrace): true
    default: false
    }
  }

  var atFileEnd: Bool {
    switch kind() {
    case .fenceEnd, .endOfFile: true
    default: false
    }
  }

  private static let infixSigns: Set<Sign> = [
    .dot, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus,
    .times, .divide, .arrow, .comma,
  ]
  private static let infixWords: Set<Keyword> = [
    .where, .and, .or, .in, .notIn, .contains, .notContains, .isEmpty, .notEmpty, .between, .eq,
    .ne, .gt, .lt, .ge, .le, .then, .else, .through, .during, .group, .stat, .sort, .select,
    .first, .after, .atLeast, .atMost, .union, .minus, .both, .via,
  ]
}

// MARK: - Taking

extension ParserState {
  mutating func bump() { if position < tokens.count - 1 { position += 1 } }

  mutating func bump(as keyword: Keyword) {
    for _ in 0..<(phraseLength(keyword, position) ?? 1) {
      read[position] = keyword
      bump()
    }
  }

  mutating func take(_ sign: Sign) -> Bool {
    guard !isPanicking, at(sign) else { return false }
    bump()
    return true
  }

  mutating func take(_ keyword: Keyword) -> Bool {
    guard !isPanicking, at(keyword) else { return false }
    bump(as: keyword)
    return true
  }

  /// Takes a sign that must stand here.
  mutating func expect(_ sign: Sign, _ text: String) {
    if !take(sign) { fail(wanting: .sign(text)) }
  }

  /// Takes a word that must stand here.
  mutating func expect(_ keyword: Keyword) {
    if !take(keyword) { fail(wanting: .word(keyword)) }
  }

  /// Takes the colon that must stand here; where only the colon is wanting, it is reported and reading goes on.
  mutating func expectColon() {
    guard !isPanicking, !take(.colon) else { return }
    if atClauseEnd { return fail(wanting: .sign("：")) }
    report(
      .missing, Span(previousEnd, previousEnd), arguments: [Slot.sign("：").name], fixes: ["："])
  }

  mutating func mark() -> TreeBuilder.Mark { tree.mark(at: position) }

  mutating func finish(_ kind: NodeKind, from mark: TreeBuilder.Mark) {
    tree.finish(kind, from: mark, to: position)
  }

  mutating func skipSeparators() { while kind() == .separator { bump() } }

  /// Goes one level deeper; false, when that is too deep: the issue is reported and the rest of the file left.
  mutating func enter() -> Bool {
    guard depth < Parser.maximumDepth else {
      stop(at: span)
      return false
    }
    depth += 1
    return true
  }

  /// Reports that nesting is too deep and gives up.
  mutating func stop(at span: Span) {
    report(.tooDeep, span, arguments: [String(Parser.maximumDepth)])
    abandon()
  }

  /// Leaves the rest of the file unread.
  mutating func abandon() {
    let mark = mark()
    (isPanicking, isStopped) = (true, true)
    position = tokens.count - 1
    if position > mark.token { finish(.skipped, from: mark) }
  }

  mutating func leave() { depth -= 1 }
}
