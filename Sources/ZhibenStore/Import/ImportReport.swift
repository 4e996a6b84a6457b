import ZhibenDiagnostics

/// What became of one file.
public struct ImportReport: Sendable {
  /// The file's name.
  public var fileName: String
  /// The register that it was imported into.
  public var register: String
  /// The encoding that it was read in.
  public var encoding: TextEncoding = .utf8
  /// The row that was taken for the header; 0 if none was found.
  public var headerRow = 0
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
  /// Rows of totals and remarks (合计, 填表人 …), which are no data.
  public var skipped = 0
  /// Values that the store had and that became blank.
  public var cleared = 0
  /// Columns that the register has no field for.
  public var unknownColumns: [String] = []
  /// Whether nothing of the file was imported, for what is wrong with the file as a whole.
  public var isFileRefused = false
  /// What is wrong, with file, row and column; the first thousand.
  public var diagnostics = Diagnostics()
  /// The refused rows as a file to be corrected and imported again (its last column, 未导入原因, is passed over then); nil if there are none.
  public var refusedFile: RefusedFile?

  /// A file that the caller may write beside the one that was imported.
  public struct RefusedFile: Sendable, Hashable {
    /// `名称.未导入.csv`
    public var name: String
    /// UTF-8 with a byte order mark, as spreadsheets want it.
    public var bytes: [UInt8]
  }

  init(fileName: String, register: String) {
    self.fileName = fileName
    self.register = register
  }
}
