/// A number as a workbook stores it: the shortest or the longest decimal of a binary float, with or without an exponent.
struct StoredNumber {
  private var isNegative = false
  /// The digits without zeros in front.
  private var digits: [UInt8] = []
  /// How many of them stand before the point; may be negative, or more than there are.
  private var point = 0
  /// Whether a spreadsheet that shows fifteen digits cannot have shown it whole.
  private(set) var isCut = false

  private static let shown = 15

  /// Reads `45418`, `0.95`, `9.1320623E+17`; `nil` for anything else.
  init?(_ text: some Collection<UInt8>) {
    var rest = text[...]
    if rest.first == UInt8(ascii: "-") || rest.first == UInt8(ascii: "+") {
      isNegative = rest.removeFirst() == UInt8(ascii: "-")
    }
    var (hasPoint, hasDigit) = (false, false)
    while let byte = rest.first {
      if byte == UInt8(ascii: "."), !hasPoint {
        hasPoint = true
      } else if (0x30...0x39).contains(byte) {
        hasDigit = true
        if byte != 0x30 || !digits.isEmpty {
          digits.append(byte - 0x30)
          if !hasPoint { point += 1 }
        } else if hasPoint {
          point -= 1
        }
      } else {
        break
      }
      rest.removeFirst()
    }
    guard hasDigit, digits.count <= 400 else { return nil }
    if let byte = rest.first {
      guard byte | 0x20 == UInt8(ascii: "e"),
        let exponent = Int(String(decoding: rest.dropFirst(), as: UTF8.self)),
        exponent.magnitude <= 400
      else { return nil }
      point += exponent
    }
    while digits.last == 0 { digits.removeLast() }
    if digits.isEmpty { (point, isNegative) = (0, false) }
    isCut = point > Self.shown
    round()
  }

  /// To fifteen digits, half up, as spreadsheets show them: `0.10000000000000001` is 0.1.
  private mutating func round() {
    guard digits.count > Self.shown else { return }
    let isUp = digits[Self.shown] >= 5
    digits.removeSubrange(Self.shown...)
    if isUp {
      var index = Self.shown - 1
      while index >= 0, digits[index] == 9 {
        digits[index] = 0
        index -= 1
      }
      if index >= 0 {
        digits[index] += 1
      } else {
        digits.insert(1, at: 0)
        point += 1
      }
    }
    while digits.last == 0 { digits.removeLast() }
  }

  /// The number in plain decimals, moved by `shift` places: 2 makes hundredths whole.
  func decimal(shift: Int = 0) -> [UInt8] {
    let point = self.point + shift
    var result: [UInt8] = isNegative ? [UInt8(ascii: "-")] : []
    if digits.isEmpty { return [0x30] }
    if point <= 0 {
      result += Array("0.".utf8) + repeatElement(0x30, count: -point) + digits.map { $0 + 0x30 }
    } else if point >= digits.count {
      result += digits.map { $0 + 0x30 } + repeatElement(0x30, count: point - digits.count)
    } else {
      result += digits[..<point].map { $0 + 0x30 } + [UInt8(ascii: ".")]
      result += digits[point...].map { $0 + 0x30 }
    }
    return result
  }

  /// Days and, to the second, the time of day; `nil` below zero and beyond the year 9999.
  var serial: (day: Int, seconds: Int)? {
    if digits.isEmpty { return (0, 0) }
    guard !isNegative, point <= 7 else { return nil }
    var (day, fraction) = (0, 0.0)
    if point > 0 {
      for index in 0..<point { day = day * 10 + (index < digits.count ? Int(digits[index]) : 0) }
    }
    var scale = 0.1
    if point < 0 {
      guard point > -15 else { return (0, 0) }
      for _ in point..<0 { scale /= 10 }
    }
    for digit in digits.dropFirst(max(0, point)) {
      fraction += Double(digit) * scale
      scale /= 10
    }
    guard day < 2_958_466 else { return nil }
    let seconds = Int((fraction * 86_400).rounded())
    return seconds == 86_400 ? (day + 1, 0) : (day, seconds)
  }
}

/// The days of a workbook.
struct SheetCalendar {
  /// Whether day 0 is 1904-01-01, as on old Macintoshes.
  var is1904: Bool

  /// `2024-05-06`, with the time behind it where there is one; a time alone if the day is 0 and the format shows one.
  func text(day: Int, seconds: Int, format: NumberFormat) -> [UInt8]? {
    if format == .time, day == 0 || (is1904 && day < 1) { return Self.timeOfDay(seconds) }
    guard let date = date(day) else { return nil }
    return seconds == 0 ? date : date + [UInt8(ascii: " ")] + Self.timeOfDay(seconds)
  }

  /// The day of a number. The spreadsheets' 60 is 29 February 1900, which never was; so what is before is one off.
  private func date(_ number: Int) -> [UInt8]? {
    if is1904 { return Self.date(daysSince1970: number - 24_107) }
    switch number {
    case 1...59: return Self.date(daysSince1970: number - 25_568)
    case 61...: return Self.date(daysSince1970: number - 25_569)
    default: return nil
    }
  }

  private static func date(daysSince1970 days: Int) -> [UInt8]? {
    // The civil calendar in eras of 400 years that begin on 1 March.
    let shifted = days + 719_468
    guard shifted >= 0 else { return nil }
    let (era, dayOfEra) = (shifted / 146_097, shifted % 146_097)
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let monthIndex = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * monthIndex + 2) / 5 + 1
    let month = monthIndex < 10 ? monthIndex + 3 : monthIndex - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    guard year <= 9999 else { return nil }
    return padded(year, 4) + [UInt8(ascii: "-")] + padded(month, 2) + [UInt8(ascii: "-")]
      + padded(day, 2)
  }

  private static func timeOfDay(_ seconds: Int) -> [UInt8] {
    padded(seconds / 3600, 2) + [UInt8(ascii: ":")] + padded(seconds / 60 % 60, 2)
      + [UInt8(ascii: ":")] + padded(seconds % 60, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> [UInt8] {
    var (result, rest) = ([UInt8](repeating: 0x30, count: width), number)
    for index in (0..<width).reversed() {
      result[index] = UInt8(0x30 + rest % 10)
      rest /= 10
    }
    return result
  }
}
