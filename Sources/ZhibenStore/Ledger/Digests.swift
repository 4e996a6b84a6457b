import Crypto
import ZhibenFacts

/// The digest of a run's changes: SHA-256 over their rows in key order, each integer in eight bytes, lowest first, the kind of change in
/// front.
struct ChangeDigest {
  private var hash = SHA256()
  private var buffer: [Int64] = []

  /// Adds a change.
  mutating func add(_ kind: Change.Kind, _ row: [Int64]) {
    buffer.append(Int64(kind.rawValue).littleEndian)
    for value in row { buffer.append(value.littleEndian) }
    // Small, since a check of the chain holds one for each run.
    if buffer.count > 256 { flush() }
  }

  /// The digest in hexadecimal digits.
  mutating func finish() -> String {
    flush()
    return hash.finalize().hex
  }

  private mutating func flush() {
    buffer.withUnsafeBytes { hash.update(bufferPointer: $0) }
    buffer.removeAll(keepingCapacity: true)
  }
}

/// The digest of a few texts: SHA-256 over each as `length:text`, the length in bytes, so that no two lists of texts run together.
struct TextDigest {
  private var hash = SHA256()

  init() {}

  /// The digest in hexadecimal digits.
  static func of(_ texts: [String]) -> String {
    var digest = TextDigest()
    for text in texts { digest.add(text) }
    return digest.finish()
  }

  /// The first 16 bytes of the hash of the text alone.
  static func head(of text: String) -> [UInt8] {
    Array(SHA256.hash(data: Array(text.utf8)).prefix(16))
  }

  /// SHA-256 of the bytes alone, in hexadecimal digits.
  static func hash(of bytes: [UInt8]) -> String { SHA256.hash(data: bytes).hex }

  /// Adds a text.
  mutating func add(_ text: String) {
    let bytes = Array(text.utf8)
    hash.update(data: Array("\(bytes.count):".utf8))
    hash.update(data: bytes)
  }

  /// The digest in hexadecimal digits.
  func finish() -> String { hash.finalize().hex }
}

extension Sequence where Element == UInt8 {
  /// Two hexadecimal digits for each byte.
  fileprivate var hex: String {
    let digits = Array("0123456789abcdef".utf8)
    let bytes = flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
