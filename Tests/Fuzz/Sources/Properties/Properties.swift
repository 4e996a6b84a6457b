import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSyntax

/// What must hold of any bytes.
public enum Properties {
  /// A file of these bytes; one that looks like a document with fences is read as one.
  public static func source(_ bytes: [UInt8]) -> SourceFile {
    let isLiterate = bytes.indices.dropLast(2).contains {
      bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2]
        && (bytes[$0] == 0x60 || bytes[$0] == 0x7E)
    }
    return SourceFile(name: isLiterate ? "甲.plan.md" : "甲.plan", bytes: bytes)
  }

  // MARK: - Lexer

  /// The tokens tile the bytes, the issues stand inside, and a second reading says the same.
  public static func lexer(_ bytes: [UInt8]) {
    let source = source(bytes)
    let result = Lexer.lex(source)
    checkTiling(result.tokens, bytes.count)
    checkIssues(result.issues, bytes.count)
    let again = Lexer.lex(source)
    guard again.issues == result.issues, again.tokens.count == result.tokens.count,
      zip(again.tokens, result.tokens).allSatisfy({
        $0.kind == $1.kind && $0.span == $1.span && $0.text == $1.text
          && $0.segments == $1.segments
      })
    else { violated("lexing twice gives two results") }
    for heading in result.headings {
      _ = result.headingPath(at: heading.span.end)
      if heading.span.start < 0 || heading.span.end > bytes.count { violated("heading outside") }
    }
  }

  private static func checkTiling(_ tokens: [Token], _ count: Int) {
    var end = 0
    for token in tokens {
      if token.trivia.start != end || token.trivia.end != token.span.start
        || token.span.end < token.span.start
      {
        violated("tokens do not tile at \(end)")
      }
      end = token.span.end
      for case .interpolation(let span) in token.segments
      where span.start < token.span.start || span.end > token.span.end || span.start > span.end {
        violated("interpolation outside its string")
      }
    }
    if end != count || tokens.last?.kind != .endOfFile { violated("tokens end at \(end)") }
  }

  private static func checkIssues(_ issues: [SyntaxIssue], _ count: Int) {
    for issue in issues {
      for span in [issue.span, issue.related ?? issue.span]
      where span.start < 0 || span.end < span.start || span.end > count {
        violated("\(issue.kind) stands outside the file: \(span)")
      }
    }
  }

  // MARK: - Parser

  /// The tree gives back the bytes, nodes nest, spans stand inside, messages render, and time is linear.
  public static func parser(_ bytes: [UInt8]) {
    let source = source(bytes)
    let start = threadTime()
    let result = Parser.parse(source)
    let spent = threadTime() - start
    if bytes.count < 65_536, spent > 50_000 * bytes.count + 50_000_000 {
      violated("parsing \(bytes.count) bytes took \(spent / 1_000_000) ms")
    }
    if result.tree.bytes != bytes { violated("the tree is not the input") }
    checkTiling(result.tokens, bytes.count)
    checkIssues(result.issues, bytes.count)
    checkNodes(result.tree)
    for declaration in result.script.declarations {
      _ = result.tree.node(at: declaration.span.start)
    }
    render(Diagnostics(result.issues.map { Diagnostic($0, in: source) }))
  }

  private static func checkNodes(_ tree: SyntaxTree) {
    var open = [tree.root]
    while let node = open.popLast() {
      let range = tree.tokenRange(node)
      var end = range.lowerBound
      for child in tree.children(node) {
        let inner = tree.tokenRange(child)
        if inner.lowerBound < end || inner.upperBound > range.upperBound {
          violated("\(tree.kind(child)) \(inner) does not fit into \(tree.kind(node)) \(range)")
        }
        end = inner.upperBound
        open.append(child)
      }
    }
  }

  // MARK: - Formatter

  /// What is formatted or translated means the same and has nothing left to do; what has errors stays as it is.
  public static func formatter(_ bytes: [UInt8]) {
    let source = source(bytes)
    let rewritings: [(String, (SourceFile) -> FormatResult)] = [
      ("formatting", { ScriptFormatter.format($0) }),
      ("to English", { ScriptTranslator.translate($0, to: .english) }),
      ("to Chinese", { ScriptTranslator.translate($0, to: .chinese) }),
    ]
    for (name, rewrite) in rewritings {
      let result = rewrite(source)
      if result.issues.contains(where: { $0.kind == .meaningChanged }) {
        violated("\(name) changes the meaning")
      }
      guard result.changed else { continue }
      let again = rewrite(SourceFile(name: source.name, text: result.text))
      if again.text != result.text { violated("\(name) twice gives two results") }
    }
  }

  // MARK: - Compiler

  /// No trap whatever is compiled; every message renders; a second compilation says the same.
  public static func compiler(_ bytes: [UInt8], library: @escaping (String) -> SourceFile?) {
    let source = source(bytes)
    let compilation = Compiler.compile(plan: source, library: library)
    let text = render(compilation.diagnostics)
    let again = Compiler.compile(plan: source, library: library)
    if render(again.diagnostics) != text { violated("compiling twice gives two results") }
    if (compilation.program == nil) != compilation.diagnostics.hasErrors {
      violated("a program with errors, or neither program nor errors")
    }
    if let program = compilation.program, let second = again.program,
      ProgramPrinter.print(program) != ProgramPrinter.print(second)
    {
      violated("compiling twice gives two programs")
    }
  }

  // MARK: - Messages

  /// Everything in which messages are shown.
  @discardableResult
  public static func render(_ diagnostics: Diagnostics) -> String {
    let chinese = Renderer(language: .zh).render(diagnostics)
    let english = Renderer(language: .en, colour: true, maxColumns: 40).render(diagnostics)
    guard let json = try? DiagnosticReport(diagnostics).json() else { violated("no JSON") }
    for diagnostic in diagnostics.ordered {
      guard case .file(let file, _) = diagnostic.primary else { continue }
      for fix in diagnostic.fixes
      where fix.span.start < 0 || fix.span.end < fix.span.start || fix.span.end > file.bytes.count {
        violated("\(diagnostic.code): a fix outside the file")
      }
    }
    return chinese + english + json
  }
}
