import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// Reads a target's metric: counts certain and unknown rows apart, where a condition would be unknown altogether.
struct MetricReader<E: Evaluator> {
  let context: PlanContext<E>
  let day: Int32

  /// The value of a metric without subject.
  func measure(_ metric: Core) -> Measurement {
    switch metric.node {
    case .aggregate(let aggregate): return measure(aggregate) ?? plain(metric)
    case .negate(let part): return measure(part).negated
    case .arithmetic(let operation, let left, let right):
      let (a, b) = (measure(left), measure(right))
      switch operation {
      case .add: return a + b
      case .subtract: return a - b
      case .multiply: return a * b
      case .divide: return a / b
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

  /// Numbers of rows, sums and shares; nil for the kinds of which an unknown row leaves nothing to say. Of records that need not be all
  /// (time 8) a number has no upper bound, and a share none at all.
  private func measure(_ aggregate: Aggregate) -> Measurement? {
    let evaluator = context.evaluator
    let rows = evaluator.rows(
      of: evaluator.prepare(rows: aggregate), subject: -1, row: -1, day: day)
    let register = aggregate.rows.register(scopes: context.program.scopes)
    let isComplete = context.program.schema[register].isComplete
    switch (aggregate.kind, aggregate.value.map(evaluator.prepare)) {
    case (.count, _):
      let certain = rows.count { $0.truth == .yes }
      let count = Measurement(
        low: Rational(certain), high: Rational(rows.count), value: Rational(certain),
        unknown: rows.count - certain)
      return isComplete ? count : count.withMissingRecords
    case (.sum, let value?) where aggregate.frame <= 1:
      let sum = sum(
        rows.map { row in
          let item = evaluator.value(
            value, subject: subject(row, aggregate), row: self.row(row, aggregate), day: day)
          if case .number(let number)? = item { return (row.truth, number) }
          return (row.truth, nil)
        })
      return isComplete ? sum : sum.withMissingRecords
    case (.share, let value?) where aggregate.frame <= 1 && isComplete:
      var tally = ShareTally()
      for row in rows {
        let meets = evaluator.truth(
          value, subject: subject(row, aggregate), row: self.row(row, aggregate), day: day)
        tally.add(member: row.truth, meets: meets)
      }
      return tally.measurement
    default: return nil
    }
  }

  /// A sum of which some numbers are blank, and some rows may not belong to it. Blanks are not below nothing if no known number is: then
  /// what is known is the least.
  private func sum(_ items: [(truth: Truth, number: Rational?)]) -> Measurement {
    let zero = Rational(0)
    var (value, low, high): (Rational?, Rational?, Rational?) = (zero, zero, zero)
    var (blanks, unknown, isNegative) = (0, 0, false)
    for (truth, number) in items {
      if truth != .yes || number == nil { unknown += 1 }
      guard let number else {
        blanks += 1
        continue
      }
      if number < zero { isNegative = true }
      let isCertain = truth == .yes
      if isCertain { value = value.flatMap { $0.adding(number) } }
      if isCertain || number < zero { low = low.flatMap { $0.adding(number) } }
      if isCertain || number > zero { high = high.flatMap { $0.adding(number) } }
    }
    return Measurement(
      low: blanks > 0 && isNegative ? nil : low, high: blanks > 0 ? nil : high, value: value,
      unknown: unknown)
  }

  /// A metric has no subject: its outermost rows stand in the frame that the program gives them, 0 or 1.
  private func subject(_ row: JudgedRow, _ aggregate: Aggregate) -> Int32 {
    aggregate.frame == 0 ? row.row : -1
  }

  private func row(_ row: JudgedRow, _ aggregate: Aggregate) -> Int32 {
    aggregate.frame == 0 ? -1 : row.row
  }
}
