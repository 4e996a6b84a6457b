import ZhibenCalendar
import ZhibenSemantics

extension PeriodSpec {
  /// The days of the period for whoever judges on `day`; nil if there is no such period (a 13th month, a year outside the calendar).
  func days(on day: CivilDate, calendar: WorkCalendar) -> DayRange? {
    switch self {
    case .fixed(let range):
      return range
    case .relative(let steps, let unit):
      return Self.relative(steps, unit, to: day, calendar: calendar)
    case .part(let yearOffset, let unit, let number):
      let (year, overflow) = day.year.addingReportingOverflow(yearOffset)
      guard !overflow, let months = unit.monthCount, (1...(12 / months)).contains(number) else {
        return nil
      }
      return CivilDate(year: year, month: (number - 1) * months + 1, day: 1)
        .map { unit.period(containing: $0) }
    case .samePeriodLastYear:
      let end = day.addingYears(-1)
      guard end.year < day.year else { return nil }
      return DayRange(CalendarUnit.year.period(containing: end).first, end)
    }
  }

  private static func relative(
    _ steps: Int, _ unit: CalendarUnit, to day: CivilDate, calendar: WorkCalendar
  ) -> DayRange {
    let start = unit.period(containing: day).first
    switch unit {
    case .workday:
      return DayRange(day: calendar.adding(workdays: steps, to: day))
    case .day:
      return DayRange(day: day.advanced(byDays: steps))
    case .week:
      let (days, overflow) = steps.multipliedReportingOverflow(by: 7)
      let far = steps < 0 ? Int(Int32.min) : Int(Int32.max)
      return unit.period(containing: start.advanced(byDays: overflow ? far : days))
    case .tenDays:
      // Three in every month: whole months first, then the rest one by one.
      var period = unit.period(containing: start.addingMonths(steps / 3))
      for _ in 0..<abs(steps % 3) {
        let neighbour = steps > 0 ? period.last.next : period.first.previous
        period = unit.period(containing: neighbour)
      }
      return period
    case .month, .quarter, .halfYear, .year:
      let (months, overflow) = steps.multipliedReportingOverflow(by: unit.monthCount ?? 1)
      let far = steps < 0 ? -120_000 : 120_000
      return unit.period(containing: start.addingMonths(overflow ? far : months))
    }
  }

  /// The first day after `day` from which `days(on:)` may be another period; `Int32.max` if it never will.
  func edge(after day: CivilDate) -> Int32 {
    switch self {
    case .fixed: return .max
    case .relative(_, let unit): return Self.startOfNext(unit, after: day)
    case .part: return Self.startOfNext(.year, after: day)
    case .samePeriodLastYear: return day.days.next
    }
  }

  private static func startOfNext(_ unit: CalendarUnit, after day: CivilDate) -> Int32 {
    unit.period(containing: day).last.days.next
  }
}

extension CalendarUnit {
  /// How many months the period has; nil if it is not made of months.
  var monthCount: Int? {
    switch self {
    case .workday, .day, .week, .tenDays: nil
    case .month: 1
    case .quarter: 3
    case .halfYear: 6
    case .year: 12
    }
  }
}

extension Int32 {
  /// The following day number; the last one stays.
  var next: Int32 { self == .max ? self : self + 1 }
}
