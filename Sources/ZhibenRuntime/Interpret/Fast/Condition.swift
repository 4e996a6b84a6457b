import ZhibenSemantics
import ZhibenSyntax

/// A condition as statements ask it. The commonest, whether a variable that is a whole number lies within bounds, or how two such compare, costs
/// no call.
struct Condition {
  private let node: Node
  private let test: SlotTest?
  private let comparison: SlotComparison?

  init(_ node: Node) {
    self.node = node
    test = (node as? SlotTestNode)?.test
    comparison = (node as? SlotCompareNode)?.comparison
  }

  @inline(__always)
  func truth(_ judgement: inout Judgement) -> Truth {
    if let test, test.decides(judgement) { return test.holds(judgement) ? .yes : .no }
    if let comparison, comparison.decides(judgement) {
      return comparison.holds(judgement) ? .yes : .no
    }
    return node.truth(&judgement)
  }
}

/// Whether a variable that is a number lies in a range of whole numbers.
struct SlotTest {
  let offset: Int
  let lower: Int64
  let span: UInt64
  let isIn: Bool

  init(_ offset: Int, _ range: CellRange) {
    self.offset = offset
    if range.lower <= range.upper {
      (lower, isIn) = (range.lower, !range.isNegated)
      span = UInt64(bitPattern: range.upper &- range.lower)
    } else {
      // Nothing lies in it: everything lies outside of all there is.
      (lower, span, isIn) = (.min, .max, range.isNegated)
    }
  }

  /// The last cell, if all before it are meant as well.
  var onlyEnd: Int64? {
    isIn && lower == .min + 1 ? lower &+ Int64(bitPattern: span) : nil
  }

  @inline(__always)
  func decides(_ judgement: borrowing Judgement) -> Bool { judgement.words[offset + 1] == 1 }

  /// Of a variable that is whole.
  @inline(__always)
  func holds(_ judgement: borrowing Judgement) -> Bool {
    (UInt64(bitPattern: judgement.words[offset] &- lower) <= span) == isIn
  }
}

/// How two variables that are numbers compare.
struct SlotComparison {
  let operation: ComparisonOperator
  let left: Int
  let right: Int

  @inline(__always)
  func decides(_ judgement: borrowing Judgement) -> Bool {
    judgement.words[left + 1] == 1 && judgement.words[right + 1] == 1
  }

  /// Of variables that are whole.
  @inline(__always)
  func holds(_ judgement: borrowing Judgement) -> Bool {
    let (one, other) = (judgement.words[left], judgement.words[right])
    return operation.holds(isLess: one < other, isEqual: one == other)
  }
}

/// `x < 3` of a variable.
final class SlotTestNode: Node {
  let test: SlotTest
  private let general: NumberCompareNode

  init(_ offset: Int, _ range: CellRange, _ general: NumberCompareNode) {
    (test, self.general) = (SlotTest(offset, range), general)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    test.decides(judgement)
      ? test.holds(judgement) ? .yes : .no : general.truth(&judgement)
  }

  override var isQuiet: Bool { true }
}

/// `x < y` of variables.
final class SlotCompareNode: Node {
  let comparison: SlotComparison
  private let general: NumberCompareNode

  init(_ comparison: SlotComparison, _ general: NumberCompareNode) {
    (self.comparison, self.general) = (comparison, general)
    super.init(.truth)
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    comparison.decides(judgement)
      ? comparison.holds(judgement) ? .yes : .no : general.truth(&judgement)
  }

  override var isQuiet: Bool { true }
}
