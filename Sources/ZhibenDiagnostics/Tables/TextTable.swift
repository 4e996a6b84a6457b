/// A table for terminals and logs: an ASCII rule under the header, two blanks between columns, no vertical lines.
///
/// ```
/// 编号    对象                  期限
/// ------  --------------------  ----------
/// Z-0142  如东县洋口镇某某木业  2025-06-30
/// ```
public struct TextTable: Sendable {
  /// A column.
  public struct Column: Sendable {
    /// The header.
    public var title: String
    /// Numbers stand right, all else left.
    public var alignment: DisplayWidth.Alignment

    /// Makes a column.
    public init(_ title: String, alignment: DisplayWidth.Alignment = .left) {
      self.title = title
      self.alignment = alignment
    }
  }

  /// The columns.
  public var columns: [Column]
  /// The rows; a row that is too short is filled with blank cells, what is too long is left out.
  public var rows: [[String]]

  /// Makes a table.
  public init(columns: [Column], rows: [[String]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// The narrowest a column of text becomes before the table turns into records.
  static let narrowest = 12
  private static let gap = 2

  /// The table as text, every line ended by a newline.
  ///
  /// A table that is wider than `maxColumns` first wraps the cells of its widest columns of text; when that is not enough it is written as
  /// records, one line per cell.
  /// - Parameter maxColumns: the width of the screen; `nil` for no limit (a file, a pipe).
  public func render(width: DisplayWidth = DisplayWidth(), maxColumns: Int? = nil) -> String {
    let natural = naturalWidths(width)
    guard let maxColumns, Self.total(natural) > maxColumns else {
      return lines(natural, width)
    }
    guard let fitted = fit(natural, into: maxColumns) else {
      return records(width: width, maxColumns: maxColumns)
    }
    return lines(fitted, width)
  }

  private func cell(_ row: [String], _ column: Int) -> String {
    row.indices.contains(column) ? row[column] : ""
  }

  private func naturalWidths(_ width: DisplayWidth) -> [Int] {
    columns.enumerated().map { index, column in
      rows.reduce(width.of(SafeText.line(column.title))) { widest, row in
        TextWrap.paragraphs(cell(row, index)).reduce(widest) { max($0, width.of($1)) }
      }
    }
  }

  private static func total(_ widths: [Int]) -> Int {
    widths.reduce(0, +) + gap * max(0, widths.count - 1)
  }

  /// Widths that fit, taken from the widest column of text first; `nil` if there are none.
  private func fit(_ natural: [Int], into room: Int) -> [Int]? {
    var widths = natural
    var excess = Self.total(widths) - room
    while excess > 0 {
      let shrinkable = columns.indices.filter {
        columns[$0].alignment == .left && widths[$0] > Self.narrowest
      }
      guard let widest = shrinkable.max(by: { widths[$0] < widths[$1] }) else { return nil }
      let next = shrinkable.filter { $0 != widest }.map { widths[$0] }.max() ?? 0
      let target = max(Self.narrowest, min(next, widths[widest] - 1))
      let step = min(excess, widths[widest] - target)
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  private func lines(_ widths: [Int], _ width: DisplayWidth) -> String {
    var text = line(columns.map { [SafeText.line($0.title)] }, widths, width)
    text += line(widths.map { [String(repeating: "-", count: $0)] }, widths, width)
    for row in rows {
      let cells = widths.indices.map { index in
        TextWrap.lines(cell(row, index), columns: widths[index], width: width)
      }
      text += line(cells, widths, width)
    }
    return text
  }

  /// One row, as many lines high as its highest cell.
  private func line(_ cells: [[String]], _ widths: [Int], _ width: DisplayWidth) -> String {
    var text = ""
    for level in 0..<max(1, cells.map(\.count).max() ?? 1) {
      var line = ""
      for (index, cell) in cells.enumerated() {
        if index > 0 { line += String(repeating: " ", count: Self.gap) }
        let part = cell.indices.contains(level) ? cell[level] : ""
        line += width.padded(part, to: widths[index], alignment: columns[index].alignment)
      }
      text += TextWrap.trimmed(line) + "\n"
    }
    return text
  }

  /// Every row as a block of `title  value` lines, blocks apart by a blank line.
  public func records(width: DisplayWidth = DisplayWidth(), maxColumns: Int) -> String {
    let titles = columns.map { SafeText.line($0.title) }
    let titleWidth = titles.map { width.of($0) }.max() ?? 0
    let room = max(Self.narrowest, maxColumns - titleWidth - Self.gap)
    let blocks = rows.map { row in
      titles.enumerated().map { index, title in
        let values = TextWrap.lines(cell(row, index), columns: room, width: width)
        return values.enumerated().map { level, value in
          TextWrap.trimmed(
            width.padded(level == 0 ? title : "", to: titleWidth + Self.gap) + value) + "\n"
        }.joined()
      }.joined()
    }
    return blocks.joined(separator: "\n")
  }
}
