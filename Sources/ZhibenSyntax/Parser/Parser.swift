/// The parser of the language: bytes in, lossless tree, declarations and issues out.
public enum Parser {
  /// How deep expressions, blocks and actions may nest. Whoever walks the result recursively may rely on it.
  public static let maximumDepth = 100
  /// How many issues are reported for one file; the rest is dropped.
  public static let maximumIssues = 500

  /// Parses one file. Never fails: what is wrong stands in `issues` (lexer's first, both in source order), and the rest is read.
  public static func parse(_ source: SourceFile) -> ParseResult {
    let lexed = Lexer.lex(source)
    var state = ParserState(source: source, tokens: lexed.tokens)
    state.headings = lexed
    let declarations = state.parseFile()
    return ParseResult(
      source: source, tokens: state.tokens, tree: state.finishTree(),
      script: Script(declarations: declarations), issues: lexed.issues + state.issues)
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
  /// The declarations, for the resolver.
  public let script: Script
  /// What lexer and parser noticed; empty for a script that is syntactically sound.
  public let issues: [SyntaxIssue]
}
