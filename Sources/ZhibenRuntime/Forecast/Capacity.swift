import ZhibenCalendar
import ZhibenSyntax

/// How many person-days of inspection a department has: 监督检查工作日 = 国家法定工作日 × 执法人数 − 其他执法工作日 − 非执法工作日
/// (安全生产年度监督检查计划编制办法; time 44). What is subtracted is given for a year and taken from each month in proportion to its workdays.
public struct Capacity: Hashable, Sendable {
  /// 执法人数
  public var staff: Int
  /// 其他执法工作日, person-days a year.
  public var otherEnforcement: Int
  /// 非执法工作日, person-days a year.
  public var nonEnforcement: Int

  /// Makes a capacity.
  /// - Parameters:
  ///   - staff: how many people, not negative.
  ///   - otherEnforcement: person-days a year for other enforcement.
  ///   - nonEnforcement: person-days a year for leave, training and everything else.
  public init(staff: Int, otherEnforcement: Int = 0, nonEnforcement: Int = 0) {
    (self.staff, self.otherEnforcement, self.nonEnforcement) = (
      staff, otherEnforcement, nonEnforcement
    )
  }

  /// The person-days of some days of one year; nil if they do not fit into a number. Negative if more is subtracted than there is.
  public func personDays(in days: DayRange, _ calendar: WorkCalendar) -> Rational? {
    let year = days.first.year
    guard let first = CivilDate(year: year, month: 1, day: 1),
      let last = CivilDate(year: year, month: 12, day: 31)
    else { return nil }
    let workdays = Rational(calendar.workdays(in: days))
    let ofYear = Rational(calendar.workdays(in: DayRange(first, last)))
    let (taken, overflow) = otherEnforcement.addingReportingOverflow(nonEnforcement)
    guard !overflow, let gross = workdays.multiplied(by: Rational(staff)),
      let part = Rational(taken).multiplied(by: workdays)?.divided(by: ofYear)
    else { return nil }
    return part.negated.flatMap(gross.adding)
  }
}
