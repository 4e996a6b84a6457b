import OrderedCollections
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

/// Where texts were found in a map the last time. Texts that are keys over and over need not be hashed by what Unicode takes for equal, which costs more
/// than everything else about them. A place is believed only if the very text still stands there.
final class KeyPlaces {
  private let places: UnsafeMutablePointer<Int32>
  private static let count = 256

  init() {
    places = .allocate(capacity: Self.count)
    places.initialize(repeating: -1, count: Self.count)
  }

  deinit { places.deallocate() }

  /// The place of the key; nil if the map does not hold it.
  func place(of key: String, in entries: OrderedDictionary<Value, Value>) -> Int? {
    let slot = Self.slot(of: key)
    let known = Int(places[slot])
    if known >= 0, known < entries.count, case .text(let there) = entries.keys[known],
      there == key
    {
      return known
    }
    let place = entries.index(forKey: .text(key))
    if let place { places[slot] = Int32(clamping: place) }
    return place
  }

  private static func slot(of key: String) -> Int {
    var key = key
    return key.withUTF8 { bytes in
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
      return Int(truncatingIfNeeded: (hash ^ hash >> 32) & UInt64(count - 1))
    }
  }
}

/// `表（键）` of a map by texts.
final class MapElementNode: Node {
  private let base: Node
  private let key: Node
  /// The variable that the base is.
  private let slot: Int?
  private let places = KeyPlaces()

  init(_ shape: Shape, _ base: Node, _ key: Node) {
    (self.base, self.key) = (base, key)
    slot = (base as? ValueSlotNode)?.place
    super.init(shape)
  }

  override func value(_ judgement: inout Judgement) -> Value? {
    if let slot { return element(in: judgement.values + slot, key.value(&judgement)) }
    let base = base.value(&judgement)
    let key = key.value(&judgement)
    guard case .map(let entries)? = base, case .text(let text)? = key else {
      return Values.element(base, key)
    }
    return places.place(of: text, in: entries).flatMap { entries.values[$0].known }
  }

  /// The same of a variable, which nobody changes meanwhile: taken out and put back, so that no further holder is counted.
  private func element(in slot: UnsafeMutablePointer<Value?>, _ key: Value?) -> Value? {
    guard case .text(let text)? = key else { return nil }
    let held = slot.move()
    guard case .map(let entries)? = consume held else {
      slot.initialize(to: nil)
      return nil
    }
    let value = places.place(of: text, in: entries).flatMap { entries.values[$0].known }
    slot.initialize(to: .map(entries))
    return value
  }

  override func truth(_ judgement: inout Judgement) -> Truth { Truth(value(&judgement)) }
  override func number(_ judgement: inout Judgement) -> Rational? { value(&judgement)?.asNumber }
  override func cell(_ judgement: inout Judgement) -> Int64 {
    value(&judgement)?.plainCell ?? unknownCell
  }
  override var parts: [Node] { [base, key] }
}

/// `表（键） := v` of a map by texts.
final class SetKeyStep: StepNode {
  private let place: Int
  private let key: Node
  private let part: Node
  private let general: SetPartStep
  private let staysOwned: Bool
  private let places = KeyPlaces()

  /// - Parameters:
  ///   - general: the same statement, for maps that others hold and keys that are new.
  init(_ place: Int, key: Node, _ part: Node, staysOwned: Bool, _ general: SetPartStep) {
    (self.place, self.key, self.part) = (place, key, part)
    (self.staysOwned, self.general) = (staysOwned, general)
    super.init(general.origin)
  }

  override func run(_ judgement: inout Judgement) -> Flow {
    guard starts(&judgement) else { return .stop }
    let key = key.value(&judgement)
    let value = part.value(&judgement)
    if judgement.isStopped { return finishes(&judgement) }
    guard judgement.owns(place), case .text(let text)? = key, change(text, to: value, &judgement)
    else { return general.set([.key(key)], to: value, &judgement) }
    judgement.own(place, staysOwned)
    return general.keep(&judgement)
  }

  /// Sets what the map holds for a key; false, and nothing done, if it holds nothing.
  private func change(_ key: String, to value: Value?, _ judgement: inout Judgement) -> Bool {
    let slot = judgement.values + place
    // Taken out and put back, so that nobody else holds it and nothing is copied.
    let held = slot.move()
    guard case .map(var entries)? = consume held else {
      slot.initialize(to: nil)
      return false
    }
    let found = places.place(of: key, in: entries)
    if let found { entries.values[found] = value ?? .unknown }
    slot.initialize(to: .map(entries))
    return found != nil
  }
}
