extension CivilDate {
  /// So many days later, or earlier if negative; saturating.
  public func advanced(byDays count: Int) -> CivilDate {
    CivilDate(days: Int32(clamping: Int(days).addingSaturating(count)))
  }

  /// So many months later, or earlier if negative: the corresponding day, or the month's last day
  /// if there is none (民法典 202). 01-31 and one month is 02-28 or 02-29. Saturating.
  public func addingMonths(_ count: Int) -> CivilDate {
    let (year, month, day) = parts
    return .clamped(monthNumber: (year * 12 + month - 1).addingSaturating(count), day: day)
  }

  /// So many years later, or earlier if negative; 29 February becomes the 28th in a common year.
  /// Saturating.
  public func addingYears(_ count: Int) -> CivilDate {
    addingMonths(count.multipliedSaturating(by: 12))
  }

  /// How many days later the other day is; negative if it is earlier.
  public func days(until other: CivilDate) -> Int { Int(other.days) - Int(days) }

  /// The following day; `max` stays.
  public var next: CivilDate { advanced(byDays: 1) }
  /// The day before; `min` stays.
  public var previous: CivilDate { advanced(byDays: -1) }

  /// The last day of this day's month.
  public var endOfMonth: CivilDate {
    let (year, month, _) = parts
    return .clamped(monthNumber: year * 12 + month - 1, day: 31)
  }
}

extension Int {
  func addingSaturating(_ other: Int) -> Int {
    let (sum, overflow) = addingReportingOverflow(other)
    return overflow ? (other < 0 ? .min : .max) : sum
  }

  func multipliedSaturating(by other: Int) -> Int {
    let (product, overflow) = multipliedReportingOverflow(by: other)
    return overflow ? ((self < 0) == (other < 0) ? .max : .min) : product
  }
}
