import ZhibenCalendar
import ZhibenFacts
import ZhibenRuntime

/// A plan with all it takes to show it: what a run as of a day would change in the ledger, record by record. A value; nothing is written
/// until it is applied.
public struct PlannedRun: Sendable {
  /// Script, facts and names.
  public let context: RunContext
  /// The bare plan, in positions of the context's snapshot.
  public let plan: Plan
  /// What the statements at the top of the script came to; nil if there are none. The plan rests on what they write.
  public let statements: StatementRun?

  /// The judged day.
  public var asOf: CivilDate { plan.asOf }
  /// Whether registers and ledger are up to date.
  public var isEmpty: Bool { plan.isEmpty && writes.isEmpty }
  /// What would change in the registers, in order.
  public var writes: [PlannedWrite] { statements?.changes ?? [] }
  /// What would change, in key order. Texts are made when they are asked for.
  public var changes: ChangeList { ChangeList(run: self) }
}

/// The changes of a run, each described when it is asked for.
public struct ChangeList: RandomAccessCollection, Sendable {
  let run: PlannedRun

  public var startIndex: Int { run.plan.changes.startIndex }
  public var endIndex: Int { run.plan.changes.endIndex }
  public subscript(position: Int) -> PlannedChange {
    run.context.described(run.plan.changes[position])
  }
}

extension PlanSummary {
  /// How many records of the ledger would change.
  public var changeCount: Int { changeCounts.values.reduce(0, +) }

  /// How many outcomes of all rules are in each state, whether they change or not.
  public var stateCounts: [OutcomeStatus: Int] {
    totals.reduce(into: [:]) { sums, rule in
      sums.merge(rule.counts, uniquingKeysWith: +)
    }
  }
}

extension Script {
  /// The registers that its rules read and that count as complete: no row means no (time 8).
  public var registersTakenForComplete: [String] {
    demand.fields.keys.sorted().map { program.schema[$0] }.filter(\.isComplete).map(\.name)
  }
}
