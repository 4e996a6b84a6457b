// How a token is spelt.

extension Composer {
  /// The spelling of a token that is no keyword.
  func text(of index: Int) -> String {
    let token = tree.tokens[index]
    switch token.kind {
    case .word, .reserved: return spelling(ofWord: index).text
    case .quotedName: return "「" + token.text + "」"
    case .literal(let literal): return text(of: literal, tree.source.text(token.span))
    case .string: return string(token)
    case .sign(let sign): return style.spelling(of: sign)
    case .title, .invalid: return tree.source.text(token.span)
    case .separator, .fenceEnd, .endOfFile: return ""
    }
  }

  /// The spelling of a word and how many tokens it takes the place of: a contextual keyword may be several English words.
  func spelling(ofWord index: Int) -> (text: String, count: Int) {
    let token = tree.tokens[index]
    let isEnglish = FormatStyle.isEnglish(token.text)
    guard style.isTranslating, let keyword = tree.keywords[index], isEnglish == style.isChinese
    else { return (token.text, 1) }
    // 与 could end a line, `and` cannot.
    if keyword == .betwAnd, followsComment(index + 1) { return (token.text, 1) }
    // A share is 不低于, a number 不少于.
    if keyword == .ge, style.isChinese, isShare(index + 1) { return ("不低于", 1) }
    let spelling = KeywordTable.spelling(of: keyword, in: style.language)
    guard isEnglish, KeywordTable.binding(of: keyword) == .contextual else { return (spelling, 1) }
    let words = KeywordTable.spelling(of: keyword, in: .english).split(separator: " ")
    let follows = words.indices.allSatisfy { place in
      let index = index + place
      return index < tree.tokens.count && tree.keywords[index] == keyword
        && tree.tokens[index].text == words[place]
    }
    return (spelling, follows ? words.count : 1)
  }

  private func isShare(_ index: Int) -> Bool {
    guard index < tree.tokens.count,
      case .literal(.quantity(let quantity)) = tree.tokens[index].kind
    else { return false }
    return quantity.unit == "%"
  }

  // MARK: Literals

  private func text(of literal: Literal, _ source: String) -> String {
    let source = LiteralSpelling.folded(source)
    let isEnglish = FormatStyle.isEnglish(source)
    let isNeutral = !isEnglish && !FormatStyle.isHan(source)
    if isNeutral || style.isTranslating && isEnglish == style.isChinese,
      let text = LiteralSpelling.spell(literal, in: style.language, like: source)
    {
      return text
    }
    return LiteralSpelling.normalised(literal, source)
  }

  // MARK: Strings

  /// A text in the quotes of the house, with the code in its braces formatted.
  private func string(_ token: Token) -> String {
    let source = tree.source
    let whole = CodeText(source.bytes, token.span)
    let (opener, start) = whole.scalar(token.span.start)
    var end = token.span.end - 1
    while end > start, whole.byte(end) & 0xC0 == 0x80 { end -= 1 }
    var content = ""
    var position = start
    for segment in token.segments {
      guard case .interpolation(let span) = segment else { continue }
      let brace = whole.byte(span.start - 1) == 0x7B ? 1 : 3
      content += source.text(Span(position, span.start - brace)) + "{" + code(span) + "}"
      position = span.end + (whole.byte(span.end) == 0x7D ? 1 : 3)
    }
    content += source.text(Span(position, max(position, end)))
    return quoted(content, like: opener)
  }

  /// “ ” in Chinese and " " in English, unless the text holds quotes of its own.
  private func quoted(_ content: String, like opener: UInt32) -> String {
    let hasStraight = content.unicodeScalars.contains { $0.value == 0x22 || $0.value == 0xFF02 }
    let hasCurly = content.unicodeScalars.contains { $0.value == 0x201C || $0.value == 0x201D }
    let isStraight: Bool
    switch (hasStraight, hasCurly) {
    case (false, false): isStraight = !style.isChinese
    case (false, true): isStraight = true
    case (true, false): isStraight = false
    case (true, true): isStraight = opener == 0x22
    }
    return isStraight ? "\"" + content + "\"" : "“" + content + "”"
  }

  /// The code of an interpolation on one line. With a comment in it, it stays as it is.
  private func code(_ span: Span) -> String {
    guard let inner = Parser.question(in: span, of: tree.source) else {
      return tree.source.text(span)
    }
    var composer = Composer(inner, style, regions)
    for element in inner.elements(inner.root) {
      if case .node(let node) = element { composer.emit(node, in: .string, 0) }
    }
    guard let end = inner.tokens.indices.last else { return tree.source.text(span) }
    composer.read(end)
    guard composer.comments.isEmpty else { return tree.source.text(span) }
    return Printer.line(of: composer.pieces, style) ?? tree.source.text(span)
  }
}

extension Parser {
  /// The tree of the question in a region of a file; nil if it has issues.
  static func question(in region: Span, of source: SourceFile) -> SyntaxTree? {
    let lexed = Lexer.lex(source, in: region)
    let state = ParserState(source: source, tokens: lexed.tokens)
    let mark = state.mark()
    _ = state.question()
    state.finish(.file, from: mark)
    return lexed.issues.isEmpty && state.issues.isEmpty ? state.finishTree() : nil
  }
}
