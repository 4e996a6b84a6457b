import ZhibenSemantics
import ZhibenSyntax

/// Questions about plain values.
enum Values {
  /// Kleene comparison. Unknown if a side is, or if the two cannot be compared: terms of two units, records by order.
  static func compare(_ left: Value?, _ operation: ComparisonOperator, _ right: Value?) -> Truth {
    guard let left, let right else { return .unknown }
    switch operation {
    case .equal: return Truth(areEqual(left, right))
    case .notEqual: return Truth(areEqual(left, right).map { !$0 })
    case .less: return Truth(isLess(left, right))
    case .greater: return Truth(isLess(right, left))
    case .lessOrEqual: return Truth(isLess(right, left).map { !$0 })
    case .greaterOrEqual: return Truth(isLess(left, right).map { !$0 })
    case .isIn, .notIn, .contains, .notContains: return .unknown
    }
  }

  /// Whether a list holds the element, or a text the text; unknown if a side is.
  static func contains(_ whole: Value?, _ part: Value?) -> Truth {
    guard let whole, let part else { return .unknown }
    switch (whole, part) {
    case (.list(let elements), _): return Kleene.or(elements.map { compare($0, .equal, part) })
    case (.text(let text), .text(let part)): return Truth(holds(text, part))
    default: return .unknown
    }
  }

  /// The greatest or least of the values; nil of none, and of values without an order.
  static func extreme(_ values: [Value], wantsGreatest: Bool) -> Value? {
    guard var best = values.first, isLess(best, best) != nil else { return nil }
    for value in values.dropFirst() {
      guard let isBetter = wantsGreatest ? isLess(best, value) : isLess(value, best) else {
        return nil
      }
      if isBetter { best = value }
    }
    return best
  }

  private static func areEqual(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.bool(let left), .bool(let right)): return left == right
    case (.record(let one, let left), .record(let other, let right)):
      return one == other ? left == right : nil
    default: return isLess(left, right).map { !$0 && isLess(right, left) == false }
    }
  }

  private static func isLess(_ left: Value, _ right: Value) -> Bool? {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    case (.text(let left), .text(let right)): left < right
    case (.date(let left), .date(let right)): left < right
    case (.moment(let left), .moment(let right)): left < right
    case (.enumeration(let one, let left), .enumeration(let other, let right)):
      one == other ? left < right : nil
    case (.term(let left), .term(let right)):
      left.unit == right.unit ? left.count < right.count : nil
    default: nil
    }
  }
}

extension Rational {
  /// The result of an arithmetic operation; nil on overflow and division by zero.
  func combined(_ operation: BinaryOperator, _ other: Rational) -> Rational? {
    switch operation {
    case .add: adding(other)
    case .subtract: other.negated.flatMap { adding($0) }
    case .multiply: multiplied(by: other)
    case .divide: divided(by: other)
    case .and, .or: nil
    }
  }
}
