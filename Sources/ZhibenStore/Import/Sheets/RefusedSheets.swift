import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSheets

/// Writes the rows of a workbook that were refused as another workbook: cells as they were, the reasons in a last column, merged cells filled.
enum RefusedSheets {
  /// A sheet of the refused rows of a batch.
  static func sheet(of batch: ImportBatch, _ rows: SheetRows) -> SheetContent {
    let kept = batch.header.roles.indices.filter { batch.header.roles[$0] != .reason }
    var cells: [LedgerCell] = []
    var widths = kept.map { DisplayWidth().of(batch.header.titles[$0]) }
    let refused = batch.reasons.sorted { $0.key < $1.key }.map { row, reasons -> [SheetValue] in
      rows.cells(batch.rowRanges[row].lowerBound, into: &cells)
      let values = kept.map { value(of: cells[$0], batch.arena) }
      for index in widths.indices { widths[index] = max(widths[index], width(values[index])) }
      return values + [.text(reasons.joined(separator: "；"))]
    }
    let columns = zip(kept, widths).map { position, width in
      SheetColumn(title: batch.header.titles[position], kind: .text, width: width)
    }
    return SheetContent(
      name: rows.table.name,
      columns: columns + [SheetColumn(title: ImportHeader.reasonTitle, kind: .text, width: 50)],
      rows: refused)
  }

  /// The file of the sheets of one workbook, with the list of suspects behind them; without libxlsxwriter the first as a file of commas.
  static func file(
    _ sheets: [SheetContent], _ suspects: SheetContent?, of fileName: String
  ) -> ImportReport.RefusedFile? {
    do throws(WorkbookProblem) {
      return .init(
        name: RefusedRows.name(of: fileName, ending: "xlsx"),
        bytes: try WorkbookWriter.bytes(sheets + [suspects].compactMap { $0 })
      )
    } catch {
      guard let first = sheets.first else { return nil }
      var output = RefusedRows.mark
      for row in [first.columns.map { .text($0.title) }] + sheets.flatMap(\.rows) {
        RefusedRows.append(row.map { Array(text($0).utf8) }, &output)
      }
      return .init(name: RefusedRows.name(of: fileName, ending: "csv"), bytes: output)
    }
  }

  private static func value(of cell: LedgerCell, _ arena: TextArena) -> SheetValue {
    let text = String(decoding: arena.file[cell.start..<cell.end], as: UTF8.self)
    switch cell.kind {
    case .formula: return .text("#N/A")
    // The digits that a spreadsheet lost stay lost: as text they would look whole.
    case .number, .cutNumber: return Double(text).map { .number($0) } ?? .text(text)
    case .percent: return Double(text.dropLast()).map { .percent($0 / 100) } ?? .text(text)
    case .boolean: return .bool(text == "TRUE")
    case .date: return day(text) ?? .text(text)
    case .text, .error: return text.isEmpty ? .blank : .text(text)
    }
  }

  /// `2024-05-06`, with or without a time behind it.
  private static func day(_ text: String) -> SheetValue? {
    var text = text
    return text.withUTF8 { cell in
      guard cell.count >= 10, let date = try? DateText(cell) else { return nil }
      let days = Int(date.date.days)
      return date.minutes.map { .moment((days * 1440 + $0) * 60) } ?? .day(days)
    }
  }

  private static func text(_ value: SheetValue) -> String {
    switch value {
    case .blank: ""
    case .text(let text): text
    case .number(let number): "\(number)"
    case .percent(let number): "\(number * 100)%"
    case .day(let day): CivilDate(days: Int32(clamping: day)).description
    case .moment(let seconds): CivilDate(days: Int32(clamping: seconds / 86_400)).description
    case .bool(let flag): WordText.shown[flag ? 0 : 1]
    }
  }

  private static func width(_ value: SheetValue) -> Int {
    if case .text(let text) = value { return min(40, DisplayWidth().of(text)) }
    return 10
  }
}
