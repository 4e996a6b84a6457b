import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The judged day, where nothing better is known: tomorrow it is another.
final class TodayNode: Node {
  init() { super.init(.cell) }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    judgement.lowerEdge(to: judgement.day.next)
    return Int64(CivilDate(days: judgement.day).days)
  }
}

/// The first or last day of a period seen from the judged day.
final class PeriodDayNode: Node {
  private let spec: PeriodSpec
  private let isLast: Bool
  private let calendar: WorkCalendar

  init(_ spec: PeriodSpec, isLast: Bool, _ calendar: WorkCalendar) {
    (self.spec, self.isLast, self.calendar) = (spec, isLast, calendar)
    super.init(.cell)
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    let day = CivilDate(days: judgement.day)
    judgement.lowerEdge(to: spec.edge(after: day))
    guard let range = spec.days(on: day, calendar: calendar) else { return unknownCell }
    return Int64((isLast ? range.last : range.first).days)
  }
}

/// A date or moment moved by a term.
final class ShiftNode: Node {
  private let part: Node
  private let isMoment: Bool
  private let direction: OffsetDirection
  private let term: Term
  private let calendar: WorkCalendar

  init(
    _ part: Node, isMoment: Bool, _ direction: OffsetDirection, _ term: Term,
    _ calendar: WorkCalendar
  ) {
    (self.part, self.isMoment, self.direction) = (part, isMoment, direction)
    (self.term, self.calendar) = (term, calendar)
    super.init(.cell)
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    let cell = part.cell(&judgement)
    if cell == unknownCell { return unknownCell }
    if isMoment {
      return calendar.shift(moment: Int(cell), direction, by: term).map(Int64.init) ?? unknownCell
    }
    return Int64(calendar.shift(CivilDate(cell: cell), direction, by: term).days)
  }

  override var isQuiet: Bool { part.isQuiet }

  override var parts: [Node] { [part] }
}

/// 是工作日
final class IsWorkdayNode: Node {
  private let part: Node
  private let calendar: WorkCalendar

  init(_ part: Node, _ calendar: WorkCalendar) {
    (self.part, self.calendar) = (part, calendar)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let cell = part.cell(&judgement)
    if cell == unknownCell { return .unknown }
    return calendar.isWorkday(CivilDate(cell: cell)) ? .yes : .no
  }

  override var parts: [Node] { [part] }
}

/// A number told by a date: its year, its month …
final class DatePartNode: Node {
  private let part: Node
  private let operation: (CivilDate) -> Int

  init(_ part: Node, _ operation: @escaping (CivilDate) -> Int) {
    (self.part, self.operation) = (part, operation)
    super.init(.number)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    let cell = part.cell(&judgement)
    return cell == unknownCell ? nil : Rational(operation(CivilDate(cell: cell)))
  }

  override var isQuiet: Bool { part.isQuiet }
  override var parts: [Node] { [part] }
}

/// A date moved by a whole number of something.
final class MovedDateNode: Node {
  private let date: Node
  private let count: Node
  private let operation: (CivilDate, Int) -> CivilDate?

  init(
    _ date: Node, _ count: Node, _ operation: @escaping (CivilDate, Int) -> CivilDate?
  ) {
    (self.date, self.count, self.operation) = (date, count, operation)
    super.init(.cell)
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    let cell = date.cell(&judgement)
    guard let count = count.number(&judgement)?.whole, cell != unknownCell,
      let moved = operation(CivilDate(cell: cell), count)
    else { return unknownCell }
    return Int64(moved.days)
  }

  override var isQuiet: Bool { date.isQuiet && count.isQuiet }
  override var parts: [Node] { [date, count] }
}
