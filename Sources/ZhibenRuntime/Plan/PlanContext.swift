import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// What all rules of one run share.
struct PlanContext<E: Evaluator> {
  let program: Program
  let snapshot: Snapshot
  let calendar: WorkCalendar
  /// The day as of which is judged, in days.
  let asOf: Int32
  let evaluator: E

  /// The days on which a rule is judged: from its first day to the as-of or its last day. Nil before its first day.
  func days(of rule: Rule) -> (start: Int32, horizon: Int32)? {
    let start = rule.inForce.first.days
    let horizon = min(asOf, rule.inForce.last.days)
    return start <= horizon ? (start, horizon) : nil
  }
}

/// A kind of rule, prepared for one run: yields one subject's outcomes.
protocol SubjectPlanner {
  /// The register whose records are the subjects.
  var register: RegisterID { get }
  /// Appends the outcomes of a subject in key order.
  func plan(subject: Int32, into outcomes: inout [Outcome])
}
