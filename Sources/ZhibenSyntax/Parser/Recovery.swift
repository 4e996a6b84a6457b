// How the parser reports and goes on. Only what is missing and what is unexpected is recorded; wording is another room's work.

extension ParserState {
  /// Records an issue, unless one mistake is already being recovered from.
  mutating func report(
    _ kind: SyntaxIssueKind, _ span: Span, related: Span? = nil, arguments: [String] = [],
    fixes: [String] = []
  ) {
    guard !isPanicking, !isStopped, issues.count < Parser.maximumIssues else { return }
    issues.append(
      SyntaxIssue(kind, span, related: related, arguments: arguments, fixes: fixes))
  }

  /// Records an issue and skips what belongs to the same mistake.
  mutating func fail(
    _ kind: SyntaxIssueKind, _ span: Span, related: Span? = nil, arguments: [String] = [],
    fixes: [String] = []
  ) {
    report(kind, span, related: related, arguments: arguments, fixes: fixes)
    isPanicking = true
    skipToSync()
  }

  /// Reports that `slot` is missing here, or that something else stands in its place.
  mutating func fail(wanting slot: Slot) {
    guard !isPanicking else { return }
    if kind() == .invalid {
      isPanicking = true
      return skipToSync()
    }
    if atClauseEnd || tokens[position].followsNewline && startsDeclaration(0) {
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
  mutating func skipToSync() {
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
        if tokens[position].followsNewline, startsDeclaration(0) { break skipping }
      }
      bump()
    }
    if position > mark.token { finish(.skipped, from: mark) }
  }

  /// Whether a declaration with a body begins at the token: its word, a name and what only a declaration has behind its name. Such a
  /// place is never inside a sound body, so the body above it was not closed.
  func startsDeclaration(_ offset: Int) -> Bool {
    let index = position + offset
    guard index < spelled.count, isName(offset + 1) else { return false }
    for keyword in spelled[index] {
      switch keyword {
      case .scope, .parameter: if kind(offset + 2) == .sign(.equal) { return true }
      case .enumeration:
        if kind(offset + 2) == .sign(.leftBrace) || at(.ascending, offset + 2)
          || at(.descending, offset + 2)
        {
          return true
        }
      case .register:
        if kind(offset + 2) == .sign(.leftBrace) || at(.alias, offset + 2) { return true }
      case .partition:
        if kind(offset + 2) == .sign(.leftBrace) || at(.forIn, offset + 2) { return true }
      default:
        if DeclarationWords.withBraces.contains(keyword), kind(offset + 2) == .sign(.leftBrace) {
          return true
        }
      }
    }
    return false
  }
}

// MARK: - Blocks

extension ParserState {
  /// Parses `{ item ； item }`, with `commas` also `{ item 、 item }`. With `clausesOf` the items are clauses of that body, so that a
  /// clause word behind an item on the same line only lacks its separator.
  mutating func block(
    commas: Bool = false, clausesOf body: Body? = nil, _ item: (inout ParserState) -> Void
  ) {
    let mark = mark()
    let opener = span
    bump()
    guard enter() else { return finish(.block, from: mark) }
    while true {
      isPanicking = false
      while kind() == .separator || commas && at(.comma) { bump() }
      if at(.rightBrace) {
        bump()
        break
      }
      if atFileEnd || startsDeclaration(0) {
        reportUnclosed(opener)
        isPanicking = true
        break
      }
      let start = position
      item(&self)
      if !(commas && at(.comma)) { expectItemEnd(body) }
      // Whatever happens, each round takes a token.
      if position == start { bump() }
    }
    leave()
    finish(.block, from: mark)
  }

  /// Reports a brace that is still open here.
  mutating func reportUnclosed(_ opener: Span) {
    report(
      .unclosedBrace, Span(previousEnd, previousEnd), related: opener,
      arguments: [source.text(opener)], fixes: ["}"])
  }

  /// What may follow an item: a separator or the end of the block.
  private mutating func expectItemEnd(_ body: Body?) {
    guard !isPanicking, !atClauseEnd else { return }
    if let body, beginsClause(body) {
      report(.clauseNeedsSeparator, span, arguments: [found], fixes: ["；" + found])
    } else {
      failBehindItem()
    }
  }

  /// Something follows a finished item on the same line.
  mutating func failBehindItem() {
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
