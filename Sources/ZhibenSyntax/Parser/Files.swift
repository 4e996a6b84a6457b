// A file: declarations, one after another.

extension ParserState {
  func parseFile() -> [Declaration] {
    let mark = mark()
    var declarations: [Declaration] = []
    while true {
      isPanicking = false
      while kind() == .separator || kind() == .fenceEnd { bump() }
      if kind() == .endOfFile { break }
      let start = position
      if let declaration = item() { declarations.append(declaration) }
      finishItem()
      if position == start { bump() }
    }
    finish(.file, from: mark)
    return declarations
  }

  private func item() -> Declaration? {
    if let keyword = declaringWord(DeclarationWords.current) { return declaration(keyword) }
    if declaringWord(DeclarationWords.later) != nil {
      isAdrift = false
      skipLater()
      return nil
    }
    switch kind() {
    case .sign(.rightBrace), .sign(.rightParen):
      if !isAdrift { report(.unmatchedCloser, span, arguments: [found]) }
      isAdrift = true
      let mark = mark()
      while at(.rightBrace) || at(.rightParen) || kind() == .separator { bump() }
      finish(.skipped, from: mark)
      isPanicking = true
      return nil
    case .word, .quotedName: return strangeItem()
    case .literal(.overdue), .literal(.expiry), .literal(.cadence), .literal(.everyN),
      .literal(.deadline), .literal(.within):
      lostClause()
      return nil
    case .literal, .string, .reserved, .sign(.leftParen), .sign(.minus):
      // A question by itself is a statement.
      if isAdrift { drift() } else { skipLater() }
      return nil
    default:
      if isAdrift { drift() } else { fail(wanting: .declaration) }
      return nil
    }
  }

  /// K2: a declaring word is a name if an infix token follows: `检查 其中 …` asks.
  private func declaringWord(_ words: [Keyword]) -> Keyword? {
    guard let word = at(anyOf: words) else { return nil }
    return kind() == .reserved || !isInfix(1) && !at(.colon, 1) ? word : nil
  }

  private func finishItem() {
    guard !isPanicking, kind() != .separator, !atFileEnd else { return }
    if declaringWord(DeclarationWords.current) != nil { return reportSeparator() }
    if at(.rightBrace) || declaringWord(DeclarationWords.later) != nil { return }
    failBehindItem()
  }

  private func skipLater() {
    let mark = mark()
    report(.laterDeclaration, span, arguments: [found])
    isPanicking = true
    bump()
    skipToSync()
    finish(.laterItem, from: mark)
  }

  /// A clause that lost its declaration; those after it are silent.
  private func lostClause() {
    if isAdrift { return drift() }
    isAdrift = true
    fail(.unexpected, span, arguments: [found, Slot.declaration.name])
  }

  /// Skips what belongs to a mistake that was already reported.
  private func drift() {
    isPanicking = true
    skipToSync()
  }

  /// A word that begins no declaration: misspelt, glued, a clause that lost its declaration, or a statement.
  private func strangeItem() -> Declaration? {
    let text = tokens[position].text
    let isNamed = isName(1) || kind(1) == .sign(.leftBrace)
    if kind() == .word, isNamed {
      if let keyword = Misspelling.homophones[text], DeclarationWords.current.contains(keyword) {
        reportMisspelt(keyword)
        return declaration(keyword)
      }
      if let keyword = Misspelling.synonyms[text], DeclarationWords.current.contains(keyword) {
        report(
          .unknownDeclaration, span, arguments: unknownArguments(text),
          fixes: [Misspelling.spelling(of: keyword, like: text)])
        return declaration(keyword)
      }
    }
    if isAdrift, !looksDeclared {
      drift()
    } else if kind() == .word, !isInfix(1) || at(.equal, 1),
      let glued = Misspelling.glued(text, to: DeclarationWords.current)
    {
      fail(.gluedRun, span, arguments: [text], fixes: [glued.word + " " + glued.rest])
    } else if at(anyOf: Self.clauseWords) != nil, !isInfix(1), !at(.leftParen, 1) {
      lostClause()
    } else if isNamed {
      fail(.unknownDeclaration, span, arguments: unknownArguments(text))
    } else {
      skipLater()
    }
    return nil
  }

  /// Whether a brace follows the word, or the word and a name.
  private var looksDeclared: Bool {
    kind(1) == .sign(.leftBrace) || isName(1) && kind(2) == .sign(.leftBrace)
  }

  private func unknownArguments(_ text: String) -> [String] {
    [text] + DeclarationWords.current.map { Misspelling.spelling(of: $0, like: text) }
  }

  private static let clauseWords: [Keyword] = {
    let bodies: [Body] = [.plan, .inspection, .require, .target, .escalation, .parameter]
    return bodies.flatMap { $0.heads + $0.later } + [.overdue]
  }()
}
