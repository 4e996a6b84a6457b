import Foundation
import Testing

/// A text that people have read and found right: `Tests/Goldens/PATH`. `ZHIBEN_UPDATE_GOLDENS=1` writes it anew.
struct Golden {
  let path: String

  func check(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let file = Desk.project.appendingPathComponent("Tests/Goldens/" + path)
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected, "\(path)", sourceLocation: sourceLocation)
  }
}
