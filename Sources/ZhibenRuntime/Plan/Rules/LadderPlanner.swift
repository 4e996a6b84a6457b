import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives which rungs of a ladder a record has reached, and on which day (time 30–37).
///
/// A rung is reached when so many days lie behind the clock's date. Days on which the record was paused or closed, or on which something
/// decisive was unknown, do not count; days before the rule and days under another grade do, since clock and pauses belong to the record
/// (time 33). A later date (an extension, time 34) is counted from anew, an earlier one from the earlier day; what was reached stays. A
/// reopened record goes on where it stood (time 35).
///
/// A rung that was reached is due on the first workday (time 31) on which the record is a member and on the clock, not before the rule.
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
  private let dates: RecordDates
  private let start: Int32
  private let horizon: Int32

  init?(rule: Int32, ladder: EscalationRule, context: PlanContext<E>) {
    let declared = context.program.rules[Int(rule)]
    // A miss of what is only striven for is a note, never a rung (time 10).
    guard let days = context.days(of: declared), declared.strength.isBinding else { return nil }
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
    dates = RecordDates(register, context.snapshot)
  }

  /// What the clock does on a day.
  private struct Tick: Equatable {
    enum Phase: Equatable {
      /// The record is not there yet.
      case absent
      case closed
      /// Waiting in a listed pause.
      case paused
      case running
      case unknown(OutcomeCause)
    }
    var phase: Phase
    /// The date that is counted from; only while running.
    var clock = Outcome.noDay
    var isMember = true
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    guard isEverMember(subject) else { return }
    let ticks = timeline(context.evaluator, from: beginning(of: subject), through: horizon) {
      tick(subject, on: $0)
    }
    let now = ticks.last?.state ?? Tick(phase: .absent)
    for (position, rung) in ladder.rungs.enumerated() {
      guard let reached = day(of: rung.delay, in: ticks),
        let due = firstDay(of: ticks, from: max(reached, start), where: { _ in true })
      else {
        // The next rung stands for what is unknown about the record.
        if case .unknown(let cause) = now.phase, now.isMember {
          outcomes.append(outcome(subject, position, .unknown, cause))
        }
        return
      }
      var outcome = outcome(subject, position, .held, .none)
      (outcome.dueRaw, outcome.due, outcome.happenedOn) = (reached, due, due)
      // A precondition that comes later releases the rung on that day (time 37).
      let released =
        needs[position].isEmpty
        ? due : firstDay(of: ticks, from: due) { isReady(position, subject, on: $0) }
      if let released {
        outcome.status = rung.action.needsDecision ? .awaitingApproval : .proposed
        outcome.happenedOn = released
      }
      end(&outcome, now)
      outcomes.append(outcome)
    }
  }

  /// What was proposed ends when the record is closed, leaves, or the rule's time is over.
  private func end(_ outcome: inout Outcome, _ now: Tick) {
    switch now.phase {
    case .absent, .closed: (outcome.status, outcome.cause) = (.closed, .closed)
    case .paused, .running, .unknown:
      if !now.isMember {
        (outcome.status, outcome.cause) = (.closed, .left)
      } else if horizon < context.asOf {
        outcome.status = .closed
      } else if case .unknown(let doubt) = now.phase {
        outcome.cause = doubt
      }
    }
  }

  // MARK: Days

  private func isEverMember(_ subject: Int32) -> Bool {
    let evaluator = context.evaluator
    var day = start
    while day <= horizon {
      evaluator.edge = .max
      if !dates.isAbsent(subject, on: day, evaluator),
        evaluator.truth(membership, subject: subject, row: -1, day: day) != .no
      {
        return true
      }
      day = max(evaluator.edge, day + 1)
    }
    return false
  }

  /// The first day that may count: a record older than the rule has its whole clock. One without a day of its own is followed from the date
  /// that the clock has on the rule's first day.
  private func beginning(of subject: Int32) -> Int32 {
    let born =
      dates.day(of: subject, on: horizon)
      ?? context.date(clock, subject: subject, on: start)?.days
    return min(start, born ?? start)
  }

  private func tick(_ subject: Int32, on day: Int32) -> Tick {
    let evaluator = context.evaluator
    if dates.isAbsent(subject, on: day, evaluator) { return Tick(phase: .absent, isMember: false) }
    let member = evaluator.truth(membership, subject: subject, row: -1, day: day)
    let isMember = member != .no
    let closed = evaluator.truth(until, subject: subject, row: -1, day: day)
    if closed == .yes { return Tick(phase: .closed, isMember: isMember) }
    guard let from = context.date(clock, subject: subject, on: day)?.days else {
      return Tick(phase: .unknown(.dormant), isMember: isMember)
    }
    if member == .unknown { return Tick(phase: .unknown(.unknownMembership)) }
    let paused = pause.map { evaluator.truth($0, subject: subject, row: -1, day: day) } ?? .no
    if closed == .unknown || paused == .unknown {
      return Tick(phase: .unknown(.unknownRecords), isMember: isMember)
    }
    if paused == .yes { return Tick(phase: .paused, isMember: isMember) }
    return Tick(phase: .running, clock: from, isMember: isMember)
  }

  /// The first day on which so many counting days lie behind the clock's date.
  private func day(of delay: Term, in ticks: [Segment<Tick>]) -> Int32? {
    for (position, segment) in ticks.enumerated() where segment.state.phase == .running {
      let clock = CivilDate(days: segment.state.clock)
      // Longer units than the day are as many natural days as they take from the clock's date on.
      let isInWorkdays = delay.unit == .workday
      var missing =
        isInWorkdays
        ? delay.count : clock.days(until: context.calendar.end(of: delay, after: clock))
      for earlier in ticks[..<position] where earlier.state.phase == .running {
        missing -= days(from: max(earlier.from, clock.days + 1), through: earlier.to, isInWorkdays)
      }
      let first = max(segment.from, clock.days + 1)
      guard first <= segment.to else { continue }
      if missing <= 0 { return first }
      guard days(from: first, through: segment.to, isInWorkdays) >= missing else { continue }
      let before = CivilDate(days: first - 1)
      return isInWorkdays
        ? context.calendar.adding(workdays: missing, to: before).days
        : before.advanced(byDays: missing).days
    }
    return nil
  }

  private func days(from first: Int32, through last: Int32, _ isInWorkdays: Bool) -> Int {
    let range = DayRange(CivilDate(days: first), CivilDate(days: last))
    return isInWorkdays ? context.calendar.workdays(in: range) : range.dayCount
  }

  /// The first workday from `first` on on which the record is a member and on the clock, and the condition holds.
  private func firstDay(
    of ticks: [Segment<Tick>], from first: Int32, where isReady: (Int32) -> Bool
  ) -> Int32? {
    for segment in ticks where segment.to >= first {
      guard segment.state.phase == .running, segment.state.isMember else { continue }
      var day = max(segment.from, first)
      while day <= segment.to {
        day = context.calendar.nextWorkday(onOrAfter: CivilDate(days: day)).days
        guard day <= segment.to else { break }
        context.evaluator.edge = .max
        if isReady(day) { return day }
        day = max(context.evaluator.edge, day + 1)
      }
    }
    return nil
  }

  private func isReady(_ position: Int, _ subject: Int32, on day: Int32) -> Bool {
    needs[position].allSatisfy {
      context.evaluator.truth($0, subject: subject, row: -1, day: day) == .yes
    }
  }

  private func outcome(
    _ subject: Int32, _ position: Int, _ status: OutcomeStatus, _ cause: OutcomeCause
  ) -> Outcome {
    Outcome(
      key: OutcomeKey(
        rule: rule, subject: subject, first: Int32(clamping: position + 1), nth: 1),
      kind: .rung, status: status, cause: cause)
  }
}

extension ActionSpec {
  /// Whether a named person decides before it is done (time 37): 提请, 批准, 择一.
  var needsDecision: Bool { isProposal || !approvers.isEmpty || !choices.isEmpty }
}

extension Rule.Strength {
  /// Whether a miss has consequences (time 10). 基本 is pinned by a 口径, not weakened.
  var isBinding: Bool {
    switch self {
    case .must, .basically: true
    case .strive, .inPrinciple, .encourage: false
    }
  }
}
