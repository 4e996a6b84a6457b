import ZhibenDiagnostics

/// What became of one file.
public struct ImportReport: Sendable {
  /// The file's name.
  public var fileName: String
  /// The register that it was imported into.
  public var register: String
  /// The encoding that it was read in.
  public var encoding: TextEncoding = .utf8
  /// The sheet of a workbook; nil for a file of commas.
  public var sheet: String?
  /// The rows that were taken for the header; nil if none was found.
  public var headerRows: ClosedRange<Int>?
  /// The first and the last row with data; nil if there are none.
  public var dataRows: ClosedRange<Int>?
  /// Hidden rows of a sheet, which are read like the others.
  public var hiddenRows = 0
  /// Blank cells inside of merged ones that got what these say.
  public var filledCells = 0
  /// Rows with data, refused ones included.
  public var rowCount = 0
  /// New records.
  public var inserted = 0
  /// Records of which something changed.
  public var updated = 0
  /// Rows that say what the store has already.
  public var unchanged = 0
  /// Rows of a file with 生效日 whose record changes again on the same day further down; the last of them counts.
  public var superseded = 0
  /// Rows that were not imported; the diagnostics say why.
  public var refused = 0
  /// New records that are called like another one with another key: imported, and to be looked at.
  public var suspects = 0
  /// Rows of totals and remarks (合计, 填表人 …), which are no data.
  public var skipped = 0
  /// What they begin with; each word once.
  public var skippedWords: [String] = []
  /// Values that the store had and that became blank.
  public var cleared = 0
  /// Columns that the register has no field for.
  public var unknownColumns: [String] = []
  /// Whether nothing of the file was imported, for what is wrong with the file as a whole.
  public var isFileRefused = false
  /// What was read otherwise than it stands there.
  public var notes = ImportNotes()
  /// What is wrong, with file, row and column; the first thousand.
  public var diagnostics = Diagnostics()
  /// The refused rows as a file to be corrected and imported again (its last column, 未导入原因, is passed over then); nil if there are none. That of a
  /// workbook holds all its sheets, with one more of the suspects, and stands in the report of the first that has any.
  public var refusedFile: RefusedFile?
  /// The suspects of a file of commas, for a person to look at; nil if there are none.
  public var suspectFile: RefusedFile?

  /// A file that the caller may write beside the one that was imported.
  public struct RefusedFile: Sendable, Hashable {
    /// `名称.未导入.csv`, of a workbook `名称.未导入.xlsx`.
    public var name: String
    /// A workbook, or UTF-8 with a byte order mark, as spreadsheets want it.
    public var bytes: [UInt8]
  }

  init(fileName: String, sheet: String? = nil, register: String) {
    self.fileName = fileName
    self.sheet = sheet
    self.register = register
  }

  /// The file, with the sheet behind it: where its rows stand.
  public var place: String { sheet.map { fileName + "/" + $0 } ?? fileName }
}
