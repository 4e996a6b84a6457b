/// Splits a run that is no name into what its writer glued together: `等级=D且人数>50` fails at the run `D且人数`, which is `D 且 人数`.
///
/// Only for the error path. Runs of more than 64 characters are not tried.
public enum Segmenter {
  /// The longest run that is tried, in characters.
  public static let limit = 64

  /// The shortest split of `run` into declared names, keywords of either language and literals; among equally short ones the one whose first
  /// pieces are longest. `nil` when there is none; one piece when the run is one of these itself.
  public static func segment(_ run: String, names: Set<String>) -> [String]? {
    let bytes = Array(run.utf8)
    let text = CodeText(bytes, Span(0, bytes.count))
    let starts = boundaries(text)
    guard let last = starts.last, last == bytes.count, starts.count - 1 <= limit, last > 0 else {
      return nil
    }
    // For every place, from the end: how many pieces from there on, and where the first of them ends.
    var best: [Int: (count: Int, end: Int)] = [last: (0, last)]
    for start in starts.dropLast().reversed() {
      let literals = Set(LiteralReader.readAll(text, at: start).map(\.end))
      for end in starts.reversed() where end > start {
        guard let rest = best[end] else { continue }
        if let known = best[start], known.count <= rest.count + 1 { continue }
        let piece = text.plain(start, end)
        guard literals.contains(end) || names.contains(piece) || isKeyword(text, start, end) else {
          continue
        }
        best[start] = (rest.count + 1, end)
      }
    }
    guard best[0] != nil else { return nil }
    var pieces: [String] = []
    var position = 0
    while position < last, let step = best[position] {
      pieces.append(text.plain(position, step.end))
      position = step.end
    }
    return pieces
  }

  private static func isKeyword(_ text: CodeText, _ start: Int, _ end: Int) -> Bool {
    !KeywordTable.keywords(spelling: text.folded(start, end)).isEmpty
  }

  /// The offsets between the characters, the end included.
  static func boundaries(_ text: CodeText) -> [Int] {
    var offsets = [text.start]
    while let last = offsets.last, last < text.end, offsets.count <= limit + 1 {
      offsets.append(text.raw(last).next)
    }
    return offsets
  }
}
