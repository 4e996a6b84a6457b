/// Workdays with their running numbers.
///
/// A weekly pattern has a closed form for all time; inside the span of years that know festivals,
/// each day adds how far the true count has departed from the pattern. So counting takes two
/// look-ups, and no date is out of range.
struct WorkdayIndex: Sendable {
  /// How many days from Monday on are worked in a week without festivals.
  private let daysPerWeek: Int
  private let spanStart: Int
  private let isOpen: [Bool]
  /// At i: workdays minus pattern days among the first i days of the span.
  private let departures: [Int32]

  init(daysPerWeek: Int, span: DayRange, exceptions: [(day: Int32, isWorkday: Bool)]) {
    let start = Int(span.first.days)
    var isOpen = (0..<span.dayCount).map {
      Self.isPatternDay(start + $0, daysPerWeek: daysPerWeek)
    }
    for exception in exceptions where span.contains(CivilDate(days: exception.day)) {
      isOpen[Int(exception.day) - start] = exception.isWorkday
    }
    var departures: [Int32] = [0]
    departures.reserveCapacity(isOpen.count + 1)
    var departure: Int32 = 0
    for (offset, open) in isOpen.enumerated() {
      let pattern = Self.isPatternDay(start + offset, daysPerWeek: daysPerWeek)
      departure += (open ? 1 : 0) - (pattern ? 1 : 0)
      departures.append(departure)
    }
    (self.daysPerWeek, self.spanStart) = (daysPerWeek, start)
    (self.isOpen, self.departures) = (isOpen, departures)
  }

  func isWorkday(_ day: Int) -> Bool {
    let offset = day - spanStart
    return isOpen.indices.contains(offset)
      ? isOpen[offset] : Self.isPatternDay(day, daysPerWeek: daysPerWeek)
  }

  /// The running number of the last workday before the day; only differences mean something.
  func count(before day: Int) -> Int {
    let offset = min(max(day - spanStart, 0), departures.count - 1)
    let (week, weekday) = Self.week(of: day)
    return week * daysPerWeek + min(weekday, daysPerWeek) + Int(departures[offset])
  }

  /// The workday with that running number, sought from a day near it; saturating at the calendar's
  /// ends.
  func day(numbered number: Int, near start: Int) -> Int {
    let (first, last) = (Int(CivilDate.min.days), Int(CivilDate.max.days))
    guard number > count(before: first) else { return first }
    guard number <= count(before: last + 1) else { return last }
    var (low, high) = (start, start)
    var width = 16
    while count(before: low) >= number {
      low = max(first, low - width)
      width *= 2
    }
    while count(before: high + 1) < number {
      high = min(last, high + width)
      width *= 2
    }
    // The sought day is the earliest one through which that many workdays have passed.
    while low < high {
      let middle = low + (high - low) / 2
      if count(before: middle + 1) >= number { high = middle } else { low = middle + 1 }
    }
    return low
  }

  private static func isPatternDay(_ day: Int, daysPerWeek: Int) -> Bool {
    week(of: day).weekday < daysPerWeek
  }

  /// Monday is 0. Day 0, 1970-01-01, was a Thursday.
  private static func week(of day: Int) -> (number: Int, weekday: Int) {
    let shifted = day + 3
    let weekday = (shifted % 7 + 7) % 7
    return ((shifted - weekday) / 7, weekday)
  }
}
