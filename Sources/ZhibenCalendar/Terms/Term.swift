/// The units in which terms are counted.
///
/// 日, 自然日 and 工作日 differ: what a bare 日 means is decided by the cited law (time 27), before dates
/// are reckoned. The names are those of the language's duration units, so that one converts to the
/// other by its raw value.
public enum TermUnit: String, Hashable, Sendable, CaseIterable, Codable {
  /// 分钟.
  case minute
  /// 小时.
  case hour
  /// 日 as written; reckoned as a natural day unless the caller says otherwise.
  case day
  /// 自然日.
  case calendarDay
  /// 工作日.
  case workday
  /// 周: 7 natural days.
  case week
  /// 旬: 10 natural days.
  case tenDays
  /// 月.
  case month
  /// 季度: 3 months.
  case quarter
  /// 半年: 6 months.
  case halfYear
  /// 年: 12 months.
  case year
}

/// So many of a unit: `5个工作日`, `3个月`, `24小时`.
public struct Term: Hashable, Sendable, Codable {
  /// How many. A negative count reckons in the other direction.
  public var count: Int
  /// Of what.
  public var unit: TermUnit

  /// So many of that unit.
  public init(_ count: Int, _ unit: TermUnit) { (self.count, self.unit) = (count, unit) }

  /// The same term as often; saturating.
  public func times(_ factor: Int) -> Term { Term(count.multipliedSaturating(by: factor), unit) }
}

extension Term: CustomStringConvertible {
  /// `5个工作日`, `3个月`, `半年`, `10日`.
  public var description: String {
    switch unit {
    case .minute: "\(count)分钟"
    case .hour: "\(count)小时"
    case .day: "\(count)日"
    case .calendarDay: "\(count)个自然日"
    case .workday: "\(count)个工作日"
    case .week: "\(count)周"
    case .tenDays: "\(count)旬"
    case .month: "\(count)个月"
    case .quarter: "\(count)个季度"
    case .halfYear: count == 1 ? "半年" : "\(count)个半年"
    case .year: "\(count)年"
    }
  }

  /// `5 workdays`, `3 months`, `1 half-year`.
  public var english: String {
    let name =
      switch unit {
      case .minute: "minute"
      case .hour: "hour"
      case .day: "day"
      case .calendarDay: "calendar day"
      case .workday: "workday"
      case .week: "week"
      case .tenDays: "ten-day span"
      case .month: "month"
      case .quarter: "quarter"
      case .halfYear: "half-year"
      case .year: "year"
      }
    return "\(count) \(name)\(count == 1 || count == -1 ? "" : "s")"
  }
}
