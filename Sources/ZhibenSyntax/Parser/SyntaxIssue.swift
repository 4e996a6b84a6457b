/// Something the lexer or the parser noticed. It carries only what was found and which slot wanted what; the diagnostics room writes the sentence.
public struct SyntaxIssue: Hashable, Sendable {
  /// What is wrong.
  public var kind: SyntaxIssueKind
  /// Where.
  public var span: Span
  /// A second place that belongs to it: the opener of what is not closed.
  public var related: Span?
  /// Texts for the sentence: what was found, the slot's name, readings to choose from.
  public var arguments: [String]
  /// Replacement texts for `span`, best first; each is a fix that can be applied.
  public var fixes: [String]

  /// Makes an issue.
  public init(
    _ kind: SyntaxIssueKind, _ span: Span, related: Span? = nil, arguments: [String] = [],
    fixes: [String] = []
  ) {
    self.kind = kind
    self.span = span
    self.related = related
    self.arguments = arguments
    self.fixes = fixes
  }
}
