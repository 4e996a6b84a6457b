/// Whether what somebody has typed so far is a whole input, or goes on in the next line (grammar N4).
public enum Completeness: Hashable, Sendable {
  /// It can be run, or it holds a mistake that no further line would mend.
  case complete
  /// Something is still open.
  case continues(OpenThing)
}

/// What is still open at the end of an input.
public enum OpenThing: Hashable, Sendable {
  /// A brace; the text before it on its item's line, e.g. `职责 带队检查`, empty where there is none.
  case brace(of: String)
  /// A parenthesis.
  case parenthesis
  /// What stands before it wants braces that have not begun: `若 a = 1`, `职责 带队检查`.
  case block(of: String)
  /// A sign or word that something must follow: `+`, `其中`, `令`.
  case operand(after: String)
}

extension Parser {
  /// Whether `text` is complete as it stands, or what of it is still open. Nothing is assumed about its meaning.
  public static func completeness(of text: String) -> Completeness {
    let source = SourceFile(name: "", text: text)
    let lexed = Lexer.lex(source)
    let tokens = lexed.tokens.filter { $0.kind != .endOfFile }
    guard let last = tokens.last else { return .complete }
    var brackets: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .sign(.leftBrace), .sign(.leftParen): brackets.append(index)
      case .sign(.rightBrace), .sign(.rightParen): brackets.closeInnermost(token.kind, in: tokens)
      case .separator where !isNewline(token, source):
        // `；` closes parentheses.
        while let open = brackets.last, tokens[open].kind == .sign(.leftParen) {
          brackets.removeLast()
        }
      default: break
      }
    }
    let isStopped = endsWithStop(source, after: last)
    while isStopped, let open = brackets.last, tokens[open].kind == .sign(.leftParen) {
      brackets.removeLast()
    }
    for issue in lexed.issues where issue.kind == .unclosedParenthesis {
      guard let end = issue.related?.start, end <= last.span.start else { continue }
      // The lexer gave these up further ahead.
      brackets.removeAll {
        tokens[$0].kind == .sign(.leftParen) && issue.span.start <= tokens[$0].span.start
          && tokens[$0].span.start < end
      }
    }
    if let open = brackets.last {
      if tokens[open].kind == .sign(.leftParen) { return .continues(.parenthesis) }
      return .continues(.brace(of: head(of: open, tokens, source)))
    }
    if isStopped { return .complete }
    if !LineRules.canEnd(last) { return .continues(.operand(after: source.text(last.span))) }
    return wantsBlock(source, last)
      ? .continues(.block(of: head(of: tokens.count, tokens, source))) : .complete
  }

  private static func isNewline(_ token: Token, _ source: SourceFile) -> Bool {
    token.span.start < source.bytes.count && source.bytes[token.span.start] == 0x0A
  }

  /// The text of the item before the token at `index`.
  private static func head(of index: Int, _ tokens: [Token], _ source: SourceFile) -> String {
    var start = index
    while start > 0, !isBoundary(tokens[start - 1]) { start -= 1 }
    guard start < index, let last = tokens[..<index].last else { return "" }
    return source.text(Span(tokens[start].span.start, last.span.end))
  }

  static func isBoundary(_ token: Token) -> Bool {
    switch token.kind {
    case .separator, .sign(.leftBrace), .sign(.rightBrace), .fenceEnd: true
    default: false
    }
  }

  /// Whether `；` or `。` stands behind the last token: nothing is to follow.
  private static func endsWithStop(_ source: SourceFile, after last: Token) -> Bool {
    let rest = CodeText(source.bytes, Span(last.span.end, source.bytes.count))
    var position = rest.start
    while position < rest.end {
      let (value, next) = rest.scalar(position)
      if value == 0x3B || value == 0x3002 { return true }
      if value == 0x2F { return false }
      position = next
    }
    return false
  }

  /// Whether all that is wrong is that braces are missing at the end.
  private static func wantsBlock(_ source: SourceFile, _ last: Token) -> Bool {
    let issues = parse(source).issues.filter { $0.kind != .uselessComparison }
    guard issues.count == 1, let issue = issues.first, issue.kind == .missing else { return false }
    return issue.span.start == last.span.end && issue.arguments == [Slot.sign("{").name]
  }
}

extension [Int] {
  /// Takes back the open bracket that a closing one belongs to. A brace closes the parentheses inside it, a parenthesis no brace.
  mutating func closeInnermost(_ closer: TokenKind, in tokens: [Token]) {
    guard closer == .sign(.rightBrace) else {
      if let open = last, tokens[open].kind == .sign(.leftParen) { removeLast() }
      return
    }
    while let open = last, tokens[open].kind == .sign(.leftParen) { removeLast() }
    _ = popLast()
  }
}
