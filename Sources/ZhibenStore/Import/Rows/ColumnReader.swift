import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Reads the cells of one column. Texts and references become places in the arena, values of lists the store's codes.
struct ColumnReader {
  let field: FieldSchema
  private let kind: Kind
  private let spellings: EnumSpellings?
  /// What each spelling met so far was read as: registers repeat themselves.
  private var known = SymbolTable()
  private var readings: [Result<Int64, CellProblem>] = []

  private enum Kind {
    case bool, integer, number, text, creditCode, date, moment, enumeration, reference
  }

  /// Makes the reader of a field.
  init(_ field: FieldSchema, schema: Schema, stored: StoredSchema) {
    self.field = field
    var spellings: EnumSpellings?
    switch field.type {
    case .bool: kind = .bool
    case .integer: kind = .integer
    case .number: kind = .number
    case .text:
      kind =
        CreditCode.isHeld(byFieldNamed: field.name, column: field.column) ? .creditCode : .text
    case .date: kind = .date
    case .moment: kind = .moment
    case .enumeration(let id):
      kind = .enumeration
      spellings = EnumSpellings(schema[id], stored: stored.enumCodes[schema[id].name] ?? [:])
    case .reference: kind = .reference
    }
    self.spellings = spellings
  }

  /// Whether cells hold places in the arena.
  var holdsText: Bool {
    switch kind {
    case .text, .creditCode, .reference: true
    default: false
    }
  }

  /// The cell of a trimmed, non-blank text.
  mutating func cell(_ text: CellBytes, _ arena: TextArena) throws(CellProblem) -> Int64 {
    switch kind {
    case .text:
      guard text.count <= TextArena.longest else { throw CellProblem(ImportCode.outOfRange) }
      if NumberText.isScientific(text) { throw CellProblem(ImportCode.scientific) }
      return arena.place(of: text)
    case .reference:
      guard text.count <= TextArena.longest else { throw CellProblem(ImportCode.outOfRange) }
      return arena.place(of: text)
    case .creditCode: return try creditCode(text, arena)
    case .integer: return try NumberText.integer(text)
    case .number:
      guard case .number(let unit) = field.type else { throw CellProblem(ImportCode.noNumber) }
      return try NumberText.millionths(text, unit: unit)
    case .date: return try remembered(text) { text throws(CellProblem) in try DateText.day(text) }
    case .moment: return try DateText.moment(text)
    case .bool: return try remembered(text) { text throws(CellProblem) in try WordText.bool(text) }
    case .enumeration:
      guard let spellings else { throw CellProblem(ImportCode.noValue) }
      return try remembered(text) { text throws(CellProblem) in try spellings.code(text) }
    }
  }

  private func creditCode(_ text: CellBytes, _ arena: TextArena) throws(CellProblem) -> Int64 {
    if CreditCode.isNormalized(text) {
      try CreditCode.check(text)
      return arena.place(of: text)
    }
    if NumberText.isScientific(text) { throw CellProblem(ImportCode.scientific) }
    let normalized = CreditCode.normalized(text)
    let problem: CellProblem? = normalized.withUnsafeBufferPointer { code in
      do throws(CellProblem) {
        try CreditCode.check(code)
        return nil
      } catch {
        return error
      }
    }
    if let problem { throw problem }
    return arena.add(normalized)
  }

  private mutating func remembered(
    _ text: CellBytes, _ read: (CellBytes) throws(CellProblem) -> Int64
  ) throws(CellProblem) -> Int64 {
    let number = Int(known.intern(UnsafeRawBufferPointer(text)))
    if number == readings.count {
      do throws(CellProblem) {
        readings.append(.success(try read(text)))
      } catch {
        readings.append(.failure(error))
      }
    }
    return try readings[number].get()
  }

  /// The cell of a default value of the script.
  func defaultCell(_ arena: TextArena, schema: Schema, stored: StoredSchema) -> Int64? {
    guard let value = field.defaultValue, !field.isMany else { return nil }
    switch (field.type, value) {
    case (.text, .text(let text)): return arena.add(Array(text.utf8))
    case (.enumeration(let id), .enumeration(let list, let position))
    where id == list && schema[id].values.indices.contains(position):
      let codes = stored.enumCodes[schema[id].name] ?? [:]
      return codes[schema[id].values[position]].map { Int64($0) }
    case (.reference, _), (.text, _), (.enumeration, _): return nil
    default:
      var symbols = SymbolTable()
      return CellCoding.cell(of: value, as: field.type, symbols: &symbols)
    }
  }
}
