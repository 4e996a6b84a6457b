import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Carries out what statements ask for: new records, changes that keep what was, records that are there no more. Reads nothing: the snapshot
/// knows what the registers come to.
struct FactWriter {
  private let db: Database
  private let program: Program
  private let snapshot: Snapshot
  private let asOf: CivilDate
  private let path: String

  /// - Parameter snapshot: the facts with all writes.
  init(
    _ db: Database, _ program: Program, _ snapshot: Snapshot, asOf: CivilDate, path: String
  ) {
    (self.db, self.program, self.snapshot) = (db, program, snapshot)
    (self.asOf, self.path) = (asOf, path)
  }

  /// Writes all, in order, into registers and log.
  func write(_ writes: [Write], log: WriteLog) throws {
    if writes.isEmpty { return }
    let cells = StoredCells(snapshot, stored: try StoredSchema(db))
    var registers: [RegisterID: RegisterFacts] = [:]
    for (id, own) in Dictionary(grouping: writes, by: \.register) {
      let inserts = own.filter { $0.kind == .insert }
      registers[id] = try RegisterFacts(
        db, id, snapshot, cells, inserts: inserts.map { ($0, line(of: $0.origin)) },
        source: source(of: inserts.first), asOf: asOf)
    }
    for write in writes {
      let schema = snapshot.schema[write.register]
      guard let facts = registers[write.register], let rowID = facts.rowID(of: write) else {
        throw misfit(schema, "")
      }
      let place = "\(source(of: write)):\(line(of: write.origin))"
      var changes: [WriteLog.Change] = []
      for field in write.fields {
        guard schema.fields.indices.contains(field.field),
          let old = cells.stored(field.old, schema.fields[field.field]),
          let new = cells.stored(field.value, schema.fields[field.field])
        else { throw misfit(schema, "\(field.field)") }
        changes.append((schema.fields[field.field].column, old, new))
      }
      guard try facts.write(write, rowID: rowID, place: place) else { throw misfit(schema, "") }
      try log.add(write, table: schema.table, rowID: rowID, place: place, changes: changes)
    }
    for facts in registers.values { try facts.finish() }
  }

  /// The name of the file in which a statement stands: folders say nothing where it is run elsewhere.
  private func source(of write: Write?) -> String {
    let number = write?.origin.source ?? 0
    let name = program.sources.indices.contains(number) ? program.sources[number].name : ""
    return name.split(separator: "/").last.map(String.init) ?? name
  }

  private func line(of origin: Origin) -> Int {
    guard program.sources.indices.contains(origin.source) else { return 0 }
    return SourcePosition(of: origin.span.start, in: program.sources[origin.source]).line
  }

  /// The interpreter has judged every value; one that does not fit was not made by it.
  private func misfit(_ register: RegisterSchema, _ field: String) -> Diagnostics {
    Diagnostics([
      StoreFailure.failed(
        path: path,
        reason: Wording(
          zh: "登记「\(register.name)」放不下要写的值 \(field)",
          en: "the register “\(register.name)” cannot hold what is to be written \(field)"))
    ])
  }
}

/// The writes of one register: each kind by statements that are prepared once.
private final class RegisterFacts {
  private let schema: RegisterSchema
  private let table: RegisterTable
  private let cells: StoredCells
  private let asOf: Int64
  private let batch: ImportBatch
  private var insertion: RecordInsertion?
  private var contents: ContentDigest
  private let timelines: TimelineWriter
  private let removal: RawStatement
  private let origin: RawStatement
  private let db: Database
  private var nextInsert = 0
  private var hasUpdates = false
  private var hasRemovals = false

  init(
    _ db: Database, _ id: RegisterID, _ snapshot: Snapshot, _ cells: StoredCells,
    inserts: [(write: Write, line: Int)], source: String, asOf: CivilDate
  ) throws {
    (self.db, self.cells, self.asOf) = (db, cells, Int64(asOf.days))
    schema = snapshot.schema[id]
    table = snapshot[id]
    batch = ImportBatch(
      inserts, register: id, schema, cells, source: source)
    insertion = inserts.isEmpty ? nil : try RecordInsertion(db, batch, schema)
    contents = ContentDigest(schema, columns: batch.columns.map(\.field))
    timelines = try TimelineWriter(db, schema)
    let rows = SQL.quoted(schema.table)
    let gone = TableNames.goneFrom
    removal = try RawStatement(
      db, "UPDATE \(rows) SET \(gone) = min(ifnull(\(gone), ?1), ?1), _source = ?2 WHERE _id = ?3")
    origin = try RawStatement(db, "UPDATE \(rows) SET _source = ? WHERE _id = ?")
  }

  func rowID(of write: Write) -> Int64? {
    table.rowIDs.indices.contains(write.position) ? table.rowIDs[write.position] : nil
  }

  /// False if the snapshot does not have what is to be written.
  func write(_ write: Write, rowID: Int64, place: String) throws -> Bool {
    switch write.kind {
    case .insert: return try insert(rowID)
    case .update:
      hasUpdates = true
      for field in write.fields {
        guard try change(field.field, write, rowID) else { return false }
      }
      origin.bind(place, at: 1)
      origin.bind(rowID, at: 2)
      try origin.run()
    case .delete:
      hasRemovals = true
      removal.bind(Int64(write.day.days), at: 1)
      removal.bind(place, at: 2)
      removal.bind(rowID, at: 3)
      try removal.run()
    }
    return true
  }

  /// Notes what has to be read of the register from now on.
  func finish() throws {
    if !hasUpdates, !hasRemovals { return }
    try db.execute(
      sql: """
        UPDATE zb_register SET has_history = max(has_history, ?),
          has_removals = max(has_removals, ?) WHERE table_name = ?
        """, arguments: [hasUpdates, hasRemovals, schema.table])
  }

  private func insert(_ rowID: Int64) throws -> Bool {
    guard let insertion, nextInsert < batch.count, !batch.isRefused[nextInsert] else {
      return false
    }
    let row = nextInsert
    nextInsert += 1
    var content = unknownCell
    if schema.key == nil {
      content = contents.of(batch.arena) { position in
        let column = batch.columns[position]
        return (column.cells[row], column.list(row, schema.fields[column.field]))
      }
    }
    try insertion.insert(row, id: rowID, recordedOn: asOf, content: content)
    return true
  }

  /// Enters what the timeline has on that day, and keeps what it began with.
  private func change(_ number: Int, _ write: Write, _ rowID: Int64) throws -> Bool {
    let field = schema.fields[number]
    guard let column = table.columns[number], column.cells.indices.contains(write.position),
      let timeline = column.history?.timelines[Int32(clamping: write.position)],
      let current = cells.stored(cell: column.cells[write.position], of: column, field),
      let new = write.fields.first(where: { $0.field == number }).flatMap({
        cells.stored($0.value, field)
      })
    else { return false }
    var first: StoredValue?
    if let entry = timeline.first, entry.from == .min {
      first = cells.stored(cell: entry.cell, of: column, field)
    }
    try timelines.enter(
      number, of: rowID, first: first, from: Int64(write.day.days), to: new, current: current,
      recordedOn: asOf)
    return true
  }
}

extension ImportBatch {
  /// New records as rows of a batch, whose file is the script and whose row numbers are its lines. A row with a value that does not fit is
  /// refused.
  fileprivate convenience init(
    _ inserts: [(write: Write, line: Int)], register: RegisterID, _ schema: RegisterSchema,
    _ cells: StoredCells, source: String
  ) {
    self.init(
      file: 0, register: register, arena: TextArena([]), form: .delimited(0x2C),
      header: ImportHeader(titles: [], rows: 0...0, register: schema, aliases: [:]),
      report: ImportReport(fileName: source, register: schema.name), language: .zh)
    let given = Set(inserts.flatMap { $0.write.fields.map(\.field) }).sorted()
    columns = given.map { BatchColumn(field: $0) }
    for (write, line) in inserts {
      var fits = true
      for index in columns.indices {
        let field = columns[index].field
        let value = write.fields.last { $0.field == field }?.value
        switch cells.stored(value, schema.fields[field]) {
        case .integer(let number): columns[index].cells.append(number)
        case .text(let text): columns[index].cells.append(arena.add(text.utf8))
        case .list(let list):
          columns[index].append(
            list: list.map { element in
              switch element {
              case .number(let number): number
              case .text(let text): arena.add(text.utf8)
              }
            })
        case .unknown: columns[index].cells.append(unknownCell)
        case nil:
          columns[index].cells.append(unknownCell)
          fits = false
        }
      }
      rowNumbers.append(Int32(clamping: line))
      isRefused.append(!fits)
    }
  }
}
