import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives the obligations of a duty, or the visits of an inspection.
///
/// A count is a minimum in a duty and the planned number in an inspection (time 12): more records than that yield nothing. 宽限 is the
/// reader's business: the work is late all the same (time 15).
struct DutyPlanner<E: Evaluator>: SubjectPlanner {
  let register: RegisterID
  let context: PlanContext<E>
  let duty: DutyRule
  private let rule: Int32
  private let kind: OutcomeKind
  private let regime: DutyRegime<E>
  /// Of each cadence what reads the records that meet it.
  private let readers: [CompletionReader<E>]
  private let readerOf: [Int]
  private let provesAbsence: Bool
  private let anchors: [E.Prepared?]
  private let calendars: [CalendarPeriods?]
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
    let reliefs = context.program.reliefs(of: Int(rule), .cadence)
    regime = DutyRegime(
      subject: duty.subject, cadence: duty.cadence, exceptions: duty.exceptions,
      reliefs: reliefs, context)
    (readers, readerOf) = Self.readers(duty.evidence, reliefs, regime.relief, context)
    provesAbsence = readers.first?.provesAbsence ?? false
    anchors = regime.cadences.map { $0.anchor.map(context.evaluator.prepare) }
    let range = DayRange(CivilDate(days: days.start), CivilDate(days: days.horizon))
    calendars = regime.cadences.map { $0.periods(on: range, context.calendar) }
  }

  /// Records of the kinds that a relief does not touch (不及于) do not stand for what is left to be done.
  private static func readers(
    _ evidence: Evidence?, _ reliefs: [Program.ReliefOfRule], _ reliefOf: [Int],
    _ context: PlanContext<E>
  ) -> ([CompletionReader<E>], [Int]) {
    guard let evidence else { return ([], reliefOf.map { _ in 0 }) }
    var readers = [CompletionReader(evidence, context)]
    let places = reliefs.map { relief -> Int in
      guard let field = relief.effect.untouchedField else { return 0 }
      let rest = evidence.without(relief.effect.untouched, of: field, context.program)
      readers.append(CompletionReader(rest, context))
      return readers.count - 1
    }
    return (readers, reliefOf.map { $0 < 0 ? 0 : places[$0] })
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    let evaluator = context.evaluator
    let states = timeline(evaluator, from: start, through: horizon) {
      regime.state(evaluator, subject: subject, day: $0)
    }
    if states.allSatisfy({ $0.state == .out || $0.state == .exempt }) { return }
    var found = SubjectObligations(
      rule: rule, kind: kind, subject: subject, states: states, readers: readers)
    let stretches = governances(
      of: states, start: start, horizon: horizon, cadences: regime.cadences
    ) { cadence, day in
      periodEnd(of: cadence, on: day, in: &found)
    }
    for (position, governance) in stretches.enumerated() {
      let later = stretches[(position + 1)...]
      switch regime.cadences[governance.cadence] {
      case .periodic: periodic(governance, later, into: &found)
      case .rolling(let term, let first):
        rolling(governance, later, term: term, first: first, into: &found)
      case .anchored(_, let term): grid(governance, later, every: term, into: &found)
      case .once(let deadline): once(governance, later, deadline: deadline, into: &found)
      }
      switch governance.exit {
      case .left: found.end(after: governance.to)
      case .exempted: found.waive(after: governance.to)
      case .none, .stricter, .looser, .reanchored: break
      }
    }
    if horizon < context.asOf { found.expire(after: horizon) }
    outcomes.append(contentsOf: found.inKeyOrder())
  }

  /// The last day of the period on a day, for a change to another cadence (time 20): the calendar period, the grid's period, the interval
  /// that the next completion ends. A one-off has none; whatever replaces it does so at once.
  private func periodEnd(
    of cadence: Int, on day: Int32, in found: inout SubjectObligations<E>
  ) -> Int32 {
    switch regime.cadences[cadence] {
    case .periodic(let unit, _, _, _):
      return unit.period(containing: CivilDate(days: day)).last.days
    case .rolling:
      // Before the first completion no interval is running.
      let done = found.completions(readerOf[cadence])
      guard done.lastDay(before: day) != nil else { return day }
      return done.next(onOrAfter: day)?.day ?? .max
    case .anchored(_, let term):
      guard let anchor = anchorDay(cadence, subject: found.subject, on: day),
        let grid = Grid(anchor: anchor, every: term, calendar: context.calendar)
      else { return day }
      return max(day, grid.dueDate(grid.index(containing: CivilDate(days: day))).days)
    case .once: return day
    }
  }

  // MARK: Calendar periods (time 11–13, 17, 20)

  private func periodic(
    _ governance: Governance, _ later: ArraySlice<Governance>,
    into found: inout SubjectObligations<E>
  ) {
    guard let calendar = calendars[governance.cadence] else { return }
    for period in calendar.overlapping(governance.from, governance.to) {
      guard let numbers = owed(calendar.least, in: period, governance) else { continue }
      let opens =
        numbers.lowerBound > 1 ? period.due(numbers.lowerBound - 1) + 1 : period.opens
      for n in numbers {
        let fate = fate(governance, later, last: period.last, due: period.due(n))
        var outcome = found.outcome(period.first, PeriodRank(calendar.unit).nth(n))
        (outcome.last, outcome.dueRaw) = (period.last, period.due(n))
        outcome.due = outcome.dueRaw
        settle(
          &outcome, number: n - numbers.lowerBound + 1, fate,
          found.completions(readerOf[governance.cadence]).between(
            opens, fate == nil ? period.closes : governance.to),
          undated: found.completions(readerOf[governance.cadence]).undated,
          doubt: found.doubt(on: min(period.last, governance.to)))
        found.outcomes.append(outcome)
      }
    }
  }

  /// Which of the period's obligations are owed when the cadence binds from the middle of it on (time 17, 20); nil if none is.
  ///
  /// Of obligations with days of their own the last ones remain. Nobody owes what was due before it bound him.
  private func owed(
    _ least: Int, in period: CalendarPeriods.Period, _ governance: Governance
  ) -> ClosedRange<Int>? {
    let from = governance.from
    let required = share(of: least, first: period.first, last: period.last, governance)
    guard required > 0, let lastDue = period.dues.last, lastDue >= from else { return nil }
    if period.dues.count == 1 { return 1...required }
    let first = (1...least).first { period.due($0) >= from } ?? least
    return max(first, least - required + 1)...least
  }

  /// How many of `count` are owed in a period that the cadence may bind only in part.
  private func share(of count: Int, first: Int32, last: Int32, _ governance: Governance) -> Int {
    if governance.from <= first || governance.entry == .withRule { return count }
    if governance.entry == .entered {
      switch duty.firstPeriod {
      case .whole: return count
      case .next: return 0
      case .proportional: break
      }
    }
    return context.calendar.entry(
      on: CivilDate(days: governance.from),
      into: DayRange(CivilDate(days: first), CivilDate(days: last)), count: count
    ).required
  }

  // MARK: From the last completion (time 11)

  /// Every interval between two completions is one obligation; several records of one day are one completion.
  ///
  /// Nobody is late before the cadence binds: an interval that was over by then is due on the first day, and a 首次 term that had run out
  /// runs anew from it.
  private func rolling(
    _ governance: Governance, _ later: ArraySlice<Governance>, term: Term, first: Cadence.FirstDue?,
    into found: inout SubjectObligations<E>
  ) {
    var last = found.completions(readerOf[governance.cadence]).lastDay(before: governance.from)
    while true {
      let begin = last.map { $0 + 1 } ?? governance.from
      if begin > governance.to { return }
      let proof = found.completions(readerOf[governance.cadence]).next(
        onOrAfter: max(begin, governance.from))
      var outcome = found.outcome(begin, PeriodRank.none.nth(1))
      let due: SubjectDeadline?
      if let last {
        let end = context.calendar.end(of: term, after: CivilDate(days: last))
        due = SubjectDeadline(
          first: end, raw: end, moved: max(end, CivilDate(days: governance.from)))
      } else {
        due = firstDue(
          first, governance, found.subject,
          on: min(proof?.day ?? governance.to, governance.to))
      }
      if let due {
        (outcome.dueRaw, outcome.due) = (due.raw.days, due.moved.days)
        outcome.last = outcome.due
        let fate = fate(governance, later, last: outcome.due, due: outcome.due)
        let closes = min(proof?.day ?? context.asOf, fate == nil ? .max : governance.to)
        settle(
          &outcome, number: 1, fate,
          found.completions(readerOf[governance.cadence]).between(begin, closes),
          undated: found.completions(readerOf[governance.cadence]).undated,
          doubt: found.doubt(on: min(outcome.due, governance.to)))
      } else if let proof, proof.day <= governance.to || governance.exit != .stricter {
        (outcome.status, outcome.evidence, outcome.happenedOn) = (.done, proof.row, proof.day)
      } else {
        sleep(&outcome, governance)
      }
      found.outcomes.append(outcome)
      guard let done = proof?.day ?? context.presumedDone(due: outcome.due) else { return }
      last = done
    }
  }

  /// 首次: moves off rest days as every term after an event does (time 24).
  private func firstDue(
    _ first: Cadence.FirstDue?, _ governance: Governance, _ subject: Int32, on day: Int32
  ) -> SubjectDeadline? {
    guard let first, let anchor = anchorDay(governance.cadence, subject: subject, on: day) else {
      return nil
    }
    let spec = DeadlineSpec.after(first.anchor, first.term)
    let due = context.deadline(spec, from: anchor)
    if let due, due.moved.days >= governance.from { return due }
    return context.deadline(spec, from: CivilDate(days: governance.from))
  }

  // MARK: From an anchor (time 11, 23)

  private func grid(
    _ governance: Governance, _ later: ArraySlice<Governance>, every term: Term,
    into found: inout SubjectObligations<E>
  ) {
    for (governance, anchor) in bindings(of: governance, found.subject) {
      guard let anchor, let grid = Grid(anchor: anchor, every: term, calendar: context.calendar)
      else {
        dormant(governance, into: &found)
        continue
      }
      var number = max(1, grid.index(containing: CivilDate(days: governance.from)))
      while true {
        let period = grid.period(number)
        let (first, last) = (period.first.days, period.last.days)
        if first > governance.to { break }
        if !period.isEmpty, share(of: 1, first: first, last: last, governance) > 0 {
          var outcome = found.outcome(first, PeriodRank.none.nth(1))
          (outcome.last, outcome.dueRaw, outcome.due) = (last, last, last)
          let fate = fate(governance, later, last: last, due: last)
          settle(
            &outcome, number: 1, fate,
            found.completions(readerOf[governance.cadence]).between(
              first, fate == nil ? last : governance.to),
            undated: found.completions(readerOf[governance.cadence]).undated,
            doubt: found.doubt(on: min(last, governance.to)))
          found.outcomes.append(outcome)
        }
        if period.last == CivilDate.max { break }
        number += 1
      }
    }
  }

  // MARK: Once

  /// A one-off may be done at any time before; behind an event not before the event (time 15), and before a date that has moved on, such
  /// as an expiry, not before it moved. Nobody owes what was due before the rule; who came after the day does not owe it; whom a new
  /// class or a new date reaches after the day owes it at once.
  private func once(
    _ governance: Governance, _ later: ArraySlice<Governance>, deadline: DeadlineSpec,
    into found: inout SubjectObligations<E>
  ) {
    for (position, (governance, anchor)) in bindings(of: governance, found.subject).enumerated() {
      guard let ends = context.deadline(deadline, from: anchor) else {
        dormant(governance, into: &found)
        continue
      }
      let mayBePast = governance.entry == .changed
      guard ends.moved.days >= (mayBePast ? start : governance.from) else { continue }
      var outcome = found.outcome(ends.first.days, PeriodRank.none.nth(1))
      (outcome.dueRaw, outcome.due) = (ends.raw.days, max(ends.moved.days, governance.from))
      outcome.last = outcome.due
      var opens = deadline.runsFromEvent ? ends.first.days : .min
      if case .before = deadline, position > 0 { opens = governance.from }
      let fate = fate(governance, later, last: outcome.due, due: outcome.due)
      settle(
        &outcome, number: 1, fate,
        found.completions(readerOf[governance.cadence]).between(
          opens, fate == nil ? context.asOf : governance.to),
        undated: found.completions(readerOf[governance.cadence]).undated,
        doubt: found.doubt(on: min(outcome.due, governance.to)))
      found.outcomes.append(outcome)
    }
  }

  // MARK: Anchors

  /// The stretches of a governance with one anchor each: when the date is corrected from a day on, a new count begins on that day.
  private func bindings(
    of governance: Governance, _ subject: Int32
  ) -> [(governance: Governance, anchor: CivilDate?)] {
    guard anchors[governance.cadence] != nil else { return [(governance, nil)] }
    let stretches = timeline(context.evaluator, from: governance.from, through: governance.to) {
      anchorDay(governance.cadence, subject: subject, on: $0)
    }
    return stretches.map { stretch in
      var part = governance
      if stretch.from > governance.from { (part.from, part.entry) = (stretch.from, .changed) }
      if stretch.to < governance.to { (part.to, part.exit) = (stretch.to, .reanchored) }
      return (part, stretch.state)
    }
  }

  private func anchorDay(_ cadence: Int, subject: Int32, on day: Int32) -> CivilDate? {
    anchors[cadence].flatMap { context.date($0, subject: subject, on: day) }
  }

  /// Nothing can be reckoned, since the date is blank: listed until it is known (time 23).
  private func dormant(_ governance: Governance, into found: inout SubjectObligations<E>) {
    var outcome = found.outcome(governance.from, PeriodRank.none.nth(1))
    sleep(&outcome, governance)
    found.outcomes.append(outcome)
  }

  private func sleep(_ outcome: inout Outcome, _ governance: Governance) {
    switch governance.exit {
    case .none, .left, .exempted: (outcome.status, outcome.cause) = (.unknown, .dormant)
    case .stricter: (outcome.status, outcome.cause) = (.ended, .stricterCadence)
    case .looser: outcome.status = .ended
    case .reanchored: (outcome.status, outcome.cause) = (.ended, .dormant)
    }
  }

  // MARK: State

  /// What an obligation comes to whose cadence ceases to bind before its period is over and before it is due; nil if it stays owed. Exits
  /// and exemptions are decided for all obligations at once.
  private func fate(
    _ governance: Governance, _ later: ArraySlice<Governance>, last: Int32, due: Int32
  ) -> (status: OutcomeStatus, cause: OutcomeCause)? {
    guard governance.to < last, governance.to < due else { return nil }
    switch governance.exit {
    case .none, .left, .exempted: return nil
    case .looser: return (.ended, .none)
    case .reanchored: return (.ended, .corrected)
    case .stricter: return isTakenOver(by: later, until: last) ? (.ended, .stricterCadence) : nil
    }
  }

  /// Whether something of what binds since a stricter cadence came is due in the rest of the period. Becoming stricter in the last days of
  /// a quarter, or for some days only, does not let the quarter go (time 20).
  private func isTakenOver(by later: ArraySlice<Governance>, until last: Int32) -> Bool {
    for governance in later {
      let to = governance.exit == .none ? last : min(governance.to, last)
      guard governance.from <= to else { return false }
      let rest = DayRange(CivilDate(days: governance.from), CivilDate(days: to))
      guard let calendar = regime.cadences[governance.cadence].periods(on: rest, context.calendar)
      else { return true }
      let isDue = calendar.overlapping(governance.from, to).contains { period in
        owed(calendar.least, in: period, governance).map { period.due($0.lowerBound) <= last }
          ?? false
      }
      if isDue { return true }
      if governance.exit == .left || governance.exit == .exempted { return false }
    }
    return false
  }

  /// Decides an obligation from the records of its window, of which it needs the n-th. Unknown beats done and overdue (time 7): also where
  /// a record with a blank decides whether the work was in time. Without 凭证, or with records that need not be all (time 8), a due day that
  /// passed is for a person to settle.
  private func settle(
    _ outcome: inout Outcome, number: Int, _ fate: (status: OutcomeStatus, cause: OutcomeCause)?,
    _ records: ArraySlice<Completion>, undated: Int, doubt: OutcomeCause
  ) {
    defer {
      if doubt == .unknownRelief, [.pending, .overdue].contains(outcome.status) {
        outcome.cause = doubt
      }
    }
    if doubt != .none, doubt != .unknownRelief, fate == nil {
      (outcome.status, outcome.cause) = (.unknown, doubt)
      return
    }
    var (certain, possible, possibleInTime) = (0, undated, undated)
    for record in records {
      possible += 1
      if record.day <= outcome.due { possibleInTime += 1 }
      guard record.isCertain else { continue }
      certain += 1
      if certain == number { (outcome.evidence, outcome.happenedOn) = (record.row, record.day) }
    }
    if certain >= number, outcome.happenedOn <= outcome.due {
      outcome.status = .done
    } else if let fate {
      (outcome.status, outcome.cause) = fate
    } else if certain >= number, possibleInTime < number, provesAbsence {
      outcome.status = .doneLate
    } else if certain < number, possible < number, provesAbsence || outcome.due >= context.asOf {
      outcome.status = outcome.due < context.asOf ? .overdue : .pending
    } else {
      (outcome.status, outcome.cause) = (.unknown, .unknownEvidence)
      (outcome.evidence, outcome.happenedOn) = (-1, Outcome.noDay)
    }
  }
}

extension Cadence {
  /// The date that the cadence is reckoned from, if it is.
  fileprivate var anchor: Core? {
    switch self {
    case .periodic: nil
    case .rolling(_, let first): first?.anchor
    case .anchored(let anchor, _): anchor
    case .once(let deadline): deadline.anchor
    }
  }

  /// The calendar periods that share a day with the range; nil for the other cadences.
  fileprivate func periods(on days: DayRange, _ calendar: WorkCalendar) -> CalendarPeriods? {
    guard case .periodic(let unit, let least, _, let due) = self else { return nil }
    return CalendarPeriods(unit, least: least, due: due, days: days, calendar: calendar)
  }
}
