import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives the obligations of a duty, or the visits of an inspection.
struct DutyPlanner<E: Evaluator>: SubjectPlanner {
  let register: RegisterID
  private let context: PlanContext<E>
  private let rule: Int32
  private let kind: OutcomeKind
  private let duty: DutyRule
  private let regime: DutyRegime<E>
  private let reader: CompletionReader<E>?
  private let anchors: [E.Prepared?]
  private let start: Int32
  private let horizon: Int32

  init?(rule: Int32, duty: DutyRule, kind: OutcomeKind, context: PlanContext<E>) {
    guard let days = context.days(of: context.program.rules[Int(rule)]) else { return nil }
    (start, horizon) = days
    register = duty.subject.register
    self.context = context
    self.rule = rule
    self.kind = kind
    self.duty = duty
    regime = DutyRegime(
      subject: duty.subject, cadence: duty.cadence, exceptions: duty.exceptions,
      evaluator: context.evaluator, snapshot: context.snapshot)
    reader = duty.evidence.map { CompletionReader($0, context) }
    anchors = regime.cadences.map { $0.anchor.map(context.evaluator.prepare) }
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    let evaluator = context.evaluator
    let states = timeline(evaluator, from: start, through: horizon) {
      regime.state(evaluator, subject: subject, day: $0)
    }
    if states.allSatisfy({ $0.state == .out || $0.state == .exempt }) { return }
    var found = SubjectObligations(
      subject: subject, states: states, completions: reader?.completions(of: subject) ?? [])
    for governance in governances(
      of: states, start: start, horizon: horizon, cadences: regime.cadences)
    {
      switch regime.cadences[governance.cadence] {
      case .periodic(let unit, let least, _, let due):
        periodic(governance, unit: unit, least: least, due: due, into: &found)
      case .rolling(let term, let first):
        rolling(governance, term: term, first: first, into: &found)
      case .anchored(_, let term): grid(governance, every: term, into: &found)
      case .once(let deadline): once(governance, deadline: deadline, into: &found)
      }
    }
    // The subject is gone: whatever is still open ends with it (time 18).
    if states.last?.state == .out { found.endOpen() }
    outcomes.append(contentsOf: found.byKey.values.sorted { $0.key < $1.key })
  }

  // MARK: Calendar periods (time 11–13, 17, 20)

  private func periodic(
    _ governance: Governance, unit: CalendarUnit, least: Int, due: Cadence.Due,
    into found: inout SubjectObligations
  ) {
    let days = DayRange(CivilDate(days: governance.from), CivilDate(days: governance.to))
    for period in context.calendar.periods(of: unit, overlapping: days) {
      let required = self.required(least, in: period, governance)
      guard required > 0 else { continue }
      let end = min(period.last.days, governance.to)
      let cut: OutcomeCause? = governance.to < period.last.days ? governance.exit.cause : nil
      var window = (first: period.first.days, last: period.last.days)
      if due.isBehindPeriod {
        let before = unit.period(containing: period.first.previous)
        window = (due.day(1, in: before).days + 1, due.day(1, in: period).days)
      }
      let done = found.completions.certain(from: window.first, through: window.last)
      let doubtful = found.completions.doubtful(from: window.first, through: window.last)
      let doubt = found.doubt(on: end)
      for n in 1...required {
        let last = due.day(n, in: period).days
        var outcome = Outcome(
          key: key(found.subject, period.first.days, PeriodRank(unit).nth(n)), kind: kind,
          status: .pending, last: period.last.days, dueRaw: last, due: last)
        settle(&outcome, n: n, done: done, doubtful: doubtful, doubt: doubt, cut: cut)
        found.byKey[outcome.key] = outcome
      }
    }
  }

  /// How many are owed in a period that the cadence may bind only in part.
  private func required(_ least: Int, in period: DayRange, _ governance: Governance) -> Int {
    if governance.from <= period.first.days || governance.entry == .withRule { return least }
    if governance.entry == .entered {
      switch duty.firstPeriod {
      case .whole: return least
      case .next: return 0
      case .proportional: break
      }
    }
    return context.calendar.entry(
      on: CivilDate(days: governance.from), into: period, count: least
    ).required
  }

  // MARK: From the last completion (time 11)

  private func rolling(
    _ governance: Governance, term: Term, first: Cadence.FirstDue?,
    into found: inout SubjectObligations
  ) {
    let done = found.completions.filter(\.isCertain)
    var last = done.last { $0.day < governance.from }?.day
    for (position, next)
      in (done.filter { governance.from <= $0.day }.map { $0 as Completion? }
      + [nil]).enumerated()
    {
      let begin = last.map { $0 + 1 } ?? governance.from
      if begin > governance.to { break }
      var outcome = Outcome(
        key: key(found.subject, begin, PeriodRank.none.nth(1)), kind: kind, status: .pending)
      if let due = last.map({ context.calendar.end(of: term, after: CivilDate(days: $0)).days })
        ?? firstDue(first, governance, found.subject)
      {
        (outcome.dueRaw, outcome.due, outcome.last) = (due, due, due)
        settle(
          &outcome, n: 1, done: next.map { [$0] } ?? [],
          doubtful: found.completions.doubtful(from: begin, through: governance.to),
          doubt: found.doubt(on: min(due, governance.to)), cut: governance.exit.cause)
      } else if let next {
        (outcome.status, outcome.evidence, outcome.happenedOn) = (.done, next.row, next.day)
      } else {
        (outcome.status, outcome.cause) = (.unknown, .dormant)
        if let cut = governance.exit.cause { (outcome.status, outcome.cause) = (.ended, cut) }
      }
      found.byKey[outcome.key] = outcome
      // Several records of one day count as one.
      guard let next, position < Int(Int32.max) else { break }
      last = next.day
    }
  }

  private func firstDue(
    _ first: Cadence.FirstDue?, _ governance: Governance, _ subject: Int32
  ) -> Int32? {
    guard let first, let anchor = anchorDay(governance, subject: subject, on: governance.to)
    else { return nil }
    return context.calendar.term(first.term, after: anchor, moves: true).moved.days
  }

  // MARK: From an anchor (time 11, 23)

  private func grid(
    _ governance: Governance, every term: Term, into found: inout SubjectObligations
  ) {
    guard let anchor = anchorDay(governance, subject: found.subject, on: governance.to),
      let grid = Grid(anchor: anchor, every: term, calendar: context.calendar)
    else { return dormant(governance, into: &found) }
    var number = max(1, grid.index(containing: CivilDate(days: governance.from)))
    while grid.period(number).first.days <= governance.to {
      let period = grid.period(number)
      let (first, last) = (period.first.days, period.last.days)
      var outcome = Outcome(
        key: key(found.subject, first, PeriodRank.none.nth(1)), kind: kind, status: .pending,
        last: last, dueRaw: last, due: last)
      settle(
        &outcome, n: 1, done: found.completions.certain(from: first, through: last),
        doubtful: found.completions.doubtful(from: first, through: last),
        doubt: found.doubt(on: min(last, governance.to)),
        cut: governance.to < last ? governance.exit.cause : nil)
      found.byKey[outcome.key] = outcome
      if period.last == CivilDate.max { break }
      number += 1
    }
  }

  // MARK: Once

  private func once(
    _ governance: Governance, deadline: DeadlineSpec, into found: inout SubjectObligations
  ) {
    let ends = context.deadline(
      deadline, anchor: anchors[governance.cadence], subject: found.subject, on: governance.to)
    guard let ends else { return dormant(governance, into: &found) }
    // Due before the rule existed, or the subject came after the day: not this rule's.
    guard ends.moved.days >= start, ends.moved.days >= governance.from else { return }
    var outcome = Outcome(
      key: key(found.subject, ends.first.days, PeriodRank.none.nth(1)), kind: kind,
      status: .pending, last: ends.moved.days, dueRaw: ends.raw.days, due: ends.moved.days)
    settle(
      &outcome, n: 1, done: found.completions.certain(from: .min + 1, through: context.asOf),
      doubtful: found.completions.doubtful(from: .min + 1, through: context.asOf),
      doubt: found.doubt(on: min(ends.moved.days, governance.to)),
      cut: governance.exit.cause)
    found.byKey[outcome.key] = outcome
  }

  private func dormant(_ governance: Governance, into found: inout SubjectObligations) {
    var outcome = Outcome(
      key: key(found.subject, governance.from, PeriodRank.none.nth(1)), kind: kind,
      status: .unknown, cause: .dormant)
    if let cut = governance.exit.cause { (outcome.status, outcome.cause) = (.ended, cut) }
    found.byKey[outcome.key] = outcome
  }

  private func anchorDay(_ governance: Governance, subject: Int32, on day: Int32) -> CivilDate? {
    guard let anchor = anchors[governance.cadence] else { return nil }
    return context.date(anchor, subject: subject, on: day)
  }

  // MARK: State

  private func key(_ subject: Int32, _ first: Int32, _ nth: Int32) -> OutcomeKey {
    OutcomeKey(rule: rule, subject: subject, first: first, nth: nth)
  }

  /// Decides the n-th obligation from the completions of its period. Unknown beats done and overdue (time 7); an open one that was cut ends.
  private func settle(
    _ outcome: inout Outcome, n: Int, done: [Completion], doubtful: Int, doubt: OutcomeCause,
    cut: OutcomeCause?
  ) {
    if doubt != .none, cut == nil {
      (outcome.status, outcome.cause) = (.unknown, doubt)
      return
    }
    if n <= done.count {
      let proof = done[n - 1]
      outcome.status = proof.day <= outcome.due ? .done : .doneLate
      (outcome.evidence, outcome.happenedOn) = (proof.row, proof.day)
      return
    }
    if let cut {
      (outcome.status, outcome.cause) = (.ended, cut)
    } else if duty.evidence == nil, outcome.due < context.asOf {
      (outcome.status, outcome.cause) = (.unknown, .unknownEvidence)
    } else if n <= done.count + doubtful {
      (outcome.status, outcome.cause) = (.unknown, .unknownEvidence)
    } else {
      outcome.status = outcome.due < context.asOf ? .overdue : .pending
    }
  }
}

/// One subject's obligations while they are derived.
struct SubjectObligations {
  let subject: Int32
  let states: [Segment<DutyState>]
  let completions: [Completion]
  /// A later stretch of the same cadence decides a period again.
  var byKey: [OutcomeKey: Outcome] = [:]

  init(subject: Int32, states: [Segment<DutyState>], completions: [Completion]) {
    self.subject = subject
    self.states = states
    self.completions = completions
  }

  /// Why the state on a day is unknown; `none` if it is known.
  func doubt(on day: Int32) -> OutcomeCause {
    guard case .owed(_, _, let doubt)? = states.state(on: day) else { return .none }
    return doubt
  }

  mutating func endOpen() {
    for (key, outcome) in byKey where [.pending, .overdue, .unknown].contains(outcome.status) {
      byKey[key]?.status = .ended
      byKey[key]?.cause = .left
    }
  }
}

extension Governance.Exit {
  /// Why an open obligation ends; nil where it does not.
  var cause: OutcomeCause? {
    switch self {
    case .left: .left
    case .stricter: .stricterCadence
    case .none, .looser: nil
    }
  }
}

extension Cadence {
  /// The date that the cadence is reckoned from, if it is.
  var anchor: Core? {
    switch self {
    case .periodic: nil
    case .rolling(_, let first): first?.anchor
    case .anchored(let anchor, _): anchor
    case .once(let deadline): deadline.anchor
    }
  }
}
