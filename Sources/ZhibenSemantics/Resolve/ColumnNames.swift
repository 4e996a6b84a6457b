/// The names of tables and columns in the store.
enum ColumnNames {
  /// Whether an alias can be a table or column: `snake_case`, at most 60 bytes.
  static func isColumn(_ alias: String) -> Bool {
    let bytes = Array(alias.utf8)
    guard let first = bytes.first, bytes.count <= 60, isLetter(first) else { return false }
    return bytes.allSatisfy { isLetter($0) || isDigit($0) || $0 == UInt8(ascii: "_") }
  }

  /// The name for what has no alias. It depends on nothing but the declared name, so that adding a field never renames another.
  static func derived(from name: String, prefix: String) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325  // FNV-1a
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    let digits = String(hash, radix: 16)
    return prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
