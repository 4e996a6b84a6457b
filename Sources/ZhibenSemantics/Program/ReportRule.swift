import ZhibenCalendar
import ZhibenSyntax

/// 报送: a table of figures that each unit owes by each due day.
public struct ReportRule: Hashable, Sendable {
  /// Who owes it, by when, and what shows that it was sent: each due day is an obligation of the unit.
  public var duty: DutyRule
  /// 致
  public var to: [Party]
  /// 抄送
  public var copies: [Party]
  /// 期间: of each due day the days that its figures are about; the first that fits.
  public var spans: [Span]
  public var columns: [Column]

  /// The days that figures are about.
  public struct Span: Hashable, Sendable {
    /// The due day of the year that it belongs to; nil for all others.
    public var due: MonthDay?
    /// The first and the last day, judged as of the due day, without any record.
    public var first: Core
    public var last: Core
    /// As written.
    public var text: String
    /// Makes a span.
    public init(due: MonthDay?, first: Core, last: Core, text: String) {
      (self.due, self.first, self.last, self.text) = (due, first, last, text)
    }
  }

  /// A column of the table.
  public struct Column: Hashable, Sendable {
    public var name: String
    /// Over the unit in frame 0, judged as of the last day of the span; nil for what a person fills in.
    public var value: Core?
    /// 合计: whether the figures are added up.
    public var isTotalled: Bool
    /// Makes a column.
    public init(name: String, value: Core?, isTotalled: Bool = false) {
      (self.name, self.value, self.isTotalled) = (name, value, isTotalled)
    }
  }

  /// Makes a report.
  public init(
    duty: DutyRule, to: [Party], copies: [Party] = [], spans: [Span], columns: [Column]
  ) {
    (self.duty, self.to, self.copies) = (duty, to, copies)
    (self.spans, self.columns) = (spans, columns)
  }

  /// The due days of the period that contains a day, in order.
  public func dueDays(inPeriodOf day: CivilDate) -> [CivilDate] {
    switch duty.cadence.arms.first?.value {
    case .periodic(let unit, _, _, let due)?: due.days(in: unit.period(containing: day))
    case .once(.day(let day))?: [day]
    default: []
    }
  }

  /// Every due day from the one day through the other, in order.
  public func dueDays(from first: CivilDate, through last: CivilDate) -> [CivilDate] {
    guard case .periodic(let unit, _, _, let due)? = duty.cadence.arms.first?.value else {
      return dueDays(inPeriodOf: first).filter { first <= $0 && $0 <= last }
    }
    var days: [CivilDate] = []
    var period = unit.period(containing: first)
    if due.isBehindPeriod { period = unit.period(containing: period.first.previous) }
    while !period.isEmpty, period.first <= last {
      days += due.days(in: period).filter { first <= $0 && $0 <= last }
      guard period.last < CivilDate.max else { break }
      period = unit.next(after: period)
    }
    return days
  }

  /// The days that the figures due on a day are about, as written; nil if no line fits.
  public func span(dueOn day: CivilDate) -> Span? {
    let (_, month, number) = day.parts
    return spans.first { span in
      guard let due = span.due else { return true }
      // 29 February is due on 28 February in other years.
      return due.day(of: day.year) == day || due.month == month && due.day == number
    }
  }
}
