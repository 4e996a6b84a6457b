import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A compiled procedure.
final class ProcedureCode {
  let layout: FrameLayout
  let shape: FrameShape
  let frameCount: Int
  /// Set after the code that calls it is made: functions may call themselves.
  private var body: StepNode
  /// The same, held by `body`: every call would count another holder otherwise.
  private var running: Unmanaged<StepNode>

  init(_ procedure: Procedure) {
    layout = FrameLayout(procedure.slots)
    shape = FrameShape(layout)
    frameCount = procedure.body.reduce(2) { max($0, $1.frameCount) }
    body = EmptyStep(.none)
    running = .passUnretained(body)
  }

  deinit { shape.free() }

  /// Puts the statements in. Not while they run.
  func fill(_ body: StepNode) {
    self.body = body
    running = .passUnretained(body)
  }

  @inline(__always)
  func run(_ judgement: inout Judgement) -> Flow {
    running._withUnsafeGuaranteedRef { $0.run(&judgement) }
  }
}

/// A call of a function of the program.
final class CallNode: Node {
  private let code: ProcedureCode
  private let function: Int
  private let nodes: [Node]
  /// The same, held by `nodes`, and where they go.
  private let arguments: UnsafeMutablePointer<Argument>
  private let count: Int
  private let origin: Origin
  /// How many frames are in use where it stands.
  private let live: Int

  private struct Argument {
    let node: Unmanaged<Node>
    let place: FrameLayout.Place
  }

  init(
    _ shape: Shape, _ code: ProcedureCode, function: Int, _ arguments: [Node], _ origin: Origin,
    live: Int
  ) {
    (self.code, self.function, self.live) = (code, function, live)
    nodes = Array(arguments.prefix(code.layout.places.count))
    count = nodes.count
    self.arguments = .allocate(capacity: max(1, count))
    for (index, (node, place)) in zip(nodes, code.layout.places).enumerated() {
      (self.arguments + index)
        .initialize(to: Argument(node: .passUnretained(node), place: place))
    }
    self.origin = origin
    super.init(shape)
  }

  deinit { arguments.deallocate() }

  /// Carries out the call; false if nothing is given back.
  @inline(__always)
  private func call(_ judgement: inout Judgement) -> Bool {
    let stack = judgement.stack
    let (wordBase, valueBase) = (stack.pointee.wordTop, stack.pointee.valueTop)
    let home = judgement.home
    if stack.pointee.reserve(code.shape) { judgement.settle(home) }
    for index in 0..<count {
      let node = arguments[index].node
      switch arguments[index].place {
      case .cell(let offset):
        let cell = node._withUnsafeGuaranteedRef { $0.cell(&judgement) }
        stack.pointee.words[wordBase + offset] = cell
      case .number(let offset):
        let number = node._withUnsafeGuaranteedRef { $0.number(&judgement) }
        Judgement.store(number, at: stack.pointee.words + wordBase + offset)
      case .value(let place):
        let value = node._withUnsafeGuaranteedRef { $0.value(&judgement) }
        stack.pointee.values[valueBase + place] = value
      }
    }
    var gives = false
    if judgement.step(), judgement.enter() {
      judgement.settle((wordBase, valueBase))
      let (day, base) = (judgement.day, judgement.base)
      judgement.base += live
      judgement.reserve(frames: code.frameCount)
      gives = code.run(&judgement) == .giveBack
      (judgement.day, judgement.base) = (day, base)
      judgement.depth -= 1
      if judgement.isStopped {
        gives = false
        judgement.machine?.run.note(call: function, at: origin)
      }
    }
    stack.pointee.release(code.shape)
    judgement.settle(home)
    return gives
  }

  override func truth(_ judgement: inout Judgement) -> Truth {
    call(&judgement) ? Truth(cell: judgement.givenWords.0) : .unknown
  }

  override func cell(_ judgement: inout Judgement) -> Int64 {
    call(&judgement) ? judgement.givenWords.0 : unknownCell
  }

  override func number(_ judgement: inout Judgement) -> Rational? {
    guard call(&judgement), judgement.givenWords.1 != 0 else { return nil }
    if judgement.givenWords.1 == 1 { return Rational(Int(judgement.givenWords.0)) }
    return Rational(Int(judgement.givenWords.0), over: Int(judgement.givenWords.1))
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    guard call(&judgement) else { return nil }
    let value = judgement.givenValue
    judgement.givenValue = nil
    return value
  }
}

extension Judgement {
  /// Goes a level deeper; false if that is too deep.
  @inline(__always)
  mutating func enter() -> Bool {
    guard depth < depthLimit else {
      machine?.run.meter.halt(.depth)
      return false
    }
    depth += 1
    return true
  }
}

/// 返回: puts a value where the caller finds it.
final class GiveBackStep: StepNode {
  private let part: Node?

  init(_ part: Node?, _ origin: Origin) {
    self.part = part
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    judgement.givenWords = (unknownCell, 0)
    judgement.givenValue = nil
    if let part {
      switch part.shape {
      case .truth: judgement.givenWords.0 = part.truth(&judgement).cell
      case .cell:
        let cell = part.cell(&judgement)
        judgement.givenWords.0 = cell
      case .number, .value, .list, .numberList: judgement.givenValue = part.value(&judgement)
      }
    }
    return finishes(&judgement, .giveBack)
  }
}

/// 返回 of a number.
final class GiveNumberStep: StepNode {
  private let part: Node
  private let isQuiet: Bool

  init(_ part: Node, _ origin: Origin) {
    (self.part, isQuiet) = (part, part.isQuiet)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    if let number = part.number(&judgement), number.numerator != .min {
      judgement.givenWords = (Int64(number.numerator), Int64(number.denominator))
    } else {
      judgement.givenWords = (unknownCell, 0)
    }
    return isQuiet ? .giveBack : finishes(&judgement, .giveBack)
  }
}
