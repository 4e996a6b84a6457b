/// Rule N1: which newlines end a clause, and where the trivia stand. Purely lexical: only signs and reserved words steer it.
///
/// Raw tokens come in with every newline as a separator of its own; separators that vanish become trivia of the token after them. Inside `( )`
/// newlines do not count, but `；`, a line that opens a declaration, `}` and the end of a fence close what was left open.
struct Layout {
  /// The final tokens, `count` of them, and from the place being read on the raw ones. What lies between was dropped or moved.
  private var tokens: [Token]
  private var count = 0
  private let bytes: [UInt8]
  private let whole: Span
  private(set) var issues: [SyntaxIssue] = []
  /// The open brackets, the innermost last.
  private var brackets: [(isParen: Bool, span: Span)] = []
  private var trivia: Int
  private var sawNewline = false

  init(_ raw: consuming [Token], bytes: [UInt8], whole: Span) {
    tokens = raw
    (self.bytes, self.whole) = (bytes, whole)
    trivia = whole.start
  }

  /// The final tokens, ending with `.endOfFile`.
  mutating func run() -> [Token] {
    var index = startsLine ? bullet(0) : 0
    while index < tokens.count {
      let place = index
      index += 1
      switch tokens[place].kind {
      case .separator where isNewline(place):
        while index < tokens.count, isNewline(index) { index += 1 }
        sawNewline = true
        index = newline(place, next: index)
      case .separator:
        closeParens(before: tokens[place].span)
        separate(place)
      case .fenceEnd:
        closeParens(before: tokens[place].span)
        brackets = []
        dropSeparator()
        push(place)
        sawNewline = true
        index = bullet(index)
      case .sign(let sign):
        bracket(sign, tokens[place].span)
        if sign == .rightBrace { dropSeparator() }
        push(place)
      default: push(place)
      }
    }
    let end = Span(whole.end, whole.end)
    closeParens(before: end)
    dropSeparator()
    tokens.removeSubrange(count...)
    tokens.append(Token(kind: .endOfFile, span: end, trivia: end))
    push(count)
    return tokens
  }

  /// Whether the region begins a line; the code of an interpolation does not.
  private var startsLine: Bool {
    whole.start == 0 || (whole.start <= bytes.count && bytes[whole.start - 1] == 0x0A)
  }

  private func isNewline(_ index: Int) -> Bool {
    guard case .separator = tokens[index].kind, tokens[index].span.start < bytes.count else {
      return false
    }
    return bytes[tokens[index].span.start] == 0x0A
  }

  /// Handles a run of newlines, of which the first is the token `place`, before the raw token `next`; returns the index to go on with.
  private mutating func newline(_ place: Int, next: Int) -> Int {
    guard next < tokens.count else { return next }
    if innermostIsParen {
      guard opensDeclaration(next) else { return next }
      closeParens(before: tokens[place].span)
      separate(place)
      return next
    }
    if count > 0, !LineRules.canEnd(tokens[count - 1]) {
      return tokens[count - 1].kind == .sign(.leftBrace) ? bullet(next) : next
    }
    if LineRules.continues(
      tokens[next], after: next + 1 < tokens.count ? tokens[next + 1] : nil)
    {
      return next
    }
    separate(place)
    return bullet(next)
  }

  /// A line that begins with `- ` is a pasted Markdown list: the mark is dropped and reported.
  private mutating func bullet(_ index: Int) -> Int {
    guard index + 1 < tokens.count, case .sign(let sign) = tokens[index].kind,
      sign == .minus || sign == .times, tokens[index + 1].span.start > tokens[index].span.end,
      !isNewline(index + 1)
    else { return index }
    let span = tokens[index].span
    let mark = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    issues.append(SyntaxIssue(.foreignCharacter, span, arguments: [mark], fixes: [""]))
    return index + 1
  }

  // MARK: Brackets

  private var innermostIsParen: Bool { brackets.last?.isParen ?? false }

  private mutating func bracket(_ sign: Sign, _ span: Span) {
    switch sign {
    case .leftParen:
      brackets.append((true, span))
    case .leftBrace: brackets.append((false, span))
    case .rightParen:
      guard innermostIsParen else { return }
      brackets.removeLast()
    case .rightBrace:
      closeParens(before: span)
      if !brackets.isEmpty { brackets.removeLast() }
    default: break
    }
  }

  /// Closes the parentheses that stand open since the innermost brace, with one report at the outermost of them.
  private mutating func closeParens(before span: Span) {
    var outermost: Span?
    var count = 0
    while let last = brackets.last, last.isParen {
      outermost = last.span
      count += 1
      brackets.removeLast()
    }
    guard let outermost else { return }
    issues.append(
      SyntaxIssue(
        .unclosedParenthesis, outermost, related: Span(span.start, span.start),
        arguments: [String(count)]))
  }

  /// Whether a line inside parentheses begins `职责 名 … {`, `范围 名 =` or `显示 名`: what no expression can hold.
  private func opensDeclaration(_ index: Int) -> Bool {
    if opensStatement(index) { return true }
    guard index + 2 < tokens.count else { return false }
    if case .reserved(let ids) = tokens[index].kind { return ids.contains(.let) }
    guard case .word = tokens[index].kind, LineRules.isDeclaration(tokens[index].text) else {
      return false
    }
    switch tokens[index + 1].kind {
    case .word, .quotedName, .string: break
    default: return false
    }
    if case .sign(.equal) = tokens[index + 2].kind { return true }
    var position = index + 2
    while position < tokens.count, !isNewline(position) {
      if case .sign(.leftBrace) = tokens[position].kind { return true }
      position += 1
    }
    return false
  }

  /// Whether a statement's word and an operand follow each other: no expression holds two operands side by side.
  private func opensStatement(_ index: Int) -> Bool {
    guard index + 1 < tokens.count, case .word = tokens[index].kind,
      LineRules.isStatement(tokens[index].text)
    else { return false }
    switch tokens[index + 1].kind {
    case .word, .literal, .string: return true
    default: return false
    }
  }

  // MARK: Output

  /// Puts a separator out unless one stands there already or none is wanted.
  private mutating func separate(_ place: Int) {
    guard count > 0 else { return }
    switch tokens[count - 1].kind {
    case .separator, .fenceEnd, .sign(.leftBrace): return
    default: push(place)
    }
  }

  /// Takes back a separator that turned out to stand before `}` or an end.
  private mutating func dropSeparator() {
    guard count > 0, case .separator = tokens[count - 1].kind else { return }
    count -= 1
    trivia = tokens[count].trivia.start
    sawNewline = sawNewline || tokens[count].followsNewline || isNewline(count)
  }

  /// Moves a raw token to the final ones. Nothing that is still to be read lies before it.
  private mutating func push(_ place: Int) {
    if place != count { tokens.swapAt(place, count) }
    let span = tokens[count].span
    tokens[count].trivia = Span(trivia, span.start)
    // A newline that became the separator itself stands in no trivia.
    tokens[count].followsNewline = sawNewline && !isNewline(count)
    trivia = span.end
    sawNewline = false
    count += 1
  }
}
