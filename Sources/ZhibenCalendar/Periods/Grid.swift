/// `自 … 起每 …`: the days anchor + k terms (time 11).
///
/// Every day is reckoned from the anchor, so a month's end that had to be clamped does not drag the
/// following days along: from 31 January every month falls on 28 February, then on 31 March. Never
/// moved off a rest day.
public struct Grid: Sendable {
  /// The day 0 of the grid.
  public let anchor: CivilDate
  /// The distance from one day to the next.
  public let every: Term
  private let calendar: WorkCalendar

  /// The grid; `nil` if the term is not positive, for then it would not advance.
  public init?(anchor: CivilDate, every: Term, calendar: WorkCalendar) {
    guard every.count > 0 else { return nil }
    (self.anchor, self.every, self.calendar) = (anchor, every, calendar)
  }

  /// Periods of several years, of which the rule states the first year: 2024 and 3 years give
  /// 2024—2026, 2027—2029 (time 11). Period 1 begins with the first year.
  public init?(firstYear: Int, years: Int) {
    guard let start = CivilDate(year: firstYear, month: 1, day: 1) else { return nil }
    self.init(anchor: start.previous, every: Term(years, .year), calendar: .everyDay)
  }

  /// The k-th day: anchor + k · N. Negative before the anchor. Saturating.
  public func dueDate(_ k: Int) -> CivilDate { calendar.end(of: every.times(k), after: anchor) }

  /// The k-th period: behind the due day k − 1, through the due day k.
  public func period(_ k: Int) -> DayRange {
    DayRange(dueDate(k.addingSaturating(-1)).next, dueDate(k))
  }

  /// The k whose period contains the day: 1 from the day behind the anchor on, 0 on the anchor
  /// itself.
  public func index(containing date: CivilDate) -> Int {
    // No unit is shorter than a minute, so no more periods than minutes lie in between.
    let reach = (abs(anchor.days(until: date)) + 366) * 1440
    var (low, high) = (-reach, reach)
    while low < high {
      let middle = low + (high - low) / 2
      if dueDate(middle) >= date { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
