import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics

/// A file to be imported.
public struct ImportFile: Sendable {
  /// Its name, for messages and for the file of refused rows.
  public var name: String
  /// Its bytes, in any encoding that Chinese spreadsheets write.
  public var bytes: [UInt8]
  /// The register whose records it holds.
  public var register: RegisterID

  /// Makes a file.
  public init(name: String, bytes: [UInt8], register: RegisterID) {
    self.name = name
    self.bytes = bytes
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
  /// The language of the reasons in the file of refused rows.
  public var language: Language

  /// Makes options.
  public init(
    importedOn: CivilDate, validFrom: CivilDate? = nil, recordedOn: CivilDate? = nil,
    headers: [String: String] = [:], language: Language = .zh
  ) {
    self.importedOn = importedOn
    self.validFrom = validFrom ?? importedOn
    self.recordedOn = recordedOn ?? importedOn
    self.headers = headers
    self.language = language
  }
}
