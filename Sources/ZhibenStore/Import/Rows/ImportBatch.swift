import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// The rows of one file, in columns, on their way into the store.
final class ImportBatch {
  /// The position of the file in the import.
  let file: Int
  let register: RegisterID
  let arena: TextArena
  let form: LedgerForm
  let header: ImportHeader
  var columns: [BatchColumn] = []
  /// What new records get in fields that the file does not have.
  var defaults: [(field: Int, cell: Int64)] = []
  /// The row whose quote is never closed.
  var unclosedQuoteRow: Int?
  /// The number of each row, as a spreadsheet shows it.
  var rowNumbers: [Int32] = []
  /// Where each row stands, as the cursor says it.
  var rowRanges: [Range<Int>] = []
  /// The day from which a row's changes are valid; `unknownCell` where the file does not say. Empty without such a column.
  var validFrom: [Int64] = []
  /// The day on which a row was entered; the same.
  var recordedOn: [Int64] = []
  var isRefused: [Bool] = []
  /// Rows whose record changes again on the same day.
  var isSuperseded: [Bool] = []
  /// The record that each row is of; 0 for a row of a register without 标识.
  var ids: [Int64] = []
  /// Why rows are refused, by row, as text for the file of refused rows.
  private(set) var reasons: [Int: [String]] = [:]
  /// Rows that may be records that are there already.
  private(set) var suspects: [Suspect] = []
  var report: ImportReport
  private let language: Language

  init(
    file: Int, register: RegisterID, arena: TextArena, form: LedgerForm, header: ImportHeader,
    report: ImportReport, language: Language
  ) {
    self.file = file
    self.register = register
    self.arena = arena
    self.form = form
    self.header = header
    self.report = report
    self.language = language
  }

  /// Whether the file has all columns that new records need.
  var isComplete: Bool { header.missingTitles.isEmpty }

  /// Says that a row that is imported may be a record that is there already.
  func suspect(_ suspect: Suspect, column: String) {
    suspects.append(suspect)
    report.suspects += 1
    warn(
      suspect.row, column: column, ImportCode.nameOfAnother,
      ["value": Wording(suspect.name), "other": Wording(suspect.otherKey)])
  }

  /// Refuses a row that would bring a new record without all that must be filled in.
  func refuseIncomplete(_ row: Int) {
    for title in header.missingTitles {
      refuse(row, column: title, value: "", CellProblem(ImportCode.blank))
    }
  }

  /// Passes over a row whose record changes again on the same day.
  func supersede(_ row: Int) {
    isSuperseded[row] = true
    report.superseded += 1
  }

  /// Whether a row is to be written.
  func isWritten(_ row: Int) -> Bool { !isRefused[row] && !isSuperseded[row] }

  /// How many rows it has, refused ones included.
  var count: Int { rowNumbers.count }

  /// Refuses a row; a row may have several reasons.
  func refuse(_ row: Int, column: String?, value: String, _ problem: CellProblem) {
    var arguments = problem.arguments
    arguments["value"] = Wording(value)
    if let column { arguments["column"] = Wording(column) }
    let diagnostic = Diagnostic(
      problem.code,
      at: .data(file: report.place, row: Int(rowNumbers[row]), column: column), arguments)
    report.diagnostics.add(diagnostic)
    let reason = diagnostic.message(in: language)
    reasons[row, default: []].append(column.map { "\($0)：\(reason)" } ?? reason)
    if !isRefused[row] {
      isRefused[row] = true
      if isSuperseded[row] {
        isSuperseded[row] = false
        report.superseded -= 1
      }
      report.refused += 1
    }
  }

  /// Has something to say of a row that is imported nevertheless.
  func warn(_ row: Int, column: String, _ code: DiagnosticCode, _ arguments: [String: Wording]) {
    report.diagnostics.add(
      Diagnostic(
        code, at: .data(file: report.place, row: Int(rowNumbers[row]), column: column), arguments))
  }

  /// The text of a cell that is still a place in the arena.
  func string(_ cell: Int64) -> String { arena.string(cell) }
}

/// One field of the rows of a file.
struct BatchColumn {
  /// The position in the register's fields.
  let field: Int
  /// One cell for each row; for a many-valued field the start and the length of the list in `elements`.
  var cells: [Int64] = []
  var elements: [Int64] = []

  /// The cell of a list.
  mutating func append(list: [Int64]) {
    cells.append(Int64(elements.count) << 24 | Int64(list.count))
    elements += list
  }

  /// The places of a list in `elements`.
  func range(_ cell: Int64) -> Range<Int> {
    let start = Int(cell >> 24)
    return start..<start + Int(cell & 0xFF_FFFF)
  }
}
