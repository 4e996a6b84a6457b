/// Breaks text into lines after the habits of Chinese typesetting: between any two Han characters, never inside a word or a number, no line
/// begins with a closing mark or ends with an opening one.
public enum TextWrap {
  /// The lines of a text, each at most `columns` wide. A word that is longer is cut. Newlines of the text are kept.
  public static func lines(_ text: String, columns: Int, width: DisplayWidth = DisplayWidth())
    -> [String]
  {
    paragraphs(text).flatMap { wrap($0, max(2, columns), width) }
  }

  /// The lines as given, made safe to print; at least one.
  static func paragraphs(_ text: String) -> [String] {
    text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
      .map { SafeText.line(String($0)) }
  }

  static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }

  private static func wrap(_ text: String, _ columns: Int, _ width: DisplayWidth) -> [String] {
    if width.of(text) <= columns { return [text] }
    var lines: [String] = []
    var line = ""
    var used = 0
    for piece in pieces(text) {
      let size = width.of(piece)
      let visible = width.of(trimmed(piece))
      if used + visible > columns, used > 0 {
        lines.append(trimmed(line))
        (line, used) = ("", 0)
      }
      if visible <= columns {
        line += piece
        used += size
        continue
      }
      for character in piece {
        if used + width.of(character) > columns, used > 0 {
          lines.append(trimmed(line))
          (line, used) = ("", 0)
        }
        line.append(character)
        used += width.of(character)
      }
    }
    if !line.isEmpty || lines.isEmpty { lines.append(trimmed(line)) }
    return lines
  }

  /// The text cut wherever a line may end; blanks stay with the word before them.
  public static func pieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var previous: Character?
    for character in text {
      if let previous, mayBreak(after: previous, before: character) {
        pieces.append(piece)
        piece = ""
      }
      piece.append(character)
      previous = character
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }

  private static func mayBreak(after a: Character, before b: Character) -> Bool {
    if b == " " || opening.contains(a) || closing.contains(b) { return false }
    if a == " " { return true }
    return isWide(a) || isWide(b)
  }

  private static func isWide(_ character: Character) -> Bool { DisplayWidth().of(character) == 2 }

  private static let opening: Set<Character> = Set("（《「『【〔〈“‘([{｛")
  private static let closing: Set<Character> = Set("，。、；：！？）》」』】〕〉”’)]}｝,.;:!?%％‰…—")
}
