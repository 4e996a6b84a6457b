/// The parser at work: a cursor over the tokens, the tree being built, the issues so far.
///
/// After an issue the cursor is moved to the next separator of the same block and `isPanicking` is set; until the block's loop clears it,
/// nothing is taken and nothing reported, so that one mistake gives one issue.
final class ParserState {
  let source: SourceFile
  let tokens: [Token]
  let classes: [TokenClass]
  /// The keywords that each token's spelling stands for.
  let spelled: [[Keyword]]
  /// The contextual keywords of several words that begin at a token.
  let phrases: [Int: [MultiWordKeyword]]
  /// Whether one begins at a token: few do.
  let beginsPhrase: [Bool]
  /// The headings of a literate file.
  var headings = LexResult(tokens: [], issues: [])
  /// The heading path of the item at the cursor, outermost first.
  var headingPath: [String] = []
  // Looked at on every step, by one parser at a time: the check that two accesses do not overlap costs more than the step.
  @exclusivity(unchecked) var position = 0
  @exclusivity(unchecked) var tree = TreeBuilder()
  /// The keyword as which each token was read.
  var read: [Keyword?]
  var issues: [SyntaxIssue] = []
  @exclusivity(unchecked) var isPanicking = false {
    didSet { if isPanicking { damage += 1 } }
  }
  /// Grows with every mistake, reported or not, so that a declaration can tell whether one was made inside it.
  var damage = 0
  /// How many blocks, parentheses and operands are open around the cursor.
  var nesting = 0
  /// The words that may begin a clause of the innermost body.
  var heads: [Keyword] = []
  /// Whether the innermost block holds actions, whose verbs may be any word.
  var isInActions = false
  /// What an operand that is missing here would be.
  var slot = Slot.value
  /// Stretches from a parenthesis that the lexer reported as open to the place where it gave up; newlines inside end clauses all the same.
  var unclosed: [Span] = []
  /// Where an open brace was last reported: the blocks around it are silent about the same place.
  var unclosedBrace: Int?
  /// The declaration before was damaged, or a clause without its declaration was reported: clauses and closing braces that stand alone are
  /// skipped in silence.
  var isAdrift = false
  /// A choice wanted its brace: its arms are skipped in silence, down to the next clause.
  var hasLostArms = false
  /// The right side of the last 属于 that was no set.
  var lastMembership: Span?
  /// The question and its 其中 whose condition is being parsed, for the fixes of a misplaced 于.
  var filtered: (base: Span, condition: Int)?
  /// The names behind 函数 in this file.
  lazy var functions = Set(
    zip(tokens.indices, tokens.dropFirst()).compactMap { index, next in
      spelled[index].contains(.function) ? next.text : nil
    })
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
    classes = tokens.map { TokenClass($0.kind) }
    (spelled, phrases) = Self.words(of: tokens)
    var beginsPhrase = [Bool](repeating: false, count: tokens.count)
    for index in phrases.keys { beginsPhrase[index] = true }
    self.beginsPhrase = beginsPhrase
    read = Array(repeating: nil, count: tokens.count)
  }

  func finishTree() -> SyntaxTree { tree.tree(source: source, tokens: tokens, keywords: read) }
}

// MARK: - Looking

extension ParserState {
  func kind(_ offset: Int = 0) -> TokenClass {
    let index = position + offset
    return index >= 0 && index < classes.count ? classes[index] : .endOfFile
  }

  /// The literal at the token, if one stands there and nothing is being skipped.
  func literal(_ offset: Int = 0) -> Literal? {
    guard !isPanicking, case .literal = kind(offset),
      case .literal(let literal) = tokens[position + offset].kind
    else { return nil }
    return literal
  }

  var span: Span { tokens[position].span }

  /// The token at a distance from the cursor, or the nearest one.
  func token(_ offset: Int = 0) -> Token {
    tokens[min(max(position + offset, 0), tokens.count - 1)]
  }

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
    guard spelled.indices.contains(index) else { return false }
    return spelled[index].contains(keyword)
      || beginsPhrase[index] && phraseLength(keyword, index) != nil
  }

  /// How many tokens the keyword of several words takes at `index`, if it stands there.
  func phraseLength(_ keyword: Keyword, _ index: Int) -> Int? {
    guard beginsPhrase.indices.contains(index), beginsPhrase[index] else { return nil }
    return phrases[index]?.first { $0.keyword == keyword }?.words.count
  }

  /// What each token's spelling stands for, and the contextual keywords of several words by the token that they begin at.
  private static func words(of tokens: [Token])
    -> (spelled: [[Keyword]], phrases: [Int: [MultiWordKeyword]])
  {
    var spelled = [[Keyword]](repeating: [], count: tokens.count)
    var phrases: [Int: [MultiWordKeyword]] = [:]
    for index in tokens.indices {
      switch tokens[index].kind {
      case .word, .reserved: break
      default: continue
      }
      guard let entry = KeywordTable.entry(spelling: tokens[index].text) else { continue }
      spelled[index] = entry.all
      if entry.phrases.isEmpty { continue }
      let here = entry.phrases.filter { stands($0, at: index, in: tokens) }
      if !here.isEmpty { phrases[index] = here }
    }
    return (spelled, phrases)
  }

  private static func stands(_ phrase: MultiWordKeyword, at index: Int, in tokens: [Token]) -> Bool
  {
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

  /// The first of `keywords` that the token may be read as.
  func at(anyOf keywords: [Keyword], _ offset: Int = 0) -> Keyword? {
    let index = position + offset
    guard spelled.indices.contains(index) else { return nil }
    if let keyword = spelled[index].first(where: keywords.contains) { return keyword }
    guard beginsPhrase[index] else { return nil }
    return phrases[index]?.first { keywords.contains($0.keyword) }?.keyword
  }

  /// K2: where a name fits as well, the word is the keyword only if no infix token follows.
  func atContextual(_ keyword: Keyword) -> Bool {
    at(keyword) && !isInfix(phraseLength(keyword, position) ?? 1)
  }

  /// Whether the token can stand between two operands, so that a word before it is an operand.
  func isInfix(_ offset: Int) -> Bool {
    switch kind(offset) {
    case .sign(let sign): Self.isInfix(sign)
    case .reserved: spelled[position + offset].contains(where: Self.isInfix)
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
    default: tokens[position].followsNewline && isInsideUnclosed
    }
  }

  /// Whether the token is the first of a line or of an item; a newline that separates is a token of its own.
  var beginsLine: Bool { tokens[position].followsNewline || kind(-1) == .separator }

  /// Whether the cursor stands behind a parenthesis that was never closed.
  var isInsideUnclosed: Bool {
    var (low, high) = (0, unclosed.count)
    while low < high {
      let middle = (low + high) / 2
      if unclosed[middle].start <= span.start { low = middle + 1 } else { high = middle }
    }
    return low > 0 && span.start <= unclosed[low - 1].end
  }

  var atFileEnd: Bool {
    switch kind() {
    case .fenceEnd, .endOfFile: true
    default: false
    }
  }

  private static func isInfix(_ sign: Sign) -> Bool {
    switch sign {
    case .dot, .assign, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus,
      .times, .divide, .arrow, .comma:
      true
    default: false
    }
  }

  private static func isInfix(_ keyword: Keyword) -> Bool {
    switch keyword {
    case .where, .and, .or, .in, .notIn, .contains, .notContains, .isEmpty, .notEmpty, .between,
      .eq, .ne, .gt, .lt, .ge, .le, .then, .else, .through, .during, .group, .stat, .sort, .select,
      .first, .after, .atLeast, .atMost, .union, .minus, .both, .via:
      true
    default: false
    }
  }
}

// MARK: - Taking

extension ParserState {
  func bump() { if position < tokens.count - 1 { position += 1 } }

  func bump(as keyword: Keyword) {
    for _ in 0..<(phraseLength(keyword, position) ?? 1) {
      read[position] = keyword
      bump()
    }
  }

  func take(_ sign: Sign) -> Bool {
    guard !isPanicking, at(sign) else { return false }
    bump()
    return true
  }

  func take(_ keyword: Keyword) -> Bool {
    guard !isPanicking, at(keyword) else { return false }
    bump(as: keyword)
    return true
  }

  /// Takes a sign that must stand here.
  func expect(_ sign: Sign, _ text: String) {
    if !take(sign) { fail(wanting: .sign(text)) }
  }

  /// Takes a word that must stand here.
  func expect(_ keyword: Keyword) {
    if !take(keyword) { fail(wanting: .word(keyword)) }
  }

  /// Takes the colon that must stand here; where only the colon is wanting, it is reported and reading goes on.
  func expectColon() {
    guard !isPanicking, !take(.colon) else { return }
    if atClauseEnd { return fail(wanting: .sign("：")) }
    report(
      .missing, Span(previousEnd, previousEnd), arguments: [Slot.sign("：").name], fixes: ["："])
  }

  func mark() -> TreeBuilder.Mark { tree.mark(at: position) }

  func finish(_ kind: NodeKind, from mark: TreeBuilder.Mark) {
    tree.finish(kind, from: mark, to: position)
  }

  func skipSeparators() { while kind() == .separator { bump() } }

  /// Goes one level deeper; false, when that is too deep: the issue is reported and the rest of the file left.
  func enter() -> Bool {
    guard nesting < Parser.maximumNesting else {
      stop(at: span, limit: Parser.maximumNesting)
      return false
    }
    nesting += 1
    return true
  }

  /// Reports that nesting is too deep and gives up.
  func stop(at span: Span, limit: Int) {
    report(.tooDeep, span, arguments: [String(limit)])
    abandon()
  }

  /// Leaves the rest of the file unread.
  func abandon() {
    let mark = mark()
    (isPanicking, isStopped) = (true, true)
    position = tokens.count - 1
    if position > mark.token { finish(.skipped, from: mark) }
  }

  func leave() { nesting -= 1 }
}
