import ZhibenFacts

/// One subject's obligations while they are derived.
struct SubjectObligations<E: Evaluator> {
  private let rule: Int32
  private let kind: OutcomeKind
  let subject: Int32
  private let states: [Segment<DutyState>]
  private let readers: [CompletionReader<E>]
  private var read: [Completions?]
  /// In the order derived: where a later stretch decides a period again, the later one holds.
  var outcomes: [Outcome] = []

  init(
    rule: Int32, kind: OutcomeKind, subject: Int32, states: [Segment<DutyState>],
    readers: [CompletionReader<E>]
  ) {
    self.rule = rule
    self.kind = kind
    self.subject = subject
    self.states = states
    self.readers = readers
    read = readers.map { _ in nil }
  }

  /// What the reader of that number finds; read only if something is owed: it costs more than all the rest.
  mutating func completions(_ reader: Int) -> Completions {
    guard readers.indices.contains(reader) else { return Completions() }
    if let known = read[reader] { return known }
    let found = readers[reader].completions(of: subject)
    read[reader] = found
    return found
  }

  /// A new obligation of this subject.
  func outcome(_ first: Int32, _ nth: Int32) -> Outcome {
    Outcome(
      key: OutcomeKey(rule: rule, subject: subject, first: first, nth: nth), kind: kind,
      status: .pending)
  }

  /// Why the state on a day is unknown; `none` if it is known.
  func doubt(on day: Int32) -> OutcomeCause {
    guard case .owed(_, _, let doubt)? = states.state(on: day) else { return .none }
    return doubt
  }

  /// The subject left after that day: whatever was open then ends for good, also what was overdue (time 18). What is done later does not
  /// count any more.
  mutating func end(after day: Int32) { close(openOn: day, dueFrom: .min, as: .ended, .left) }

  /// The subject was exempted after that day: what was not yet due is waived; exemption is no exit, so what was overdue stays (time 19, 23).
  mutating func waive(after day: Int32) { close(openOn: day, dueFrom: day + 1, as: .waived, .none) }

  /// The rule's time was over with that day: what was not yet due ends, without a cause of its own; what is overdue stays.
  mutating func expire(after day: Int32) { close(openOn: day, dueFrom: day + 1, as: .ended, .none) }

  private mutating func close(
    openOn day: Int32, dueFrom first: Int32, as status: OutcomeStatus, _ cause: OutcomeCause
  ) {
    for position in outcomes.indices where outcomes[position].isOpen(on: day) {
      guard outcomes[position].due == Outcome.noDay || outcomes[position].due >= first else {
        continue
      }
      (outcomes[position].status, outcomes[position].cause) = (status, cause)
      (outcomes[position].evidence, outcomes[position].happenedOn) = (-1, Outcome.noDay)
    }
  }

  /// Every obligation once, in key order.
  func inKeyOrder() -> [Outcome] {
    if zip(outcomes, outcomes.dropFirst()).allSatisfy({ $0.key < $1.key }) { return outcomes }
    var latest: [OutcomeKey: Outcome] = [:]
    for outcome in outcomes { latest[outcome.key] = outcome }
    return latest.values.sorted { $0.key < $1.key }
  }
}

extension Outcome {
  /// Whether an obligation was neither done nor closed on the day.
  fileprivate func isOpen(on day: Int32) -> Bool {
    switch status {
    case .pending, .overdue, .unknown: true
    case .done, .doneLate: happenedOn > day
    default: false
    }
  }
}
