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

  /// Membership in items, each a value or a list of them; with `isOpen` (等) a value outside is unknown (time 9). Of a list: whether any element is.
  static func isIn(_ element: Value?, _ items: [Value?], _ isOpen: Bool) -> Value? {
    func isListed(_ element: Value) -> Truth {
      let hit = Kleene.or(
        items.map { item in
          if case .list? = item { return contains(item, element) }
          return compare(element, .equal, item)
        })
      return hit == .no && isOpen ? .unknown : hit
    }
    switch element {
    case nil: return nil
    case .list(let elements)?: return Kleene.or(elements.map(isListed)).value
    case let element?: return isListed(element).value
    }
  }

  /// `lower ≤ value ≤ upper`.
  static func isBetween(_ value: Value?, _ lower: Value?, _ upper: Value?) -> Value? {
    Kleene.and([compare(lower, .lessOrEqual, value), compare(value, .lessOrEqual, upper)]).value
  }

  /// The greatest or least of the values; nil of none, and of values without an order.
  static func extreme(_ values: [Value], wantsGreatest: Bool, _ meter: Meter?) -> Value? {
    guard var best = values.first, isLess(best, best) != nil else { return nil }
    for value in values.dropFirst() {
      guard meter.works(), let isBetter = wantsGreatest ? isLess(best, value) : isLess(value, best)
      else {
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
    case (.list, .list), (.map, .map), (.structure, .structure):
      return left.holdsUnknown || right.holdsUnknown ? nil : left == right
    case (.cadence, .cadence), (.period, .period): return left == right
    default: return isLess(left, right).map { !$0 && isLess(right, left) == false }
    }
  }

  static func isLess(_ left: Value, _ right: Value) -> Bool? {
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
  /// The result of an arithmetic operation; nil on overflow and division by zero. Sixty-four bits hold a sign and 63 digits: the one number
  /// without a counterpart, −2⁶³, counts as overflow, as it does in cells.
  func combined(_ operation: BinaryOperator, _ other: Rational) -> Rational? {
    let result: Rational? =
      switch operation {
      case .add: adding(other)
      case .subtract: other.negated.flatMap { adding($0) }
      case .multiply: multiplied(by: other)
      case .divide: divided(by: other)
      case .and, .or: nil
      }
    return result?.numerator == .min ? nil : result
  }
}

extension Value {
  /// Whether an element somewhere in it is not known.
  var holdsUnknown: Bool {
    switch self {
    case .unknown: true
    case .list(let elements): elements.contains(where: \.holdsUnknown)
    case .map(let entries): entries.values.contains(where: \.holdsUnknown)
    case .structure(let values): values.contains { $0?.holdsUnknown ?? true }
    default: false
    }
  }

  /// What an element of a list or map says: nil if it is not known.
  var known: Value? { self == .unknown ? nil : self }

  /// Whether it is a list, a map or a period without anything in it.
  var isVoid: Bool {
    switch self {
    case .list(let elements): elements.isEmpty
    case .map(let entries): entries.isEmpty
    case .period(let range): range.isEmpty
    default: false
    }
  }

  /// The number, if it is one.
  var asNumber: Rational? { if case .number(let number) = self { number } else { nil } }
}
