import ZhibenDiagnostics
import ZhibenSyntax

/// Collects the messages of one compilation, and lets a reading be tried without saying anything.
final class Reporter {
  /// The sources in the order read; the plan first.
  private(set) var sources: [SourceFile] = []
  /// The messages, and above them those of readings that are being tried.
  private var pending: [[Diagnostic]] = [[]]

  /// Takes in a source and gives its number.
  func add(source: SourceFile) -> Int {
    sources.append(source)
    return sources.count - 1
  }

  /// Everything said so far.
  var diagnostics: [Diagnostic] { pending.first ?? [] }

  func add(_ diagnostic: Diagnostic) {
    pending[pending.count - 1].append(diagnostic)
  }

  /// Reports a message at a place.
  func report(
    _ code: DiagnosticCode, at origin: Origin, _ arguments: [String: Wording] = [:],
    suggest: [String] = [], secondary: [(Origin, Wording)] = [], fixes: [Fix] = [],
    notes: [Wording] = []
  ) {
    var diagnostic = Diagnostic(
      code, at: location(origin), arguments,
      secondary: secondary.map { LabelledLocation(location($0.0), $0.1) }, fixes: fixes,
      notes: notes)
    diagnostic.suggest(suggest)
    add(diagnostic)
  }

  /// Tries a reading; it succeeds if it says nothing graver than a warning.
  func attempt<Result>(_ body: () -> Result?) -> Result? {
    pending.append([])
    let result = body()
    let said = pending.removeLast()
    guard result != nil, !said.contains(where: { $0.severity == .error }) else { return nil }
    pending[pending.count - 1] += said
    return result
  }

  /// Whether a reading is being tried whose messages count only if it succeeds.
  var isTrying: Bool { pending.count > 1 }

  /// Does work whose messages count whatever becomes of the reading that happened to ask for it first.
  func apart<Result>(_ body: () -> Result) -> Result {
    let tried = pending
    pending = [tried.first ?? []]
    let result = body()
    let said = pending.first ?? []
    pending = tried
    pending[0] = said
    return result
  }

  func location(_ origin: Origin) -> Location {
    guard sources.indices.contains(origin.source) else { return .none }
    return .file(sources[origin.source], origin.span)
  }

  /// The text of a place on one line, as written.
  func text(_ origin: Origin) -> String {
    guard sources.indices.contains(origin.source) else { return "" }
    let words = sources[origin.source].text(origin.span).split(whereSeparator: \.isWhitespace)
    return words.joined(separator: " ")
  }
}
