import ZhibenCalendar
import ZhibenSyntax

extension Cadence.Due {
  /// The last days for the obligations of a period: one for each if they differ (`6月10日、12月10日前`), else one for all.
  ///
  /// Period ends and fixed days never move off rest days (time 24). `每月10日` is a last day like `每月10日前`: whoever is earlier in the same
  /// period is not too early, since too early is said of windows (time 13, 15).
  public func days(in period: DayRange) -> [CivilDate] {
    switch self {
    case .periodEnd: return [period.last]
    case .monthDay(let day), .onMonthDay(let day): return [period.last.inItsMonth(day)]
    case .weekday(let weekday): return [period.first.advanced(byDays: weekday - 1)]
    case .yearDays(let days, _):
      if days.isEmpty { return [period.last] }
      return days.sorted { ($0.month, $0.day) < ($1.month, $1.day) }.map {
        period.first.addingMonths($0.month - period.first.month).inItsMonth($0.day)
      }
    case .quarterMonthDay(let month, let day):
      return [period.first.addingMonths(month - 1).inItsMonth(day)]
    case .followingDay(let month, let day):
      return [period.last.next.addingMonths((month ?? 1) - 1).inItsMonth(day)]
    }
  }

  /// Whether it is done behind the period that it is about (`次月10日前`).
  public var isBehindPeriod: Bool {
    if case .followingDay = self { true } else { false }
  }
}

extension MonthDay {
  /// The day in that year; 29 February is 28 February in other years.
  public func day(of year: Int) -> CivilDate? {
    CivilDate(year: year, month: month, day: 1)?.inItsMonth(day)
  }
}

extension CivilDate {
  /// That day of the date's month, or its last day where the month is shorter.
  fileprivate func inItsMonth(_ day: Int) -> CivilDate {
    let parts = self.parts
    let last = CivilDate.daysInMonth(parts.month, ofYear: parts.year)
    return CivilDate(year: parts.year, month: parts.month, day: Swift.min(Swift.max(day, 1), last))
      ?? self
  }
}
