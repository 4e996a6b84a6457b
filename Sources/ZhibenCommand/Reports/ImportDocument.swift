import Zhiben
import ZhibenSession

/// What became of imported files, for programs.
struct ImportDocument {
  let session: Session

  /// - Parameter kept: where the refused rows of each report are, and those to be looked at.
  func write(_ reports: [ImportReport], kept: [Int: KeptRows], isTrial: Bool) {
    let document = JSONDocument(session.output, schema: "zhiben.import/1")
    document.field("dry_run", .bool(isTrial))
    document.beginList("ledgers")
    for (number, report) in reports.enumerated() {
      document.element(ledger(report, kept[number]))
    }
    document.endList()
    document.end()
  }

  private func ledger(_ report: ImportReport, _ kept: KeptRows?) -> JSON {
    .object([
      ("file", .text(report.fileName)), ("sheet", .optional(report.sheet)),
      ("register", .text(report.register)),
      ("encoding", report.sheet == nil ? .text(report.encoding.rawValue) : .null),
      ("header_rows", rows(report.headerRows)), ("data_rows", rows(report.dataRows)),
      ("rows", .number(report.rowCount)), ("inserted", .number(report.inserted)),
      ("updated", .number(report.updated)), ("unchanged", .number(report.unchanged)),
      ("superseded", .number(report.superseded)), ("refused", .number(report.refused)),
      ("skipped", .number(report.skipped)),
      ("skipped_words", .array(report.skippedWords.map { .text($0) })),
      ("hidden", .number(report.hiddenRows)), ("filled", .number(report.filledCells)),
      ("cleared", .number(report.cleared)),
      ("unknown_columns", .array(report.unknownColumns.map { .text($0) })),
      ("file_refused", .bool(report.isFileRefused)), ("refused_file", .optional(kept?.refused)),
      ("suspects", .number(report.suspects)), ("suspect_file", .optional(kept?.suspects)),
      (
        "note_counts",
        .object(
          ImportNote.Kind.allCases.compactMap { kind in
            report.notes.counts[kind].map { (kind.rawValue, .number($0)) }
          })
      ),
      ("notes", .array(report.notes.listed.map(note))),
      ("messages", .array(report.diagnostics.ordered.map(message))),
    ])
  }

  private func rows(_ range: ClosedRange<Int>?) -> JSON {
    range.map { .array([.number($0.lowerBound), .number($0.upperBound)]) } ?? .null
  }

  private func note(_ note: ImportNote) -> JSON {
    .object([
      ("row", .number(note.row)), ("column", .text(note.column)), ("value", .text(note.value)),
      ("reading", .text(note.reading)), ("kind", .text(note.kind.rawValue)),
    ])
  }

  private func message(_ diagnostic: Diagnostic) -> JSON {
    var (row, column): (Int?, String?)
    if case .data(_, let place, let title) = diagnostic.primary { (row, column) = (place, title) }
    return .object([
      ("code", .text(diagnostic.code.rawValue)),
      ("severity", .text(diagnostic.severity.wording.en)),
      ("row", row.map { .number($0) } ?? .null), ("column", .optional(column)),
      ("value", .optional(diagnostic.arguments["value"]?[session.language])),
      ("text", .text(diagnostic.message(in: session.language))),
    ])
  }
}
