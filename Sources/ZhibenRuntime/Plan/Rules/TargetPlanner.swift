import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// Takes the readings of a target: for each dated line, and for the comparison, one per metric.
///
/// A line whose day is past is read as of its day, for good (unless facts of that day are corrected); one to come as of today, 在途. A share
/// or quotient of nothing is neither met nor missed, and says so.
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
    // A dated line of a target with 期间 reads the records of those days only.
    let period = target.comparison?.period ?? target.period
    var found: [Outcome] = []
    for (number, line) in target.lines.enumerated() {
      let day = min(line.day.days, context.asOf)
      for (metric, measured) in measurements(on: day, period: period).enumerated() {
        var reading = outcome(line: number, metric: metric, measured, due: line.day.days)
        if line.day.days <= context.asOf {
          reading.happenedOn = day
          reading.status = measured.verdict(line.operation, line.value)
          if reading.status == .unknown { reading.cause = measured.doubt }
        }
        found.append(reading)
      }
    }
    if let comparison = target.comparison { found += compare(comparison) }
    return found
  }

  // MARK: Between two periods

  private func compare(_ comparison: TargetRule.Comparison) -> [Outcome] {
    let isPast = comparison.period.last.days <= context.asOf
    let day = min(comparison.period.last.days, context.asOf)
    let current = measurements(on: day, period: comparison.period)
    let base = measurements(on: comparison.base.last.days, period: comparison.base)
    return zip(current, base).enumerated().map { metric, pair in
      let (now, before) = pair
      let ratio = now / before
      var reading = outcome(
        line: target.lines.count, metric: metric, ratio, due: comparison.period.last.days)
      if isPast { reading.happenedOn = day }
      let isFromNothing = before.low == Rational(0) && before.high == Rational(0)
      if isFromNothing { reading.cause = .zeroBase }
      guard isPast else { return reading }
      switch (isFromNothing, comparison.zeroBase) {
      case (true, .stayZero?): reading.status = now.verdict(.equal, Rational(0))
      case (true, .met?): reading.status = .met
      case (true, nil): reading.status = .unknown
      case (false, _):
        let one = Measurement(Rational(1))
        let change = comparison.isFall ? one - ratio : ratio - one
        reading.status = change.verdict(comparison.operation, comparison.value)
      }
      let isForPerson = isFromNothing && comparison.zeroBase == nil
      if reading.status == .unknown, !isForPerson { reading.cause = .unknownRecords }
      return reading
    }
  }

  // MARK: Measuring

  private func measurements(on day: Int32, period: DayRange?) -> [Measurement] {
    let evaluator = context.evaluator
    evaluator.targetPeriod = period
    defer { evaluator.targetPeriod = nil }
    switch target.measure {
    case .metrics(let metrics):
      let reader = MetricReader(context: context, day: day)
      return metrics.map { reader.measure($0.value) }
    case .share(let subject, let condition):
      return [share(of: subject, condition, on: day)]
    }
  }

  /// The share of those who are alive on the measuring day (time 18).
  private func share(of subject: Subject, _ condition: Core, on day: Int32) -> Measurement {
    let evaluator = context.evaluator
    let (membership, met) = (evaluator.prepare(subject.condition), evaluator.prepare(condition))
    let dates = RecordDates(subject.register, context.snapshot)
    var tally = ShareTally()
    for position in 0..<context.snapshot[subject.register].count {
      guard context.goesOn(at: position) else { break }
      let record = Int32(clamping: position)
      if dates.isAbsent(record, on: day, evaluator) { continue }
      let member = evaluator.truth(membership, subject: record, row: -1, day: day)
      if member == .no { continue }
      tally.add(
        member: member, meets: evaluator.truth(met, subject: record, row: -1, day: day))
    }
    var share = tally.measurement
    if !context.program.schema[subject.register].isComplete {
      // Subjects that were not entered may be anything (time 8).
      (share.low, share.high, share.unknown) = (nil, nil, share.unknown + 1)
    }
    return share
  }

  private func outcome(line: Int, metric: Int, _ measured: Measurement, due: Int32) -> Outcome {
    Outcome(
      key: OutcomeKey(
        rule: rule, subject: -1, first: Int32(clamping: line), nth: Int32(clamping: metric)),
      kind: .reading, status: .onTrack, dueRaw: due, due: due,
      numerator: Int64(measured.numerator), denominator: Int64(measured.denominator),
      unknownCount: Int32(clamping: measured.unknown))
  }
}
