import OrderedCollections
import ZhibenSemantics

// Which variables hold their value alone, so that it may be changed in place and only what is added has to be counted.
//
// A slot owns its value from the statement on that made it, until its value is kept somewhere else: in another variable, in a list, by a call that
// gives something back. This is read off the statements, not off reference counts, so that every interpreter and every build counts the same.

extension ValueType {
  /// Whether values of the type are made, and weigh something.
  var isHeap: Bool {
    switch self {
    case .text, .list, .map, .structure: true
    default: false
    }
  }

  /// Whether a part of a value can be set.
  var isContainer: Bool { isHeap && self != .text }

  /// Whether its elements are containers themselves.
  var holdsContainers: Bool {
    switch self {
    case .list(let element): element.isContainer
    case .map(_, let value): value.isContainer
    case .structure(let fields): fields.contains { $0.type.isContainer }
    default: false
    }
  }
}

extension Core {
  /// Whether the value is made by judging the expression, with nothing in it that could be changed by others.
  var isFresh: Bool {
    guard type.isHeap else { return true }
    switch node {
    case .text: return true
    case .list(let parts), .structure(let parts), .map(let parts):
      return parts.allSatisfy { !$0.type.isContainer || $0.isFresh }
    case .conditional(_, let then, let otherwise): return then.isFresh && otherwise.isFresh
    case .builtin(let function, _):
      switch function {
      case .uppercase, .lowercase, .trim, .slice, .join, .split, .range, .runningSum:
        return !type.holdsContainers
      case .append, .remove, .reversed, .unique, .keys, .values:
        return !type.holdsContainers
      default: return false
      }
    case .setOperation: return !type.holdsContainers
    case .query(let query):
      guard case .list(let element) = type else { return false }
      switch query.shape {
      case .rows, .values: return !element.isContainer
      case .columns, .groups: return !element.holdsContainers
      }
    default: return false
    }
  }

  /// The variables whose values may be kept in the value of the expression.
  var keeps: Set<Int> {
    guard type.isHeap else { return [] }
    switch node {
    case .variable(let slot): return [slot]
    case .text: return []
    default: return parts.reduce(into: []) { $0.formUnion($1.keeps) }
    }
  }

  /// `追加(l, x)` and `文 + x` where the first part is that variable: what is added.
  func added(to slot: Int) -> SelfAppend? {
    switch node {
    case .builtin(.append, let parts) where parts.count == 2 && parts[0].node == .variable(slot):
      .element(parts[1])
    case .text(let parts) where parts.count > 1 && parts[0].node == .variable(slot):
      parts[0].type == .text ? .pieces(Array(parts.dropFirst())) : nil
    default: nil
    }
  }
}

/// What is added to a variable's own value.
enum SelfAppend {
  case element(Core)
  case pieces([Core])
}

extension Step {
  /// The variables whose values the statement itself keeps: in another variable, in what is shown or written, in a list that is gone through.
  var keeps: Set<Int> {
    switch node {
    case .set(let slot, let core):
      switch core.added(to: slot) {
      case .element(let element): element.keeps
      case .pieces: []
      case nil: core.keeps
      }
    case .setPart(_, let path, let core):
      path.reduce(into: core.keeps) {
        if case .element(let key) = $1 { $0.formUnion(key.keeps) }
      }
    case .forEach(_, let core, _): core.keeps
    case .show(let shown): shown.reduce(into: []) { $0.formUnion($1.value.keeps) }
    case .insert(_, let fields), .update(_, let fields):
      fields.reduce(into: []) { $0.formUnion($1.value.keeps) }
    case .suppose(let changes, _):
      changes.reduce(into: []) {
        switch $1 {
        case .parameter(_, let core): $0.formUnion(core.keeps)
        case .change(let step): $0.formUnion(step.keeps)
        case .cadence: break
        }
      }
    default: []
    }
  }
}

/// A place that `表（键） := v` reaches through.
enum PathPlace {
  case key(Value?)
  case member(Int)
}

/// Changes of a variable's value in place.
enum InPlace {
  /// Adds an element to a list; what is unknown stays so. Whether the slot owns its value afterwards; nil if the run has to stop.
  static func append(
    _ element: Value?, to slot: inout Value?, isOwned: Bool, isFresh: Bool, holdsContainers: Bool,
    _ meter: Meter?
  ) -> Bool? {
    guard case .list(let elements)? = slot else {
      slot = nil
      return false
    }
    let size = isOwned ? 32 : Meter.size(list: elements.count + 1)
    guard Meter.make(bytes: size, meter) else { return nil }
    take(&slot) { elements in elements.append(element ?? .unknown) }
    return holdsContainers ? isOwned && isFresh : true
  }

  private static func take(_ slot: inout Value?, _ body: (inout [Value]) -> Void) {
    guard case .list(var elements)? = slot else { return }
    // The only other holder lets go, so that nothing is copied.
    slot = nil
    body(&elements)
    slot = .list(elements)
  }

  /// Adds to a text. Whether the slot owns its value afterwards; nil if the run has to stop.
  static func append(
    _ added: String, to slot: inout Value?, isOwned: Bool, _ meter: Meter?,
    words: (Value?) -> String
  ) -> Bool? {
    guard case .text(var text)? = slot else {
      let before = words(slot)
      let size = Meter.size(text: added.utf8.count + before.utf8.count)
      guard Meter.make(bytes: size, meter) else { return nil }
      slot = .text(before + added)
      return true
    }
    let size =
      isOwned ? added.utf8.count : Meter.size(text: text.utf8.count + added.utf8.count)
    guard Meter.make(bytes: size, meter) else { return nil }
    // The only other holder lets go, so that nothing is copied.
    slot = nil
    text += added
    slot = .text(text)
    return true
  }

  /// How setting a part ended.
  enum Outcome {
    case done(isOwned: Bool)
    /// There is no such part.
    case noPart(Value?)
    case stopped
  }

  /// Sets a part of a value. A map takes a new key, a list only a position it has.
  static func set(
    _ slot: inout Value?, _ path: [PathPlace], to value: Value?, isOwned: Bool, isFresh: Bool,
    holdsContainers: Bool, _ meter: Meter?
  ) -> Outcome {
    if !isOwned {
      guard Meter.make(bytes: weight(of: slot, path[...]), meter) else { return .stopped }
    }
    return switch set(&slot, path[...], to: value, meter) {
    case .done: .done(isOwned: holdsContainers ? isOwned && isFresh : true)
    case let failed: failed
    }
  }

  /// What the containers on the way weigh, which may have to be copied.
  private static func weight(of value: Value?, _ path: ArraySlice<PathPlace>) -> Int {
    guard let place = path.first, let value else { return 0 }
    switch (value, place) {
    case (.list(let elements), .key(let key)):
      return Meter.size(list: elements.count)
        + weight(of: Values.element(value, key), path.dropFirst())
    case (.map(let entries), .key(let key)):
      return Meter.size(map: entries.count)
        + weight(of: Values.element(value, key), path.dropFirst())
    case (.structure(let values), .member(let index)):
      return Meter.size(structure: values.count)
        + weight(of: Values.member(value, index), path.dropFirst())
    default: return 0
    }
  }

  private static func set(
    _ slot: inout Value?, _ path: ArraySlice<PathPlace>, to value: Value?, _ meter: Meter?
  ) -> Outcome {
    guard let place = path.first else {
      slot = value
      return .done(isOwned: true)
    }
    // Each container is taken out of its place before it is changed: while the place holds it, too, the change would copy it.
    switch place {
    case .key(let key):
      if case .list(var elements)? = slot {
        slot = nil
        return set(&elements, of: &slot, key, path.dropFirst(), to: value, meter)
      }
      if case .map(var entries)? = slot, let key {
        slot = nil
        return set(&entries, of: &slot, key, path.dropFirst(), to: value, meter)
      }
      return .noPart(key)
    case .member(let index):
      guard case .structure(var values)? = slot, values.indices.contains(index) else {
        return .noPart(nil)
      }
      slot = nil
      var inner = values[index]
      values[index] = nil
      let outcome = set(&inner, path.dropFirst(), to: value, meter)
      values[index] = inner
      slot = .structure(values)
      return outcome
    }
  }

  private static func set(
    _ elements: inout [Value], of slot: inout Value?, _ key: Value?, _ rest: ArraySlice<PathPlace>,
    to value: Value?, _ meter: Meter?
  ) -> Outcome {
    defer { slot = .list(elements) }
    guard let number = key?.asNumber?.whole, number >= 1, number <= elements.count else {
      return .noPart(key)
    }
    var inner: Value? = elements[number - 1].known
    elements[number - 1] = .unknown
    let outcome = set(&inner, rest, to: value, meter)
    elements[number - 1] = inner ?? .unknown
    return outcome
  }

  private static func set(
    _ entries: inout OrderedDictionary<Value, Value>, of slot: inout Value?, _ key: Value,
    _ rest: ArraySlice<PathPlace>, to value: Value?, _ meter: Meter?
  ) -> Outcome {
    defer { slot = .map(entries) }
    guard let index = entries.index(forKey: key) else {
      guard rest.isEmpty else { return .noPart(key) }
      guard Meter.make(bytes: 96, meter) else { return .stopped }
      entries[key] = value ?? .unknown
      return .done(isOwned: true)
    }
    var inner: Value? = entries.values[index].known
    entries.values[index] = .unknown
    let outcome = set(&inner, rest, to: value, meter)
    entries.values[index] = inner ?? .unknown
    return outcome
  }
}
