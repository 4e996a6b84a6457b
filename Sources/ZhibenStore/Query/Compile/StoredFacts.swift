import GRDB
import ZhibenCalendar
import ZhibenSemantics

/// What a question has to know of the store before it can be written in SQL. Reads once for each register, never for a row.
final class StoredFacts {
  private let db: Database
  private let schema: Schema
  /// What it says of itself, with the registers of outcomes.
  let stored: StoredSchema
  let outcomes: OutcomeTables?
  private let sources: [String: Fragment]
  /// The last day from which a value of a column holds, by table and column.
  private var lastChanges: [String: [String: Int64]] = [:]
  private var positionMaps: [RegisterID: PositionMap] = [:]
  private var rowIDs: [RegisterID: [Int64]] = [:]
  /// Why something could not be read.
  private(set) var failure: (any Error)?

  init(_ db: Database, _ program: Program, day: CivilDate) throws {
    self.db = db
    schema = program.schema
    var stored = try StoredSchema(db)
    outcomes = try OutcomeTables(db, program, stored, day: day)
    stored.registers.merge(outcomes?.described ?? [:]) { $1 }
    self.stored = stored
    sources = outcomes?.sources ?? [:]
  }

  /// Reads what belongs to the registers of a demand; refuses fields whose type is another than in the store.
  func prepare(for demand: [RegisterID: Set<Int>]) throws {
    try SnapshotReader(schema: schema, demand: .init(fields: demand), stored: stored).checkTypes()
    for id in demand.keys {
      let table = schema[id].table
      guard let register = stored.registers[table], register.hasHistory,
        lastChanges[table] == nil
      else { continue }
      var changes: [String: Int64] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: "SELECT h.field, max(h.valid_from) FROM \(SQL.quoted(TableNames(table).history)) AS h "
          + "GROUP BY h.field")
      while let row = try rows.next() { changes[row[0]] = row[1] }
      lastChanges[table] = changes
    }
  }

  // MARK: Tables and columns

  func hasTable(_ register: RegisterSchema) -> Bool { stored.registers[register.table] != nil }

  func hasColumn(_ field: FieldSchema, of register: RegisterSchema) -> Bool {
    stored.registers[register.table]?.fields[field.column] != nil
  }

  /// Whether any record of the register was struck off.
  func hasRemovals(_ register: RegisterSchema) -> Bool {
    stored.registers[register.table]?.hasRemovals == true
  }

  /// What stands behind FROM for a register; empty for one that the store does not have yet.
  func source(of register: RegisterSchema) -> Fragment {
    if let source = sources[register.table] { return source }
    return hasTable(register) ? "\(name: register.table)" : "(SELECT 0 AS \"_id\" WHERE 0)"
  }

  /// The elements of a many-valued field.
  func elements(of field: FieldSchema, _ register: RegisterSchema) -> Fragment {
    "\(name: TableNames(register.table).elements(field.column))"
  }

  // MARK: History

  /// Whether a value of the field begins to hold only after `day`, so that the present cells are not those of that day.
  func changes(_ field: FieldSchema, of register: RegisterSchema, after day: CivilDate) -> Bool {
    lastChanges[register.table]?[field.column].map { $0 > Int64(day.days) } ?? false
  }

  /// The values of a field as of a day, of the rows in which it ever changed; NULL where none held yet.
  func history(of field: FieldSchema, _ register: RegisterSchema, on day: CivilDate) -> Fragment {
    let table: Fragment = "\(name: TableNames(register.table).history)"
    let (name, last) = (Fragment.bound(field.column), Fragment.bound(Int64(day.days)))
    return """
      (SELECT x."row" AS "row", y.value AS value FROM (SELECT z."row" AS "row", \
      max(CASE WHEN z.valid_from <= \(last) THEN z.valid_from END) AS valid_from FROM \(table) AS z \
      WHERE z.field = \(name) GROUP BY z."row") AS x LEFT JOIN \(table) AS y \
      ON y."row" = x."row" AND y.field = \(name) AND y.valid_from = x.valid_from)
      """
  }

  // MARK: Codes

  /// The position in the list of a stored code.
  func position(of cell: Fragment, in id: EnumID, _ schema: Schema) -> Fragment {
    if codesArePositions(id) { return cell }
    let positions = schema.positions(of: id, codes: stored.enumCodes[schema[id].name] ?? [:])
    var arms: Fragment = ""
    for (code, position) in positions.enumerated() where position >= 0 {
      arms = "\(arms) WHEN \(.bound(Int64(code))) THEN \(.bound(position))"
    }
    return arms.sql.isEmpty ? .null : "(CASE \(cell)\(arms) END)"
  }

  /// Whether codes of the list are positions.
  func codesArePositions(_ id: EnumID) -> Bool {
    if outcomes?.lists.contains(id) == true { return true }
    let positions = schema.positions(of: id, codes: stored.enumCodes[schema[id].name] ?? [:])
    return positions.elementsEqual(0..<Int64(positions.count))
  }

  // MARK: Records

  /// The row id of a record; nil if there is none at that position, and if it could not be read (`failure`).
  func knownRowID(of position: Int, in register: RegisterID) -> Int64? {
    do {
      let ids = try ids(of: register)
      return ids.indices.contains(position) ? ids[position] : nil
    } catch {
      failure = failure ?? error
      return nil
    }
  }

  /// No row id reaches this far; behind it stand records that are not there, in the order of their positions.
  private static let firstAbsent = Int64.max - Int64(UInt32.max)

  /// What stands for the row id of a record that is not there.
  static func absent(_ position: Int) -> Int64 {
    firstAbsent + Int64(UInt32(clamping: position))
  }

  /// The position of a row.
  func position(of rowID: Int64, in register: RegisterID) throws -> Int? {
    if rowID >= Self.firstAbsent { return Int(rowID - Self.firstAbsent) }
    if positionMaps[register] == nil {
      positionMaps[register] = PositionMap(try ids(of: register))
    }
    return positionMaps[register]?.position(of: rowID).map { Int($0) }
  }

  private func ids(of register: RegisterID) throws -> [Int64] {
    if let ids = rowIDs[register] { return ids }
    var ids: [Int64] = []
    if hasTable(schema[register]) {
      let statement = try RawStatement(
        db, "SELECT t._id FROM \(source(of: schema[register])) AS t ORDER BY t._id" as Fragment)
      while try statement.step() { ids.append(statement.int(0)) }
    }
    rowIDs[register] = ids
    return ids
  }
}
