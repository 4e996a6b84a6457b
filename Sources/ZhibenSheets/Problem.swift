/// Why a workbook cannot be read or written.
public enum WorkbookProblem: Error, Hashable, Sendable {
  /// It is no workbook of the xlsx kind: another archive, an .ods, an .xlsb.
  case otherFormat
  /// An .xls, .et or another file of the kind that Excel wrote before 2007.
  case oldFormat
  /// It is locked by a password.
  case encrypted
  /// A part is cut off, garbled, or not there; the part's name.
  case damaged(part: String)
  /// A part unfolds to more than any ledger holds; the part's name.
  case tooLarge(part: String)
  /// libxlsxwriter is not installed.
  case noWriter
  /// The library that writes workbooks refused; its words.
  case unwritable(String)
}

/// How much a workbook may unfold to. A small file can hold parts of any size.
public struct WorkbookLimits: Hashable, Sendable {
  /// Bytes of one part, unfolded.
  public var partBytes: Int
  /// Bytes of text that are kept of a sheet, or of the texts that sheets share.
  public var textBytes: Int
  /// Cells with something in them that are kept of a sheet.
  public var cells: Int

  /// Makes limits; the defaults hold a sheet with as many rows as a spreadsheet can show.
  /// - Parameters:
  ///   - partBytes: bytes of one part, unfolded.
  ///   - textBytes: bytes of text that are kept of a sheet.
  ///   - cells: cells that are kept of a sheet.
  public init(partBytes: Int = 2 << 30, textBytes: Int = 1 << 29, cells: Int = 20_000_000) {
    (self.partBytes, self.textBytes, self.cells) = (partBytes, textBytes, cells)
  }
}
