import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// A window of an aggregate. What depends on the day alone is kept for the day.
final class DayWindow {
  enum Kind {
    case lookBack(Term)
    case period(PeriodSpec)
    case before(Node, Term)
    case after(Node, Term)
    case days(Node, Node)
    case targetPeriod
  }

  /// First and last day, each possibly `unknownCell`.
  struct Bounds {
    var first: Int64
    var last: Int64

    @inline(__always)
    func contains(_ date: Int64) -> Truth {
      if date == unknownCell { return .unknown }
      if first != unknownCell, date < first { return .no }
      if last != unknownCell, date > last { return .no }
      return first == unknownCell || last == unknownCell ? .unknown : .yes
    }
  }

  private let kind: Kind
  private let calendar: WorkCalendar
  private var keptDay: Int32?
  private var keptEdge = Int32.max
  private var kept = Bounds(first: unknownCell, last: unknownCell)

  init(_ kind: Kind, _ calendar: WorkCalendar) {
    (self.kind, self.calendar) = (kind, calendar)
  }

  /// The days of the window; nil if it leaves out no day.
  func bounds(_ judgement: inout Judgement) -> Bounds? {
    switch kind {
    case .lookBack, .period:
      if keptDay != judgement.day { keep(judgement.day) }
      judgement.lowerEdge(to: keptEdge)
      return kept
    case .before(let anchor, let term):
      return around(anchor, &judgement) { calendar.days(before: $0, term) }
    case .after(let anchor, let term):
      return around(anchor, &judgement) { calendar.days(after: $0, term) }
    case .days(let first, let last):
      return Bounds(first: first.cell(&judgement), last: last.cell(&judgement))
    case .targetPeriod: return judgement.targetPeriod.map { Bounds($0) }
    }
  }

  private func around(
    _ anchor: Node, _ judgement: inout Judgement, _ days: (CivilDate) -> DayRange
  ) -> Bounds {
    let cell = anchor.cell(&judgement)
    return Bounds(cell == unknownCell ? nil : days(CivilDate(cell: cell)))
  }

  private func keep(_ day: Int32) {
    let date = CivilDate(days: day)
    switch kind {
    case .lookBack(let term): kept = Bounds(calendar.lookBack(term, endingOn: date))
    case .period(let spec):
      kept = Bounds(spec.days(on: date, calendar: calendar))
      keptEdge = spec.edge(after: date)
    case .before, .after, .days, .targetPeriod: break
    }
    keptDay = day
  }

  /// Tells of the earliest date that lay in the window and mattered: a look-back leaves it behind one day.
  func lowerEdge(_ judgement: inout Judgement, earliest date: Int64) {
    guard case .lookBack(let term) = kind else { return }
    if let days = term.fixedDays {
      return judgement.lowerEdge(to: max(date + days, Int64(judgement.day.next)))
    }
    // Before the corresponding day (民法典 202) a look-back in months cannot have passed the date; a month's end may keep it a little longer.
    let corresponding = calendar.shift(CivilDate(cell: date), .after, by: term).days
    let start = term.unit.isInMonths ? corresponding : Int32.min
    judgement.lowerEdge(
      to: firstDay(from: max(start, judgement.day.next)) {
        Int64(calendar.lookBack(term, endingOn: CivilDate(days: $0)).first.days) > date
      })
  }

  /// Whether it moves with the judged day.
  var isLookBack: Bool { if case .lookBack = kind { true } else { false } }

  /// The parts that may be unknown.
  var ends: [Node] {
    switch kind {
    case .lookBack, .period, .targetPeriod: []
    case .before(let anchor, _), .after(let anchor, _): [anchor]
    case .days(let first, let last): [first, last]
    }
  }
}

extension DayWindow.Bounds {
  fileprivate init(_ range: DayRange?) {
    first = range.map { Int64($0.first.days) } ?? unknownCell
    last = range.map { Int64($0.last.days) } ?? unknownCell
  }
}

extension Term {
  /// The natural days of a term whose length depends on nothing and is sane; nil of others.
  var fixedDays: Int64? {
    guard (0...1_000_000).contains(count) else { return nil }
    switch unit {
    case .day, .calendarDay: return Int64(count)
    case .week: return Int64(count) * 7
    case .tenDays: return Int64(count) * 10
    case .minute, .hour, .workday, .month, .quarter, .halfYear, .year: return nil
    }
  }
}

extension TermUnit {
  var isInMonths: Bool {
    switch self {
    case .month, .quarter, .halfYear, .year: true
    case .minute, .hour, .day, .calendarDay, .workday, .week, .tenDays: false
    }
  }
}
