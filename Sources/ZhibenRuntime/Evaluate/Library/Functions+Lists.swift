import OrderedCollections
import ZhibenSemantics
import ZhibenSyntax

extension Functions {
  // MARK: - Lists

  func list(_ function: Builtin, _ elements: [Value], _ rest: [Value]) -> Value? {
    guard meter?.read(bytes: Meter.size(list: elements.count)) ?? true else { return nil }
    switch (function, rest.count) {
    case (.length, 0): return .number(Rational(elements.count))
    case (.reversed, 0): return make(list: elements.count) { elements.reversed() }
    case (.unique, 0): return unique(elements)
    case (.remove, 1): return rest.first.flatMap { gone in made(elements.filter { $0 != gone }) }
    case (.slice, 2):
      guard let from = rest[0].asNumber?.whole, let count = rest[1].asNumber?.whole, from >= 1,
        count >= 0
      else { return nil }
      return made(Array(elements.dropFirst(from - 1).prefix(count)))
    case (.join, 1):
      guard case .text(let separator) = rest[0] else { return nil }
      return join(elements, separator)
    case (.median, 0): return median(elements)
    case (.longestRun, 0): return longestRun(elements)
    case (.runningSum, 0): return runningSum(elements)
    case (.toText, 0): return made(words.pieces(.list(elements)))
    default: return nil
    }
  }

  func made(_ elements: [Value]) -> Value? { make(list: elements.count) { elements } }

  /// A text of pieces that are already there.
  func made(_ pieces: [String]) -> Value? {
    let bytes = pieces.reduce(0) { $0 + $1.utf8.count }
    return Meter.make(bytes: Meter.size(text: bytes), meter) ? .text(pieces.joined()) : nil
  }

  private func unique(_ elements: [Value]) -> Value? {
    var seen: Set<Value> = []
    return made(elements.filter { $0 == .unknown || seen.insert($0).inserted })
  }

  private func join(_ elements: [Value], _ separator: String) -> Value? {
    if elements.contains(.unknown) { return nil }
    let pieces = elements.map { words.text($0) }
    let bytes = pieces.reduce(0) { $0 + $1.utf8.count }
    let (between, overflow) = max(0, pieces.count - 1)
      .multipliedReportingOverflow(by: separator.utf8.count)
    let size = overflow ? Int.max / 4 : min(between, Int.max / 4)
    return Meter.make(bytes: Meter.size(text: bytes + size), meter)
      ? .text(pieces.joined(separator: separator)) : nil
  }

  /// The one in the middle, of an even number the mean of two.
  private func median(_ elements: [Value]) -> Value? {
    let numbers = elements.compactMap(\.asNumber).sorted()
    guard !numbers.isEmpty, numbers.count == elements.count else { return nil }
    let (low, high) = (numbers[(numbers.count - 1) / 2], numbers[numbers.count / 2])
    return low.combined(.add, high)?.combined(.divide, Rational(2)).map { .number($0) }
  }

  private func longestRun(_ elements: [Value]) -> Value? {
    func longest(_ counts: (Value) -> Bool) -> Int {
      var (run, best) = (0, 0)
      for element in elements {
        run = counts(element) ? run + 1 : 0
        best = max(best, run)
      }
      return best
    }
    let certain = longest { $0 == .bool(true) }
    return certain == longest { $0 != .bool(false) } ? .number(Rational(certain)) : nil
  }

  private func runningSum(_ elements: [Value]) -> Value? {
    var sum: Rational? = Rational(0)
    return make(list: elements.count) {
      elements.map { element in
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
    guard !left.contains(.unknown), !right.contains(.unknown) else { return nil }
    switch operation {
    case .union: return made(Array(OrderedSet(left).union(right)))
    case .minus: return made(Array(OrderedSet(left).subtracting(right)))
    case .both: return made(Array(OrderedSet(left).intersection(right)))
    }
  }

  // MARK: - Maps

  func map(
    _ function: Builtin, _ entries: OrderedDictionary<Value, Value>, _ rest: [Value]
  ) -> Value? {
    guard meter?.read(bytes: Meter.size(map: entries.count)) ?? true else { return nil }
    switch (function, rest.count) {
    case (.length, 0): return .number(Rational(entries.count))
    case (.keys, 0): return make(list: entries.count) { Array(entries.keys) }
    case (.values, 0): return make(list: entries.count) { Array(entries.values) }
    case (.remove, 1):
      guard Meter.make(bytes: Meter.size(map: entries.count), meter) else { return nil }
      var left = entries
      left.removeValue(forKey: rest[0])
      return .map(left)
    case (.toText, 0): return made(words.pieces(.map(entries)))
    default: return nil
    }
  }
}
