import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A compiled expression. Each is asked only what its shape answers.
class Node {
  /// How an expression's values are passed.
  enum Shape {
    /// Conditions.
    case truth
    /// Dates, moments, positions of enums and records, numbers of texts and terms.
    case cell
    case number
    /// Lists of cells.
    case list
    case numberList
    /// What no cell can hold, as it is: computed texts, maps, structures, lists of these.
    case value
  }

  let shape: Shape

  init(_ shape: Shape) { self.shape = shape }

  func truth(_ judgement: inout Judgement) -> Truth { .unknown }

  /// `unknownCell` if unknown; a condition's is 0 or 1.
  func cell(_ judgement: inout Judgement) -> Int64 {
    guard shape == .truth else { return unknownCell }
    let truth = truth(&judgement)
    return truth == .unknown ? unknownCell : Int64(truth.rawValue)
  }

  func number(_ judgement: inout Judgement) -> Rational? { nil }
  func list(_ judgement: inout Judgement) -> ArraySlice<Int64>? { nil }
  func numberList(_ judgement: inout Judgement) -> [Rational]? { nil }
  func value(_ judgement: inout Judgement) -> Value? { nil }

  final func isUnknown(_ judgement: inout Judgement) -> Bool {
    switch shape {
    case .truth: truth(&judgement) == .unknown
    case .cell: cell(&judgement) == unknownCell
    case .number: number(&judgement) == nil
    case .list: list(&judgement) == nil
    case .numberList: numberList(&judgement) == nil
    case .value: value(&judgement) == nil
    }
  }

  /// Whether judging it is nothing to the run: it takes no steps, makes nothing, cannot end the run. Asked when statements are compiled.
  var isQuiet: Bool { false }

  /// The condition as clauses over one record, all of which it asks for; nil if it is none.
  var rowClauses: [RowTestsNode.Clause]? { nil }

  /// The parts on which the node's being unknown can rest.
  var parts: [Node] { [] }

  /// Adds the blank fields on which the node's being unknown rests. Asked only of nodes that are unknown.
  func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    for part in parts where part.isUnknown(&judgement) { part.blame(&judgement, &blanks) }
  }
}

/// A constant of any shape.
final class ConstantNode: Node {
  private let known: Truth
  private let fixedCell: Int64
  private let fixedNumber: Rational?
  private let fixedList: ArraySlice<Int64>?
  private let fixedNumbers: [Rational]?

  init(
    _ shape: Shape, truth: Truth = .unknown, cell: Int64 = unknownCell, number: Rational? = nil,
    list: [Int64]? = nil, numbers: [Rational]? = nil
  ) {
    (known, fixedCell, fixedNumber) = (truth, cell, number)
    (fixedList, fixedNumbers) = (list.map { $0[...] }, numbers)
    super.init(shape)
  }

  /// The number that it is; nil if it is unknown or none.
  var constantNumber: Rational? { fixedNumber }

  override var isQuiet: Bool { true }
  override func truth(_ judgement: inout Judgement) -> Truth { known }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    shape == .truth ? (known == .unknown ? unknownCell : Int64(known.rawValue)) : fixedCell
  }
  override func number(_ judgement: inout Judgement) -> Rational? { fixedNumber }
  override func list(_ judgement: inout Judgement) -> ArraySlice<Int64>? { fixedList }
  override func numberList(_ judgement: inout Judgement) -> [Rational]? { fixedNumbers }
}

/// The record of a frame.
final class RecordNode: Node {
  let frame: Int
  private let count: Int32

  init(frame: Int, count: Int) {
    self.frame = frame
    self.count = Int32(clamping: count)
    super.init(.cell)
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    let row = judgement.row(frame)
    return row >= 0 && row < count ? Int64(row) : unknownCell
  }
}

/// A field of a record.
final class FieldNode: Node {
  let base: Node
  let reader: CellReader
  /// How many of the cell make one; 1 or a million.
  let scale: Int
  /// Where the record stands, if that is known before.
  let place: RowPlace?

  init(_ shape: Shape, base: Node, reader: CellReader, scale: Int) {
    self.base = base
    self.reader = reader
    self.scale = scale
    place =
      (base as? RecordNode).map { .frame($0.frame) }
      ?? (base as? WordSlotNode).map { .word($0.offset) }
    super.init(shape)
  }

  @inline(__always)
  private func row(_ judgement: inout Judgement) -> Int32 {
    if let place { return place.row(judgement) }
    return Int32(truncatingIfNeeded: max(-1, base.cell(&judgement)))
  }

  override var isQuiet: Bool { place != nil }

  override var rowClauses: [RowTestsNode.Clause]? {
    guard shape == .truth, let isTrue = CellRange(.notEqual, 0) else { return nil }
    return RowTestsNode.Clause(place, reader, RowTest(reader, isTrue)).map { [$0] }
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    reader.read(row(&judgement), &judgement)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    let cell = reader.read(row(&judgement), &judgement)
    return cell == unknownCell ? .unknown : cell == 0 ? .no : .yes
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    rational(reader.read(row(&judgement), &judgement))
  }

  func rational(_ cell: Int64) -> Rational? {
    if cell == unknownCell { return nil }
    return scale == 1 ? Rational(Int(cell)) : Rational(Int(cell), over: scale)
  }

  override func list(_ judgement: inout Judgement) -> ArraySlice<Int64>? {
    reader.list(reader.read(row(&judgement), &judgement))
  }

  override func numberList(_ judgement: inout Judgement) -> [Rational]? {
    list(&judgement)?.compactMap(rational)
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    let row = Int(row(&judgement))
    if row >= 0, row < reader.rowCount { blanks.insert(reader.field) }
    if base.isUnknown(&judgement) { base.blame(&judgement, &blanks) }
  }
}

/// `若 a 则 b 否则 c`
final class ConditionalNode: Node {
  private let condition: Node
  private let then: Node
  private let otherwise: Node

  init(_ shape: Shape, _ condition: Node, _ then: Node, _ otherwise: Node) {
    (self.condition, self.then, self.otherwise) = (condition, then, otherwise)
    super.init(shape)
  }

  private func branch(_ judgement: inout Judgement) -> Node? {
    switch condition.truth(&judgement) {
    case .yes: then
    case .no: otherwise
    case .unknown: nil
    }
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    branch(&judgement)?.truth(&judgement) ?? .unknown
  }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    branch(&judgement)?.cell(&judgement) ?? unknownCell
  }
  override func number(_ judgement: inout Judgement) -> Rational? {
    branch(&judgement)?.number(&judgement)
  }
  override func list(_ judgement: inout Judgement) -> ArraySlice<Int64>? {
    branch(&judgement)?.list(&judgement)
  }
  override func numberList(_ judgement: inout Judgement) -> [Rational]? {
    branch(&judgement)?.numberList(&judgement)
  }
  override func value(_ judgement: inout Judgement) -> Value? {
    branch(&judgement)?.value(&judgement)
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    (branch(&judgement) ?? condition).blame(&judgement, &blanks)
  }
}

/// `X 于 日期`: once the day is known, what was true on it does not change, so only the day's own edge counts.
final class AtNode: Node {
  private let part: Node
  private let day: Node

  init(_ part: Node, day: Node) {
    (self.part, self.day) = (part, day)
    super.init(part.shape)
  }

  private func there<Result>(
    _ judgement: inout Judgement, _ unknown: Result, _ body: (inout Judgement) -> Result
  ) -> Result {
    let number = day.cell(&judgement)
    guard number != unknownCell else { return unknown }
    let (here, edge) = (judgement.day, judgement.edge)
    judgement.day = Int32(clamping: number)
    let result = body(&judgement)
    (judgement.day, judgement.edge) = (here, edge)
    return result
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    there(&judgement, .unknown) { part.truth(&$0) }
  }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    there(&judgement, unknownCell) { part.cell(&$0) }
  }
  override func number(_ judgement: inout Judgement) -> Rational? {
    there(&judgement, nil) { part.number(&$0) }
  }
  override func list(_ judgement: inout Judgement) -> ArraySlice<Int64>? {
    there(&judgement, nil) { part.list(&$0) }
  }
  override func numberList(_ judgement: inout Judgement) -> [Rational]? {
    there(&judgement, nil) { part.numberList(&$0) }
  }
  override func value(_ judgement: inout Judgement) -> Value? {
    there(&judgement, nil) { part.value(&$0) }
  }

  override func blame(_ judgement: inout Judgement, _ blanks: inout Set<FieldRef>) {
    if day.isUnknown(&judgement) { return day.blame(&judgement, &blanks) }
    there(&judgement, ()) { part.blame(&$0, &blanks) }
  }
}
