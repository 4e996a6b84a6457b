import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

extension Interner {
  /// What a node says, as a value of its type.
  func value(of node: Node, _ type: ValueType, _ judgement: inout Judgement) -> Value? {
    switch node.shape {
    case .truth: return node.truth(&judgement).value
    case .number: return node.number(&judgement).map { .number($0) }
    case .cell: return value(node.cell(&judgement), type)
    case .numberList: return node.numberList(&judgement).map { .list($0.map { .number($0) }) }
    case .list:
      guard case .list(let element) = type else { return nil }
      return node.list(&judgement).map { .list($0.compactMap { value($0, element) }) }
    case .value: return node.value(&judgement)
    }
  }

  func value(_ cell: Int64, _ type: ValueType) -> Value? {
    if cell == unknownCell { return nil }
    switch type {
    case .bool: return .bool(cell != 0)
    case .text: return text(cell).map { .text($0) }
    case .date: return .date(CivilDate(cell: cell))
    case .moment: return .moment(Int(cell))
    case .term: return term(cell).map { .term($0) }
    case .enumeration(let list): return .enumeration(list, Int(cell))
    case .record(let register): return .record(register, Int(cell))
    case .number, .list, .map, .structure, .cadence, .period: return nil
    }
  }
}

extension Value {
  /// The cell of a date, moment, position or truth; of others none.
  var plainCell: Int64 {
    switch self {
    case .bool(let flag): flag ? 1 : 0
    case .date(let date): Int64(date.days)
    case .moment(let minute): Int64(minute)
    case .enumeration(_, let position), .record(_, let position): Int64(position)
    default: unknownCell
    }
  }
}

/// A node's answer as a value.
final class BoxNode: Node {
  let part: Node
  private let type: ValueType
  private let interner: Interner

  init(_ part: Node, _ type: ValueType, _ interner: Interner) {
    (self.part, self.type, self.interner) = (part, type, interner)
    super.init(.value)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    interner.value(of: part, type, &judgement)
  }

  override var parts: [Node] { [part] }
}

/// A constant that no cell can hold.
final class ValueConstantNode: Node {
  let constant: Value?

  init(_ constant: Value?) {
    self.constant = constant
    super.init(.value)
  }

  override func value(_ judgement: inout Judgement) -> Value? { constant }
}

/// Something made of the values of its parts, which are all judged, in order. The result has any shape.
final class ApplyNode: Node {
  private let arguments: [Node]
  private let operation: ([Value?], inout Judgement) -> Value?

  /// - Parameters:
  ///   - arguments: nodes of shape `.value`.
  init(
    _ shape: Shape, _ arguments: [Node],
    _ operation: @escaping ([Value?], inout Judgement) -> Value?
  ) {
    (self.arguments, self.operation) = (arguments, operation)
    super.init(shape)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    var values: [Value?] = []
    values.reserveCapacity(arguments.count)
    for argument in arguments { values.append(argument.value(&judgement)) }
    return operation(values, &judgement)
  }

  override func truth(_ judgement: inout Judgement) -> Truth { Truth(value(&judgement)) }
  override func number(_ judgement: inout Judgement) -> Rational? { value(&judgement)?.asNumber }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    value(&judgement)?.plainCell ?? unknownCell
  }

  override var parts: [Node] { arguments }
}
