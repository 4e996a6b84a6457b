import ZhibenFacts
import ZhibenSemantics

/// Where the variables of the calls in force lie, one call's after another's. Plain values are words, everything else values. Nodes reach it through the
/// pointers in `Judgement`, which are set anew whenever a call begins or ends, so that it may grow.
final class FrameStack {
  private(set) var words: UnsafeMutablePointer<Int64>
  private(set) var values: UnsafeMutablePointer<Value?>
  /// Which values are held alone (`Ownership`).
  private(set) var isOwned: UnsafeMutablePointer<Bool>
  private var wordCapacity: Int
  private var valueCapacity: Int
  /// How much is in use.
  var wordTop = 0
  var valueTop = 0

  init(words wordCapacity: Int = 1, values valueCapacity: Int = 1) {
    (self.wordCapacity, self.valueCapacity) = (wordCapacity, valueCapacity)
    words = .allocate(capacity: wordCapacity)
    words.initialize(repeating: unknownCell, count: wordCapacity)
    values = .allocate(capacity: valueCapacity)
    values.initialize(repeating: nil, count: valueCapacity)
    isOwned = .allocate(capacity: valueCapacity)
    isOwned.initialize(repeating: false, count: valueCapacity)
  }

  deinit {
    words.deallocate()
    values.deinitialize(count: valueCapacity)
    values.deallocate()
    isOwned.deallocate()
  }

  /// Makes room for the variables of a call, unknown all of them.
  func reserve(_ layout: FrameLayout) {
    if wordTop + layout.template.count > wordCapacity { growWords(layout.template.count) }
    if valueTop + layout.valueCount > valueCapacity { growValues(layout.valueCount) }
    for (offset, word) in layout.template.enumerated() { words[wordTop + offset] = word }
    for offset in 0..<layout.valueCount { isOwned[valueTop + offset] = false }
    wordTop += layout.template.count
    valueTop += layout.valueCount
  }

  /// Lets go of the variables of the call that began last.
  func release(_ layout: FrameLayout) {
    wordTop -= layout.template.count
    valueTop -= layout.valueCount
    for offset in 0..<layout.valueCount { values[valueTop + offset] = nil }
  }

  private func growWords(_ count: Int) {
    let capacity = 2 * wordCapacity + count
    let larger = UnsafeMutablePointer<Int64>.allocate(capacity: capacity)
    larger.initialize(repeating: unknownCell, count: capacity)
    larger.update(from: words, count: wordTop)
    words.deallocate()
    (words, wordCapacity) = (larger, capacity)
  }

  private func growValues(_ count: Int) {
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
