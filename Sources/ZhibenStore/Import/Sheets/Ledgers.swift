import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSheets

extension Importer {
  /// The ledgers that a file holds: itself, or the sheets of a workbook (.xlsx) that are of a register.
  ///
  /// A sheet is of the register that its name says (`隐患2025上半年`), else of the one of the file's name if its titles fit, else of the only one whose
  /// titles it has. Sheets that fit none are passed over, and so are hidden ones.
  /// - Parameters:
  ///   - bytes: the file.
  ///   - name: its name, for messages.
  ///   - register: the register of all of it, whatever its names say.
  ///   - sheet: the only sheet to be read, by its name or its number from 1.
  ///   - schema: declares the registers.
  ///   - options: how the header is found.
  /// - Throws: the workbook cannot be read (E0623), has no such sheet (E0626), a sheet may be of several registers (E0627), or none is of any
  ///   (E0625; for a file of commas E0303).
  public static func ledgers(
    in bytes: [UInt8], named name: String, register: RegisterID? = nil, sheet: String? = nil,
    schema: Schema, options: ImportOptions
  ) throws(Diagnostics) -> [ImportFile] {
    let byName = Importer.register(forFileNamed: name, schema: schema)
    guard Workbook.isWorkbook(bytes) else {
      guard let register = register ?? byName else {
        let file = name.split(separator: "/").last.map(String.init) ?? name
        throw Diagnostics([
          Diagnostic(
            "E0303", at: .none,
            [
              "name": Wording(file),
              "candidates": .choices(schema.recorded.map(\.name), near: file),
            ])
        ])
      }
      return [ImportFile(name: name, bytes: bytes, register: register)]
    }
    let ledgers = Ledgers(
      name: name, schema: schema, options: options, register: register, registerOfFile: byName)
    return try ledgers.found(in: try Ledgers.tables(of: bytes, name: name), only: sheet)
  }
}

/// Finds out which sheets of a workbook are of which registers.
struct Ledgers {
  let name: String
  let schema: Schema
  let options: ImportOptions
  /// What somebody said.
  let register: RegisterID?
  let registerOfFile: RegisterID?

  /// The sheets of a workbook with what they hold.
  static func tables(
    of bytes: [UInt8], name: String
  ) throws(Diagnostics) -> [(table: SheetTable, isHidden: Bool)] {
    do throws(WorkbookProblem) {
      let book = try Workbook(bytes)
      var tables: [(SheetTable, Bool)] = []
      for sheet in book.sheets { tables.append((try book.table(sheet), sheet.isHidden)) }
      return tables
    } catch {
      throw Diagnostics([
        Diagnostic(
          ImportCode.isWorkbook, at: .data(file: name, row: nil, column: nil),
          ["reason": error.reason])
      ])
    }
  }

  func found(
    in sheets: [(table: SheetTable, isHidden: Bool)], only chosen: String?
  ) throws(Diagnostics) -> [ImportFile] {
    let tables: [SheetTable]
    if let chosen {
      let byName = sheets.first { $0.table.name == chosen }?.table
      let number = Int(chosen).flatMap { sheets.indices.contains($0 - 1) ? sheets[$0 - 1] : nil }
      guard let table = byName ?? number?.table else {
        throw problem(
          ImportCode.sheetUnknown,
          [
            "name": Wording(chosen),
            "candidates": .choices(sheets.map(\.table.name), near: chosen),
          ])
      }
      tables = [table]
    } else {
      tables = sheets.filter { sheet in
        !sheet.isHidden && !sheet.table.rows.isEmpty
          && !SuspectSheet.isOne(named: sheet.table.name)
      }.map(\.table)
    }
    // An only sheet is what the file is called, or what somebody said.
    if tables.count == 1, let only = tables.first {
      let fitting = try fitting(only, sure: false)
      if let certain = fitting ?? registerOfFile {
        return [ImportFile(name: name, table: only, register: certain)]
      }
    }
    var files: [ImportFile] = []
    for table in tables {
      if let register = try fitting(table, sure: true) {
        files.append(ImportFile(name: name, table: table, register: register))
      }
    }
    if files.isEmpty {
      throw problem(
        ImportCode.noSheet, ["candidates": .list(sheets.map(\.table.name))])
    }
    return files
  }

  /// The register of a sheet.
  /// - Parameter sure: whether its titles have to be those of the register that somebody said.
  private func fitting(_ table: SheetTable, sure: Bool) throws(Diagnostics) -> RegisterID? {
    let arena = TextArena(table.text)
    let rows = HeaderSearch.rows(arena, .sheet(SheetRows(table)))
    if let register { return !sure || score(rows, register) > 0 ? register : nil }
    if let byName = Importer.register(forFileNamed: table.name, schema: schema) { return byName }
    if let registerOfFile, score(rows, registerOfFile) > 0 { return registerOfFile }
    let scores = schema.registers.indices.filter { !schema.registers[$0].isReadOnly }
      .map { (register: RegisterID($0), score: score(rows, RegisterID($0))) }
    let best = scores.map(\.score).max() ?? 0
    if best == 0 { return nil }
    let rivals = scores.filter { $0.score == best }.map(\.register)
    guard rivals.count == 1 else {
      throw problem(
        ImportCode.sheetUnclear,
        [
          "name": Wording(table.name), "candidates": .list(rivals.map { schema[$0].name }),
        ])
    }
    return rivals.first
  }

  /// How many titles are fields of a register; 0 if they are not enough for its records.
  private func score(_ rows: [HeaderSearch.TitleRow], _ register: RegisterID) -> Int {
    let search = HeaderSearch(register: schema[register], aliases: options.headers)
    guard let header = search.header(in: rows), header.matchCount >= 2,
      schema[register].key.map({ header.roles.contains(.field($0)) }) ?? true,
      header.missingTitles.isEmpty
    else { return 0 }
    return header.matchCount
  }

  private func problem(_ code: DiagnosticCode, _ arguments: [String: Wording]) -> Diagnostics {
    Diagnostics([
      Diagnostic(code, at: .data(file: name, row: nil, column: nil), arguments)
    ])
  }
}
