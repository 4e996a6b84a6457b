import ZhibenDiagnostics

/// The codes of what the store and the import have to say, by meaning; their sentences stand in the catalogue.
enum StoreCode {
  static let missing: DiagnosticCode = "E0701"
  static let notAStore: DiagnosticCode = "E0702"
  static let newerFormat: DiagnosticCode = "E0703"
  static let isFolder: DiagnosticCode = "E0704"
  static let diskFull: DiagnosticCode = "E0705"
  static let heldByRun: DiagnosticCode = "E0706"
  static let stalePlan: DiagnosticCode = "E0708"
  static let failed: DiagnosticCode = "E0710"
  static let busy: DiagnosticCode = "E0713"
  static let readOnly: DiagnosticCode = "E0714"
  static let fieldTypeChanged: DiagnosticCode = "E0715"
  static let nameTaken: DiagnosticCode = "E0716"
  static let keyNotUnique: DiagnosticCode = "E0717"
  static let tooManyRows: DiagnosticCode = "E0803"
  static let stopped: DiagnosticCode = "E0718"
}
