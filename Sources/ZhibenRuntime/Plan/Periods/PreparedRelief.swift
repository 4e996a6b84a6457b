import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// A relief on a clause, prepared for one evaluator (time 45).
struct PreparedRelief<E: Evaluator> {
  /// Of each cadence of the rule what becomes of it, as positions; nil where nothing does.
  let eased: [Int?]
  private let condition: E.Prepared
  private let veto: E.Prepared?
  private let inForce: DayRange

  init(_ relief: Program.ReliefOfRule, eased: [Int?] = [], _ context: PlanContext<E>) {
    self.eased = eased
    condition = context.evaluator.prepare(relief.relief.subject.condition)
    veto = relief.relief.veto.map(context.evaluator.prepare)
    inForce = context.program.rules[relief.number].inForce
  }

  /// Whether the subject is relieved on the day; lowers the evaluator's `edge`. A relief that is vetoed is none, whatever else is blank.
  func truth(_ evaluator: E, subject: Int32, day: Int32) -> Truth {
    guard [inForce].contain(day, evaluator) else { return .no }
    let member = evaluator.truth(condition, subject: subject, row: -1, day: day)
    if member == .no { return .no }
    guard let veto else { return member }
    switch evaluator.truth(veto, subject: subject, row: -1, day: day) {
    case .yes: return .no
    case .no: return member
    case .unknown: return .unknown
    }
  }
}
