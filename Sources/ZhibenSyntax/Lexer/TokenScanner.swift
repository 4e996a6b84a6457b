/// Reads regions of code into raw tokens: no trivia yet, every newline a separator of its own. `Layout` makes the final tokens of them.
struct TokenScanner {
  let bytes: [UInt8]
  var text: CodeText
  var position = 0
  var tokens: [Token] = []
  var issues: [SyntaxIssue] = []
  /// Whether only blanks stand between the last newline and `position`.
  var atLineStart = true
  var quotes = LineQuotes()

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    text = CodeText(bytes, Span(0, 0))
  }

  /// Reads the tokens of a region.
  mutating func scan(_ region: Span) {
    text = CodeText(bytes, region)
    position = text.start
    atLineStart = true
    tokens.reserveCapacity(tokens.count + (text.end - text.start) / 8)
    while position < text.end {
      let start = position
      scanOne()
      // Whatever a form did, the reading goes forward.
      if position <= start { position = start + 1 }
    }
  }

  private mutating func scanOne() {
    let byte = text.byte(position)
    switch byte {
    case 0x20, 0x09, 0x0D: position += 1
    case 0x0A:
      append(.separator, Span(position, position + 1))
      position += 1
      atLineStart = true
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A:
      scanRun()
      atLineStart = false
    case 0x00..<0x20, 0x7F: position += 1
    case 0x21..<0x7F:
      scanSign()
      atLineStart = false
    default: scanWide()
    }
  }

  private mutating func scanWide() {
    let (value, next) = text.raw(position)
    if value == CodeText.invalid {
      var end = next
      while text.raw(end).value == CodeText.invalid { end = text.raw(end).next }
      append(.invalid, Span(position, end))
      position = end
      atLineStart = false
    } else if CharacterClass.isBlank(value) || CharacterClass.isInvisible(value)
      || CharacterClass.isBidirectional(value)
    {
      position = next
    } else if CharacterClass.isRun(text.scalar(position).value) {
      scanRun()
      atLineStart = false
    } else {
      scanSign()
      atLineStart = false
    }
  }

  mutating func append(
    _ kind: TokenKind, _ span: Span, text: String = "", segments: [StringSegment] = []
  ) {
    tokens.append(
      Token(
        kind: kind, span: span, trivia: Span(span.start, span.start), text: text,
        segments: segments))
  }

  mutating func report(
    _ kind: SyntaxIssueKind, _ span: Span, related: Span? = nil, arguments: [String] = [],
    fixes: [String] = []
  ) {
    issues.append(
      SyntaxIssue(kind, span, related: related, arguments: arguments, fixes: fixes))
  }

  /// The offset of the next line feed, or the end of the region.
  func lineEnd(_ offset: Int) -> Int {
    var index = offset
    while index < text.end, bytes[index] != 0x0A { index += 1 }
    return index
  }
}
