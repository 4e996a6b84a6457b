import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Looks ahead: which obligations and visits a program asks for in a span of days, on today's register.
///
/// It is the planner, asked as of the span's last day: what follows from the facts as they are known, with classes that change by the calendar
/// alone. Nothing is taken to happen but that work is done on the day on which it falls due, which is when the next interval of a rolling cadence
/// begins (time 11).
public struct Forecaster<E: Evaluator> {
  private let planner: Planner<E>
  private let program: Program
  private let span: DayRange
  private let spread: MonthlySpread

  /// Makes a forecaster.
  /// - Parameters:
  ///   - span: the days looked at; not empty.
  ///   - isStopped: asked once in a while. From when it says yes, all ends soon; what comes out is incomplete and must be thrown away.
  public init(
    program: Program, snapshot: Snapshot, span: DayRange, calendar: WorkCalendar,
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.program = program
    self.span = span
    spread = MonthlySpread(span, calendar)
    planner = Planner(
      context: PlanContext(
        program: program, snapshot: snapshot, calendar: calendar, asOf: span.last.days,
        evaluator: E(program: program, snapshot: snapshot, calendar: calendar),
        isStopped: isStopped, presumesDoneFrom: span.first.days))
  }

  /// The months of the span, cut at its ends.
  public var months: [DayRange] { spread.months }

  /// What each rule with obligations or visits asks for, in the program's order.
  public func forecast() -> [RuleForecast] {
    program.rules.indices.compactMap { rule in
      switch program.rules[rule].body {
      case .duty, .report: forecast(rule, .obligation, effort: nil)
      case .inspection(let inspection): forecast(rule, .visit, effort: inspection.effort)
      // Of a draw only what was drawn is known.
      case .draw: forecast(rule, .visit, effort: nil)
      // Of events only those that have happened are known.
      case .event(let event):
        event.task == nil ? nil : forecast(rule, event.outcomeKind, effort: nil)
      case .requirement, .escalation, .target, .relief: nil
      }
    }
  }

  private func forecast(_ rule: Int, _ kind: OutcomeKind, effort: Rational?) -> RuleForecast {
    var result = RuleForecast(
      rule: rule, kind: kind, due: months.map { _ in 0 }, spread: months.map { _ in 0 },
      backlog: 0, unknown: 0, capped: 0, bySubject: [:], effort: effort)
    // Many records share the months in which their work may be done.
    var stretches: [ClosedRange<Int>: Int] = [:]
    planner.eachOutcome(of: rule) { outcome in
      guard outcome.due != Outcome.noDay else {
        if outcome.status == .unknown { result.unknown += 1 }
        return
      }
      let due = CivilDate(days: outcome.due)
      guard due <= span.last else { return }
      switch outcome.status {
      case .pending, .overdue:
        if due < span.first {
          result.backlog += 1
          return
        }
        let opens = max(CivilDate(days: outcome.key.first), span.first)
        let last = spread.position(of: due)
        result.due[last] += 1
        result.bySubject[outcome.key.subject, default: 0] += 1
        stretches[min(spread.position(of: opens), last)...last, default: 0] += 1
      case .unknown: if due >= span.first { result.unknown += 1 }
      case .capped: if due >= span.first { result.capped += 1 }
      default: break
      }
    }
    let inOrder = stretches.sorted {
      ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound)
    }
    for (stretch, count) in inOrder { spread.spread(count, over: stretch, into: &result.spread) }
    return result
  }
}
