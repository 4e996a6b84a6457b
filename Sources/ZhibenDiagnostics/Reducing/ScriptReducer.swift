import ZhibenSyntax

/// Shrinks a script that shows a fault to a small one that still shows it: first whole declarations go, then lines, then tokens, as many at once
/// as possible (delta debugging, Zeller and Hildebrandt 2002). What a reader of a bug report needs is seldom more than a few lines.
public struct ScriptReducer {
  /// What is left, and what it took.
  public struct Result: Sendable {
    /// The script; no single unit of it can go without the fault going too, unless the attempts ran out.
    public let source: SourceFile
    /// How often the fault was looked for.
    public let attempts: Int
    /// Whether it can shrink no further.
    public let isMinimal: Bool
  }

  /// What is taken away as a whole.
  private enum Grain: CaseIterable { case declarations, lines, tokens }

  private let shows: (SourceFile) throws -> Bool
  private let maximumAttempts: Int
  private var attempts = 0

  /// Shrinks `source`.
  /// - Parameters:
  ///   - maximumAttempts: how often the fault may be looked for.
  ///   - shows: whether a script shows the fault.
  /// - Returns: the smallest script that was found; `source` itself if it does not show the fault.
  /// - Throws: what `shows` throws.
  public static func reduce(
    _ source: SourceFile, maximumAttempts: Int = 2_000,
    while shows: (SourceFile) throws -> Bool
  ) rethrows -> Result {
    try withoutActuallyEscaping(shows) { shows in
      var reducer = ScriptReducer(shows: shows, maximumAttempts: maximumAttempts)
      return try reducer.reduce(source)
    }
  }

  private init(shows: @escaping (SourceFile) throws -> Bool, maximumAttempts: Int) {
    self.shows = shows
    self.maximumAttempts = maximumAttempts
  }

  private var isSpent: Bool { attempts >= maximumAttempts }

  private mutating func reduce(_ source: SourceFile) throws -> Result {
    var best = source
    guard try isShown(by: source) else {
      return Result(source: source, attempts: attempts, isMinimal: false)
    }
    var isSmaller = true
    while isSmaller, !isSpent {
      isSmaller = false
      for grain in Grain.allCases {
        let next = try pass(best, Self.units(grain, best))
        isSmaller = isSmaller || next.bytes.count < best.bytes.count
        best = next
      }
    }
    return Result(source: best, attempts: attempts, isMinimal: !isSpent)
  }

  /// Takes units away, halves first, single ones last.
  private mutating func pass(_ source: SourceFile, _ units: [Span]) throws -> SourceFile {
    var (best, kept) = (source, units)
    var size = max(1, kept.count / 2)
    while !kept.isEmpty, !isSpent {
      var start = 0
      var isSmaller = false
      while start < kept.count, !isSpent {
        let gone = start..<min(start + size, kept.count)
        let rest = Array(kept[..<gone.lowerBound] + kept[gone.upperBound...])
        let candidate = Self.without(units, keeping: rest, in: source)
        if try isShown(by: candidate) {
          (best, kept, isSmaller) = (candidate, rest, true)
        } else {
          start += size
        }
      }
      if size == 1, !isSmaller { break }
      if !isSmaller { size = max(1, size / 2) }
    }
    return best
  }

  private mutating func isShown(by source: SourceFile) throws -> Bool {
    attempts += 1
    return try shows(source)
  }

  /// The script without the units that are not kept. Bytes between units stay.
  private static func without(
    _ units: [Span], keeping kept: [Span], in source: SourceFile
  ) -> SourceFile {
    let starts = Set(kept.map(\.start))
    var bytes: [UInt8] = []
    var position = 0
    for unit in units where !starts.contains(unit.start) && unit.start >= position {
      bytes += source.bytes[position..<unit.start]
      position = unit.end
    }
    bytes += source.bytes[position...]
    return SourceFile(name: source.name, bytes: bytes)
  }

  /// The units of a script in order, none of which overlap; none is empty.
  private static func units(_ grain: Grain, _ source: SourceFile) -> [Span] {
    let end = source.bytes.count
    func withBlanks(_ span: Span) -> Span {
      var last = span.end
      while last < end, [0x20, 0x0A, 0x0D].contains(source.bytes[last]) { last += 1 }
      return Span(span.start, last)
    }
    let spans: [Span] =
      switch grain {
      case .declarations: Parser.parse(source).script.declarations.map { withBlanks($0.span) }
      case .lines:
        (0..<source.line(at: end)).map { line in
          let start = source.lineSpan(line + 1).start
          let next = source.lineSpan(line + 2).start
          return Span(start, next > start ? next : end)
        }
      case .tokens: Lexer.lex(source).tokens.map { Span($0.trivia.start, $0.span.end) }
      }
    var position = 0
    var result: [Span] = []
    for span in spans where span.start >= position && span.end > span.start && span.end <= end {
      result.append(span)
      position = span.end
    }
    return result
  }
}
