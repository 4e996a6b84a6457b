/// Reads the rows of a sheet as the parser comes by them.
final class SheetReader: XMLHandler {
  private(set) var table: SheetTable
  private(set) var problem: WorkbookProblem?
  private let part: String
  private let shared: SharedTexts
  private let formats: [NumberFormat]
  private let calendar: SheetCalendar
  private let limits: WorkbookLimits
  /// Where the shared texts that were met stand in the table's text.
  private var places: [UInt32]

  // The row and the cell that are being read.
  private var row = 0
  private var firstCell = 0
  private var isHidden = false
  private var column = -1
  private var type = CellType.number
  private var format = NumberFormat.general
  private var isText = false
  private var isSound = false
  private var hasFormula = false
  private var value: [UInt8] = []

  private static let unmet = UInt32.max

  private enum CellType { case number, shared, text, boolean, error, date }

  init(
    name: String, part: String, shared: SharedTexts, formats: [NumberFormat],
    calendar: SheetCalendar, limits: WorkbookLimits
  ) {
    table = SheetTable(name: name)
    table.is1904 = calendar.is1904
    self.part = part
    self.shared = shared
    self.formats = formats
    self.calendar = calendar
    self.limits = limits
    places = Array(repeating: Self.unmet, count: shared.count)
  }

  // MARK: Elements

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case SheetNames.cell: beginCell(attributes)
    case SheetNames.value: isText = true
    case SheetNames.text: isText = !isSound
    case SheetNames.formula: hasFormula = true
    case SheetNames.sound: isSound = true
    case SheetNames.row: beginRow(attributes)
    case SheetNames.merge: merge(attributes)
    default: break
    }
  }

  func end(_ name: XMLName) {
    switch name {
    case SheetNames.value, SheetNames.text: isText = false
    case SheetNames.cell: endCell()
    case SheetNames.sound: isSound = false
    case SheetNames.row: endRow()
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isText else { return }
    value.append(contentsOf: bytes)
    if value.count > limits.textBytes { problem = .tooLarge(part: part) }
  }

  private func beginRow(_ attributes: XMLAttributes) {
    let number = attributes.number("r") ?? row + 1
    guard number > row, number <= SheetAddress.lastRow else {
      problem = .damaged(part: part)
      return
    }
    row = number
    firstCell = table.cells.count
    isHidden = attributes.flag("hidden")
    column = -1
  }

  private func endRow() {
    guard table.cells.count > firstCell else { return }
    table.rows.append(
      SheetTable.Row(number: row, cells: firstCell..<table.cells.count, isHidden: isHidden))
  }

  private func beginCell(_ attributes: XMLAttributes) {
    // Some writers leave the address out: then it is the next cell.
    column = attributes.bytes("r").flatMap(SheetAddress.place)?.column ?? column + 1
    if column >= SheetAddress.lastColumn { problem = .damaged(part: part) }
    type = attributes.bytes("t").map(Self.type) ?? .number
    let style = attributes.number("s") ?? 0
    format = formats.indices.contains(style) ? formats[style] : .general
    hasFormula = false
    value.removeAll(keepingCapacity: true)
  }

  private static func type(_ name: UnsafePointer<CChar>) -> CellType {
    switch XMLName(name, skipping: 0) {
    case typeShared: .shared
    case typeInline, typeFormulaText: .text
    case typeBoolean: .boolean
    case typeError: .error
    case typeDate: .date
    default: .number
    }
  }

  private func merge(_ attributes: XMLAttributes) {
    guard let area = attributes.bytes("ref").flatMap(SheetAddress.area) else { return }
    table.merges.append(area)
    if table.merges.count > limits.cells { problem = .tooLarge(part: part) }
  }

  // MARK: Cells

  private func endCell() {
    guard problem == nil else { return }
    if value.isEmpty {
      if hasFormula, type != .text { append(value, .formula) }
      return
    }
    switch type {
    case .shared: appendShared()
    case .text:
      EscapedText.unescape(&value, from: 0)
      append(value, .text)
    case .boolean:
      append(Array((value == [0x31] ? "TRUE" : "FALSE").utf8), .boolean)
    case .error: append(value, .error)
    case .date:
      // `2024-05-06T00:00:00`: a day without a time is a day.
      let midnight = Array("T00:00:00".utf8)
      let end = value.count > 10 && value[10...].starts(with: midnight) ? 10 : value.count
      append(Array(value[..<end]), .date)
    case .number: appendNumber()
    }
  }

  private func appendNumber() {
    guard let number = StoredNumber(value) else { return append(value, .text) }
    switch format {
    case .general: append(number.decimal(), number.isCut ? .cutNumber : .number)
    case .percent: append(number.decimal(shift: 2) + [UInt8(ascii: "%")], .percent)
    case .date, .time, .dateTime:
      if let serial = number.serial,
        let text = calendar.text(day: serial.day, seconds: serial.seconds, format: format)
      {
        append(text, .date)
      } else {
        append(number.decimal(), number.isCut ? .cutNumber : .number)
      }
    }
  }

  private func appendShared() {
    var index = 0
    for byte in value {
      guard (0x30...0x39).contains(byte), index < shared.count else {
        problem = .damaged(part: part)
        return
      }
      index = index * 10 + Int(byte - 0x30)
    }
    guard index < shared.count else {
      problem = .damaged(part: part)
      return
    }
    let range = shared.range(index)
    if range.isEmpty { return }
    if places[index] == Self.unmet {
      places[index] = UInt32(table.text.count)
      table.text.append(contentsOf: shared.bytes[range])
    }
    add(start: places[index], count: range.count, .text)
  }

  private func append(_ text: [UInt8], _ kind: SheetTable.Kind) {
    let start = table.text.count
    table.text.append(contentsOf: text)
    add(start: UInt32(start), count: text.count, kind)
  }

  private func add(start: UInt32, count: Int, _ kind: SheetTable.Kind) {
    table.cells.append(
      SheetTable.Cell(
        start: start, count: UInt32(count), column: UInt16(clamping: column), kind: kind))
    if table.cells.count > limits.cells || table.text.count > limits.textBytes {
      problem = .tooLarge(part: part)
    }
  }

  private static let typeShared = XMLName("s")
  private static let typeInline = XMLName("inlineStr")
  private static let typeFormulaText = XMLName("str")
  private static let typeBoolean = XMLName("b")
  private static let typeError = XMLName("e")
  private static let typeDate = XMLName("d")
}
