import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime

/// One record of the ledger that would change, with its words: those of its new state, and how it stood before.
@dynamicMemberLookup
public struct PlannedChange: Sendable, CustomStringConvertible {
  /// The bare change.
  public let change: Change
  /// The new state with its words.
  public let described: DescribedOutcome

  init(_ change: Change, _ context: RunContext) {
    self.change = change
    described = DescribedOutcome(outcome: change.outcome, context: context)
  }

  /// Everything that the new state says of itself.
  public subscript<T>(dynamicMember path: KeyPath<DescribedOutcome, T>) -> T {
    described[keyPath: path]
  }

  /// How it stood before; nil for a new one.
  public var statusBefore: Wording? { change.before?.status.words }
  /// The due day that counted before, if it was another.
  public var dueBefore: CivilDate? {
    guard let before = change.before, before.due != Outcome.noDay, before.due != change.outcome.due
    else { return nil }
    return CivilDate(days: before.due)
  }

  /// `+ 新增 洋口木业 2025年第2季度 期限 2025-06-30 待办`.
  public var description: String { text(in: .zh) }

  /// The change on one line.
  public func text(in language: Language) -> String {
    var parts = [change.kind.mark, change.kind.wording[language]]
    if let subject = described.subject { parts.append(subject.name) }
    parts.append(described.period[language])
    if let due = described.due { parts.append(language == .zh ? "期限 \(due)" : "due \(due)") }
    parts.append(described.status[language])
    return parts.joined(separator: " ")
  }
}
