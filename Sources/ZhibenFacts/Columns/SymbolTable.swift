/// Texts by number, each once: what text cells hold. Grows only.
public struct SymbolTable: Sendable {
  /// All texts one after another in UTF-8.
  private var bytes: [UInt8] = []
  /// Where text `i` ends in `bytes`; it begins where the one before it ends.
  private var ends: [Int] = []
  /// Open addressing: the low half of a text's hash beside its number plus one; 0 is free. The count is a power of two and at least twice
  /// the number of texts.
  private var slots: [UInt64] = Array(repeating: 0, count: 64)

  /// Makes an empty table.
  public init() {}

  /// How many different texts it holds.
  public var count: Int { ends.count }

  /// The number of a text, which is added if it is new.
  public mutating func intern(_ text: String) -> Int64 {
    var text = text
    return text.withUTF8 { intern(UnsafeRawBufferPointer($0)) }
  }

  /// The number of a text given as UTF-8, which is added if it is new. The bytes are taken as they are.
  public mutating func intern(_ text: UnsafeRawBufferPointer) -> Int64 {
    var hasher = Hasher()
    hasher.combine(bytes: text)
    let hash = UInt64(UInt32(truncatingIfNeeded: hasher.finalize()))
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      if slots[slot] >> 32 == hash {
        let candidate = Int(slots[slot] & 0xFFFF_FFFF) - 1
        if holds(text, at: candidate) { return Int64(candidate) }
      }
      slot = (slot + 1) & mask
    }
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    slots[slot] = hash << 32 | UInt64(ends.count)
    if 2 * ends.count > slots.count { grow() }
    return Int64(ends.count - 1)
  }

  /// All texts by number.
  public var symbols: [String] {
    bytes.withUnsafeBufferPointer { all in
      var start = 0
      return ends.map { end in
        defer { start = end }
        return String(decoding: UnsafeBufferPointer(rebasing: all[start..<end]), as: UTF8.self)
      }
    }
  }

  private func holds(_ text: UnsafeRawBufferPointer, at number: Int) -> Bool {
    let start = number == 0 ? 0 : ends[number - 1]
    guard ends[number] - start == text.count else { return false }
    return bytes.withUnsafeBytes { all in
      Self.areEqual(UnsafeRawBufferPointer(rebasing: all[start..<ends[number]]), text)
    }
  }

  /// Compares texts of the same length eight bytes at a time.
  private static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index + 8 <= a.count {
      let left = a.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      if left != b.loadUnaligned(fromByteOffset: index, as: UInt64.self) { return false }
      index += 8
    }
    while index < a.count {
      if a[index] != b[index] { return false }
      index += 1
    }
    return true
  }

  private mutating func grow() {
    var larger = [UInt64](repeating: 0, count: 2 * slots.count)
    let mask = larger.count - 1
    for entry in slots where entry != 0 {
      var slot = Int(entry >> 32) & mask
      while larger[slot] != 0 { slot = (slot + 1) & mask }
      larger[slot] = entry
    }
    slots = larger
  }
}
