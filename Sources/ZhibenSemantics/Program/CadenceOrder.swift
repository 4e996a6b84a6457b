import ZhibenCalendar

extension Cadence {
  /// No period has more obligations than this: more have no keys of their own.
  public static let mostTimes = 999

  /// How often in a hundred years: orders cadences by strictness (time 20). A one-off is the least strict of all. When in its period an
  /// obligation is due does not count: of two cadences that are as frequent neither is stricter.
  public var timesPerCentury: Int {
    switch self {
    case .periodic(let unit, let least, _, _):
      min(max(least, 0), Self.mostTimes) * unit.periodsPerCentury
    case .rolling(let term, _), .anchored(_, let term): 36_525 / max(1, term.approximateDays)
    case .once: 0
    }
  }
}

extension CalendarUnit {
  /// About how many of these periods a hundred years have.
  var periodsPerCentury: Int {
    switch self {
    case .workday: 25_000
    case .day: 36_525
    case .week: 5_218
    case .tenDays: 3_600
    case .month: 1_200
    case .quarter: 400
    case .halfYear: 200
    case .year: 100
    }
  }

  /// How many of these periods a year has at least; nil where that depends on the calendar.
  var perYear: Int? {
    switch self {
    case .workday: nil
    case .day: 365
    case .week: 52
    case .tenDays: 36
    case .month: 12
    case .quarter: 4
    case .halfYear: 2
    case .year: 1
    }
  }
}

extension Term {
  /// About how many days the term has; only for ordering.
  var approximateDays: Int {
    let (days, overflow) = count.multipliedReportingOverflow(by: unit.approximateDays)
    return overflow ? Int.max : days
  }
}

extension TermUnit {
  fileprivate var approximateDays: Int {
    switch self {
    case .minute, .hour, .day, .calendarDay, .workday: 1
    case .week: 7
    case .tenDays: 10
    case .month: 30
    case .quarter: 91
    case .halfYear: 182
    case .year: 365
    }
  }
}
