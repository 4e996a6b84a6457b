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
      let name = "U+" + hexadecimal(value)
      if CharacterClass.isBidirectional(value) {
        issues.append(
          SyntaxIssue(.bidirectionalControl, Span(position, next), arguments: [name], fixes: [""]))
      } else if CharacterClass.isInvisible(value), !(value == 0xFEFF && position == 0) {
        issues.append(
          SyntaxIssue(.invisibleCharacter, Span(position, next), arguments: [name], fixes: [""]))
      }
      position = next
    }
  }

  private static func hexadecimal(_ value: UInt32) -> String {
    let digits = String(value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
