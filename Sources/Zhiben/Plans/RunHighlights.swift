import ZhibenCalendar
import ZhibenFacts

/// The changes of a run that somebody should look at first, counted, with the first few of each kind.
public struct RunHighlights: Sendable {
  /// Why a change is worth a look.
  public enum Kind: Hashable, Sendable, CaseIterable {
    case newlyOverdue, dueToday, newlyBroken, rungReached, noticeDue, targetMissed, toBeVerified
  }

  /// The changes of one kind.
  public struct Group: Sendable {
    /// How many.
    public internal(set) var count = 0
    /// How many by position of the rule.
    public internal(set) var byRule: [Int32: Int] = [:]
    /// The first of them.
    public internal(set) var examples: [Change] = []
  }

  /// So many changes of each kind are kept.
  public static let exampleLimit = 10

  /// The kinds that occur.
  public private(set) var groups: [Kind: Group] = [:]

  mutating func add(_ changes: [Change], asOf: CivilDate) {
    for change in changes where change.kind != .withdraw {
      guard change.before?.status != change.outcome.status,
        let kind = Kind(change.outcome, asOf: asOf)
      else { continue }
      add(change, kind)
    }
  }

  /// What falls due on the judged day, whether it has changed or not.
  mutating func take(due outcomes: [Outcome]) {
    groups[.dueToday] = nil
    for outcome in outcomes {
      add(Change(kind: .update, outcome: outcome, before: outcome), .dueToday)
    }
  }

  private mutating func add(_ change: Change, _ kind: Kind) {
    var group = groups.removeValue(forKey: kind) ?? Group()
    group.count += 1
    group.byRule[change.outcome.key.rule, default: 0] += 1
    if group.examples.count < Self.exampleLimit { group.examples.append(change) }
    groups[kind] = group
  }
}

extension RunHighlights.Kind {
  /// Nil for what needs nobody.
  fileprivate init?(_ outcome: Outcome, asOf: CivilDate) {
    switch outcome.status {
    case .pending where outcome.due == asOf.days: self = .dueToday
    case .overdue: self = .newlyOverdue
    case .open where outcome.kind == .violation: self = .newlyBroken
    case .proposed, .awaitingApproval, .held:
      self = outcome.kind == .notice ? .noticeDue : .rungReached
    case .missed: self = .targetMissed
    case .unknown: self = .toBeVerified
    default: return nil
    }
  }
}
