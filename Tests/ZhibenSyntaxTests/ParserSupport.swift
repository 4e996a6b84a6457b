import Testing

@testable import ZhibenSyntax

/// A text in both keyword languages and the one dump that both must give.
struct QuestionCase: Sendable, CustomTestStringConvertible {
  let name: String
  let zh: String
  let en: String
  let dump: String

  init(_ name: String, zh: String, en: String, dump: String) {
    (self.name, self.zh, self.en, self.dump) = (name, zh, en, dump)
  }

  var testDescription: String { name }
}

/// The result for a piece of text.
func parsed(_ text: String, name: String = "甲.plan") -> ParseResult {
  Parser.parse(SourceFile(name: name, text: text))
}

/// One line for each issue: kind, the text underlined, arguments, the first fix, the line of the other place. Of the candidates that an unknown
/// word carries only the first two arguments are shown.
func sketched(_ result: ParseResult) -> [String] {
  result.issues.map { issue in
    var line = issue.kind.rawValue + "「" + result.source.text(issue.span) + "」"
    let shown: Int =
      switch issue.kind {
      case .unknownClause: 2
      case .unknownDeclaration: 1
      default: issue.arguments.count
      }
    if shown > 0 { line += " " + issue.arguments.prefix(shown).joined(separator: " | ") }
    if let fix = issue.fixes.first { line += " → " + fix }
    if let related = issue.related { line += " @\(result.source.line(at: related.start))" }
    return line
  }
}
