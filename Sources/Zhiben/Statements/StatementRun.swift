import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics

/// What the statements at the top of a script came to. A value; what they write is written when it is applied.
public struct StatementRun: Sendable {
  /// What they showed (显示), in order.
  public let shown: [ScriptRun.Shown]
  /// What they change in the registers, in order; none if they failed.
  public let writes: [Write]
  /// How many changes were left out, since an earlier run of the same script and day has made them.
  public let repeated: Int
  /// Where something unknown decided nothing.
  public let undecided: [ScriptRun.Undecided]
  /// Whether they ended before their end. The error is thrown to whoever ran them.
  public let hasFailed: Bool
  /// Puts values into words.
  public let words: AnswerWords
  let program: Program
  let snapshot: Snapshot

  /// - Parameter waiting: what was typed before, over which they ran.
  init(_ run: ScriptRun, _ program: Program, after waiting: WaitingWrites? = nil) {
    (shown, writes, undecided) = (run.shown, (waiting?.writes ?? []) + run.writes, run.undecided)
    (repeated, hasFailed) = (run.repeated, false)
    (self.program, snapshot) = (waiting?.program ?? program, run.snapshot)
    words = AnswerWords(run.snapshot)
  }

  /// What was typed in a session, where the script has no statements.
  init(_ waiting: WaitingWrites) {
    (shown, writes, undecided) = ([], waiting.writes, [])
    (repeated, hasFailed) = (0, false)
    (program, snapshot) = (waiting.program, waiting.draft)
    words = AnswerWords(waiting.draft)
  }

  /// What was shown before they failed.
  init(_ failure: ScriptFailure, _ program: Program, _ snapshot: Snapshot) {
    (shown, writes, undecided) = (failure.shown, [], [])
    (repeated, hasFailed) = (0, true)
    (self.program, self.snapshot, words) = (program, snapshot, AnswerWords(snapshot))
  }

  /// The writes with their words.
  public var changes: [PlannedWrite] { writes.map { PlannedWrite($0, self) } }

  /// How many writes there are of each kind.
  public var counts: [Write.Kind: Int] {
    writes.reduce(into: [:]) { $0[$1.kind, default: 0] += 1 }
  }

  /// How often something unknown decided nothing.
  public var undecidedCount: Int { undecided.reduce(0) { $0 + $1.count } }
}
