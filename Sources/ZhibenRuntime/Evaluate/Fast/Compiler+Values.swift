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
  /// Whether its rows' values are passed as they are.
  var isBoxed: Bool { value?.isBoxed ?? false }
}

extension Compiler {
  /// A node whose answer is a value as it is.
  func boxed(_ core: Core) -> Node {
    // A text that is passed as it is needs no number.
    if case .constant(let constant) = core.node, case .text? = constant {
      return ValueConstantNode(constant)
    }
    let node = node(core)
    return node.shape == .value ? node : BoxNode(node, core.type, interner)
  }

  /// The node of an expression that goes by values as they are, or stands only in procedures; nil if it goes by cells.
  func boxedNode(_ core: Core) -> Node? {
    let shape = core.isBoxed ? Node.Shape.value : Node.Shape(core.type)
    func apply(_ operation: @escaping ([Value?], inout Judgement) -> Value?) -> Node {
      ApplyNode(shape, core.parts.map(boxed), operation)
    }
    func pair(
      _ left: Core, _ right: Core, _ operation: @escaping (Value?, Value?) -> Value?
    ) -> Node {
      TwoValueNode(shape, boxed(left), boxed(right), operation)
    }
    switch core.node {
    case .constant(let value) where core.isBoxed: return ValueConstantNode(value)
    case .compare(let operation, let left, let right) where left.isBoxed || right.isBoxed:
      return pair(left, right) { Values.compare($0, operation, $1).value }
    case .contains(let whole, let part)
    where [whole, part].contains { $0.isBoxed || $0.isMetered }:
      return pair(whole, part) { Values.contains($0, $1).value }
    case .isIn(let element, let items, let isOpen)
    where ([element] + items).contains { $0.isBoxed || $0.isMetered }:
      return apply { values, _ in
        Values.isIn(values.first ?? nil, Array(values.dropFirst()), isOpen)
      }
    case .between(let part, let lower, let upper)
    where [part, lower, upper].contains { $0.isBoxed || $0.isMetered }:
      return apply { values, _ in Values.isBetween(values[0], values[1], values[2]) }
    case .conditional(let condition, let then, let otherwise) where core.isBoxed:
      return ConditionalNode(.value, node(condition), boxed(then), boxed(otherwise))
    case .history(let part, let window):
      return HistoryNode(boxed(part), days(of: window, part), functions)
    case .builtin(.coalesce, let arguments) where arguments.count == 2:
      let (first, second) = (arguments[0], arguments[1])
      return core.isBoxed
        ? CoalesceNode(.value, boxed(first), boxed(second))
        : CoalesceNode(shape, node(first), node(second))
    case .builtin(let function, let arguments):
      if hasNode(function, arguments.map(\.type)), !arguments.contains(where: \.isBoxed),
        !arguments.contains(where: \.isMetered) || !function.isExtreme
      {
        return nil
      }
      let functions = functions
      return apply { values, judgement in functions(judgement.machine).call(function, values) }
    case .aggregate(let aggregate) where core.isBoxed:
      return self.aggregate(aggregate, core.type)
    default: return procedureNode(core, shape)
    }
  }

  /// The library, counting if a procedure calls it.
  private var functions: (FastMachine?) -> Functions {
    let (calendar, words, isCounted) = (calendar, words, layout != nil)
    return { machine in
      Functions(calendar: calendar, words: words, meter: isCounted ? machine?.run.meter : nil)
    }
  }

  /// What stands only in procedures.
  private func procedureNode(_ core: Core, _ shape: Node.Shape) -> Node? {
    func apply(_ operation: @escaping ([Value?], inout Judgement) -> Value?) -> Node {
      ApplyNode(shape, core.parts.map(boxed), operation)
    }
    let functions = functions
    switch core.node {
    case .variable(let slot): return variable(slot, shape)
    case .call(let function, let arguments):
      guard let codes, codes.program.functions.indices.contains(function) else { return nil }
      let code = code(function, in: codes)
      let nodes = arguments.map { $0.type.isBoxed ? boxed($0) : node($0) }
      return CallNode(
        shape, code, function: function, nodes, core.origin, live: live)
    case .hostCall(let function, _):
      return apply { values, judgement in
        judgement.machine?.run.call(host: function, values, at: core.origin)
      }
    case .text:
      let nodes = core.parts.map(boxed)
      if let pieces = PlainPieces(core.parts, nodes) {
        return PlainTextNode(pieces, isCounted: layout != nil, parts: nodes)
      }
      let words = words
      return apply { values, judgement in functions(judgement.machine).made(values.map(words.text))
      }
    case .list:
      return apply { values, judgement in
        functions(judgement.machine).made(values.map { $0 ?? .unknown })
      }
    case .map:
      return apply { values, judgement in Values.map(values, judgement.machine?.run.meter) }
    case .structure:
      return apply { values, judgement in
        Meter.make(bytes: Meter.size(structure: values.count), judgement.machine?.run.meter)
          ? .structure(values) : nil
      }
    case .member(let base, let index):
      return OneValueNode(shape, boxed(base)) { Values.member($0, index) }
    case .element(let base, let key):
      if case .map(.text, _) = base.type {
        return MapElementNode(shape, boxed(base), boxed(key))
      }
      return TwoValueNode(shape, boxed(base), boxed(key)) { Values.element($0, $1) }
    case .setOperation(let operation, _, _):
      return apply { values, judgement in
        functions(judgement.machine).combine(values[0], operation, values[1])
      }
    case .fold(let fold):
      guard let layout else { return nil }
      return FoldNode(
        shape, fold, boxed(fold.list), layout.places[fold.slot],
        filter: fold.filter.map(node), value: fold.value.map(boxed), dates(of: fold.list.type))
    case .query(let query): return question(query, core.origin)
    default: return nil
    }
  }

  private func variable(_ slot: Int, _ shape: Node.Shape) -> Node? {
    guard let layout, layout.places.indices.contains(slot) else { return nil }
    return switch layout.places[slot] {
    case .cell(let offset): WordSlotNode(shape, offset: offset)
    case .number(let offset): NumberSlotNode(offset: offset)
    case .value(let place): ValueSlotNode(place: place)
    }
  }

  private func dates(of list: ValueType) -> ElementDates {
    guard let register = list.record, let field = snapshot.schema[register].dateField else {
      return ElementDates(reader: nil)
    }
    return ElementDates(reader: reader(FieldRef(register, field)))
  }

  private func question(_ query: Query, _ origin: Origin) -> Node? {
    guard let layout else { return nil }
    var frame: Int?
    let binding: QueryNode.Binding
    switch query.binding {
    case .frame(let own):
      frame = own
      binding = .frame(own)
    case .variable(let slot): binding = .variable(layout.places[slot])
    }
    let isOutermost = rowDepth == 0
    let source: QueryNode.Source
    let dates: ElementDates
    switch query.source {
    case .list(let list):
      source = .list(boxed(list))
      dates = self.dates(of: list.type)
    case .rows(let rows, let window):
      let aggregate = Aggregate(kind: .exists, rows: rows, window: window, frame: frame ?? 0)
      source = .rows(scan(aggregate), rows.register(scopes: program.scopes))
      dates = ElementDates(reader: nil)
    }
    func parts() -> Question<Node> { Question(query) { boxed($0) } }
    let question = frame.map { withFrame($0, parts) } ?? parts()
    return QueryNode(
      query, origin, source, binding, question, dates, isOutermost: isOutermost, layout)
  }

  /// Whether a library function over cells and numbers is compiled.
  private func hasNode(_ function: Builtin, _ types: [ValueType]) -> Bool {
    switch (function, types.first, types.dropFirst().first, types.count) {
    case (.roundUp, _, _, _), (.roundDown, _, _, _), (.absolute, _, _, _), (.isWorkday, _, _, _),
      (.workdaysBetween, _, _, _), (.yearsBetween, _, _, _), (.maximum, _, _, _),
      (.minimum, _, _, _), (.addDays, .date, .number, 2), (.addMonths, .date, .number, 2),
      (.addWorkdays, .date, .number, 2), (.yearOf, .date, nil, 1), (.monthOf, .date, nil, 1),
      (.dayOf, .date, nil, 1), (.weekdayOf, .date, nil, 1), (.quarterOf, .date, nil, 1),
      (.dayOfYear, .date, nil, 1), (.remainder, .number, .number, 2),
      (.quotient, .number, .number, 2):
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

extension Builtin {
  /// 取高 and 取低, which do not judge what comes behind an unknown argument.
  fileprivate var isExtreme: Bool { self == .maximum || self == .minimum }
}
