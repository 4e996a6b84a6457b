/// English periods, deadlines and cadences.
extension LiteralReader {
  mutating func readEnglishMonth() {
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

  mutating func readEnglishYears() {
    if let begin = lead("year", start), let (year, next) = bareYear(begin) {
      propose(.period(.year(year)), next)
    }
    guard let begin = lead("years", start), let (from, after) = bareYear(begin),
      let right = dash(after), let (to, next) = bareYear(right)
    else { return }
    propose(.period(.years(from, to)), next)
  }

  /// `this year`, `last quarter`, `next year Jan 1`, `last year Q4`, `next month by 10`.
  mutating func readEnglishRelative() {
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
  mutating func readEnglishBy() {
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

  mutating func readEnglishEvery() {
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
