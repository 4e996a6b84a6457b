import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension ValueType {
  /// How constants and cells of the type are passed.
  var shape: Node.Shape { Node.Shape(self) }

  /// Whether values of the type are passed as they are when they do not come from cells or constants.
  var isBoxed: Bool {
    switch self {
    case .bool, .number, .date, .moment, .enumeration, .record: false
    case .text, .term, .list, .map, .structure, .cadence, .period: true
    }
  }
}

extension Core {
  /// Whether its values are passed as they are, and not as cells.
  var isBoxed: Bool {
    guard type.isBoxed else { return false }
    switch node {
    case .constant(let value): return type.shape == .value || value?.holdsUnknown ?? false
    case .field, .record, .inScope, .partition: return false
    case .conditional(_, let then, let otherwise): return then.isBoxed || otherwise.isBoxed
    case .at(let part, _): return part.isBoxed
    case .aggregate(let aggregate): return aggregate.isBoxed
    case .builtin(.maximum, let parts), .builtin(.minimum, let parts):
      return parts.contains(where: \.isBoxed)
    default: return true
    }
  }
}

extension Aggregate {
  /// Whether it cannot be judged by cells alone.
  var isBoxed: Bool { isMetered || value?.isBoxed ?? false }
}

extension Compiler {
  /// A node whose answer is a value as it is.
  func boxed(_ core: Core) -> Node {
    let node = node(core)
    return node.shape == .value ? node : BoxNode(node, core.type, interner)
  }

  /// The node of an expression that goes by values as they are; nil if it goes by cells.
  func boxedNode(_ core: Core) -> Node? {
    let shape = core.isBoxed ? Node.Shape.value : Node.Shape(core.type)
    let parts = core.parts
    func apply(_ operation: @escaping ([Value?], inout Judgement) -> Value?) -> Node {
      ApplyNode(shape, parts.map(boxed), operation)
    }
    switch core.node {
    case .constant(let value) where core.isBoxed: return ValueConstantNode(value)
    case .compare(let operation, let left, let right) where left.isBoxed || right.isBoxed:
      return apply { values, _ in Values.compare(values[0], operation, values[1]).value }
    case .contains(let whole, let part) where whole.isBoxed || part.isBoxed:
      return apply { values, _ in Values.contains(values[0], values[1]).value }
    case .isIn(let element, let items, let isOpen)
    where ([element] + items).contains { $0.isBoxed || $0.isMetered }:
      return apply { values, _ in Values.isIn(values[0], Array(values.dropFirst()), isOpen) }
    case .between(let part, let lower, let upper)
    where [part, lower, upper].contains { $0.isBoxed || $0.isMetered }:
      return apply { values, _ in Values.isBetween(values[0], values[1], values[2]) }
    case .conditional(let condition, let then, let otherwise) where core.isBoxed:
      return ConditionalNode(.value, node(condition), boxed(then), boxed(otherwise))
    case .history(let part, let window):
      return HistoryNode(boxed(part), days(of: window, part))
    case .builtin(let function, let arguments):
      if !arguments.contains(where: \.isBoxed), arguments.allSatisfy({ !$0.isMetered }),
        hasNode(function)
      {
        return nil
      }
      let (calendar, words) = (calendar, words)
      return apply { values, _ in Functions(calendar: calendar, words: words).call(function, values)
      }
    default: return nil
    }
  }

  /// Whether a library function over cells and numbers is compiled.
  private func hasNode(_ function: Builtin) -> Bool {
    switch function {
    case .roundUp, .roundDown, .absolute, .isWorkday, .workdaysBetween, .yearsBetween, .maximum,
      .minimum:
      true
    default: false
    }
  }

  /// The days of 曾 and 历次.
  func days(of window: Window?, _ part: Core) -> DayWalk {
    DayWalk(
      window.map { DayWindow(kind($0), calendar) }, isDaily: part.isMetered, told: told)
  }
}
