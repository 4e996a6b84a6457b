import ZhibenSemantics

/// A compiled statement, or several.
///
/// Most statements in loops are plain: they take their steps for certain, neither end the run nor jump, and nobody looks at the count meanwhile. Steps
/// of plain ones are taken together, as long as no look at the clock lies between them.
class StepNode {
  let origin: Origin
  /// How many steps it takes if it is plain, else nil.
  final let plainSteps: Int?

  init(_ origin: Origin, plainSteps: Int? = nil) {
    (self.origin, self.plainSteps) = (origin, plainSteps)
  }

  func run(_ judgement: inout Judgement) -> Flow { .next }

  /// What a plain one does beside taking its steps.
  func perform(_ judgement: inout Judgement) {}

  /// What comes behind a branch that was not taken: 否则若 takes no step of its own.
  func proceed(_ judgement: inout Judgement) -> Flow { run(&judgement) }

  /// Takes the statement's step; false if the run has to stop.
  @inline(__always)
  final func starts(_ judgement: inout Judgement) -> Bool {
    judgement.step() || stops(&judgement)
  }

  /// How the statement ends, if the run goes on.
  @inline(__always)
  final func finishes(_ judgement: inout Judgement, _ flow: Flow = .next) -> Flow {
    if judgement.isStopped {
      _ = stops(&judgement)
      return .stop
    }
    return flow
  }

  @inline(never)
  final func stops(_ judgement: inout Judgement) -> Bool {
    judgement.machine?.run.noteStop(at: origin)
    return false
  }
}

/// No statement.
final class EmptyStep: StepNode {
  init(_ origin: Origin) { super.init(origin, plainSteps: 0) }

  override func proceed(_ judgement: inout Judgement) -> Flow { .next }
}

/// Two statements, or halves of more.
final class PairStep: StepNode {
  private let first: StepNode
  private let second: StepNode
  private let steps: Int

  init(_ first: StepNode, _ second: StepNode) {
    (self.first, self.second) = (first, second)
    let plain = first.plainSteps.flatMap { one in second.plainSteps.map { one + $0 } }
    steps = plain ?? .max
    super.init(first.origin, plainSteps: plain)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    if judgement.takes(steps) {
      first.perform(&judgement)
      second.perform(&judgement)
      return .next
    }
    let flow = first.run(&judgement)
    return flow == .next ? second.run(&judgement) : flow
  }

  override func perform(_ judgement: inout Judgement) {
    first.perform(&judgement)
    second.perform(&judgement)
  }
}

/// Three statements.
final class TripleStep: StepNode {
  private let first: StepNode
  private let second: StepNode
  private let third: StepNode
  private let steps: Int

  init(_ first: StepNode, _ second: StepNode, _ third: StepNode) {
    (self.first, self.second, self.third) = (first, second, third)
    let all = [first, second, third].compactMap(\.plainSteps)
    let plain = all.count == 3 ? all.reduce(0, +) : nil
    steps = plain ?? .max
    super.init(first.origin, plainSteps: plain)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    if judgement.takes(steps) {
      perform(&judgement)
      return .next
    }
    var flow = first.run(&judgement)
    if flow != .next { return flow }
    flow = second.run(&judgement)
    return flow == .next ? third.run(&judgement) : flow
  }

  override func perform(_ judgement: inout Judgement) {
    first.perform(&judgement)
    second.perform(&judgement)
    third.perform(&judgement)
  }
}

extension StepNode {
  /// Statements one after another, as a flat tree.
  static func sequence(_ steps: ArraySlice<StepNode>) -> StepNode {
    switch steps.count {
    case 0: return EmptyStep(.none)
    case 1: return steps[steps.startIndex]
    case 2: return PairStep(steps[steps.startIndex], steps[steps.startIndex + 1])
    case 3:
      return TripleStep(
        steps[steps.startIndex], steps[steps.startIndex + 1], steps[steps.startIndex + 2])
    default:
      let third = steps.count / 3
      let (one, two) = (steps.startIndex + third, steps.startIndex + 2 * third)
      return TripleStep(
        sequence(steps[..<one]), sequence(steps[one..<two]), sequence(steps[two...]))
    }
  }
}
