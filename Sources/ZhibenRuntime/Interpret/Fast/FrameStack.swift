import ZhibenFacts
import ZhibenSemantics

/// Where the variables of the calls in force lie, one call's after another's, and the records of frames. Plain values are words, everything else
/// values. Nodes reach it through the pointers in `Judgement`, which are set anew whenever it may have moved (`Judgement.settle`).
struct FrameStack {
  private(set) var words: UnsafeMutablePointer<Int64>
  private(set) var values: UnsafeMutablePointer<Value?>
  /// Which values are held alone (`Ownership`).
  private(set) var isOwned: UnsafeMutablePointer<Bool>
  /// The records of the frames of the expressions in force; −1 is none.
  private(set) var frames: UnsafeMutablePointer<Int32>
  private var wordCapacity: Int
  private var valueCapacity: Int
  private var frameCapacity: Int
  /// How much is in use.
  private(set) var wordTop = 0
  private(set) var valueTop = 0

  fileprivate init(words wordCapacity: Int, values valueCapacity: Int) {
    (self.wordCapacity, self.valueCapacity) = (wordCapacity, valueCapacity)
    frameCapacity = 8
    words = .allocate(capacity: wordCapacity)
    words.initialize(repeating: unknownCell, count: wordCapacity)
    values = .allocate(capacity: valueCapacity)
    values.initialize(repeating: nil, count: valueCapacity)
    isOwned = .allocate(capacity: valueCapacity)
    isOwned.initialize(repeating: false, count: valueCapacity)
    frames = .allocate(capacity: frameCapacity)
    frames.initialize(repeating: -1, count: frameCapacity)
  }

  fileprivate func free() {
    words.deallocate()
    values.deinitialize(count: valueCapacity)
    values.deallocate()
    isOwned.deallocate()
    frames.deallocate()
  }

  /// Makes room for the variables of a call, unknown all of them. True if the stack has moved.
  @inline(__always)
  mutating func reserve(_ layout: FrameShape) -> Bool {
    let moves =
      wordTop + layout.wordCount > wordCapacity || valueTop + layout.valueCount > valueCapacity
    if moves { grow(layout) }
    let own = words + wordTop
    for offset in 0..<layout.wordCount { own[offset] = layout.template[offset] }
    wordTop += layout.wordCount
    if layout.valueCount > 0 {
      (isOwned + valueTop).update(repeating: false, count: layout.valueCount)
      valueTop += layout.valueCount
    }
    return moves
  }

  /// Lets go of the variables of the call that began last.
  @inline(__always)
  mutating func release(_ layout: FrameShape) {
    wordTop -= layout.wordCount
    if layout.valueCount > 0 {
      valueTop -= layout.valueCount
      (values + valueTop).update(repeating: nil, count: layout.valueCount)
    }
  }

  @inline(never)
  private mutating func grow(_ layout: FrameShape) {
    growWords(layout.wordCount)
    growValues(layout.valueCount)
  }

  private mutating func growWords(_ count: Int) {
    let capacity = 2 * wordCapacity + count
    let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
    larger.initialize(repeating: unknownCell, count: capacity)
    larger.update(from: words, count: wordTop)
    words.deallocate()
    (words, wordCapacity) = (larger, capacity)
  }

  private mutating func growValues(_ count: Int) {
    let capacity = 2 * valueCapacity + count
    let larger = UnsafeMutablePointer<Value?>.allocate(capacity: capacity)
    larger.moveInitialize(from: values, count: valueCapacity)
    (larger + valueCapacity).initialize(repeating: nil, count: capacity - valueCapacity)
    values.deallocate()
    let flags = UnsafeMutablePointer<Bool>.allocate(capacity: capacity)
    flags.initialize(repeating: false, count: capacity)
    flags.update(from: isOwned, count: valueTop)
    isOwned.deallocate()
    (values, isOwned, valueCapacity) = (larger, flags, capacity)
  }

  /// Makes room for so many frames. True if they have moved.
  @inline(__always)
  mutating func reserve(frames count: Int) -> Bool {
    guard count > frameCapacity else { return false }
    growFrames(count)
    return true
  }

  @inline(never)
  private mutating func growFrames(_ count: Int) {
    let capacity = 2 * count
    let larger = UnsafeMutablePointer<Int32>.allocate(capacity: capacity)
    larger.initialize(repeating: -1, count: capacity)
    larger.update(from: frames, count: frameCapacity)
    frames.deallocate()
    (frames, frameCapacity) = (larger, capacity)
  }
}

/// Owns a stack. Judgements over it must not outlive it.
final class FrameMemory {
  let stack: UnsafeMutablePointer<FrameStack>

  init(words: Int = 1, values: Int = 1) {
    stack = .allocate(capacity: 1)
    stack.initialize(to: FrameStack(words: words, values: values))
  }

  deinit {
    stack.pointee.free()
    stack.deinitialize(count: 1)
    stack.deallocate()
  }
}

/// How large the frame of a procedure is, and what it holds at first. Belongs to the procedure's code.
struct FrameShape {
  let wordCount: Int
  let valueCount: Int
  /// The words of a frame in which nothing is known.
  let template: UnsafeMutablePointer<Int64>

  init(_ layout: FrameLayout) {
    (wordCount, valueCount) = (layout.template.count, layout.valueCount)
    template = .allocate(capacity: max(1, wordCount))
    template.initialize(repeating: unknownCell, count: max(1, wordCount))
    for (offset, word) in layout.template.enumerated() { template[offset] = word }
  }

  func free() { template.deallocate() }
}

/// Where each variable of a procedure lies in its frame.
struct FrameLayout {
  enum Place: Equatable {
    /// A word: truths, dates, moments, positions.
    case cell(Int)
    /// Two words: numerator and denominator; the denominator of what is unknown is 0.
    case number(Int)
    case value(Int)
  }

  private(set) var places: [Place] = []
  private(set) var types: [ValueType] = []
  private(set) var names: [String] = []
  /// The words of a frame in which nothing is known.
  private(set) var template: [Int64] = []
  private(set) var valueCount = 0

  init(_ slots: [Slot]) {
    for slot in slots {
      types.append(slot.type)
      names.append(slot.name)
      switch slot.type {
      case .number:
        places.append(.number(template.count))
        template += [0, 0]
      case .bool, .date, .moment, .enumeration, .record:
        places.append(.cell(template.count))
        template.append(unknownCell)
      case .text, .term, .list, .map, .structure, .cadence, .period:
        places.append(.value(valueCount))
        valueCount += 1
      }
    }
  }

  /// Places of the variables that are values, of those named.
  func values(of slots: Set<Int>) -> [Int] {
    slots.sorted().compactMap { if case .value(let place) = places[$0] { place } else { nil } }
  }
}
