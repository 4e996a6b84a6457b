import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// 若
final class BranchStep: StepNode {
  private let condition: Condition
  private let place: Origin
  private let then: StepNode
  /// 否则, or the branch behind this one.
  private let otherwise: StepNode

  init(
    _ condition: Node, place: Origin, _ then: StepNode, _ otherwise: StepNode, _ origin: Origin
  ) {
    (self.condition, self.place) = (Condition(condition), place)
    (self.then, self.otherwise) = (then, otherwise)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    starts(&judgement) ? proceed(&judgement) : .stop
  }

  override func proceed(_ judgement: inout Judgement) -> Flow {
    switch condition.truth(&judgement) {
    case .yes: return judgement.isStopped ? finishes(&judgement) : then.run(&judgement)
    case .no: return judgement.isStopped ? finishes(&judgement) : otherwise.proceed(&judgement)
    case .unknown:
      if !judgement.isStopped { judgement.machine?.run.note(undecided: 1, at: place) }
      return finishes(&judgement)
    }
  }
}

/// 否则 that holds nothing but a 若: a statement of its own, which counts, unlike 否则 若.
final class AloneStep: StepNode {
  private let statement: StepNode

  init(_ statement: StepNode) {
    self.statement = statement
    super.init(statement.origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow { statement.run(&judgement) }

  override func proceed(_ judgement: inout Judgement) -> Flow { statement.run(&judgement) }
}

/// 若 with branches one behind the other that all ask where the same variable lies.
final class TiersStep: StepNode {
  /// The same, branch by branch, for a variable that is not whole.
  private let first: BranchStep
  private let offset: Int
  private let tiers: [Tier]
  /// What the tiers lead to, and 否则 behind them. Held by them; here, so that going there counts no further holder.
  private let bodies: UnsafeMutablePointer<Unmanaged<StepNode>>
  private let otherwise: StepNode
  /// `x < a`, `x < b` … with growing bounds: the last cell of each tier. Empty for others.
  private let ends: UnsafeMutablePointer<Int64>
  private let endCount: Int

  struct Tier {
    var test: SlotTest
    var body: StepNode
  }

  /// - Parameters:
  ///   - tiers: of the same variable.
  init(_ first: BranchStep, _ tiers: [Tier], _ otherwise: StepNode) {
    (self.first, self.tiers, self.otherwise) = (first, tiers, otherwise)
    offset = tiers.first?.test.offset ?? 0
    bodies = .allocate(capacity: tiers.count + 1)
    for (index, body) in (tiers.map(\.body) + [otherwise]).enumerated() {
      (bodies + index).initialize(to: .passUnretained(body))
    }
    let ends = tiers.compactMap(\.test.onlyEnd)
    let isGrowing = ends.count == tiers.count && zip(ends, ends.dropFirst()).allSatisfy { $0 < $1 }
    endCount = isGrowing ? ends.count : 0
    self.ends = .allocate(capacity: max(1, endCount))
    for (index, end) in ends.prefix(endCount).enumerated() {
      (self.ends + index).initialize(to: end)
    }
    super.init(first.origin)
  }

  deinit {
    bodies.deallocate()
    ends.deallocate()
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    starts(&judgement) ? proceed(&judgement) : .stop
  }

  override func proceed(_ judgement: inout Judgement) -> Flow {
    guard judgement.words[offset + 1] == 1 else { return first.proceed(&judgement) }
    let position = position(of: judgement.words[offset], judgement)
    return bodies[position]._withUnsafeGuaranteedRef {
      position < tiers.count ? $0.run(&judgement) : $0.proceed(&judgement)
    }
  }

  /// The position of the first tier that holds; their number if none does.
  @inline(__always)
  private func position(of cell: Int64, _ judgement: borrowing Judgement) -> Int {
    if endCount > 0 {
      // Counted without a jump, for which tier it is cannot be foreseen.
      var position = 0
      for index in 0..<endCount { position &+= ends[index] < cell ? 1 : 0 }
      return position
    }
    for index in tiers.indices where tiers[index].test.holds(judgement) { return index }
    return tiers.count
  }
}

/// 循环
final class LoopStep: StepNode {
  private let condition: Condition
  private let core: Core
  private let body: StepNode
  private let layout: FrameLayout
  /// The steps of a round whose body is plain.
  private let roundSteps: Int
  /// The body, if it is only moves, so that a round costs no call.
  private let moves: Unmanaged<MovesStep>?

  init(_ condition: Node, _ core: Core, _ body: StepNode, _ layout: FrameLayout, _ origin: Origin) {
    (self.condition, self.core, self.body) = (Condition(condition), core, body)
    self.layout = layout
    roundSteps = body.plainSteps.map { $0 + 1 } ?? .max
    moves = (body as? MovesStep).map { .passUnretained($0) }
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
      if judgement.takes(roundSteps) {
        if let moves {
          moves._withUnsafeGuaranteedRef { $0.perform(&judgement) }
        } else {
          body.perform(&judgement)
        }
        continue
      }
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
  /// The question that the list is, if its rows need not be made values first.
  private let question: QueryNode?
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
    let question = countsRounds ? nil : list as? QueryNode
    self.question = question?.answersPositions ?? false ? question : nil
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let flow: Flow
    if let question, case .cell(let offset) = slot {
      flow = go(through: question, offset, &judgement)
    } else {
      flow = go(&judgement)
    }
    for place in keeps { judgement.own(place, false) }
    return flow
  }

  private func go(_ judgement: inout Judgement) -> Flow {
    guard case .list(let elements)? = list.value(&judgement) else { return lacks(&judgement) }
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

  /// The same over the positions of records.
  private func go(
    through question: QueryNode, _ offset: Int, _ judgement: inout Judgement
  ) -> Flow {
    guard let positions = question.positions(&judgement) else { return lacks(&judgement) }
    if judgement.isStopped { return finishes(&judgement) }
    for place in keeps { judgement.own(place, false) }
    for position in positions {
      guard starts(&judgement) else { return .stop }
      judgement.words[offset] = Int64(position)
      switch body.run(&judgement) {
      case .next, .continueLoop: continue
      case .breakLoop: return .next
      case .giveBack: return .giveBack
      case .stop:
        judgement.machine?.run.note(record: question.record(position))
        return .stop
      }
    }
    return .next
  }

  private func lacks(_ judgement: inout Judgement) -> Flow {
    if !judgement.isStopped { judgement.machine?.run.note(undecided: 1, at: place) }
    return finishes(&judgement)
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
