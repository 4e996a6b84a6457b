/// The parts of a file that are code: all of it, or the plan fences of a literate file.
struct CodeRegions {
  private let source: SourceFile
  private let fences: [LiterateScanner.Fence]?
  /// The line end that the file uses.
  private let lineEnd: String

  init(_ source: SourceFile) {
    self.source = source
    fences = source.isLiterate ? LiterateScanner.scan(source.bytes).fences : nil
    let first = source.bytes.firstIndex(of: 0x0A) ?? 0
    lineEnd = first > 0 && source.bytes[first - 1] == 0x0D ? "\r\n" : "\n"
  }

  /// The part of a token's trivia that is code. Trivia reaches back over prose, never over other code.
  func code(of trivia: Span) -> Span {
    guard let fences else { return trivia }
    var (low, high) = (0, fences.count)
    while low < high {
      let middle = (low + high) / 2
      if fences[middle].code.start <= trivia.end { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return Span(trivia.end, trivia.end) }
    let code = fences[low - 1].code
    let start = max(trivia.start, code.start)
    return Span(start, max(start, min(trivia.end, code.end)))
  }

  /// The file with its code replaced, one list of lines for each region.
  func assemble(_ texts: [[String]]) -> String {
    guard let fences else {
      return (texts.first ?? []).map { $0 + lineEnd }.joined()
    }
    var text = ""
    var position = 0
    for (fence, lines) in zip(fences, texts) {
      text += source.text(Span(position, fence.code.start))
      let indent = indent(of: fence)
      text += lines.map { ($0.isEmpty ? "" : indent + $0) + lineEnd }.joined()
      position = fence.code.end
    }
    return text + source.text(Span(position, source.bytes.count))
  }

  /// The blanks before the closing marks: code stands as far in as its fence.
  private func indent(of fence: LiterateScanner.Fence) -> String {
    let blanks = source.text(Span(fence.code.end, fence.closer.start))
    return blanks.utf8.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? blanks : ""
  }
}
