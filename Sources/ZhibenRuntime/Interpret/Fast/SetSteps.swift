import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Sets a variable that is a word.
final class SetWordStep: StepNode {
  private let offset: Int
  private let part: Node

  init(_ offset: Int, _ part: Node, _ origin: Origin) {
    (self.offset, self.part) = (offset, part)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let cell = part.cell(&judgement)
    judgement.words[offset] = cell
    return finishes(&judgement)
  }
}

/// Sets a variable that is a number.
final class SetNumberStep: StepNode {
  private let offset: Int
  private let part: Node

  init(_ offset: Int, _ part: Node, _ origin: Origin) {
    (self.offset, self.part) = (offset, part)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let number = part.number(&judgement)
    judgement.store(number, at: offset)
    return finishes(&judgement)
  }
}

/// `x := x + 3`
final class AddConstantStep: StepNode {
  private let offset: Int
  private let added: Int64

  init(_ offset: Int, _ added: Int64, _ origin: Origin) {
    (self.offset, self.added) = (offset, added)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let (sum, overflow) = judgement.words[offset].addingReportingOverflow(added)
    if judgement.words[offset + 1] == 1, !overflow, sum != .min {
      judgement.words[offset] = sum
    } else {
      let sum = judgement.number(at: offset)?.combined(.add, Rational(Int(added)))
      judgement.store(sum, at: offset)
    }
    return .next
  }
}

/// `x := x + y`
final class AddSlotStep: StepNode {
  private let offset: Int
  private let other: Int

  init(_ offset: Int, _ other: Int, _ origin: Origin) {
    (self.offset, self.other) = (offset, other)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let words = judgement.words
    let (sum, overflow) = words[offset].addingReportingOverflow(words[other])
    if words[offset + 1] == 1, words[other + 1] == 1, !overflow, sum != .min {
      words[offset] = sum
    } else if let left = judgement.number(at: offset), let right = judgement.number(at: other) {
      judgement.store(left.combined(.add, right), at: offset)
    } else {
      judgement.store(nil as Rational?, at: offset)
    }
    return .next
  }
}

/// Sets any other variable.
final class SetValueStep: StepNode {
  private let place: Int
  private let part: Node
  private let isFresh: Bool
  private let keeps: [Int]

  init(_ place: Int, _ part: Node, isFresh: Bool, keeps: [Int], _ origin: Origin) {
    (self.place, self.part, self.isFresh, self.keeps) = (place, part, isFresh, keeps)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let value = part.value(&judgement)
    judgement.values[place] = value
    judgement.own(place, isFresh)
    for kept in keeps { judgement.own(kept, false) }
    return finishes(&judgement)
  }
}

/// `l := 追加(l, x)`
final class AppendElementStep: StepNode {
  private let place: Int
  private let part: Node
  private let isFresh: Bool
  private let holdsContainers: Bool
  private let keeps: [Int]

  init(
    _ place: Int, _ part: Node, isFresh: Bool, holdsContainers: Bool, keeps: [Int],
    _ origin: Origin
  ) {
    (self.place, self.part, self.isFresh) = (place, part, isFresh)
    (self.holdsContainers, self.keeps) = (holdsContainers, keeps)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let element = part.value(&judgement)
    let isOwned = judgement.owns(place)
    let owns = InPlace.append(
      element, to: &judgement.values[place], isOwned: isOwned, isFresh: isFresh,
      holdsContainers: holdsContainers, judgement.machine?.run.meter)
    judgement.own(place, owns ?? false)
    for kept in keeps { judgement.own(kept, false) }
    return finishes(&judgement)
  }
}

/// `文 := 文 + x + …`
final class AppendTextStep: StepNode {
  private let place: Int
  private let parts: [Node]

  init(_ place: Int, _ parts: [Node], _ origin: Origin) {
    (self.place, self.parts) = (place, parts)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement), let machine = judgement.machine else { return .stop }
    var values: [Value?] = []
    for part in parts { values.append(part.value(&judgement)) }
    let words = machine.currentWords
    let pieces = values.map(words.text)
    let isOwned = judgement.owns(place)
    let owns = InPlace.append(
      pieces, to: &judgement.values[place], isOwned: isOwned, words, machine.run.meter)
    judgement.own(place, owns ?? false)
    return finishes(&judgement)
  }
}

/// `表（键） := v`
final class SetPartStep: StepNode {
  /// What is reached through.
  enum Part {
    case key(Node)
    case member(Int)
  }

  private let place: Int
  private let path: [Part]
  private let part: Node
  private let isFresh: Bool
  private let holdsContainers: Bool
  private let name: String
  private let keeps: [Int]

  init(
    _ place: Int, _ path: [Part], _ part: Node, isFresh: Bool, holdsContainers: Bool, name: String,
    keeps: [Int], _ origin: Origin
  ) {
    (self.place, self.path, self.part, self.isFresh) = (place, path, part, isFresh)
    (self.holdsContainers, self.name, self.keeps) = (holdsContainers, name, keeps)
    super.init(origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    var places: [PathPlace] = []
    places.reserveCapacity(path.count)
    for part in path {
      switch part {
      case .key(let key): places.append(.key(key.value(&judgement)))
      case .member(let index): places.append(.member(index))
      }
    }
    let value = part.value(&judgement)
    if judgement.isStopped { return finishes(&judgement) }
    let isOwned = judgement.owns(place)
    let outcome = InPlace.set(
      &judgement.values[place], places, to: value, isOwned: isOwned, isFresh: isFresh,
      holdsContainers: holdsContainers, judgement.machine?.run.meter)
    if case .done(let isOwned) = outcome {
      judgement.own(place, isOwned)
    } else {
      judgement.machine?.run.settle(outcome, name, origin) { _ in }
    }
    for kept in keeps { judgement.own(kept, false) }
    return finishes(&judgement)
  }
}
