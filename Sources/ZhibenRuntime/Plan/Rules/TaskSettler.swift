import ZhibenFacts
import ZhibenSemantics

/// Says how a single task stands that is owed from a day on: a visit to a unit that was drawn, what an event asks for.
struct TaskSettler<E: Evaluator> {
  let reader: CompletionReader<E>?
  /// Whether what is not in the register did not happen (齐全, time 8).
  let provesAbsence: Bool
  private let asOf: Int32
  private let horizon: Int32

  init(_ evidence: Evidence?, _ context: PlanContext<E>, horizon: Int32) {
    reader = evidence.map { CompletionReader($0, context) }
    provesAbsence = reader?.provesAbsence ?? false
    (asOf, self.horizon) = (context.asOf, horizon)
  }

  /// As every obligation: unknown is neither done nor overdue (time 7); without records that prove absence a day that passed is for a person.
  func settle(_ task: inout Outcome, from: Int32) {
    let records = reader?.completions(of: task.key.subject) ?? Completions()
    let inTime = records.between(from, asOf)
    let certain = inTime.first(where: \.isCertain)
    let doubtful = records.undated + inTime.count { !$0.isCertain && $0.day <= task.due }
    if let certain, certain.day <= task.due || (doubtful == 0 && provesAbsence) {
      (task.evidence, task.happenedOn) = (certain.row, certain.day)
      task.status = certain.day <= task.due ? .done : .doneLate
    } else if certain == nil, doubtful == 0, provesAbsence || task.due >= asOf {
      task.status = task.due < asOf ? .overdue : .pending
      // The rule's time is over before the day came.
      if task.status == .pending, horizon < asOf { task.status = .ended }
    } else {
      (task.status, task.cause) = (.unknown, .unknownEvidence)
    }
  }
}
