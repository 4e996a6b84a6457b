import ZhibenDiagnostics

/// Why a cell cannot be read.
struct CellProblem: Error, Hashable {
  var code: DiagnosticCode
  var arguments: [String: Wording]

  /// Makes a problem.
  init(_ code: DiagnosticCode, _ arguments: [String: Wording] = [:]) {
    self.code = code
    self.arguments = arguments
  }
}

/// The codes of what an import has to say, by meaning; their sentences stand in the catalogue.
enum ImportCode {
  static let columnMissing: DiagnosticCode = "E0601"
  static let columnUnknown: DiagnosticCode = "W0602"
  static let noDate: DiagnosticCode = "E0603"
  static let noNumber: DiagnosticCode = "E0604"
  static let noValue: DiagnosticCode = "E0605"
  static let checkDigit: DiagnosticCode = "E0606"
  static let keyTwice: DiagnosticCode = "E0607"
  static let noRecord: DiagnosticCode = "E0608"
  static let blank: DiagnosticCode = "E0609"
  static let badByte: DiagnosticCode = "E0610"
  static let scientific: DiagnosticCode = "E0611"
  static let ragged: DiagnosticCode = "E0612"
  static let noData: DiagnosticCode = "E0613"
  static let ambiguousDate: DiagnosticCode = "E0615"
  static let incomplete: DiagnosticCode = "E0616"
  static let outOfRange: DiagnosticCode = "E0617"
  static let nameTwice: DiagnosticCode = "E0618"
  static let percentUnclear: DiagnosticCode = "E0619"
  static let unclosedQuote: DiagnosticCode = "E0620"
  static let readAs: DiagnosticCode = "W0621"
  static let columnTwice: DiagnosticCode = "E0622"
  static let isWorkbook: DiagnosticCode = "E0623"
  static let noCreditCode: DiagnosticCode = "E0624"
  static let noSheet: DiagnosticCode = "E0625"
  static let sheetUnknown: DiagnosticCode = "E0626"
  static let sheetUnclear: DiagnosticCode = "E0627"
  static let numberCut: DiagnosticCode = "E0628"
  static let noResult: DiagnosticCode = "E0629"
  static let nameOfAnother: DiagnosticCode = "W0630"
}
