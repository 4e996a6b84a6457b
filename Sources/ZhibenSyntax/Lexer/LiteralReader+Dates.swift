/// Which days exist, and full dates in digits.
extension LiteralReader {
  /// The number of days of a month of the Gregorian calendar, 29 for February without a year; 0 for a month that does not exist.
  static func days(inMonth month: Int, of year: Int? = nil) -> Int {
    switch month {
    case 1, 3, 5, 7, 8, 10, 12: return 31
    case 4, 6, 9, 11: return 30
    case 2:
      guard let year else { return 29 }
      return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    default: return 0
    }
  }

  /// The day if it exists, else the last one before it with a refusal that offers it in place of the bytes `span`.
  /// - fix: how to write the day in place of those bytes.
  func checked(
    _ year: Int, _ month: Int, _ day: Int, _ span: Span, fix: (_ day: Int) -> String
  ) -> (DayLiteral, Refusal?) {
    let (near, refusal) = near(month, day, LiteralReader.days(inMonth: month, of: year), span, fix)
    return (DayLiteral(year, near.month, near.day), refusal)
  }

  /// The same for a day of every year; 29 February exists.
  func checked(
    _ month: Int, _ day: Int, _ span: Span, fix: (_ day: Int) -> String
  ) -> (MonthDay, Refusal?) {
    near(month, day, LiteralReader.days(inMonth: month), span, fix)
  }

  private func near(
    _ month: Int, _ day: Int, _ last: Int, _ span: Span, _ fix: (Int) -> String
  ) -> (MonthDay, Refusal?) {
    guard last > 0 else {
      return (MonthDay(12, 31), Refusal(kind: .nonexistentDate, span: span))
    }
    if day >= 1, day <= last { return (MonthDay(month, day), nil) }
    let near = day < 1 ? 1 : last
    return (
      MonthDay(month, near), Refusal(kind: .nonexistentDate, fixes: [fix(near)], span: span)
    )
  }

  /// A month and day in digits, as fixes write them.
  static func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// `2024-05-06`, `2024.5.6`, `2024-5-6`: four digits, then one mark twice. The day is not checked.
  func isoDate(_ offset: Int) -> (DayLiteral, Int)? {
    guard let year = digits(offset), year.count == 4, let y = year.value, y > 0 else { return nil }
    let (mark, begin) = text.scalar(year.next)
    guard mark == 0x2D || mark == 0x2E, let (month, after) = small(begin), isDigits(begin) else {
      return nil
    }
    let (second, last) = text.scalar(after)
    guard second == mark, isDigits(last), let (day, next) = small(last) else { return nil }
    return (DayLiteral(y, month, day), next)
  }

  /// `2024-06`.
  func isoMonth(_ offset: Int) -> (year: Int, month: Int, next: Int)? {
    guard let year = digits(offset), year.count == 4, let y = year.value, y > 0 else { return nil }
    let (mark, begin) = text.scalar(year.next)
    guard mark == 0x2D, let month = digits(begin), month.count == 2, let m = month.value,
      1...12 ~= m
    else { return nil }
    return (y, m, month.next)
  }

  private func isDigits(_ offset: Int) -> Bool { CharacterClass.isDigit(text.scalar(offset).value) }

  /// `24.5.6`, `24-5-6`, `2024/5/6`, `5/6/2024`: dates to some, decimals, differences or quotients to others. Never read in silence.
  mutating func readAmbiguousDate(_ offset: Int) {
    guard let first = digits(offset), first.count <= 4 else { return }
    let (mark, begin) = text.scalar(first.next)
    guard mark == 0x2E || mark == 0x2D || mark == 0x2F || mark == 0xF7,
      let second = digits(begin), second.count <= 2
    else { return }
    let (again, last) = text.scalar(second.next)
    guard again == mark, let third = digits(last), third.count <= 4 else { return }
    guard let a = first.value, let b = second.value, let c = third.value else { return }
    guard mark == 0x2E || isPlausible(a, b, c) || isPlausible(c, a, b) || isPlausible(c, b, a)
    else { return }
    var readings: [DayLiteral] = []
    for (year, month, day) in [(a, b, c), (c, a, b), (c, b, a)]
    where isPlausible(year, month, day) {
      let reading = DayLiteral(year < 100 ? 2000 + year : year, month, day)
      if readings.count < 2, !readings.contains(reading) { readings.append(reading) }
      if first.count == 4 { break }
    }
    var fixes = readings.map { "\($0.year)年\($0.month)月\($0.day)日" }
    if mark == 0x2D { fixes.append("\(a) - \(b) - \(c)") }
    if mark == 0x2F || mark == 0xF7 { fixes.append("\(a) / \(b) / \(c)") }
    let recovered = readings.first ?? DayLiteral(2000, 1, 1)
    propose(.date(recovered), third.next, Refusal(kind: .ambiguousDate, fixes: fixes))
  }

  /// Whether three numbers may be meant as a day: a year of four digits, or of two, with a month and day that exist.
  private func isPlausible(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    guard 0...99 ~= year || 1900...2199 ~= year else { return false }
    let full = year < 100 ? 2000 + year : year
    return day >= 1 && day <= LiteralReader.days(inMonth: month, of: full)
  }
}
