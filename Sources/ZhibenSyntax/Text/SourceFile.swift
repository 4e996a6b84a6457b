/// One script: its name and its bytes as they stand in the file. Offsets everywhere are offsets into `bytes`.
public struct SourceFile: Sendable {
  /// The name shown in messages; usually the path the user gave.
  public let name: String
  /// The bytes, which need not be valid UTF-8.
  public let bytes: [UInt8]
  /// The offset of the first byte of every line.
  public let lineStarts: [Int]
  /// The encoding of the file, if it is another than that of `bytes`; nil if the file holds just these.
  public let fileEncoding: String?

  /// Makes a source from bytes.
  /// - Parameters:
  ///   - name: the name shown in messages.
  ///   - bytes: the text in UTF-8; what is none is reported.
  ///   - fileEncoding: the encoding of the file, if it was another.
  public init(name: String, bytes: [UInt8], fileEncoding: String? = nil) {
    self.name = name
    self.fileEncoding = fileEncoding
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// Makes a source from text.
  public init(name: String, text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// The line (from 1) that holds the byte at `offset`; offsets past the end belong to the last line.
  public func line(at offset: Int) -> Int {
    var (low, high) = (0, lineStarts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of line `line` (from 1) without its line end.
  public func lineSpan(_ line: Int) -> Span {
    guard line >= 1, line <= lineStarts.count else { return Span(bytes.count, bytes.count) }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if end > start, bytes[end - 1] == 0x0D { end -= 1 }
    return Span(start, end)
  }

  /// The text of a range; invalid bytes become U+FFFD.
  public func text(_ span: Span) -> String {
    let start = min(max(span.start, 0), bytes.count)
    let end = min(max(span.end, start), bytes.count)
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Whether the file is a Markdown document with rules in ```` ```plan ```` fences: its name ends in `.md` or `.markdown`.
  public var isLiterate: Bool {
    let lowered = name.utf8.suffix(9).map { 0x41...0x5A ~= $0 ? $0 + 32 : $0 }
    return lowered.suffix(3).elementsEqual(".md".utf8) || lowered.elementsEqual(".markdown".utf8)
  }
}
