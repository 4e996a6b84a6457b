import ZhibenSyntax

/// Which clause of a document stands beside which rule, which row of its list of measures is carried out by which rule, and which tests speak of it.
/// Read from the text alone: a plan need not be sound.
public struct Trace: Sendable {
  /// Something that carries out a clause: a rule, or a definition that cites one.
  public struct Item: Hashable, Sendable {
    /// 职责, 检查, 必须, 督办, 目标, 划分, 参数, 计划.
    public var keyword: Keyword
    public var name: String
    /// The line of its name, from 1.
    public var line: Int
    /// The headings that it stands under, the document's title left out.
    public var path: [String]
    /// 依据 as written.
    public var citations: [String]
    /// The rows that its 依据 and 说明 cite.
    public var rows: [String]
    /// The tests that name it.
    public var tests: [String]
    /// Whether it yields outcomes; 划分, 参数 and 计划 do not.
    public var isRule: Bool
  }

  /// A clause of the document's prose: a heading or numbered paragraph without further ones below.
  public struct Clause: Hashable, Sendable {
    /// Its heading and those above, the document's title left out.
    public var path: [String]
    public var line: Int
    /// The rules and partitions that stand under it.
    public var rules: [String]
  }

  /// A row of the list of measures, known by its id (`Y-12`, `T-3`).
  public struct Row: Hashable, Sendable {
    public var id: String
    /// What cites it, in the order of the text.
    public var items: [Item]
    /// The line where the prose speaks of it first, if it does.
    public var proseLine: Int?
    /// The heading above that line.
    public var proseClause = ""
  }

  /// Clauses in the order of the text; none in a file that is no document.
  public var clauses: [Clause]
  /// Everything that may carry out a clause, in the order of the text.
  public var items: [Item]
  /// Rows by id.
  public var rows: [Row]

  /// Clauses that no rule stands under.
  public var clausesWithoutRule: [Clause] { clauses.filter(\.rules.isEmpty) }
  /// Rules that stand under no heading and cite nothing.
  public var rulesWithoutClause: [Item] {
    items.filter { $0.isRule && $0.citations.isEmpty && $0.path.isEmpty }
  }

  /// Reads a source, and files of tests that stand beside it.
  public init(_ source: SourceFile, tests: [SourceFile] = []) {
    let (declarations, lexed) = (Parser.parse(source).script.declarations, Lexer.lex(source))
    var mentions = TestMentions(declarations, lexed.tokens)
    for file in tests {
      mentions.add(Parser.parse(file).script.declarations, Lexer.lex(file).tokens)
    }
    self.init(source, declarations, lexed, mentions)
  }

  private init(
    _ source: SourceFile, _ declarations: [Declaration], _ lexed: LexResult, _ tests: TestMentions
  ) {
    let headings = lexed.headings
    let title = Self.title(headings)
    var places: [(item: Item, heading: Int?)] = []
    for declaration in declarations {
      guard let name = declaration.name, let clauses = declaration.tracedClauses else { continue }
      let path = lexed.headingPath(at: declaration.keywordSpan.start)
      let heading = path.last.flatMap { last in headings.firstIndex { $0.span == last.span } }
      let cited = clauses.flatMap(\.citedTexts)
      places.append(
        (
          Item(
            keyword: declaration.keyword, name: name.text, line: source.line(at: name.span.start),
            path: path.map(\.title).filter { $0 != title }, citations: clauses.flatMap(\.citations),
            rows: RowID.all(in: cited.joined(separator: "\n")).map(\.id).uniqued,
            tests: tests.of(name.text), isRule: declaration.isRule), heading
        ))
    }
    items = places.map(\.item)
    clauses = Self.clauses(headings, places, title, source)
    rows = Self.rows(items, source, declarations, lexed)
  }

  // MARK: - Clauses

  /// The heading above everything is the document's title and no clause.
  private static func title(_ headings: [Heading]) -> String? {
    guard let first = headings.first, headings.dropFirst().contains(where: { $0.parent != nil }),
      headings.dropFirst().allSatisfy({ $0.parent != nil })
    else { return nil }
    return first.title
  }

  private static func clauses(
    _ headings: [Heading], _ places: [(item: Item, heading: Int?)], _ title: String?,
    _ source: SourceFile
  ) -> [Clause] {
    let parents = Set(headings.compactMap(\.parent))
    var rules: [Int: [String]] = [:]
    for (item, heading) in places where item.isRule || item.keyword == .partition {
      if let heading { rules[heading, default: []].append(item.name) }
    }
    return headings.indices.filter { !parents.contains($0) }.map { index in
      var path: [String] = []
      var next: Int? = index
      while let at = next, headings.indices.contains(at) {
        path.append(headings[at].title)
        next = headings[at].parent
      }
      return Clause(
        path: path.reversed().filter { $0 != title },
        line: source.line(at: headings[index].span.start), rules: rules[index] ?? [])
    }
  }

  // MARK: - Rows

  private static func rows(
    _ items: [Item], _ source: SourceFile, _ declarations: [Declaration], _ lexed: LexResult
  ) -> [Row] {
    var rows: [String: Row] = [:]
    for item in items {
      for id in item.rows { rows[id, default: Row(id: id, items: [])].items.append(item) }
    }
    for (id, offset) in RowID.all(in: source.text(Span(0, source.bytes.count)))
    where !declarations.contains(where: { $0.span.start <= offset && offset < $0.span.end }) {
      var row = rows[id] ?? Row(id: id, items: [])
      if row.proseLine == nil {
        row.proseLine = source.line(at: offset)
        row.proseClause = lexed.headingPath(at: offset).last?.title ?? ""
      }
      rows[id] = row
    }
    return rows.values.sorted { RowID.order($0.id) < RowID.order($1.id) }
  }
}

/// The tests that name a rule.
private struct TestMentions {
  private var titles: [String: [String]] = [:]

  init(_ declarations: [Declaration], _ tokens: [Token]) { add(declarations, tokens) }

  mutating func add(_ declarations: [Declaration], _ tokens: [Token]) {
    var rest = tokens[...]
    for declaration in declarations {
      guard case .test(let test) = declaration.body else { continue }
      rest = rest.drop { $0.span.start < declaration.span.start }
      for token in rest.prefix(while: { $0.span.end <= declaration.span.end }) {
        switch token.kind {
        case .word, .quotedName: titles[token.text, default: []].append(test.title)
        default: break
        }
      }
    }
  }

  func of(_ name: String) -> [String] { (titles[name] ?? []).uniqued }
}

extension Declaration {
  /// The clauses that may cite something; nil for what carries out no clause.
  fileprivate var tracedClauses: [Clause]? {
    switch body {
    case .clauses(let clauses): clauses
    case .value(_, let clauses) where keyword == .parameter: clauses
    case .partition(let body): body.clauses
    default: nil
    }
  }

  fileprivate var isRule: Bool {
    if case .clauses = body { keyword != .plan } else { false }
  }
}

extension ZhibenSyntax.Clause {
  fileprivate var citations: [String] {
    guard case .citations(let citations) = value else { return [] }
    return citations.map { $0.text + ($0.article ?? "") }
  }

  /// The words of 依据 and 说明.
  fileprivate var citedTexts: [String] {
    switch value {
    case .citations: citations
    case .text(let text, _) where head == .note: [text]
    default: []
    }
  }
}

extension Array where Element: Hashable {
  /// Each element once, where it stands first.
  fileprivate var uniqued: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }
}
