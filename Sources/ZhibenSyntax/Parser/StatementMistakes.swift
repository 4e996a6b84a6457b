// Mistakes in statements that deserve their own sentence: words of other languages, missing braces, `=` for `:=`.

extension ParserState {
  // MARK: - Words

  /// A word that is surely meant as a statement's word, reported; reading goes on as if it stood there.
  func takeMisspeltStatement() -> Keyword? {
    guard !isPanicking, kind() == .word, let (word, isForeign) = meantStatement() else {
      return nil
    }
    if isForeign { reportForeign(word) } else { reportMisspelt(word) }
    return word
  }

  private func meantStatement() -> (Keyword, isForeign: Bool)? {
    let text = token().text
    guard let word = Misspelling.statements[text] ?? Misspelling.foreign[text] else { return nil }
    let isForeign = Misspelling.statements[text] == nil
    if [.break, .continue, .return].contains(word), nesting > 0 {
      switch kind(1) {
      case .separator, .sign(.rightBrace): return (word, isForeign)
      default: break
      }
    }
    if beginsOperandBehind(1) { return (word, isForeign) }
    // `打印（5）` calls a function of that name, if there is one.
    let isCall = isForeign && at(.leftParen, 1) && !functions.contains(text)
    return isCall ? (word, isForeign) : nil
  }

  /// Whether an operand begins at the token, so that a word before it is no operand.
  func beginsOperandBehind(_ offset: Int) -> Bool {
    guard !token(offset).followsNewline else { return false }
    switch kind(offset) {
    case .word: return !Misspelling.whereWords.contains(token(offset).text)
    case .literal, .string: return true
    case .reserved:
      return [.this, .that, .all, .not, .ever, .history, .if].contains { at($0, offset) }
    default: return false
    }
  }

  /// Reports a word of another language; reading goes on as if `keyword` stood there.
  func reportForeign(_ keyword: Keyword) {
    let right = Misspelling.spelling(of: keyword, like: found)
    report(.foreignWord, span, arguments: [found, right], fixes: [right])
  }

  /// `如果` behind 否则.
  func takeForeignIf() -> Bool {
    guard !isPanicking, kind() == .word, Misspelling.foreign[token().text] == .if else {
      return false
    }
    reportForeign(.if)
    bump()
    return true
  }

  /// `否则如果 c`, `elif c` behind a block, on its line or the next.
  func takeForeignOtherwiseIf() -> Bool {
    let offset = kind() == .separator ? 1 : 0
    guard !isPanicking, kind(offset) == .word, !isInfix(offset + 1),
      let right = Misspelling.otherwiseIf[token(offset).text]
    else { return false }
    if offset > 0 { bump() }
    report(.foreignWord, span, arguments: [found, right], fixes: [right])
    bump()
    return true
  }

  /// `当 n > 3 时 {`: 当 begins a rule about events; a statement is 若 or 循环.
  func failForeignWhen() -> Bool {
    guard at(.when) else { return false }
    var offset = 1
    while kind(offset) != .sign(.leftBrace), kind(offset) != .separator,
      kind(offset) != .endOfFile
    {
      offset += 1
    }
    let last = token(offset - 1)
    guard kind(offset) == .sign(.leftBrace), offset > 2, last.text == "时" else { return false }
    let place = Span(span.start, last.span.end)
    let condition = source.text(Span(token(1).span.start, token(offset - 2).span.end))
    let words = [Keyword.if, .while].map { KeywordTable.spelling(of: $0, in: .chinese) }
    fail(
      .foreignWord, place, arguments: [source.text(place), words[0] + " " + condition],
      fixes: words.map { $0 + " " + condition })
    return true
  }

  /// `令x = 5`, `lte x = 5`: surely 令, and the name counts, so that nobody misses it further down.
  func strangeBinding() -> Statement.Kind? {
    guard kind() == .word else { return nil }
    let word = token()
    if at(.equal, 1), let glued = Misspelling.glued(word.text, to: [.let]) {
      report(
        .gluedRun, span, arguments: [word.text], fixes: [glued.word + " " + glued.rest])
      bump()
      return binding(Name(glued.rest, word.span))
    }
    guard kind(1) == .word, !token(1).followsNewline, at(.equal, 2) else { return nil }
    reportUnknownWord()
    bump()
    return name().map { binding($0) }
  }

  /// A word with an operand behind it begins no statement.
  func failStrangeWord() -> Bool {
    guard kind() == .word else { return false }
    if at(.project), at(.through, 1) {
      let until = KeywordTable.spelling(of: .until, in: .chinese)
      let through = token(1).span
      fail(.homophone, through, arguments: [source.text(through), until], fixes: [until])
      return true
    }
    let text = token().text
    let isFollowed = beginsOperandBehind(1) || at(.leftBrace, 1)
    if isFollowed, let glued = Misspelling.glued(text, to: DeclarationWords.statements) {
      fail(.gluedRun, span, arguments: [text], fixes: [glued.word + " " + glued.rest])
      return true
    }
    guard isFollowed else { return failCompoundAssignment() }
    reportUnknownWord()
    isPanicking = true
    skipToSync()
    return true
  }

  /// A word that begins nothing, with the words that do for suggestions.
  private func reportUnknownWord() {
    let words = DeclarationWords.statements + (nesting == 0 ? DeclarationWords.current : [])
    report(
      .unknownDeclaration, span,
      arguments: [found] + words.map { Misspelling.spelling(of: $0, like: found) })
  }

  /// `若a > 3 { … }`: a question that begins with a glued word and is followed by a brace.
  func failGluedHead(_ mark: TreeBuilder.Mark) {
    let head = token(mark.token - position)
    let words: [Keyword] = [.if, .while, .for]
    if case .word = head.kind, let glued = Misspelling.glued(head.text, to: words) {
      fail(.gluedRun, head.span, arguments: [head.text], fixes: [glued.word + " " + glued.rest])
    }
  }

  /// `预期 a 是 b`
  func takeForeignYields() -> Bool {
    guard !isPanicking, kind() == .word, Misspelling.yields.contains(token().text) else {
      return false
    }
    reportForeign(.yields)
    bump()
    return true
  }

  // MARK: - Signs

  /// `n += 1`
  private func failCompoundAssignment() -> Bool {
    let signs: [Sign] = [.plus, .minus, .times, .divide]
    guard at(.equal, 2), signs.contains(where: { at($0, 1) }),
      token(1).span.end == token(2).span.start
    else { return false }
    let place = Span(token(1).span.start, token(2).span.end)
    let operation = source.text(token(1).span)
    let fix = ":= " + token().text + " " + operation
    fail(.foreignOperator, place, arguments: [source.text(place), fix], fixes: [fix])
    return true
  }

  /// `人数 = 5` on a line of its own compares and does nothing.
  func warnOfUselessComparison(_ value: Expression) {
    guard case .comparison(let left, let tails) = value.kind, tails.count == 1,
      let tail = tails.first, tail.operation == .equal,
      source.text(tail.operationSpan).count == 1
    else { return }
    switch left.kind {
    case .name, .member, .call:
      report(
        .uselessComparison, tail.operationSpan, arguments: [source.text(left.span)], fixes: [":="])
      damage -= 1
    default: break
    }
  }

  /// `修改 企业「甲厂」.人数 = 60`: what is to change stands in braces.
  func reportChangeAsComparison(_ target: Expression) -> Bool {
    guard case .comparison(let left, let tails) = target.kind, tails.count == 1,
      let tail = tails.first, tail.operation == .equal,
      case .member(let record, let name) = left.kind
    else { return false }
    let field = name.isQuoted ? "「\(name.text)」" : name.text
    fail(
      .missingBraces, target.span, arguments: ["这几个值"],
      fixes: [
        "\(source.text(record.span)) { \(field)：\(source.text(tail.operand.span)) }"
      ])
    return true
  }

  // MARK: - Blocks

  /// `假设 a = 3 { … }`: what is supposed stands in braces of its own.
  func supposedWithoutBraces(_ parse: () -> Supposition?) -> [Supposition] {
    guard !isPanicking, beginsPath(0), !beginsLine else {
      fail(wanting: .sign("{"))
      return []
    }
    let start = span.start
    let change = parse()
    let place = Span(start, max(start, previousEnd))
    report(
      .missingBraces, place, arguments: [Slot.supposition.name],
      fixes: ["{ " + source.text(place) + " }"])
    return change.map { [$0] } ?? []
  }

  /// `若 a = 1 显示 2`: the statement stands where its block should.
  func blockWithoutBrace() -> [Statement] {
    guard !isPanicking, !beginsLine, statementWord() != nil, enter() else {
      fail(wanting: .sign("{"))
      return []
    }
    let start = span.start
    let isThen = at(.then, -1)
    let place = isThen ? token(-1).span.start : start
    let statement = statement()
    leave()
    let end = max(start, previousEnd)
    report(
      .missingBraces, Span(place, end), arguments: [Slot.statement.name],
      fixes: ["{ " + source.text(Span(start, end)) + " }"])
    return statement.map { [$0] } ?? []
  }

  /// `若 c 则 { … }`: a block needs no 则.
  func takeUselessThen() {
    guard !isPanicking, at(.then) else { return }
    if at(.leftBrace, 1) {
      report(.unexpected, span, arguments: [found, Slot.sign("{").name], fixes: [""])
    }
    bump(as: .then)
  }

  /// 每个 behind 对; a word of another language says both.
  func expectEach() {
    guard !isPanicking, !take(.each) else { return }
    guard isName(0), at(.forIn, 1) else { return expect(.each) }
    guard kind(-1) == .word, at(.for, -1) else { return }
    let each = Misspelling.spelling(of: .each, like: source.text(token(-1).span))
    report(
      .missing, Span(previousEnd, previousEnd), arguments: [Slot.word(.each).name],
      fixes: [" " + each])
  }

  /// 于 behind the variable of 对 每个, for which people write 属于.
  func expectForIn() {
    guard !isPanicking, !take(.forIn) else { return }
    guard at(.in) else { return expect(.forIn) }
    reportMisspelt(.forIn)
    bump()
  }
}
