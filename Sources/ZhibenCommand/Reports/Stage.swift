import Zhiben
import ZhibenSyntax

/// A stage of the way from bytes to a checked plan, printed for those who work on the language.
enum Stage: String, WordChoice {
  case tokens, tree, ast, types

  var chinese: String {
    switch self {
    case .tokens: "词"
    case .tree: "树"
    case .ast: "语法"
    case .types: "类型"
    }
  }

  func write(_ checked: CheckedScript, to stream: ByteStream) {
    switch self {
    case .tokens: tokens(checked.source, stream)
    case .tree: tree(Parser.parse(checked.source).tree, stream)
    case .ast:
      for declaration in Parser.parse(checked.source).script.declarations {
        stream.write(ValueText.lines(declaration))
      }
    case .types:
      if let program = checked.script?.program { stream.write(ProgramPrinter.print(program)) }
    }
  }

  /// `12:3  word  对象`
  private func tokens(_ source: SourceFile, _ stream: ByteStream) {
    for token in Lexer.lex(source).tokens {
      let place = SourcePosition(of: token.span.start, in: source)
      stream.write(
        "\(place.line):\(place.character)  \(token.kind)  \(oneLine(source.text(token.span)))\n")
    }
  }

  private func tree(_ tree: SyntaxTree, _ stream: ByteStream) {
    var pending = [(tree.root, 0)]
    while let (node, depth) = pending.popLast() {
      let text = oneLine(tree.source.text(tree.span(node)))
      let shown = text.count > 60 ? text.prefix(60) + "…" : Substring(text)
      stream.write(String(repeating: "  ", count: depth) + "\(tree.kind(node))  \(shown)\n")
      pending += tree.children(node).reversed().map { ($0, depth + 1) }
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
