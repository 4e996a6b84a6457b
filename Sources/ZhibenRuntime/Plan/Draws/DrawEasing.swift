import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

/// Reliefs on a draw's share (time 45): a unit that is relieved by half counts half in the size of the draw, and has half as many tickets.
struct DrawEasing<E: Evaluator> {
  private let share: Rational
  private let context: PlanContext<E>
  /// Each relief with the part of the share that it leaves.
  private let reliefs: [(part: Rational, relief: PreparedRelief<E>)]
  /// So many tickets has a unit that is not relieved.
  private let whole: Int

  /// Nil where nothing eases the draw.
  init?(_ draw: DrawRule, of rule: Rule, _ context: PlanContext<E>) {
    guard case .share(let share) = draw.size, share > Rational(0),
      let number = context.program.rules.firstIndex(where: { $0.name == rule.name })
    else { return nil }
    (self.share, self.context) = (share, context)
    reliefs = context.program.reliefs(of: number, .share).compactMap { acting in
      guard let eased = acting.relief.eased(share, by: acting.effect.measure),
        let part = eased.divided(by: share)
      else { return nil }
      return (part, PreparedRelief(acting, context))
    }.sorted { $0.part < $1.part }
    guard !reliefs.isEmpty else { return nil }
    whole = reliefs.reduce(1) { max($0, $1.part.denominator) }
  }

  /// The largest relief that certainly holds; 1 for none.
  func part(of unit: Int32, on day: Int32) -> Rational {
    reliefs.first { $0.relief.truth(context.evaluator, subject: unit, day: day) == .yes }?.part
      ?? Rational(1)
  }

  /// Makes the size a number: the share of the units, each counted by what is left of it, rounded up; and gives tickets to match.
  /// - Parameter parts: what is left of each unit.
  func settle(_ terms: inout DrawTerms, _ units: inout [DrawList.Unit], _ parts: [Rational]) {
    guard parts.contains(where: { $0 < Rational(1) }) else { return }
    var sum = Rational(0)
    for part in parts {
      guard let more = sum.adding(part) else { return }
      sum = more
    }
    guard let wanted = sum.multiplied(by: share) else { return }
    (terms.size, terms.isWeighted) = (.count(wanted.roundedUp), true)
    for (index, part) in zip(units.indices, parts) {
      let (all, overflow) = units[index].weight.multipliedReportingOverflow(by: whole)
      guard !overflow, let left = part.multiplied(by: Rational(all)) else { continue }
      units[index].weight = min(max(1, left.roundedUp), DrawText.mostTickets)
    }
  }
}
