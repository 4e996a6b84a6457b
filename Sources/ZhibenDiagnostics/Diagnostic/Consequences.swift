import ZhibenSyntax

/// Which messages only follow from others, so that one slip is answered once.
///
/// Where the parser lost its way, four things follow: more errors on the line, errors on the lines that it then reads as something else, names
/// that seem to be missing since their declaration was not understood, and clauses that seem to be missing since the body ended too early.
/// Whoever mends the first sees what is left in the next run.
struct Consequences {
  /// An error of the parser.
  private struct Damage {
    let code: DiagnosticCode
    let file: String
    let line: Int
    let start: Int
    /// The beginning of the line.
    let text: String
  }

  /// Enough for any script by hand; a hostile one must not take long.
  private static let (maximumDamage, maximumBytes, maximumBody) = (100, 500, 60)

  private var damage: [Damage] = []
  /// The registers and enums whose declarations are damaged.
  private var damagedOwners: Set<String> = []
  /// Whether a script that is used was not found or its name could not be read: then nobody knows which names there are.
  private var isLibraryLost = false

  /// What `diagnostics`, ordered by place, bring with them.
  init(of diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics {
      if diagnostic.code == "E0318" { isLibraryLost = true }
      guard diagnostic.code.isParserError, case .file(let file, let span) = diagnostic.primary
      else { continue }
      guard damage.count < Self.maximumDamage else { break }
      let line = file.line(at: span.start)
      let text = Self.text(line, of: file)
      damage.append(
        Damage(code: diagnostic.code, file: file.name, line: line, start: span.start, text: text))
      let words = text.split(whereSeparator: { !$0.isLetter })
      if words.contains("引用") || words.contains("use") { isLibraryLost = true }
      if let owner = Self.owner(of: line, in: file) { damagedOwners.insert(owner) }
    }
  }

  /// Whether a message only follows from others.
  func include(_ diagnostic: Diagnostic) -> Bool {
    guard case .file(let file, let span) = diagnostic.primary, !damage.isEmpty || isLibraryLost
    else { return false }
    let line = file.line(at: span.start)
    let code = diagnostic.code
    if code.isSyntaxError { return followsDamage(code, file.name, line, span.start) }
    if isBehindDamage(code, file.name, line, span) { return true }
    if Self.missingNames.contains(code) {
      if isDeclaredInDamage(diagnostic, file.name, line) { return true }
      // What has a name beside it that looks alike is a slip of its own.
      if isLibraryLost, code != "E0302", diagnostic.fixes.isEmpty { return true }
    }
    if let owner = (diagnostic.arguments["owner"] ?? diagnostic.arguments["register"])?[.zh],
      damagedOwners.contains(owner), Self.ofOwners.contains(code)
    {
      return true
    }
    return Self.lacks.contains(code) && bodyIsCutShort(file, line)
  }

  // MARK: - Errors of the parser

  /// Where it did not know how to go on.
  private static let lost: Set<DiagnosticCode> = ["E0201", "E0202"]

  /// An error of the parser behind one on the same line, or one that goes on from the line above.
  private func followsDamage(
    _ code: DiagnosticCode, _ file: String, _ line: Int, _ start: Int
  ) -> Bool {
    let near = damage.filter { $0.file == file && $0.start < start }
    if Self.lost.contains(code),
      near.contains(where: { $0.line == line && Self.lost.contains($0.code) })
    {
      return true
    }
    guard ["E0201", "E0205", "E0208"].contains(code) else { return false }
    return near.contains {
      $0.line == line - 1 && ($0.code == code || code == "E0205" && $0.code == "E0208")
    }
  }

  /// What the checker says of words that stand where the parser was lost, or of the half of a condition before it.
  private func isBehindDamage(
    _ code: DiagnosticCode, _ file: String, _ line: Int, _ span: Span
  ) -> Bool {
    guard code.isAboutMeaning else { return false }
    return damage.contains { damage in
      guard damage.file == file, damage.line == line, Self.lost.contains(damage.code) else {
        return Self.halves.contains(code) && damage.file == file && damage.line == line
          && (0...1).contains(damage.start - span.end)
      }
      return span.start >= damage.start
        || Self.halves.contains(code) && (0...1).contains(damage.start - span.end)
    }
  }

  /// What is no condition alone, but may be the half of one.
  private static let halves: Set<DiagnosticCode> = ["E0403", "E0404", "E0427"]

  // MARK: - Names and clauses that seem to be missing

  private static let missingNames: Set<DiagnosticCode> = [
    "E0301", "E0302", "E0303", "E0304", "E0305", "E0314", "E0316",
  ]

  /// What is said of a register or an enum for what its declaration does not hold.
  private static let ofOwners: Set<DiagnosticCode> = [
    "E0302", "E0304", "E0314", "E0415", "E0509", "E0510", "E0527",
  ]

  private static let lacks: Set<DiagnosticCode> = ["E0501", "E0508", "W0515", "W0517"]

  /// A name that stands on a damaged line may well be declared there.
  private func isDeclaredInDamage(_ diagnostic: Diagnostic, _ file: String, _ line: Int) -> Bool {
    guard let name = diagnostic.arguments["name"]?[.zh], !name.isEmpty else { return false }
    return damage.contains { ($0.file != file || $0.line != line) && $0.text.contains(name) }
  }

  /// Whether the lines below a declaration are damaged before another one begins: its body ended too early, and the clauses that it seems to
  /// lack stand there.
  private func bodyIsCutShort(_ file: SourceFile, _ line: Int) -> Bool {
    let below = damage.filter { $0.file == file.name && $0.line > line }.map(\.line)
    guard let next = below.min(), next - line <= Self.maximumBody else { return false }
    return (line + 1..<next).allSatisfy { !Self.beginsDeclaration($0, file) }
  }

  /// The register or enum in whose declaration a line stands.
  private static func owner(of line: Int, in file: SourceFile) -> String? {
    var line = line
    let last = line - maximumBody
    while line > max(0, last), !beginsDeclaration(line, file) { line -= 1 }
    guard line > 0 else { return nil }
    let words = text(line, of: file).split(whereSeparator: { " \t{｛「」".contains($0) })
    guard words.count > 1, ["登记", "取值", "register", "enum"].contains(words[0]) else { return nil }
    return String(words[1])
  }

  /// Whether a line begins with a word: what belongs to a declaration above is indented, or closes it.
  private static func beginsDeclaration(_ line: Int, _ file: SourceFile) -> Bool {
    let start = file.lineSpan(line).start
    guard file.bytes.indices.contains(start) else { return false }
    return ![0x20, 0x09, 0x7D, 0x0A, 0x0D].contains(file.bytes[start])
  }

  private static func text(_ line: Int, of file: SourceFile) -> String {
    let span = file.lineSpan(line)
    return file.text(Span(span.start, min(span.end, span.start + maximumBytes)))
  }
}

extension DiagnosticCode {
  /// Whether it says what names and values mean.
  fileprivate var isAboutMeaning: Bool { rawValue.hasPrefix("E03") || rawValue.hasPrefix("E04") }
}
