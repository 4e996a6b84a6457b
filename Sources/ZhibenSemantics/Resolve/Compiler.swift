import ZhibenDiagnostics
import ZhibenSyntax

/// What a compilation yields.
public struct Compilation: Sendable {
  /// The program; nil if there are errors.
  public let program: Program?
  /// Everything that was noticed, of all sources.
  public let diagnostics: Diagnostics
  /// The sources read, the plan first; `Origin.source` counts them.
  public let sources: [SourceFile]
  /// The questions behind the scopes as written, in the order of `Program.scopes`.
  public let scopeTexts: [String]
}

/// What a compilation does, one after another.
@_spi(Measuring) public enum CompilationStage: String, Sendable, CaseIterable {
  case parsing, resolving, checking, analysing
}

/// Turns scripts into a checked program.
public enum Compiler {
  /// Reads a plan and what it uses, resolves names, checks types and lowers the rules. Never fails: what is wrong stands in `diagnostics`,
  /// several messages at once.
  /// - Parameters:
  ///   - plan: the script with the 计划.
  ///   - library: the source that `引用 name` means, or nil if there is none.
  ///   - tests: files of tests for the plan, which stand outside of it.
  ///   - host: the functions that the host gives, which are called like those of the script. One named like a function of the language is out of
  ///     reach, and a script's own function comes before one of the host.
  ///   - question: statements or questions to be checked in place of those at the top of the plan. They use the plan's names; declarations in
  ///     them are left aside. A question that stands alone is shown.
  ///   - additions: sources whose declarations belong to the plan besides its own; a session's inputs.
  ///   - variables: what the question knows besides: the first parameters of the main procedure. A 令 of the same name hides one.
  public static func compile(
    plan: SourceFile, library: @escaping (String) -> SourceFile? = { _ in nil },
    tests: [SourceFile] = [], host: [HostFunction] = [], question: SourceFile? = nil,
    additions: [SourceFile] = [], variables: [Slot] = []
  ) -> Compilation {
    compile(
      Request(
        plan: plan, library: library, tests: tests, host: host, question: question,
        additions: additions, variables: variables)
    ) { _ in }
  }

  /// Compiles a plan and says when each stage is done, for those who measure.
  @_spi(Measuring) public static func compile(
    plan: SourceFile, whenDone: (CompilationStage) -> Void
  ) -> Compilation {
    compile(Request(plan: plan), whenDone)
  }

  /// What is compiled, as `compile` documents it.
  private struct Request {
    var plan: SourceFile
    var library: (String) -> SourceFile? = { _ in nil }
    var tests: [SourceFile] = []
    var host: [HostFunction] = []
    var question: SourceFile?
    var additions: [SourceFile] = []
    var variables: [Slot] = []
    /// Other values of parameters, by position.
    var parameters: Assumptions = [:]
  }

  private static func compile(_ request: Request, _ whenDone: (CompilationStage) -> Void)
    -> Compilation
  {
    // Trees of the greatest depth that the parser allows, walked by a build that is not optimised.
    StackRoom.with(4 << 20) { _ in compileHere(request, whenDone) }
  }

  private static func compileHere(_ request: Request, _ whenDone: (CompilationStage) -> Void)
    -> Compilation
  {
    let reporter = Reporter()
    var loader = Loader(reporter: reporter, library: request.library)
    loader.load(request.plan)
    for file in request.additions { loader.load(file) }
    for file in request.tests { loader.load(tests: file) }
    whenDone(.parsing)
    let items = loader.declarations
    var builder = SchemaBuilder(reporter: reporter)
    builder.build(items)
    whenDone(.resolving)
    let checker = Checker(
      reporter: reporter, schema: builder.schema, symbols: builder.symbols)
    var main = (statements: loader.statements, source: 0)
    if let question = request.question { main = loader.statements(of: question) }
    checker.variables = request.variables
    checker.parameterValues = request.parameters
    var program = checker.program(items, builder, main, request.host)
    whenDone(.checking)
    // What rests on a mistake would only be said to contradict something; a question changes nothing of what was analysed with its plan, and what is
    // only supposed may contradict it.
    if let program, request.question == nil, request.parameters.isEmpty,
      !reporter.diagnostics.contains(where: { $0.severity == .error })
    {
      Analysis(program, reporter).run()
    }
    whenDone(.analysing)
    program?.remaking = remaking(
      request.plan, loader.used, request.host, request.additions)
    let diagnostics = Diagnostics(reporter.diagnostics)
    return Compilation(
      program: diagnostics.hasErrors ? nil : program, diagnostics: diagnostics,
      sources: reporter.sources, scopeTexts: checker.scopeTexts)
  }
}

extension Compiler {
  /// Without statements and tests: those are run by the program that supposes.
  private static func remaking(
    _ plan: SourceFile, _ used: [String: SourceFile], _ host: [HostFunction],
    _ additions: [SourceFile]
  ) -> @Sendable ([Int: Value]) -> Program? {
    { values in
      var request = Request(plan: plan, library: { used[$0] }, host: host, additions: additions)
      request.parameters = values
      return compile(request) { _ in }.program
    }
  }
}

extension Checker {
  /// All declarations in their order: names first, then the header that later dates depend on, then definitions and rules.
  func program(
    _ items: [Loaded], _ builder: SchemaBuilder, _ main: (statements: [Statement], source: Int),
    _ host: [HostFunction]
  ) -> Program? {
    declareNames(items)
    let head = planClauses(items)
    if let head { period = range(head.1[.period], head.1.item) ?? nil }
    declareReadings(items, head?.1)
    declareFunctions(items, host)
    checkDefinitions()
    setDefaults(items, builder)
    let header = head.flatMap { self.header($0.0, $0.1) }
    let parameters = self.parameters.indices.map { parameter($0) }
    for index in self.partitions.indices { _ = partition(index) }
    let rules = rules(items, plan: header)
    note(rules, items)
    let outcomes =
      main.statements.isEmpty && !items.contains(where: \.isProcedure)
      ? nil : declareOutcomes(rules)
    checkFunctions()
    let main = mainProcedure(main.statements, source: main.source)
    let tests = tests(items)
    checkAssumedFunctions()
    reportUntouched()
    // Last: those with parameters are made where they are named, and so is what rests on suppositions.
    let scopes = self.scopes.indices.map { scope($0) }
    let partitions = self.partitions.indices.map { partition($0) }
    guard let header else { return nil }
    return Program(
      sources: reporter.sources, plan: header, schema: schema,
      scopes: scopes.compactMap { $0 }, partitions: partitions.compactMap { $0 },
      parameters: parameters.compactMap { $0 }, rules: rules,
      functions: procedures.compactMap { $0 }, main: main, tests: tests, hostFunctions: host,
      outcomes: outcomes)
  }

  /// The questions behind the scopes.
  var scopeTexts: [String] {
    scopes.map { scope in
      guard case .query(let query, _) = scope.item.declaration.body else { return "" }
      return reporter.text(scope.item.origin(query.span))
    }
  }

  private func declareNames(_ items: [Loaded]) {
    for item in items {
      guard let name = item.declaration.name else { continue }
      switch item.declaration.body {
      case .query(_, let parameters) where parameters.isEmpty:
        scopes.append(Lazily(item: item))
        declare(name.text, .scope(scopes.count - 1), item)
      case .query:
        templates.append(Lazily(item: item))
        declare(name.text, .template(templates.count - 1), item)
      case .partition(let body):
        partitions.append(Lazily(item: item))
        declare(name.text, .partition(partitions.count - 1), item)
        declareClasses(name, body, item)
      case .value where item.declaration.keyword == .parameter:
        parameters.append(Lazily(item: item))
        declare(name.text, .parameter(parameters.count - 1), item)
      case .clauses where item.declaration.keyword != .plan:
        if let earlier = symbols.declareRule(
          name.text, item.declaration.keyword, at: item.nameOrigin)
        {
          reporter.report(
            "E0307", at: item.nameOrigin, ["name": Wording(name.text)],
            secondary: [(earlier, .declaredHere)])
        }
      default: break
      }
    }
  }

  /// The labels of a 划分 are a list of values.
  private func declareClasses(_ name: Name, _ body: PartitionBody, _ item: Loaded) {
    let id = EnumID(schema.enumerations.count)
    if let earlier = symbols.declare(name.text, id, at: item.nameOrigin) {
      reporter.report(
        "E0307", at: item.nameOrigin, ["name": Wording(name.text)],
        secondary: [(earlier, .declaredHere)])
      return
    }
    var seen: [String: Span] = [:]
    for arm in body.arms {
      if let first = seen[arm.label.text] {
        reporter.report(
          "E0307", at: item.origin(arm.label.span), ["name": Wording(arm.label.text)],
          secondary: [(item.origin(first), .declaredHere)])
      }
      seen[arm.label.text] = arm.label.span
    }
    schema.enumerations.append(EnumSchema(name: name.text, values: body.arms.map(\.label.text)))
  }

  /// 默认: constants of the field's type.
  private func setDefaults(_ items: [Loaded], _ builder: SchemaBuilder) {
    for item in items {
      guard case .register(let body) = item.declaration.body, let name = item.declaration.name,
        case .register(let id)? = symbols.names[name.text]
      else { continue }
      for field in body.fields {
        for case .defaultValue(let expression) in field.modifiers {
          guard let index = schema[id].fields.firstIndex(where: { $0.name == field.name.text })
          else { continue }
          let type = ValueType(schema[id].fields[index]).element
          guard let core = value(expression, Context(source: item.source), of: type) else {
            continue
          }
          if case .constant(let value?) = core.node {
            schema.registers[id.index].fields[index].defaultValue = value
          } else {
            reporter.report("E0429", at: core.origin)
          }
        }
      }
    }
  }
}

extension Loaded {
  /// Whether it is a 函数 or a 测试.
  fileprivate var isProcedure: Bool {
    switch declaration.body {
    case .function, .test: true
    default: false
    }
  }
}
