/// A day of the proleptic Gregorian calendar, as read in Asia/Shanghai; years 1 to 9999.
///
/// It is one integer, so that comparing, hashing and storing it cost what an integer costs. All
/// arithmetic saturates at `min` and `max`: no date that a script can name makes it trap.
public struct CivilDate: Hashable, Sendable {
  /// Days since 1970-01-01, which is day 0.
  public let days: Int32

  /// The day with that number; numbers outside the years 1 to 9999 become `min` or `max`.
  public init(days: Int32) {
    self.days = Swift.min(Swift.max(days, Self.firstNumber), Self.lastNumber)
  }

  /// The day of that year, month and day; `nil` if there is none.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Self.daysInMonth(month, ofYear: year)
    else { return nil }
    self.init(days: Int32(Self.number(year, month, day)))
  }

  /// 0001-01-01.
  public static let min = CivilDate(days: firstNumber)
  /// 9999-12-31.
  public static let max = CivilDate(days: lastNumber)

  private static let firstNumber: Int32 = -719_162
  private static let lastNumber: Int32 = 2_932_896

  /// Whether February of that year has 29 days.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// How many days that month has, 28 to 31; 0 for a month that does not exist.
  public static func daysInMonth(_ month: Int, ofYear year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    case 1, 3, 5, 7, 8, 10, 12: 31
    default: 0
    }
  }
}

extension CivilDate: Comparable {
  /// Earlier than.
  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }
}

// MARK: - Parts

extension CivilDate {
  /// Year, month and day together; cheaper than asking for each.
  public var parts: (year: Int, month: Int, day: Int) {
    // Years are taken to begin in March, so that the leap day is the last day of its year.
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// The year, 1 to 9999.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// Monday is 1, Sunday is 7.
  public var weekday: Int {
    let remainder = (Int(days) + 3) % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// 1 on 1 January, 365 or 366 on 31 December.
  public var dayOfYear: Int { Int(days) - Self.number(year, 1, 1) + 1 }

  /// The number of a day that is known to exist.
  static func number(_ year: Int, _ month: Int, _ day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let marchMonth = month > 2 ? month - 3 : month + 9
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  /// A day of the month with that number (year × 12 + month − 1), not behind the month's end;
  /// saturating.
  static func clamped(monthNumber: Int, day: Int) -> CivilDate {
    if monthNumber < 12 { return .min }
    if monthNumber >= 120_000 { return .max }
    let (year, month) = (monthNumber / 12, monthNumber % 12 + 1)
    let last = daysInMonth(month, ofYear: year)
    return CivilDate(days: Int32(number(year, month, Swift.max(1, Swift.min(day, last)))))
  }
}
