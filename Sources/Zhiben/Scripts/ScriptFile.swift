import ZhibenDiagnostics
import ZhibenSyntax

/// Reads a script's bytes from disk.
enum ScriptFile {
  /// The largest script that is read: far above any document, far below what would hurt.
  private static let maximumBytes = 16 << 20

  /// The file with the path as its name, or why it cannot be read (E0711).
  static func read(_ path: String) -> Result<SourceFile, Diagnostics> {
    FileBytes.read(path, limit: maximumBytes, orSay: "E0711")
      .map { SourceFile(name: path, bytes: $0) }
  }
}
