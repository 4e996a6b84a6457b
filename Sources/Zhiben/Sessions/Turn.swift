/// What came of one input.
public struct Turn: Sendable {
  /// What it shows.
  public let answer: Answer
  /// What it would write.
  public let writes: [PlannedWrite]
  /// What the next input goes on with.
  public let workspace: Workspace
}
