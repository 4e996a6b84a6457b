/// A small seeded generator, so that a sample is the same on every machine.
struct SplitMix64: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A stream of its own for one thing of a numbered kind: adding enterprises never changes the ones before.
  init(seed: UInt64, stream: UInt64, index: Int) {
    var mixer = SplitMix64(seed: seed ^ (stream &* 0xD6E8_FEB8_6659_FD93))
    state = mixer.next() ^ (UInt64(truncatingIfNeeded: index) &* 0x9E37_79B9_7F4A_7C15)
    _ = next()
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A number in 0..<n; 0 if n is not positive.
  mutating func below(_ n: Int) -> Int {
    n > 0 ? Int(next() % UInt64(n)) : 0
  }

  /// A number in the range, both ends included.
  mutating func between(_ low: Int, _ high: Int) -> Int {
    low + below(high - low + 1)
  }

  /// True in so many of a hundred cases.
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }

  /// One of the values; the fallback only for an empty list.
  mutating func pick<T>(_ values: [T], or fallback: T) -> T {
    values.isEmpty ? fallback : values[below(values.count)]
  }

  mutating func pick(_ values: [String]) -> String { pick(values, or: "") }

  /// A value by weight, e.g. `[("A", 15), ("B", 35)]`.
  mutating func weighted(_ values: [(String, Int)]) -> String {
    var rest = below(values.reduce(0) { $0 + $1.1 })
    for (value, weight) in values {
      if rest < weight { return value }
      rest -= weight
    }
    return ""
  }
}
