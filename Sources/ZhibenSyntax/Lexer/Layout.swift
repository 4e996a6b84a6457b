/// Rule N1: which newlines end a clause, and where the trivia stand. Purely lexical: only signs and reserved words steer it.
///
/// Raw tokens come in with every newline as a separator of its own; separators that vanish become trivia of the token after them. Inside `( )`
/// newlines do not count, but `；`, a line that opens a declaration, `}` and the end of a fence close what was left open.
struct Layout {
  private let raw: [Token]
  private let bytes: [UInt8]
  private let whole: Span
  private var tokens: [Token] = []
  private(set) var issues: [SyntaxIssue] = []
  /// The open brackets, the innermost last.
  private var brackets: [(isParen: Bool, span: Span)] = []
  private var trivia: Int
  private var sawNewline = false

  init(_ raw: [Token], bytes: [UInt8], whole: Span) {
    (self.raw, self.bytes, self.whole) = (raw, bytes, whole)
    trivia = whole.start
    tokens.reserveCapacity(raw.count + 1)
  }

  /// The final tokens, ending with `.endOfFile`.
  mutating func run() -> [Token] {
    var index = startsLine ? bullet(0) : 0
    while index < raw.count {
      let token = raw[index]
      index += 1
      switch token.kind {
      case .separator where isNewline(token):
        while index < raw.count, isNewline(raw[index]) { index += 1 }
        sawNewline = true
        index = newline(token, next: index)
      case .separator:
        closeParens(before: token.span)
        separate(token)
      case .fenceEnd:
        closeParens(before: token.span)
        brackets = []
        dropSeparator()
        push(token)
        sawNewline = true
        index = bullet(index)
      case .sign(let sign):
        bracket(sign, token)
        if sign == .rightBrace { dropSeparator() }
        push(token)
      default: push(token)
      }
    }
    let end = Span(whole.end, whole.end)
    closeParens(before: end)
    dropSeparator()
    push(Token(kind: .endOfFile, span: end, trivia: end))
    return tokens
  }

  /// Whether the region begins a line; the code of an interpolation does not.
  private var startsLine: Bool {
    whole.start == 0 || (whole.start <= bytes.count && bytes[whole.start - 1] == 0x0A)
  }

  private func isNewline(_ token: Token) -> Bool {
    guard case .separator = token.kind, token.span.start < bytes.count else { return false }
    return bytes[token.span.start] == 0x0A
  }

  /// Handles a run of newlines before the raw token `next`; returns the index to go on with.
  private mutating func newline(_ token: Token, next: Int) -> Int {
    guard next < raw.count else { return next }
    if innermostIsParen {
      guard opensDeclaration(next) else { return next }
      closeParens(before: token.span)
      separate(token)
      return next
    }
    if let last = tokens.last, !LineRules.canEnd(last) {
      return last.kind == .sign(.leftBrace) ? bullet(next) : next
    }
    if LineRules.continues(raw[next], after: next + 1 < raw.count ? raw[next + 1] : nil) {
      return next
    }
    separate(token)
    return bullet(next)
  }

  /// A line that begins with `- ` is a pasted Markdown list: the mark is dropped and reported.
  private mutating func bullet(_ index: Int) -> Int {
    guard index + 1 < raw.count, case .sign(let sign) = raw[index].kind,
      sign == .minus || sign == .times, raw[index + 1].span.start > raw[index].span.end,
      !isNewline(raw[index + 1])
    else { return index }
    let span = raw[index].span
    let mark = String(decoding: bytes[span.start..<span.end], as: UTF8.self)
    issues.append(SyntaxIssue(.foreignCharacter, span, arguments: [mark], fixes: [""]))
    return index + 1
  }

  // MARK: Brackets

  private var innermostIsParen: Bool { brackets.last?.isParen ?? false }

  private mutating func bracket(_ sign: Sign, _ token: Token) {
    switch sign {
    case .leftParen:
      brackets.append((true, token.span))
    case .leftBrace: brackets.append((false, token.span))
    case .rightParen:
      guard innermostIsParen else { return }
      brackets.removeLast()
    case .rightBrace:
      closeParens(before: token.span)
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
    guard index + 2 < raw.count else { return false }
    if case .reserved(let ids) = raw[index].kind { return ids.contains(.let) }
    guard case .word = raw[index].kind, LineRules.isDeclaration(raw[index].text) else {
      return false
    }
    switch raw[index + 1].kind {
    case .word, .quotedName, .string: break
    default: return false
    }
    if case .sign(.equal) = raw[index + 2].kind { return true }
    var position = index + 2
    while position < raw.count, !isNewline(raw[position]) {
      if case .sign(.leftBrace) = raw[position].kind { return true }
      position += 1
    }
    return false
  }

  /// Whether a statement's word and an operand follow each other: no expression holds two operands side by side.
  private func opensStatement(_ index: Int) -> Bool {
    guard index + 1 < raw.count, case .word = raw[index].kind,
      LineRules.isStatement(raw[index].text)
    else { return false }
    switch raw[index + 1].kind {
    case .word, .literal, .string: return true
    default: return false
    }
  }

  // MARK: Output

  /// Puts a separator out unless one stands there already or none is wanted.
  private mutating func separate(_ token: Token) {
    guard let last = tokens.last else { return }
    switch last.kind {
    case .separator, .fenceEnd, .sign(.leftBrace): return
    default: push(token)
    }
  }

  /// Takes back a separator that turned out to stand before `}` or an end.
  private mutating func dropSeparator() {
    guard let last = tokens.last, case .separator = last.kind else { return }
    tokens.removeLast()
    trivia = last.trivia.start
    sawNewline = sawNewline || last.followsNewline || isNewline(last)
  }

  private mutating func push(_ token: Token) {
    var token = token
    token.trivia = Span(trivia, token.span.start)
    // A newline that became the separator itself stands in no trivia.
    token.followsNewline = sawNewline && !isNewline(token)
    trivia = token.span.end
    sawNewline = false
    tokens.append(token)
  }
}
