import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSheets

/// A file to be imported.
public struct ImportFile: Sendable {
  /// Its name, for messages and for the file of refused rows.
  public var name: String
  /// Its bytes, in any encoding that Chinese spreadsheets write.
  public var bytes: [UInt8]
  /// The register whose records it holds.
  public var register: RegisterID
  /// The sheet of a workbook that holds them, if it was found already; `Importer.ledgers` does that.
  var table: SheetTable?

  /// Makes a file. Of a workbook the first sheet is taken that is not empty.
  /// - Parameters:
  ///   - name: its name, for messages and for the file of refused rows.
  ///   - bytes: its bytes: a file of commas in any encoding, or a workbook (.xlsx).
  ///   - register: the register whose records it holds.
  public init(name: String, bytes: [UInt8], register: RegisterID) {
    self.name = name
    self.bytes = bytes
    self.register = register
  }

  init(name: String, table: SheetTable, register: RegisterID) {
    self.name = name
    bytes = []
    self.table = table
    self.register = register
  }
}

/// How files are imported.
public struct ImportOptions: Sendable {
  /// The day of the import.
  public var importedOn: CivilDate
  /// The day from which changes of known records are valid where a row has no 生效日; by default the day of the import.
  public var validFrom: CivilDate
  /// The day on which new records were entered where a row has no 录入日; by default the day of the import.
  public var recordedOn: CivilDate
  /// Further titles of columns: the field's name by title.
  public var headers: [String: String]
  /// The rows that the header stands in, as a spreadsheet counts them; by default it is looked for.
  public var headerRows: ClosedRange<Int>?
  /// Which day is meant where a cell says a month only; by default such cells are refused.
  public var monthDates: MonthDates
  /// The language of the reasons in the file of refused rows.
  public var language: Language

  /// Makes options.
  /// - Parameters:
  ///   - importedOn: the day of the import.
  ///   - validFrom: the day from which changes are valid; by default that day.
  ///   - recordedOn: the day on which new records were entered; by default that day.
  ///   - headers: further titles of columns: the field's name by title.
  ///   - headerRows: the rows that the header stands in; by default it is looked for.
  ///   - monthDates: which day is meant where a cell says a month only; by default such cells are refused.
  ///   - language: the language of the reasons in the file of refused rows.
  public init(
    importedOn: CivilDate, validFrom: CivilDate? = nil, recordedOn: CivilDate? = nil,
    headers: [String: String] = [:], headerRows: ClosedRange<Int>? = nil,
    monthDates: MonthDates = MonthDates(), language: Language = .zh
  ) {
    self.importedOn = importedOn
    self.validFrom = validFrom ?? importedOn
    self.recordedOn = recordedOn ?? importedOn
    self.headers = headers
    self.headerRows = headerRows
    self.monthDates = monthDates
    self.language = language
  }
}
