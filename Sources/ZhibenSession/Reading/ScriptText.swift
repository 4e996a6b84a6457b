import Foundation
import Zhiben

/// Scripts that somebody names.
package enum ScriptText {
  /// The text of a file.
  /// - Throws: it cannot be read (E0711).
  package static func read(_ path: String) throws(Diagnostics) -> String {
    try SourceFile.read(path).text
  }

  package static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
  }

  /// The names in the folder that a path begins in, for completion; folders end in `/`.
  static func names(beginning path: String) -> [String] {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    let names =
      (try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map { name in
      var isFolder: ObjCBool = false
      let full = folder + name
      _ = FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
      return full + (isFolder.boolValue ? "/" : "")
    }
  }
}
