import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// The record that an outcome is about.
public struct SubjectName: Hashable, Sendable {
  /// The name of its register.
  public let register: String
  /// Its key field, else `#` and its number in the store.
  public let key: String
  /// Its name, or its key with whose it is.
  public let name: String
}

/// An outcome with its words. Each text is made when it is asked for.
public struct DescribedOutcome: Sendable {
  /// The bare outcome.
  public let outcome: Outcome
  let context: RunContext

  /// The rule that yields it.
  public var rule: Rule? { context.script.rule(outcome.key.rule) }
  /// The clause that the rule implements, most specific last (依据); empty if the rule cites none.
  public var clause: String { rule?.citations.last ?? "" }
  /// The natural key as people type it: `主要负责人带队检查/91320623MA…/2025-04-01/1`.
  public var key: String { context.keyText(outcome.key) }
  /// Whom or what it is about; nil for a target's reading.
  public var subject: SubjectName? { context.subject(of: outcome.key) }
  /// Which period, rung or line it stands for.
  public var period: Wording { rule.map { PeriodWords.label(of: outcome, in: $0) } ?? "" }
  /// The due day that counts; nil where there is none.
  public var due: CivilDate? { day(outcome.due) }
  /// The due day before it moved off a rest day, if it did (time 25).
  public var dueBeforeMoving: CivilDate? {
    outcome.dueRaw == outcome.due ? nil : day(outcome.dueRaw)
  }
  /// Whether the due day rests on a calendar that has not been decreed (暂定).
  public var isProvisional: Bool { due.map { context.script.calendar.isProvisional($0) } ?? false }
  /// How it stands as of the run's day, with the cause.
  public var status: Wording { StatusWords.status(of: outcome, asOf: context.asOf) }

  private func day(_ number: Int32) -> CivilDate? {
    number == Outcome.noDay ? nil : CivilDate(days: number)
  }
}
