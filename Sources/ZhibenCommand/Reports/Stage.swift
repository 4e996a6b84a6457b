import Zhiben
import ZhibenSession
import ZhibenSyntax

/// A stage of the way from bytes to a checked plan, printed for those who work on the language.
enum Stage: String, WordChoice {
  case tokens, tree, ast, types, ir, sql, plan

  var chinese: String {
    switch self {
    case .tokens: "词"
    case .tree: "树"
    case .ast: "语法"
    case .types: "类型"
    case .ir: "中间"
    case .sql: "语句"
    case .plan: "步骤"
    }
  }

  /// Later stages need a script without errors; of one with errors they print nothing.
  func write(_ checked: CheckedScript, in session: Session) throws {
    let stream = session.output
    switch self {
    case .tokens: tokens(checked.source, stream)
    case .tree: tree(Parser.parse(checked.source).tree, stream)
    case .ast: stream.write(Parser.parse(checked.source).script.dump)
    case .types:
      if let program = checked.script?.program { stream.write(ProgramPrinter.print(program)) }
    case .ir:
      if let program = checked.script?.program { stream.write(ProgramPrinter.printTrees(program)) }
    case .sql: if let work = try checked.script?.databaseWork() { sql(work, stream) }
    case .plan:
      if let script = checked.script {
        InspectText(session: session, script: script).write()
        for question in try script.databaseWork().questions { plan(question, session) }
      }
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

  private func sql(_ work: DatabaseWork, _ stream: ByteStream) {
    for statement in work.loading { stream.write(oneLine(statement) + ";\n") }
    for question in work.questions {
      stream.write("\n-- \(question.text)\n")
      for statement in question.plan?.statements ?? [] {
        stream.write(oneLine(statement.sql) + ";\n")
      }
    }
  }

  /// Which step of a question runs where.
  private func plan(_ question: DatabaseWork.Question, _ session: Session) {
    session.print("\n" + question.text)
    guard var plan = question.plan else {
      session.print(
        session.text("  在内存：用到外面的变量", "  in memory: it reads variables of the statements"))
      return
    }
    plan.statements = []
    for line in plan.description(in: session.language).split(separator: "\n") {
      session.print("  " + line)
    }
  }

  private func oneLine(_ text: String) -> String {
    text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
