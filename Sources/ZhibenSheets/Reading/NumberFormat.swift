/// What the format of a cell makes of its number.
enum NumberFormat: UInt8 {
  case general, date, time, dateTime, percent

  /// The formats that every spreadsheet knows by number (ECMA-376 18.8.30, with those of Chinese ones).
  init(builtin id: Int) {
    switch id {
    case 9, 10: self = .percent
    case 14...17, 27...31, 36, 50...54, 57, 58: self = .date
    case 22: self = .dateTime
    case 18...21, 32...35, 45...47, 55, 56: self = .time
    default: self = .general
    }
  }

  /// Reads a code such as `yyyy"年"m"月"d"日"`: which letters stand in its first section outside of quotes and brackets.
  init(code: String) {
    var (hasDay, hasTime, hasMonth, hasPercent) = (false, false, false, false)
    var scalars = code.unicodeScalars.makeIterator()
    loop: while let scalar = scalars.next() {
      switch scalar {
      case ";": break loop
      case "\"": while let next = scalars.next(), next != "\"" {}
      case "\\", "_", "*": _ = scalars.next()
      case "[":
        var inside = ""
        while let next = scalars.next(), next != "]" { inside.unicodeScalars.append(next) }
        // `[h]:mm` counts hours; `[Red]` and `[$-804]` are something else.
        if ["h", "hh", "m", "mm", "s", "ss"].contains(inside.lowercased()) { hasTime = true }
      case "y", "Y", "d", "D", "年", "日": hasDay = true
      case "h", "H", "s", "S", "时", "秒": hasTime = true
      case "m", "M": hasMonth = true
      case "%": hasPercent = true
      case "G", "g":
        // `General`, `G/通用格式`
        break loop
      default: break
      }
    }
    self =
      switch (hasDay || (hasMonth && !hasTime), hasTime) {
      case (true, true): .dateTime
      case (true, false): .date
      case (false, true): .time
      case (false, false): hasPercent ? .percent : .general
      }
  }
}

/// Reads the formats of a workbook's cells.
final class StyleReader: XMLHandler {
  /// By the number that cells give.
  private(set) var formats: [NumberFormat] = []
  private(set) var problem: WorkbookProblem?
  private var codes: [Int: NumberFormat] = [:]
  private var isInside = false

  private static let mostFormats = 70_000

  func begin(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case Self.numFmt:
      if let id = attributes.number("numFmtId"), let code = attributes.text("formatCode"),
        codes.count < Self.mostFormats
      {
        codes[id] = NumberFormat(code: code)
      }
    case Self.cellXfs: isInside = true
    case Self.xf where isInside && formats.count < Self.mostFormats:
      let id = attributes.number("numFmtId") ?? 0
      formats.append(codes[id] ?? NumberFormat(builtin: id))
    default: break
    }
  }

  func end(_ name: XMLName) {
    if name == Self.cellXfs { isInside = false }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  private static let numFmt = XMLName("numFmt")
  private static let cellXfs = XMLName("cellXfs")
  private static let xf = XMLName("xf")
}
