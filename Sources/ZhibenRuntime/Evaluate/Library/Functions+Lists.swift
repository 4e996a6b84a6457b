import OrderedCollections
import ZhibenSemantics
import ZhibenSyntax

extension Functions {
  // MARK: - Lists

  func list(_ function: Builtin, _ elements: [Value], _ rest: [Value]) -> Value? {
    guard meter?.read(bytes: Meter.size(list: elements.count)) ?? true else { return nil }
    switch (function, rest.count) {
    case (.length, 0): return .number(Rational(elements.count))
    case (.reversed, 0): return make(list: elements.count) { each(elements.reversed()) { $0 } }
    case (.unique, 0): return unique(elements)
    case (.remove, 1):
      return rest.first.flatMap { gone in each(elements) { $0 == gone ? nil : $0 } }.flatMap(made)
    case (.slice, 2):
      guard let from = rest[0].asNumber?.whole, let count = rest[1].asNumber?.whole, from >= 1,
        count >= 0
      else { return nil }
      return each(elements.dropFirst(from - 1).prefix(count)) { $0 }.flatMap(made)
    case (.join, 1):
      guard case .text(let separator) = rest[0] else { return nil }
      return join(elements, separator)
    case (.median, 0): return median(elements)
    case (.longestRun, 0): return longestRun(elements)
    case (.runningSum, 0): return runningSum(elements)
    case (.toText, 0):
      return pieces(elements, between: "、") { [words.text($0)] }.flatMap(made)
    default: return nil
    }
  }

  func made(_ elements: [Value]) -> Value? { make(list: elements.count) { elements } }

  /// Made of the elements one by one; nil if the run has to stop.
  private func each(
    _ elements: some Sequence<Value>, _ body: (Value) -> Value?
  ) -> [Value]? {
    var result: [Value] = []
    result.reserveCapacity(elements.underestimatedCount)
    for element in elements {
      guard meter.works() else { return nil }
      if let value = body(element) { result.append(value) }
    }
    return result
  }

  /// What stands for the elements, with something between; nil if the run has to stop.
  private func pieces<Element>(
    _ elements: some Sequence<Element>, between: String, _ body: (Element) -> [String]
  ) -> [String]? {
    var pieces: [String] = []
    for element in elements {
      guard meter.works() else { return nil }
      if !pieces.isEmpty { pieces.append(between) }
      pieces += body(element)
    }
    return pieces
  }

  /// A text of pieces that are already there.
  func made(_ pieces: [String]) -> Value? {
    let bytes = pieces.reduce(0) { $0 + $1.utf8.count }
    guard Meter.make(bytes: Meter.size(text: bytes), meter) else { return nil }
    return joined(pieces).map { .text($0) }
  }

  /// One behind the other; nil if the run has to stop.
  func joined(_ pieces: some Sequence<some StringProtocol>, separator: String = "") -> String? {
    var (text, isFirst) = ("", true)
    for piece in pieces {
      guard meter.works() else { return nil }
      if !isFirst { text += separator }
      text += piece
      isFirst = false
    }
    return text
  }

  private func unique(_ elements: [Value]) -> Value? {
    var seen: Set<Value> = []
    return each(elements) { $0 == .unknown || seen.insert($0).inserted ? $0 : nil }.flatMap(made)
  }

  private func join(_ elements: [Value], _ separator: String) -> Value? {
    var pieces: [String] = []
    var bytes = 0
    for element in elements {
      guard element != .unknown, meter.works() else { return nil }
      pieces.append(words.text(element))
      bytes += pieces.last?.utf8.count ?? 0
    }
    let (between, overflow) = max(0, pieces.count - 1)
      .multipliedReportingOverflow(by: separator.utf8.count)
    let size = overflow ? Int.max / 4 : min(between, Int.max / 4)
    guard Meter.make(bytes: Meter.size(text: bytes + size), meter) else { return nil }
    return joined(pieces, separator: separator).map { .text($0) }
  }

  /// The one in the middle, of an even number the mean of two.
  private func median(_ elements: [Value]) -> Value? {
    let sorted = try? elements.compactMap(\.asNumber).sorted {
      try meter.goesOn()
      return $0 < $1
    }
    guard let numbers = sorted, !numbers.isEmpty, numbers.count == elements.count else {
      return nil
    }
    let (low, high) = (numbers[(numbers.count - 1) / 2], numbers[numbers.count / 2])
    return low.combined(.add, high)?.combined(.divide, Rational(2)).map { .number($0) }
  }

  private func longestRun(_ elements: [Value]) -> Value? {
    func longest(_ counts: (Value) -> Bool) -> Int {
      var (run, best) = (0, 0)
      for element in elements {
        guard meter.works() else { break }
        run = counts(element) ? run + 1 : 0
        best = max(best, run)
      }
      return best
    }
    let certain = longest { $0 == .bool(true) }
    let possible = longest { $0 != .bool(false) }
    return certain == possible && meter?.stop == nil ? .number(Rational(certain)) : nil
  }

  private func runningSum(_ elements: [Value]) -> Value? {
    var sum: Rational? = Rational(0)
    return make(list: elements.count) {
      each(elements) { element in
        sum = element.asNumber.flatMap { sum?.combined(.add, $0) }
        return sum.map { .number($0) } ?? .unknown
      }
    }
  }

  // MARK: - 并 除 交

  /// Elements that are equal count once, in the order of the left, then of the right. Unknown elements may be equal to any, so that nothing is known.
  func combine(_ left: Value?, _ operation: SetOperator, _ right: Value?) -> Value? {
    guard case .list(let left)? = left, case .list(let right)? = right,
      meter?.read(bytes: Meter.size(list: left.count + right.count)) ?? true
    else { return nil }
    guard let second = distinct(right), let first = distinct(left) else { return nil }
    switch operation {
    case .union:
      var all = first
      for element in second {
        guard meter.works() else { return nil }
        all.append(element)
      }
      return made(Array(all))
    case .minus: return each(first) { second.contains($0) ? nil : $0 }.flatMap(made)
    case .both: return each(first) { second.contains($0) ? $0 : nil }.flatMap(made)
    }
  }

  /// Each element once; nil if one is not known, or the run has to stop.
  private func distinct(_ elements: [Value]) -> OrderedSet<Value>? {
    var distinct: OrderedSet<Value> = []
    for element in elements {
      guard element != .unknown, meter.works() else { return nil }
      distinct.append(element)
    }
    return distinct
  }

  // MARK: - Maps

  func map(
    _ function: Builtin, _ entries: OrderedDictionary<Value, Value>, _ rest: [Value]
  ) -> Value? {
    guard meter?.read(bytes: Meter.size(map: entries.count)) ?? true else { return nil }
    switch (function, rest.count) {
    case (.length, 0): return .number(Rational(entries.count))
    case (.keys, 0): return make(list: entries.count) { each(entries.keys) { $0 } }
    case (.values, 0): return make(list: entries.count) { each(entries.values) { $0 } }
    case (.remove, 1):
      guard Meter.make(bytes: Meter.size(map: entries.count), meter) else { return nil }
      var left = entries
      left.removeValue(forKey: rest[0])
      return .map(left)
    case (.toText, 0):
      return pieces(entries, between: "，") { [words.text($0.key), "：", words.text($0.value)] }
        .flatMap { made(["{"] + $0 + ["}"]) }
    default: return nil
    }
  }
}
