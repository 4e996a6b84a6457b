import ZhibenSheets

/// A cell of a row: where its text stands in the text of the ledger.
struct LedgerCell {
  /// Between the quotes, if there are any.
  var start: Int
  var end: Int
  /// Whether the text holds doubled quotes, or goes on behind its closing quote.
  var isEscaped = false
  /// What a spreadsheet keeps it as; text in a file of commas.
  var kind = SheetTable.Kind.text
  /// Whether it says what the merged cell over it says.
  var isFilled = false
}

/// The form in which a ledger lies in its arena.
enum LedgerForm {
  /// Rows of text that a delimiter parts.
  case delimited(UInt8)
  /// Cells of a sheet, with what merged cells say below their first row.
  case sheet(SheetRows)
}

/// The rows of a sheet as the import goes through them.
struct SheetRows: Sendable {
  let table: SheetTable
  /// How many columns are looked at.
  let width: Int
  /// What stands in blank cells inside of merged ones, by the position of the row.
  private(set) var fills: [Int: [SheetTable.Cell]] = [:]
  /// How many cells that are.
  private(set) var fillCount = 0

  /// More columns than any ledger has; cells farther right are not looked at.
  private static let widest = 1024

  init(_ table: SheetTable) {
    self.table = table
    let last = table.cells.lazy.map { Int($0.column) }.max() ?? -1
    width = min(last + 1, Self.widest)
  }

  /// Fills merged cells below the row `header` down, in their first column only.
  mutating func fillDown(below header: Int) {
    // Merged cells do not overlap, so that there are no more than the sheet has places; who says otherwise is cut off.
    let most = table.rows.count * width
    for merge in table.merges where merge.rows.lowerBound > header && merge.rows.count > 1 {
      guard merge.columns.lowerBound < width, let first = position(of: merge.rows.lowerBound),
        table.rows[first].number == merge.rows.lowerBound,
        let top = table.cells(of: table.rows[first]).first(where: {
          Int($0.column) == merge.columns.lowerBound
        })
      else { continue }
      var row = first + 1
      while row < table.rows.count, merge.rows.contains(table.rows[row].number), fillCount < most {
        var cell = top
        cell.isFilled = true
        fills[row, default: []].append(cell)
        fillCount += 1
        row += 1
      }
    }
  }

  /// The first row whose number is not smaller.
  private func position(of number: Int) -> Int? {
    var (low, high) = (0, table.rows.count)
    while low < high {
      let middle = (low + high) / 2
      if table.rows[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low < table.rows.count ? low : nil
  }

  /// The cells of a row, one for each column.
  func cells(_ position: Int, into cells: inout [LedgerCell]) {
    cells.removeAll(keepingCapacity: true)
    cells.append(contentsOf: repeatElement(LedgerCell(start: 0, end: 0), count: width))
    for cell in fills[position] ?? [] { put(cell, &cells) }
    for cell in table.cells(of: table.rows[position]) { put(cell, &cells) }
  }

  private func put(_ cell: SheetTable.Cell, _ cells: inout [LedgerCell]) {
    guard Int(cell.column) < width else { return }
    let start = Int(cell.start)
    cells[Int(cell.column)] = LedgerCell(
      start: start, end: start + Int(cell.count), kind: cell.kind, isFilled: cell.isFilled)
  }

  /// The titles of a row: a merged cell says the same in each of its places.
  func titles(_ position: Int) -> [String] {
    var titles = [String](repeating: "", count: width)
    for cell in table.cells(of: table.rows[position]) where Int(cell.column) < width {
      titles[Int(cell.column)] = table.text(of: cell)
    }
    let number = table.rows[position].number
    for merge in table.merges where merge.rows.contains(number) {
      guard let first = self.position(of: merge.rows.lowerBound),
        table.rows[first].number == merge.rows.lowerBound,
        let top = table.cells(of: table.rows[first]).first(where: {
          Int($0.column) == merge.columns.lowerBound
        })
      else { continue }
      for column in merge.columns where column < width { titles[column] = table.text(of: top) }
    }
    return titles
  }
}

/// Walks through the rows of a ledger, whatever its form.
struct RowCursor {
  private var scanner: CSVScanner
  private let sheet: SheetRows?
  private var next = 0

  init(_ arena: TextArena, _ form: LedgerForm) {
    switch form {
    case .delimited(let delimiter):
      scanner = CSVScanner(arena.file, delimiter: delimiter)
      sheet = nil
    case .sheet(let rows):
      scanner = CSVScanner(arena.file, delimiter: 0)
      sheet = rows
    }
  }

  /// The number of the row read last, as a spreadsheet shows it.
  var row: Int {
    guard let sheet else { return scanner.row }
    return next > 0 ? sheet.table.rows[next - 1].number : 0
  }

  /// The row whose quote is never closed.
  var unclosedQuoteRow: Int? { scanner.unclosedQuoteRow }

  /// Where the row read last stands: its bytes in a file of commas, its position in a sheet.
  var rowRange: Range<Int> { sheet == nil ? scanner.rowRange : next - 1..<next }

  /// Reads the next row into `cells`; false at the end.
  mutating func advance(_ cells: inout [LedgerCell]) -> Bool {
    guard let sheet else { return scanner.next(&cells) }
    guard next < sheet.table.rows.count else { return false }
    sheet.cells(next, into: &cells)
    next += 1
    return true
  }

  /// The text of a cell; one that has to be put together is kept in `arena`.
  func text(of cell: LedgerCell, _ arena: TextArena) -> CellBytes {
    scanner.text(of: cell, arena)
  }
}
