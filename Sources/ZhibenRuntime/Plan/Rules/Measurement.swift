import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// A number read from records of which some are unknown: what is certain, and between which bounds it may lie.
struct Measurement: Equatable {
  /// The bounds; nil where the unknown records leave it open.
  var low: Rational?
  var high: Rational?
  /// What is printed: the certain value as a fraction, not reduced (`182/240`).
  var numerator: Int
  var denominator: Int
  /// How many records are unknown.
  var unknown: Int

  init(low: Rational?, high: Rational?, numerator: Int, denominator: Int, unknown: Int) {
    self.low = low
    self.high = high
    self.numerator = numerator
    self.denominator = denominator
    self.unknown = unknown
  }

  /// A number without doubt.
  init(_ value: Rational?) {
    self.init(
      low: value, high: value, numerator: value?.numerator ?? 0,
      denominator: value?.denominator ?? 1, unknown: value == nil ? 1 : 0)
  }

  /// `yes` of `total`, where `unknown` records may be in either, or in neither.
  init(yes: Int, of total: Int, unknown: Int) {
    self.init(
      low: Rational(yes, over: total + unknown),
      high: Rational(yes + unknown, over: max(total, yes + unknown)), numerator: yes,
      denominator: total, unknown: unknown)
    if unknown == 0 { (low, high) = (Rational(yes, over: total), Rational(yes, over: total)) }
  }

  /// Met if it holds at both bounds, missed if at neither, unknown else. Holds for monotonic conditions.
  func verdict(_ holds: (Rational) -> Bool) -> OutcomeStatus {
    guard let low, let high else { return .unknown }
    switch (holds(low), holds(high)) {
    case (true, true): return .met
    case (false, false): return .missed
    default: return .unknown
    }
  }
}

/// Reads a target's metric: counts certain and unknown rows apart, where a condition would be unknown altogether.
struct MetricReader<E: Evaluator> {
  let context: PlanContext<E>
  let day: Int32

  /// The value of a metric without subject.
  func measure(_ metric: Core) -> Measurement {
    switch metric.node {
    case .aggregate(let aggregate): return measure(aggregate) ?? plain(metric)
    case .arithmetic(let operation, let left, let right):
      let (a, b) = (measure(left), measure(right))
      let unknown = a.unknown + b.unknown
      switch operation {
      case .divide:
        return Measurement(
          low: quotient(a.low, b.high), high: quotient(a.high, b.low),
          numerator: a.denominator == 1 && b.denominator == 1 ? a.numerator : 0,
          denominator: a.denominator == 1 && b.denominator == 1 ? b.numerator : 0,
          unknown: unknown
        ).printed(as: quotient(a.exact, b.exact))
      case .add: return combined(a.low, b.low, a.high, b.high, unknown) { $0.adding($1) }
      case .subtract:
        return combined(a.low, b.high, a.high, b.low, unknown) { x, y in
          y.negated.flatMap { x.adding($0) }
        }
      case .multiply:
        return combined(a.low, b.low, a.high, b.high, unknown) { $0.multiplied(by: $1) }
      case .and, .or: return plain(metric)
      }
    default: return plain(metric)
    }
  }

  private func plain(_ metric: Core) -> Measurement {
    let evaluator = context.evaluator
    let value = evaluator.value(evaluator.prepare(metric), subject: -1, row: -1, day: day)
    if case .number(let number)? = value { return Measurement(number) }
    return Measurement(nil)
  }

  private func measure(_ aggregate: Aggregate) -> Measurement? {
    let evaluator = context.evaluator
    let rows = evaluator.rows(
      of: evaluator.prepare(rows: aggregate), subject: -1, row: -1, day: day)
    let certain = rows.filter { $0.truth == .yes }
    let unknown = rows.count - certain.count
    switch aggregate.kind {
    case .count:
      return Measurement(
        low: Rational(certain.count), high: Rational(rows.count), numerator: certain.count,
        denominator: 1, unknown: unknown)
    case .sum:
      guard let value = aggregate.value.map(evaluator.prepare), aggregate.frame <= 1 else {
        return nil
      }
      var sum: Rational? = Rational(0)
      var blank = unknown
      for row in certain {
        // A metric has no subject, so its rows are in frame 0.
        let item =
          aggregate.frame == 0
          ? evaluator.value(value, subject: row.row, row: -1, day: day)
          : evaluator.value(value, subject: -1, row: row.row, day: day)
        if case .number(let number)? = item {
          sum = sum.flatMap { $0.adding(number) }
        } else {
          blank += 1
        }
      }
      return Measurement(
        low: sum, high: blank == 0 ? sum : nil, numerator: sum?.numerator ?? 0,
        denominator: sum?.denominator ?? 1, unknown: blank)
    case .share:
      guard let value = aggregate.value.map(evaluator.prepare), aggregate.frame <= 1 else {
        return nil
      }
      var (yes, doubtful) = (0, unknown)
      for row in certain {
        let truth =
          aggregate.frame == 0
          ? evaluator.truth(value, subject: row.row, row: -1, day: day)
          : evaluator.truth(value, subject: -1, row: row.row, day: day)
        if truth == .yes { yes += 1 }
        if truth == .unknown { doubtful += 1 }
      }
      return Measurement(yes: yes, of: certain.count, unknown: doubtful)
    default: return nil
    }
  }

  private func quotient(_ a: Rational?, _ b: Rational?) -> Rational? {
    guard let a, let b else { return nil }
    return a.divided(by: b)
  }

  private func combined(
    _ a: Rational?, _ b: Rational?, _ c: Rational?, _ d: Rational?, _ unknown: Int,
    _ operation: (Rational, Rational) -> Rational?
  ) -> Measurement {
    var low: Rational?
    var high: Rational?
    if let a, let b { low = operation(a, b) }
    if let c, let d { high = operation(c, d) }
    return Measurement(
      low: low, high: high, numerator: low?.numerator ?? 0, denominator: low?.denominator ?? 0,
      unknown: unknown)
  }
}

extension Measurement {
  /// The certain value.
  fileprivate var exact: Rational? { Rational(numerator, over: denominator) }

  /// Prints a value where the plain fraction does not stand.
  fileprivate func printed(as value: Rational?) -> Measurement {
    guard denominator == 0, numerator == 0, let value else { return self }
    var copy = self
    (copy.numerator, copy.denominator) = (value.numerator, value.denominator)
    return copy
  }
}
