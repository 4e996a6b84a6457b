import Foundation
import Testing

@testable import ZhibenSyntax

/// A script as somebody may have typed it, and as it should stand.
struct FormatRow: CustomTestStringConvertible, Sendable {
  let name: String
  let before: String
  let after: String

  init(_ name: String, _ before: String, _ after: String) {
    (self.name, self.before, self.after) = (name, before, after)
  }

  /// A script that stays as it is.
  init(_ name: String, kept text: String) { self.init(name, text, text) }

  var testDescription: String { name }
}

/// Formats a script that must be sound, and checks what holds for every script: the result is its own canonical form and means the same.
func formatted(
  _ text: String, as name: String = "甲.plan", countsComments: Bool = true,
  at location: SourceLocation = #_sourceLocation
) -> String {
  checked(text, name, countsComments, location) { ScriptFormatter.format($0) }
}

/// Translates a script that must be sound, with the same checks.
func translated(
  _ text: String, to language: ScriptLanguage, as name: String = "甲.plan",
  at location: SourceLocation = #_sourceLocation
) -> String {
  checked(text, name, true, location) { ScriptTranslator.translate($0, to: language) }
}

private func checked(
  _ text: String, _ name: String, _ countsComments: Bool, _ location: SourceLocation,
  _ rewrite: (SourceFile) -> FormatResult
) -> String {
  let source = SourceFile(name: name, text: text)
  let result = rewrite(source)
  #expect(errors(result.issues).isEmpty, "\(text)", sourceLocation: location)
  #expect(result.changed == (result.text != text), sourceLocation: location)
  let again = SourceFile(name: name, text: result.text)
  #expect(rewrite(again).text == result.text, "not its own form", sourceLocation: location)
  let (old, new) = (Parser.parse(source), Parser.parse(again))
  #expect(old.script.normalised == new.script.normalised, "\(text)", sourceLocation: location)
  // In prose two slashes are no comment, and its blanks are its own.
  if countsComments {
    #expect(comments(of: old) == comments(of: new), "\(text)", sourceLocation: location)
  }
  return result.text
}

/// The issues that are no warnings.
func errors(_ issues: [SyntaxIssue]) -> [SyntaxIssue] {
  let warnings: Set<SyntaxIssueKind> = [.mixedQuotes, .invisibleCharacter, .uselessComparison]
  return issues.filter { !warnings.contains($0.kind) }
}

/// The comments of a script in order, found line by line without the formatter's help.
func comments(of parsed: ParseResult) -> [String] {
  parsed.tokens.flatMap { token -> [String] in
    let trivia = parsed.source.text(token.trivia)
    return trivia.split(whereSeparator: \.isNewline).compactMap { line in
      guard let mark = line.range(of: "//") ?? line.range(of: "／／") else { return nil }
      return line[mark.upperBound...].trimmingCharacters(in: .whitespaces)
    }
  }
}

/// The scripts that the project ships.
enum ShippedScript: String, CaseIterable {
  case ledger = "标准台账.plan"
  case yangkou = "洋口镇.plan.md"

  var source: SourceFile {
    get throws {
      let folder = URL(filePath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent()
      let bytes = try Data(contentsOf: folder.appending(path: "Scripts/" + rawValue))
      return SourceFile(name: rawValue, bytes: Array(bytes))
    }
  }

  /// The first part of the script, for tests that go over it many times.
  var excerpt: SourceFile {
    get throws {
      let whole = try source
      let lines = String(decoding: whole.bytes, as: UTF8.self).split(
        separator: "\n", omittingEmptySubsequences: false)
      let closer = whole.isLiterate ? "```" : "}"
      let end = lines.indices.dropFirst(150).first { lines[$0] == closer }
      let text = lines[...(end ?? 0)].joined(separator: "\n") + "\n"
      return SourceFile(name: whole.name, text: text)
    }
  }
}
