import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Something made of one value.
final class OneValueNode: Node {
  private let part: Node
  private let operation: (Value?) -> Value?

  init(_ shape: Shape, _ part: Node, _ operation: @escaping (Value?) -> Value?) {
    (self.part, self.operation) = (part, operation)
    super.init(shape)
  }

  override func value(_ judgement: inout Judgement) -> Value? { operation(part.value(&judgement)) }
  override func truth(_ judgement: inout Judgement) -> Truth { Truth(value(&judgement)) }
  override func number(_ judgement: inout Judgement) -> Rational? { value(&judgement)?.asNumber }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    value(&judgement)?.plainCell ?? unknownCell
  }
  override var parts: [Node] { [part] }
}

/// Something made of two values, of which both are judged, in order.
final class TwoValueNode: Node {
  private let first: Node
  private let second: Node
  private let operation: (Value?, Value?) -> Value?

  init(
    _ shape: Shape, _ first: Node, _ second: Node,
    _ operation: @escaping (Value?, Value?) -> Value?
  ) {
    (self.first, self.second, self.operation) = (first, second, operation)
    super.init(shape)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    let first = first.value(&judgement)
    return operation(first, second.value(&judgement))
  }
  override func truth(_ judgement: inout Judgement) -> Truth { Truth(value(&judgement)) }
  override func number(_ judgement: inout Judgement) -> Rational? { value(&judgement)?.asNumber }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    value(&judgement)?.plainCell ?? unknownCell
  }
  override var parts: [Node] { [first, second] }
}

/// 缺省
final class CoalesceNode: Node {
  private let first: Node
  private let second: Node

  init(_ shape: Shape, _ first: Node, _ second: Node) {
    (self.first, self.second) = (first, second)
    super.init(shape)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let (first, second) = (first.truth(&judgement), second.truth(&judgement))
    return first == .unknown ? second : first
  }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    let (first, second) = (first.cell(&judgement), second.cell(&judgement))
    return first == unknownCell ? second : first
  }
  override func number(_ judgement: inout Judgement) -> Rational? {
    let (first, second) = (first.number(&judgement), second.number(&judgement))
    return first ?? second
  }
  override func value(_ judgement: inout Judgement) -> Value? {
    let (first, second) = (first.value(&judgement), second.value(&judgement))
    return first ?? second
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    for part in [first, second] where part.isUnknown(&judgement) {
      part.blame(&judgement, &blanks)
    }
  }
}

/// An aggregate over the elements of a list.
final class FoldNode: Node {
  private let fold: Fold
  private let list: Node
  private let slot: FrameLayout.Place
  private let filter: Node?
  private let part: Node?
  private let dates: ElementDates

  init(
    _ shape: Shape, _ fold: Fold, _ list: Node, _ slot: FrameLayout.Place, filter: Node?,
    value: Node?, _ dates: ElementDates
  ) {
    (self.fold, self.list, self.slot) = (fold, list, slot)
    (self.filter, part, self.dates) = (filter, value, dates)
    super.init(shape)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    guard case .list(let elements)? = list.value(&judgement) else { return nil }
    let needsDate = fold.kind == .latest || fold.kind == .earliest
    var rows: [Folding.Row] = []
    for element in elements {
      guard judgement.step() else { return nil }
      judgement.store(element.known, at: slot)
      let truth = filter?.truth(&judgement) ?? .yes
      if truth == .no { continue }
      rows.append(
        Folding.Row(
          element: element, truth: truth,
          value: part.map { $0.value(&judgement) } ?? element.known,
          date: needsDate ? dates.date(of: element, &judgement) : nil))
    }
    return Folding.result(
      fold.kind, rows, hasValue: part != nil || fold.kind != .every, judgement.machine?.run.meter)
  }

  override func truth(_ judgement: inout Judgement) -> Truth { Truth(value(&judgement)) }
  override func number(_ judgement: inout Judgement) -> Rational? { value(&judgement)?.asNumber }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    value(&judgement)?.plainCell ?? unknownCell
  }
  override var parts: [Node] { [list] }
}

/// The days on which what records of a register tell happened.
struct ElementDates {
  let reader: CellReader?

  func date(of element: Value, _ judgement: inout Judgement) -> CivilDate? {
    guard let reader, case .record(reader.field.register, let row) = element else { return nil }
    let cell = reader.read(Int32(clamping: row), &judgement)
    return cell == unknownCell ? nil : CivilDate(cell: cell)
  }
}

/// A question.
final class QueryNode: Node {
  enum Source {
    case rows(RowScan, RegisterID)
    case list(Node)
  }

  enum Binding {
    case frame(Int)
    case variable(FrameLayout.Place)
  }

  private let query: Query
  private let origin: Origin
  private let source: Source
  private let binding: Binding
  private let question: Question<Node>
  /// The question's filter as the condition that it is.
  private let filter: Node?
  private let dates: ElementDates
  /// Whether somebody else may answer it: no row of another question is in sight.
  private let isOutermost: Bool
  private let layout: FrameLayout

  init(
    _ query: Query, _ origin: Origin, _ source: Source, _ binding: Binding,
    _ question: Question<Node>, _ dates: ElementDates, isOutermost: Bool, _ layout: FrameLayout
  ) {
    (self.query, self.origin, self.source, self.binding) = (query, origin, source, binding)
    (self.question, self.dates) = (question, dates)
    filter = (question.filter as? BoxNode)?.part ?? question.filter
    (self.isOutermost, self.layout) = (isOutermost, layout)
    super.init(.value)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    guard let machine = judgement.machine else { return nil }
    if isOutermost, machine.isAnswered {
      machine.run.setDay(CivilDate(days: judgement.day))
      let slots = machine.slots(layout, judgement)
      if let answer = machine.run.answer(query, at: origin, variable: { slots[$0] }) {
        return .list(answer)
      }
    }
    guard let rows = rows(&judgement) else { return nil }
    let answer = question.answer(rows, machine.run.meter) { part, row in
      switch binding {
      case .variable(let slot): judgement.store(row.element.known, at: slot)
      case .frame(let frame):
        guard case .record(_, let position) = row.element else { return nil }
        judgement.put(Int32(clamping: position), in: frame)
      }
      let value = part.value(&judgement)
      if judgement.isStopped { machine.run.note(record: row.element) }
      return value
    }
    guard let answer else { return nil }
    machine.run.note(undecided: answer.undecided, at: origin)
    return .list(answer.elements)
  }

  /// Whether the answer is records in the order in which they stand, so that their positions say all.
  var answersPositions: Bool {
    guard case .rows = source, case .rows = question.shape else { return false }
    return question.sort.isEmpty
  }

  func record(_ position: Int32) -> Value {
    guard case .rows(_, let register) = source else { return .unknown }
    return .record(register, Int(position))
  }

  /// The positions of the records of the answer. Counts what `value` counts.
  func positions(_ judgement: inout Judgement) -> [Int32]? {
    guard let machine = judgement.machine else { return nil }
    guard case .rows(let scan, let register) = source, !machine.isAnswered || !isOutermost else {
      guard case .list(let elements)? = value(&judgement) else { return nil }
      return elements.map { if case .record(_, let row) = $0 { Int32(clamping: row) } else { -1 } }
    }
    let (meter, limit) = (machine.run.meter, question.limit.map { max(0, $0) } ?? .max)
    let isPaid = scan.wholeCount.map(meter.takes) ?? false
    if isPaid, filter == nil, let count = scan.wholeCount {
      let count = min(count, limit)
      return meter.make(bytes: Meter.size(list: count))
        ? Array(0..<Int32(clamping: count)) : nil
    }
    var positions: [Int32] = []
    var undecided = 0
    let isKnown = scan.forEach(&judgement) { judgement, row in
      guard isPaid || meter.row() else { return false }
      var truth = row.truth
      if let filter {
        bind(row.row, of: register, &judgement)
        let holds = filter.truth(&judgement)
        if judgement.isStopped {
          machine.run.note(record: .record(register, Int(row.row)))
          return false
        }
        truth = Kleene.and(truth, holds)
      }
      switch truth {
      case .yes: if positions.count < limit { positions.append(row.row) }
      case .unknown: undecided += 1
      case .no: break
      }
      return true
    }
    guard isKnown, !judgement.isStopped, meter.make(bytes: Meter.size(list: positions.count))
    else { return nil }
    machine.run.note(undecided: undecided, at: origin)
    return positions
  }

  private func bind(_ row: Int32, of register: RegisterID, _ judgement: inout Judgement) {
    switch binding {
    case .variable(let slot): judgement.store(.record(register, Int(row)), at: slot)
    case .frame(let frame): judgement.put(row, in: frame)
    }
  }

  private func rows(_ judgement: inout Judgement) -> [Question<Node>.Row]? {
    var rows: [Question<Node>.Row] = []
    switch source {
    case .list(let list):
      guard case .list(let elements)? = list.value(&judgement) else { return nil }
      rows.reserveCapacity(elements.count)
      for element in elements {
        rows.append(
          Question.Row(element: element, truth: .yes, date: dates.date(of: element, &judgement)))
      }
    case .rows(let scan, let register):
      let isKnown = scan.forEach(&judgement) { _, row in
        rows.append(
          Question.Row(
            element: .record(register, Int(row.row)), truth: row.truth,
            date: row.date == unknownCell ? nil : CivilDate(cell: row.date)))
        return true
      }
      if !isKnown { return nil }
    }
    return rows
  }
}

/// An aggregate whose rows are judged by what is counted, or compared by what no cell can hold: every row is judged, in order, as the reference
/// evaluator does.
final class CountedAggregateNode: Node {
  private let aggregate: Aggregate
  private let register: RegisterID
  private let scan: RowScan
  private let filtered: RowScan
  private let filter: Node?
  private let part: Node?
  private let mayLackRows: Bool

  /// - Parameters:
  ///   - scan: source and window without the filter.
  ///   - filtered: the same with it, to tell of blanks.
  init(
    _ shape: Shape, _ aggregate: Aggregate, _ register: RegisterID, _ scan: RowScan,
    filtered: RowScan, filter: Node?, value: Node?, mayLackRows: Bool
  ) {
    (self.aggregate, self.register, self.scan) = (aggregate, register, scan)
    self.filtered = filtered
    (self.filter, part, self.mayLackRows) = (filter, value, mayLackRows)
    super.init(shape)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    var rows: [Folding.Row] = []
    let isKnown = scan.forEach(&judgement) { judgement, row in
      let truth = Kleene.and(row.truth, filter?.truth(&judgement) ?? .yes)
      if truth != .no {
        rows.append(
          Folding.Row(
            element: .record(register, Int(row.row)), truth: truth,
            value: part.flatMap { $0.value(&judgement) },
            date: row.date == unknownCell ? nil : CivilDate(cell: row.date)))
      }
      return !judgement.isStopped
    }
    guard isKnown else { return nil }
    return Folding.result(
      aggregate.kind, rows, hasValue: part != nil, mayLackRows: mayLackRows,
      judgement.machine?.run.meter)
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let needsDate = aggregate.kind == .latest || aggregate.kind == .earliest
    filtered.blame(&judgement, value: part, needsDate: needsDate, &blanks)
  }

  override func truth(_ judgement: inout Judgement) -> Truth { Truth(value(&judgement)) }
  override func number(_ judgement: inout Judgement) -> Rational? { value(&judgement)?.asNumber }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    value(&judgement)?.plainCell ?? unknownCell
  }
}
