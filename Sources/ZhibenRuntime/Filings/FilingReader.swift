import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// The table of a report (报送) for one due day.
public struct FilingSheet: Sendable {
  /// By when it is due.
  public var due: CivilDate
  /// The days that its figures are about.
  public var span: DayRange
  /// The day as of which they were read: the last of the span, or the judged day while the span is not over.
  public var cutOff: CivilDate
  /// One row for each unit that owes it, by position in the units' register.
  public var rows: [Row]
  /// Units of which it is unknown whether they owe it.
  public var undecided: Int
  /// The sums of the columns that are added up; nil where nothing is. Unknown if a summand is.
  public var totals: [Value?]?

  /// A unit's figures.
  public struct Row: Sendable {
    /// Position in the units' register.
    public var unit: Int32
    /// One for each column; nil is unknown, also where nobody has filled it in yet.
    public var values: [Value?]
  }
}

/// Reads the figures of one report, which is the same on either evaluator.
public struct FilingReader<E: Evaluator> {
  private let context: PlanContext<E>
  private let report: ReportRule
  private let inForce: DayRange
  private let membership: E.Prepared
  private let dates: RecordDates
  private let columns: [E.Prepared?]

  /// Nil for a rule that is no report.
  /// - Parameters:
  ///   - rule: its position in the program.
  ///   - asOf: the judged day.
  public init?(
    rule: Int, program: Program, snapshot: Snapshot, asOf: CivilDate, calendar: WorkCalendar
  ) {
    self.init(
      rule: rule,
      context: PlanContext(
        program: program, snapshot: snapshot, calendar: calendar, asOf: asOf.days,
        evaluator: E(program: program, snapshot: snapshot, calendar: calendar)))
  }

  init?(rule: Int, context: PlanContext<E>) {
    guard context.program.rules.indices.contains(rule),
      case .report(let report) = context.program.rules[rule].body
    else { return nil }
    (self.context, self.report) = (context, report)
    inForce = context.program.rules[rule].inForce
    membership = context.evaluator.prepare(report.duty.subject.condition)
    dates = RecordDates(report.duty.subject.register, context.snapshot)
    columns = report.columns.map { $0.value.map(context.evaluator.prepare) }
  }

  /// Every day on which the report is due, in order.
  public var dueDays: [CivilDate] {
    report.dueDays(from: inForce.first, through: inForce.last)
  }

  /// The next due day from the judged day on, else the last one; nil if there is none.
  public var nextDue: CivilDate? {
    let days = dueDays
    return days.first { $0.days >= context.asOf } ?? days.last
  }

  /// The table that is due on a day; nil if none is, or if the days that it is about cannot be told.
  public func sheet(due: CivilDate) -> FilingSheet? {
    guard dueDays.contains(due), let span = span(due: due), !span.isEmpty else { return nil }
    let cutOff = min(span.last.days, context.asOf)
    let evaluator = context.evaluator
    evaluator.targetPeriod = span
    defer { evaluator.targetPeriod = nil }
    var sheet = FilingSheet(
      due: due, span: span, cutOff: CivilDate(days: cutOff), rows: [], undecided: 0, totals: nil)
    // Who owes it is settled on the day on which it is due.
    let day = min(due.days, context.asOf)
    for position in 0..<context.snapshot[report.duty.subject.register].count {
      guard context.goesOn(at: position) else { break }
      let unit = Int32(clamping: position)
      if dates.isAbsent(unit, on: day, evaluator) { continue }
      switch evaluator.truth(membership, subject: unit, row: -1, day: day) {
      case .no: continue
      case .unknown: sheet.undecided += 1
      case .yes:
        sheet.rows.append(FilingSheet.Row(unit: unit, values: figures(of: unit, on: cutOff)))
      }
    }
    sheet.totals = totals(of: sheet)
    return sheet
  }

  /// The figures of a unit; before the span has begun nothing is known of it.
  private func figures(of unit: Int32, on day: Int32) -> [Value?] {
    columns.map { column in
      column.flatMap {
        let value = context.evaluator.value($0, subject: unit, row: -1, day: day)
        return value == .unknown ? nil : value
      }
    }
  }

  private func span(due: CivilDate) -> DayRange? {
    guard let span = report.span(dueOn: due) else { return nil }
    func day(_ core: Core) -> CivilDate? {
      let evaluator = context.evaluator
      let value = evaluator.value(
        evaluator.prepare(core), subject: -1, row: -1, day: due.days)
      if case .date(let day)? = value { return day }
      return nil
    }
    guard let first = day(span.first), let last = day(span.last) else { return nil }
    return DayRange(first, last)
  }

  /// What is unknown of one unit is unknown of all.
  private func totals(of sheet: FilingSheet) -> [Value?]? {
    guard report.columns.contains(where: \.isTotalled) else { return nil }
    return report.columns.enumerated().map { position, column in
      guard column.isTotalled, sheet.undecided == 0 else { return nil }
      var sum: Rational? = Rational(0)
      for row in sheet.rows {
        guard case .number(let number)? = row.values[position] else { return nil }
        sum = sum.flatMap { $0.adding(number) }
      }
      return sum.map { .number($0) }
    }
  }
}

extension ReportRule {
  /// The day on which the report of a key is due (time 3).
  public func dueDay(of key: OutcomeKey) -> CivilDate {
    let first = CivilDate(days: key.first)
    let days = dueDays(inPeriodOf: first)
    let number = max(1, PeriodRank.split(key.nth).n)
    return days.indices.contains(number - 1) ? days[number - 1] : days.last ?? first
  }
}
