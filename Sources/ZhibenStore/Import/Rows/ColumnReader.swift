import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSheets

/// Reads the cells of one column. Texts and references become places in the arena, values of lists the store's codes.
struct ColumnReader {
  let field: FieldSchema
  private let kind: Kind
  private let spellings: EnumSpellings?
  /// What is added to the numbers of days: 1462 where they count from 1904.
  private let epoch: Int
  /// The day that a month alone stands for.
  private let month: MonthDates.Day?
  /// What each spelling met so far was read as: registers repeat themselves.
  private var known = SymbolTable()
  private var readings: [Result<Int64, CellProblem>] = []
  /// Whether the cell read last is spelt like none before it, as far as spellings are kept.
  private(set) var isNewSpelling = true

  private enum Kind {
    case bool, integer, number, text, creditCode, phone, date, moment, enumeration, reference
  }

  /// Makes the reader of a field.
  init(
    _ field: FieldSchema, schema: Schema, stored: StoredSchema, is1904: Bool = false,
    month: MonthDates.Day? = nil
  ) {
    (self.field, self.month) = (field, month)
    epoch = is1904 ? 1462 : 0
    var spellings: EnumSpellings?
    switch field.type {
    case .bool: kind = .bool
    case .integer: kind = .integer
    case .number: kind = .number
    case .text:
      if CreditCode.isHeld(byFieldNamed: field.name, column: field.column) {
        kind = .creditCode
      } else if PhoneText.isHeld(byFieldNamed: field.name, column: field.column) {
        kind = .phone
      } else {
        kind = .text
      }
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
    case .text, .creditCode, .phone, .reference: true
    default: false
    }
  }

  /// The cell of a trimmed, non-blank text.
  /// - Parameter isNumber: whether a spreadsheet keeps it as a number.
  mutating func cell(
    _ text: CellBytes, _ arena: TextArena, isNumber: Bool = false
  ) throws(CellProblem) -> Int64 {
    isNewSpelling = true
    switch kind {
    case .text:
      try checkText(text)
      return arena.place(of: text)
    case .phone:
      try checkText(text)
      if field.isMany { return arena.place(of: text) }
      let numbers = PhoneText.numbers(in: text).joined(separator: Array("、".utf8))
      return text.elementsEqual(numbers) ? arena.place(of: text) : arena.add(Array(numbers))
    case .reference:
      guard text.count <= TextArena.longest else { throw CellProblem(ImportCode.outOfRange) }
      return arena.place(of: text)
    case .creditCode: return try creditCode(text, arena)
    case .integer: return try NumberText.integer(text)
    case .number:
      guard case .number(let unit) = field.type else { throw CellProblem(ImportCode.noNumber) }
      return try NumberText.millionths(text, unit: unit)
    case .date:
      if isNumber { try checkMonth(text) }
      let month = month
      let day = try remembered(text) { text throws(CellProblem) in
        try DateText.day(text, month: month)
      }
      return isNumber ? day + Int64(epoch) : day
    case .moment: return try DateText.moment(text)
    case .bool: return try remembered(text) { text throws(CellProblem) in try WordText.bool(text) }
    case .enumeration:
      guard let spellings else { throw CellProblem(ImportCode.noValue) }
      return try remembered(text) { text throws(CellProblem) in try spellings.code(text) }
    }
  }

  /// As a number October is written like January: a spreadsheet keeps 2024.10 as 2024.1.
  private func checkMonth(_ text: CellBytes) throws(CellProblem) {
    guard month != nil, text.count == 6, text[4] == UInt8(ascii: "."), text[5] == UInt8(ascii: "1")
    else { return }
    let year = String(decoding: text.prefix(4), as: UTF8.self)
    throw CellProblem(
      ImportCode.ambiguousDate, ["readings": .list(["\(year)-01", "\(year)-10"])])
  }

  private func checkText(_ text: CellBytes) throws(CellProblem) {
    guard text.count <= TextArena.longest else { throw CellProblem(ImportCode.outOfRange) }
    if NumberText.isScientific(text) { throw CellProblem(ImportCode.scientific) }
  }

  /// The cells that a cell of a many-valued field lists, still as text.
  func parts(of text: CellBytes, _ arena: TextArena) -> [CellBytes] {
    guard kind == .phone else { return ListCell.parts(of: text) }
    return PhoneText.numbers(in: text).map { arena.text(arena.add($0)) }
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
    isNewSpelling = number == readings.count
    if isNewSpelling {
      do throws(CellProblem) {
        readings.append(.success(try read(text)))
      } catch {
        readings.append(.failure(error))
      }
    }
    return try readings[number].get()
  }

  // MARK: What is worth saying

  /// Why a cell reads otherwise than it stands there; nil if it does not, or if that goes without saying.
  func note(on text: CellBytes, _ source: SheetTable.Kind, read cell: Int64, _ arena: TextArena)
    -> ImportNote.Kind?
  {
    let isPlain = text.allSatisfy { $0 < 0x80 }
    switch kind {
    case .text: return source == .date ? .dateAsText : nil
    case .reference: return nil
    case .creditCode: return arena.text(cell).elementsEqual(text) ? nil : .code
    case .phone: return arena.text(cell).elementsEqual(text) ? nil : .phone
    case .date:
      if text.count == 10, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-") { return nil }
      // Of what needed no rule it says nothing.
      if month != nil, (try? DateText.day(text)) == nil { return .month }
      let isSerial =
        isPlain && text.prefix(5).allSatisfy { (0x30...0x39).contains($0) }
        && (text.count == 5 || text[5] == UInt8(ascii: "."))
      return isSerial ? .serial : .date
    case .moment:
      return isPlain && text.count >= 16 && text[4] == UInt8(ascii: "-") ? nil : .date
    case .integer, .number:
      if isPlain { return nil }
      return text.contains(where: { $0 == UInt8(ascii: "%") }) || cell.magnitude > 1_000_000
        ? .number : .percentage
    case .bool, .enumeration:
      return reading(cell, arena).utf8.elementsEqual(text) || source == .boolean ? nil : .word
    }
  }

  /// A value as people read it.
  func reading(_ cell: Int64, _ arena: TextArena) -> String {
    switch kind {
    case .text, .creditCode, .phone, .reference: return arena.string(cell)
    case .date: return CivilDate(days: Int32(clamping: cell)).description
    case .moment:
      let (day, minute) = (cell / 1440, cell % 1440)
      let two = { (number: Int64) in (number < 10 ? "0" : "") + "\(number)" }
      return "\(CivilDate(days: Int32(clamping: day))) \(two(minute / 60)):\(two(minute % 60))"
    case .bool: return WordText.shown[cell == 1 ? 0 : 1]
    case .enumeration: return spellings?.value(cell) ?? ""
    case .integer: return "\(cell)"
    case .number:
      if case .number("%") = field.type { return NumberText.plain(cell, places: 4) + "%" }
      return NumberText.plain(cell, places: 6)
    }
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
