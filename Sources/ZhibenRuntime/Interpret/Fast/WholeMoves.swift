import ZhibenSemantics
import ZhibenSyntax

/// `x := y + z` of variables, or of a variable and a whole constant, as long as all are whole and the result fits. The commonest statement of loops,
/// so several in a row are carried out without a call of each.
struct WholeMove {
  /// Of each variable the first of its two words.
  let to: Int
  let left: Int
  /// Negative: the constant.
  let right: Int
  let constant: Int64
  let operation: BinaryOperator

  /// False, and nothing done, if it takes more than whole numbers.
  @inline(__always)
  func perform(_ judgement: inout Judgement) -> Bool {
    let words = judgement.words
    guard words[left + 1] == 1, right < 0 || words[right + 1] == 1 else { return false }
    let (one, other) = (words[left], right < 0 ? constant : words[right])
    let result: (partialValue: Int64, overflow: Bool)
    if operation == .add {
      result = one.addingReportingOverflow(other)
    } else if operation == .subtract {
      result = one.subtractingReportingOverflow(other)
    } else if operation == .multiply {
      result = one.multipliedReportingOverflow(by: other)
    } else {
      return false
    }
    guard !result.overflow, result.partialValue != .min else { return false }
    words[to] = result.partialValue
    words[to + 1] = 1
    return true
  }
}

/// A node whose number comes of variables by one operation.
protocol WholeSource {
  func move(to offset: Int) -> WholeMove?
}

/// Several such statements one after another.
final class MovesStep: StepNode {
  private let moves: UnsafeMutablePointer<WholeMove>
  private let count: Int
  /// The statements themselves.
  private let steps: [SetNumberStep]

  /// nil unless they all are.
  init?(_ steps: ArraySlice<StepNode>) {
    let sets = steps.compactMap { $0 as? SetNumberStep }
    let moves = sets.compactMap(\.move)
    guard let first = sets.first, moves.count == steps.count else { return nil }
    (self.steps, count) = (sets, moves.count)
    self.moves = .allocate(capacity: moves.count)
    for (index, move) in moves.enumerated() { (self.moves + index).initialize(to: move) }
    super.init(first.origin, plainSteps: moves.count)
  }

  deinit { moves.deallocate() }

  override func run(_ judgement: inout Judgement) -> Flow {
    if judgement.takes(count) {
      perform(&judgement)
      return .next
    }
    for step in steps {
      let flow = step.run(&judgement)
      if flow != .next { return flow }
    }
    return .next
  }

  @inline(__always)
  override func perform(_ judgement: inout Judgement) {
    for index in 0..<count where !moves[index].perform(&judgement) {
      steps[index].perform(&judgement)
    }
  }
}
