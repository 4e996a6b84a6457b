/// The English spellings. They give the same values as the Chinese ones.
extension LiteralReader {
  static let englishUnits: [(spelling: String, unit: DurationUnit)] = [
    ("minute", .minute), ("hour", .hour), ("workday", .workday), ("day", .day), ("week", .week),
    ("ten-day", .tenDays), ("month", .month), ("quarter", .quarter), ("half-year", .halfYear),
    ("year", .year),
  ]

  static let englishPeriods: [(spelling: String, unit: PeriodUnit)] = [
    ("workday", .workday), ("day", .day), ("shift", .shift), ("week", .week),
    ("ten-days", .tenDays), ("month", .month), ("quarter", .quarter), ("half-year", .halfYear),
    ("year", .year),
  ]

  static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  static let englishWeekdays = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
  ]

  mutating func readEnglish() {
    switch text.scalar(start).value {
    case 0x65:
      readEnglishEvery()  // every, each
      readEnglishRate()
    case 0x77: readEnglishWithin()
    case 0x6F: readEnglishOverdue()
    case 0x62:
      readEnglishBy()  // by, beyond
      readEnglishBeyond()
    case 0x79: readEnglishYears()
    case 0x73:
      if let next = words("same period last year", start) {
        propose(.period(.samePeriodLastYear), next)
      }
    case 0x74, 0x6C, 0x6E:  // this, total, last, next
      readEnglishRelative()
      readEnglishLast()
      readEnglishTally()
    case 0x63: readEnglishTally()
    default:
      if let (period, next) = englishHalfOrQuarter(start, nil) { propose(.period(period), next) }
      readEnglishMonth()
    }
  }

  // MARK: Parts

  /// Words separated by blanks.
  func words(_ phrase: String, _ offset: Int) -> Int? {
    var position = offset
    for (index, part) in phrase.split(separator: " ").enumerated() {
      if index > 0 {
        guard let next = blanks(position) else { return nil }
        position = next
      }
      guard let next = word(String(part), position) else { return nil }
      position = next
    }
    return position
  }

  /// One word that does not go on.
  func word(_ word: String, _ offset: Int) -> Int? {
    guard let next = text.match(word, offset), !CharacterClass.isRun(text.scalar(next).value) else {
      return nil
    }
    return next
  }

  /// `phrase` and the blanks after it.
  func lead(_ phrase: String, _ offset: Int) -> Int? {
    words(phrase, offset).flatMap { blanks($0) }
  }

  func englishUnit(_ offset: Int) -> (DurationUnit, Int)? {
    if let begin = lead("calendar", offset),
      let next = word("days", begin) ?? word("day", begin)
    {
      return (.calendarDay, next)
    }
    for (spelling, unit) in LiteralReader.englishUnits {
      if let next = word(spelling + "s", offset) ?? word(spelling, offset) { return (unit, next) }
    }
    return nil
  }

  /// `3 days`, `5 workdays`, `1 half-year`, `1.5 hours`.
  func englishDuration(_ offset: Int) -> Term? {
    guard let number = number(offset), let begin = blanks(number.next),
      let (unit, next) = englishUnit(begin)
    else { return nil }
    if number.isDecimal {
      guard unit == .hour, let value = number.value else { return nil }
      return minutes(value, next)
    }
    guard let (value, _, refusal) = count(offset) else { return nil }
    return Term(duration: DurationLiteral(value, unit), next: next, refusal: refusal)
  }

  func englishMonth(_ offset: Int) -> (Int, Int)? {
    for (index, name) in LiteralReader.englishMonths.enumerated() {
      if let next = word(name, offset) { return (index + 1, next) }
    }
    return nil
  }

  /// `Jun 10`.
  func englishDay(_ offset: Int) -> (date: MonthDay, next: Int, refusal: Refusal?)? {
    guard let (month, after) = englishMonth(offset), let begin = blanks(after),
      let day = digits(begin), day.count <= 2, let value = day.value
    else { return nil }
    let name = LiteralReader.englishMonths[month - 1]
    let (date, refusal) = checked(month, value, Span(offset, day.next)) { "\(name) \($0)" }
    return (date, day.next, refusal)
  }

  /// `H1`, `Q2`.
  func englishHalfOrQuarter(_ offset: Int, _ year: Int?) -> (PeriodLiteral, Int)? {
    for index in 1...2 {
      if let next = word("H\(index)", offset) { return (.half(year, index), next) }
    }
    for index in 1...4 {
      if let next = word("Q\(index)", offset) { return (.quarter(year, index), next) }
    }
    return nil
  }

  func bareYear(_ offset: Int) -> (Int, Int)? {
    guard let digits = digits(offset), digits.count == 4, let year = digits.value, year > 0 else {
      return nil
    }
    return (year, digits.next)
  }

  func englishPeriodUnit(_ offset: Int) -> (PeriodUnit, Int)? {
    for (spelling, unit) in LiteralReader.englishPeriods {
      if let next = word(spelling, offset) { return (unit, next) }
    }
    return nil
  }

  // MARK: Terms

  /// What may follow a number in English: a unit of time, `or more`, a half or quarter of the year.
  mutating func readEnglishCounted(_ number: Number) {
    if let (year, next) = bareYear(start), next == number.next, let begin = blanks(next),
      let (period, end) = englishHalfOrQuarter(begin, year)
    {
      propose(.period(period), end)
    }
    readEnglishBound(.quantity(Quantity(number.value ?? Rational(0), "")), number.next, nil)
    if let right = dash(number.next), let (low, _, refusal) = count(start), !number.isDecimal,
      let high = englishDuration(right)
    {
      let first = DurationLiteral(low, high.duration.unit)
      propose(.durationRange(first, high.duration), high.next, refusal ?? high.refusal)
    }
    guard let term = englishDuration(start) else { return }
    propose(.duration(term.duration), term.next, term.refusal)
    readEnglishBound(.duration(term.duration), term.next, term.refusal)
    if let right = dash(term.next), let last = englishDuration(right) {
      propose(.durationRange(term.duration, last.duration), last.next, term.refusal)
    }
    if let begin = blanks(term.next), let end = words("before expiry", begin) {
      propose(.expiry(term.duration, isWindow: false), end, term.refusal)
    }
  }

  /// `or more`, `or less` after a measure.
  mutating func readEnglishBound(
    _ measure: BoundLiteral.Measure, _ offset: Int, _ refusal: Refusal?
  ) {
    guard let begin = blanks(offset) else { return }
    if let end = words("or more", begin) {
      propose(.bound(BoundLiteral(.atLeast, measure)), end, refusal)
    }
    if let end = words("or less", begin) {
      propose(.bound(BoundLiteral(.atMost, measure)), end, refusal)
    }
  }

  mutating func readEnglishBeyond() {
    guard let begin = lead("beyond", start) else { return }
    if let term = englishDuration(begin) {
      propose(.bound(BoundLiteral(.moreThan, .duration(term.duration))), term.next, term.refusal)
    }
    for reading in quantities(begin) {
      guard case .quantity(let quantity) = reading.literal else { continue }
      propose(.bound(BoundLiteral(.moreThan, .quantity(quantity))), reading.end, reading.refusal)
    }
  }

  mutating func readEnglishWithin() {
    guard let begin = lead("within", start), let term = englishDuration(begin) else { return }
    propose(.within(term.duration), term.next, term.refusal)
    guard let next = blanks(term.next) else { return }
    if let end = words("before expiry", next) {
      propose(.expiry(term.duration, isWindow: true), end, term.refusal)
    }
    if let end = words("of last", next), term.duration.count > 0 {
      propose(.cadence(.sinceLast(term.duration)), end, term.refusal)
    }
  }

  mutating func readEnglishOverdue() {
    guard let begin = lead("overdue", start), let term = englishDuration(begin) else { return }
    propose(.overdue(term.duration), term.next, term.refusal)
  }

  mutating func readEnglishLast() {
    guard let begin = lead("last", start), let term = englishDuration(begin) else { return }
    propose(.lookBack(term.duration), term.next, term.refusal)
  }

  mutating func readEnglishTally() {
    let consecutive = lead("consecutive", start)
    guard let begin = consecutive ?? lead("total", start) else { return }
    if let (value, after, refusal) = count(begin), value > 0, let unit = blanks(after),
      let end = word("times", unit) ?? word("time", unit)
    {
      propose(.tally(consecutive: consecutive != nil, count: value), end, refusal)
    }
    if let term = englishDuration(begin) {
      propose(
        .tallyTerm(consecutive: consecutive != nil, term.duration), term.next, term.refusal)
    }
  }

  mutating func readEnglishRate() {
    guard let begin = lead("each", start) else { return }
    for unit in UnitTable.counted + [UnitTable.glued] {
      guard let after = text.match(unit, begin), let amount = blanks(after) else { continue }
      for reading in quantities(amount) {
        guard case .quantity(let quantity) = reading.literal else { continue }
        propose(.rate(unit: unit, quantity), reading.end, reading.refusal)
      }
    }
  }
}
