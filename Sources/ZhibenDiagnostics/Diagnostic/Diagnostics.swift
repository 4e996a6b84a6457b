import ZhibenSyntax

/// All that a run has to say: several messages at once, in a fixed order, each once.
public struct Diagnostics: Error, Sendable {
  /// How many diagnostics are kept; further ones are only counted, so that a hostile file cannot fill the memory.
  public static let capacity = 1_000

  private var kept: [Diagnostic] = []
  private var seen: Set<Identity> = []
  private var dropped: [Severity: Int] = [:]

  private struct Identity: Hashable {
    let code: DiagnosticCode
    let place: Location.Key
    /// What has no place in a script is told apart by what it says.
    let arguments: [String: Wording]
  }

  /// Makes an empty collection.
  public init() {}

  /// Makes a collection of `diagnostics`.
  public init(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { add(diagnostic) }
  }

  /// Adds a diagnostic, unless the same code was reported for the same place before.
  public mutating func add(_ diagnostic: Diagnostic) {
    var isInScript = false
    if case .file = diagnostic.primary { isInScript = true }
    let identity = Identity(
      code: diagnostic.code, place: diagnostic.primary.key,
      arguments: isInScript ? [:] : diagnostic.arguments)
    if kept.count < Self.capacity {
      if seen.insert(identity).inserted { kept.append(diagnostic) }
    } else if !seen.contains(identity) {
      dropped[diagnostic.severity, default: 0] += 1
    }
  }

  /// Adds all diagnostics of another collection.
  public mutating func add(_ other: Diagnostics) {
    for diagnostic in other.kept { add(diagnostic) }
    for (severity, count) in other.dropped { dropped[severity, default: 0] += count }
  }

  /// Whether nothing was reported.
  public var isEmpty: Bool { kept.isEmpty }

  /// Whether an error was reported.
  public var hasErrors: Bool { count(of: .error) > 0 }

  /// How many diagnostics of a severity are shown, those beyond the capacity included.
  public func count(of severity: Severity) -> Int {
    ordered.count { $0.severity == severity } + dropped[severity, default: 0]
  }

  /// How many were only counted, since the collection was full.
  public var droppedCount: Int { dropped.values.reduce(0, +) }

  /// The diagnostics by place, then by code. Two sorts of consequences are left out: what lies inside the place of a syntax error that was
  /// reported before it on the same line, and what the parser says of a place in which the lexer met a character it could not read.
  public var ordered: [Diagnostic] {
    var covers: [LineKey: [Span]] = [:]
    var damage: [LineKey: [Span]] = [:]
    var result: [Diagnostic] = []
    for diagnostic in kept {
      guard case .file(let file, let span) = diagnostic.primary else {
        result.append(diagnostic)
        continue
      }
      let line = LineKey(file: file.name, line: file.line(at: span.start))
      let isCovered = covers[line, default: []].contains {
        $0.start <= span.start && span.end <= $0.end
      }
      let isDamaged =
        diagnostic.code.isParserError
        && damage[line, default: []].contains {
          span.start <= $0.start && $0.end <= span.end
        }
      if isCovered || isDamaged { continue }
      if diagnostic.code.isLexerError { damage[line, default: []].append(span) }
      if diagnostic.code.isSyntaxError { covers[line, default: []].append(span) }
      result.append(diagnostic)
    }
    return result.sorted { ($0.primary.key, $0.code) < ($1.primary.key, $1.code) }
  }

  private struct LineKey: Hashable {
    let file: String
    let line: Int
  }
}
