import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// + − × ÷; unknown on overflow and division by zero.
final class ArithmeticNode: Node, WholeSource {
  private let operation: BinaryOperator
  private let left: Node
  private let right: Node

  init(_ operation: BinaryOperator, _ left: Node, _ right: Node) {
    (self.operation, self.left, self.right) = (operation, left, right)
    super.init(.number)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    let (left, right) = (left.number(&judgement), right.number(&judgement))
    guard let left, let right else { return nil }
    return left.quicklyCombined(operation, right)
  }

  func move(to offset: Int) -> WholeMove? {
    guard let left = left as? NumberSlotNode else { return nil }
    if let right = right as? NumberSlotNode {
      return WholeMove(
        to: offset, left: left.offset, right: right.offset, constant: 0, operation: operation)
    }
    return (right as? ConstantNode)?.constantNumber?.whole.map {
      WholeMove(
        to: offset, left: left.offset, right: -1, constant: Int64($0), operation: operation)
    }
  }

  override var isQuiet: Bool { left.isQuiet && right.isQuiet }
  override var parts: [Node] { [left, right] }
}

/// `x + 3` of a variable.
final class SlotPlusNode: Node, WholeSource {
  private let offset: Int
  private let added: Int64

  init(_ offset: Int, _ added: Int64) {
    (self.offset, self.added) = (offset, added)
    super.init(.number)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    let (sum, overflow) = judgement.words[offset].addingReportingOverflow(added)
    if judgement.words[offset + 1] == 1, !overflow, sum != .min { return Rational(Int(sum)) }
    return judgement.number(at: offset)?.combined(.add, Rational(Int(added)))
  }

  func move(to other: Int) -> WholeMove? {
    WholeMove(to: other, left: offset, right: -1, constant: added, operation: .add)
  }

  override var isQuiet: Bool { true }
}

/// 取余 and 取整商: the quotient is the largest whole number not above the fraction.
final class QuotientNode: Node {
  private let left: Node
  private let right: Node
  private let isRemainder: Bool

  init(_ left: Node, _ right: Node, isRemainder: Bool) {
    (self.left, self.right, self.isRemainder) = (left, right, isRemainder)
    super.init(.number)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    let (left, right) = (left.number(&judgement), right.number(&judgement))
    guard let left, let right else { return nil }
    // Small enough that nothing on the way overflows.
    if left.isSmall, right.isSmall, right.numerator != 0 {
      let (one, other) = (left.numerator, right.numerator)
      let (quotient, rest) = one.quotientAndRemainder(dividingBy: other)
      let isAbove = rest != 0 && (rest < 0) != (other < 0)
      return isRemainder
        ? Rational(isAbove ? rest + other : rest) : Rational(isAbove ? quotient - 1 : quotient)
    }
    return isRemainder ? left.remainder(by: right) : left.quotient(by: right)
  }

  override var isQuiet: Bool { left.isQuiet && right.isQuiet }
  override var parts: [Node] { [left, right] }
}

extension Rational {
  /// Whether it is whole and two of its size add up without overflow.
  fileprivate var isSmall: Bool {
    denominator == 1 && (numerator >> 61 == 0 || numerator >> 61 == -1)
  }
}

extension Compiler {
  func arithmetic(_ operation: BinaryOperator, _ left: Node, _ right: Node) -> Node {
    if let slot = left as? NumberSlotNode, operation == .add || operation == .subtract,
      let number = (right as? ConstantNode)?.constantNumber?.whole, number != .min
    {
      return SlotPlusNode(slot.offset, Int64(operation == .add ? number : -number))
    }
    return ArithmeticNode(operation, left, right)
  }
}

extension Rational {
  /// `combined` with a short way for whole numbers.
  @inline(__always)
  func quicklyCombined(_ operation: BinaryOperator, _ other: Rational) -> Rational? {
    if denominator == 1, other.denominator == 1 {
      let result: (partialValue: Int, overflow: Bool)
      switch operation {
      case .add: result = numerator.addingReportingOverflow(other.numerator)
      case .subtract: result = numerator.subtractingReportingOverflow(other.numerator)
      case .multiply: result = numerator.multipliedReportingOverflow(by: other.numerator)
      case .divide, .and, .or: return combined(operation, other)
      }
      return result.overflow || result.partialValue == .min ? nil : Rational(result.partialValue)
    }
    return combined(operation, other)
  }
}

/// A number made of one number.
final class UnaryNode: Node {
  private let part: Node
  private let operation: (Rational) -> Rational?

  init(_ part: Node, _ operation: @escaping (Rational) -> Rational?) {
    (self.part, self.operation) = (part, operation)
    super.init(.number)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    part.number(&judgement).flatMap(operation)
  }

  override var isQuiet: Bool { part.isQuiet }
  override var parts: [Node] { [part] }
}

/// A number made of two dates: the days, workdays or years between them.
final class BetweenDatesNode: Node {
  private let first: Node
  private let second: Node
  private let operation: (CivilDate, CivilDate) -> Int

  init(_ first: Node, _ second: Node, _ operation: @escaping (CivilDate, CivilDate) -> Int) {
    (self.first, self.second, self.operation) = (first, second, operation)
    super.init(.number)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    let first = first.cell(&judgement)
    let second = second.cell(&judgement)
    if first == unknownCell || second == unknownCell { return nil }
    return Rational(operation(CivilDate(cell: first), CivilDate(cell: second)))
  }

  override var isQuiet: Bool { first.isQuiet && second.isQuiet }
  override var parts: [Node] { [first, second] }
}

/// 取高 and 取低 of numbers or cells.
final class ExtremeNode: Node {
  private let items: [Node]
  private let wantsGreatest: Bool
  private let order: CellOrder

  init(_ shape: Shape, _ items: [Node], wantsGreatest: Bool, order: CellOrder) {
    (self.items, self.wantsGreatest, self.order) = (items, wantsGreatest, order)
    super.init(shape)
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    var best: Rational?
    for item in items {
      guard let number = item.number(&judgement) else { return nil }
      if let current = best, wantsGreatest ? number <= current : number >= current { continue }
      best = number
    }
    return best
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    var best = CellExtreme(order: order, wantsGreatest: wantsGreatest)
    for item in items { best.add(item.cell(&judgement)) }
    return best.result
  }

  override var parts: [Node] { items }
}

/// The greatest or least of some cells; unknown of none, if one is unknown, or if two have no order.
struct CellExtreme {
  let order: CellOrder
  let wantsGreatest: Bool
  private(set) var result = unknownCell
  private var isUnknown = false

  init(order: CellOrder, wantsGreatest: Bool) {
    (self.order, self.wantsGreatest) = (order, wantsGreatest)
  }

  mutating func add(_ cell: Int64) {
    if isUnknown { return }
    let rival = result == unknownCell ? cell : result
    let isBetter = wantsGreatest ? order.isLess(rival, cell) : order.isLess(cell, rival)
    guard cell != unknownCell, let isBetter else {
      isUnknown = true
      result = unknownCell
      return
    }
    if isBetter || result == unknownCell { result = cell }
  }
}

extension CivilDate {
  /// The day of a date's cell.
  init(cell: Int64) { self.init(days: Int32(clamping: cell)) }
}
