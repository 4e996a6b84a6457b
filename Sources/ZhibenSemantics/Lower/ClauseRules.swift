import ZhibenSyntax

/// Which clauses each kind of declaration may have, which it must have, and which may stand several times.
enum ClauseRules {
  private static let common: Set<Keyword> = [.basis, .inForce, .repealed, .note, .strength]

  private static let duty: Set<Keyword> = [
    .subject, .from, .cadence, .term, .evidence, .except, .overdue, .grace, .firstTime,
    .firstPeriod,
  ]

  /// Nil: not checked here.
  static func allowed(in kind: Keyword) -> Set<Keyword>? {
    switch kind {
    case .plan: [.docno, .period, .area, .calendar, .reading, .basis, .inForce, .repealed, .note]
    case .duty: duty.union(common)
    case .inspection: duty.union(common).union([.cap, .mode, .checklist, .effort])
    case .require:
      common.union([.subject, .from, .condition, .term, .except, .violated, .overdue])
    case .escalation: common.union([.subject, .clock, .until, .pause, .overdue])
    case .target:
      common.union([
        .subject, .met, .metric, .period, .versus, .fall, .rise, .zeroBase, .term, .missed,
      ])
    default: nil
    }
  }

  static let repeatable: Set<Keyword> = [.basis, .except, .reading, .note]

  /// Rungs and dated lines share their head with clauses that stand once.
  static func mayRepeat(_ clause: Clause) -> Bool {
    switch clause.value {
    case .rung, .datedLine: true
    default: repeatable.contains(clause.head)
    }
  }

  static func required(in kind: Keyword) -> [Keyword] {
    switch kind {
    case .plan: [.period]
    case .duty, .inspection: [.subject]
    case .require: [.subject, .condition]
    case .escalation: [.subject]
    default: []
    }
  }
}
