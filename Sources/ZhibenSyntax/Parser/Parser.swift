/// The parser of the language: bytes in, lossless tree, declarations, statements and issues out.
public enum Parser {
  /// How deep parentheses, lists, prefixes, blocks and actions may nest in the text.
  public static let maximumNesting = 64
  /// How deep an expression's tree may be; chains of operators count as well. Whoever walks an expression recursively may rely on it.
  public static let maximumDepth = 200
  /// How many issues are reported for one file; the rest is dropped.
  public static let maximumIssues = 500

  /// Parses one file. Never fails: what is wrong stands in `issues`, in source order, and the rest is read.
  public static func parse(_ source: SourceFile) -> ParseResult {
    let lexed = Lexer.lex(source)
    let state = ParserState(source: source, tokens: lexed.tokens)
    state.headings = lexed
    state.unclosed = lexed.issues.filter { $0.kind == .unclosedParenthesis }
      .map { Span($0.span.start, $0.related?.start ?? $0.span.end) }
    let script = state.parseFile()
    let issues = (lexed.issues + state.issues).enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    return ParseResult(
      source: source, tokens: state.tokens, tree: state.finishTree(),
      script: script, issues: issues.map(\.element))
  }
}

/// What the parser makes of one file.
public struct ParseResult: Sendable {
  /// The file.
  public let source: SourceFile
  /// Its tokens; `tree` indexes them.
  public let tokens: [Token]
  /// The lossless tree.
  public let tree: SyntaxTree
  /// The declarations and statements, for the resolver.
  public let script: Script
  /// What lexer and parser noticed; empty for a script that is syntactically sound.
  public let issues: [SyntaxIssue]
}
