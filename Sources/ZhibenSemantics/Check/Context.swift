import ZhibenSyntax

/// Where an expression stands: its source and the records at hand.
struct Context {
  /// Position in the compilation's sources.
  var source: Int
  /// The registers of the records at hand; frame 0 is the subject, the last one the innermost.
  var frames: [RegisterID] = []
  /// Behind 全部: a register or scope is meant as a whole.
  var isWhole = false
  /// What a collection without 于 is restricted to (the metrics of a target).
  var defaultWindow: Window?

  func origin(_ span: Span) -> Origin { Origin(source: source, span: span) }

  /// The context inside a collection's condition: its row is the innermost record.
  func inside(_ register: RegisterID) -> Context {
    var context = self
    context.frames.append(register)
    context.isWhole = false
    return context
  }

  /// The same place without any record at hand.
  var withoutFrames: Context { Context(source: source) }

  /// The frame that the row of a new collection gets.
  var rowFrame: Int { frames.count }

  /// The innermost frame over a register.
  func frame(of register: RegisterID) -> Int? { frames.lastIndex(of: register) }
}

/// What the place of an expression asks for.
struct Wanted {
  var type: ValueType?
  var rows = false
  /// Whether a bare field that an outer record has too is reported here. A comparison looks at both sides before it judges.
  var checksRivals = true

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

/// A collection of records as it is being put together.
struct Rows {
  var register: RegisterID
  var source: RowSource
  var window: Window?
  /// Conditions with the row in `frame`.
  var filters: [Core] = []
  /// `事故.死亡人数`: a value of each row, with the row in `frame`.
  var value: Core?
  var frame: Int
  var origin: Origin
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
  /// The type of a field's value.
  init(_ field: FieldSchema) {
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
