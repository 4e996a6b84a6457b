// Mistakes that deserve their own sentence: misspelt clause words, literals that go on, clauses on one line.

extension ParserState {
  /// Whether a clause of the body begins at the cursor.
  func beginsClause(_ body: Body) -> Bool {
    if at(anyOf: body.heads) != nil || at(anyOf: body.later) != nil { return true }
    guard case .literal(let literal) = kind() else { return body.takesRungs && at(.overdue) }
    switch literal {
    case .cadence, .everyN: return body.takesCadences
    case .deadline, .within: return body.takesCadences
    case .overdue, .expiry: return body.takesRungs
    default: return false
    }
  }

  /// Reports a word of a later stage and skips what belongs to it.
  func failLater(_ word: Span) {
    fail(.laterDeclaration, word, arguments: [source.text(word)])
  }

  // MARK: - Clause words

  /// A word that is surely meant as a clause word, reported; reading goes on as if it stood there.
  func misspeltHead(_ body: Body) -> Keyword? {
    guard kind() == .word, !isPanicking else { return nil }
    let text = tokens[position].text
    if let head = Misspelling.homophones[text], body.heads.contains(head), !at(.leftParen, 1) {
      reportMisspelt(head)
      return head
    }
    if let head = Misspelling.synonyms[text], body.heads.contains(head) {
      report(
        .unknownClause, span, arguments: unknownArguments(text, body),
        fixes: [Misspelling.spelling(of: head, like: text)])
      return head
    }
    return nil
  }

  /// Reports a word that begins no clause of this declaration.
  func failUnknownClause(_ body: Body) {
    guard !isPanicking else { return }
    if at(anyOf: body.later) != nil { return failLater(span) }
    guard kind() == .word, !at(.except) else {
      return fail(wanting: body.takesRungs ? .rung : .clause)
    }
    let text = tokens[position].text
    if body.takesCadences, literalGoesOn() { return }
    if body.takesRungs, gluedRung() { return }
    let heads = body.heads + (body.takesRungs ? [.overdue] : [])
    if let head = Misspelling.glued(text, to: heads) {
      return fail(.gluedRun, span, arguments: [text], fixes: [head.word + " " + head.rest])
    }
    if body.takesCadences, at(.first, 1) || at(.after, 1), case .literal = kind(2) {
      let term = KeywordTable.spelling(of: .term, in: .chinese)
      return fail(.missing, span, arguments: [term], fixes: [term + " " + text])
    }
    fail(.unknownClause, span, arguments: unknownArguments(text, body))
  }

  /// The word, the declaration's word, and the clause words that the messages may choose suggestions from.
  private func unknownArguments(_ text: String, _ body: Body) -> [String] {
    [text, KeywordTable.spelling(of: body.declaration, in: .chinese)]
      + body.heads.map { Misspelling.spelling(of: $0, like: text) }
  }

  // MARK: - Literals glued to words

  /// `每季度至少1次检查` where a cadence is wanted: the literal ends before 检查; `每季度至少检查1次` holds its verb.
  func literalGoesOn() -> Bool {
    guard !isPanicking, kind() == .word, !isInfix(1) else { return false }
    let end = literalEnd { literal in
      switch literal {
      case .cadence, .everyN, .deadline, .within, .expiry: true
      default: false
      }
    }
    guard let end else { return false }
    if let embracing = NearLiteral.cadence(in: source.text(span)) {
      // 每季度至少带队检查1次: as documents write it, with the verb inside.
      fail(
        .literalGoesOn, span, arguments: [embracing.literal, embracing.verb],
        fixes: [embracing.literal])
      return true
    }
    let literal = source.text(Span(span.start, end))
    let rest = source.text(Span(end, span.end))
    fail(.literalGoesOn, span, arguments: [literal, rest], fixes: [literal])
    return true
  }

  /// `逾期15日通报` where a rung is wanted.
  private func gluedRung() -> Bool {
    let end = literalEnd { literal in
      switch literal {
      case .overdue, .expiry: true
      default: false
      }
    }
    guard let end else { return false }
    let split = source.text(Span(span.start, end)) + " " + source.text(Span(end, span.end))
    fail(.gluedRun, span, arguments: [found], fixes: [split])
    return true
  }

  /// The end of the longest literal of a wanted kind at the start of the word.
  private func literalEnd(_ fits: (Literal) -> Bool) -> Int? {
    LiteralReader.readAll(CodeText(source.bytes, span), at: span.start)
      .filter { fits($0.literal) && $0.end < span.end }.map(\.end).max()
  }

  // MARK: - Roles of actions

  /// The role that the word at the cursor is meant to be, if it is a known slip and an operand follows.
  func misspeltRole() -> Keyword? {
    guard let role = Misspelling.roles[tokens[position].text], kind() != .quotedName else {
      return nil
    }
    switch kind(1) {
    case .word, .quotedName: return role
    case .reserved: return at(.this, 1) || at(.that, 1) ? role : nil
    default: return nil
    }
  }

  /// As `misspeltRole`, reported.
  func takeMisspeltRole() -> Keyword? {
    guard let role = misspeltRole() else { return nil }
    reportMisspelt(role)
    return role
  }

  /// `企业 其它 等级 = D`: no word can stand behind an operand and before another, but 其中.
  var misspeltWhere: Bool {
    kind() == .word && Misspelling.whereWords.contains(tokens[position].text) && beginsPath(1)
  }

  /// Reports a word that sounds like `keyword`; reading goes on as if that stood there.
  func reportMisspelt(_ keyword: Keyword) {
    let meant = KeywordTable.spelling(of: keyword, in: .chinese)
    report(.homophone, span, arguments: [found, meant], fixes: [meant])
  }
}
