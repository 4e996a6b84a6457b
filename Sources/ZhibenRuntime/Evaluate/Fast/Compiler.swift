import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Turns checked expressions into nodes over the columns of one snapshot. Readers, indexes, scopes and partitions are shared by all of them.
final class Compiler {
  let program: Program
  let snapshot: Snapshot
  let calendar: WorkCalendar
  let interner: Interner
  let words: ValueText
  let told: FirstTold
  private var readers: [FieldRef: CellReader] = [:]
  private var indexes: [FieldRef: ReverseIndex] = [:]
  private var scopeSlots: [Int: ScopeSlot] = [:]
  private var partitionSlots: [Int: PartitionSlot] = [:]
  /// How many frames are in use at the place being compiled, and the most that were in use anywhere in the unit.
  private(set) var live = 2
  private var frameCount = 2
  /// How many rows of collections are in sight.
  private(set) var rowDepth = 0
  /// The variables in sight; nil in rules.
  var layout: FrameLayout?
  /// The functions that may be called.
  var codes: CodeTable?

  /// - Parameters:
  ///   - interner: if texts have numbers already.
  init(
    program: Program, snapshot: Snapshot, calendar: WorkCalendar, interner: Interner? = nil
  ) {
    (self.program, self.snapshot, self.calendar) = (program, snapshot, calendar)
    self.interner = interner ?? Interner(symbols: snapshot.symbols)
    words = ValueText(program, snapshot)
    told = FirstTold(snapshot)
  }

  /// Compiles something with frames of its own.
  func unit(_ core: Core) -> CompiledUnit {
    let outer = (layout, rowDepth)
    (layout, rowDepth) = (nil, 0)
    defer { (layout, rowDepth) = outer }
    let (node, frameCount) = withOwnFrames { self.node(core) }
    return CompiledUnit(node: node, frameCount: frameCount)
  }

  func withOwnFrames<Result>(_ body: () -> Result) -> (Result, frameCount: Int) {
    let outer = (live, frameCount)
    (live, frameCount) = (2, 2)
    defer { (live, frameCount) = outer }
    return (body(), frameCount)
  }

  /// Compiles with the row of an aggregate in that frame.
  func withFrame<Result>(_ frame: Int, _ body: () -> Result) -> Result {
    let outer = live
    live = max(live, frame + 1)
    frameCount = max(frameCount, live)
    rowDepth += 1
    defer {
      live = outer
      rowDepth -= 1
    }
    return body()
  }

  func nodes(_ cores: [Core]) -> [Node] { cores.map(node) }

  func node(_ core: Core) -> Node {
    if let node = boxedNode(core) { return node }
    return switch core.node {
    case .constant(let value): constant(value, core.type)
    case .record(let frame): record(frame, core.type)
    case .field(let base, let field): self.field(field, of: base)
    case .and(let parts): joined(fused(nodes(parts)), .yes) { AndNode($0, $1) }
    case .or(let parts): alternatives(nodes(parts))
    case .not(let part): NotNode(node(part))
    case .compare(let operation, let left, let right): compare(left, operation, right)
    case .isIn(let element, let items, let isOpen): isIn(element, items, isOpen: isOpen)
    case .contains(let whole, let part):
      whole.type == .text
        ? TextHoldsNode(node(whole), node(part), interner)
        : ListHoldsNode(node(whole), node(part), CellOrder(part.type, interner))
    case .isEmpty(let part): EmptyNode(node(part))
    case .between(let part, let lower, let upper): between(part, lower, upper)
    case .arithmetic(let operation, let left, let right):
      self.arithmetic(operation, node(left), node(right))
    case .negate(let part): UnaryNode(node(part)) { $0.negated }
    case .daysBetween(let left, let right):
      BetweenDatesNode(node(left), node(right)) { $1.days(until: $0) }
    case .shift(let part, let direction, let term):
      ShiftNode(node(part), isMoment: part.type == .moment, direction, term, calendar)
    case .conditional(let condition, let then, let otherwise):
      ConditionalNode(Node.Shape(core.type), node(condition), node(then), node(otherwise))
    case .aggregate(let aggregate): self.aggregate(aggregate, core.type)
    case .inScope(let scope, let part): InScopeNode(self.scope(scope), node(part), live: live)
    case .partition(let partition, let part):
      PartitionNode(self.partition(partition), node(part), live: live)
    case .at(let part, let day): AtNode(node(part), day: node(day))
    case .today: TodayNode()
    case .periodDay(let spec, let last): PeriodDayNode(spec, isLast: last, calendar)
    case .builtin(let function, let arguments): builtin(function, arguments, core.type)
    case .ever(let part, let window): EverNode(node(part), days(of: window, part))
    default: ConstantNode(Node.Shape(core.type))
    }
  }

  // MARK: - Leaves

  private func constant(_ value: Value?, _ type: ValueType) -> Node {
    let shape = Node.Shape(type)
    switch value {
    case nil: return ConstantNode(shape)
    case .bool(let flag)?: return ConstantNode(shape, truth: flag ? .yes : .no)
    case .number(let number)?: return ConstantNode(shape, number: number)
    case .list(let values)?:
      return shape == .numberList
        ? ConstantNode(shape, numbers: values.compactMap { $0.asNumber })
        : ConstantNode(shape, list: values.compactMap(cell))
    case let value?: return ConstantNode(shape, cell: cell(value) ?? unknownCell)
    }
  }

  /// The cell of a constant; nil for numbers and lists.
  func cell(_ value: Value) -> Int64? {
    switch value {
    case .bool(let flag): flag ? 1 : 0
    case .text(let text): interner.id(of: text)
    case .date(let date): Int64(date.days)
    case .moment(let minute): Int64(minute)
    case .term(let term): interner.id(of: term)
    case .enumeration(_, let position), .record(_, let position): Int64(position)
    case .number, .list, .map, .structure, .cadence, .period, .unknown: nil
    }
  }

  private func record(_ frame: Int, _ type: ValueType) -> Node {
    guard case .record(let register) = type, frame >= 0 else { return ConstantNode(.cell) }
    frameCount = max(frameCount, frame + 1)
    return RecordNode(frame: frame, count: snapshot[register].count)
  }

  private func field(_ field: FieldRef, of base: Core) -> Node {
    let schema = snapshot.schema[field]
    let shape = Node.Shape(schema.type, isMany: schema.isMany)
    let scale = if case .number = schema.type { 1_000_000 } else { 1 }
    return FieldNode(shape, base: node(base), reader: reader(field), scale: scale)
  }

  func reader(_ field: FieldRef) -> CellReader {
    if let reader = readers[field] { return reader }
    let reader = CellReader(field, in: snapshot[field.register])
    readers[field] = reader
    return reader
  }

  func index(_ link: FieldRef) -> ReverseIndex {
    if let index = indexes[link] { return index }
    let schema = snapshot.schema[link]
    var ownerCount = 0
    if case .reference(let register) = schema.type { ownerCount = snapshot[register].count }
    let index = ReverseIndex(link: reader(link), isMany: schema.isMany, ownerCount: ownerCount)
    indexes[link] = index
    return index
  }

  private func joined(
    _ nodes: [Node], _ ofNone: Truth, _ join: (Node, Node) -> Node
  ) -> Node {
    if nodes.isEmpty { return ConstantNode(.truth, truth: ofNone) }
    // Flat, so that a long chain is judged without deep recursion. What is left out once the result is known stays the same.
    func half(_ nodes: ArraySlice<Node>) -> Node {
      if nodes.count == 1 { return nodes[nodes.startIndex] }
      let middle = nodes.startIndex + nodes.count / 2
      return join(half(nodes[..<middle]), half(nodes[middle...]))
    }
    return half(nodes[...])
  }

  /// Conditions of which all have to hold, neighbours over one record as one.
  private func fused(_ nodes: [Node]) -> [Node] {
    var result: [Node] = []
    var (group, clauses): ([Node], [RowTestsNode.Clause]) = ([], [])
    func close() {
      result += group.count > 1 ? [RowTestsNode(clauses, of: group)] : group
      (group, clauses) = ([], [])
    }
    for node in nodes {
      guard let own = node.rowClauses, let one = own.first else {
        close()
        result.append(node)
        continue
      }
      if let first = clauses.first, !first.isOfRecord(of: one) { close() }
      group.append(node)
      clauses += own
    }
    close()
    return result
  }

  private func alternatives(_ nodes: [Node]) -> Node {
    let node = joined(nodes, .no) { OrNode($0, $1) }
    guard nodes.count > 1, let clause = RowTestsNode.Clause(anyOf: nodes) else { return node }
    return RowTestsNode([clause], of: [node])
  }

  // MARK: - Scopes and partitions

  func scope(_ index: Int) -> ScopeSlot {
    if let slot = scopeSlots[index] { return slot }
    guard program.scopes.indices.contains(index) else { return ScopeSlot(count: 0, keeps: false) }
    let scope = program.scopes[index]
    let slot = ScopeSlot(
      count: snapshot[scope.register].count, keeps: keeps([scope.condition]))
    scopeSlots[index] = slot
    slot.condition = unit(scope.condition)
    return slot
  }

  private func partition(_ index: Int) -> PartitionSlot {
    if let slot = partitionSlots[index] { return slot }
    guard program.partitions.indices.contains(index) else {
      return PartitionSlot(count: 0, keeps: false)
    }
    let partition = program.partitions[index]
    let slot = PartitionSlot(
      count: snapshot[partition.register].count, keeps: keeps([partition.domain] + partition.arms))
    partitionSlots[index] = slot
    slot.domain = unit(partition.domain)
    slot.arms = partition.arms.map(unit)
    return slot
  }

  private func keeps(_ conditions: [Core]) -> Bool {
    conditions.contains(where: \.isCostly) && !conditions.contains(where: program.dependsOnTarget)
  }
}

extension Node.Shape {
  /// How values of a type are passed.
  init(_ type: ValueType) {
    switch type {
    case .bool: self = .truth
    case .number: self = .number
    case .list(.number): self = .numberList
    case .list(let element): self = Self(element) == .value ? .value : .list
    case .text, .date, .moment, .term, .enumeration, .record: self = .cell
    case .map, .structure, .cadence, .period: self = .value
    }
  }

  init(_ type: FieldType, isMany: Bool) {
    switch type {
    case .integer, .number: self = isMany ? .numberList : .number
    case .bool: self = isMany ? .list : .truth
    case .text, .date, .moment, .enumeration, .reference: self = isMany ? .list : .cell
    }
  }
}
