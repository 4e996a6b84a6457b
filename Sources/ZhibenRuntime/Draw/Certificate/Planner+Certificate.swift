import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

extension Planner {
  /// The certificate of a draw.
  /// - Parameter outcome: the draw, or a unit of it; of a visit the draw that it came from.
  /// - Returns: nil while there is no number, and for outcomes of other rules.
  public func certificate(of outcome: Outcome) -> DrawCertificate? {
    guard let round = round(of: outcome), let number = round.announced else { return nil }
    let rule = context.program.rules[Int(outcome.key.rule)]
    return DrawCertificate(
      plan: context.program.plan.title, basis: rule.citations.joined(separator: "；"),
      asOf: CivilDate(days: context.asOf), list: round.list, number: number.text,
      publishedOn: CivilDate(days: number.day), source: number.source, strikes: round.strikes)
  }

  /// The frozen list of a draw, also before there is a number.
  public func frozenList(of outcome: Outcome) -> DrawList? { round(of: outcome)?.list }

  private func round(of outcome: Outcome) -> DrawRound? {
    guard context.program.rules.indices.contains(Int(outcome.key.rule)),
      case .draw(let draw) = context.program.rules[Int(outcome.key.rule)].body,
      let planner = DrawPlanner(rule: outcome.key.rule, draw: draw, context: context)
    else { return nil }
    let rounds = planner.rounds().filter { $0.first == outcome.key.first }
    if outcome.kind == .draw { return rounds.first { $0.nth == outcome.key.nth } }
    return rounds.last { round in
      round.standings.keys.contains { planner.listing.row(of: $0) == outcome.key.subject }
    }
  }
}
