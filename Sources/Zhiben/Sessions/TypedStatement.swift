import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A statement of a session, and what the records it writes are known by in the store: by what was typed, and for which time in the session.
///
/// A session that is held again as of the same day, because nobody knows how far the first one came, writes nothing twice.
struct TypedStatement {
  /// The statement without the blanks around it.
  let text: String
  let digest: String
  /// The number of its source in the program that it was compiled to.
  private let source: Int
  /// Where it begins in that source.
  private let start: Int
  private let mark: String
  /// The sources that were typed, too.
  private let declared: Set<Int>

  /// The source of the waiting writes in their origins, whatever program they are written by.
  static let waitingSource = -1

  /// - Parameters:
  ///   - source: the number of the statement's source in the program.
  ///   - script: whose program it was added to.
  init(
    _ input: SourceFile, source: Int, of program: Program, script: Script, in workspace: Workspace
  ) {
    let bytes = input.bytes
    func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
    start = bytes.firstIndex { !isBlank($0) } ?? bytes.count
    let end = bytes.lastIndex { !isBlank($0) }.map { $0 + 1 } ?? start
    text = input.text(Span(start, end))
    digest = String(ScriptDigest.of([SourceFile(name: "", text: text)]).prefix(32))
    self.source = source
    declared = Set(
      program.sources.indices.filter { number in script.hasAdded(program.sources[number]) })
    mark = "交互:\(digest)#\(workspace.timesTyped(digest) + 1):"
  }

  /// A write of it as it waits.
  /// - Parameter place: where the statement stands in the text of the workspace, in bytes.
  func waiting(_ write: Write, at place: Int) -> Write {
    var waiting = write
    let origin = write.origin
    let head = "\(origin.source):\(origin.span.start)"
    let rest = write.identity.dropFirst(head.count)
    if origin.source == source {
      let span = origin.span
      waiting.identity = "\(mark)+\(span.start - start)\(rest)"
      waiting.origin = Origin(
        source: Self.waitingSource,
        span: Span(span.start - start + place, span.end - start + place))
    } else {
      waiting.identity = mark + write.identity
      // A function that was typed stands in no source that the log could name.
      if declared.contains(origin.source) {
        waiting.origin = Origin(
          source: Self.waitingSource, span: Span(place, place + text.utf8.count))
      }
    }
    return waiting
  }

  /// What it has written earlier, as the interpreter calls it.
  /// - Parameter written: what sessions and runs of the plan have written.
  func known(_ written: Set<String>) -> Set<String> {
    var known: Set<String> = []
    for identity in written where identity.hasPrefix(mark) {
      let rest = identity.dropFirst(mark.count)
      guard rest.first == "+" else {
        known.insert(String(rest))
        continue
      }
      let digits = rest.dropFirst().prefix { $0.isNumber }
      guard let offset = Int(digits) else { continue }
      known.insert("\(source):\(offset + start)\(rest.dropFirst(digits.count + 1))")
    }
    return known
  }
}
