/// What came of one input.
public struct Turn: Sendable {
  /// What it shows.
  public let answer: Answer
  /// What it would write.
  public let writes: [PlannedWrite]
  /// How many changes were left out, since an earlier session has written them as of this day.
  public let repeated: Int
  /// What the next input goes on with.
  public let workspace: Workspace
}
