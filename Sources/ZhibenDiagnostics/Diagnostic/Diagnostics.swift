import ZhibenSyntax

/// All that a run has to say: several messages at once, in a fixed order, each once.
public struct Diagnostics: Error, Sendable {
  /// How many diagnostics are kept; further ones are only counted, so that a hostile file cannot fill the memory.
  public static let capacity = 1_000

  private var kept: [Diagnostic] = []
  private var seen: Set<Identity> = []
  private var dropped: [Severity: Int] = [:]
  /// The lines of each file on which bytes are no UTF-8 text.
  private var garbledLines: [String: Set<Int>] = [:]

  /// Bytes that are no text on so many lines are no accident: the file is in another encoding, and nothing else that is said of it is true.
  private static let foreignLines = 3

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
    let diagnostic = diagnostic.answeringForeignHabits()
    var isInScript = false
    if case .file(let file, let span) = diagnostic.primary {
      isInScript = true
      if isForeign(file.name) { return }
      if diagnostic.code == .notText {
        garbledLines[file.name, default: []].insert(file.line(at: span.start))
      }
    }
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

  /// Whether a script is in another encoding. One message says so; the rest is left out.
  private func isForeign(_ name: String) -> Bool {
    (garbledLines[name]?.count ?? 0) >= Self.foreignLines
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
    var told: Set<String> = []
    var result: [Diagnostic] = []
    for diagnostic in kept {
      guard case .file(let file, let span) = diagnostic.primary else {
        result.append(diagnostic)
        continue
      }
      if isForeign(file.name) {
        guard diagnostic.code == .notText, told.insert(file.name).inserted else { continue }
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
    result.sort { ($0.primary.key, $0.code) < ($1.primary.key, $1.code) }
    let consequences = Consequences(of: result)
    return folded(result.filter { !consequences.include($0) })
  }

  /// A name that is missed in many places is told at the first, with the lines of the others.
  private func folded(_ sorted: [Diagnostic]) -> [Diagnostic] {
    var places: [MissingName: [Int]] = [:]
    for (index, diagnostic) in sorted.enumerated() {
      if let name = MissingName(diagnostic) { places[name, default: []].append(index) }
    }
    var result = sorted
    var hidden: Set<Int> = []
    for indices in places.values where indices.count >= MissingName.fold {
      hidden.formUnion(indices.dropFirst())
      let lines = indices.dropFirst().compactMap { index -> Int? in
        guard case .file(let file, let span) = sorted[index].primary else { return nil }
        return file.line(at: span.start)
      }
      result[indices[0]].notes.append(MissingName.note(lines))
    }
    return hidden.isEmpty
      ? result : result.indices.filter { !hidden.contains($0) }.map { result[$0] }
  }

  /// What a message misses: several of the same in one file are one slip.
  private struct MissingName: Hashable {
    let code: DiagnosticCode
    let file: String
    let name: Wording

    /// So many places are told apart.
    static let fold = 3

    init?(_ diagnostic: Diagnostic) {
      guard ["E0301", "E0302", "E0303", "E0304", "E0305"].contains(diagnostic.code),
        case .file(let file, _) = diagnostic.primary, let name = diagnostic.arguments["name"]
      else { return nil }
      (code, self.file, self.name) = (diagnostic.code, file.name, name)
    }

    static func note(_ lines: [Int]) -> Wording {
      let shown = lines.prefix(5)
      let etc = lines.count > shown.count
      return Wording(
        zh:
          "同样的还有 \(lines.count) 处：第 \(shown.map(String.init).joined(separator: "、")) 行\(etc ? "等" : "")",
        en:
          "\(lines.count) more of the same: lines \(shown.map(String.init).joined(separator: ", "))\(etc ? " …" : "")"
      )
    }
  }

  private struct LineKey: Hashable {
    let file: String
    let line: Int
  }
}
