import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// Derives what follows from the events of one rule: notices and obligations, whose subject is the record of the event (time 3, 6).
struct EventPlanner<E: Evaluator>: SubjectPlanner {
  let register: RegisterID
  let events: EventReader<E>
  private let rule: Int32
  private let event: EventRule
  private let context: PlanContext<E>
  private let settler: TaskSettler<E>
  private let needs: [E.Prepared]
  private let horizon: Int32

  init?(rule: Int32, event: EventRule, context: PlanContext<E>) {
    let declared = context.program.rules[Int(rule)]
    guard let reader = EventReader(event.trigger, of: declared, context),
      let days = context.days(of: declared)
    else { return nil }
    (register, events) = (event.trigger.register, reader)
    (self.rule, self.event, self.context) = (rule, event, context)
    horizon = days.horizon
    settler = TaskSettler(event.task?.evidence, context, horizon: days.horizon)
    if case .notice(let action) = event.consequence {
      needs = action.needs.compactMap { $0.condition.map(context.evaluator.prepare) }
    } else {
      needs = []
    }
  }

  func plan(subject: Int32, into outcomes: inout [Outcome]) {
    for edge in events.edges(of: subject) {
      var outcome = Outcome(
        key: OutcomeKey(
          rule: rule, subject: subject, first: edge.day, nth: Int32(clamping: event.clause)),
        kind: event.outcomeKind, status: .pending)
      switch edge.standing {
      case .unknown: (outcome.status, outcome.cause) = (.unknown, .unknownRecords)
      case .annulled: (outcome.status, outcome.cause) = (.cancelled, .corrected)
      case .certain: fill(&outcome, edge)
      }
      outcomes.append(outcome)
    }
  }

  private func fill(_ outcome: inout Outcome, _ edge: EventEdge) {
    switch event.consequence {
    case .notice(let action): fill(&outcome, edge, action)
    case .obligation(let task):
      context.setTerm(of: &outcome, task.term, after: event, edge)
      settler.settle(&outcome, from: edge.day)
    case .visits: break
    }
  }

  /// A precondition that comes later releases the notice on that day (time 37).
  private func fill(_ outcome: inout Outcome, _ edge: EventEdge, _ action: ActionSpec) {
    if let term = action.term { context.setTerm(of: &outcome, term, after: event, edge) }
    outcome.status = .held
    let evaluator = context.evaluator
    var day = edge.known
    while day <= horizon {
      evaluator.edge = .max
      if needs.allSatisfy({
        evaluator.truth($0, subject: outcome.key.subject, row: -1, day: day) == .yes
      }) {
        outcome.status = action.needsDecision ? .awaitingApproval : .proposed
        outcome.happenedOn = day
        return
      }
      day = max(evaluator.edge, day + 1)
    }
  }
}

/// Derives the visits that the events of one rule ask for: one for each member of a collection as it is on the day of the event (time 6).
struct EventVisits<E: Evaluator> {
  private let rule: Int32
  private let event: EventRule
  private let task: EventRule.Task
  private let members: RegisterID
  private let membership: E.Prepared
  private let context: PlanContext<E>
  private let settler: TaskSettler<E>
  private let dates: RecordDates
  private let events: EventReader<E>

  init?(rule: Int32, event: EventRule, context: PlanContext<E>) {
    let declared = context.program.rules[Int(rule)]
    guard case .visits(let task, let subject) = event.consequence,
      let reader = EventReader(event.trigger, of: declared, context),
      let days = context.days(of: declared)
    else { return nil }
    (self.rule, self.event, self.context) = (rule, event, context)
    (self.task, members, events) = (task, subject.register, reader)
    membership = context.evaluator.prepare(subject.condition)
    settler = TaskSettler(task.evidence, context, horizon: days.horizon)
    dates = RecordDates(subject.register, context.snapshot)
  }

  /// The events with their numbers among those of one day, which stand in the keys.
  func numbered() -> [(record: Int32, edge: EventEdge, number: Int32)] {
    var (number, day): (Int32, Int32) = (0, .min)
    return events.all().map { record, edge in
      (number, day) = (edge.day == day ? number + 1 : 1, edge.day)
      return (record, edge, number)
    }
  }

  /// In key order. An event that is not certain is listed once, without those it would ask to visit.
  func outcomes() -> [Outcome] {
    var outcomes: [Outcome] = []
    for (record, edge, number) in numbered() where !context.isStopped() {
      if edge.standing == .unknown {
        outcomes.append(
          Outcome(
            key: OutcomeKey(rule: rule, subject: -1, first: edge.day, nth: number), kind: .visit,
            status: .unknown, cause: .unknownRecords))
        continue
      }
      for position in 0..<context.snapshot[members].count {
        let member = Int32(clamping: position)
        if let visit = visit(to: member, record, edge, number) { outcomes.append(visit) }
      }
    }
    return outcomes.sorted { $0.key < $1.key }
  }

  private func visit(
    to member: Int32, _ record: Int32, _ edge: EventEdge, _ number: Int32
  ) -> Outcome? {
    let evaluator = context.evaluator
    guard !dates.isAbsent(member, on: edge.known, evaluator) else { return nil }
    let truth = evaluator.truth(membership, subject: record, row: member, day: edge.known)
    guard truth != .no else { return nil }
    var visit = Outcome(
      key: OutcomeKey(rule: rule, subject: member, first: edge.day, nth: number), kind: .visit,
      status: .pending)
    if edge.standing == .annulled {
      (visit.status, visit.cause) = (.cancelled, .corrected)
    } else if truth == .unknown {
      (visit.status, visit.cause) = (.unknown, .unknownMembership)
    } else {
      context.setTerm(of: &visit, task.term, after: event, edge, record: record)
      settler.settle(&visit, from: edge.day)
      if [.pending, .overdue].contains(visit.status),
        dates.isAbsent(member, on: context.asOf, evaluator)
      {
        (visit.status, visit.cause) = (.ended, .left)
      }
    }
    return visit
  }
}

extension PlanContext {
  /// The day from which the term of an event runs: the later of its day, of the day on which it became known, and of that on which its record
  /// was entered, unless the rule says 自 发生 (time 6).
  func clock(of event: EventRule, _ edge: EventEdge, record: Int32) -> Int32 {
    if event.runsFromOccurrence { return edge.day }
    let entries = snapshot[event.trigger.register].recordedOn
    guard entries.indices.contains(Int(record)), entries[Int(record)] != unknownCell else {
      return edge.known
    }
    return max(edge.known, Int32(clamping: entries[Int(record)]))
  }

  fileprivate func setTerm(
    of outcome: inout Outcome, _ term: Term, after event: EventRule, _ edge: EventEdge,
    record: Int32? = nil
  ) {
    let from = clock(of: event, edge, record: record ?? outcome.key.subject)
    let end = calendar.term(
      term, after: CivilDate(days: from), moves: term.unit.movesOffRestDays)
    (outcome.dueRaw, outcome.due) = (end.raw.days, end.moved.days)
  }
}
