/// Strings, quoted names and titles. All of them are one line.
extension TokenScanner {
  /// Reads what a quote opens; false if the character opens nothing.
  mutating func scanQuote(_ first: UInt32, _ start: Int, _ next: Int) -> Bool {
    switch first {
    case 0x22: scanStraightString(start, next)
    case 0x201C: scanCurlyString(start, next)
    case 0x27, 0x2018: return scanForeignString(first, start, next)
    case 0x300C, 0x300E: scanName(start, next, closer: first + 1)
    case 0x300A: return scanTitle(start, next)
    default: return false
    }
    return true
  }

  /// `"…"`: closed by the next `"`; only without one on the line by `”`.
  private mutating func scanStraightString(_ start: Int, _ next: Int) {
    quotes.read(text, lineOf: start)
    if let closer = quotes.next(.straight, next) {
      return appendString(start, Span(next, closer), text.raw(closer).next)
    }
    if let closer = quotes.next(.curlyClose, next) {
      let end = text.raw(closer).next
      report(
        .mixedQuotes, Span(closer, end), related: Span(start, next),
        arguments: [text.plain(start, next), text.plain(closer, end)], fixes: ["\""])
      return appendString(start, Span(next, closer), end)
    }
    appendUnterminated(start, next)
  }

  /// `“…”`: closed by its matching `”`, nesting counted; only without one on the line by `"`.
  private mutating func scanCurlyString(_ start: Int, _ next: Int) {
    quotes.read(text, lineOf: start)
    if let closer = quotes.matching(start) {
      return appendString(start, Span(next, closer), text.raw(closer).next)
    }
    if let closer = quotes.next(.straight, next) {
      let end = text.raw(closer).next
      report(
        .mixedQuotes, Span(closer, end), related: Span(start, next),
        arguments: [text.plain(start, next), text.plain(closer, end)], fixes: ["”"])
      return appendString(start, Span(next, closer), end)
    }
    appendUnterminated(start, next)
  }

  /// `'…'` and `‘…’` of other languages, read as strings.
  private mutating func scanForeignString(_ first: UInt32, _ start: Int, _ next: Int) -> Bool {
    quotes.read(text, lineOf: start)
    let kind: LineQuotes.Mark = first == 0x27 ? .apostrophe : .singleClose
    guard let closer = quotes.next(kind, next) else { return false }
    let end = text.raw(closer).next
    let content = text.plain(next, closer)
    report(
      .foreignCharacter, Span(start, end), arguments: [text.plain(start, next)],
      fixes: content.utf8.contains(0x22) ? ["“\(content)”"] : ["\"\(content)\""])
    appendString(start, Span(next, closer), end)
    return true
  }

  private mutating func appendUnterminated(_ start: Int, _ next: Int) {
    var end = lineEnd(start)
    if end > next, text.byte(end - 1) == 0x0D { end -= 1 }
    report(.unterminatedString, Span(start, next), arguments: [text.plain(start, next)])
    appendString(start, Span(next, end), end)
  }

  private mutating func appendString(_ start: Int, _ content: Span, _ end: Int) {
    var reader = StringReader(text, content)
    let segments = reader.read()
    issues += reader.issues
    append(.string, Span(start, end), segments: segments)
    position = end
  }

  /// `「…」`. Without a closer on the line the run that follows is taken for the name.
  private mutating func scanName(_ start: Int, _ next: Int, closer: UInt32) {
    quotes.read(text, lineOf: start)
    let mark: LineQuotes.Mark = closer == 0x300D ? .nameClose : .whiteClose
    if let end = quotes.next(mark, next) {
      let after = text.raw(end).next
      let name = text.plain(next, end)
      if closer == 0x300F {
        report(
          .foreignCharacter, Span(start, after), arguments: ["『"], fixes: ["「\(name)」"])
      }
      append(.quotedName, Span(start, after), text: name)
      position = after
      return
    }
    var end = next
    while CharacterClass.isRun(text.scalar(end).value) { end = text.scalar(end).next }
    if quotes.firstUnclosedName() {
      report(
        .unterminatedName, Span(start, next), arguments: [text.plain(next, end)],
        fixes: end > next ? [] : [""])
    }
    append(
      end > next ? .quotedName : .invalid, Span(start, end), text: text.plain(next, end))
    position = end
  }

  /// `《…》`, titles inside titles counted. Without a closer the mark is a typed `<`.
  private mutating func scanTitle(_ start: Int, _ next: Int) -> Bool {
    quotes.read(text, lineOf: start)
    guard let closer = quotes.matching(start) else { return false }
    let end = text.raw(closer).next
    append(.title, Span(start, end), text: text.plain(next, closer))
    position = end
    return true
  }
}
