import ZhibenCalendar

/// Work spread over months in proportion to their workdays, so that a visit that may be made on any day of a quarter does not all fall on its
/// last month.
struct MonthlySpread {
  /// The months of the span, cut at its ends.
  let months: [DayRange]
  private let workdays: [Int]

  init(_ span: DayRange, _ calendar: WorkCalendar) {
    var months: [DayRange] = []
    var first = span.first
    while first <= span.last {
      let last = min(first.endOfMonth, span.last)
      months.append(DayRange(first, last))
      guard last < .max else { break }
      first = last.next
    }
    self.months = months
    workdays = months.map { calendar.workdays(in: $0) }
  }

  /// The position of the month that holds a day; clamped to the span.
  func position(of day: CivilDate) -> Int {
    let (year, month, _) = day.parts
    guard let start = months.first?.first.parts else { return 0 }
    return min(max(0, (year - start.year) * 12 + month - start.month), max(0, months.count - 1))
  }

  /// So many pieces over these months: whole ones, by largest remainder, ties to the earlier month. Months without a workday get their part by
  /// their days.
  func spread(_ count: Int, over positions: ClosedRange<Int>, into months: inout [Int]) {
    var weights = positions.map { workdays[$0] }
    if weights.allSatisfy({ $0 == 0 }) { weights = positions.map { self.months[$0].dayCount } }
    let sum = weights.reduce(0, +)
    guard sum > 0 else { return }
    // Counts are those of records and days: far from where a product overflows.
    let shares = weights.map { (whole: count &* $0 / sum, rest: count &* $0 % sum) }
    let missing = count - shares.reduce(0) { $0 + $1.whole }
    let byRest = shares.indices.sorted {
      shares[$0].rest == shares[$1].rest ? $0 < $1 : shares[$0].rest > shares[$1].rest
    }
    for (index, share) in shares.enumerated() {
      months[positions.lowerBound + index] += share.whole
    }
    for index in byRest.prefix(missing) { months[positions.lowerBound + index] += 1 }
  }
}
