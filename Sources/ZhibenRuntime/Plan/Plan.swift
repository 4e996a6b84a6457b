import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

/// What a run would change, and what it found: a value, made without touching any store.
public struct Plan: Sendable {
  /// The differences to the ledger, in key order.
  public var changes: [Change]
  /// What it found beside them.
  public var summary: PlanSummary

  /// Makes a plan.
  public init(changes: [Change], summary: PlanSummary) {
    self.changes = changes
    self.summary = summary
  }

  /// The judged day.
  public var asOf: CivilDate { summary.asOf }
  /// Whether the ledger is up to date.
  public var isEmpty: Bool { changes.isEmpty }
}

/// What a run found, without the single changes: small however large the register.
public struct PlanSummary: Sendable {
  /// The judged day.
  public var asOf: CivilDate
  /// The version of the facts it rests on; applying it to another version is refused.
  public var dataVersion: Int
  /// The number of differences to the ledger, by kind.
  public var changeCounts: [Change.Kind: Int]
  /// How the records of each scope divide.
  public var scopes: [ScopeCount]
  /// How many outcomes of each rule are in each state, whether they change or not.
  public var totals: [RuleTotals]
  /// What the author should see: conflicts between exceptions, visits above a cap.
  public var notes: [PlanNote]
  /// Lists of draws that were frozen, and numbers that came, since the last run.
  public var draws: [FrozenDraw] = []
}

/// How the records of a scope's register divide on the judged day.
public struct ScopeCount: Hashable, Sendable {
  /// Position in `Program.scopes`.
  public var scope: Int
  public var inside: Int
  public var outside: Int
  public var unknown: Int
  /// The blank fields behind the unknown ones, most frequent first, with the number of records.
  public var blanks: [BlankField]
}

/// A blank field that left records unknown.
public struct BlankField: Hashable, Sendable {
  public var field: FieldRef
  public var count: Int
}

/// The outcomes of one rule by state.
public struct RuleTotals: Hashable, Sendable {
  /// Position in `Program.rules`.
  public var rule: Int
  public var counts: [OutcomeStatus: Int]
}

/// Something that concerns a rule and a number of subjects.
public struct PlanNote: Hashable, Sendable {
  public enum Kind: String, Hashable, Sendable {
    /// Two exceptions apply and differ, and no resolver is declared.
    case exceptionConflict
    /// Planned visits exceed the cap.
    case aboveCap
    /// Whether a relief holds is unknown, so that there is none.
    case unknownRelief
  }
  public var kind: Kind
  public var rule: Int
  public var count: Int
  /// Position of the first subject.
  public var example: Int32
}
