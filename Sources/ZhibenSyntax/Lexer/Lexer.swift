/// Turns bytes into tokens, whatever the bytes are. Linear in the length of the file, never trapping.
public enum Lexer {
  /// The tokens of a file. In a literate file (`SourceFile.isLiterate`) only plan fences are code, all else is trivia.
  public static func lex(_ source: SourceFile) -> LexResult {
    guard source.isLiterate else {
      return lex(source, in: Span(0, source.bytes.count))
    }
    let document = LiterateScanner.scan(source.bytes)
    var scanner = TokenScanner(source.bytes)
    scanner.issues = document.issues
    for fence in document.fences {
      scanner.scan(fence.code)
      scanner.append(.fenceEnd, fence.closer)
    }
    var result = finish(scanner, whole: Span(0, source.bytes.count))
    result.headings = document.headings
    return result
  }

  /// The tokens of one region of a file: the code between the braces of an interpolation, or a region that an editor asks for. The tokens
  /// tile the region; offsets are those of the file.
  public static func lex(_ source: SourceFile, in region: Span) -> LexResult {
    let start = min(max(region.start, 0), source.bytes.count)
    let end = min(max(region.end, start), source.bytes.count)
    var scanner = TokenScanner(source.bytes)
    scanner.scan(Span(start, end))
    return finish(scanner, whole: Span(start, end))
  }

  private static func finish(_ scanner: TokenScanner, whole: Span) -> LexResult {
    var layout = Layout(scanner.tokens, bytes: scanner.bytes, whole: whole)
    let tokens = layout.run()
    let issues = (scanner.issues + layout.issues).enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    return LexResult(tokens: tokens, issues: issues.map(\.element))
  }
}
