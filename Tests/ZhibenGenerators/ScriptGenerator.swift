/// Makes scripts that are right: every name is declared, every type fits. Whoever checks them finds no error, and whoever runs them meets no
/// value of a wrong type. They end: loops count, and functions call only those before them.
///
/// The same seed makes the same script.
public struct ScriptGenerator {
  /// The plan, the registers, a scope and parameters that every generated script stands on.
  public static let declarations = Vocabulary.declarations

  /// Whether records are entered, changed and deleted.
  public var writes = true
  /// How deep expressions nest.
  public var depth = 3

  var chance: Chance
  /// The variables in reach, innermost block last.
  var variables: [Variable] = []
  /// The rows at hand, innermost last.
  var rows: [Row] = []
  var functions: [Function] = []
  private var names = 0

  struct Variable {
    var name: String
    var kind: Kind
    /// Whether it may be assigned; counters of loops are not.
    var isFree: Bool
  }

  /// A record, or another row, whose fields bare names mean.
  enum Row {
    case record(Int)
    case columns([Kind.Column])
    case plain(Kind)
  }

  struct Function {
    var name: String
    var parameters: [Kind]
    var result: Kind?
  }

  /// A generator of one script.
  public init(seed: UInt64) { chance = Chance(seed: seed) }

  /// A script: the declarations, functions, and that many statements.
  public mutating func script(functions count: Int = 2, statements: Int = 8) -> String {
    var text = Self.declarations
    for _ in 0..<count { text += function() + "\n" }
    for _ in 0..<statements { text += statement(depth, in: .top) + "\n" }
    return text
  }

  /// A name that nothing else has.
  mutating func fresh(_ prefix: String) -> String {
    names += 1
    return "\(prefix)\(names)"
  }

  // MARK: - Functions

  private mutating func function() -> String {
    let outer = (variables, rows, writes)
    defer { (variables, rows, writes) = outer }
    let name = fresh("函")
    let result: Kind? = chance.hits(80) ? simple() : nil
    // A function with a result changes no records.
    if result != nil { writes = false }
    let kinds = (0..<chance.below(3)).map { _ in declarable() }
    variables = kinds.map { Variable(name: fresh("参"), kind: $0, isFree: true) }
    rows = []
    let parameters = variables.map { "\($0.name)：\(Self.type($0.kind) ?? "数")" }
    let head =
      "函数 \(name)(\(parameters.joined(separator: "，")))"
      + (result.map { "：\(Self.type($0) ?? "数")" } ?? "")
    var lines = (0..<chance.below(3)).map { _ in statement(2, in: .function) }
    if let result { lines.append("返回 \(expression(result, depth))") }
    functions.append(Function(name: name, parameters: kinds, result: result))
    return head + " " + block(lines)
  }

  func block(_ lines: [String]) -> String {
    "{\n" + lines.map { $0 + "\n" }.joined() + "}"
  }

  // MARK: - Kinds

  /// A type that has no parts.
  mutating func simple() -> Kind {
    switch chance.below(8) {
    case 0: .text
    case 1: .bool
    case 2: .date
    case 3: .choice(chance.below(Vocabulary.enumerations.count))
    case 4: .number("元")
    case 5: .number("人")
    default: .number("")
    }
  }

  /// A type that can be written.
  mutating func declarable() -> Kind {
    switch chance.below(5) {
    case 0: .record(chance.below(Vocabulary.registers.count))
    case 1: chance.hits(70) ? .list(chance.hits(50) ? .text : .number("")) : .map(simple())
    case 2: .period
    default: simple()
    }
  }

  /// Any type that a variable may have.
  mutating func anything() -> Kind {
    switch chance.below(8) {
    case 0: .list(.record(chance.below(Vocabulary.registers.count)))
    case 1: .map(simple())
    case 2:
      .row((0..<(1 + chance.below(3))).map { _ in .init(name: fresh("栏"), kind: simple()) })
    case 3: .list(.row(columns()))
    default: declarable()
    }
  }

  mutating func columns() -> [Kind.Column] {
    (0..<(1 + chance.below(3))).map { _ in .init(name: fresh("列"), kind: simple()) }
  }

  /// The type as it is declared; nil for those that only have values.
  static func type(_ kind: Kind) -> String? {
    switch kind {
    case .number(let unit): unit.isEmpty ? "数" : "数（\(unit)）"
    case .text: "文本"
    case .bool: "是否"
    case .date: "日期"
    case .period: "期间"
    case .choice(let list): Vocabulary.enumerations[list].name
    case .record(let register): Vocabulary.registers[register].name
    case .list(let element): type(element).map { "列表（\($0)）" }
    case .map(let element): type(element).map { "映射（文本，\($0)）" }
    case .row: nil
    }
  }
}
