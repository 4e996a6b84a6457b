/// How grave a diagnostic is. Only errors stop a run.
public enum Severity: String, Sendable, CaseIterable {
  case error, warning, note

  /// The word that stands before the code.
  public var wording: Wording {
    switch self {
    case .error: Wording(zh: "错误", en: "error")
    case .warning: Wording(zh: "提醒", en: "warning")
    case .note: Wording(zh: "说明", en: "note")
    }
  }
}
