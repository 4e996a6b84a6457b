import ZhibenSemantics

/// A compiled statement, or several.
class StepNode {
  let origin: Origin

  init(_ origin: Origin) { self.origin = origin }

  func run(_ judgement: inout Judgement) -> Flow { .next }

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
final class EmptyStep: StepNode {}

/// Two statements, or halves of more.
final class PairStep: StepNode {
  private let first: StepNode
  private let second: StepNode

  init(_ first: StepNode, _ second: StepNode) {
    (self.first, self.second) = (first, second)
    super.init(first.origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    let flow = first.run(&judgement)
    return flow == .next ? second.run(&judgement) : flow
  }
}

/// Three statements.
final class TripleStep: StepNode {
  private let first: StepNode
  private let second: StepNode
  private let third: StepNode

  init(_ first: StepNode, _ second: StepNode, _ third: StepNode) {
    (self.first, self.second, self.third) = (first, second, third)
    super.init(first.origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    var flow = first.run(&judgement)
    if flow != .next { return flow }
    flow = second.run(&judgement)
    return flow == .next ? third.run(&judgement) : flow
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
