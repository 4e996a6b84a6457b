import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

extension Engine {
  /// What somebody has to do as of a day: what is overdue, broken, reached or missed, and what falls due soon. By due day.
  /// - Parameters:
  ///   - script: whose rules it follows from.
  ///   - asOf: the judged day.
  ///   - workspace: a session whose waiting changes count as made.
  ///   - days: how many days ahead counts as soon.
  /// - Throws: the store cannot be read.
  public func tasks(
    _ script: Script, asOf: CivilDate, over workspace: Workspace = Workspace(),
    within days: Int = 31
  ) throws(Diagnostics) -> [DescribedOutcome] {
    let facts = try Facts(
      script, store, asOf: asOf, demand: script.demand, over: workspace)
    let context = try facts.context(store)
    let query = KeyQuery(
      context: context, ledger: facts.ledger, planner: facts.planner(FastEvaluator.self))
    let horizon = asOf.advanced(byDays: days).days
    let found = script.program.rules.indices.flatMap { rule in
      query.outcomes(of: rule).filter {
        $0.status.isAlarm || $0.status == .pending && $0.due <= horizon
      }
    }
    try store.checkStopped()
    return found.sorted { ($0.due, $0.key) < ($1.due, $1.key) }
      .map { DescribedOutcome(outcome: $0, context: context) }
  }
}
