/// The English spellings. They give the same values as the Chinese ones.
extension LiteralReader {
  private static let englishUnits: [(spelling: String, unit: DurationUnit)] = [
    ("minute", .minute), ("hour", .hour), ("workday", .workday), ("day", .day), ("week", .week),
    ("ten-day", .tenDays), ("month", .month), ("quarter", .quarter), ("half-year", .halfYear),
    ("year", .year),
  ]

  private static let englishPeriods: [(spelling: String, unit: PeriodUnit)] = [
    ("workday", .workday), ("day", .day), ("shift", .shift), ("week", .week),
    ("ten-days", .tenDays), ("month", .month), ("quarter", .quarter), ("half-year", .halfYear),
    ("year", .year),
  ]

  private static let englishMonths = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static let englishWeekdays = [
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

  private func englishUnit(_ offset: Int) -> (DurationUnit, Int)? {
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
  private func englishDuration(_ offset: Int) -> Term? {
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

  private func englishMonth(_ offset: Int) -> (Int, Int)? {
    for (index, name) in LiteralReader.englishMonths.enumerated() {
      if let next = word(name, offset) { return (index + 1, next) }
    }
    return nil
  }

  /// `Jun 10`.
  private func englishDay(_ offset: Int) -> (date: MonthDay, next: Int, refusal: Refusal?)? {
    guard let (month, after) = englishMonth(offset), let begin = blanks(after),
      let day = digits(begin), day.count <= 2, let value = day.value
    else { return nil }
    let name = LiteralReader.englishMonths[month - 1]
    let (date, refusal) = checked(month, value, Span(offset, day.next)) { "\(name) \($0)" }
    return (date, day.next, refusal)
  }

  /// `H1`, `Q2`.
  private func englishHalfOrQuarter(_ offset: Int, _ year: Int?) -> (PeriodLiteral, Int)? {
    for index in 1...2 {
      if let next = word("H\(index)", offset) { return (.half(year, index), next) }
    }
    for index in 1...4 {
      if let next = word("Q\(index)", offset) { return (.quarter(year, index), next) }
    }
    return nil
  }

  private func bareYear(_ offset: Int) -> (Int, Int)? {
    guard let digits = digits(offset), digits.count == 4, let year = digits.value, year > 0 else {
      return nil
    }
    return (year, digits.next)
  }

  private func englishPeriodUnit(_ offset: Int) -> (PeriodUnit, Int)? {
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

  private mutating func readEnglishBeyond() {
    guard let begin = lead("beyond", start) else { return }
    if let term = englishDuration(begin) {
      propose(.bound(BoundLiteral(.moreThan, .duration(term.duration))), term.next, term.refusal)
    }
    for reading in quantities(begin) {
      guard case .quantity(let quantity) = reading.literal else { continue }
      propose(.bound(BoundLiteral(.moreThan, .quantity(quantity))), reading.end, reading.refusal)
    }
  }

  private mutating func readEnglishWithin() {
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

  private mutating func readEnglishOverdue() {
    guard let begin = lead("overdue", start), let term = englishDuration(begin) else { return }
    propose(.overdue(term.duration), term.next, term.refusal)
  }

  private mutating func readEnglishLast() {
    guard let begin = lead("last", start), let term = englishDuration(begin) else { return }
    propose(.lookBack(term.duration), term.next, term.refusal)
  }

  private mutating func readEnglishTally() {
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

  private mutating func readEnglishRate() {
    guard let begin = lead("each", start) else { return }
    for unit in UnitTable.counted + [UnitTable.glued] {
      guard let after = text.match(unit, begin), let amount = blanks(after) else { continue }
      for reading in quantities(amount) {
        guard case .quantity(let quantity) = reading.literal else { continue }
        propose(.rate(unit: unit, quantity), reading.end, reading.refusal)
      }
    }
  }

  // MARK: Periods and deadlines

  private mutating func readEnglishMonth() {
    guard let (month, after) = englishMonth(start) else { return }
    propose(.period(.month(nil, month)), after)
    if let right = dash(after), let (last, end) = englishMonth(right) {
      propose(.period(.yearMonths(month, last)), end)
    }
    guard let (date, next, refusal) = englishDay(start) else { return }
    propose(.yearDay(date), next, refusal)
    guard let right = dash(next), let (last, end, second) = englishDay(right) else { return }
    propose(.period(.yearDays(date, last)), end, refusal ?? second)
  }

  private mutating func readEnglishYears() {
    if let begin = lead("year", start), let (year, next) = bareYear(begin) {
      propose(.period(.year(year)), next)
    }
    guard let begin = lead("years", start), let (from, after) = bareYear(begin),
      let right = dash(after), let (to, next) = bareYear(right)
    else { return }
    propose(.period(.years(from, to)), next)
  }

  /// `this year`, `last quarter`, `next year Jan 1`, `last year Q4`, `next month by 10`.
  private mutating func readEnglishRelative() {
    for (name, offset) in [("this", 0), ("last", -1), ("next", 1)] {
      guard let (period, next) = englishRelative(name, offset, start) else { continue }
      propose(.period(period), next)
      guard let begin = blanks(next), case .relative(_, let unit) = period else { continue }
      if unit == .month { readEnglishRelativeMonthDay(offset, begin) }
      if unit == .year { readEnglishRelativeYear(offset, begin) }
    }
  }

  private func englishRelative(_ name: String, _ offset: Int, _ from: Int) -> (PeriodLiteral, Int)?
  {
    guard let begin = lead(name, from), let (unit, next) = englishPeriodUnit(begin) else {
      return nil
    }
    switch unit {
    case .year, .halfYear, .quarter, .month, .week: return (.relative(offset, unit), next)
    default: return nil
    }
  }

  private mutating func readEnglishRelativeMonthDay(_ months: Int, _ offset: Int) {
    if let begin = lead("day", offset), let day = digits(begin), let value = day.value,
      1...31 ~= value
    {
      propose(.relativeDay(.ofMonth(months, value)), day.next)
    }
    if months == 1, let begin = lead("by", offset), let day = digits(begin), let value = day.value,
      1...28 ~= value
    {
      propose(
        .cadence(
          .periodic(.month, least: 1, most: nil, due: .followingDay(month: nil, day: value))),
        day.next)
    }
  }

  private mutating func readEnglishRelativeYear(_ years: Int, _ offset: Int) {
    if let (period, next) = englishHalfOrQuarter(offset, nil) {
      switch period {
      case .half(_, let half): propose(.period(.relativeHalf(years, half)), next)
      case .quarter(_, let quarter): propose(.period(.relativeQuarter(years, quarter)), next)
      default: break
      }
    }
    if let (month, next) = englishMonth(offset) {
      propose(.period(.relativeMonth(years, month)), next)
    }
    if let (date, next, refusal) = englishDay(offset) {
      propose(.relativeDay(.ofYear(years, date)), next, refusal)
    }
    if years == 1, let begin = lead("by", offset), let (date, next, refusal) = englishDay(begin) {
      let due = CadenceDue.followingDay(month: date.month, day: date.day)
      propose(.cadence(.periodic(.year, least: 1, most: nil, due: due)), next, refusal)
    }
  }

  /// `by 2025-12-31`, `by Jun 10`, `by year end`, `by end of 2024`.
  private mutating func readEnglishBy() {
    guard let begin = lead("by", start) else { return }
    if let (date, next) = isoDate(begin) {
      let (day, refusal) = checked(date.year, date.month, date.day, Span(begin, next)) {
        "\(date.year)-\(Self.twoDigits(date.month))-\(Self.twoDigits($0))"
      }
      propose(.deadline(.day(day)), next, refusal)
    }
    if let (date, next, refusal) = englishDay(begin) {
      propose(.deadline(.yearDay(date)), next, refusal)
    }
    if let next = words("year end", begin) { propose(.deadline(.yearEnd), next) }
    guard let end = lead("end of", begin) else { return }
    if let (year, next) = bareYear(end) {
      propose(.deadline(.endOf(.year(year))), next)
      if let part = blanks(next), let (period, last) = englishHalfOrQuarter(part, year) {
        propose(.deadline(.endOf(period)), last)
      }
    }
    if let (year, month, next) = isoMonth(end) {
      propose(.deadline(.endOf(.month(year, month))), next)
    }
    if let (month, next) = englishMonth(end) {
      propose(.deadline(.endOf(.month(nil, month))), next)
    }
    if let (period, next) = englishHalfOrQuarter(end, nil) {
      propose(.deadline(.endOf(period)), next)
    }
    for (name, offset) in [("this", 0), ("last", -1), ("next", 1)] {
      guard let (period, next) = englishRelative(name, offset, end) else { continue }
      propose(.deadline(.endOf(period)), next)
      guard case .relative(_, .year) = period, let part = blanks(next) else { continue }
      if let (month, last) = englishMonth(part) {
        propose(.deadline(.endOf(.relativeMonth(offset, month))), last)
      }
    }
  }

  // MARK: Cadences

  private mutating func readEnglishEvery() {
    guard let begin = lead("every", start) else { return }
    for (index, name) in LiteralReader.englishWeekdays.enumerated() {
      guard let next = word(name, begin) else { continue }
      propose(periodic(.week, .weekday(index + 1)), next)
    }
    if let term = englishDuration(begin), term.duration.count > 0 {
      propose(.everyN(term.duration), term.next, term.refusal)
      if let next = blanks(term.next), let end = words("since last", next) {
        propose(.cadence(.rolling(term.duration)), end, term.refusal)
      }
    }
    guard let (unit, next) = englishPeriodUnit(begin) else { return }
    propose(periodic(unit, 1, nil), next)
    readEnglishCounts(unit, next)
    if let after = blanks(next), let share = lead("at least", after),
      let (value, end) = self.share(share)
    {
      propose(.cadence(.share(unit, value)), end)
    }
    if let after = blanks(next) { readEnglishDue(unit, after) }
  }

  /// `at least 1`, `2`, `at least 1 at most 2`, `1—2`.
  private mutating func readEnglishCounts(_ unit: PeriodUnit, _ offset: Int) {
    var (least, most): (Int?, Int?) = (nil, nil)
    var position = offset
    for _ in 0..<2 {
      guard let begin = blanks(position) else { return }
      let minimum = lead("at least", begin)
      let maximum = lead("at most", begin)
      let from = minimum ?? maximum ?? begin
      guard let number = number(from), !number.isDecimal, let (value, next, refusal) = count(from)
      else { return }
      if maximum == nil {
        guard least == nil, value > 0 else { return }
        least = value
      } else {
        guard most == nil else { return }
        most = value
      }
      propose(periodic(unit, least, most), next, refusal)
      if minimum == nil, maximum == nil, let right = dash(next), let (high, end, _) = count(right) {
        propose(periodic(unit, value, high), end, refusal)
      }
      position = next
    }
  }

  private func periodic(_ unit: PeriodUnit, _ due: CadenceDue) -> Literal {
    .cadence(.periodic(unit, least: 1, most: nil, due: due))
  }

  /// `by 10`, `on 10`, `by end`, `by Jun 10`, `first month by 10`.
  private mutating func readEnglishDue(_ unit: PeriodUnit, _ offset: Int) {
    if unit == .quarter {
      for (name, month) in [("first month by", 1), ("second month by", 2), ("last month by", 3)] {
        guard let begin = lead(name, offset), let day = digits(begin), let value = day.value,
          1...(month == 2 ? 28 : 30) ~= value
        else { continue }
        propose(periodic(.quarter, .quarterMonthDay(month: month, day: value)), day.next)
      }
    }
    let by = lead("by", offset)
    guard let begin = by ?? lead("on", offset) else { return }
    if let next = word("end", begin) {
      propose(periodic(unit, .periodEnd), next)
      if unit == .year, let after = lead("of", blanks(next) ?? next),
        let (month, last) = englishMonth(after), by != nil
      {
        let day = MonthDay(month, LiteralReader.days(inMonth: month))
        propose(periodic(.year, .yearDays([day], before: true)), last)
      }
    }
    if unit == .month, let day = digits(begin), let value = day.value {
      let exists = 1...28 ~= value
      let date = min(max(value, 1), 28)
      propose(
        periodic(.month, by == nil ? .onMonthDay(date) : .monthDay(date)), day.next,
        exists ? nil : Refusal(kind: .nonexistentDate, fixes: ["every month by end"]))
    }
    if unit == .year, let (date, next, refusal) = englishDay(begin) {
      propose(periodic(.year, .yearDays([date], before: by != nil)), next, refusal)
    }
  }
}
