import ZhibenCalendar

/// What the ledger holds for one program, in positions of one snapshot.
public struct LedgerSnapshot: Sendable {
  /// Outcomes in key order, of the program's rules only.
  public var outcomes: [Outcome]
  /// The as-of of the latest applied run; nil if there was none. An earlier as-of is read-only (time 2).
  public var lastAsOf: CivilDate?

  /// Makes a ledger.
  public init(outcomes: [Outcome] = [], lastAsOf: CivilDate? = nil) {
    self.outcomes = outcomes
    self.lastAsOf = lastAsOf
  }
}
