/// What a rule says of a day that some months lack (time 16): `每月31日`. `月末` needs no saying, and a
/// rule that says nothing is refused.
public enum MissingDay: String, Hashable, Sendable, CaseIterable, Codable {
  /// 跳过: such a month has no such day.
  case skip = "跳过"
  /// 夹到月末: the month's last day takes its place.
  case clampToMonthEnd = "夹到月末"

  /// Whether some month lacks the day with that number, so that the rule must say what happens
  /// then.
  public static func isNeeded(forDay day: Int) -> Bool { day > 28 }
}

extension CivilDate {
  /// That day of that month; where the month lacks it, what the rule says of missing days. `nil` if
  /// it is skipped, or if no month has such a day.
  public init?(year: Int, month: Int, day: Int, whenMissing rule: MissingDay) {
    let length = Self.daysInMonth(month, ofYear: year)
    guard (1...31).contains(day) else { return nil }
    self.init(
      year: year, month: month,
      day: rule == .clampToMonthEnd && length > 0 ? Swift.min(day, length) : day)
  }
}
