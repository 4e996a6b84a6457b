extension WorkCalendar {
  /// The period that contains the day; `nil` if the unit is the workday and the day rests.
  public func period(of unit: CalendarUnit, containing date: CivilDate) -> DayRange? {
    unit == .workday && !isWorkday(date) ? nil : unit.period(containing: date)
  }

  /// The period behind the given one; for workdays the next workday. Empty at the end of the
  /// calendar.
  public func period(of unit: CalendarUnit, after range: DayRange) -> DayRange {
    let next = unit.next(after: range)
    guard unit == .workday, !next.isEmpty else { return next }
    return DayRange(day: nextWorkday(onOrAfter: next.first))
  }

  /// All periods that share a day with the range, whole and in order; for workdays those of the
  /// range.
  public func periods(of unit: CalendarUnit, overlapping range: DayRange) -> [DayRange] {
    let periods = unit.periods(overlapping: range)
    return unit == .workday ? periods.filter { isWorkday($0.first) } : periods
  }
}
