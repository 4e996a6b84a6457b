import ZhibenCalendar

/// What the ledger holds for one program, in positions of one snapshot.
public struct LedgerSnapshot: Sendable {
  /// Outcomes in key order, of the program's rules only.
  public var outcomes: [Outcome]
  /// Outcomes whose record is no longer in its register, in key order; in place of a position their key has the store's row id.
  public var vanished: [Outcome]
  /// The as-of of the latest applied run; nil if there was none. An earlier as-of is read-only (time 2).
  public var lastAsOf: CivilDate?

  /// The lists that were frozen for draws.
  public var draws: [FrozenDraw] = []

  /// Makes a ledger.
  public init(
    outcomes: [Outcome] = [], vanished: [Outcome] = [], lastAsOf: CivilDate? = nil,
    draws: [FrozenDraw] = []
  ) {
    self.draws = draws
    self.outcomes = outcomes
    self.vanished = vanished
    self.lastAsOf = lastAsOf
  }
}
