/// What one sheet holds: its cells that say something, row by row, with their texts in one place.
///
/// A text is what a person reads in the cell, in one form whatever the writer's: days as `2024-05-06`, moments as `2024-05-06 08:30:00`,
/// times of day as `08:30:00`, percentages as `95%`, numbers in plain decimals of at most 15 digits, `TRUE`, `FALSE`, `#N/A`.
public struct SheetTable: Sendable {
  /// A cell.
  public struct Cell: Hashable, Sendable {
    /// Where its text begins in the table's text.
    public var start: UInt32
    /// How many bytes it has.
    public var count: UInt32
    /// The column, from 0.
    public var column: UInt16
    /// What it holds.
    public var kind: Kind
    /// Whether it was blank and got what the merged cell over it says.
    public var isFilled = false
  }

  /// What a cell holds.
  public enum Kind: UInt8, Hashable, Sendable {
    case text, number, percent, date, boolean, error
    /// A number of which the spreadsheet keeps no more than the first fifteen digits.
    case cutNumber
    /// A formula that nobody has worked out yet.
    case formula
  }

  /// A row with something in it.
  public struct Row: Hashable, Sendable {
    /// Its number, from 1.
    public var number: Int
    /// The places of its cells.
    public var cells: Range<Int>
    /// Whether it is hidden, by hand or by a filter.
    public var isHidden: Bool
  }

  /// Cells that are shown as one. Only the first of them says something.
  public struct Merge: Hashable, Sendable {
    /// The rows, from 1.
    public var rows: ClosedRange<Int>
    /// The columns, from 0.
    public var columns: ClosedRange<Int>
  }

  /// The sheet's name.
  public var name: String
  /// The texts of all cells, UTF-8.
  public internal(set) var text: [UInt8] = []
  /// The cells, in the order of the file.
  public internal(set) var cells: [Cell] = []
  /// The rows that hold something, from top to bottom.
  public internal(set) var rows: [Row] = []
  /// The cells that are shown as one.
  public internal(set) var merges: [Merge] = []

  /// Whether the numbers of days count from 1904-01-01.
  public internal(set) var is1904 = false

  init(name: String) { self.name = name }

  /// The text of a cell.
  public func text(of cell: Cell) -> String {
    let start = Int(cell.start)
    return String(decoding: text[start..<start + Int(cell.count)], as: UTF8.self)
  }

  /// The cells of a row.
  public func cells(of row: Row) -> ArraySlice<Cell> { cells[row.cells] }

  /// How many rows are hidden.
  public var hiddenCount: Int { rows.count(where: \.isHidden) }
}

/// How people call places of a sheet.
public enum SheetAddress {
  /// `A`, `B`, … `AA`.
  /// - Parameter column: from 0.
  public static func column(_ column: Int) -> String {
    var (name, rest) = ("", column)
    while rest >= 0 {
      name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + name
      rest = rest / 26 - 1
    }
    return name
  }

  /// `D40`.
  /// - Parameters:
  ///   - row: from 1.
  ///   - column: from 0.
  public static func cell(row: Int, column: Int) -> String { Self.column(column) + "\(row)" }

  /// The place of `D40`, row from 1 and column from 0; `nil` for what is none.
  static func place(_ name: UnsafePointer<CChar>) -> (row: Int, column: Int)? {
    var (index, column, row) = (0, 0, 0)
    while true {
      let byte = UInt8(bitPattern: name[index])
      switch byte {
      case UInt8(ascii: "$"): break
      case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0:
        column = column * 26 + Int(byte - 0x40)
      case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0:
        column = column * 26 + Int(byte - 0x60)
      case 0x30...0x39: row = row * 10 + Int(byte - 0x30)
      case 0, UInt8(ascii: ":"):
        return column > 0 && row > 0 && column <= lastColumn && row <= lastRow
          ? (row, column - 1) : nil
      default: return nil
      }
      if row > lastRow || column > lastColumn { return nil }
      index += 1
    }
  }

  static let lastRow = 1_048_576
  static let lastColumn = 16_384

  /// `A1:B2`, also `A1` alone.
  static func area(_ name: UnsafePointer<CChar>) -> SheetTable.Merge? {
    guard let first = place(name) else { return nil }
    var index = 0
    while name[index] != 0, UInt8(bitPattern: name[index]) != UInt8(ascii: ":") { index += 1 }
    guard let last = name[index] == 0 ? first : place(name + index + 1), last.row >= first.row,
      last.column >= first.column
    else { return nil }
    return .init(rows: first.row...last.row, columns: first.column...last.column)
  }
}
