import ZhibenSyntax

/// A place of a script in all the ways in which tools count. Lines and columns count from 1.
public struct SourcePosition: Hashable, Sendable {
  /// The line.
  public let line: Int
  /// The column in UTF-8 bytes.
  public let utf8: Int
  /// The column in characters as a reader counts them; this one stands in messages. A stray byte counts as one.
  public let character: Int
  /// The column in UTF-16 code units, as editors count; a stray byte counts as one (U+FFFD).
  public let utf16: Int

  /// The place of the byte at `offset`; an offset outside the file is moved to its edge.
  public init(of offset: Int, in file: SourceFile) {
    self.init(of: offset, in: file, marks: PositionMarks())
  }

  /// The place of a byte, counted from the nearest mark before it.
  init(of offset: Int, in file: SourceFile, marks: PositionMarks) {
    let offset = min(max(offset, 0), file.bytes.count)
    line = file.line(at: offset)
    let start = min(file.lineSpan(line).start, offset)
    utf8 = offset - start + 1
    let mark = marks.last(before: offset, line: Span(start, file.lineSpan(line).end), in: file)
    var (characters, units) = (mark.characters, mark.units)
    ByteCharacters.forEach(in: file.bytes, mark.offset..<offset) { step in
      characters += 1
      units += step.character?.utf16.count ?? 1
    }
    character = characters
    utf16 = units
  }

  /// The offset of the byte at a line and a column counted in UTF-16 code units, both from 1. Columns past the end of the line mean its end;
  /// a column inside a character means its start.
  public static func offset(line: Int, utf16 column: Int, in file: SourceFile) -> Int {
    let span = file.lineSpan(max(line, 1))
    var (unit, result) = (1, span.start)
    ByteCharacters.forEach(in: file.bytes, span.start..<span.end) { step in
      for scalar in step.character.map({ Array($0.unicodeScalars) }) ?? ["\u{FFFD}"] {
        unit += UTF16.width(scalar)
        if unit <= column { result += step.character == nil ? 1 : UTF8.width(scalar) }
      }
    }
    return result
  }
}
