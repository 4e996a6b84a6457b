import ZhibenSemantics

extension EventRule {
  /// What follows.
  public var outcomeKind: OutcomeKind {
    switch consequence {
    case .notice: .notice
    case .obligation: .obligation
    case .visits: .visit
    }
  }
}

extension Rule {
  /// What it notifies of; nil for rules without notices.
  public var notice: ActionSpec? {
    if case .event(let event) = body, case .notice(let action) = event.consequence {
      action
    } else {
      nil
    }
  }
}
