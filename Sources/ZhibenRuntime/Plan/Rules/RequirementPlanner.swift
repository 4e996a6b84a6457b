import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives the violations of a requirement: one for each stretch of days on which it did not hold (time 3), behind its deadline.
struct RequirementPlanner<E: Evaluator>: SubjectPlanner {
  let register: RegisterID
  private let context: PlanContext<E>
  private let rule: Int32
  private let membership: E.Prepared
  private let condition: E.Prepared
  private let exemptions: [E.Prepared]
  private let deadline: DeadlineSpec
  private let anchor: E.Prepared?
  private let subjectDates: Column?
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
      context.evaluator.prepare($0.condition)
    }
    deadline = requirement.deadline
    anchor = deadline.anchor.map(context.evaluator.prepare)
    subjectDates = context.snapshot.dateColumn(of: register)
  }

  private enum Compliance: Equatable {
    case kept, broken
    case unknown(OutcomeCause)
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    var first = start
    var due = Outcome.noDay
    var raw = Outcome.noDay
    if deadline != .always {
      guard
        let ends = context.deadline(deadline, anchor: anchor, subject: subject, on: horizon)
      else { return dormant(subject, into: &outcomes) }
      // A term that ran out before the rule was in force binds from the rule's first day.
      (raw, due) = (ends.raw.days, ends.moved.days)
      first = max(first, due + 1)
    }
    guard first <= horizon else { return }
    let evaluator = context.evaluator
    let segments = timeline(evaluator, from: first, through: horizon) {
      compliance(subject, on: $0)
    }
    for segment in segments where segment.state != .kept {
      let isOpen = segment.to == horizon && horizon == context.asOf
      var outcome = Outcome(
        key: OutcomeKey(rule: rule, subject: subject, first: segment.from, nth: 1),
        kind: .violation, status: isOpen ? .open : .closed,
        last: isOpen ? Outcome.noDay : segment.to, dueRaw: raw, due: due)
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
    if let entered = subjectDates?.cells[Int(subject)], entered != unknownCell, entered > day {
      evaluator.edge = min(evaluator.edge, Int32(clamping: entered))
      return .kept
    }
    let member = evaluator.truth(membership, subject: subject, row: -1, day: day)
    if member == .no { return .kept }
    let holds = evaluator.truth(condition, subject: subject, row: -1, day: day)
    if holds == .yes { return .kept }
    var exempt = Truth.no
    for exemption in exemptions {
      let truth = evaluator.truth(exemption, subject: subject, row: -1, day: day)
      if truth == .yes { return .kept }
      if truth == .unknown { exempt = .unknown }
    }
    if member == .unknown { return .unknown(.unknownMembership) }
    if holds == .unknown || exempt == .unknown { return .unknown(.unknownRecords) }
    return .broken
  }

  /// The date that the term is reckoned from is blank: listed while the subject is a member (time 23).
  private func dormant(_ subject: Int32, into outcomes: inout [Outcome]) {
    let evaluator = context.evaluator
    guard horizon == context.asOf,
      evaluator.truth(membership, subject: subject, row: -1, day: horizon) != .no,
      evaluator.truth(condition, subject: subject, row: -1, day: horizon) != .yes
    else { return }
    outcomes.append(
      Outcome(
        key: OutcomeKey(rule: rule, subject: subject, first: start, nth: 3), kind: .violation,
        status: .unknown, cause: .dormant))
  }
}

extension DutyException {
  /// Whether it only exempts (免除).
  var isExemption: Bool {
    guard let cadence else { return false }
    return cadence.keys.isEmpty && cadence.arms.allSatisfy { $0.value == nil }
  }
}
