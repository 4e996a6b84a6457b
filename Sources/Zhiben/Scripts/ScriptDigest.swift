import Crypto
import ZhibenSyntax

/// What tells one script from another in the run log and in saved plans.
enum ScriptDigest {
  /// SHA-256 over the sources of a script, names and bytes, in hexadecimal digits. Folders do not count: a script may be moved. The version of
  /// the program does: another version may read the same script otherwise.
  static func of(_ sources: [SourceFile]) -> String {
    var hash = SHA256()
    add(Array(Version.current.utf8), to: &hash)
    for source in sources {
      let name = source.name.split(separator: "/").last.map(String.init) ?? ""
      add(Array(name.utf8), to: &hash)
      add(source.bytes, to: &hash)
    }
    return hash.finalize().hexadecimal
  }

  /// A length before each part, so that no two lists of parts give the same bytes.
  private static func add(_ bytes: [UInt8], to hash: inout SHA256) {
    withUnsafeBytes(of: UInt64(bytes.count).littleEndian) { hash.update(bufferPointer: $0) }
    bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
  }
}

extension SHA256Digest {
  /// The bytes in hexadecimal digits.
  var hexadecimal: String {
    map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
