import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Sets a variable that is a word.
final class SetWordStep: StepNode {
  private let offset: Int
  private let part: Node

  init(_ offset: Int, _ part: Node, _ origin: Origin) {
    (self.offset, self.part) = (offset, part)
    super.init(origin, plainSteps: part.isQuiet ? 1 : nil)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    perform(&judgement)
    return finishes(&judgement)
  }

  override func perform(_ judgement: inout Judgement) {
    let cell = part.cell(&judgement)
    judgement.words[offset] = cell
  }
}

/// Sets a variable that is a number.
final class SetNumberStep: StepNode {
  private let offset: Int
  private let part: Node
  /// The same for whole numbers.
  let move: WholeMove?

  init(_ offset: Int, _ part: Node, _ origin: Origin) {
    (self.offset, self.part) = (offset, part)
    move = (part as? WholeSource)?.move(to: offset)
    super.init(origin, plainSteps: part.isQuiet ? 1 : nil)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    perform(&judgement)
    return finishes(&judgement)
  }

  override func perform(_ judgement: inout Judgement) {
    if let move, move.perform(&judgement) { return }
    let number = part.number(&judgement)
    judgement.store(number, at: offset)
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
    let added = values.map(words.text).joined()
    let isOwned = judgement.owns(place)
    let owns = InPlace.append(
      added, to: &judgement.values[place], isOwned: isOwned, machine.run.meter, words: words.text)
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
    return set(places, to: value, &judgement)
  }

  /// Sets what was judged before.
  func set(_ places: [PathPlace], to value: Value?, _ judgement: inout Judgement) -> Flow {
    let isOwned = judgement.owns(place)
    let outcome = InPlace.set(
      &judgement.values[place], places, to: value, isOwned: isOwned, isFresh: isFresh,
      holdsContainers: holdsContainers, judgement.machine?.run.meter)
    if case .done(let isOwned) = outcome {
      judgement.own(place, isOwned)
    } else {
      judgement.machine?.run.settle(outcome, name, origin) { _ in }
    }
    return keep(&judgement)
  }

  /// Ends the statement.
  func keep(_ judgement: inout Judgement) -> Flow {
    for kept in keeps { judgement.own(kept, false) }
    return finishes(&judgement)
  }
}
