// A file: declarations and statements, one after another.

extension ParserState {
  func parseFile() -> Script {
    let mark = mark()
    var script = Script()
    while true {
      isPanicking = false
      while kind() == .separator || kind() == .fenceEnd { bump() }
      if kind() == .endOfFile { break }
      let start = position
      headingPath = headings.headingPath(at: span.start).map(\.title)
      item(of: &script)
      finishItem()
      if position == start { bump() }
    }
    finish(.file, from: mark)
    return script
  }

  private func item(of script: inout Script) {
    if failForeignWhen() { return }
    if let keyword = declaringWord(DeclarationWords.current) ?? misspeltDeclaration() {
      return script.declarations.append(declaration(keyword))
    }
    if declaringWord([.version]) != nil { return version(of: &script) }
    if declaringWord(DeclarationWords.later) != nil {
      isAdrift = false
      return skipLater()
    }
    if statementWord() != nil { isAdrift = false }
    if refuseItem() { return }
    if let statement = statement() { script.statements.append(statement) }
  }

  /// `版本 1`
  private func version(of script: inout Script) {
    let mark = mark()
    bump(as: .version)
    _ = take(.colon)
    if case .number(let number) = literal(), number.isInteger {
      if number.numerator == 1 {
        script.version = 1
        finishLiteral()
      } else {
        fail(.laterDeclaration, span, arguments: [found])
      }
    } else {
      fail(wanting: .number)
    }
    finish(.version, from: mark)
  }

  /// What begins neither a declaration nor a statement: reported and skipped, or skipped in silence behind a damaged declaration.
  private func refuseItem() -> Bool {
    switch kind() {
    case .sign(.rightBrace), .sign(.rightParen):
      if !isAdrift { report(.unmatchedCloser, span, arguments: [found]) }
      isAdrift = true
      let mark = mark()
      while at(.rightBrace) || at(.rightParen) || kind() == .separator { bump() }
      finish(.skipped, from: mark)
      isPanicking = true
    case .word where statementWord() == nil, .quotedName: return refuseWord()
    case .literal(.overdue), .literal(.expiry), .literal(.cadence), .literal(.everyN),
      .literal(.deadline), .literal(.within):
      // `每年1次 6月底前` is a clause; `每年1次` alone or in a comparison a value.
      guard isAdrift || kind() == .literal(.overdue) || isName(1) || isLiteral(1) else {
        return false
      }
      lostClause()
    case .reserved where statementWord() != nil: return false
    case .literal, .string, .reserved, .sign(.leftParen), .sign(.minus):
      guard isAdrift else { return false }
      drift()
    case .word: return false
    default:
      if isAdrift { drift() } else { fail(wanting: .declaration) }
    }
    return true
  }

  /// K2: a declaring word is a name if an infix token follows: `检查 其中 …` asks.
  private func declaringWord(_ words: [Keyword]) -> Keyword? {
    guard let word = at(anyOf: words) else { return nil }
    let next = phraseLength(word, position) ?? 1
    let isName =
      isInfix(next) || at(.by, next) || at(.leftParen, next) && word != .function
      || at(.colon, next) && word != .version
      // `检查「甲」.结论` is about a record.
      || kind(next) == .quotedName && at(.dot, next + 1)
    return kind() == .reserved || !isName ? word : nil
  }

  private func finishItem() {
    guard !isPanicking, at(.rightBrace) || !atClauseEnd else { return }
    if at(.rightBrace) || declaringWord(DeclarationWords.later) != nil { return }
    if declaringWord(DeclarationWords.current) != nil || beginsStatementBehind {
      return reportSeparator()
    }
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

  /// A word that is surely meant as a declaration's, reported.
  private func misspeltDeclaration() -> Keyword? {
    guard kind() == .word else { return nil }
    let text = token().text
    if Misspelling.functions.contains(text), isName(1), at(.leftParen, 2) {
      reportForeign(.function)
      return .function
    }
    guard kind(1) == .word || looksDeclared, statementWord() == nil else { return nil }
    if let keyword = Misspelling.homophones[text], DeclarationWords.current.contains(keyword) {
      reportMisspelt(keyword)
      return keyword
    }
    if let keyword = Misspelling.synonyms[text], DeclarationWords.current.contains(keyword) {
      report(
        .unknownDeclaration, span, arguments: unknownArguments(text),
        fixes: [Misspelling.spelling(of: keyword, like: text)])
      return keyword
    }
    return nil
  }

  /// A word that begins neither: glued, a clause that lost its declaration, or unknown. False for a name that begins a question.
  private func refuseWord() -> Bool {
    let text = token().text
    if isAdrift, !looksDeclared {
      drift()
    } else if kind() == .word, !isInfix(1) || at(.equal, 1),
      let glued = Misspelling.glued(text, to: DeclarationWords.current),
      isName(1) || kind(1) == .sign(.leftBrace) || at(.equal, 1)
    {
      fail(.gluedRun, span, arguments: [text], fixes: [glued.word + " " + glued.rest])
    } else if at(anyOf: Self.clauseWords) != nil, beginsClauseValue(1) {
      lostClause()
    } else if looksDeclared, Misspelling.statements[text] == nil, Misspelling.foreign[text] == nil {
      fail(.unknownDeclaration, span, arguments: unknownArguments(text))
    } else {
      return false
    }
    return true
  }

  private func isLiteral(_ offset: Int) -> Bool {
    if case .literal = kind(offset) { true } else { false }
  }

  /// Whether the token can only be the value of the clause word before it.
  private func beginsClauseValue(_ offset: Int) -> Bool {
    switch kind(offset) {
    case .word, .string, .title, .literal, .sign(.colon), .sign(.leftBrace): true
    case .reserved: !isInfix(offset) && !at(.by, offset)
    default: false
    }
  }

  /// Whether a brace follows the word, or the word and a name.
  private var looksDeclared: Bool {
    kind(1) == .sign(.leftBrace) || isName(1) && kind(2) == .sign(.leftBrace)
  }

  private func unknownArguments(_ text: String) -> [String] {
    [text] + DeclarationWords.current.map { Misspelling.spelling(of: $0, like: text) }
  }

  private static let clauseWords: [Keyword] = {
    let bodies: [Body] = [
      .plan, .inspection, .draw, .incentive, .report, .require, .when, .target, .escalation,
      .parameter,
    ]
    return bodies.flatMap { $0.heads + $0.later } + [.overdue]
  }()
}
