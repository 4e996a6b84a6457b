import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

extension Cadence.Due {
  /// The last day for the n-th obligation of a period. Period ends and fixed days never move off rest days (time 24).
  func day(_ n: Int, in period: DayRange) -> CivilDate {
    switch self {
    case .periodEnd: return period.last
    case .monthDay(let day), .onMonthDay(let day): return period.last.inItsMonth(day)
    case .weekday(let weekday): return period.first.advanced(byDays: weekday - 1)
    case .yearDays(let days, _):
      let ordered = days.sorted { ($0.month, $0.day) < ($1.month, $1.day) }
      guard !ordered.isEmpty else { return period.last }
      let day = ordered[min(max(n, 1), ordered.count) - 1]
      return period.first.addingMonths(day.month - period.first.month).inItsMonth(day.day)
    case .quarterMonthDay(let month, let day):
      return period.first.addingMonths(month - 1).inItsMonth(day)
    case .followingDay(let month, let day):
      return period.last.next.addingMonths((month ?? 1) - 1).inItsMonth(day)
    }
  }

  /// Whether it is done behind the period that it is about (`次月10日前`).
  var isBehindPeriod: Bool {
    if case .followingDay = self { true } else { false }
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
