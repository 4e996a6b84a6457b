/// What formatting or translating a file gave.
public struct FormatResult: Sendable {
  /// The new text; the old one where `changed` is false.
  public let text: String
  /// Whether `text` differs from the file. Where it is false the file need not be written, and must not be if its bytes are not UTF-8.
  public let changed: Bool
  /// What lexer and parser noticed. With an error among them the text is returned as it was. Warnings (an invisible character, mixed quotes)
  /// are those of the old text.
  public let issues: [SyntaxIssue]

  /// Makes a result.
  public init(text: String, changed: Bool, issues: [SyntaxIssue]) {
    (self.text, self.changed, self.issues) = (text, changed, issues)
  }
}
