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

  /// How many errors were said so far, those of readings that are being tried included.
  var errorCount: Int {
    pending.reduce(0) { $0 + $1.count { $0.severity == .error } }
  }

  /// How many messages say what else is known. Nobody reads more than these closely, and looking for what was meant costs more than all the
  /// rest of a check.
  private static let advised = 100

  /// Whether it is worth looking for what was meant.
  var wantsAdvice: Bool { !isTrying && diagnostics.count < Self.advised }

  /// The names that come close to one that is not known; none when nobody would read it.
  func closest(to name: String, among known: @autoclosure () -> [String]) -> [String] {
    wantsAdvice ? Suggestions.closest(to: name, among: known()) : []
  }

  /// Names to choose from; none when nobody would read it.
  func choices(_ known: @autoclosure () -> [String], near name: String) -> Wording {
    wantsAdvice ? .choices(known(), near: name) : Wording("")
  }

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

  /// Does work that has been done before with other values: of what it says only errors are news.
  func again<Result>(_ body: () -> Result) -> Result {
    pending.append([])
    let result = body()
    let said = pending.removeLast()
    pending[pending.count - 1] += said.filter { $0.severity == .error }
    return result
  }

  /// Whether a reading is being tried whose messages count only if it succeeds.
  var isTrying: Bool { pending.count > 1 }

  /// Does work whose messages count whatever becomes of the reading that happened to ask for it first.
  func apart<Result>(_ body: () -> Result) -> Result {
    // The messages so far are moved, not copied: there may be many, and many definitions.
    let tried = Array(pending.dropFirst())
    pending.removeSubrange(1...)
    let result = body()
    pending.removeSubrange(1...)
    pending += tried
    return result
  }

  func location(_ origin: Origin) -> Location {
    guard sources.indices.contains(origin.source) else { return .none }
    return .file(sources[origin.source], origin.span)
  }

  /// The text of a place on one line, as written.
  func text(_ origin: Origin) -> String {
    guard sources.indices.contains(origin.source) else { return "" }
    let text = sources[origin.source].text(origin.span)
    // Most places hold no blanks but single spaces, and asking each character of Chinese text whether it is one is slow.
    var before = Unicode.Scalar(" ")
    var isPlain = true
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x20: isPlain = before != " "
      case 0x00..<0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000:
        isPlain = false
      default: break
      }
      if !isPlain { break }
      before = scalar
    }
    if isPlain, before != " " || text.isEmpty { return text }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
