import ZhibenDiagnostics
import ZhibenSyntax

/// A script after the changes that need nobody's judgement.
public struct FixedScript: Sendable {
  /// What the file holds.
  public let before: SourceFile
  /// What was changed, in the order in which it was done: the message, and the change that was chosen for it. Places are those of the script at
  /// that time.
  public let applied: [(diagnostic: Diagnostic, fix: Fix)]
  /// The script after the changes, with what is left to be said.
  public let checked: CheckedScript

  /// Whether anything was changed.
  public var isChanged: Bool { !applied.isEmpty }
}

extension Script {
  /// Applies the safe changes that the compiler offers (`Diagnostic.isFixSafe`), round by round, as long as each round leaves fewer messages. Used
  /// scripts and the file itself are left alone.
  /// - Throws: the file cannot be read (E0711).
  public static func fix(contentsOf path: String, library: ScriptLibrary = ScriptLibrary())
    throws(Diagnostics) -> FixedScript
  {
    let before = try ScriptFile.read(path).get()
    func check(_ source: SourceFile) -> CheckedScript {
      Script.check(source, folder: folder(of: path), library: library)
    }
    var checked = check(before)
    var applied: [(diagnostic: Diagnostic, fix: Fix)] = []
    for _ in 0..<maximumRounds {
      let round = safeFixes(checked)
      if round.isEmpty { break }
      let bytes = Fix.apply(round.map(\.fix), to: checked.source.bytes)
      let next = check(SourceFile(name: path, bytes: bytes))
      guard next.diagnostics.ordered.count < checked.diagnostics.ordered.count else { break }
      applied += round
      checked = next
    }
    return FixedScript(before: before, applied: applied, checked: checked)
  }

  /// A change may bring a second one to light, but not without end.
  private static let maximumRounds = 20

  /// The changes of one round: one a message, none that overlap.
  private static func safeFixes(_ checked: CheckedScript)
    -> [(diagnostic: Diagnostic, fix: Fix)]
  {
    var end = 0
    var result: [(diagnostic: Diagnostic, fix: Fix)] = []
    let english = EnglishPlaces(checked.source)
    for diagnostic in checked.diagnostics.ordered where diagnostic.isFixSafe {
      guard case .file(let file, _) = diagnostic.primary, file.name == checked.source.name,
        let fix = english.choice(among: diagnostic.fixes), fix.span.start >= end
      else { continue }
      end = max(fix.span.end, fix.span.start + 1)
      result.append((diagnostic, fix))
    }
    return result
  }
}

/// Where a script is written with English keywords.
private struct EnglishPlaces {
  private let spans: [Span]

  init(_ source: SourceFile) {
    spans = Parser.parse(source).script.declarations.map(\.span).filter { span in
      source.text(span).unicodeScalars.first?.isASCII == true
    }
  }

  /// The spelling that fits the declaration around it.
  func choice(among fixes: [Fix]) -> Fix? {
    let isEnglish = fixes.first.map { fix in
      spans.contains { $0.start <= fix.span.start && fix.span.end <= $0.end }
    }
    guard isEnglish == true else { return fixes.first }
    return fixes.first { $0.replacement.allSatisfy(\.isASCII) } ?? fixes.first
  }
}
