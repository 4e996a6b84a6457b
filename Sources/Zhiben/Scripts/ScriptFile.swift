import Foundation
import ZhibenDiagnostics
import ZhibenSyntax

/// Reads a script's bytes from disk.
enum ScriptFile {
  /// Read once, by whoever asks first: a second reading would find nothing.
  private static let standardInput: [UInt8] = Array(FileHandle.standardInput.readDataToEndOfFile())

  /// The largest script that is read: far above any document, far below what would hurt.
  private static let maximumBytes = 16 << 20

  /// The file with the path as its name, or why it cannot be read (E0711). `-` is the standard input.
  static func read(_ path: String) -> Result<SourceFile, Diagnostics> {
    if path == "-" {
      let bytes = standardInput
      return bytes.count <= maximumBytes
        ? .success(source(path, bytes))
        : .failure(FileBytes.failure(EFBIG, path, "E0711"))
    }
    return FileBytes.read(path, limit: maximumBytes, orSay: "E0711")
      .map { source(path, $0) }
  }

  /// The script in UTF-8, whatever the file is in (experience 81).
  private static func source(_ path: String, _ bytes: [UInt8]) -> SourceFile {
    guard let found = ScriptEncoding.decode(bytes) else {
      return SourceFile(name: path, bytes: bytes)
    }
    return SourceFile(name: path, bytes: found.text, fileEncoding: found.encoding.rawValue)
  }
}

extension SourceFile {
  /// A script as it stands on disk.
  /// - Throws: it cannot be read (E0711).
  package static func read(_ path: String) throws(Diagnostics) -> SourceFile {
    try ScriptFile.read(path).get()
  }

  /// All of it; bytes that are no text become U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }
}
