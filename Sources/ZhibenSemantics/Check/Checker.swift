import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

/// Resolves names and checks types: turns expressions into `Core`.
///
/// Every function that returns an optional has said why when it returns nil; callers stay silent then, so that one mistake gives one message.
/// Scopes, partitions and parameters are checked when they are first needed, in any order of declaration.
final class Checker {
  /// How deep scopes and partitions may rest on one another.
  static let maximumDepth = 64

  let reporter: Reporter
  var schema: Schema
  var symbols: Symbols
  /// 期间, for deadlines without a year (time 22).
  var period: DayRange?
  /// What a bare 日 means after `口径 日 = …`; nil = not stated (time 27).
  var dayReading: TermUnit?

  var scopes: [Lazily<ScopeDefinition>] = []
  var partitions: [Lazily<PartitionDefinition>] = []
  var parameters: [Lazily<ParameterDefinition>] = []
  var readings: [Lazily<ReadingDefinition>] = []
  /// What is being checked right now, outermost first.
  var running: [(symbol: Symbol, name: String)] = []
  /// How deep the definition being checked rests on others.
  var levels: [Int] = []

  init(reporter: Reporter, schema: Schema, symbols: Symbols) {
    self.reporter = reporter
    self.schema = schema
    self.symbols = symbols
  }

  /// A definition that is checked when first needed.
  struct Lazily<Definition> {
    var item: Loaded
    var state: State = .waiting
    /// How deep it rests on others.
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
      reporter.report(
        "E0401", at: context.origin(expression.span),
        ["expected": typeName(wanted.type), "found": collectionName(rows.register)])
      return nil
    }
  }

  /// A value of exactly that type.
  func value(_ expression: Expression, _ context: Context, of type: ValueType) -> Core? {
    guard let core = value(expression, context, .type(type)) else { return nil }
    if fits(core.type, type) { return core }
    reporter.report(
      "E0401", at: context.origin(expression.span),
      ["expected": typeName(type), "found": typeName(core.type)])
    return nil
  }

  /// A condition.
  func condition(_ expression: Expression, _ context: Context) -> Core? {
    guard let meaning = meaning(expression, context, .condition) else { return nil }
    let origin = context.origin(expression.span)
    let text = reporter.text(origin)
    switch meaning {
    case .value(let core):
      if core.type == .bool { return core }
      reporter.report(
        "E0403", at: origin, ["text": Wording(text), "found": typeName(core.type)])
    case .rows(let rows):
      reporter.report(
        "E0427", at: origin,
        ["text": Wording(text), "found": collectionName(rows.register)],
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
    default: found == wanted
    }
  }
}
