import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenStore

/// The answer to a question for the grounds of an outcome.
public enum WhyAnswer: Sendable {
  /// What it rests on, with the outcome in words.
  case explained(WhyReport, DescribedOutcome)
  /// The rule yields nothing for the subject; why not.
  case absent(WhyReport, rule: Rule, subject: SubjectName?)
  /// The question fits several outcomes; those that need somebody come first.
  case several([DescribedOutcome])
}

extension Engine {
  /// Explains an outcome of the script as of a day.
  /// - Parameters:
  ///   - key: as a plan prints it; or rule and subject by name, or a beginning of either that is clear; or a subject alone.
  ///   - script: whose rule yields it.
  ///   - asOf: the judged day.
  ///   - workspace: a session whose waiting changes count as made.
  /// - Throws: no rule (E0305) or record (E0709) is called so; the store cannot be read.
  public func why(
    _ key: String, script: Script, asOf: CivilDate, over workspace: Workspace = Workspace()
  ) throws(Diagnostics) -> WhyAnswer {
    var demand = script.demand
    demand.add(RecordNames.demand(for: script.program))
    for register in demand.fields.keys {
      demand.add(script.program.schema.namingFields(of: register), of: register)
    }
    demand.addKeys(for: script.host, script.program.schema)
    let facts = try Facts(script, store, asOf: asOf, demand: demand, over: workspace)
    let context = RunContext(
      script: script, snapshot: facts.snapshot, names: facts.snapshot, asOf: asOf)
    let query = KeyQuery(
      context: context, ledger: facts.ledger, planner: facts.planner(FastEvaluator.self))
    let explainer = Explainer(
      program: script.program, snapshot: facts.snapshot, calendar: script.calendar, asOf: asOf,
      draws: facts.ledger.draws)
    switch try query.answer(key) {
    case .one(let outcome):
      return .explained(
        explainer.explain(outcome), DescribedOutcome(outcome: outcome, context: context))
    case .several(let outcomes):
      return .several(outcomes.map { DescribedOutcome(outcome: $0, context: context) })
    case .absent(let rule, let subject):
      let key = OutcomeKey(rule: Int32(clamping: rule), subject: subject, first: 0, nth: 0)
      return .absent(
        explainer.explainAbsence(rule: rule, subject: subject), rule: script.program.rules[rule],
        subject: context.subject(of: key))
    }
  }
}
