import ZhibenSemantics

import enum ZhibenSyntax.ComparisonOperator
import struct ZhibenSyntax.Rational

/// A choice whose keys are prepared for one evaluator.
struct PreparedChoice<E: Evaluator, Item: Hashable & Sendable> {
  let keys: [E.Prepared]
  let arms: [Choice<Item>.Arm]

  init(_ choice: Choice<Item>, _ evaluator: E) {
    keys = choice.keys.map(evaluator.prepare)
    arms = choice.arms
  }

  /// The arms that hold for the subject on the day: one certain arm, or, when a key is unknown, all that may hold. Empty if none does.
  func select(_ evaluator: E, subject: Int32, day: Int32) -> (arms: [Int], isCertain: Bool) {
    let found = find(evaluator, subject, day)
    if let watch = evaluator.watch { for arm in found.arms { watch.note(arm: arms[arm].origin) } }
    return found
  }

  private func find(
    _ evaluator: E, _ subject: Int32, _ day: Int32
  ) -> (arms: [Int], isCertain: Bool) {
    if keys.isEmpty { return (arms.isEmpty ? [] : [0], true) }
    let values = keys.map { evaluator.value($0, subject: subject, row: -1, day: day) }
    var possible: [Int] = []
    for (position, arm) in arms.enumerated() {
      switch arm.holds(for: values) {
      case .yes: return (possible + [position], possible.isEmpty)
      case .unknown: possible.append(position)
      case .no: continue
      }
    }
    return (possible, possible.isEmpty)
  }
}

extension Choice.Arm {
  /// Whether every test holds for its key. A key's unknown value leaves every test but 任意 and 其他 open.
  func holds(for values: [Value?]) -> Truth {
    var result = Truth.yes
    for (test, value) in zip(tests, values) {
      switch test.holds(for: value) {
      case .no: return .no
      case .unknown: result = .unknown
      case .yes: continue
      }
    }
    return result
  }
}

extension KeyTest {
  /// Whether the test holds for a key's value.
  func holds(for value: Value?) -> Truth {
    switch self {
    case .any: .yes
    case .alternatives(let atoms):
      value.map { known in Truth(atoms.contains { $0.holds(for: known) }) } ?? .unknown
    }
  }
}

extension KeyTest.Atom {
  fileprivate func holds(for value: Value) -> Bool {
    switch self {
    case .equal(let other): return value == other
    case .range(let low, let high):
      guard let a = value.ordinal, let b = low.ordinal, let c = high.ordinal else { return false }
      return min(b, c) <= a && a <= max(b, c)
    case .compare(let operation, let other):
      guard let a = value.ordinal, let b = other.ordinal else { return false }
      return operation.holds(a, b)
    }
  }
}

extension Value {
  /// The value's place on a scale; nil for values without order.
  fileprivate var ordinal: Rational? {
    switch self {
    case .number(let number): number
    case .date(let date): Rational(Int(date.days))
    case .moment(let minutes): Rational(minutes)
    case .enumeration(_, let position): Rational(position)
    default: nil
    }
  }
}

extension ComparisonOperator {
  /// The comparison of two numbers; membership operators hold for none.
  fileprivate func holds(_ a: Rational, _ b: Rational) -> Bool {
    switch self {
    case .equal: a == b
    case .notEqual: a != b
    case .less: a < b
    case .lessOrEqual: a <= b
    case .greater: a > b
    case .greaterOrEqual: a >= b
    case .isIn, .notIn, .contains, .notContains: false
    }
  }
}
