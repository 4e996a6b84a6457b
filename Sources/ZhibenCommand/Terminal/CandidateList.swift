import Zhiben

/// Candidates under each other, each with what it is; in several columns where there are many.
struct CandidateList: Sendable {
  var width: DisplayWidth
  var columns: Int

  /// So many lines are shown; the rest is counted.
  private static let limit = 24

  func text(_ candidates: [(text: String, kind: String)]) -> String {
    let widest = candidates.map { width.of($0.text) }.max() ?? 0
    var text = ""
    for candidate in candidates.prefix(Self.limit) {
      let line = width.padded(candidate.text, to: min(widest, columns / 2)) + "  " + candidate.kind
      text += width.truncated(line, to: max(10, columns - 1)) + "\n"
    }
    let rest = candidates.count - Self.limit
    return rest > 0 ? text + "… +\(rest)\n" : text
  }
}
