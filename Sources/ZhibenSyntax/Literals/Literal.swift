/// What a literal token means, independent of the language it was spelt in.
///
/// `每季度至少1次` and `every quarter at least 1` have the same value. Calendar arithmetic is not done here: the values name what was
/// written, the semantics room turns them into dates and terms.
public enum Literal: Hashable, Sendable {
  /// `2024年5月6日`, `2024-05-06`, `2024.5.6`. The day is checked to exist by the lexer.
  case date(DayLiteral)
  /// `6月10日`: a day of every year.
  case yearDay(MonthDay)
  /// `2024年上半年`, `2024—2026年`, `上季度`, `本年度`.
  case period(PeriodLiteral)
  /// `2024年底前`, `6月10日前`: the last day is included.
  case deadline(DeadlineLiteral)
  /// `5个工作日`, `3个月`, `半年`, `24小时`.
  case duration(DurationLiteral)
  /// `3个月至5个月`: earliest and latest.
  case durationRange(DurationLiteral, DurationLiteral)
  /// `10日内`: a term that starts with an event.
  case within(DurationLiteral)
  /// `近3年`: the span that ends on the day being judged.
  case lookBack(DurationLiteral)
  /// `逾期15日`: a delay after a due date.
  case overdue(DurationLiteral)
  /// `届满前1个月内` (a window) and `届满前8个工作日`.
  case expiry(DurationLiteral, isWindow: Bool)
  /// `每6个月` without its anchor, which the phrase `自 … 起每6个月` supplies.
  case everyN(DurationLiteral)
  /// `每季度至少1次`, `每月10日前`, `每周一`.
  case cadence(CadenceLiteral)
  /// `20%`, `5万元`, `2人日`, `三分之二`.
  case quantity(Quantity)
  /// `20%以上`, `5人以下`, `3日以外`.
  case bound(BoundLiteral)
  /// `8:00`, in minutes since midnight.
  case time(Int)
  /// `8:00—18:00`, in minutes since midnight.
  case hours(Int, Int)
  /// `第十六条第二款`: the text as written, for citations.
  case article(String)
  /// `每件20分`: so many per unit.
  case rate(unit: String, Quantity)
  /// `累计3次`, `连续3次`.
  case tally(consecutive: Bool, count: Int)
  /// `连续3个月`, `累计12分钟`: as `tally`, counted in time.
  case tallyTerm(consecutive: Bool, DurationLiteral)
  /// `次年1月1日`, `本月5日`: a day reckoned from the year or month being judged.
  case relativeDay(RelativeDayLiteral)
  /// A bare number.
  case number(Rational)
}

/// A civil day as written.
public struct DayLiteral: Hashable, Sendable {
  /// Year from 1, month from 1, day from 1.
  public var year, month, day: Int

  /// Makes a day.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    (self.year, self.month, self.day) = (year, month, day)
  }
}

/// A day that recurs every year.
public struct MonthDay: Hashable, Sendable {
  /// Month from 1, day from 1.
  public var month, day: Int

  /// Makes a day of the year.
  public init(_ month: Int, _ day: Int) { (self.month, self.day) = (month, day) }
}

/// The units in which terms are counted. 日, 自然日 and 工作日 differ (time 27): a bare 日 takes its meaning from the rule.
public enum DurationUnit: String, Hashable, Sendable, CaseIterable {
  case minute, hour, day, calendarDay, workday, week, tenDays, month, quarter, halfYear, year
}

/// So many of a unit. `半年` is 1 halfYear, `半个月` 15 day, `1.5小时` 90 minute.
public struct DurationLiteral: Hashable, Sendable {
  /// How many, from 0 to a million.
  public var count: Int
  /// Of what.
  public var unit: DurationUnit

  /// Makes a term.
  public init(_ count: Int, _ unit: DurationUnit) { (self.count, self.unit) = (count, unit) }
}

/// The periods in which duties recur.
public enum PeriodUnit: String, Hashable, Sendable, CaseIterable {
  case workday, day, shift, week, tenDays, month, quarter, halfYear, year
}

/// A stretch of days as written.
public enum PeriodLiteral: Hashable, Sendable {
  case year(Int)
  /// Half 1 or 2; `nil` year = of the year being judged.
  case half(Int?, Int)
  case quarter(Int?, Int)
  case month(Int?, Int)
  case years(Int, Int)
  case months(fromYear: Int, fromMonth: Int, toYear: Int, toMonth: Int)
  case days(DayLiteral, DayLiteral)
  case yearDays(MonthDay, MonthDay)
  /// `本季度` is (0, quarter), `上年` (-1, year), `下月` (1, month).
  case relative(Int, PeriodUnit)
  /// `4月至12月`, `4—12月`: months of the year being judged.
  case yearMonths(Int, Int)
  /// `上年12月`, `次年6月`: a month of a year relative to the one being judged.
  case relativeMonth(Int, Int)
  /// `本年上半年`: (0, 1).
  case relativeHalf(Int, Int)
  /// `上年第四季度`: (-1, 4).
  case relativeQuarter(Int, Int)
  /// `上年同期`.
  case samePeriodLastYear
}

/// A day of a year or month relative to the one being judged; 本 is 0, 上 -1, 次 1.
public enum RelativeDayLiteral: Hashable, Sendable {
  /// `次年1月1日` is (1, 1 January).
  case ofYear(Int, MonthDay)
  /// `次月10日` is (1, 10).
  case ofMonth(Int, Int)
}

/// The last day on which something is still in time.
public enum DeadlineLiteral: Hashable, Sendable {
  case day(DayLiteral)
  /// `6月10日前`: every year, or the plan's only year (time 22).
  case yearDay(MonthDay)
  /// `2024年底前`, `2024年6月底前`, `2024年上半年前`: the end of the period.
  case endOf(PeriodLiteral)
  /// `年底前`: the end of the year being judged.
  case yearEnd
}

/// Which day inside the period a cadence is due on.
public enum CadenceDue: Hashable, Sendable {
  /// The last day of the period.
  case periodEnd
  /// `每月10日前`: through day n; `每月末` is the period's end. Day 1…31.
  case monthDay(Int)
  /// `每月10日`: on that day itself.
  case onMonthDay(Int)
  /// `每周一`: on that weekday, Monday = 1.
  case weekday(Int)
  /// `每年6月10日前`; one obligation for each. Further days follow as tokens of their own (`、12月10日前`) and the parser joins them. `每年2月底前`
  /// is 29 February, which means the month's last day.
  case yearDays([MonthDay], before: Bool)
  /// `每季度首月10日前` (month 1), `每季度末月10日前` (month 3).
  case quarterMonthDay(month: Int, day: Int)
  /// `次月10日前`, `次年1月10日前`: after the period's end; month `nil` = the first month after it.
  case followingDay(month: Int?, day: Int)
}

/// A cadence as written.
public enum CadenceLiteral: Hashable, Sendable {
  /// `每季度至少1次`, `每年2次`, `每月至少1次至多2次`, `每周一`. A bare `每月` has `least` 1.
  /// - `least`: nil only for a pure cap (`每年至多1次`).
  case periodic(PeriodUnit, least: Int?, most: Int?, due: CadenceDue)
  /// `每隔90日`: so long after the last completion.
  case rolling(DurationLiteral)
  /// `距上次不超过3个月`.
  case sinceLast(DurationLiteral)
  /// `每年不少于10%`: a share of the subjects in each period.
  case share(PeriodUnit, Quantity)
}

/// An exact number with the unit it was written with.
public struct Quantity: Hashable, Sendable {
  /// The value in the unit; `10%` is 1/10 with unit `%`, `5万元` is 50000 with unit 元.
  public var value: Rational
  /// `%`, `元`, `人`, `次` …, or empty (`三分之二`). `5‰` and `千分之五` have the unit `%` too.
  public var unit: String

  /// Makes a quantity.
  public init(_ value: Rational, _ unit: String) { (self.value, self.unit) = (value, unit) }
}

/// A suffix bound: 以上 以下 以内 include the number, 以外 does not (民法典 1259, time 29).
public struct BoundLiteral: Hashable, Sendable {
  /// On which side of the measure.
  public enum Direction: String, Hashable, Sendable { case atLeast, atMost, moreThan, lessThan }
  /// The side.
  public var direction: Direction
  /// What is bounded: a quantity, or a term (`3日以外`).
  public enum Measure: Hashable, Sendable {
    case quantity(Quantity)
    case duration(DurationLiteral)
  }
  /// The measure.
  public var measure: Measure

  /// Makes a bound.
  public init(_ direction: Direction, _ measure: Measure) {
    (self.direction, self.measure) = (direction, measure)
  }
}
