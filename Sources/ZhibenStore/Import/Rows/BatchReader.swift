import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Reads the bytes of one file into a batch.
struct BatchReader {
  let schema: Schema
  let stored: StoredSchema
  let options: ImportOptions

  /// How far down the header may stand: titles and 填报单位 lines come before it.
  private static let headerDepth = 10

  /// The batch of a file; its report says what is wrong with it. `nil` batch: nothing of the file can be imported.
  func read(_ file: ImportFile, index: Int) -> (batch: ImportBatch?, report: ImportReport) {
    var report = ImportReport(fileName: file.name, register: schema[file.register].name)
    func refused(_ diagnostic: Diagnostic) -> (ImportBatch?, ImportReport) {
      report.diagnostics.add(diagnostic)
      report.isFileRefused = true
      return (nil, report)
    }
    let whole = Location.data(file: file.name, row: nil, column: nil)
    if file.bytes.starts(with: [0x50, 0x4B, 3, 4])
      || file.bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0])
    {
      return refused(Diagnostic(ImportCode.isWorkbook, at: whole))
    }
    let text: [UInt8]
    do throws(BadByte) {
      (text, report.encoding) = try TextDecoding.decode(file.bytes)
    } catch {
      return refused(Self.diagnostic(for: error, fileName: file.name))
    }
    if report.encoding == .gb18030 {
      report.diagnostics.add(
        Diagnostic(ImportCode.readAs, at: whole, ["encoding": report.encoding.rawValue]))
    }
    let arena = TextArena(text)
    guard let header = header(arena, schema[file.register]) else {
      return refused(Diagnostic(ImportCode.noData, at: whole))
    }
    report.headerRow = header.row
    report.unknownColumns = zip(header.titles, header.roles)
      .filter { !$0.0.isEmpty && $0.1 == .unknown }.map(\.0)
    let problems = header.problems(register: schema[file.register], fileName: file.name)
    for problem in problems { report.diagnostics.add(problem) }
    if problems.contains(where: { $0.severity == .error }) {
      report.isFileRefused = true
      return (nil, report)
    }
    let batch = ImportBatch(
      file: index, register: file.register, arena: arena, header: header,
      report: report, language: options.language)
    readRows(into: batch)
    if let row = batch.unclosedQuoteRow {
      report = batch.report
      return refused(
        Diagnostic(
          ImportCode.unclosedQuote, at: .data(file: file.name, row: row, column: nil)))
    }
    return (batch, batch.report)
  }

  /// Where a bad byte stands: what is before it tells the row and the column.
  private static func diagnostic(for bad: BadByte, fileName: String) -> Diagnostic {
    let place = bad.before.withUnsafeBufferPointer { before in
      var scanner = CSVScanner(before, delimiter: CSVScanner.delimiter(of: before))
      var (cells, count): ([CSVCell], Int) = ([], 1)
      while scanner.next(&cells) { count = cells.count }
      let isAtLineStart = before.last.map { $0 == 0x0A || $0 == 0x0D } ?? true
      return isAtLineStart && scanner.unclosedQuoteRow == nil
        ? (row: scanner.row + 1, column: 1) : (row: scanner.row, column: count)
    }
    let digits = String(bad.byte, radix: 16, uppercase: true)
    return Diagnostic(
      ImportCode.badByte,
      at: .data(file: fileName, row: place.row, column: "\(place.column)"),
      ["byte": "0x" + (digits.count < 2 ? "0" : "") + digits, "encoding": bad.encoding.rawValue])
  }

  // MARK: Header

  /// The first row in which at least two titles, or all there are, are fields; else the first row that is not blank.
  private func header(_ arena: TextArena, _ register: RegisterSchema) -> ImportHeader? {
    var scanner = CSVScanner(arena.file, delimiter: CSVScanner.delimiter(of: arena.file))
    var cells: [CSVCell] = []
    var first: ImportHeader?
    while scanner.row < Self.headerDepth, scanner.next(&cells) {
      var titles = cells.map { cell in
        String(decoding: CellText.trimmed(scanner.text(of: cell, arena)), as: UTF8.self)
      }
      while titles.last == "" { titles.removeLast() }
      if titles.isEmpty { continue }
      let header = ImportHeader(
        titles: titles, row: scanner.row, register: register, aliases: options.headers)
      if header.matchCount >= 2 || header.matchCount == titles.count(where: { !$0.isEmpty }) {
        return header
      }
      if first == nil { first = header }
    }
    return first
  }

  // MARK: Rows

  private func readRows(into batch: ImportBatch) {
    let register = schema[batch.register]
    var readers: [ColumnReader] = []
    let roles = batch.header.roles.map { role -> RowReader.Role in
      switch role {
      case .field(let field):
        readers.append(ColumnReader(register.fields[field], schema: schema, stored: stored))
        batch.columns.append(BatchColumn(field: field))
        return .column(readers.count - 1)
      case .validFrom: return .validFrom
      case .recordedOn: return .recordedOn
      case .reason, .unknown: return .passedOver
      }
    }
    for (index, field) in register.fields.enumerated()
    where field.defaultValue != nil && !batch.header.roles.contains(.field(index)) {
      let reader = ColumnReader(field, schema: schema, stored: stored)
      if let cell = reader.defaultCell(batch.arena, schema: schema, stored: stored) {
        batch.defaults.append((index, cell))
      }
    }
    var rows = RowReader(
      batch: batch, roles: roles, readers: readers,
      defaults: readers.map {
        $0.defaultCell(batch.arena, schema: schema, stored: stored) ?? unknownCell
      }, required: batch.columns.map { register.needsValue($0.field) })
    rows.read()
  }
}
