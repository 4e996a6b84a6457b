import GRDB
import ZhibenFacts
import ZhibenSemantics

/// The records of a register by their 标识, during one import: those of the store and those that are about to come.
final class RegisterIndex {
  let register: RegisterSchema
  /// The greatest row id in the store when the import began.
  let lastStored: Int64
  /// The row id that the next new record gets.
  private(set) var nextID: Int64

  private var keys = SymbolTable()
  /// By key: the row id, 0 for a key without record.
  private var ids: [Int64] = []
  /// By new record, from `lastStored + 1`: its key and whether it is in the store by now.
  private var newRecords: [(key: Int, isWritten: Bool)] = []
  /// Looks a key up in the store; nil when all keys are here.
  private let lookup: RawStatement?
  private let isTextKey: Bool

  /// Reads the keys, unless few of many are going to be asked for.
  /// - Parameter expected: how many keys are going to be asked for.
  init(_ db: Database, _ register: RegisterSchema, expected: Int) throws {
    self.register = register
    let table = SQL.quoted(register.table)
    lastStored = try Int64.fetchOne(db, sql: "SELECT max(_id) FROM \(table)") ?? 0
    nextID = lastStored + 1
    guard let key = register.key.map({ register.fields[$0] }) else {
      (lookup, isTextKey) = (nil, false)
      return
    }
    isTextKey = key.type == .text
    let column = SQL.quoted(key.column)
    // Of a record that was struck off and one that came after it with the same key, the latter is meant.
    let hasRemovals =
      try Bool.fetchOne(
        db, sql: "SELECT has_removals FROM zb_register WHERE table_name = ?",
        arguments: [register.table]) ?? false
    let isGone = "t.\(TableNames.goneFrom) IS NOT NULL"
    if lastStored > 4 * Int64(expected) {
      lookup = try RawStatement(
        db,
        "SELECT t._id FROM \(table) AS t WHERE t.\(column) = ?"
          + (hasRemovals ? " ORDER BY \(isGone), t._id DESC LIMIT 1" : ""))
      return
    }
    lookup = nil
    let statement = try RawStatement(
      db,
      "SELECT t._id, t.\(column) FROM \(table) AS t WHERE t.\(column) IS NOT NULL"
        + (hasRemovals ? " ORDER BY \(isGone) DESC, t._id" : ""))
    // A key that is no text is kept as its digits; SQLite gives them just so.
    while try statement.step() {
      let number = Int(keys.intern(statement.bytes(1)))
      if number == ids.count {
        ids.append(statement.int(0))
      } else {
        ids[number] = statement.int(0)
      }
    }
  }

  /// The row id of a key; nil if there is no such record, neither in the store nor about to come.
  func id(ofKey key: CellBytes) throws -> Int64? {
    let number = try number(of: key)
    return ids[number] == 0 ? nil : ids[number]
  }

  /// The row id of the record of a key, a new one if need be.
  func assign(key: CellBytes) throws -> Int64 {
    let number = try number(of: key)
    if ids[number] == 0 { ids[number] = takeID(key: number) }
    return ids[number]
  }

  /// A row id for a record without key.
  func takeID() -> Int64 { takeID(key: -1) }

  /// Whether a record is in the store by now.
  func isStored(_ id: Int64) -> Bool {
    id <= lastStored || newRecords[Int(id - lastStored - 1)].isWritten
  }

  /// Notes that a new record has been written.
  func markStored(_ id: Int64) {
    if id > lastStored { newRecords[Int(id - lastStored - 1)].isWritten = true }
  }

  /// Notes that a new record is not going to come.
  func forget(_ id: Int64) {
    let key = newRecords[Int(id - lastStored - 1)].key
    if key >= 0 { ids[key] = 0 }
  }

  private func takeID(key: Int) -> Int64 {
    defer { nextID += 1 }
    newRecords.append((key, false))
    return nextID
  }

  private func number(of key: CellBytes) throws -> Int {
    let number = Int(keys.intern(UnsafeRawBufferPointer(key)))
    if number == ids.count {
      ids.append(try stored(key))
    }
    return number
  }

  private func stored(_ key: CellBytes) throws -> Int64 {
    guard let lookup else { return 0 }
    if isTextKey {
      lookup.bind(key, at: 1)
    } else if let value = Int64(String(decoding: key, as: UTF8.self)) {
      lookup.bind(value, at: 1)
    } else {
      return 0
    }
    defer { lookup.reset() }
    return try lookup.step() ? lookup.int(0) : 0
  }
}
