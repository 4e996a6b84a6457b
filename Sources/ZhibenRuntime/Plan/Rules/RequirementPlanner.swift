import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives the violations of a requirement: one for each stretch of days on which it did not hold (time 3), behind its deadline.
///
/// Every day is judged by what was valid on it, also the deadline (time 5): a date that is corrected from a day on changes the days from
/// then on. A term that ran out before the rule was in force binds from the rule's first day. When the subject leaves (time 18) or the
/// rule's time is over, what is open is closed with the last day.
struct RequirementPlanner<E: Evaluator>: SubjectPlanner {
  let register: RegisterID
  private let context: PlanContext<E>
  private let rule: Int32
  private let membership: E.Prepared
  private let condition: E.Prepared
  private let exemptions: [(condition: E.Prepared, days: [DayRange]?)]
  private let deadline: DeadlineSpec
  private let anchor: E.Prepared?
  private let dates: RecordDates
  private let start: Int32
  private let horizon: Int32

  init?(rule: Int32, requirement: RequirementRule, context: PlanContext<E>) {
    guard let days = context.days(of: context.program.rules[Int(rule)]) else { return nil }
    (start, horizon) = days
    register = requirement.subject.register
    self.context = context
    self.rule = rule
    membership = context.evaluator.prepare(requirement.subject.condition)
    condition = context.evaluator.prepare(requirement.condition)
    exemptions = requirement.exceptions.filter(\.isExemption).map {
      (context.evaluator.prepare($0.condition), $0.days)
    }
    deadline = requirement.deadline
    anchor = deadline.anchor.map(context.evaluator.prepare)
    dates = RecordDates(register, context.snapshot)
  }

  private enum Compliance: Equatable {
    case kept, broken
    case unknown(OutcomeCause)
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    let evaluator = context.evaluator
    let segments = timeline(evaluator, from: start, through: horizon) {
      compliance(subject, on: $0)
    }
    for segment in segments where segment.state != .kept {
      let isOpen = segment.to == context.asOf
      var outcome = Outcome(
        key: OutcomeKey(rule: rule, subject: subject, first: segment.from, nth: 1),
        kind: .violation, status: isOpen ? .open : .closed,
        last: isOpen ? Outcome.noDay : segment.to)
      if let ends = deadline(of: subject, on: segment.from) {
        (outcome.dueRaw, outcome.due) = (ends.raw.days, ends.moved.days)
      }
      if case .unknown(let cause) = segment.state {
        if isOpen { outcome.status = .unknown }
        outcome.cause = cause
        outcome.key.nth = 2
      } else {
        outcome.happenedOn = segment.from
      }
      outcomes.append(outcome)
    }
  }

  private func compliance(_ subject: Int32, on day: Int32) -> Compliance {
    let evaluator = context.evaluator
    if dates.isAbsent(subject, on: day, evaluator) { return .kept }
    if case .day(let date) = deadline, day <= date.days {
      evaluator.edge = min(evaluator.edge, date.days + 1)
      return .kept
    }
    let member = evaluator.truth(membership, subject: subject, row: -1, day: day)
    if member == .no { return .kept }
    let holds = evaluator.truth(condition, subject: subject, row: -1, day: day)
    if holds == .yes { return .kept }
    let ends = deadline(of: subject, on: day)
    if let ends, day <= ends.moved.days {
      evaluator.edge = min(evaluator.edge, ends.moved.days + 1)
      return .kept
    }
    let exempt = exemption(subject, on: day)
    if exempt == .yes { return .kept }
    if member == .unknown { return .unknown(.unknownMembership) }
    // The date that the term is reckoned from is blank: listed while the subject is a member (time 23).
    if ends == nil, deadline != .always { return .unknown(.dormant) }
    return holds == .unknown || exempt == .unknown ? .unknown(.unknownRecords) : .broken
  }

  private func exemption(_ subject: Int32, on day: Int32) -> Truth {
    var result = Truth.no
    for (condition, days) in exemptions {
      if let days, !days.contain(day, context.evaluator) { continue }
      let truth = context.evaluator.truth(condition, subject: subject, row: -1, day: day)
      if truth == .yes { return .yes }
      if truth == .unknown { result = .unknown }
    }
    return result
  }

  private func deadline(of subject: Int32, on day: Int32) -> SubjectDeadline? {
    context.deadline(
      deadline, from: anchor.flatMap { context.date($0, subject: subject, on: day) })
  }
}

extension DutyException {
  /// Whether it only exempts (免除).
  var isExemption: Bool {
    guard let cadence else { return false }
    return cadence.keys.isEmpty && cadence.arms.allSatisfy { $0.value == nil }
  }
}
