import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// 若
final class BranchStep: StepNode {
  private let condition: Node
  private let place: Origin
  private let then: StepNode
  private let otherwise: BranchTail

  /// What comes behind the first branch.
  enum BranchTail {
    case steps(StepNode)
    /// 否则若: judged without a step of its own.
    case branch(BranchStep)
  }

  init(
    _ condition: Node, place: Origin, _ then: StepNode, _ otherwise: BranchTail, _ origin: Origin
  ) {
    (self.condition, self.place, self.then, self.otherwise) = (condition, place, then, otherwise)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    starts(&judgement) ? choose(&judgement) : .stop
  }

  private func choose(_ judgement: inout Judgement) -> Flow {
    switch condition.truth(&judgement) {
    case .yes: return judgement.isStopped ? finishes(&judgement) : then.run(&judgement)
    case .no:
      if judgement.isStopped { return finishes(&judgement) }
      switch otherwise {
      case .steps(let steps): return steps.run(&judgement)
      case .branch(let branch): return branch.choose(&judgement)
      }
    case .unknown:
      if !judgement.isStopped { judgement.machine?.run.note(undecided: 1, at: place) }
      return finishes(&judgement)
    }
  }
}

/// 循环
final class LoopStep: StepNode {
  private let condition: Node
  private let core: Core
  private let body: StepNode
  private let layout: FrameLayout

  init(_ condition: Node, _ core: Core, _ body: StepNode, _ layout: FrameLayout, _ origin: Origin) {
    (self.condition, self.core, self.body, self.layout) = (condition, core, body, layout)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    while true {
      switch condition.truth(&judgement) {
      case .no: return finishes(&judgement)
      case .unknown:
        if !judgement.isStopped { fail(&judgement) }
        return finishes(&judgement)
      case .yes: break
      }
      if judgement.isStopped { return finishes(&judgement) }
      guard starts(&judgement) else { return .stop }
      switch body.run(&judgement) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .giveBack: return .giveBack
      case .stop: return .stop
      }
    }
  }

  @inline(never)
  private func fail(_ judgement: inout Judgement) {
    guard let machine = judgement.machine else { return }
    let slots = machine.slots(layout, judgement)
    machine.run.day = CivilDate(days: judgement.day)
    machine.run.fail("E0807", core.origin, values: machine.run.parts(of: core, slots))
  }
}

/// 对每个
final class ForEachStep: StepNode {
  private let slot: FrameLayout.Place
  private let list: Node
  private let keeps: [Int]
  private let body: StepNode
  private let place: Origin
  /// Whether somebody may ask which round it is.
  private let countsRounds: Bool

  init(
    _ slot: FrameLayout.Place, _ list: Node, keeps: [Int], _ body: StepNode, place: Origin,
    countsRounds: Bool, _ origin: Origin
  ) {
    (self.slot, self.list, self.keeps) = (slot, list, keeps)
    (self.body, self.place, self.countsRounds) = (body, place, countsRounds)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let flow = go(&judgement)
    for place in keeps { judgement.own(place, false) }
    return flow
  }

  private func go(_ judgement: inout Judgement) -> Flow {
    guard case .list(let elements)? = list.value(&judgement) else {
      if !judgement.isStopped { judgement.machine?.run.note(undecided: 1, at: place) }
      return finishes(&judgement)
    }
    if judgement.isStopped { return finishes(&judgement) }
    for place in keeps { judgement.own(place, false) }
    let run = countsRounds ? judgement.machine?.run : nil
    run?.rounds.append((.unknown, 0))
    defer { run?.rounds.removeLast() }
    for (number, element) in elements.enumerated() {
      guard starts(&judgement) else { return .stop }
      if let run { run.rounds[run.rounds.count - 1] = (element, number) }
      judgement.store(element.known, at: slot)
      switch body.run(&judgement) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .giveBack: return .giveBack
      case .stop:
        judgement.machine?.run.note(record: element)
        return .stop
      }
    }
    return .next
  }
}

/// 跳出 and 继续
final class JumpStep: StepNode {
  private let flow: Flow

  init(_ flow: Flow, _ origin: Origin) {
    self.flow = flow
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow { starts(&judgement) ? flow : .stop }
}
