import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

extension Functions {
  // MARK: - Dates

  func date(_ function: Builtin, _ date: CivilDate, _ rest: [Value]) -> Value? {
    if rest.isEmpty { return part(function, of: date) }
    switch (function, rest[0]) {
    case (.workdaysBetween, .date(let last)):
      return .number(Rational(calendar.workdays(in: DayRange(date, last))))
    case (.yearsBetween, .date(let end)):
      return .number(Rational(wholeYears(from: date, to: end)))
    case (.makePeriod, .date(let last)): return last < date ? nil : .period(DayRange(date, last))
    case (.later, .term(let term)): return .date(calendar.shift(date, .after, by: term))
    case (.earlier, .term(let term)): return .date(calendar.shift(date, .before, by: term))
    case (.nthWeekday, .number(let n)):
      guard rest.count == 2, let n = n.whole, let weekday = rest[1].asNumber?.whole else {
        return nil
      }
      return nthWeekday(date, n, weekday).map { .date($0) }
    case (_, .number(let number)):
      return number.whole.flatMap { moved(function, date, $0) }.map { .date($0) }
    default: return nil
    }
  }

  private func part(_ function: Builtin, of date: CivilDate) -> Value? {
    let parts = date.parts
    switch function {
    case .isWorkday: return .bool(calendar.isWorkday(date))
    case .yearOf: return .number(Rational(parts.year))
    case .monthOf: return .number(Rational(parts.month))
    case .dayOf: return .number(Rational(parts.day))
    case .weekdayOf: return .number(Rational(date.weekday))
    case .quarterOf: return .number(Rational((parts.month + 2) / 3))
    case .dayOfYear: return .number(Rational(date.dayOfYear))
    case .monthEnd: return .date(date.endOfMonth)
    case .toText: return make(text: words.text(.date(date)))
    default: return nil
    }
  }

  private func moved(_ function: Builtin, _ date: CivilDate, _ count: Int) -> CivilDate? {
    switch function {
    case .addDays: return date.advanced(byDays: count)
    case .addMonths: return date.addingMonths(count)
    case .addWorkdays: return calendar.adding(workdays: count, to: date)
    case .weekdayAfter:
      guard (1...7).contains(count) else { return nil }
      return date.advanced(byDays: (count - date.weekday + 6) % 7 + 1)
    default: return nil
    }
  }

  private func nthWeekday(_ date: CivilDate, _ n: Int, _ weekday: Int) -> CivilDate? {
    guard (1...5).contains(n), (1...7).contains(weekday) else { return nil }
    let first = date.advanced(byDays: 1 - date.day)
    let ahead = (weekday - first.weekday + 7) % 7
    let found = first.advanced(byDays: ahead + 7 * (n - 1))
    return found.month == date.month ? found : nil
  }

  func moment(_ function: Builtin, _ moment: Int, _ rest: [Value]) -> Value? {
    switch (function, rest.first) {
    case (.toText, nil): make(text: words.text(.moment(moment)))
    case (.later, .term(let term)?):
      calendar.shift(moment: moment, .after, by: term).map { .moment($0) }
    case (.earlier, .term(let term)?):
      calendar.shift(moment: moment, .before, by: term).map { .moment($0) }
    default: nil
    }
  }

  // MARK: - Periods

  func period(_ function: Builtin, _ range: DayRange, _ rest: [Value]) -> Value? {
    switch (function, rest.first) {
    case (.firstDay, nil): range.isEmpty ? nil : .date(range.first)
    case (.lastDay, nil): range.isEmpty ? nil : .date(range.last)
    case (.daysOf, nil): .number(Rational(range.dayCount))
    case (.overlap, .period(let other)?):
      range.overlaps(other) ? .period(range.intersection(other)) : nil
    case (.toText, nil): make(text: words.text(.period(range)))
    default: nil
    }
  }
}
