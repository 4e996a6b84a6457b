/// What stands between two tokens and matters to layout.
enum Trivia {
  /// One line feed, or a comment from its `//` to the end of its line.
  enum Part: Hashable {
    case newline
    case comment(String)
  }

  /// The line feeds and comments of a stretch of trivia, in order. Separators that the lexer dropped are passed over.
  static func read(_ source: SourceFile, _ span: Span) -> [Part] {
    let text = CodeText(source.bytes, span)
    var parts: [Part] = []
    var position = text.start
    while position < text.end {
      let (value, next) = text.scalar(position)
      if value == 0x2F, text.scalar(next).value == 0x2F, text.raw(position).value != 0xF7 {
        let content = text.scalar(next).next
        var end = content
        while end < text.end, text.byte(end) != 0x0A { end += 1 }
        position = end
        while end > content, isBlank(text.before(end)) { end = start(of: end, text) }
        parts.append(.comment("//" + text.plain(content, end)))
      } else {
        if value == 0x0A { parts.append(.newline) }
        position = next
      }
    }
    return parts
  }

  private static func isBlank(_ value: UInt32) -> Bool {
    CharacterClass.isBlank(value) || CharacterClass.isInvisible(value)
  }

  /// Where the scalar that ends at `end` begins.
  private static func start(of end: Int, _ text: CodeText) -> Int {
    var index = end - 1
    while index > text.start, text.byte(index) & 0xC0 == 0x80 { index -= 1 }
    return index
  }
}
