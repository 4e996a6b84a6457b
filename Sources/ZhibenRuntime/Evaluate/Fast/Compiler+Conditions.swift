import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension Compiler {
  // MARK: - Comparison

  func compare(_ left: Core, _ operation: ComparisonOperator, _ right: Core) -> Node {
    if let fused = fused(left, operation, right) { return fused }
    if let fused = fused(right, operation.flipped, left) { return fused }
    return compare(node(left), operation, node(right), left.type)
  }

  private func compare(
    _ one: Node, _ operation: ComparisonOperator, _ other: Node, _ type: ValueType
  ) -> Node {
    if case .list = type { return ConstantNode(.truth) }
    if case .number = type {
      if let one = one as? FieldNode, let other = other as? FieldNode, one.scale == other.scale {
        return CellCompareNode(operation, one, other, .plain)
      }
      return numberCompare(one, operation, other)
    }
    return CellCompareNode(operation, one, other, CellOrder(type, interner))
  }

  private func numberCompare(
    _ one: Node, _ operation: ComparisonOperator, _ other: Node
  ) -> Node {
    let general = NumberCompareNode(operation, one, other)
    func slotTest(_ slot: Node, _ operation: ComparisonOperator, _ bound: Node) -> Node? {
      guard let slot = slot as? NumberSlotNode,
        let bound = (bound as? ConstantNode)?.constantNumber,
        let range = CellRange(operation, bound, scale: 1)
      else { return nil }
      return SlotTestNode(slot.offset, range, general)
    }
    if let node = slotTest(one, operation, other) ?? slotTest(other, operation.flipped, one) {
      return node
    }
    if let one = one as? NumberSlotNode, let other = other as? NumberSlotNode {
      return SlotCompareNode(
        SlotComparison(operation: operation, left: one.offset, right: other.offset), general)
    }
    return general
  }

  /// Comparison with a constant or the judged day; nil if it is neither.
  private func fused(_ left: Core, _ operation: ComparisonOperator, _ right: Core) -> Node? {
    if let node = againstToday(left, operation, right) { return node }
    guard case .constant(let constant?) = right.node else { return nil }
    switch (left.type, constant) {
    case (.number, .number(let bound)):
      if let node = daysToToday(left, operation, bound) { return node }
      guard case .field = left.node, let field = node(left) as? FieldNode,
        let range = CellRange(operation, bound, scale: field.scale)
      else { return nil }
      return test(field, range)
    case (.date, .date), (.moment, .moment), (.enumeration, .enumeration):
      guard let bound = cell(constant), let range = CellRange(operation, bound) else { return nil }
      return test(node(left), range)
    case (.text, .text), (.record, .record):
      guard operation == .equal || operation == .notEqual, let bound = cell(constant),
        let range = CellRange(operation, bound)
      else { return nil }
      return test(node(left), range)
    default: return nil
    }
  }

  func test(_ node: Node, _ range: CellRange) -> Node {
    if let field = node as? FieldNode, let place = field.place {
      return FieldRangeNode(place, reader: field.reader, range: range)
    }
    return CellRangeNode(node, range)
  }

  /// `date ∘ 今日`, `date ∘ 今日 moved by a term`.
  private func againstToday(
    _ left: Core, _ operation: ComparisonOperator, _ right: Core
  ) -> Node? {
    switch right.node {
    case .today:
      return CellRange(operation, 0).map { DistanceNode(node(left), $0) }
    case .shift(let base, let direction, let term):
      guard case .today = base.node else { return nil }
      guard let days = term.fixedDays else {
        return ShiftedTodayNode(node(left), operation, direction, term, calendar)
      }
      return CellRange(operation, direction == .after ? days : -days).map {
        DistanceNode(node(left), $0)
      }
    default: return nil
    }
  }

  /// `今日 − date ∘ bound`, `date − 今日 ∘ bound`.
  private func daysToToday(
    _ left: Core, _ operation: ComparisonOperator, _ bound: Rational
  ) -> Node? {
    guard case .daysBetween(let later, let earlier) = left.node else { return nil }
    if case .today = earlier.node {
      return CellRange(operation, bound, scale: 1).map { DistanceNode(node(later), $0) }
    }
    guard case .today = later.node, let turned = bound.negated else { return nil }
    return CellRange(operation.flipped, turned, scale: 1).map { DistanceNode(node(earlier), $0) }
  }

  func between(_ part: Core, _ lower: Core, _ upper: Core) -> Node {
    if case .field = part.node {
      return AndNode(compare(part, .greaterOrEqual, lower), compare(part, .lessOrEqual, upper))
    }
    // One node for both sides: compiled twice, nested questions would double with each level.
    let shared = node(part)
    return AndNode(
      compare(shared, .greaterOrEqual, node(lower), part.type),
      compare(shared, .lessOrEqual, node(upper), part.type))
  }

  // MARK: - Membership

  func isIn(_ element: Core, _ items: [Core], isOpen: Bool) -> Node {
    if case .list = element.type {
      let order = CellOrder(element.type, interner)
      return ListInNode(node(element), items: nodes(items), isOpen: isOpen, order: order)
    }
    let part = node(element)
    if let cells = constantCells(items, for: part) {
      let set = CellSet(cells, isOpen: isOpen)
      if let field = part as? FieldNode, let place = field.place {
        return FieldSetNode(place, reader: field.reader, set: set)
      }
      return CellSetNode(part, set)
    }
    let compiled = nodes(items)
    let hits = compiled.map { item -> Node in
      item.shape == .list || item.shape == .numberList
        ? ListHoldsNode(item, part, CellOrder(element.type, interner))
        : compare(part, .equal, item, element.type)
    }
    return IsInNode(part, items: compiled, hits: hits, isOpen: isOpen)
  }

  /// The cells of constant items; nil if one is not constant, or if the element's cells do not stand for its values.
  private func constantCells(_ items: [Core], for element: Node) -> [Int64]? {
    var cells: [Int64] = []
    for item in items {
      guard case .constant(let constant?) = item.node else { return nil }
      let values = if case .list(let values) = constant { values } else { [constant] }
      for value in values {
        switch (value, element.shape) {
        case (.number(let number), .number):
          guard let field = element as? FieldNode else { return nil }
          // A number with more places than a cell has is in no cell.
          if let range = CellRange(.equal, number, scale: field.scale),
            range.lower == range.upper
          {
            cells.append(range.lower)
          }
        case (.term, _), (.number, _), (.list, _), (.unknown, _): return nil
        default: if let cell = cell(value) { cells.append(cell) }
        }
      }
    }
    return element.shape == .number && !(element is FieldNode) ? nil : cells
  }

  // MARK: - Library

  func builtin(_ function: Builtin, _ arguments: [Core], _ type: ValueType) -> Node {
    let parts = nodes(arguments)
    let types = arguments.map(\.type)
    switch (function, parts.count, types.first, types.dropFirst().first) {
    case (.roundUp, 1, .number, _): return UnaryNode(parts[0]) { Rational($0.roundedUp) }
    case (.roundDown, 1, .number, _): return UnaryNode(parts[0]) { Rational($0.roundedDown) }
    case (.absolute, 1, .number, _):
      return UnaryNode(parts[0]) { $0 < Rational(0) ? $0.negated : $0 }
    case (.isWorkday, 1, .date, _): return IsWorkdayNode(parts[0], calendar)
    case (.workdaysBetween, 2, .date, .date):
      let calendar = calendar
      return BetweenDatesNode(parts[0], parts[1]) { calendar.workdays(in: DayRange($0, $1)) }
    case (.yearsBetween, 2, .date, .date):
      return BetweenDatesNode(parts[0], parts[1]) { wholeYears(from: $0, to: $1) }
    case (.addDays, 2, .date, .number):
      return MovedDateNode(parts[0], parts[1], { $0.advanced(byDays: $1) })
    case (.addMonths, 2, .date, .number):
      return MovedDateNode(parts[0], parts[1], { $0.addingMonths($1) })
    case (.addWorkdays, 2, .date, .number):
      let calendar = calendar
      return MovedDateNode(parts[0], parts[1]) { calendar.adding(workdays: $1, to: $0) }
    case (.yearOf, 1, .date, _): return DatePartNode(parts[0], { $0.parts.year })
    case (.monthOf, 1, .date, _): return DatePartNode(parts[0], { $0.parts.month })
    case (.dayOf, 1, .date, _): return DatePartNode(parts[0], { $0.parts.day })
    case (.weekdayOf, 1, .date, _): return DatePartNode(parts[0], { $0.weekday })
    case (.quarterOf, 1, .date, _): return DatePartNode(parts[0], { ($0.parts.month + 2) / 3 })
    case (.dayOfYear, 1, .date, _): return DatePartNode(parts[0], { $0.dayOfYear })
    case (.remainder, 2, .number, .number), (.quotient, 2, .number, .number):
      return QuotientNode(parts[0], parts[1], isRemainder: function == .remainder)
    case (.maximum, 1..., _, _), (.minimum, 1..., _, _):
      return ExtremeNode(
        Node.Shape(type), parts, wantsGreatest: function == .maximum,
        order: CellOrder(type, interner))
    default: return ConstantNode(Node.Shape(type))
    }
  }
}
