/// The bytes of a cell, UTF-8.
typealias CellBytes = UnsafeBufferPointer<UInt8>

/// What the writing of a cell does not mean: blanks around it, full-width letters and digits.
enum CellText {
  /// The cell without blanks at its ends: spaces, tabs, line ends, ideographic and no-break spaces, zero-width characters.
  static func trimmed(_ cell: CellBytes) -> CellBytes {
    var (start, end) = (0, cell.count)
    while start < end, let width = blankWidth(cell, at: start, limit: end) { start += width }
    while start < end, let width = blankWidth(cell, before: end, limit: start) { end -= width }
    return CellBytes(rebasing: cell[start..<end])
  }

  /// Whether a trimmed cell says nothing: it is empty, or only dashes and slashes (`/`, `-`, `——`), as people cross cells out.
  static func isBlank(_ cell: CellBytes) -> Bool {
    var index = 0
    while index < cell.count {
      switch cell[index] {
      case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "\\"): index += 1
      case 0xE2 where has(cell, index, 0x80, [0x93, 0x94, 0x95]): index += 3
      case 0xEF where has(cell, index, 0xBC, [0x8D, 0x8F]): index += 3
      default: return false
      }
    }
    return true
  }

  /// Whether a cell is what spreadsheets write for a value that they cannot find.
  static func isFault(_ cell: CellBytes) -> Bool {
    ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"].contains {
      $0.utf8.elementsEqual(cell)
    }
  }

  /// The cell with half-width signs and small letters, and without any blanks: what spellings are compared by.
  static func folded(_ cell: CellBytes) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(cell.count)
    var index = 0
    while index < cell.count {
      if let width = blankWidth(cell, at: index, limit: cell.count) {
        index += width
      } else {
        let (byte, width) = halfWidth(cell, index)
        result.append((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
        index += width
      }
    }
    return result
  }

  /// The cell with half-width signs; blanks and letters' case stay.
  static func halfWidth(_ cell: CellBytes) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(cell.count)
    var index = 0
    while index < cell.count {
      if cell[index] == 0xE3, has(cell, index, 0x80, [0x80]) {
        result.append(UInt8(ascii: " "))
        index += 3
      } else {
        let (byte, width) = halfWidth(cell, index)
        result.append(byte)
        index += width
      }
    }
    return result
  }

  /// `folded` of a text.
  static func folded(_ text: String) -> [UInt8] {
    var text = text
    return text.withUTF8 { folded($0) }
  }

  /// The half-width byte that stands for the character at `index` and the bytes it takes; a byte of anything else as it is.
  private static func halfWidth(_ cell: CellBytes, _ index: Int) -> (byte: UInt8, width: Int) {
    let byte = cell[index]
    guard byte == 0xEF, index + 2 < cell.count else { return (byte, 1) }
    switch (cell[index + 1], cell[index + 2]) {
    case (0xBC, let last) where (0x81...0xBF).contains(last): return (last - 0x60, 3)
    case (0xBD, let last) where (0x80...0x9E).contains(last): return (last - 0x20, 3)
    default: return (byte, 1)
    }
  }

  // MARK: Blanks

  private static func blankWidth(_ cell: CellBytes, at index: Int, limit: Int) -> Int? {
    let byte = cell[index]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte < 0x80 { return nil }
    if byte == 0xC2, index + 1 < limit, cell[index + 1] == 0xA0 { return 2 }
    guard index + 2 < limit else { return nil }
    return isWideBlank(byte, cell[index + 1], cell[index + 2]) ? 3 : nil
  }

  private static func blankWidth(_ cell: CellBytes, before end: Int, limit: Int) -> Int? {
    let byte = cell[end - 1]
    if byte == 0x20 || (0x09...0x0D).contains(byte) { return 1 }
    if byte < 0x80 { return nil }
    if byte == 0xA0, end - 2 >= limit, cell[end - 2] == 0xC2 { return 2 }
    guard end - 3 >= limit else { return nil }
    return isWideBlank(cell[end - 3], cell[end - 2], byte) ? 3 : nil
  }

  /// U+3000, U+200B to U+200D, U+FEFF.
  private static func isWideBlank(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    switch (a, b, c) {
    case (0xE3, 0x80, 0x80), (0xE2, 0x80, 0x8B...0x8D), (0xEF, 0xBB, 0xBF): true
    default: false
    }
  }

  private static func has(
    _ cell: CellBytes, _ index: Int, _ second: UInt8, _ third: [UInt8]
  ) -> Bool {
    index + 2 < cell.count && cell[index + 1] == second && third.contains(cell[index + 2])
  }
}
