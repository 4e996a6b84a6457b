import GRDB
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Turns what cells of references say into row ids, for files that may refer to each other in circles. A row that refers to nothing is
/// refused, and with it every row that refers to a record which only it would have brought.
struct ReferenceResolver {
  let db: Database
  let schema: Schema
  let batches: [ImportBatch]
  let indexes: [RegisterID: RegisterIndex]

  /// Gives each row its record, then resolves all references.
  func resolve() throws {
    for batch in batches { try assignRecords(batch) }
    refuseIncompleteRecords()
    var names: [RegisterID: NameIndex] = [:]
    for batch in batches {
      for column in batch.columns.indices {
        let field = schema[batch.register].fields[batch.columns[column].field]
        guard case .reference(let target) = field.type, let index = indexes[target] else {
          continue
        }
        var resolution = Resolution(db: db, schema: schema, target: target, index: index)
        swap(&resolution.names, &names[target])
        try resolve(batch, column, &resolution)
        swap(&resolution.names, &names[target])
      }
    }
    dropOrphans()
  }

  /// The arguments of a resolution that stays the same for a column.
  private struct Resolution {
    let db: Database
    let schema: Schema
    let target: RegisterID
    let index: RegisterIndex
    var names: NameIndex?
    /// What each spelling came to.
    var spellings = SymbolTable()
    var results: [Result<Int64, CellProblem>] = []
  }

  private func assignRecords(_ batch: ImportBatch) throws {
    guard let index = indexes[batch.register] else { return }
    batch.ids = Array(repeating: 0, count: batch.count)
    let register = schema[batch.register]
    guard let key = register.key, let column = batch.columns.first(where: { $0.field == key })
    else { return }
    let isText = register.fields[key].type == .text
    var rows: [RecordDay: Int] = [:]
    rows.reserveCapacity(batch.count)
    for row in 0..<batch.count where !batch.isRefused[row] {
      let cell = column.cells[row]
      let id =
        isText
        ? try index.assign(key: batch.arena.text(cell))
        : try Array(String(cell).utf8).withUnsafeBufferPointer { try index.assign(key: $0) }
      batch.ids[row] = id
      let day = batch.validFrom.isEmpty ? unknownCell : batch.validFrom[row]
      let place = RecordDay(id: id, day: day)
      guard let earlier = rows[place] else {
        rows[place] = row
        continue
      }
      if day == unknownCell {
        batch.refuse(
          row, column: register.fields[key].name,
          value: isText ? batch.string(cell) : String(cell),
          CellProblem(ImportCode.keyTwice, ["earlier": "\(batch.rowNumbers[earlier])"]))
      } else {
        // A file of changes may tell several of one day: the last holds at its end.
        batch.supersede(earlier)
        rows[place] = row
      }
    }
  }

  /// A record may stand in a file once, or once for each 生效日.
  private struct RecordDay: Hashable {
    var id: Int64
    var day: Int64
  }

  /// A file of changes may leave out columns that must be filled in: it changes records of the store or of another file, and brings none.
  private func refuseIncompleteRecords() {
    var brought: [RegisterID: Set<Int64>] = [:]
    for batch in batches where batch.isComplete {
      brought[batch.register, default: []].formUnion(
        batch.ids.indices.lazy.filter { !batch.isRefused[$0] }.map { batch.ids[$0] })
    }
    for batch in batches where !batch.isComplete {
      guard let index = indexes[batch.register] else { continue }
      for row in 0..<batch.count where !batch.isRefused[row] && !index.isStored(batch.ids[row]) {
        if brought[batch.register]?.contains(batch.ids[row]) != true { batch.refuseIncomplete(row) }
      }
    }
  }

  // MARK: One column

  private func resolve(_ batch: ImportBatch, _ position: Int, _ resolution: inout Resolution) throws
  {
    var column = batch.columns[position]
    batch.columns[position] = BatchColumn(field: column.field)
    defer { batch.columns[position] = column }
    let field = schema[batch.register].fields[column.field]
    for row in column.cells.indices where column.cells[row] != unknownCell && !batch.isRefused[row]
    {
      let cell = column.cells[row]
      guard field.isMany else {
        column.cells[row] = try resolve(cell, batch, row, field, &resolution) ?? unknownCell
        continue
      }
      for place in column.range(cell) {
        let element = column.elements[place]
        guard let id = try resolve(element, batch, row, field, &resolution) else { break }
        column.elements[place] = id
      }
    }
  }

  /// The row id that a cell means; refuses the row if there is none.
  private func resolve(
    _ cell: Int64, _ batch: ImportBatch, _ row: Int, _ field: FieldSchema,
    _ resolution: inout Resolution
  ) throws -> Int64? {
    let text = batch.arena.text(cell)
    let spelling = Int(resolution.spellings.intern(UnsafeRawBufferPointer(text)))
    if spelling == resolution.results.count {
      resolution.results.append(try record(text, &resolution))
    }
    switch resolution.results[spelling] {
    case .success(let id): return id
    case .failure(let problem):
      batch.refuse(row, column: field.name, value: batch.string(cell), problem)
      return nil
    }
  }

  private func record(
    _ text: CellBytes, _ resolution: inout Resolution
  ) throws -> Result<Int64, CellProblem> {
    let register = schema[resolution.target]
    if let id = try resolution.index.id(ofKey: text) { return .success(id) }
    if let key = register.key.map({ register.fields[$0] }) {
      let other = Self.otherSpelling(text, of: key)
      if let other,
        let id = try other.withUnsafeBufferPointer({ try resolution.index.id(ofKey: $0) })
      {
        return .success(id)
      }
    }
    if resolution.names == nil {
      let pending = batches.filter { $0.register == resolution.target }
      resolution.names = try NameIndex(db, register, pending: pending)
    }
    let named = resolution.names?.records(named: text) ?? []
    if let id = named.first, named.count == 1 { return .success(id) }
    if named.isEmpty {
      return .failure(CellProblem(ImportCode.noRecord, ["register": Wording(register.name)]))
    }
    return .failure(
      CellProblem(
        ImportCode.nameTwice,
        ["register": Wording(register.name), "count": Wording("\(named.count)")]))
  }

  /// A key in the form in which it is kept.
  private static func otherSpelling(_ text: CellBytes, of key: FieldSchema) -> [UInt8]? {
    if CreditCode.isHeld(byFieldNamed: key.name, column: key.column) {
      return CreditCode.normalized(text)
    }
    if key.type == .integer, let number = try? NumberText.integer(text) {
      return Array(String(number).utf8)
    }
    return nil
  }

  // MARK: Records that do not come

  private struct RowPlace {
    var batch: Int
    var row: Int
    var field: FieldSchema
  }

  /// New records of which every row was refused do not come; rows that refer to them are refused, and so on.
  private func dropOrphans() {
    var alive: [RegisterID: [Int64: Int]] = [:]
    var doomed: [(register: RegisterID, id: Int64)] = []
    for batch in batches {
      guard let index = indexes[batch.register] else { continue }
      for row in 0..<batch.count where batch.ids[row] > 0 && !index.isStored(batch.ids[row]) {
        alive[batch.register, default: [:]][batch.ids[row], default: 0] +=
          batch.isRefused[row] || !batch.isComplete ? 0 : 1
      }
    }
    for (register, ids) in alive {
      for (id, count) in ids where count == 0 { doomed.append((register, id)) }
    }
    if doomed.isEmpty { return }
    let referrers = self.referrers(of: alive)
    while let (register, id) = doomed.popLast() {
      indexes[register]?.forget(id)
      for place in referrers[register]?[id] ?? [] {
        let batch = batches[place.batch]
        if batch.isRefused[place.row] { continue }
        batch.refuse(
          place.row, column: place.field.name, value: name(of: id, in: register),
          CellProblem(ImportCode.noRecord, ["register": Wording(schema[register].name)]))
        let own = batch.ids[place.row]
        guard own > 0, batch.isComplete, let count = alive[batch.register]?[own] else { continue }
        alive[batch.register]?[own] = count - 1
        if count == 1 { doomed.append((batch.register, own)) }
      }
    }
    refuseIncompleteRecords()
  }

  /// The rows that refer to each new record.
  private func referrers(of new: [RegisterID: [Int64: Int]]) -> [RegisterID: [Int64: [RowPlace]]] {
    var result: [RegisterID: [Int64: [RowPlace]]] = [:]
    for (number, batch) in batches.enumerated() {
      for column in batch.columns {
        let field = schema[batch.register].fields[column.field]
        guard case .reference(let target) = field.type, let ids = new[target] else { continue }
        for row in 0..<batch.count where !batch.isRefused[row] {
          let cell = column.cells[row]
          if cell == unknownCell { continue }
          let targets = field.isMany ? Array(column.elements[column.range(cell)]) : [cell]
          for id in targets where ids[id] != nil {
            result[target, default: [:]][id, default: []].append(
              RowPlace(batch: number, row: row, field: field))
          }
        }
      }
    }
    return result
  }

  /// The key of a new record, for a message.
  private func name(of id: Int64, in register: RegisterID) -> String {
    let key = schema[register].key
    for batch in batches where batch.register == register {
      guard let row = batch.ids.firstIndex(of: id),
        let column = batch.columns.first(where: { $0.field == key })
      else { continue }
      return schema[register].fields[column.field].type == .text
        ? batch.string(column.cells[row]) : String(column.cells[row])
    }
    return ""
  }
}
