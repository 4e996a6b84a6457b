/// Reports, in one pass before lexing, what must not stand anywhere in code: invalid UTF-8, invisible characters, controls of text direction.
/// The lexer proper can then skip them in silence.
enum TextGuard {
  static func check(_ text: CodeText, into issues: inout [SyntaxIssue]) {
    var position = text.start
    while position < text.end {
      if text.byte(position) >= 0x20, text.byte(position) < 0x7F || text.byte(position) == 0x0A {
        position += 1
        continue
      }
      let (value, next) = text.raw(position)
      if value == CodeText.invalid {
        var end = next
        while text.raw(end).value == CodeText.invalid { end = text.raw(end).next }
        issues.append(SyntaxIssue(.invalidUTF8, Span(position, end)))
        position = end
        continue
      }
      if CharacterClass.isBidirectional(value) {
        issues.append(issue(.bidirectionalControl, value, Span(position, next)))
      } else if CharacterClass.isInvisible(value), !(value == 0xFEFF && position == 0) {
        issues.append(issue(.invisibleCharacter, value, Span(position, next)))
      }
      position = next
    }
  }

  private static func issue(
    _ kind: SyntaxIssueKind, _ value: UInt32, _ span: Span
  ) -> SyntaxIssue {
    SyntaxIssue(kind, span, arguments: ["U+" + hexadecimal(value)], fixes: [""])
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
