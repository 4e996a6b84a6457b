/// A sheet that is to be written: titles in its first row, records below.
public struct SheetContent: Sendable {
  /// The name on the tab; what a tab cannot show is left out of it.
  public var name: String
  /// The columns.
  public var columns: [SheetColumn]
  /// The values, row by row; what a row lacks is blank.
  public var rows: [[SheetValue]]

  /// Makes a sheet.
  /// - Parameters:
  ///   - name: the name on the tab.
  ///   - columns: the columns.
  ///   - rows: the values, row by row.
  public init(name: String, columns: [SheetColumn], rows: [[SheetValue]]) {
    (self.name, self.columns, self.rows) = (name, columns, rows)
  }
}

/// A column of a sheet.
public struct SheetColumn: Sendable {
  /// What its cells are shown as, also those that are filled in later.
  public enum Kind: Hashable, Sendable {
    case general, text, number, percent, date, moment
  }

  /// The title.
  public var title: String
  /// What its cells are shown as. Codes are text, so that no digit is lost.
  public var kind: Kind
  /// How wide it is, in half-width characters.
  public var width: Int
  /// A remark on the title.
  public var note: String?
  /// What its cells may be chosen from; empty for anything.
  public var choices: [String]
  /// Whether the title says that it must be filled in.
  public var isRequired: Bool

  /// Makes a column.
  /// - Parameters:
  ///   - title: the title.
  ///   - kind: what its cells are shown as.
  ///   - width: how wide it is, in half-width characters.
  ///   - note: a remark on the title.
  ///   - choices: what its cells may be chosen from.
  ///   - isRequired: whether the title says that it must be filled in.
  public init(
    title: String, kind: Kind = .general, width: Int = 12, note: String? = nil,
    choices: [String] = [], isRequired: Bool = false
  ) {
    (self.title, self.kind, self.width) = (title, kind, width)
    (self.note, self.choices, self.isRequired) = (note, choices, isRequired)
  }
}

/// What stands in a cell that is written.
public enum SheetValue: Hashable, Sendable {
  case blank
  /// Text, whatever it begins with: it never becomes a formula.
  case text(String)
  case number(Double)
  /// 0.95 is shown as 95%.
  case percent(Double)
  /// Days since 1970-01-01.
  case day(Int)
  /// Seconds since 1970-01-01 00:00.
  case moment(Int)
  case bool(Bool)
}
