import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSheets

/// Reads the bytes of one file into a batch.
struct BatchReader {
  let schema: Schema
  let stored: StoredSchema
  let options: ImportOptions

  /// The batch of a file; its report says what is wrong with it. `nil` batch: nothing of the file can be imported.
  func read(_ file: ImportFile, index: Int) -> (batch: ImportBatch?, report: ImportReport) {
    var report = ImportReport(
      fileName: file.name, sheet: file.table?.name, register: schema[file.register].name)
    func refused(_ diagnostic: Diagnostic) -> (ImportBatch?, ImportReport) {
      report.diagnostics.add(diagnostic)
      report.isFileRefused = true
      return (nil, report)
    }
    let ledger: (arena: TextArena, form: LedgerForm)
    do throws(Diagnostics) {
      ledger = try open(file, &report)
    } catch {
      report.diagnostics.add(error)
      report.isFileRefused = true
      return (nil, report)
    }
    var form = ledger.form
    let whole = Location.data(file: report.place, row: nil, column: nil)
    guard let header = header(ledger.arena, form, schema[file.register]) else {
      return refused(Diagnostic(ImportCode.noData, at: whole))
    }
    report.headerRows = header.rows
    report.unknownColumns = zip(header.titles, header.roles)
      .filter { !$0.0.isEmpty && $0.1 == .unknown }.map(\.0)
    let problems = header.problems(register: schema[file.register], fileName: report.place)
    for problem in problems { report.diagnostics.add(problem) }
    if problems.contains(where: { $0.severity == .error }) {
      report.isFileRefused = true
      return (nil, report)
    }
    if case .sheet(var sheet) = form {
      sheet.fillDown(below: header.rows.upperBound)
      report.filledCells = sheet.fillCount
      report.hiddenRows = sheet.table.rows.count {
        $0.isHidden && $0.number > header.rows.upperBound
      }
      form = .sheet(sheet)
    }
    let batch = ImportBatch(
      file: index, register: file.register, arena: ledger.arena, form: form, header: header,
      report: report, language: options.language)
    readRows(into: batch)
    if let row = batch.unclosedQuoteRow {
      report = batch.report
      return refused(
        Diagnostic(
          ImportCode.unclosedQuote, at: .data(file: report.place, row: row, column: nil)))
    }
    return (batch, batch.report)
  }

  /// The text of a file, and how its rows are found in it.
  private func open(
    _ file: ImportFile, _ report: inout ImportReport
  ) throws(Diagnostics) -> (TextArena, LedgerForm) {
    if let table = file.table { return (TextArena(table.text), .sheet(SheetRows(table))) }
    if Workbook.isWorkbook(file.bytes) {
      let tables = try Ledgers.tables(of: file.bytes, name: file.name).map(\.table)
      let table = tables.first { !$0.rows.isEmpty } ?? tables.first
      guard let table else {
        throw Diagnostics([
          Diagnostic(ImportCode.noData, at: .data(file: file.name, row: nil, column: nil))
        ])
      }
      report.sheet = table.name
      return (TextArena(table.text), .sheet(SheetRows(table)))
    }
    let text: [UInt8]
    do throws(BadByte) {
      (text, report.encoding) = try TextDecoding.decode(file.bytes)
    } catch {
      throw Diagnostics([Self.diagnostic(for: error, fileName: file.name)])
    }
    if report.encoding == .gb18030 {
      report.diagnostics.add(
        Diagnostic(
          ImportCode.readAs, at: .data(file: file.name, row: nil, column: nil),
          ["encoding": report.encoding.rawValue]))
    }
    let arena = TextArena(text)
    return (arena, .delimited(CSVScanner.delimiter(of: arena.file)))
  }

  private func header(
    _ arena: TextArena, _ form: LedgerForm, _ register: RegisterSchema
  ) -> ImportHeader? {
    let search = HeaderSearch(register: register, aliases: options.headers)
    if let numbers = options.headerRows {
      return search.header(
        in: HeaderSearch.rows(arena, form, downTo: numbers.upperBound), at: numbers)
    }
    return search.header(in: HeaderSearch.rows(arena, form))
  }

  /// Where a bad byte stands: what is before it tells the row and the column.
  private static func diagnostic(for bad: BadByte, fileName: String) -> Diagnostic {
    let place = bad.before.withUnsafeBufferPointer { before in
      var scanner = CSVScanner(before, delimiter: CSVScanner.delimiter(of: before))
      var (cells, count): ([LedgerCell], Int) = ([], 1)
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

  // MARK: Rows

  private func readRows(into batch: ImportBatch) {
    let register = schema[batch.register]
    var is1904 = false
    if case .sheet(let sheet) = batch.form { is1904 = sheet.table.is1904 }
    var readers: [ColumnReader] = []
    let roles = batch.header.roles.map { role -> RowReader.Role in
      switch role {
      case .field(let field):
        readers.append(
          ColumnReader(
            register.fields[field], schema: schema, stored: stored, is1904: is1904,
            month: options.monthDates.day(of: register.fields[field].name)))
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
