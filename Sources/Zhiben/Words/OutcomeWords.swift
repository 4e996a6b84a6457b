import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime

extension OutcomeKind {
  /// The stable word for programs.
  public var code: String { String(describing: self) }
}

extension OutcomeStatus {
  /// The stable word for programs: `doneLate`, `awaitingApproval`.
  public var code: String { String(describing: self) }

  /// Whether somebody has to be called to account: overdue, broken, on a rung, missed. Exit code 3 of `--detailed-exitcode`.
  public var isAlarm: Bool {
    switch self {
    case .overdue, .open, .proposed, .awaitingApproval, .held, .missed: true
    default: false
    }
  }
}

extension OutcomeCause {
  /// The stable word for programs.
  public var code: String { String(describing: self) }
}

extension Change.Kind {
  /// 新增, 变更, 取消.
  public var wording: Wording {
    switch self {
    case .insert: Wording(zh: "新增", en: "new")
    case .update: Wording(zh: "变更", en: "changed")
    case .withdraw: Wording(zh: "取消", en: "withdrawn")
    }
  }

  /// The mark at the head of a line.
  public var mark: String {
    switch self {
    case .insert: "+"
    case .update: "~"
    case .withdraw: "-"
    }
  }

  /// The stable word for programs.
  public var code: String { String(describing: self) }
}
