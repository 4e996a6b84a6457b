import GRDB
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSheets

/// Imports ledgers as people keep them (CSV of any encoding, workbooks) into the registers of a store.
///
/// A row is one record: it comes whole, or it is refused with the reason for each cell. Rows are told by their 标识; known records change
/// where the row differs, and what they were is kept. A register without 标识 tells records by their whole content. So importing a file twice
/// changes nothing. A column that the file does not have says nothing; a blank cell says: unknown.
public enum Importer {
  /// Imports one file.
  /// - Throws: what keeps the store from being written; what is wrong with the file stands in the report.
  public static func importCSV(
    bytes: [UInt8], fileName: String, register: RegisterID, schema: Schema, into store: Store,
    options: ImportOptions
  ) throws(Diagnostics) -> ImportReport {
    let file = ImportFile(name: fileName, bytes: bytes, register: register)
    let reports = try importFiles([file], schema: schema, into: store, options: options)
    return reports.first ?? ImportReport(fileName: fileName, register: schema[register].name)
  }

  /// Imports several files in one transaction, what is referred to first; files whose registers refer to each other in circles come together.
  /// - Parameters:
  ///   - files: what is imported.
  ///   - schema: declares the registers.
  ///   - store: takes the records.
  ///   - options: the day of the import, and how files are read.
  ///   - entry: what the run log is to say of it if anything was written; nil if it is to say nothing.
  /// - Returns: the reports in the order of the files.
  /// - Throws: what keeps the store from being written; nothing of any file is imported then.
  public static func importFiles(
    _ files: [ImportFile], schema: Schema, into store: Store, options: ImportOptions,
    entry: ImportEntry? = nil
  ) throws(Diagnostics) -> [ImportReport] {
    try store.prepare(schema: schema)
    return try store.writing { db in
      var run = ImportRun(
        db: db, schema: schema, stored: try StoredSchema(db), options: options,
        reports: files.map {
          ImportReport(
            fileName: $0.name, sheet: $0.table?.name, register: schema[$0.register].name)
        })
      for group in ImportOrder.groups(of: files, schema: schema) {
        try run.importGroup(group.map { (position: $0, file: files[$0]) })
      }
      run.keepRefusedSheets()
      if run.reports.contains(where: { $0.inserted + $0.updated > 0 }) {
        let version = try StoreFormat.advanceDataVersion(db)
        try entry?.log(run.reports, options, dataVersion: version, db)
      }
      return run.reports
    }
  }

  /// The register that a file is for, by its name: `企业.csv`, `enterprise.csv`, `企业名单2025.csv`, `隐患.未导入.csv`. Nil if none or several fit.
  public static func register(forFileNamed name: String, schema: Schema) -> RegisterID? {
    var stem = name[...]
    if let slash = stem.lastIndex(of: "/") { stem = stem[stem.index(after: slash)...] }
    if let dot = stem.firstIndex(of: "."), dot != stem.startIndex { stem = stem[..<dot] }
    if let exact = schema.register(named: String(stem)), !schema[exact].isReadOnly { return exact }
    let fitting = schema.registers.indices.filter {
      !schema.registers[$0].isReadOnly
        && (stem.hasPrefix(schema.registers[$0].name)
          || stem.hasPrefix(schema.registers[$0].table))
    }
    let longest = fitting.max { schema.registers[$0].name.count < schema.registers[$1].name.count }
    let rivals = fitting.count {
      schema.registers[$0].name.count == longest.map { schema.registers[$0].name.count }
    }
    return rivals == 1 ? longest.map { RegisterID($0) } : nil
  }
}

/// One import.
private struct ImportRun {
  let db: Database
  let schema: Schema
  let stored: StoredSchema
  let options: ImportOptions
  var reports: [ImportReport]
  private var indexes: [RegisterID: RegisterIndex] = [:]
  private var registersWithHistory: Set<RegisterID> = []
  /// The refused rows of sheets, by the position of the ledger.
  private var refusedSheets: [Int: SheetContent] = [:]
  /// What sheets have suspects, by the position of the ledger.
  private var suspecting: [Int: ImportBatch] = [:]

  init(
    db: Database, schema: Schema, stored: StoredSchema, options: ImportOptions,
    reports: [ImportReport]
  ) {
    self.db = db
    self.schema = schema
    self.stored = stored
    self.options = options
    self.reports = reports
  }

  /// Imports files that have to come together.
  mutating func importGroup(_ files: [(position: Int, file: ImportFile)]) throws {
    let reader = BatchReader(schema: schema, stored: stored, options: options)
    var batches: [ImportBatch] = []
    for (position, file) in files {
      let (batch, report) = reader.read(file, index: position)
      reports[position] = report
      if let batch { batches.append(batch) }
    }
    let rows = batches.reduce(0) { $0 + $1.count }
    for batch in batches {
      try makeIndex(batch.register, expected: rows)
      for column in batch.columns {
        if case .reference(let target) = schema[batch.register].fields[column.field].type {
          try makeIndex(target, expected: rows)
        }
      }
    }
    try ReferenceResolver(db: db, schema: schema, batches: batches, indexes: indexes).resolve()
    for batch in batches {
      guard let index = indexes[batch.register] else { continue }
      try NamesakeSearch(db: db, register: schema[batch.register], batch: batch, index: index)
        .warn()
    }
    // Files of changes come after those that bring the records.
    for batch in batches.filter(\.isComplete) + batches.filter({ !$0.isComplete }) {
      try write(batch)
      batch.report.notes.drop(rows: Set(batch.reasons.keys.map { Int(batch.rowNumbers[$0]) }))
      switch batch.form {
      case .delimited(let delimiter):
        batch.report.refusedFile = RefusedRows.file(of: batch, delimiter)
        batch.report.suspectFile = SuspectSheet.file(of: batch, options.language)
      case .sheet(let rows) where !batch.reasons.isEmpty:
        refusedSheets[batch.file] = RefusedSheets.sheet(of: batch, rows)
      case .sheet: break
      }
      if case .sheet = batch.form, !batch.suspects.isEmpty { suspecting[batch.file] = batch }
      reports[batch.file] = batch.report
    }
  }

  /// The refused rows of each workbook in one file.
  mutating func keepRefusedSheets() {
    var positions: [String: [Int]] = [:]
    for position in Set(refusedSheets.keys).union(suspecting.keys).sorted() {
      positions[reports[position].fileName, default: []].append(position)
    }
    for (fileName, positions) in positions {
      guard let first = positions.first else { continue }
      let refused = positions.compactMap { refusedSheets[$0] }
      let suspects = SuspectSheet.sheet(
        of: positions.compactMap { suspecting[$0] }, options.language)
      reports[first].refusedFile = RefusedSheets.file(refused, suspects, of: fileName)
    }
  }

  private mutating func makeIndex(_ register: RegisterID, expected: Int) throws {
    if indexes[register] == nil {
      indexes[register] = try RegisterIndex(db, schema[register], expected: expected)
    }
  }

  private mutating func write(_ batch: ImportBatch) throws {
    guard let index = indexes[batch.register] else { return }
    let table = schema[batch.register].table
    let had =
      stored.registers[table]?.hasHistory == true || registersWithHistory.contains(batch.register)
    let writer = try RecordWriter(
      db, batch, schema: schema, index: index, hasHistory: had, options: options)
    if try writer.write(db), !had {
      registersWithHistory.insert(batch.register)
      try db.execute(
        sql: "UPDATE zb_register SET has_history = 1 WHERE table_name = ?", arguments: [table])
    }
  }
}
