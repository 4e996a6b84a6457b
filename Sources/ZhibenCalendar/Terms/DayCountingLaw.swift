/// The laws that say which of their days are workdays (time 27). A 日 under another law is not
/// decided by law.
public enum DayCountingLaw: String, Hashable, Sendable, CaseIterable {
  /// 行政处罚法 第八十五条: two, three, five and seven days.
  case penalties = "行政处罚法"
  /// 行政强制法 第六十九条: terms of up to ten days.
  case coercion = "行政强制法"
  /// 行政许可法 第八十二条: all terms in days.
  case licensing = "行政许可法"
  /// 行政复议法 第八十八条: three, five, seven and ten days.
  case reconsideration = "行政复议法"

  /// What that many 日 of this law are counted in: `workday` or `calendarDay`.
  public func unit(forDays count: Int) -> TermUnit {
    let areWorkdays =
      switch self {
      case .penalties: [2, 3, 5, 7].contains(count)
      case .coercion: count <= 10
      case .licensing: true
      case .reconsideration: [3, 5, 7, 10].contains(count)
      }
    return areWorkdays ? .workday : .calendarDay
  }
}
