import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// A deadline as reckoned for one subject (time 25).
struct SubjectDeadline {
  /// The day that stands in the key: the deadline itself, or the anchor it is reckoned from.
  var first: CivilDate
  var raw: CivilDate
  var moved: CivilDate
}

extension DeadlineSpec {
  /// The date that the deadline is reckoned from, if it is.
  var anchor: Core? {
    switch self {
    case .after(let anchor, _), .before(let anchor, _): anchor
    case .day, .always: nil
    }
  }

  /// Whether it runs from an event, so that what was done before the event is too early (time 15). A term of nothing behind a date is that
  /// date, and may be met at any time before.
  var runsFromEvent: Bool {
    if case .after(_, let term) = self { term.count != 0 } else { false }
  }
}

extension PlanContext {
  /// A date-valued expression over a subject; nil if it is unknown.
  func date(_ expression: E.Prepared, subject: Int32, on day: Int32) -> CivilDate? {
    switch evaluator.value(expression, subject: subject, row: -1, day: day) {
    case .date(let date)?: date
    case .moment(let minutes)?: CivilDate(days: Int32(clamping: minutes.flooredQuotient(by: 1440)))
    default: nil
    }
  }

  /// The deadline that is reckoned from that date; nil if its anchor is unknown (dormant, time 23) or it has none.
  func deadline(_ spec: DeadlineSpec, from anchor: CivilDate?) -> SubjectDeadline? {
    switch (spec, anchor) {
    case (.day(let date), _): return SubjectDeadline(first: date, raw: date, moved: date)
    case (.after(_, let term), let anchor?):
      let end = calendar.term(
        term, after: anchor, moves: spec.runsFromEvent && term.unit.movesOffRestDays)
      return SubjectDeadline(first: anchor, raw: end.raw, moved: end.moved)
    case (.before(_, let term), let anchor?):
      let end = calendar.before(term, anchor: anchor, isWindow: false).deadline
      return SubjectDeadline(first: anchor, raw: end, moved: end)
    case (.after, nil), (.before, nil), (.always, _): return nil
    }
  }
}

extension TermUnit {
  /// Terms in days, weeks, months and years after an event move off rest days (time 24, 民法典 203); workdays need not, hours do not.
  var movesOffRestDays: Bool {
    switch self {
    case .minute, .hour, .workday: false
    default: true
    }
  }
}

extension Int {
  fileprivate func flooredQuotient(by divisor: Int) -> Int {
    let (quotient, rest) = quotientAndRemainder(dividingBy: divisor)
    return rest < 0 ? quotient - 1 : quotient
  }
}
