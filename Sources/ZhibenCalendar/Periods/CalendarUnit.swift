/// The calendar periods in which duties recur (time 11, 16).
///
/// 月, 季度, 半年 and 年 nest, as do 旬 and 月. A 周 runs from Monday to Sunday and is its own period, also
/// across New Year. What a 工作日 is depends on the calendar: here `workday` behaves like `day`, and
/// `WorkCalendar` leaves out the rest days.
public enum CalendarUnit: String, Hashable, Sendable, CaseIterable, Codable {
  /// 工作日; see `WorkCalendar.periods(of:overlapping:)`.
  case workday
  /// 日.
  case day
  /// 周, Monday to Sunday.
  case week
  /// 旬: 1–10, 11–20, 21 to the month's end.
  case tenDays
  /// 月.
  case month
  /// 季度.
  case quarter
  /// 半年.
  case halfYear
  /// 年.
  case year
}

extension CalendarUnit {
  /// The period that contains the day.
  public func period(containing date: CivilDate) -> DayRange {
    switch self {
    case .workday, .day:
      return DayRange(day: date)
    case .week:
      let monday = date.advanced(byDays: 1 - date.weekday)
      return DayRange(monday, date.advanced(byDays: 7 - date.weekday))
    case .tenDays:
      let (year, month, day) = date.parts
      let (first, last) = day <= 10 ? (1, 10) : day <= 20 ? (11, 20) : (21, 31)
      let number = year * 12 + month - 1
      return DayRange(
        .clamped(monthNumber: number, day: first), .clamped(monthNumber: number, day: last))
    case .month: return months(1, around: date)
    case .quarter: return months(3, around: date)
    case .halfYear: return months(6, around: date)
    case .year: return months(12, around: date)
    }
  }

  /// The period that begins behind the given one; empty at the end of the calendar.
  public func next(after range: DayRange) -> DayRange {
    let start = range.last.next
    return start > range.last ? period(containing: start) : DayRange(.max, .min)
  }

  /// All periods that share a day with the range, whole and in order.
  public func periods(overlapping range: DayRange) -> [DayRange] {
    guard !range.isEmpty else { return [] }
    var periods: [DayRange] = []
    var period = period(containing: range.first)
    while !period.isEmpty, period.first <= range.last {
      periods.append(period)
      period = next(after: period)
    }
    return periods
  }

  private func months(_ count: Int, around date: CivilDate) -> DayRange {
    let (year, month, _) = date.parts
    let number = year * 12 + (month - 1) / count * count
    return DayRange(
      .clamped(monthNumber: number, day: 1), .clamped(monthNumber: number + count - 1, day: 31))
  }
}

// MARK: - Names

extension CalendarUnit {
  /// 每… without 每: `季度`, `半年`.
  public var chinese: String {
    switch self {
    case .workday: "工作日"
    case .day: "日"
    case .week: "周"
    case .tenDays: "旬"
    case .month: "月"
    case .quarter: "季度"
    case .halfYear: "半年"
    case .year: "年"
    }
  }

  /// What the period is called: `2025年第二季度`, `2025年上半年`, `2025年6月`, `2025年6月上旬`, `2025年第27周` (ISO
  /// week and its year), `2025年`. A range that is only a part of a period is named after it, with
  /// its days in brackets.
  public func label(for range: DayRange) -> String {
    guard !range.isEmpty else { return range.description }
    let period = period(containing: range.first)
    let name = name(of: period)
    return range == period ? name : "\(name)（\(range)）"
  }

  private func name(of period: DayRange) -> String {
    let (year, month, day) = period.first.parts
    switch self {
    case .workday, .day:
      return period.first.chinese
    case .week:
      // ISO 8601: the week belongs to the year of its Thursday.
      let thursday = period.first.advanced(byDays: 4 - period.first.weekday)
      return "\(thursday.year)年第\((thursday.dayOfYear + 6) / 7)周"
    case .tenDays:
      return "\(year)年\(month)月\(day <= 10 ? "上" : day <= 20 ? "中" : "下")旬"
    case .month:
      return "\(year)年\(month)月"
    case .quarter:
      let names = [1: "一", 4: "二", 7: "三", 10: "四"]
      return "\(year)年第\(names[month] ?? "")季度"
    case .halfYear:
      return "\(year)年\(month <= 6 ? "上" : "下")半年"
    case .year:
      return "\(year)年"
    }
  }
}
