import ZhibenSyntax

/// Which clauses each kind of declaration may have, which it must have, and which may stand several times.
enum ClauseRules {
  private static let common: [Keyword] = [.basis, .inForce, .repealed, .note, .strength]

  private static let duty: [Keyword] = [
    .subject, .from, .cadence, .term, .evidence, .except, .overdue, .grace, .firstTime,
    .firstPeriod,
  ]

  /// What may stand in each kind; kinds that are not here are not checked here.
  private static let allowed: [Keyword: [Keyword]] = [
    .plan: [.docno, .period, .area, .calendar, .reading, .basis, .inForce, .repealed, .note],
    .duty: duty + common,
    .inspection: duty + common + [.cap, .mode, .checklist, .effort],
    .draw: common + [
      .population, .share, .quota, .strata, .noRepeat, .cadence, .freeze, .seed, .reserves, .weight,
      .exclude, .supplement, .staff, .from, .evidence, .term, .overdue,
    ],
    .incentive: common + [.subject, .effect, .ge, .untouched, .veto, .restore],
    .report: common + [
      .eachUnit, .to, .cc, .cadence, .term, .period, .columns, .totals, .missing, .evidence, .from,
      .overdue, .grace, .firstPeriod,
    ],
    .require: common + [.subject, .from, .condition, .term, .except, .violated, .overdue],
    .when: common + [.when, .since],
    .escalation: common + [.subject, .clock, .until, .pause, .overdue],
    .target: common + [
      .subject, .met, .metric, .period, .versus, .fall, .rise, .zeroBase, .term, .missed,
    ],
  ]

  /// Nil: not checked here.
  static func allowed(in kind: Keyword) -> [Keyword]? { allowed[kind] }

  static let repeatable: [Keyword] = [.basis, .except, .reading, .note]

  /// Rungs and dated lines share their head with clauses that stand once.
  static func mayRepeat(_ clause: Clause) -> Bool {
    switch clause.value {
    case .rung, .datedLine, .event: true
    case .actions: clause.head == .when || repeatable.contains(clause.head)
    default: repeatable.contains(clause.head)
    }
  }

  static func required(in kind: Keyword) -> [Keyword] {
    switch kind {
    case .plan: [.period]
    case .duty, .inspection: [.subject]
    case .require: [.subject, .condition]
    case .escalation: [.subject]
    case .draw: [.population]
    case .incentive: [.subject, .effect]
    case .report: [.eachUnit, .to, .columns]
    default: []
    }
  }
}
