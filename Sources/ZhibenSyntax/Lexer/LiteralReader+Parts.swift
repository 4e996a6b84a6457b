/// The parts that literals are made of: digits, counts, blanks, dashes.
extension LiteralReader {
  /// A whole number; `value` is nil when it does not fit.
  struct Digits {
    let value: Int?
    let count: Int
    let next: Int
  }

  /// ASCII or full-width digits at `offset`.
  func digits(_ offset: Int) -> Digits? {
    var (value, count, position): (Int?, Int, Int) = (0, 0, offset)
    while true {
      let (scalar, next) = text.scalar(position)
      guard CharacterClass.isDigit(scalar) else { break }
      if let current = value {
        let (scaled, over) = current.multipliedReportingOverflow(by: 10)
        let (sum, overflow) = scaled.addingReportingOverflow(Int(scalar - 0x30))
        value = over || overflow ? nil : sum
      }
      count += 1
      position = next
    }
    return count == 0 ? nil : Digits(value: value, count: count, next: position)
  }

  /// The largest count a term or cadence may have. It keeps every later sum of days and months far from overflow.
  static let largestCount = 1_000_000

  /// A count: digits or a Chinese numeral. A count out of range is saturated and refused.
  func count(_ offset: Int) -> (value: Int, next: Int, refusal: Refusal?)? {
    if let digits = digits(offset) {
      let value = min(digits.value ?? Int.max, LiteralReader.largestCount)
      let fits = value == digits.value
      return (value, digits.next, fits ? nil : Refusal(kind: .numberTooLarge))
    }
    guard let numeral = HanNumerals.read(text, offset), numeral.value > 0 else { return nil }
    let value = min(numeral.value, LiteralReader.largestCount)
    return (value, numeral.next, value == numeral.value ? nil : Refusal(kind: .numberTooLarge))
  }

  /// A number of at most two digits or a Chinese numeral up to 99, for months, days and quarters.
  func small(_ offset: Int) -> (value: Int, next: Int)? {
    if let digits = digits(offset) {
      guard digits.count <= 2, let value = digits.value else { return nil }
      return (value, digits.next)
    }
    // 两 counts, it never numbers: 两季度 is no second quarter.
    guard text.match("两", offset) == nil, let numeral = HanNumerals.read(text, offset),
      1...99 ~= numeral.value
    else { return nil }
    return numeral
  }

  /// The offset after the one blank that may stand inside a literal between a digit and a Han character (L3), else `offset` itself.
  func gap(_ offset: Int) -> Int {
    let (value, next) = text.scalar(offset)
    guard value == 0x20 || value == 0xA0 || value == 0x3000 else { return offset }
    let before = text.before(offset)
    let after = text.scalar(next).value
    let opens = CharacterClass.isDigit(before)
    guard opens != CharacterClass.isDigit(after), isHan(opens ? after : before) else {
      return offset
    }
    return next
  }

  private func isHan(_ value: UInt32) -> Bool { value >= 0x3005 && CharacterClass.isRun(value) }

  /// The offset after one or more blanks.
  func blanks(_ offset: Int) -> Int? {
    var position = offset
    while true {
      let (value, next) = text.scalar(position)
      guard CharacterClass.isBlank(value) else { break }
      position = next
    }
    return position > offset ? position : nil
  }

  /// The offset after a dash that joins two parts: glued, or a dash with no other meaning with a blank on either side.
  func dash(_ offset: Int) -> Int? {
    let (first, next) = text.scalar(offset)
    if first == 0x2D { return next }
    let position = CharacterClass.isBlank(first) ? next : offset
    var (value, after) = text.scalar(position)
    guard value == 0x2014 || value == 0x2013 || value == 0x7E else { return nil }
    if value == 0x2014, text.scalar(after).value == 0x2014 { after = text.scalar(after).next }
    (value, _) = text.scalar(after)
    return CharacterClass.isBlank(value) ? text.scalar(after).next : after
  }

  /// The offset after 至 or a dash.
  func joiner(_ offset: Int) -> Int? { text.match("至", offset) ?? dash(offset) }

  /// `pattern` after the blank that L3 allows.
  func matchAfterGap(_ pattern: String, _ offset: Int) -> Int? { text.match(pattern, gap(offset)) }

  /// 前, 之前 or 以前.
  func beforeSuffix(_ offset: Int) -> Int? { text.match(any: ["前", "之前", "以前"], offset) }
}
