import ZhibenSyntax

/// A piece of one line of a script that fits the screen, with the columns where its bytes stand.
struct Excerpt {
  /// The text as shown: tabs as four blanks, invisible characters by name, `...` where it was cut.
  private(set) var text = ""
  /// Where a character's bytes begin and the column in which it begins, for every character shown, and the end.
  private var columns: [(offset: Int, column: Int)] = []

  private struct Cell {
    let text: String
    let width: Int
    let start: Int
    let end: Int
  }

  private static let mark = "..."
  /// How many bytes around the span are looked at: enough for the widest screen, so that the length of the line does not matter.
  private static let reach = 1_024

  /// Cuts `line` so that `span` is in view.
  init(of file: SourceFile, line: Span, around span: Span, width: DisplayWidth, maxColumns: Int) {
    let focus = min(max(span.start, line.start), line.end)
    let focusEnd = min(max(span.end, focus), line.end)
    let from = Self.aligned(max(line.start, focus - Self.reach), from: line.start, file.bytes)
    let to = Self.aligned(min(line.end, focus + Self.reach), from: line.start, file.bytes)
    var cells: [Cell] = []
    ByteCharacters.forEach(in: file.bytes, from..<to) { step in
      let shown =
        step.character.map(SafeText.visible) ?? Self.name(of: file.bytes[step.bytes.lowerBound])
      cells.append(
        Cell(
          text: shown, width: width.of(shown), start: step.bytes.lowerBound,
          end: step.bytes.upperBound))
    }
    let total = cells.reduce(0) { $0 + $1.width }
    var view = 0..<cells.count
    var cutLeft = from > line.start
    var cutRight = to < line.end
    if cutLeft || cutRight || total > maxColumns {
      view = Self.view(
        of: cells, focus: focus, focusEnd: focusEnd, room: maxColumns - 2 * Self.mark.count)
      cutLeft = cutLeft || view.lowerBound > 0
      cutRight = cutRight || view.upperBound < cells.count
    }
    if cutLeft { text = Self.mark }
    var column = cutLeft ? Self.mark.count : 0
    for cell in cells[view] {
      columns.append((cell.start, column))
      text += cell.text
      column += cell.width
    }
    columns.append((view.isEmpty ? focus : cells[view.upperBound - 1].end, column))
    if cutRight { text += Self.mark }
  }

  /// The column (from 0) of the byte at `offset`, moved to the edge of what is shown.
  func column(of offset: Int) -> Int {
    var result = columns.first?.column ?? 0
    for entry in columns where entry.offset <= offset { result = entry.column }
    return result
  }

  /// The column after the character that ends at `offset`.
  func endColumn(of offset: Int) -> Int {
    columns.first { $0.offset >= offset }?.column ?? columns.last?.column ?? 0
  }

  /// The bytes that are shown.
  var shown: Span { Span(columns.first?.offset ?? 0, columns.last?.offset ?? 0) }

  /// The cells to show: as much before the span as leaves two thirds of the room to it and to what follows, all if the span ends the line.
  private static func view(of cells: [Cell], focus: Int, focusEnd: Int, room: Int) -> Range<Int> {
    let anchor = cells.firstIndex { $0.end > focus } ?? cells.count
    var (first, last, used) = (anchor, anchor, 0)
    func extendRight(while fits: (Int) -> Bool) {
      while last < cells.count, used + cells[last].width <= room, fits(last) {
        used += cells[last].width
        last += 1
      }
    }
    func extendLeft(upTo limit: Int) {
      var taken = 0
      while first > 0, used + cells[first - 1].width <= room, taken < limit {
        first -= 1
        used += cells[first].width
        taken += cells[first].width
      }
    }
    extendRight { cells[$0].start < focusEnd && used < room * 2 / 3 }
    extendLeft(upTo: room / 3)
    extendRight { _ in true }
    extendLeft(upTo: room)
    return first..<last
  }

  /// The nearest character start at or after `offset`; in bytes that are no text, `offset` itself.
  private static func aligned(_ offset: Int, from start: Int, _ bytes: [UInt8]) -> Int {
    guard offset > start else { return offset }
    for candidate in offset..<min(offset + 4, bytes.count) where bytes[candidate] & 0xC0 != 0x80 {
      return candidate
    }
    return offset
  }

  private static func name(of byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return "<" + (digits.count < 2 ? "0" : "") + digits + ">"
  }
}
