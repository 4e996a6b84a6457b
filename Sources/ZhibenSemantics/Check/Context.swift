import ZhibenSyntax

/// Where an expression stands: its source, the records and rows at hand, and the variables in reach.
struct Context {
  /// Position in the compilation's sources.
  var source: Int
  /// What is at hand: of a rule the first one is the subject; the last one is the innermost.
  var frames: [Frame] = []
  /// Behind 全部: a register or scope is meant as a whole.
  var isWhole = false
  /// What a collection without 于 is restricted to (the metrics of a target).
  var defaultWindow: Window?
  /// Whether 本期 may be said: the columns of a report.
  var hasPeriod = false
  /// What the statements around belong to; nil in rules.
  var procedure: ProcedureScope?
  /// The slots of the variables in reach, by name.
  var variables: [String: Int] = [:]
  /// What the parameters of the scope being checked stand for, by name.
  var constants: [String: Core] = [:]
  /// The slots that stand for parameters which are supposed to be otherwise here.
  var supposed: [Int: Int] = [:]
  /// The values of parameters that are supposed to be otherwise here; none of them is in `supposed`.
  var assumptions: Assumptions = [:]
  /// The aggregates of a column of 统计 that are columns of their own, by place.
  var columns: [Span: Core] = [:]

  init(source: Int, frames: [RegisterID] = []) {
    self.source = source
    self.frames = frames.enumerated().map { Frame($1, frame: $0) }
  }

  func origin(_ span: Span) -> Origin { Origin(source: source, span: span) }

  /// The context inside a collection's condition: its row is the innermost one.
  func inside(_ row: Frame) -> Context {
    var context = self
    context.frames.append(row)
    context.isWhole = false
    return context
  }

  /// The same place without any record at hand.
  var withoutFrames: Context {
    var context = self
    context.frames = []
    context.isWhole = false
    context.defaultWindow = nil
    return context
  }

  /// The frame that the row of a new collection of records gets.
  var rowFrame: Int {
    frames.count { if case .record = $0.node { true } else { false } }
  }

  /// The place of the innermost record of a register.
  func frame(of register: RegisterID) -> Int? {
    frames.lastIndex { $0.register == register }
  }
}

/// A record or another row whose fields bare names mean.
struct Frame: Hashable {
  var type: ValueType
  /// `.record(frame:)` or `.variable`.
  var node: Core.Node
  /// What 它 means where it is not the row itself: the name in `企业.名称 其中 它 ≠ "甲"`.
  var value: Core?

  init(_ type: ValueType, _ node: Core.Node) { (self.type, self.node) = (type, node) }

  init(_ register: RegisterID, frame: Int) {
    self.init(.record(register), .record(frame: frame))
  }

  /// The register of a record.
  var register: RegisterID? { if case .record(let register) = type { register } else { nil } }

  /// The columns of a row that is no record.
  var columns: [StructureField] {
    if case .structure(let fields) = type { fields } else { [] }
  }

  func core(_ origin: Origin) -> Core { Core(node, type, origin) }
}

/// What the place of an expression asks for.
struct Wanted {
  var type: ValueType?
  var rows = false
  /// Whether a bare field that an outer record has too is reported here. A comparison looks at both sides before it judges.
  var checksRivals = true
  /// Whether a call that gives nothing back may stand here.
  var mayBeNothing = false

  static let anything = Wanted()
  static let condition = Wanted(type: .bool)
  static let collection = Wanted(rows: true)
  static func type(_ type: ValueType?) -> Wanted { Wanted(type: type) }
}

/// What an expression is.
enum Meaning {
  case value(Core)
  case rows(Rows)
}

/// A collection as it is being put together: of records, or in procedures of a list's elements.
struct Rows {
  enum Source {
    case records(RowSource)
    case list(Core)
  }
  var source: Source
  /// Restricts records by the date field of their register.
  var window: Window?
  /// Conditions with the row at hand.
  var filters: [Core] = []
  /// 排序 and 前: later than the filters. Only in procedures.
  var sort: [Query.SortTerm] = []
  var limit: Int?
  /// `事故.死亡人数`: a value of each row, with the row at hand.
  var value: Core?
  var row: Frame
  var origin: Origin

  /// The register of records.
  var register: RegisterID? { row.register }
}

extension Core {
  static func truth(_ origin: Origin) -> Core {
    Core(.constant(.bool(true)), .bool, origin)
  }

  /// The conjunction; of nothing: true. It stands where its parts stand, so that `why` quotes the whole of `在册企业 其中 高危`.
  static func all(_ conditions: [Core], _ origin: Origin) -> Core {
    switch conditions.count {
    case 0: .truth(origin)
    case 1: conditions[0]
    default:
      Core(
        .and(
          conditions.flatMap { condition -> [Core] in
            if case .and(let parts) = condition.node { return parts }
            return [condition]
          }), .bool,
        conditions.reduce(origin) { whole, part in
          guard part.origin.source == whole.source else { return whole }
          return Origin(source: whole.source, span: whole.span.union(part.origin.span))
        })
    }
  }

  /// Whether it is the constant true.
  var isTrue: Bool { node == .constant(.bool(true)) }

  /// Whether the type is a list.
  var isList: Bool { if case .list = type { true } else { false } }
}

extension ValueType {
  /// The type of a field's value; of a many-valued field a list.
  public init(_ field: FieldSchema) {
    let single: ValueType =
      switch field.type {
      case .bool: .bool
      case .integer: .number(unit: "")
      case .number(let unit): .number(unit: unit == "%" ? "" : unit)
      case .text: .text
      case .date: .date
      case .moment: .moment
      case .enumeration(let list): .enumeration(list)
      case .reference(let register): .record(register)
      }
    self = field.isMany ? .list(single) : single
  }

  /// The element of a list, or the type itself.
  var element: ValueType { if case .list(let element) = self { element } else { self } }
}
