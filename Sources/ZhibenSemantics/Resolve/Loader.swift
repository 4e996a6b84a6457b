import ZhibenDiagnostics
import ZhibenSyntax

/// A declaration and the source it stands in.
struct Loaded {
  var source: Int
  var declaration: Declaration

  func origin(_ span: Span) -> Origin { Origin(source: source, span: span) }
  /// The place of the name, or of the declaring word where there is none.
  var nameOrigin: Origin { origin(declaration.name?.span ?? declaration.keywordSpan) }
}

/// Reads the plan and what it uses (`引用`), each source once, what is used before what uses it.
struct Loader {
  /// How deep sources may use each other.
  static let maximumDepth = 32

  let reporter: Reporter
  let library: (String) -> SourceFile?
  private(set) var declarations: [Loaded] = []
  /// The statements at the top of the first source.
  private(set) var statements: [Statement] = []
  /// The sources that were used, by the name that 引用 gives them.
  private(set) var used: [String: SourceFile] = [:]
  private var path: [String] = []

  init(reporter: Reporter, library: @escaping (String) -> SourceFile?) {
    self.reporter = reporter
    self.library = library
  }

  /// Reads a file of tests for the plan: 测试 and the 函数 that they call. Whatever else it declares would make another plan of the one it tries.
  mutating func load(tests file: SourceFile) {
    let first = declarations.count
    let source = reporter.sources.count
    load(file)
    declarations = declarations.enumerated().filter { index, item in
      guard index >= first, item.source == source else { return true }
      switch item.declaration.body {
      case .test, .function: return true
      default:
        reporter.report(
          "E0450", at: item.origin(item.declaration.keywordSpan),
          [
            "word": Wording(reporter.text(item.origin(item.declaration.keywordSpan))),
            "place": Wording(
              zh: "计划里；测试文件只写测试和函数", en: "in the plan; a file of tests has tests and functions only"
            ),
          ])
        return false
      }
    }.map(\.element)
  }

  /// Reads a source and, in the places where it uses them, others.
  mutating func load(_ file: SourceFile) {
    let source = reporter.add(source: file)
    let parsed = Parser.parse(file)
    if let encoding = file.fileEncoding {
      let title = Wording(zh: "把文件改存为 UTF-8", en: "save the file as UTF-8")
      reporter.report(
        "W0743", at: Origin(source: source, span: Span(0, 0)), ["encoding": Wording(encoding)],
        fixes: [Fix(Span(0, 0), "", title: title)])
    }
    // Of what is no text nothing else can be said.
    if let noText = parsed.issues.first(where: { $0.kind == .invalidUTF8 }) {
      reporter.add(Diagnostic(noText, in: file))
      return
    }
    for issue in parsed.issues { reporter.add(Diagnostic(issue, in: file)) }
    let title = Self.title(parsed.script)
    if source == 0 {
      statements = parsed.script.statements
    } else if let first = parsed.script.statements.first {
      reporter.report("W0463", at: Origin(source: source, span: first.span))
    }
    for var declaration in parsed.script.declarations {
      if title != nil { declaration.headings.removeFirst() }
      let item = Loaded(source: source, declaration: declaration)
      guard case .use = declaration.body else {
        declarations.append(item)
        continue
      }
      if let name = declaration.name { use(name.text, item) }
    }
  }

  /// The statements of a text that is asked of the sources read so far.
  func statements(of question: SourceFile) -> (statements: [Statement], source: Int) {
    let source = reporter.add(source: question)
    let parsed = Parser.parse(question)
    for issue in parsed.issues { reporter.add(Diagnostic(issue, in: question)) }
    let statements = parsed.script.statements.map { statement in
      guard case .evaluate(let expression) = statement.kind else { return statement }
      return Statement(.show([expression]), statement.span, headings: statement.headings)
    }
    return (statements, source)
  }

  /// The heading above everything is the document's title and no clause.
  private static func title(_ script: Script) -> String? {
    let paths = script.declarations.map(\.headings)
    guard let title = paths.first?.first, paths.contains(where: { $0.count > 1 }),
      paths.allSatisfy({ $0.first == title })
    else { return nil }
    return title
  }

  private mutating func use(_ name: String, _ item: Loaded) {
    if let start = path.firstIndex(of: name) {
      let circle = (path[start...] + [name]).joined(separator: " → ")
      reporter.report("E0308", at: item.nameOrigin, ["path": Wording(circle)])
      return
    }
    guard used[name] == nil else { return }
    guard path.count < Self.maximumDepth else {
      reporter.report("E0320", at: item.nameOrigin, ["limit": "\(Self.maximumDepth)"])
      return
    }
    guard let file = library(name) else {
      reporter.report("E0318", at: item.nameOrigin, ["name": Wording(name)])
      return
    }
    used[name] = file
    path.append(name)
    load(file)
    path.removeLast()
  }
}
