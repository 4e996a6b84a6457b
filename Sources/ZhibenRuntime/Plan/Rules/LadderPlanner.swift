import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives which rungs of a ladder a record has reached, and on which day (time 30–37).
///
/// The ledger decides what of it may still be proposed after a gap (time 39); here everything is a function of the facts.
struct LadderPlanner<E: Evaluator>: SubjectPlanner {
  let register: RegisterID
  private let context: PlanContext<E>
  private let rule: Int32
  private let ladder: EscalationRule
  private let membership: E.Prepared
  private let clock: E.Prepared
  private let until: E.Prepared
  private let pause: E.Prepared?
  private let needs: [[E.Prepared]]
  private let subjectDates: Column?
  private let start: Int32
  private let horizon: Int32

  init?(rule: Int32, ladder: EscalationRule, context: PlanContext<E>) {
    guard let days = context.days(of: context.program.rules[Int(rule)]) else { return nil }
    (start, horizon) = days
    register = ladder.subject.register
    self.context = context
    self.rule = rule
    self.ladder = ladder
    let evaluator = context.evaluator
    membership = evaluator.prepare(ladder.subject.condition)
    clock = evaluator.prepare(ladder.clock)
    until = evaluator.prepare(ladder.until)
    pause = ladder.pause.map(evaluator.prepare)
    needs = ladder.rungs.map { $0.action.needs.compactMap { $0.condition.map(evaluator.prepare) } }
    subjectDates = context.snapshot.dateColumn(of: register)
  }

  /// What the clock does on a day, and the date it counts from.
  private enum Tick: Equatable {
    /// Not a member, or closed.
    case off
    /// Closed after having been open: what is on the ladder ends.
    case stopped
    /// Waiting in a listed pause: the days do not count.
    case paused(Int32)
    case running(Int32)
    case unknown(OutcomeCause)
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    let evaluator = context.evaluator
    let born = subjectDates?.cells[Int(subject)] ?? unknownCell
    // A record older than the plan has its whole clock: days before the plan count, rungs are reached on its first day at the earliest.
    let from = born == unknownCell ? start : min(start, Int32(clamping: born))
    guard from <= horizon else { return }
    let ticks = timeline(evaluator, from: from, through: horizon) { tick(subject, on: $0) }
    guard
      ticks.contains(where: {
        switch $0.state {
        case .off, .stopped: false
        default: true
        }
      })
    else { return }

    let now = ticks.last?.state ?? .off
    for (position, rung) in ladder.rungs.enumerated() {
      guard let reached = day(of: rung.delay, in: ticks) else {
        if case .unknown(let cause) = now {
          outcomes.append(
            outcome(subject, position, .unknown, cause, raw: Outcome.noDay, due: Outcome.noDay))
        }
        break
      }
      let due = max(context.calendar.nextWorkday(onOrAfter: CivilDate(days: reached)).days, start)
      guard due <= horizon, isOpen(ticks, from: reached, through: due) else { break }
      var state = status(of: position, subject: subject)
      var cause = OutcomeCause.none
      switch now {
      case .off, .stopped: (state, cause) = (.closed, .closed)
      case .unknown(let doubt): cause = doubt
      case .paused, .running: break
      }
      outcomes.append(outcome(subject, position, state, cause, raw: reached, due: due))
    }
  }

  private func tick(_ subject: Int32, on day: Int32) -> Tick {
    let evaluator = context.evaluator
    if let born = subjectDates?.cells[Int(subject)], born != unknownCell, born > day {
      evaluator.edge = min(evaluator.edge, Int32(clamping: born))
      return .off
    }
    let member = evaluator.truth(membership, subject: subject, row: -1, day: day)
    if member == .no { return .off }
    let closed = evaluator.truth(until, subject: subject, row: -1, day: day)
    if closed == .yes { return .stopped }
    guard let from = context.date(clock, subject: subject, on: day)?.days else {
      return .unknown(.dormant)
    }
    if member == .unknown { return .unknown(.unknownMembership) }
    if closed == .unknown { return .unknown(.unknownRecords) }
    switch pause.map({ evaluator.truth($0, subject: subject, row: -1, day: day) }) {
    case .yes?: return .paused(from)
    case .unknown?: return .unknown(.unknownRecords)
    case .no?, nil: return .running(from)
    }
  }

  /// The first day on which so many running days lie behind the clock's date. A later date (an extension) starts the count again; pauses
  /// and closed stretches are left out of it.
  private func day(of delay: Term, in ticks: [Segment<Tick>]) -> Int32? {
    var counted = 0
    var clockDay: Int32?
    for segment in ticks {
      guard case .running(let from) = segment.state else { continue }
      if let before = clockDay, from > before { counted = 0 }
      clockDay = from
      let first = max(segment.from, from + 1)
      guard first <= segment.to else { continue }
      let missing = delay.count - counted
      let days = DayRange(CivilDate(days: first), CivilDate(days: segment.to))
      let inside = delay.unit == .workday ? context.calendar.workdays(in: days) : days.dayCount
      if inside >= missing {
        let before = CivilDate(days: first - 1)
        return delay.unit == .workday
          ? context.calendar.adding(workdays: missing, to: before).days
          : before.advanced(byDays: missing).days
      }
      counted += inside
    }
    return nil
  }

  /// Whether the record was on the clock all the days on which the rung was held over rest days.
  private func isOpen(_ ticks: [Segment<Tick>], from first: Int32, through last: Int32) -> Bool {
    guard first <= last else { return true }
    return ticks.contains { segment in
      guard segment.from <= last, last <= segment.to else { return false }
      switch segment.state {
      case .running, .paused, .unknown: return true
      case .off, .stopped: return false
      }
    }
  }

  private func status(of position: Int, subject: Int32) -> OutcomeStatus {
    let action = ladder.rungs[position].action
    for need in needs[position]
    where context.evaluator.truth(need, subject: subject, row: -1, day: horizon) != .yes {
      return .held
    }
    return action.needsDecision ? .awaitingApproval : .proposed
  }

  private func outcome(
    _ subject: Int32, _ position: Int, _ status: OutcomeStatus, _ cause: OutcomeCause, raw: Int32,
    due: Int32
  ) -> Outcome {
    Outcome(
      key: OutcomeKey(rule: rule, subject: subject, first: Int32(position + 1), nth: 1),
      kind: .rung, status: status, cause: cause, dueRaw: raw, due: due, happenedOn: due)
  }
}

extension ActionSpec {
  /// Whether a named person decides before it is done (time 37): 提请, 批准, 择一.
  var needsDecision: Bool {
    isProposal || !approvers.isEmpty || !choices.isEmpty || choices.contains(where: \.needsDecision)
  }
}
