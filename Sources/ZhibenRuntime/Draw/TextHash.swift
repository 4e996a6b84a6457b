import Crypto

/// SHA-256 of a text's bytes.
public struct TextHash: Hashable, Sendable {
  /// The eight words of the hash.
  public let words: [UInt32]

  /// The hash of a text in UTF-8, without a line end.
  public init(_ text: String) {
    var words: [UInt32] = []
    for (place, byte) in SHA256.hash(data: Array(text.utf8)).enumerated() {
      if place % 4 == 0 { words.append(0) }
      words[words.count - 1] = words[words.count - 1] << 8 | UInt32(byte)
    }
    self.words = words
  }

  /// 64 hexadecimal digits.
  public var hex: String { words.map { Self.hex($0, digits: 8) }.joined() }

  /// The first eight bytes as an integer of the same bits, for the ledger.
  public var head: Int64 { Self.joined(words.first, words.dropFirst().first) }

  /// The next eight bytes.
  public var neck: Int64 { Self.joined(words.dropFirst(2).first, words.dropFirst(3).first) }

  /// Eight bytes of the ledger as 16 hexadecimal digits.
  public static func hex(_ bits: Int64) -> String {
    let word = UInt64(bitPattern: bits)
    return hex(UInt32(truncatingIfNeeded: word >> 32), digits: 8)
      + hex(UInt32(truncatingIfNeeded: word), digits: 8)
  }

  private static func joined(_ high: UInt32?, _ low: UInt32?) -> Int64 {
    Int64(bitPattern: UInt64(high ?? 0) << 32 | UInt64(low ?? 0))
  }

  private static func hex(_ word: UInt32, digits: Int) -> String {
    let text = String(word, radix: 16)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}
