/// Walks through delimited text row by row (RFC 4180): quoted cells may hold delimiters, line ends and doubled quotes; lines end with LF, CRLF
/// or CR. Rows are counted as a spreadsheet counts them: a quoted line end begins no new row.
struct CSVScanner {
  let bytes: CellBytes
  let delimiter: UInt8
  private(set) var position = 0
  /// The number of the row read last, from 1.
  private(set) var row = 0
  /// The row whose quote is never closed, once it was met; everything behind it belongs to that cell.
  private(set) var unclosedQuoteRow: Int?
  /// Where the row read last begins and where its text ends.
  private(set) var rowRange = 0..<0

  private static let quote = UInt8(ascii: "\"")
  private static let lineFeed: UInt8 = 0x0A
  private static let carriageReturn: UInt8 = 0x0D

  /// Starts at the beginning.
  init(_ bytes: CellBytes, delimiter: UInt8) {
    self.bytes = bytes
    self.delimiter = delimiter
  }

  /// The delimiter of a file: of comma, tab and semicolon the one that its first line with any has most.
  static func delimiter(of bytes: CellBytes) -> UInt8 {
    let candidates = [UInt8(ascii: ","), 0x09, UInt8(ascii: ";")]
    var counts = [0, 0, 0]
    var isQuoted = false
    for byte in bytes {
      if byte == quote { isQuoted.toggle() }
      if isQuoted { continue }
      if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
      if byte == lineFeed || byte == carriageReturn, counts.contains(where: { $0 > 0 }) { break }
    }
    let most = counts.max() ?? 0
    return counts.firstIndex(of: most).map { candidates[$0] } ?? candidates[0]
  }

  /// Reads the next row into `cells`; false at the end.
  mutating func next(_ cells: inout [LedgerCell]) -> Bool {
    cells.removeAll(keepingCapacity: true)
    guard position < bytes.count else { return false }
    row += 1
    let start = position
    while true {
      let cell = position < bytes.count && bytes[position] == Self.quote ? quoted() : plain()
      cells.append(cell)
      guard position < bytes.count else {
        rowRange = start..<position
        return true
      }
      let byte = bytes[position]
      if byte == delimiter {
        position += 1
        continue
      }
      rowRange = start..<position
      position += 1
      if byte == Self.carriageReturn, position < bytes.count, bytes[position] == Self.lineFeed {
        position += 1
      }
      return true
    }
  }

  /// Reads up to a delimiter or the end of the line.
  private mutating func plain() -> LedgerCell {
    let start = position
    skipPlain()
    return LedgerCell(start: start, end: position)
  }

  private mutating func skipPlain() {
    while position < bytes.count {
      let byte = bytes[position]
      if byte == delimiter || byte == Self.lineFeed || byte == Self.carriageReturn { return }
      position += 1
    }
  }

  private mutating func quoted() -> LedgerCell {
    position += 1
    var cell = LedgerCell(start: position, end: position)
    while position < bytes.count {
      guard bytes[position] == Self.quote else {
        position += 1
        continue
      }
      guard position + 1 < bytes.count, bytes[position + 1] == Self.quote else {
        cell.end = position
        position += 1
        let behind = position
        skipPlain()
        if position > behind {
          // `"甲"乙`: not by the book, but nothing is dropped.
          cell.end = position
          cell.isEscaped = true
        }
        return cell
      }
      cell.isEscaped = true
      position += 2
    }
    unclosedQuoteRow = row
    cell.end = position
    return cell
  }

  /// The text of a cell; one that has to be put together is kept in `arena`.
  func text(of cell: LedgerCell, _ arena: TextArena) -> CellBytes {
    cell.isEscaped ? arena.text(arena.add(unescaped(cell))) : plainText(of: cell)
  }

  /// The text of a cell.
  func bytes(of cell: LedgerCell) -> [UInt8] {
    cell.isEscaped ? unescaped(cell) : Array(plainText(of: cell))
  }

  private func plainText(of cell: LedgerCell) -> CellBytes {
    CellBytes(rebasing: bytes[cell.start..<cell.end])
  }

  /// Doubled quotes become one, the closing quote goes.
  private func unescaped(_ cell: LedgerCell) -> [UInt8] {
    var result: [UInt8] = []
    var index = cell.start
    var isOpen = true
    while index < cell.end {
      let byte = bytes[index]
      index += 1
      if isOpen, byte == Self.quote {
        guard index < cell.end, bytes[index] == Self.quote else {
          isOpen = false
          continue
        }
        index += 1
      }
      result.append(byte)
    }
    return result
  }

  /// Writes a cell as it has to stand in a file of commas.
  static func append(_ cell: CellBytes, to output: inout [UInt8]) {
    let needsQuotes = cell.contains {
      $0 == quote || $0 == UInt8(ascii: ",") || $0 == lineFeed || $0 == carriageReturn
    }
    guard needsQuotes else {
      output.append(contentsOf: cell)
      return
    }
    output.append(quote)
    for byte in cell {
      if byte == quote { output.append(quote) }
      output.append(byte)
    }
    output.append(quote)
  }
}
