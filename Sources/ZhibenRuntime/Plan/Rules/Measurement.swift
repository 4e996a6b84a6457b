import ZhibenFacts

import enum ZhibenSyntax.ComparisonOperator
import struct ZhibenSyntax.Rational

/// A number read from records of which some are unknown: what the certain ones come to, and between which bounds it lies.
struct Measurement: Equatable {
  /// The bounds, both included; nil where there is none. Neither, and nothing unknown: the number does not exist (a share of nothing).
  var low: Rational?
  var high: Rational?
  /// What the certain records come to.
  var value: Rational?
  /// `value` as it is printed: not reduced where it counts records (`182/240`), 0/0 where it does not exist.
  var numerator: Int
  var denominator: Int
  /// How many records are unknown.
  var unknown: Int

  /// A number with its bounds.
  init(low: Rational?, high: Rational?, value: Rational?, unknown: Int) {
    (self.low, self.high, self.value, self.unknown) = (low, high, value, unknown)
    (numerator, denominator) = (value?.numerator ?? 0, value?.denominator ?? 0)
  }

  /// A number without doubt; nil is unknown.
  init(_ value: Rational?) {
    self.init(low: value, high: value, value: value, unknown: value == nil ? 1 : 0)
  }

  /// The same where further records may exist that are not entered: at least as much, if it counts or sums up what is not negative.
  var withMissingRecords: Measurement {
    var result = self
    (result.high, result.unknown) = (nil, unknown + 1)
    if !isNotNegative { result.low = nil }
    return result
  }

  /// Why it cannot be said whether a bound is kept.
  var doubt: OutcomeCause {
    unknown == 0 && low == nil && high == nil ? .zeroBase : .unknownRecords
  }

  /// Met if the bound is kept wherever the number may lie, missed if nowhere, unknown else.
  func verdict(_ operation: ComparisonOperator, _ bound: Rational) -> OutcomeStatus {
    guard low != nil || high != nil, let opposite = operation.opposite else { return .unknown }
    switch (mayHold(operation, bound), mayHold(opposite, bound)) {
    case (true, false): return .met
    case (false, true): return .missed
    default: return .unknown
    }
  }

  private func mayHold(_ operation: ComparisonOperator, _ bound: Rational) -> Bool {
    switch operation {
    case .less: low.map { $0 < bound } ?? true
    case .lessOrEqual: low.map { $0 <= bound } ?? true
    case .greater: high.map { $0 > bound } ?? true
    case .greaterOrEqual: high.map { $0 >= bound } ?? true
    case .equal: (low.map { $0 <= bound } ?? true) && (high.map { $0 >= bound } ?? true)
    case .notEqual: low != bound || high != bound
    case .isIn, .notIn, .contains, .notContains: true
    }
  }
}

extension ComparisonOperator {
  /// The comparison that holds where this one does not.
  fileprivate var opposite: ComparisonOperator? {
    switch self {
    case .equal: .notEqual
    case .notEqual: .equal
    case .less: .greaterOrEqual
    case .lessOrEqual: .greater
    case .greater: .lessOrEqual
    case .greaterOrEqual: .less
    case .isIn, .notIn, .contains, .notContains: nil
    }
  }
}

// MARK: - Arithmetic

/// Bounds are those of unrelated numbers: a record that is unknown in both is counted in both, so that they may be wider than need be, and
/// a verdict is unknown more often, never wrong.
extension Measurement {
  static func + (a: Measurement, b: Measurement) -> Measurement {
    a.combined(with: b, low: sum(a.low, b.low), high: sum(a.high, b.high), sum(a.value, b.value))
  }

  static func - (a: Measurement, b: Measurement) -> Measurement { a + b.negated }

  static func * (a: Measurement, b: Measurement) -> Measurement {
    let value = a.value.flatMap { x in b.value.flatMap { x.multiplied(by: $0) } }
    if let corners = corners(a, b, { $0.multiplied(by: $1) }) {
      return a.combined(with: b, low: corners.min(), high: corners.max(), value)
    }
    let low = a.isNotNegative && b.isNotNegative ? product(a.low, b.low) : nil
    return a.combined(with: b, low: low, high: nil, value)
  }

  /// The quotient. Two whole numbers are printed as they are.
  static func / (a: Measurement, b: Measurement) -> Measurement {
    let value = a.value.flatMap { x in b.value.flatMap { x.divided(by: $0) } }
    var result: Measurement
    if b.mayBeZero {
      // Of a divisor that may be nothing only the smallest quotient is known.
      let low = a.isNotNegative && b.isNotNegative ? quotient(a.low, b.high) : nil
      result = a.combined(with: b, low: low, high: nil, value)
    } else if let corners = corners(a, b, { $0.divided(by: $1) }) {
      result = a.combined(with: b, low: corners.min(), high: corners.max(), value)
    } else {
      let isPositive = a.isNotNegative && b.isNotNegative
      result = a.combined(
        with: b, low: isPositive ? quotient(a.low, b.high) ?? Rational(0) : nil,
        high: isPositive ? quotient(a.high, b.low) : nil, value)
    }
    if a.denominator == 1, b.denominator == 1 {
      (result.numerator, result.denominator) = (a.numerator, b.numerator)
    }
    return result
  }

  var negated: Measurement {
    Measurement(
      low: high?.negated, high: low?.negated, value: value?.negated, unknown: unknown)
  }

  private var isNotNegative: Bool { low.map { $0 >= Rational(0) } ?? false }
  private var mayBeZero: Bool {
    (low.map { $0 <= Rational(0) } ?? true) && (high.map { $0 >= Rational(0) } ?? true)
  }

  private func combined(
    with other: Measurement, low: Rational?, high: Rational?, _ value: Rational?
  ) -> Measurement {
    Measurement(low: low, high: high, value: value, unknown: unknown + other.unknown)
  }

  /// The results at the bounds; nil if a bound is missing or a result does not fit.
  private static func corners(
    _ a: Measurement, _ b: Measurement, _ operation: (Rational, Rational) -> Rational?
  ) -> [Rational]? {
    guard let a0 = a.low, let a1 = a.high, let b0 = b.low, let b1 = b.high else { return nil }
    let all = [(a0, b0), (a0, b1), (a1, b0), (a1, b1)].compactMap { operation($0, $1) }
    return all.count == 4 ? all : nil
  }

  private static func sum(_ a: Rational?, _ b: Rational?) -> Rational? {
    a.flatMap { x in b.flatMap { x.adding($0) } }
  }

  private static func product(_ a: Rational?, _ b: Rational?) -> Rational? {
    a.flatMap { x in b.flatMap { x.multiplied(by: $0) } }
  }

  private static func quotient(_ a: Rational?, _ b: Rational?) -> Rational? {
    a.flatMap { x in b.flatMap { x.divided(by: $0) } }
  }
}

// MARK: - Shares

/// Counts who of a group meets a condition, where either may be unknown.
struct ShareTally {
  private var certain = (yes: 0, no: 0, open: 0)
  private var possible = (yes: 0, no: 0, open: 0)

  /// Counts one that belongs to the group (`yes`), or may (`unknown`).
  mutating func add(member: Truth, meets: Truth) {
    switch (member, meets) {
    case (.no, _): break
    case (.yes, .yes): certain.yes += 1
    case (.yes, .no): certain.no += 1
    case (.yes, .unknown): certain.open += 1
    case (.unknown, .yes): possible.yes += 1
    case (.unknown, .no): possible.no += 1
    case (.unknown, .unknown): possible.open += 1
    }
  }

  /// The share. At worst who may belong belongs if he does not meet it, at best if he does.
  var measurement: Measurement {
    let members = certain.yes + certain.no + certain.open
    let best = certain.yes + certain.open + possible.yes + possible.open
    let high = Rational(best, over: members + possible.yes + possible.open)
    let low = Rational(certain.yes, over: members + possible.no + possible.open)
    var result = Measurement(
      low: low ?? high, high: high ?? low, value: Rational(certain.yes, over: members),
      unknown: certain.open + possible.yes + possible.no + possible.open)
    (result.numerator, result.denominator) = (certain.yes, members)
    return result
  }
}
