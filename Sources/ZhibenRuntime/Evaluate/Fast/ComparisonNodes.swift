import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension ComparisonOperator {
  /// Whether the comparison holds for two values of which the left is less, equal, or greater.
  @inline(__always)
  func holds(isLess: Bool, isEqual: Bool) -> Bool {
    switch self {
    case .equal: isEqual
    case .notEqual: !isEqual
    case .less: isLess
    case .lessOrEqual: isLess || isEqual
    case .greater: !isLess && !isEqual
    case .greaterOrEqual: !isLess
    case .isIn, .notIn, .contains, .notContains: false
    }
  }

  /// The operator that says the same with the sides exchanged.
  var flipped: ComparisonOperator {
    switch self {
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    case .equal, .notEqual, .isIn, .notIn, .contains, .notContains: self
    }
  }
}

/// How the cells of a type are ordered.
enum CellOrder {
  /// As the integers they are.
  case plain
  case text(Interner)
  case term(Interner)
  /// Bools and records can only be equal.
  case none

  /// The order of a type's cells, or of a list's elements.
  init(_ type: ValueType, _ interner: Interner) {
    switch type {
    case .date, .moment, .enumeration: self = .plain
    case .text: self = .text(interner)
    case .term: self = .term(interner)
    case .list(let element): self.init(element, interner)
    case .bool, .record, .number, .map, .structure, .cadence, .period: self = .none
    }
  }

  /// nil if the two have no order.
  func isLess(_ left: Int64, _ right: Int64) -> Bool? {
    switch self {
    case .plain: return left < right
    case .text(let interner):
      guard let left = interner.text(left), let right = interner.text(right) else { return nil }
      return left < right
    case .term(let interner):
      guard let left = interner.term(left), let right = interner.term(right),
        left.unit == right.unit
      else { return nil }
      return left.count < right.count
    case .none: return nil
    }
  }

  /// Whether the element equals any of the cells, Kleene: terms of two units are neither equal nor different.
  func isAny(of cells: ArraySlice<Int64>, _ element: Int64) -> Truth {
    guard case .term = self else { return cells.contains(element) ? .yes : .no }
    return Kleene.or(cells.map { compare($0, .equal, element) })
  }

  func compare(_ left: Int64, _ operation: ComparisonOperator, _ right: Int64) -> Truth {
    let isLess: Bool
    switch (self, operation) {
    case (.none, .equal), (.none, .notEqual), (.text, .equal), (.text, .notEqual): isLess = false
    default:
      guard let order = self.isLess(left, right) else { return .unknown }
      isLess = order
    }
    return operation.holds(isLess: isLess, isEqual: left == right) ? .yes : .no
  }
}

/// Compares cells; conditions too, as 0 and 1.
final class CellCompareNode: Node {
  private let operation: ComparisonOperator
  private let left: Node
  private let right: Node
  private let order: CellOrder

  init(_ operation: ComparisonOperator, _ left: Node, _ right: Node, _ order: CellOrder) {
    (self.operation, self.left, self.right, self.order) = (operation, left, right, order)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let left = left.cell(&judgement)
    let right = right.cell(&judgement)
    if left == unknownCell || right == unknownCell { return .unknown }
    return order.compare(left, operation, right)
  }

  override var isQuiet: Bool { left.isQuiet && right.isQuiet }
  override var parts: [Node] { [left, right] }
}

/// Compares numbers.
final class NumberCompareNode: Node {
  private let operation: ComparisonOperator
  private let left: Node
  private let right: Node

  init(_ operation: ComparisonOperator, _ left: Node, _ right: Node) {
    (self.operation, self.left, self.right) = (operation, left, right)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let (left, right) = (left.number(&judgement), right.number(&judgement))
    guard let left, let right else { return .unknown }
    let isLess =
      left.denominator == right.denominator
      ? left.numerator < right.numerator : left < right
    return operation.holds(isLess: isLess, isEqual: left == right) ? .yes : .no
  }

  override var isQuiet: Bool { left.isQuiet && right.isQuiet }
  override var parts: [Node] { [left, right] }
}

/// Where a date stands to the judged day: `到期日 ≤ 今日 + 30日`, `今日 − 整改期限 > 15`. True if the days from the judged one to the date lie in the
/// range. The edge is exact: the day on which the date enters or leaves the range.
final class DistanceNode: Node {
  private let date: Node
  private let range: CellRange

  init(_ date: Node, _ range: CellRange) {
    (self.date, self.range) = (date, range)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let date = date.cell(&judgement)
    if date == unknownCell { return .unknown }
    if range.lower <= range.upper {
      lower(&judgement, date, range.upper)
      lower(&judgement, date, range.lower - 1)
    }
    return range.test(date - Int64(judgement.day))
  }

  /// The distance sinks by one each day; it comes to be `bound` on the day `date − bound`.
  private func lower(_ judgement: inout Judgement, _ date: Int64, _ bound: Int64) {
    let (day, overflow) = date.subtractingReportingOverflow(bound)
    if !overflow, day > Int64(judgement.day) { judgement.lowerEdge(to: day) }
  }

  override var parts: [Node] { [date] }
}

/// Compares a date with the judged day moved by months or workdays. Both only grow, so the order changes once each way.
final class ShiftedTodayNode: Node {
  private let date: Node
  private let operation: ComparisonOperator
  private let direction: OffsetDirection
  private let term: Term
  private let calendar: WorkCalendar

  /// `date ∘ 今日 moved by the term`.
  init(
    _ date: Node, _ operation: ComparisonOperator, _ direction: OffsetDirection, _ term: Term,
    _ calendar: WorkCalendar
  ) {
    (self.date, self.operation, self.direction) = (date, operation, direction)
    (self.term, self.calendar) = (term, calendar)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let date = date.cell(&judgement)
    if date == unknownCell { return .unknown }
    func moved(_ day: Int32) -> Int64 {
      Int64(calendar.shift(CivilDate(days: day), direction, by: term).days)
    }
    let now = moved(judgement.day)
    if now <= date {
      // First the date is passed by nothing, then met, then passed. Months cannot meet it before the corresponding day (民法典 202).
      let back: OffsetDirection = direction == .after ? .before : .after
      let corresponding = calendar.shift(CivilDate(cell: date), back, by: term).days
      let start = term.unit.isInMonths ? corresponding : Int32.min
      let isMet = now == date
      judgement.lowerEdge(
        to: firstDay(from: max(start, judgement.day.next)) {
          isMet ? moved($0) > date : moved($0) >= date
        })
    }
    return operation.holds(isLess: date < now, isEqual: date == now) ? .yes : .no
  }

  override var parts: [Node] { [date] }
}
