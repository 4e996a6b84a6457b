import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// Takes the readings of a target: for each dated line, and for the comparison, one per metric.
struct TargetPlanner<E: Evaluator> {
  private let context: PlanContext<E>
  private let rule: Int32
  private let target: TargetRule
  private let start: Int32

  init(rule: Int32, target: TargetRule, context: PlanContext<E>) {
    self.context = context
    self.rule = rule
    self.target = target
    start = context.program.rules[Int(rule)].inForce.first.days
  }

  /// All readings in key order.
  func readings() -> [Outcome] {
    guard context.asOf >= start else { return [] }
    var found: [Outcome] = []
    for (number, line) in target.lines.enumerated() {
      // A line that is past is read as of its day, for good; one to come as of today.
      let isPast = line.day.days <= context.asOf
      let day = min(line.day.days, context.asOf)
      for (metric, measured) in measurements(on: day, period: nil).enumerated() {
        var reading = outcome(line: number, metric: metric, measured, due: line.day.days)
        if isPast {
          reading.happenedOn = day
          reading.status = measured.verdict { line.operation.holds($0, line.value) }
          if reading.status == .unknown { reading.cause = .unknownRecords }
        }
        found.append(reading)
      }
    }
    if let comparison = target.comparison { found += compare(comparison) }
    return found
  }

  private func compare(_ comparison: TargetRule.Comparison) -> [Outcome] {
    let isPast = comparison.period.last.days <= context.asOf
    let day = min(comparison.period.last.days, context.asOf)
    let current = measurements(on: day, period: comparison.period)
    let base = measurements(on: comparison.base.last.days, period: comparison.base)
    return zip(current, base).enumerated().map { metric, pair in
      let (now, before) = pair
      var reading = outcome(
        line: target.lines.count, metric: metric,
        Measurement(
          low: now.low, high: now.high, numerator: now.numerator, denominator: before.numerator,
          unknown: now.unknown + before.unknown),
        due: comparison.period.last.days)
      if isPast { reading.happenedOn = day }
      if before.unknown == 0, before.low == before.high, before.low == Rational(0) {
        reading.cause = .zeroBase
        guard isPast else { return reading }
        switch comparison.zeroBase {
        case .stayZero?: reading.status = now.verdict { $0 == Rational(0) }
        case .met?: reading.status = .met
        case nil: reading.status = .unknown
        }
        return reading
      }
      guard isPast else { return reading }
      guard let low = change(from: before, to: now, comparison, worst: false),
        let high = change(from: before, to: now, comparison, worst: true)
      else {
        (reading.status, reading.cause) = (.unknown, .unknownRecords)
        return reading
      }
      let verdicts = [low, high].map { comparison.operation.holds($0, comparison.value) }
      reading.status =
        verdicts == [true, true] ? .met : verdicts == [false, false] ? .missed : .unknown
      if reading.status == .unknown { reading.cause = .unknownRecords }
      return reading
    }
  }

  /// By which share the metric fell (or rose), at best or at worst for what is unknown.
  private func change(
    from base: Measurement, to now: Measurement, _ comparison: TargetRule.Comparison, worst: Bool
  ) -> Rational? {
    let towardsMore = comparison.isFall == worst
    guard let a = towardsMore ? base.low : base.high, let b = towardsMore ? now.high : now.low,
      let share = b.divided(by: a), let minusOne = share.adding(Rational(-1))
    else { return nil }
    return comparison.isFall ? minusOne.negated : minusOne
  }

  private func measurements(on day: Int32, period: DayRange?) -> [Measurement] {
    let evaluator = context.evaluator
    evaluator.targetPeriod = period
    defer { evaluator.targetPeriod = nil }
    switch target.measure {
    case .metrics(let metrics):
      return metrics.map { measure($0.value, on: day) }
    case .share(let subject, let condition):
      return [share(of: subject, condition, on: day)]
    }
  }

  private func share(of subject: Subject, _ condition: Core, on day: Int32) -> Measurement {
    let evaluator = context.evaluator
    let membership = evaluator.prepare(subject.condition)
    let met = evaluator.prepare(condition)
    let dates = context.snapshot.dateColumn(of: subject.register)
    var (yes, total, unknown) = (0, 0, 0)
    for position in 0..<context.snapshot[subject.register].count {
      let record = Int32(position)
      if let born = dates?.cells[position], born != unknownCell, born > day { continue }
      switch evaluator.truth(membership, subject: record, row: -1, day: day) {
      case .no: continue
      case .unknown: unknown += 1
      case .yes:
        switch evaluator.truth(met, subject: record, row: -1, day: day) {
        case .yes: (yes, total) = (yes + 1, total + 1)
        case .no: total += 1
        case .unknown: (unknown, total) = (unknown + 1, total + 1)
        }
      }
    }
    return Measurement(yes: yes, of: total, unknown: unknown)
  }

  private func measure(_ metric: Core, on day: Int32) -> Measurement {
    MetricReader(context: context, day: day).measure(metric)
  }

  private func outcome(line: Int, metric: Int, _ measured: Measurement, due: Int32) -> Outcome {
    Outcome(
      key: OutcomeKey(rule: rule, subject: -1, first: Int32(line), nth: Int32(metric)),
      kind: .reading, status: .onTrack, dueRaw: due, due: due,
      numerator: Int64(measured.numerator), denominator: Int64(measured.denominator),
      unknownCount: Int32(clamping: measured.unknown))
  }
}
