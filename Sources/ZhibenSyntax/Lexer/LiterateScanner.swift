/// Finds the plan fences and the headings of a Markdown document.
///
/// Fences follow CommonMark (``` or ~~~, three or more, closed by at least as many of the same), with two additions for documents that are typed
/// by hand: a plan fence that meets a heading `## …` or another fence's opener was never closed, and the closer may be indented as far as the
/// opener. Front matter and HTML comments are prose.
struct LiterateScanner {
  /// A plan fence: its code without the fence lines, and the bytes of the closing marks (empty where the closer is missing).
  struct Fence {
    let code: Span
    let closer: Span
  }

  private(set) var fences: [Fence] = []
  private(set) var headings: [Heading] = []
  private(set) var issues: [SyntaxIssue] = []

  private let text: CodeText
  private var position = 0
  /// How far the text of the innermost list item is indented; fences inside may stand as far in.
  private var itemIndent = 0
  /// The paragraph line before, which an underline would make a heading.
  private var paragraph: Span?
  private var levels: [(level: Int, index: Int)] = []

  private init(_ bytes: [UInt8]) { text = CodeText(bytes, Span(0, bytes.count)) }

  static func scan(_ bytes: [UInt8]) -> LiterateScanner {
    var scanner = LiterateScanner(bytes)
    scanner.skipFrontMatter()
    while scanner.position < scanner.text.end { scanner.scanLine() }
    return scanner
  }

  // MARK: Lines

  /// The line at an offset without its end, and the offset of the next line.
  private func line(_ offset: Int) -> (span: Span, next: Int) {
    var end = offset
    while end < text.end, text.byte(end) != 0x0A { end += 1 }
    let next = min(end + 1, text.end)
    if end > offset, text.byte(end - 1) == 0x0D { end -= 1 }
    return (Span(offset, end), next)
  }

  /// The columns of indentation of a line and the offset of its first mark; a tab goes to the next multiple of four.
  private func indent(_ line: Span) -> (columns: Int, begin: Int) {
    var (columns, position) = (0, line.start)
    if position == 0, text.raw(0).value == 0xFEFF { position = 3 }
    while position < line.end {
      let byte = text.byte(position)
      guard byte == 0x20 || byte == 0x09 else { break }
      columns += byte == 0x09 ? 4 - columns % 4 : 1
      position += 1
    }
    return (columns, position)
  }

  private func isBlank(_ line: Span) -> Bool { indent(line).begin >= line.end }

  private mutating func skipFrontMatter() {
    guard text.plain(0, min(3, text.end)) == "---", line(0).span.end == 3 else { return }
    var offset = line(0).next
    while offset < text.end {
      let (span, next) = line(offset)
      let content = text.plain(span.start, span.end)
      if content == "---" || content == "..." {
        position = next
        return
      }
      offset = next
    }
  }

  private mutating func scanLine() {
    let (span, next) = line(position)
    let (columns, begin) = indent(span)
    position = next
    if begin >= span.end {
      paragraph = nil
      return
    }
    if columns < itemIndent, paragraph == nil { itemIndent = 0 }
    if text.match("<!--", begin) != nil { return skipComment(begin) }
    if columns <= itemIndent + 3, let fence = opener(begin, span.end) {
      paragraph = nil
      return scanFence(fence, columns)
    }
    if columns <= 3 {
      if let underline = underlineLevel(begin, span.end), let paragraph {
        addHeading(underline, title: paragraph, span: paragraph)
        self.paragraph = nil
        return
      }
      if scanHeading(span, begin) {
        paragraph = nil
        return
      }
    }
    let numbered = scanNumbered(span, begin)
    if let content = listContent(span, begin, columns) {
      itemIndent = content.columns
      paragraph = nil
      if let fence = opener(content.begin, span.end) { scanFence(fence, content.columns) }
      return
    }
    paragraph = numbered ? nil : span
  }

  private mutating func skipComment(_ offset: Int) {
    var end = offset
    while end < text.end, text.match("-->", end) == nil { end += 1 }
    position = max(position, line(end).next)
    paragraph = nil
  }

  // MARK: Fences

  private struct Opener {
    let mark: UInt8
    let count: Int
    let isPlan: Bool
    let span: Span
  }

  private func opener(_ begin: Int, _ end: Int) -> Opener? {
    let mark = text.byte(begin)
    guard mark == 0x60 || mark == 0x7E else { return nil }
    var offset = begin
    while offset < end, text.byte(offset) == mark { offset += 1 }
    let count = offset - begin
    guard count >= 3 else { return nil }
    let info = trimmed(offset, end)
    // An info string of a backtick fence holds no backtick: else it is inline code.
    if mark == 0x60, text.plain(info.start, info.end).utf8.contains(0x60) { return nil }
    var wordEnd = info.start
    while wordEnd < info.end, !CharacterClass.isBlank(text.scalar(wordEnd).value) {
      wordEnd = text.scalar(wordEnd).next
    }
    let word = text.plain(info.start, wordEnd)
    return Opener(
      mark: mark, count: count, isPlan: word == "plan" || word == "计划", span: Span(begin, offset))
  }

  private func trimmed(_ start: Int, _ end: Int) -> Span {
    var (from, to) = (start, end)
    while from < to, text.byte(from) == 0x20 || text.byte(from) == 0x09 { from += 1 }
    while to > from, text.byte(to - 1) == 0x20 || text.byte(to - 1) == 0x09 { to -= 1 }
    return Span(from, to)
  }

  private mutating func scanFence(_ fence: Opener, _ columns: Int) {
    let code = position
    while position < text.end {
      let (span, next) = line(position)
      let (indented, begin) = indent(span)
      if indented <= columns + 3, let marks = opener(begin, span.end), marks.mark == fence.mark,
        marks.count >= fence.count, marks.span.end == trimmed(begin, span.end).end
      {
        if fence.isPlan { fences.append(Fence(code: Span(code, span.start), closer: marks.span)) }
        position = next
        return
      }
      if fence.isPlan, indented <= columns + 3, isLost(begin, span.end) {
        return lose(fence, code, span.start)
      }
      position = next
    }
    lose(fence, code, text.end)
  }

  /// A line that no plan can hold: a heading of the second level or deeper, or the opener of another fence.
  private func isLost(_ begin: Int, _ end: Int) -> Bool {
    if let level = hashes(begin, end), level >= 2 { return true }
    return opener(begin, end) != nil
  }

  private mutating func lose(_ fence: Opener, _ code: Int, _ end: Int) {
    issues.append(SyntaxIssue(.unclosedFence, fence.span, related: Span(end, end)))
    if fence.isPlan { fences.append(Fence(code: Span(code, end), closer: Span(end, end))) }
    position = end
  }

  // MARK: Headings

  /// The number of `#` of a heading line.
  private func hashes(_ begin: Int, _ end: Int) -> Int? {
    var offset = begin
    while offset < end, text.byte(offset) == 0x23 { offset += 1 }
    guard 1...6 ~= offset - begin else { return nil }
    return offset == end || text.byte(offset) == 0x20 || text.byte(offset) == 0x09
      ? offset - begin : nil
  }

  private mutating func scanHeading(_ line: Span, _ begin: Int) -> Bool {
    guard let level = hashes(begin, line.end) else { return false }
    var title = trimmed(begin + level, line.end)
    var closing = title.end
    while closing > title.start, text.byte(closing - 1) == 0x23 { closing -= 1 }
    if closing == title.start || text.byte(closing - 1) == 0x20 {
      title = trimmed(title.start, closing)
    }
    addHeading(level, title: title, span: line)
    return true
  }

  private func underlineLevel(_ begin: Int, _ end: Int) -> Int? {
    let mark = text.byte(begin)
    guard mark == 0x3D || mark == 0x2D else { return nil }
    let line = trimmed(begin, end)
    for offset in line.start..<line.end where text.byte(offset) != mark { return nil }
    return mark == 0x3D ? 1 : 2
  }

  /// `一、` `（一）` `1.` `（1）` at the start of a line: a heading up to its first full stop.
  private mutating func scanNumbered(_ line: Span, _ begin: Int) -> Bool {
    guard let (level, after) = number(begin), after < line.end else { return false }
    var end = after
    while end < line.end {
      let (value, next) = text.raw(end)
      if value == 0x3002 { break }
      end = next
    }
    addHeading(level, title: trimmed(begin, end), span: Span(line.start, end))
    return true
  }

  private func number(_ begin: Int) -> (level: Int, next: Int)? {
    let (first, next) = text.scalar(begin)
    if first == 0x28 {
      guard let (isHan, end) = numeral(next) else { return nil }
      let (closer, after) = text.scalar(end)
      return closer == 0x29 ? (isHan ? 8 : 10, after) : nil
    }
    guard let (isHan, end) = numeral(begin) else { return nil }
    let (mark, after) = text.scalar(end)
    if isHan { return mark == 0x3001 ? (7, after) : nil }
    guard mark == 0x2E || mark == 0x3001 else { return nil }
    // `1.5倍` begins a sentence, not a paragraph.
    return CharacterClass.isDigit(text.scalar(after).value) ? nil : (9, after)
  }

  private func numeral(_ begin: Int) -> (isHan: Bool, next: Int)? {
    var offset = begin
    while CharacterClass.isDigit(text.scalar(offset).value), offset - begin < 9 {
      offset = text.scalar(offset).next
    }
    if offset > begin { return (false, offset) }
    guard let (_, next) = HanNumerals.read(text, begin) else { return nil }
    return (true, next)
  }

  private mutating func addHeading(_ level: Int, title: Span, span: Span) {
    while let last = levels.last, last.level >= level { levels.removeLast() }
    let words = trimmed(title.start, title.end)
    headings.append(
      Heading(
        level: level, title: text.plain(words.start, words.end), span: span,
        parent: levels.last?.index))
    levels.append((level, headings.count - 1))
  }

  // MARK: Lists

  /// Where the text of a list item begins.
  private func listContent(_ line: Span, _ begin: Int, _ columns: Int) -> (
    columns: Int, begin: Int
  )? {
    var offset = begin
    switch text.byte(begin) {
    case 0x2D, 0x2A, 0x2B: offset += 1
    case 0x30...0x39:
      while 0x30...0x39 ~= text.byte(offset), offset - begin < 9 { offset += 1 }
      guard text.byte(offset) == 0x2E || text.byte(offset) == 0x29 else { return nil }
      offset += 1
    default: return nil
    }
    guard offset == line.end || text.byte(offset) == 0x20 || text.byte(offset) == 0x09 else {
      return nil
    }
    let marker = offset - begin
    var content = offset
    while content < line.end, text.byte(content) == 0x20, content - offset < 4 { content += 1 }
    return (columns + marker + max(1, content - offset), content)
  }
}
