/// What differs between two texts, line by line, in the form that `patch` reads.
struct LineDiff {
  /// So many lines that stayed are shown around those that changed.
  private static let context = 3

  /// One line and what became of it.
  private enum Line {
    case same(Substring)
    case removed(Substring)
    case added(Substring)
  }

  private let lines: [Line]
  private let name: String

  init(_ name: String, from before: String, to after: String) {
    self.name = name
    let old = before.split(separator: "\n", omittingEmptySubsequences: false)
    let new = after.split(separator: "\n", omittingEmptySubsequences: false)
    var removals: Set<Int> = []
    var insertions: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removals.insert(offset)
      case .insert(let offset, _, _): insertions.insert(offset)
      }
    }
    var lines: [Line] = []
    var (i, j) = (0, 0)
    while i < old.count || j < new.count {
      if i < old.count, removals.contains(i) {
        lines.append(.removed(old[i]))
        i += 1
      } else if j < new.count, insertions.contains(j) {
        lines.append(.added(new[j]))
        j += 1
      } else if i < old.count {
        lines.append(.same(old[i]))
        (i, j) = (i + 1, j + 1)
      } else {
        break
      }
    }
    self.lines = lines
  }

  /// The text, empty if nothing differs.
  var text: String {
    let changed = lines.indices.filter { if case .same = lines[$0] { false } else { true } }
    guard !changed.isEmpty else { return "" }
    var result = "--- \(name)\n+++ \(name)\n"
    var hunk: Range<Int>?
    for index in changed {
      let near = max(0, index - Self.context)..<min(lines.count, index + Self.context + 1)
      if let open = hunk, near.lowerBound <= open.upperBound {
        hunk = open.lowerBound..<near.upperBound
      } else {
        if let done = hunk { result += text(of: done) }
        hunk = near
      }
    }
    return result + (hunk.map(text) ?? "")
  }

  private func text(of hunk: Range<Int>) -> String {
    var (oldStart, newStart) = (1, 1)
    for line in lines[..<hunk.lowerBound] {
      switch line {
      case .same: (oldStart, newStart) = (oldStart + 1, newStart + 1)
      case .removed: oldStart += 1
      case .added: newStart += 1
      }
    }
    var (oldCount, newCount) = (0, 0)
    var body = ""
    for line in lines[hunk] {
      switch line {
      case .same(let text):
        body += " \(text)\n"
        (oldCount, newCount) = (oldCount + 1, newCount + 1)
      case .removed(let text):
        body += "-\(text)\n"
        oldCount += 1
      case .added(let text):
        body += "+\(text)\n"
        newCount += 1
      }
    }
    return "@@ -\(oldStart),\(oldCount) +\(newStart),\(newCount) @@\n" + body
  }
}
