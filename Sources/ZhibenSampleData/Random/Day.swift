/// A civil day as a count of days since 1970-01-01.
struct Day: Hashable, Comparable, Sendable {
  var serial: Int

  init(serial: Int) { self.serial = serial }

  /// The proleptic Gregorian day; months outside 1…12 are not asked for here.
  init(_ year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let shifted = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * shifted + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    serial = era * 146_097 + dayOfEra - 719_468
  }

  /// Year, month and day.
  var parts: (year: Int, month: Int, day: Int) {
    let z = serial + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  static func < (a: Day, b: Day) -> Bool { a.serial < b.serial }
  static func + (a: Day, days: Int) -> Day { Day(serial: a.serial + days) }
  static func - (a: Day, days: Int) -> Day { Day(serial: a.serial - days) }
}

extension SplitMix64 {
  /// A day in the span, both ends included; the first day if the span is empty.
  mutating func day(_ first: Day, _ last: Day) -> Day {
    last < first ? first : first + below(last.serial - first.serial + 1)
  }
}

/// The days that shape the sample.
enum Moments {
  /// What fields tell in the main files is what was known on this day; the change files carry all of it.
  static let counted = Day(2025, 6, 30)
  /// The last day on which anything happens.
  static let end = Day(2026, 6, 30)
  /// The plan's first day.
  static let planStart = Day(2024, 4, 15)
}
