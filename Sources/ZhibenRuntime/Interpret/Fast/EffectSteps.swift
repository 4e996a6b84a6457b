import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A statement whose effect is the run's business: its values are judged in order, then handed over.
final class EffectStep: StepNode {
  private let parts: [Node]
  private let keeps: [Int]
  private let effect: ([Value?], FastMachine, inout Judgement) -> Void

  /// - Parameters:
  ///   - parts: nodes of shape `.value`.
  init(
    _ parts: [Node], keeps: [Int] = [], _ origin: Origin,
    _ effect: @escaping ([Value?], FastMachine, inout Judgement) -> Void
  ) {
    (self.parts, self.keeps, self.effect) = (parts, keeps, effect)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement), let machine = judgement.machine else { return .stop }
    var values: [Value?] = []
    values.reserveCapacity(parts.count)
    for part in parts { values.append(part.value(&judgement)) }
    machine.run.setDay(CivilDate(days: judgement.day))
    let home = judgement.home
    effect(values, machine, &judgement)
    // Whoever judged something in a copy may have moved the stack.
    judgement.settle(home)
    for kept in keeps { judgement.own(kept, false) }
    return finishes(&judgement)
  }
}

/// 假设
final class SupposeStep: StepNode {
  enum Part {
    case parameter(Int, Node)
    case cadence(rule: Int, Cadence)
    case change(StepNode)
  }

  private let parts: [Part]
  private let body: StepNode
  private let keeps: [Int]

  init(_ parts: [Part], _ body: StepNode, keeps: [Int], _ origin: Origin) {
    (self.parts, self.body, self.keeps) = (parts, body, keeps)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement), let machine = judgement.machine else { return .stop }
    let day = judgement.day
    machine.run.setDay(CivilDate(days: day))
    let mark = machine.run.mark
    let flow = suppose(machine, &judgement)
    machine.run.goBack(to: mark)
    judgement.day = day
    for kept in keeps { judgement.own(kept, false) }
    return finishes(&judgement, flow)
  }

  private func suppose(_ machine: FastMachine, _ judgement: inout Judgement) -> Flow {
    for part in parts {
      switch part {
      case .parameter(let index, let node):
        machine.run.suppose(.parameter(index, node.value(&judgement)))
      case .cadence(let rule, let cadence):
        machine.run.suppose(.cadence(rule: rule, cadence))
      case .change(let step):
        if step.run(&judgement) == .stop { return .stop }
      }
    }
    return body.run(&judgement)
  }
}

/// 推演
final class ProjectStep: StepNode {
  private let end: Node
  private let place: Origin
  private let body: StepNode

  init(until end: Node, place: Origin, _ body: StepNode, _ origin: Origin) {
    (self.end, self.place, self.body) = (end, place, body)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement), let machine = judgement.machine else { return .stop }
    guard let last = machine.run.date(end.value(&judgement), place) else {
      return finishes(&judgement, .stop)
    }
    let first = judgement.day
    var flow = Flow.next
    var day = CivilDate(days: first)
    while day <= last, flow == .next {
      guard starts(&judgement) else {
        flow = .stop
        break
      }
      judgement.day = day.days
      flow = body.run(&judgement)
      if flow == .continueLoop { flow = .next }
      if day == .max { break }
      day = day.next
    }
    judgement.day = first
    return flow == .breakLoop ? .next : flow
  }
}
