import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// A variable that is a word: a truth, a date, a moment, a position.
final class WordSlotNode: Node {
  let offset: Int

  init(_ shape: Shape, offset: Int) {
    self.offset = offset
    super.init(shape)
  }

  override var isQuiet: Bool { true }
  override func cell(_ judgement: inout Judgement) -> Int64 { judgement.words[offset] }
  override func truth(_ judgement: inout Judgement) -> Truth {
    Truth(cell: judgement.words[offset])
  }
}

/// A variable that is a number.
final class NumberSlotNode: Node {
  let offset: Int

  init(offset: Int) {
    self.offset = offset
    super.init(.number)
  }

  override var isQuiet: Bool { true }
  override func number(_ judgement: inout Judgement) -> Rational? {
    judgement.number(at: offset)
  }
}

/// A variable that is passed as it is.
final class ValueSlotNode: Node {
  let place: Int

  init(place: Int) {
    self.place = place
    super.init(.value)
  }

  override func value(_ judgement: inout Judgement) -> Value? { judgement.values[place] }
}

extension Truth {
  @inline(__always)
  init(cell: Int64) { self = cell == unknownCell ? .unknown : cell == 0 ? .no : .yes }

  @inline(__always)
  var cell: Int64 { self == .unknown ? unknownCell : Int64(rawValue) }
}

extension Judgement {
  @inline(__always)
  func number(at offset: Int) -> Rational? {
    let denominator = words[offset + 1]
    return denominator == 1 ? Rational(Int(words[offset])) : fraction(at: offset)
  }

  /// A number that is not whole, or not known.
  @inline(never)
  private func fraction(at offset: Int) -> Rational? {
    words[offset + 1] == 0
      ? nil : Rational(Int(words[offset]), over: Int(words[offset + 1]))
  }

  @inline(__always)
  mutating func store(_ number: Rational?, at offset: Int) {
    Self.store(number, at: words + offset)
  }

  @inline(__always)
  static func store(_ number: Rational?, at place: UnsafeMutablePointer<Int64>) {
    guard let number, number.numerator != .min else {
      place[1] = 0
      return
    }
    place[0] = Int64(number.numerator)
    place[1] = Int64(number.denominator)
  }

  /// Puts a value into a variable, wherever that lies.
  mutating func store(_ value: Value?, at place: FrameLayout.Place) {
    switch place {
    case .cell(let offset): words[offset] = value?.plainCell ?? unknownCell
    case .number(let offset): store(value?.asNumber, at: offset)
    case .value(let place):
      values[place] = value
      own(place, false)
    }
  }

  /// Puts what a node says into a variable.
  @inline(__always)
  mutating func store(_ node: Node, at place: FrameLayout.Place) {
    switch place {
    case .cell(let offset):
      let cell = node.cell(&self)
      words[offset] = cell
    case .number(let offset):
      let number = node.number(&self)
      store(number, at: offset)
    case .value(let place):
      let value = node.value(&self)
      values[place] = value
    }
  }

  /// The value of a variable.
  func value(of place: FrameLayout.Place, _ type: ValueType, _ interner: Interner) -> Value? {
    switch place {
    case .cell(let offset): interner.value(words[offset], type)
    case .number(let offset): number(at: offset).map { .number($0) }
    case .value(let place): values[place]
    }
  }

  @inline(__always)
  mutating func owns(_ place: Int) -> Bool { stack.pointee.isOwned[home.values + place] }

  @inline(__always)
  mutating func own(_ place: Int, _ isOwned: Bool) {
    stack.pointee.isOwned[home.values + place] = isOwned
  }
}
