import ZhibenSemantics

/// Finds the rows of a ledger that name its columns: titles, 填报单位 lines and the like come before them, and they may be two or three, the upper
/// ones over several of the lower.
struct HeaderSearch {
  let register: RegisterSchema
  let aliases: [String: String]

  /// A row that may be one of titles.
  struct TitleRow {
    var number: Int
    var titles: [String]
  }

  /// How far down the header may stand.
  private static let depth = 10
  /// How many rows it may have.
  private static let height = 3

  /// The first rows of a ledger that say something.
  static func rows(_ arena: TextArena, _ form: LedgerForm, downTo depth: Int = depth) -> [TitleRow]
  {
    var cursor = RowCursor(arena, form)
    var cells: [LedgerCell] = []
    var rows: [TitleRow] = []
    while cursor.row < depth + height, cursor.advance(&cells) {
      let texts: [String]
      if case .sheet(let sheet) = form {
        texts = sheet.titles(cursor.rowRange.lowerBound)
      } else {
        texts = cells.map { String(decoding: cursor.text(of: $0, arena), as: UTF8.self) }
      }
      let titles = texts.map { text in
        var text = text
        return text.withUTF8 { String(decoding: CellText.trimmed($0), as: UTF8.self) }
      }
      if titles.contains(where: { !$0.isEmpty }) {
        rows.append(TitleRow(number: cursor.row, titles: titles))
      }
    }
    return rows
  }

  /// The rows whose titles are most of the register's fields, the fewest of them and the uppermost; else the first row that says something.
  func header(in rows: [TitleRow]) -> ImportHeader? {
    var best: ImportHeader?
    for first in rows.indices where rows[first].number <= Self.depth {
      for last in first..<min(first + Self.height, rows.count)
      where rows[last].number - rows[first].number == last - first {
        let header = header(of: rows[first...last])
        guard header.isCredible else { continue }
        if let best, (best.matchCount, header.rows.count) >= (header.matchCount, best.rows.count) {
          continue
        }
        best = header
      }
    }
    return best ?? rows.first.map { header(of: [$0]) }
  }

  /// The header in the rows that somebody named; nil if nothing stands there.
  func header(in rows: [TitleRow], at numbers: ClosedRange<Int>) -> ImportHeader? {
    let chosen = rows.filter { numbers.contains($0.number) }
    return chosen.isEmpty ? nil : header(of: chosen[...])
  }

  private func header(of rows: ArraySlice<TitleRow>) -> ImportHeader {
    let numbers = rows.map(\.number)
    return ImportHeader(
      titles: Self.joined(rows.map(\.titles)),
      rows: (numbers.first ?? 1)...(numbers.last ?? 1), register: register, aliases: aliases)
  }

  /// `整改` over `期限` is `整改/期限`. An upper title holds for the columns to its right up to the next, as far as there are lower titles.
  private static func joined(_ rows: [[String]]) -> [String] {
    guard let lowest = rows.last, rows.count > 1 else { return rows.first ?? [] }
    let width = rows.map(\.count).max() ?? 0
    var parts = [[String]](repeating: [], count: width)
    for (level, row) in rows.enumerated() {
      var above = ""
      for column in 0..<width {
        var title = column < row.count ? row[column] : ""
        let hasLower = column < lowest.count && !lowest[column].isEmpty
        if level < rows.count - 1, title.isEmpty, hasLower { title = above }
        if level < rows.count - 1, !title.isEmpty { above = title }
        if !title.isEmpty, parts[column].last != title { parts[column].append(title) }
      }
    }
    return parts.map { $0.joined(separator: "/") }
  }
}
