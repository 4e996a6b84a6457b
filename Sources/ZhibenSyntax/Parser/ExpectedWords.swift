/// Which words of the language may stand at a place, for completion.
extension Parser {
  /// The words that may follow a text: at the beginning of an item those that begin one, in the braces of a declaration its clauses, elsewhere
  /// what may stand before a value, or behind one.
  public static func expectedWords(after text: String) -> [Keyword] {
    let source = SourceFile(name: "", text: text)
    let tokens = Lexer.lex(source).tokens.filter { $0.kind != .endOfFile }
    guard let last = tokens.last, !beginsItem(behind: last, source) else {
      return words(atBeginning: tokens, source)
    }
    return LineRules.canEnd(last) ? behindValues : beforeValues
  }

  private static func beginsItem(behind last: Token, _ source: SourceFile) -> Bool {
    if isBoundary(last) { return true }
    guard LineRules.canEnd(last) else { return false }
    return source.bytes[max(0, min(last.span.end, source.bytes.count))...].contains(0x0A)
  }

  /// The words that begin an item where the last token is.
  private static func words(atBeginning tokens: [Token], _ source: SourceFile) -> [Keyword] {
    var brackets: [Int] = []
    for (index, token) in tokens.enumerated() {
      switch token.kind {
      case .sign(.leftBrace), .sign(.leftParen): brackets.append(index)
      case .sign(.rightBrace), .sign(.rightParen): brackets.closeInnermost(token.kind, in: tokens)
      default: break
      }
    }
    guard let open = brackets.last else {
      return DeclarationWords.current + DeclarationWords.statements
    }
    if tokens[open].kind == .sign(.leftParen) { return beforeValues }
    var start = open
    while start > 0, !isBoundary(tokens[start - 1]) { start -= 1 }
    let head = KeywordTable.keywords(spelling: source.text(tokens[start].span))
    if let body = bodies.first(where: { head.contains($0.declaration) }) { return body.heads }
    if head.contains(where: DeclarationWords.withBraces.contains), !head.contains(.test) {
      return []
    }
    return DeclarationWords.statements
  }

  private static let bodies: [Body] = [
    .plan, .duty, .inspection, .draw, .incentive, .report, .require, .when, .target, .escalation,
    .parameter,
    .reading,
    .partition,
  ]

  private static let beforeValues: [Keyword] = [
    .not, .if, .this, .that, .all, .history, .ever, .pairs, .lastDone,
  ]

  private static let behindValues: [Keyword] = KeywordTable.rows.filter { $0.binding == .reserved }
    .map(\.keyword).filter { !beforeValues.contains($0) && $0 != .let }
}
