/// The encodings of scripts, which are those of ledgers.
public enum ScriptEncoding {
  /// The text in UTF-8 of bytes that are in another encoding.
  /// - Parameter bytes: a file.
  /// - Returns: nil if the bytes are UTF-8, with or without damage, or nothing that is known.
  public static func decode(_ bytes: [UInt8]) -> (text: [UInt8], encoding: TextEncoding)? {
    // A script is small: a few characters of UTF-8 before the damage tell that it is UTF-8, where a ledger takes more.
    guard let found = try? TextDecoding.decode(bytes, certain: 2), found.encoding != .utf8 else {
      return nil
    }
    return found
  }
}
