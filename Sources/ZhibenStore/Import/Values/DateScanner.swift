import ZhibenCalendar
import ZhibenDiagnostics

/// Takes a date apart: numbers (also 二〇二四, 廿一) and what stands between them.
struct DateScanner {
  private let scalars: [Unicode.Scalar]
  private var position = 0
  /// The day that a month alone stands for.
  private let month: MonthDates.Day?

  init(_ cell: CellBytes, month: MonthDates.Day?) {
    self.month = month
    scalars = Array(String(decoding: CellText.halfWidth(cell), as: UTF8.self).unicodeScalars)
  }

  /// A number as written.
  private struct Number {
    var value: Int
    var digits: Int
  }

  mutating func read() throws(CellProblem) -> DateText {
    guard let first = number() else { throw noDate }
    skipBlanks()
    guard let separator = peek else { return try DateText(compact(first)) }
    switch separator {
    case "年": return try afterYear(first)
    case "月": return try afterMonth()
    case "." where first.digits == 5: return try serial(first)
    case "-", "/", ".": return try separated(first)
    default: throw noDate
    }
  }

  // MARK: Forms

  /// `20240506`, the serial number of a spreadsheet, or a piece of a date.
  private func compact(_ number: Number) throws(CellProblem) -> CivilDate {
    switch number.digits {
    case 8:
      return try date(number.value / 10_000, number.value / 100 % 100, number.value % 100)
    case 5: return try day(ofSerial: number.value)
    case 6
    where (1...12).contains(number.value % 100) && (1900...2199).contains(number.value / 100):
      return try day(ofMonth: number.value % 100, Number(value: number.value / 100, digits: 4))
    case 6:
      let (month, day) = (number.value / 100 % 100, number.value % 100)
      throw CivilDate(year: 2000 + number.value / 10_000, month: month, day: day) == nil
        ? noDate : DateText.Missing.century.problem
    case 4 where (1900...2199).contains(number.value): throw DateText.Missing.monthAndDay.problem
    default: throw noDate
    }
  }

  /// A day of Excel's 1900 system; only days between 1954 and 2119, so that other numbers are not taken for one.
  private func day(ofSerial serial: Int) throws(CellProblem) -> CivilDate {
    guard (20_000...80_000).contains(serial) else { throw noDate }
    return CivilDate(days: Int32(serial - 25_569))
  }

  /// `45418.354`: the fraction is the time.
  private mutating func serial(_ number: Number) throws(CellProblem) -> DateText {
    let date = try day(ofSerial: number.value)
    take()
    guard let fraction = self.number(), position == scalars.count, fraction.digits <= 12 else {
      throw noDate
    }
    var unit = 1
    for _ in 0..<fraction.digits { unit *= 10 }
    return DateText(date, minutes: min(1439, (fraction.value * 1440 + unit / 2) / unit))
  }

  /// `2024年5月6日`, with what may follow.
  private mutating func afterYear(_ year: Number) throws(CellProblem) -> DateText {
    take()
    skipBlanks()
    if let end = try endOfPart(of: year) { return DateText(end) }
    guard let month = number() else {
      throw position == scalars.count ? DateText.Missing.monthAndDay.problem : noDate
    }
    skipBlanks()
    guard take("月") else { throw noDate }
    skipBlanks()
    if takeEnd() { return DateText(try last(of: month.value, year)) }
    guard let day = number() else {
      _ = take("份")
      guard position == scalars.count else { throw DateText.Missing.day.problem }
      return DateText(try self.day(ofMonth: month.value, year))
    }
    skipBlanks()
    if !take("日") { _ = take("号") }
    guard year.digits == 4 else {
      throw year.digits == 2 ? DateText.Missing.century.problem : noDate
    }
    return try withTime(try date(year.value, month.value, day.value))
  }

  /// `2025年底前`, `2025年一季度末`, `2025年上半年底`: the last day, which the words say.
  private mutating func endOfPart(of year: Number) throws(CellProblem) -> CivilDate? {
    let start = position
    var month = 12
    if take("上") || take("下") {
      month = scalars[start] == "上" ? 6 : 12
      guard take("半"), take("年") else { throw noDate }
    } else {
      _ = take("第")
      if let quarter = number() {
        guard take("季"), (1...4).contains(quarter.value) else {
          position = start
          return nil
        }
        _ = take("度")
        month = quarter.value * 3
      }
    }
    guard takeEnd() else {
      if position > start { throw DateText.Missing.day.problem }
      return nil
    }
    return try last(of: month, year)
  }

  /// `底`, `末`, `底前`, `末之前` at the end of the cell.
  private mutating func takeEnd() -> Bool {
    let start = position
    if take("底") || take("末") {
      _ = take("之") || take("以")
      _ = take("前")
      skipBlanks()
      if position == scalars.count { return true }
    }
    position = start
    return false
  }

  private func last(of month: Int, _ year: Number) throws(CellProblem) -> CivilDate {
    guard year.digits == 4 else {
      throw year.digits == 2 ? DateText.Missing.century.problem : noDate
    }
    return try date(year.value, month, 1).endOfMonth
  }

  /// The day that a month alone stands for, if somebody has said so.
  private func day(ofMonth month: Int, _ year: Number) throws(CellProblem) -> CivilDate {
    guard let rule = self.month else { throw DateText.Missing.day.problem }
    let last = try last(of: month, year)
    return rule == .last ? last : try date(year.value, month, 1)
  }

  /// `5月6日`, `6月底前`.
  private mutating func afterMonth() throws(CellProblem) -> DateText {
    take()
    skipBlanks()
    if position == scalars.count { throw DateText.Missing.year.problem }
    if let next = peek, "底末初上中下份".unicodeScalars.contains(next) {
      throw DateText.Missing.year.problem
    }
    guard number() != nil else { throw noDate }
    throw DateText.Missing.year.problem
  }

  /// `2024-5-6`, `2024/5/6`, `2024.5.6`, and the orders that other places use.
  private mutating func separated(_ first: Number) throws(CellProblem) -> DateText {
    take()
    skipBlanks()
    guard let second = number() else { throw noDate }
    skipBlanks()
    guard let separator = peek, "-/.".unicodeScalars.contains(separator) else {
      guard position == scalars.count else { throw noDate }
      if first.digits == 4 { return DateText(try day(ofMonth: second.value, first)) }
      throw first.digits <= 2 && second.digits <= 2 ? DateText.Missing.year.problem : noDate
    }
    take()
    skipBlanks()
    guard let third = number() else { throw noDate }
    let (a, b, c) = (first.value, second.value, third.value)
    if first.digits == 4 { return try withTime(try date(a, b, c)) }
    guard first.digits <= 2, second.digits <= 2 else { throw noDate }
    if third.digits == 4 {
      let readings = distinct([(c, a, b), (c, b, a)])
      guard readings.count == 1 else { throw ambiguous(readings) }
      return try withTime(readings[0])
    }
    guard third.digits <= 2 else { throw noDate }
    throw ambiguous(distinct([(2000 + a, b, c), (2000 + c, b, a), (2000 + c, a, b)]))
  }

  /// The time behind a day: `08:30`, `T08:30:15+08:00`, `8时30分`.
  private mutating func withTime(_ date: CivilDate) throws(CellProblem) -> DateText {
    skipBlanks()
    if position == scalars.count { return DateText(date) }
    _ = take("T")
    guard let hour = number(), take(":") || take("时") || take("点") else { throw noDate }
    if position == scalars.count, scalars.last != ":" {
      return DateText(date, minutes: try minutes(hour, Number(value: 0, digits: 2)))
    }
    guard let minute = number() else { throw noDate }
    if take(":") {
      guard let second = number(), second.value < 60 else { throw noDate }
      if take("."), number() == nil { throw noDate }
    } else {
      _ = take("分")
    }
    skipBlanks()
    if take("+") {
      guard let zone = number(), zone.value == 8 || zone.value == 800 else { throw noDate }
      if take(":"), number()?.value != 0 { throw noDate }
    }
    guard position == scalars.count else { throw noDate }
    return DateText(date, minutes: try minutes(hour, minute))
  }

  private func minutes(_ hour: Number, _ minute: Number) throws(CellProblem) -> Int {
    guard hour.value < 24, minute.value < 60 else { throw noDate }
    return hour.value * 60 + minute.value
  }

  // MARK: Results

  private var noDate: CellProblem { CellProblem(ImportCode.noDate) }

  private func date(_ year: Int, _ month: Int, _ day: Int) throws(CellProblem) -> CivilDate {
    guard let date = CivilDate(year: year, month: month, day: day), year >= 1000 else {
      throw noDate
    }
    return date
  }

  private func distinct(_ parts: [(year: Int, month: Int, day: Int)]) -> [CivilDate] {
    var result: [CivilDate] = []
    for (year, month, day) in parts {
      if let date = CivilDate(year: year, month: month, day: day), !result.contains(date) {
        result.append(date)
      }
    }
    return result
  }

  private func ambiguous(_ readings: [CivilDate]) -> CellProblem {
    if readings.isEmpty { return noDate }
    return CellProblem(ImportCode.ambiguousDate, ["readings": .list(readings.map(\.description))])
  }

  // MARK: Characters

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take() { position += 1 }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard peek == scalar else { return false }
    position += 1
    return true
  }

  private mutating func skipBlanks() { while peek == " " { position += 1 } }

  /// A run of digits of either kind.
  private mutating func number() -> Number? {
    var result = Number(value: 0, digits: 0)
    while let scalar = peek, let digit = Int(String(scalar)), scalar.isASCII, result.digits < 15 {
      result = Number(value: result.value * 10 + digit, digits: result.digits + 1)
      position += 1
    }
    return result.digits > 0 ? result : chineseNumber()
  }

  /// 二〇二四 digit by digit; 十, 十五, 廿一, 三十 as numbers up to 99, which count as two digits.
  private mutating func chineseNumber() -> Number? {
    let numerals = Array("〇一二三四五六七八九".unicodeScalars)
    var (digits, tens, hasTens): ([Int], Int, Bool) = ([], 0, false)
    while let scalar = peek, digits.count < 8 {
      switch scalar {
      case "零", "○": digits.append(0)
      case "两": digits.append(2)
      case "十":
        if hasTens || digits.count > 1 { return nil }
        (tens, hasTens, digits) = (digits.first ?? 1, true, [])
      case "廿", "卅":
        if hasTens || !digits.isEmpty { return nil }
        (tens, hasTens) = (scalar == "廿" ? 2 : 3, true)
      default:
        guard let digit = numerals.firstIndex(of: scalar) else {
          return finish(digits, tens, hasTens)
        }
        digits.append(digit)
      }
      position += 1
    }
    return finish(digits, tens, hasTens)
  }

  private func finish(_ digits: [Int], _ tens: Int, _ hasTens: Bool) -> Number? {
    if hasTens {
      return digits.count > 1 ? nil : Number(value: tens * 10 + (digits.first ?? 0), digits: 2)
    }
    if digits.isEmpty { return nil }
    return Number(value: digits.reduce(0) { $0 * 10 + $1 }, digits: digits.count)
  }
}
