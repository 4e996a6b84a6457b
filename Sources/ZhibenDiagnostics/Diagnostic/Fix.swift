import ZhibenSyntax

/// A change of the script that removes the diagnostic, or one of several between which a person must choose.
public struct Fix: Hashable, Sendable {
  /// The bytes that go; empty for an insertion. They lie in the file of the diagnostic's primary place.
  public var span: Span
  /// The text that takes their place; empty for a deletion.
  public var replacement: String
  /// Says in a few words what the change does; shown instead of `改成：replacement`.
  public var title: Wording?

  /// Makes a fix.
  public init(_ span: Span, _ replacement: String, title: Wording? = nil) {
    self.span = span
    self.replacement = replacement
    self.title = title
  }

  /// The bytes of a script after the fixes. Of two fixes that overlap, the one that starts first is applied and the other left for the next run.
  public static func apply(_ fixes: [Fix], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var position = 0
    let ordered = fixes.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    for fix in ordered
    where fix.span.start >= position && fix.span.start <= fix.span.end
      && fix.span.end <= bytes.count
    {
      result += bytes[position..<fix.span.start]
      result += Array(fix.replacement.utf8)
      position = fix.span.end
    }
    result += bytes[position...]
    return result
  }
}
