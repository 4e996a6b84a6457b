// How the parser reports and goes on. Only what is missing and what is unexpected is recorded; wording is another room's work.

extension ParserState {
  /// Records an issue, unless one mistake is already being recovered from.
  func report(
    _ kind: SyntaxIssueKind, _ span: Span, related: Span? = nil, arguments: [String] = [],
    fixes: [String] = []
  ) {
    damage += 1
    guard !isPanicking, !isStopped, issues.count < Parser.maximumIssues else { return }
    issues.append(
      SyntaxIssue(kind, span, related: related, arguments: arguments, fixes: fixes))
  }

  /// Records an issue and skips what belongs to the same mistake.
  func fail(
    _ kind: SyntaxIssueKind, _ span: Span, related: Span? = nil, arguments: [String] = [],
    fixes: [String] = []
  ) {
    report(kind, span, related: related, arguments: arguments, fixes: fixes)
    isPanicking = true
    skipToSync()
  }

  /// Reports that `slot` is missing here, or that something else stands in its place.
  func fail(wanting slot: Slot) {
    guard !isPanicking else { return }
    if kind() == .invalid {
      isPanicking = true
      return skipToSync()
    }
    if atClauseEnd || beginsLine && startsDeclaration(0) {
      return fail(.missing, Span(previousEnd, previousEnd), arguments: [slot.name])
    }
    if at(.rightParen) {
      if slot == .separator { return fail(.unmatchedCloser, span, arguments: [found]) }
      return fail(.missing, Span(previousEnd, previousEnd), arguments: [slot.name])
    }
    var fixes: [String] = []
    if slot == .name || slot == .enumValue || slot == .field, canBeQuoted { fixes = ["「\(found)」"] }
    fail(.unexpected, span, arguments: [found, slot.name], fixes: fixes)
  }

  /// The text of the token at the cursor.
  var found: String { source.text(span) }

  /// Whether the token would be a name inside 「」.
  private var canBeQuoted: Bool {
    switch kind() {
    case .reserved, .literal: true
    default: false
    }
  }

  /// Skips to the next separator or closing brace of the block around the cursor, or to a line that begins a declaration.
  func skipToSync() {
    let mark = mark()
    var nested = 0
    skipping: while true {
      switch kind() {
      case .endOfFile, .fenceEnd: break skipping
      case .separator where nested == 0: break skipping
      case .sign(.rightBrace):
        if nested == 0 { break skipping }
        nested -= 1
      case .sign(.leftBrace): nested += 1
      default:
        if beginsLine, startsDeclaration(0) { break skipping }
      }
      bump()
    }
    if position > mark.token { finish(.skipped, from: mark) }
  }

  /// Whether a declaration with a body begins at the token: its word, a name and what only a declaration has behind its name. Such a
  /// place is never inside a sound body, so the body above it was not closed.
  func startsDeclaration(_ offset: Int) -> Bool {
    if at(.test, offset), kind(offset + 1) == .string {
      return kind(offset + 2) == .sign(.leftBrace)
    }
    guard isName(offset + 1) else { return false }
    if at(.function, offset) { return at(.leftParen, offset + 2) }
    let words = DeclarationWords.withBraces
    if kind(offset + 2) == .sign(.leftBrace) { return at(anyOf: words, offset) != nil }
    if at(.alias, offset + 2), at(.register, offset) { return isName(offset + 3) }
    if at(.ascending, offset + 2) || at(.descending, offset + 2), at(.enumeration, offset) {
      return kind(offset + 3) == .sign(.leftBrace)
    }
    if isInActions { return false }
    if kind(offset + 2) == .sign(.equal) { return at(.scope, offset) || at(.parameter, offset) }
    if kind(offset + 2) == .sign(.leftParen) { return at(.scope, offset) }
    return at(.forIn, offset + 2) && at(.partition, offset)
  }
}

// MARK: - Blocks

extension ParserState {
  /// Parses `{ item ； item }`, with `commas` also `{ item 、 item }`. With `clausesOf` the items are clauses of that body, so that a
  /// clause word behind an item on the same line only lacks its separator. With `labels` the items begin with labels, so that a line that begins
  /// like a clause shows that the block was not closed. With `statements` the items are statements.
  func block(
    commas: Bool = false, labels: Bool = false, clausesOf body: Body? = nil,
    statements: Bool = false, _ item: (ParserState) -> Void
  ) {
    let mark = mark()
    let opener = span
    bump()
    guard enter() else { return finish(.block, from: mark) }
    var mayClose = true
    while true {
      isPanicking = false
      skipSeparators()
      if at(.rightBrace), mayClose {
        bump()
        break
      }
      if atFileEnd || startsDeclaration(0) || labels && atClauseInsteadOfLabel
        || body != nil && atStatementInsteadOfClause
      {
        reportUnclosed(opener)
        isPanicking = true
        break
      }
      let start = position
      item(self)
      mayClose = true
      if commas, take(.comma) { mayClose = false } else { expectItemEnd(body, statements) }
      // Whatever happens, each round takes a token or may close the block.
      if position == start, !at(.rightBrace) { bump() }
    }
    leave()
    finish(.block, from: mark)
  }

  private var atClauseInsteadOfLabel: Bool {
    beginsLine && at(anyOf: heads) != nil && !isInfix(1) && !at(.colon, 1)
  }

  /// A line that only a statement begins with: the body above it was not closed.
  private var atStatementInsteadOfClause: Bool {
    guard beginsLine, let word = statementWord() else { return false }
    switch word {
    case .let: return isName(1)
    case .for: return at(.each, 1)
    case .show, .insert, .update, .delete, .assert: return beginsOperandBehind(1)
    default: return false
    }
  }

  /// Reports a brace that is still open here.
  func reportUnclosed(_ opener: Span) {
    if unclosedBrace == position { return }
    unclosedBrace = position
    var last = position
    while last > 0, classes[last - 1] == .separator { last -= 1 }
    let end = last > 0 ? tokens[last - 1].span.end : opener.end
    report(
      .unclosedBrace, Span(end, end), related: opener,
      arguments: [source.text(opener)], fixes: ["}"])
  }

  /// Whether a statement begins here, behind another on the same line (N5).
  var beginsStatementBehind: Bool {
    statementWord() != nil || kind(-1) == .sign(.rightBrace) && atName
  }

  /// What may follow an item: a separator or the end of the block.
  private func expectItemEnd(_ body: Body?, _ holdsStatements: Bool) {
    guard !isPanicking, !atClauseEnd else { return }
    if body.map(beginsClause) ?? (holdsStatements && beginsStatementBehind) {
      reportSeparator()
    } else {
      failBehindItem()
    }
  }

  /// Reports that the item at the cursor wants a separator before it, and reads on.
  func reportSeparator() {
    let isASCII = found.utf8.first.map { $0 < 0x80 } ?? false
    report(
      .clauseNeedsSeparator, span, arguments: [found], fixes: [(isASCII ? "; " : "；") + found])
  }

  /// Something follows a finished item on the same line.
  func failBehindItem() {
    if at(.comma), let set = membershipSet() {
      return fail(
        .missingBraces, set, arguments: ["这几个值"], fixes: ["{" + source.text(set) + "}"])
    }
    fail(wanting: .separator)
  }

  /// `属于 甲、乙`: the list that should be a set, if that is what stands here.
  private func membershipSet() -> Span? {
    guard let last = lastMembership, last.end == previousEnd else { return nil }
    var end = last.end
    var offset = 0
    while kind(offset) == .sign(.comma), isName(offset + 1) {
      end = tokens[position + offset + 1].span.end
      offset += 2
    }
    return offset > 0 ? Span(last.start, end) : nil
  }
}
