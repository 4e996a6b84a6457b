/// A half-open range of UTF-8 byte offsets in one source file.
///
/// Spans are everywhere in tokens and trees, so they take four bytes an offset; offsets beyond two gigabytes are held at that.
public struct Span: Hashable, Sendable {
  @usableFromInline var first: Int32
  @usableFromInline var last: Int32

  /// The offset of the first byte.
  @inlinable public var start: Int {
    get { Int(first) }
    set { first = Int32(clamping: newValue) }
  }
  /// The offset after the last byte.
  @inlinable public var end: Int {
    get { Int(last) }
    set { last = Int32(clamping: newValue) }
  }

  /// Makes the range `start ..< end`.
  @inlinable public init(_ start: Int, _ end: Int) {
    first = Int32(clamping: start)
    last = Int32(clamping: end)
  }

  /// The smallest range that covers both.
  public func union(_ other: Span) -> Span {
    Span(min(start, other.start), max(end, other.end))
  }
}
