import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

/// Resolves names and checks types: turns expressions into `Core`.
///
/// Every function that returns an optional has said why when it returns nil; callers stay silent then, so that one mistake gives one message.
/// Scopes, partitions and parameters are checked when they are first needed, in any order of declaration.
final class Checker {
  /// How deep expressions may nest, those of the scopes, partitions and parameters that they name included: whoever judges them nests as deep.
  static let maximumDepth = 300
  /// How deep the check itself may nest when it comes upon a definition that was not checked before what names it. Only definitions in a ring,
  /// or named like a field, are.
  static let maximumRecursion = 60

  let reporter: Reporter
  var schema: Schema
  var symbols: Symbols
  /// 期间, for deadlines without a year (time 22).
  var period: DayRange?
  /// What a bare 日 means after `口径 日 = …`; nil = not stated (time 27).
  var dayReading: TermUnit?

  var scopes: [Lazily<ScopeDefinition>] = []
  /// Scopes with parameters, and the scopes that were made of them.
  var templates: [Lazily<ScopeTemplate>] = []
  var instances: [ScopeInstance: Int] = [:]
  /// What the parameters stand for in scopes that were made of one with parameters.
  var bindings: [Int: ScopeBinding] = [:]
  var partitions: [Lazily<PartitionDefinition>] = []
  var parameters: [Lazily<ParameterDefinition>] = []
  var readings: [Lazily<ReadingDefinition>] = []
  /// 函数 in source order, then those that were made of them for suppositions.
  var functions: [FunctionSignature] = []
  var hostFunctions: [HostFunction] = []
  /// The bodies of the functions that have been checked, in their order; nil is one that is wrong.
  var procedures: [Procedure?] = []
  /// The positions of the functions of the script and of the host by name.
  var functionNames: [String: FunctionReference] = [:]
  /// The rules by name, and of those with 频次 what they speak of, for 假设. Positions are those of the program.
  var rulePositions = NameTable<Int>()
  var cadenceSubjects: [Int: (item: Loaded, register: RegisterID)] = [:]
  /// What the statements at the top know besides (a session's variables).
  var variables: [Slot] = []
  /// Variables of the procedure being checked whose value could not be read; what names them stays without a message.
  var unreadable: Set<String> = []
  /// What is being checked right now, outermost first.
  var running: [(symbol: Symbol, name: String)] = []
  /// What names what, for the warning that a supposition does not reach.
  var uses = Uses()
  /// Definitions and functions that were made for what is supposed, and under what.
  var assumedSymbols: [Assumed<Symbol>: Symbol] = [:]
  var assumptions: [Symbol: Assumptions] = [:]
  var assumedFunctions: [Assumed<Int>: Int] = [:]
  var functionAssumptions: [Int: Assumptions] = [:]
  /// The values that parameters have in place of those that the plan gives, by position.
  var parameterValues: Assumptions = [:]
  /// How deep the expression being checked stands in others.
  @exclusivity(unchecked) var depth = 0
  /// For each definition being checked: the depth at which its check began, and the deepest point so far, that of what it names included.
  @exclusivity(unchecked) var levels: [(start: Int, deepest: Int)] = []
  /// The positions of fields by name, and by column where no field has that name.
  private(set) lazy var fieldIndices = schema.registers.map(\.fieldIndices)
  /// The positions of values by name and synonym, for the lists that were asked for.
  var valuePositions: [EnumID: NameTable<Int>] = [:]

  /// Takes note of the fields of registers that were declared since.
  func indexFields() { fieldIndices = schema.registers.map(\.fieldIndices) }

  init(reporter: Reporter, schema: Schema, symbols: Symbols) {
    self.reporter = reporter
    self.schema = schema
    self.symbols = symbols
  }

  /// A definition that is checked when first needed.
  struct Lazily<Definition> {
    var item: Loaded
    var state: State = .waiting
    /// How deep it nests, that of what it names included.
    var level = 0
    enum State {
      case waiting, running, failed
      case done(Definition)
    }
  }

  // MARK: - Values

  /// A value of any type, or of the wanted one where a bare name needs help.
  func value(_ expression: Expression, _ context: Context, _ wanted: Wanted = .anything) -> Core? {
    guard let meaning = meaning(expression, context, wanted) else { return nil }
    switch meaning {
    case .value(let core): return core
    case .rows(let rows):
      if context.procedure != nil { return closed(rows) }
      reporter.report(
        "E0401", at: context.origin(expression.span),
        ["expected": typeName(wanted.type), "found": collectionName(rows)])
      return nil
    }
  }

  /// A value of exactly that type.
  func value(_ expression: Expression, _ context: Context, of type: ValueType) -> Core? {
    guard let core = value(expression, context, .type(type)) else { return nil }
    if let core = converted(core, to: type) { return core }
    reporter.report(
      "E0401", at: context.origin(expression.span),
      ["expected": typeName(type), "found": typeName(core.type)])
    return nil
  }

  /// A condition.
  func condition(_ expression: Expression, _ context: Context) -> Core? {
    guard let meaning = meaning(expression, context, .condition) else { return nil }
    let origin = context.origin(expression.span)
    switch meaning {
    case .value(let core):
      if core.type == .bool { return core }
      let text = reporter.text(origin)
      reporter.report(
        "E0403", at: origin, ["text": Wording(text), "found": typeName(core.type)])
    case .rows(let rows):
      let text = reporter.text(origin)
      reporter.report(
        "E0427", at: origin,
        ["text": Wording(text), "found": collectionName(rows)],
        fixes: [Fix(expression.span, "有(\(text))")])
    }
    return nil
  }

  /// A collection of records.
  func rows(_ expression: Expression, _ context: Context) -> Rows? {
    guard let meaning = meaning(expression, context, .collection) else { return nil }
    switch meaning {
    case .rows(let rows): return rows
    case .value(let core):
      if let rows = elements(of: core, context) { return rows }
      let origin = context.origin(expression.span)
      reporter.report(
        "E0404", at: origin,
        ["text": Wording(reporter.text(origin)), "found": typeName(core.type)])
      return nil
    }
  }

  /// Whether a value of the first type may stand where the second is wanted. A number without unit fits any.
  func fits(_ found: ValueType, _ wanted: ValueType) -> Bool {
    switch (found, wanted) {
    case (.number(let a), .number(let b)): a == b || a.isEmpty || b.isEmpty
    case (.list(let a), .list(let b)): fits(a, b)
    case (.map(let a, let b), .map(let c, let d)): fits(a, c) && fits(b, d)
    case (.structure(let a), .structure(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.name == $1.name && fits($0.type, $1.type) }
    default: found == wanted
    }
  }
}

extension RegisterSchema {
  /// The positions of fields by name, and by column where no field has that name.
  fileprivate var fieldIndices: NameTable<Int> {
    let names = fields.indices.map { (fields[$0].name, $0) }
    let columns = fields.indices.map { (fields[$0].column, $0) }
    return NameTable(names + columns)
  }
}
