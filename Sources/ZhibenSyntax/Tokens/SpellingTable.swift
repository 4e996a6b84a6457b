/// What is known of each of a fixed set of spellings. Looks up by bytes: `String`'s own hash and equality normalise Chinese text first, which
/// costs more than all the rest of lexing a word, and names are compared by their bytes everywhere else, too.
struct SpellingTable<Value: Sendable>: Sendable {
  private let entries: [(spelling: [UInt8], value: Value)]
  /// Open addressing over `entries`: a position plus one; 0 is free. The count is a power of two, at least four times that of the entries.
  private let slots: [Int32]

  init(_ values: [String: Value]) {
    let entries = values.map { (Array($0.key.utf8), $0.value) }
    var count = 16
    while count < 4 * entries.count { count *= 2 }
    var slots = [Int32](repeating: 0, count: count)
    for (position, entry) in entries.enumerated() {
      var slot = entry.0.withUnsafeBufferPointer { Self.hash($0) } & (count - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (count - 1) }
      slots[slot] = Int32(position + 1)
    }
    self.entries = entries
    self.slots = slots
  }

  /// What is known of a spelling.
  subscript(text: String) -> Value? {
    var text = text
    return text.withUTF8 { bytes in
      var slot = Self.hash(bytes) & (slots.count - 1)
      while slots[slot] != 0 {
        let entry = entries[Int(slots[slot]) - 1]
        if entry.spelling.count == bytes.count, entry.spelling.elementsEqual(bytes) {
          return entry.value
        }
        slot = (slot + 1) & (slots.count - 1)
      }
      return nil
    }
  }

  /// FNV-1a; the length is bounded, since no spelling is long.
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes.prefix(32) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: hash ^ (hash >> 29)) & Int.max
  }
}
