import ZhibenDiagnostics
import ZhibenFacts

/// Reads numbers as people write them: full-width, with thousands separators, %, 万, 亿 and the field's unit, or in words. Exact, never by way of a binary
/// float.
enum NumberText {
  /// The number in millionths.
  /// - Parameter unit: the field's unit, which may stand behind the number; a field whose unit is % asks for the sign.
  static func millionths(_ cell: CellBytes, unit: String) throws(CellProblem) -> Int64 {
    // Most cells are short runs of digits.
    if unit != "%", (1...12).contains(cell.count),
      cell.allSatisfy({ (0x30...0x39).contains($0) })
    {
      var value: Int64 = 0
      for byte in cell { value = value * 10 + Int64(byte - 0x30) }
      let (scaled, overflow) = value.multipliedReportingOverflow(by: CellCoding.numberScale)
      if !overflow { return scaled }
    }
    return try parsed(CellText.folded(cell), unit: unit)
  }

  /// A whole number.
  static func integer(_ cell: CellBytes) throws(CellProblem) -> Int64 {
    if cell.count <= 18, !cell.isEmpty, cell.allSatisfy({ (0x30...0x39).contains($0) }) {
      var value: Int64 = 0
      for byte in cell { value = value * 10 + Int64(byte - 0x30) }
      return value
    }
    let value = try millionths(cell, unit: "")
    guard value % CellCoding.numberScale == 0 else { throw CellProblem(ImportCode.noNumber) }
    return value / CellCoding.numberScale
  }

  /// Whether a cell is a number that a spreadsheet has cut down to powers of ten (`9.1320623E+17`).
  static func isScientific(_ cell: CellBytes) -> Bool {
    guard cell.count <= 32, let first = cell.first, (0x30...0x39).contains(first),
      let exponent = cell.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }),
      exponent + 2 < cell.count,
      cell[exponent + 1] == UInt8(ascii: "+") || cell[exponent + 1] == UInt8(ascii: "-")
    else { return false }
    let mantissa = cell[..<exponent].allSatisfy {
      (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".")
    }
    return mantissa && cell[(exponent + 2)...].allSatisfy { (0x30...0x39).contains($0) }
  }

  /// A number of which the last `places` digits stand behind the point.
  static func plain(_ value: Int64, places: Int) -> String {
    var digits = String(value.magnitude)
    if digits.count <= places {
      digits = String(repeating: "0", count: places + 1 - digits.count) + digits
    }
    let whole = digits.dropLast(places)
    var fraction = digits.suffix(places)
    while fraction.last == "0" { fraction.removeLast() }
    return (value < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }

  private static func parsed(_ folded: [UInt8], unit: String) throws(CellProblem) -> Int64 {
    if folded.withUnsafeBufferPointer({ isScientific($0) }) {
      throw CellProblem(ImportCode.scientific)
    }
    var text = String(decoding: folded, as: UTF8.self)[...]
    if let sign = text.first, "¥￥".contains(sign) { text.removeFirst() }
    let foldedUnit = String(decoding: CellText.folded(unit), as: UTF8.self)
    if !foldedUnit.isEmpty, foldedUnit != "%", text.hasSuffix(foldedUnit) {
      text.removeLast(foldedUnit.count)
    }
    if let words = HanNumberText.millionths(text) {
      if unit == "%", words.isWhole { throw CellProblem(ImportCode.percentUnclear) }
      return words.value
    }
    var scale = Scale.one
    switch text.last {
    case "%"?: scale = .percent
    case "万"?: scale = .times(10_000)
    case "亿"?: scale = .times(100_000_000)
    default: break
    }
    if case .one = scale {} else { text.removeLast() }
    guard let decimal = Decimal(text) else { throw CellProblem(ImportCode.noNumber) }
    guard let value = decimal.millionths(scale) else { throw CellProblem(ImportCode.outOfRange) }
    if unit == "%", case .one = scale, value.magnitude >= CellCoding.numberScale.magnitude {
      throw CellProblem(ImportCode.percentUnclear)
    }
    return value
  }

  private enum Scale {
    case one, percent
    case times(Int128)
  }

  /// Digits with a point somewhere.
  private struct Decimal {
    private var digits: Int128 = 0
    /// How many of them stand behind the point.
    private var places = 0

    /// Reads `-1,234.50`; `nil` for anything else, also for separators that do not part thousands.
    init?(_ text: Substring) {
      var rest = Substring(text)
      let isNegative = rest.first == "-" || rest.first == "−"
      if isNegative || rest.first == "+" { rest.removeFirst() }
      let parts = rest.split(separator: ".", omittingEmptySubsequences: false)
      guard parts.count <= 2, let whole = parts.first else { return nil }
      let fraction = parts.count == 2 ? parts[1] : ""
      guard let wholeDigits = Self.ungrouped(whole), !(wholeDigits + fraction).isEmpty,
        (wholeDigits + fraction).utf8.allSatisfy({ (0x30...0x39).contains($0) }),
        wholeDigits.utf8.count + fraction.utf8.count <= 30
      else { return nil }
      for digit in (wholeDigits + fraction).utf8 { digits = digits * 10 + Int128(digit - 0x30) }
      places = fraction.utf8.count
      if isNegative { digits.negate() }
    }

    /// The digits without thousands separators.
    private static func ungrouped(_ text: Substring) -> String? {
      let groups = text.split(separator: ",", omittingEmptySubsequences: false)
      if groups.count == 1 { return String(text) }
      guard (1...3).contains(groups[0].count), groups.dropFirst().allSatisfy({ $0.count == 3 })
      else { return nil }
      return groups.joined()
    }

    /// The value in millionths, if that is exact and fits.
    func millionths(_ scale: Scale) -> Int64? {
      var (value, places) = (digits, self.places)
      switch scale {
      case .one: break
      case .percent: places += 2
      case .times(let factor):
        let (product, overflow) = value.multipliedReportingOverflow(by: factor)
        if overflow { return nil }
        value = product
      }
      while places > 6 {
        guard value % 10 == 0 else { return nil }
        value /= 10
        places -= 1
      }
      while places < 6 {
        let (product, overflow) = value.multipliedReportingOverflow(by: 10)
        if overflow { return nil }
        value = product
        places += 1
      }
      guard let result = Int64(exactly: value), result != unknownCell else { return nil }
      return result
    }
  }
}
