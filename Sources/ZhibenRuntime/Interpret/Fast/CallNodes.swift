import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A compiled procedure.
final class ProcedureCode {
  let layout: FrameLayout
  let frameCount: Int
  /// Behind a pointer, since it is made after the code that calls it: functions may call themselves.
  let body: UnsafeMutablePointer<StepNode>

  init(_ procedure: Procedure) {
    layout = FrameLayout(procedure.slots)
    frameCount = procedure.body.reduce(2) { max($0, $1.frameCount) }
    body = .allocate(capacity: 1)
    body.initialize(to: EmptyStep(.none))
  }

  deinit {
    body.deinitialize(count: 1)
    body.deallocate()
  }
}

/// A call of a function of the program.
final class CallNode: Node {
  private let code: ProcedureCode
  private let function: Int
  private let arguments: [Node]
  private let origin: Origin
  /// How many frames are in use where it stands.
  private let live: Int
  private let interner: Interner

  init(
    _ shape: Shape, _ code: ProcedureCode, function: Int, _ arguments: [Node], _ origin: Origin,
    live: Int, _ interner: Interner
  ) {
    (self.code, self.function, self.arguments) = (code, function, arguments)
    (self.origin, self.live, self.interner) = (origin, live, interner)
    super.init(shape)
  }

  /// Carries out the call; false if nothing is given back.
  private func call(_ judgement: inout Judgement) -> Bool {
    let (stack, layout) = (judgement.stack, code.layout)
    let (wordBase, valueBase) = (stack.wordTop, stack.valueTop)
    let (wordHome, valueHome) = (judgement.words - stack.words, judgement.values - stack.values)
    stack.reserve(layout)
    for position in arguments.indices {
      // The stack may move while an argument is judged.
      judgement.words = stack.words + wordHome
      judgement.values = stack.values + valueHome
      switch layout.places[position] {
      case .cell(let offset):
        let cell = arguments[position].cell(&judgement)
        stack.words[wordBase + offset] = cell
      case .number(let offset):
        let number = arguments[position].number(&judgement)
        let words = judgement.words
        judgement.words = stack.words + wordBase
        judgement.store(number, at: offset)
        judgement.words = words
      case .value(let place):
        let value = arguments[position].value(&judgement)
        stack.values[valueBase + place] = value
      }
    }
    var gives = false
    if judgement.step(), judgement.enter() {
      judgement.words = stack.words + wordBase
      judgement.values = stack.values + valueBase
      let (day, base) = (judgement.day, judgement.base)
      judgement.base += live
      while judgement.frames.count < judgement.base + code.frameCount {
        judgement.frames.append(-1)
      }
      gives = code.body.pointee.run(&judgement) == .giveBack
      (judgement.day, judgement.base) = (day, base)
      judgement.depth -= 1
      if judgement.isStopped { judgement.machine?.run.note(call: function, at: origin) }
    }
    stack.release(layout)
    judgement.words = stack.words + wordHome
    judgement.values = stack.values + valueHome
    return gives && !judgement.isStopped
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
      case .number:
        if let number = part.number(&judgement), number.numerator != .min {
          judgement.givenWords = (Int64(number.numerator), Int64(number.denominator))
        } else {
          judgement.givenWords = (unknownCell, 0)
        }
      case .value, .list, .numberList: judgement.givenValue = part.value(&judgement)
      }
    }
    return finishes(&judgement, .giveBack)
  }
}
