import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// The calendar periods of one cadence on the days of a rule, reckoned once for all subjects.
struct CalendarPeriods {
  /// One period with what is owed in it. All in days.
  struct Period {
    var first: Int32
    var last: Int32
    /// The days whose records count: the period itself, or, for what is done behind its period, the days since the last due day.
    var opens: Int32
    var closes: Int32
    /// The due day of each obligation if they differ, else the one for all.
    var dues: [Int32]

    /// The due day of the n-th obligation, from 1; of more obligations than days the rest fall on the last day.
    func due(_ n: Int) -> Int32 { dues[min(max(n, 1), dues.count) - 1] }
  }

  let unit: CalendarUnit
  /// How many obligations each period has; at most as many as there are keys.
  let least: Int
  private let periods: [Period]

  init(
    _ unit: CalendarUnit, least: Int, due: Cadence.Due, days: DayRange, calendar: WorkCalendar
  ) {
    self.unit = unit
    self.least = min(max(least, 0), Cadence.mostTimes)
    periods = calendar.periods(of: unit, overlapping: days).map { range in
      let dues = due.days(in: range).map(\.days)
      var period = Period(
        first: range.first.days, last: range.last.days, opens: range.first.days,
        closes: range.last.days, dues: dues)
      if due.isBehindPeriod {
        let before = due.days(in: unit.period(containing: range.first.previous))
        period.opens = (before.last ?? range.first).days + 1
        period.closes = dues.last ?? period.last
      }
      return period
    }
  }

  /// Those that share a day with `first … last`, in order.
  func overlapping(_ first: Int32, _ last: Int32) -> ArraySlice<Period> {
    let from = periods.partitioningIndex { first <= $0.last }
    let end = periods.partitioningIndex { last < $0.first }
    return periods[from..<max(from, end)]
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element belongs to the second part, if the elements of the second part all stand behind those of the first.
  func partitioningIndex(where belongsToSecondPart: (Element) -> Bool) -> Int {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = low + (high - low) / 2
      if belongsToSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
