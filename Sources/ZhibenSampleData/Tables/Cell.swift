/// What stands in one cell, before it is written in somebody's habit.
enum Cell {
  case text(String)
  case number(Int)
  /// nil = blank = unknown.
  case maybe(Int?)
  case day(Day?)
  /// nil = blank = unknown.
  case flag(Bool?)
  /// Several values, divided by 、.
  case list([String])
  case blank
}

/// How a unit writes days and yes.
struct Habit: Sendable {
  enum DayStyle: Int, Sendable { case iso, han, slash, dot, dash, compact }
  var days: DayStyle
  var yes: String

  static let office = Habit(days: .iso, yes: "是")

  /// Half of the units write ISO days, the rest as people do.
  init(from random: inout SplitMix64) {
    let styles: [DayStyle] = [.iso, .iso, .iso, .iso, .iso, .han, .slash, .dot, .dash, .compact]
    days = random.pick(styles, or: .iso)
    yes = random.chance(25) ? "√" : "是"
  }

  private init(days: DayStyle, yes: String) {
    (self.days, self.yes) = (days, yes)
  }
}

/// Appends cells as CSV bytes.
struct RowBuffer {
  var bytes: [UInt8] = []
  private let lineEnd: [UInt8]

  init(carriageReturns: Bool) {
    lineEnd = carriageReturns ? [0x0D, 0x0A] : [0x0A]
  }

  mutating func append(row cells: [Cell], habit: Habit) {
    for (position, cell) in cells.enumerated() {
      if position > 0 { bytes.append(0x2C) }
      append(cell, habit: habit)
    }
    bytes += lineEnd
  }

  private mutating func append(_ cell: Cell, habit: Habit) {
    switch cell {
    case .text(let text): append(quoted: text)
    case .number(let number): bytes += String(number).utf8
    case .maybe(let number): if let number { bytes += String(number).utf8 }
    case .day(let day): if let day { append(day, habit.days) }
    case .flag(let flag): if let flag { bytes += (flag ? habit.yes : "否").utf8 }
    case .list(let values): append(quoted: values.joined(separator: "、"))
    case .blank: break
    }
  }

  private mutating func append(quoted text: String) {
    let needsQuotes = text.utf8.contains { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }
    guard needsQuotes else {
      bytes += text.utf8
      return
    }
    bytes.append(0x22)
    for byte in text.utf8 {
      if byte == 0x22 { bytes.append(0x22) }
      bytes.append(byte)
    }
    bytes.append(0x22)
  }

  private mutating func append(_ day: Day, _ style: Habit.DayStyle) {
    let (year, month, date) = day.parts
    switch style {
    case .iso: append(year, month, date, separator: "-", padded: true)
    case .compact: append(year, month, date, separator: "", padded: true)
    case .dash: append(year, month, date, separator: "-", padded: false)
    case .slash: append(year, month, date, separator: "/", padded: false)
    case .dot: append(year, month, date, separator: ".", padded: false)
    case .han: bytes += "\(year)年\(month)月\(date)日".utf8
    }
  }

  private mutating func append(
    _ year: Int, _ month: Int, _ date: Int, separator: String, padded: Bool
  ) {
    bytes += String(year).utf8
    for part in [month, date] {
      bytes += separator.utf8
      if padded && part < 10 { bytes.append(0x30) }
      bytes += String(part).utf8
    }
  }
}
