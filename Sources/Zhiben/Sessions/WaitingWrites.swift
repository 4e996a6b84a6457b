import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// The changes that wait in a workspace, in the numbers of the script that writes them.
struct WaitingWrites {
  let writes: [Write]
  /// The facts with them.
  let draft: Snapshot
  /// The script's, with what was typed as its last source.
  let program: Program

  /// Nil if nothing waits.
  init?(_ workspace: Workspace, _ script: Script) {
    let moved = workspace.moved(to: script.program.schema)
    guard let draft = moved.draft, !moved.writes.isEmpty else { return nil }
    self.draft = draft
    var program = script.program
    let number = program.sources.count
    program.sources.append(SourceFile(name: "交互", text: moved.text))
    self.program = program
    writes = moved.writes.map { write in
      guard write.origin.source == TypedStatement.waitingSource else { return write }
      var write = write
      write.origin.source = number
      return write
    }
  }
}
