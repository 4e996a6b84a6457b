/// Texts by number, each once: what text cells hold. Grows only.
public struct SymbolTable: Sendable {
  /// All texts one after another in UTF-8.
  private var bytes: [UInt8] = []
  /// Where text `i` ends in `bytes`; it begins where the one before it ends.
  private var ends: [Int] = []
  private var hashes: [Int] = []
  /// Open addressing: a text's number, or −1. The count is a power of two and at least twice the number of texts.
  private var slots: [Int32] = Array(repeating: -1, count: 64)

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
    let hash = hasher.finalize()
    var slot = hash & (slots.count - 1)
    while slots[slot] >= 0 {
      let candidate = Int(slots[slot])
      if hashes[candidate] == hash, holds(text, at: candidate) { return Int64(candidate) }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = ends.count
    bytes.append(contentsOf: text)
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Int32(truncatingIfNeeded: number)
    if 2 * ends.count > slots.count { grow() }
    return Int64(number)
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
      UnsafeRawBufferPointer(rebasing: all[start..<ends[number]]).elementsEqual(text)
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for (number, hash) in hashes.enumerated() {
      var slot = hash & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }
}
