/// Turns bytes into tokens, whatever the bytes are. Linear in the length of the file, never trapping.
public enum Lexer {
  /// The tokens of a file. In a literate file (`SourceFile.isLiterate`) only plan fences are code, all else is trivia.
  public static func lex(_ source: SourceFile) -> LexResult {
    var scanner = TokenScanner(source.bytes)
    let whole = Span(0, source.bytes.count)
    guard source.isLiterate else {
      TextGuard.check(CodeText(source.bytes, whole), into: &scanner.issues)
      scanner.scan(whole)
      return finish(&scanner, whole: whole)
    }
    let document = LiterateScanner.scan(source.bytes)
    scanner.issues = document.issues
    for fence in document.fences {
      TextGuard.check(CodeText(source.bytes, fence.code), into: &scanner.issues)
      scanner.scan(fence.code)
      scanner.append(.fenceEnd, fence.closer)
    }
    var result = finish(&scanner, whole: whole)
    result.headings = document.headings
    return result
  }

  /// The tokens of one region of a file: the code between the braces of an interpolation, or a region that an editor asks for. The tokens
  /// tile the region; offsets are those of the file. Invalid bytes and invisible characters are not reported again: the file's lexing did.
  public static func lex(_ source: SourceFile, in region: Span) -> LexResult {
    let start = min(max(region.start, 0), source.bytes.count)
    let end = min(max(region.end, start), source.bytes.count)
    var scanner = TokenScanner(source.bytes)
    scanner.scan(Span(start, end))
    return finish(&scanner, whole: Span(start, end))
  }

  private static func finish(_ scanner: inout TokenScanner, whole: Span) -> LexResult {
    // Given away, not shared: the layout works in place.
    let raw = scanner.tokens
    scanner.tokens = []
    var layout = Layout(raw, bytes: scanner.bytes, whole: whole)
    let tokens = layout.run()
    let issues = (scanner.issues + layout.issues).enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    return LexResult(tokens: tokens, issues: issues.map(\.element))
  }
}
