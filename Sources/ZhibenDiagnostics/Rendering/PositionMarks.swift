import ZhibenSyntax

/// Counts the characters of a very long line once, however many messages speak of it. For one rendering.
final class PositionMarks {
  /// How much was counted up to an offset, from 1.
  struct Mark {
    var offset: Int
    var characters: Int
    var units: Int
  }

  /// Lines up to this length are counted anew each time.
  private static let shortLine = 4_096
  private static let distance = 1_024

  private struct Line: Hashable {
    let file: String
    let start: Int
  }
  private var known: [Line: [Mark]] = [:]
  /// Whether a second question may come; a single one is answered without making marks.
  private let isKept: Bool

  /// Marks that are kept for several questions, or none.
  init(kept isKept: Bool = false) { self.isKept = isKept }

  /// The last mark of a line at or before `offset`.
  func last(before offset: Int, line: Span, in file: SourceFile) -> Mark {
    let first = Mark(offset: line.start, characters: 1, units: 1)
    guard isKept, line.end - line.start > Self.shortLine else { return first }
    let key = Line(file: file.name, start: line.start)
    let marks = known[key] ?? read(line, from: first, in: file)
    known[key] = marks
    var (low, high) = (0, marks.count)
    while low < high {
      let middle = (low + high) / 2
      if marks[middle].offset <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? marks[low - 1] : first
  }

  private func read(_ line: Span, from first: Mark, in file: SourceFile) -> [Mark] {
    var marks = [first]
    var mark = first
    ByteCharacters.forEach(in: file.bytes, line.start..<line.end) { step in
      mark.offset = step.bytes.upperBound
      mark.characters += 1
      mark.units += step.character?.utf16.count ?? 1
      if mark.offset - (marks.last?.offset ?? 0) >= Self.distance { marks.append(mark) }
    }
    return marks
  }
}
