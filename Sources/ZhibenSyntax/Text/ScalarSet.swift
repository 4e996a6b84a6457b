/// Some of the scalars below U+A000, where letters and Han stand.
struct ScalarSet: Sendable {
  private let words: [UInt64]

  init(_ scalars: some Sequence<UInt32>) {
    var words = [UInt64](repeating: 0, count: 0xA000 / 64)
    for scalar in scalars where scalar < 0xA000 {
      words[Int(scalar >> 6)] |= 1 << UInt64(scalar & 63)
    }
    self.words = words
  }

  /// The first scalars of some words.
  init(firstOf words: some Sequence<String>) {
    self.init(words.compactMap { $0.unicodeScalars.first?.value })
  }

  func contains(_ scalar: UInt32) -> Bool {
    scalar < 0xA000 && words[Int(scalar >> 6)] >> UInt64(scalar & 63) & 1 == 1
  }
}
