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

  override func number(_ judgement: inout Judgement) -> Rational? {
    judgement.number(at: offset)
  }
}

/// A variable that is passed as it is.
final class ValueSlotNode: Node {
  private let place: Int

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
    if denominator == 1 { return Rational(Int(words[offset])) }
    return denominator == 0 ? nil : Rational(Int(words[offset]), over: Int(denominator))
  }

  @inline(__always)
  func store(_ number: Rational?, at offset: Int) {
    guard let number, number.numerator != .min else {
      words[offset + 1] = 0
      return
    }
    words[offset] = Int64(number.numerator)
    words[offset + 1] = Int64(number.denominator)
  }

  /// Puts a value into a variable, wherever that lies.
  func store(_ value: Value?, at place: FrameLayout.Place) {
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

  var valueBase: Int { values - stack.values }

  @inline(__always)
  func owns(_ place: Int) -> Bool { stack.isOwned[valueBase + place] }

  @inline(__always)
  func own(_ place: Int, _ isOwned: Bool) { stack.isOwned[valueBase + place] = isOwned }
}
