import Foundation
import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

/// A text kept under `Tests/Goldens`. Written anew with `ZHIBEN_UPDATE_GOLDENS=1`; the difference is then reviewed in the version control.
struct Golden {
  /// The path below `Tests/Goldens`.
  let path: String

  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Goldens")

  var url: URL { Self.folder.appending(path: path) }

  func bytes() throws -> [UInt8] { Array(try Data(contentsOf: url)) }

  /// Compares `actual` with the golden, or replaces it.
  func check(_ actual: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      return
    }
    let expected = String(decoding: (try? bytes()) ?? [], as: UTF8.self)
    #expect(
      actual == expected, "\(path) differs; run with ZHIBEN_UPDATE_GOLDENS=1 and review",
      sourceLocation: sourceLocation)
  }
}

/// A golden of one code: `CODE.plan` (`CODE.md` for a literate file) is what the user typed, `CODE.txt` what is shown: Chinese, a line `----`,
/// English.
struct GoldenCase {
  let code: String

  func source() throws -> SourceFile {
    let literate = Golden(path: "Diagnostics/\(code).md")
    if let bytes = try? literate.bytes() { return SourceFile(name: "\(code).md", bytes: bytes) }
    return SourceFile(
      name: "\(code).plan", bytes: try Golden(path: "Diagnostics/\(code).plan").bytes())
  }

  func check(_ diagnostics: Diagnostics, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let shown = Language.allCases.map { Renderer(language: $0).render(diagnostics) }
    try Golden(path: "Diagnostics/\(code).txt").check(
      shown.joined(separator: "----\n"), sourceLocation: sourceLocation)
  }
}

/// A small generator with a fixed seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

extension Span {
  /// The `occurrence`-th place (from 1) of `text` in a file.
  static func of(_ text: String, _ occurrence: Int = 1, in file: SourceFile) -> Span {
    let wanted = Array(text.utf8)
    guard !wanted.isEmpty, file.bytes.count >= wanted.count else { return Span(0, 0) }
    var left = occurrence
    for start in 0...(file.bytes.count - wanted.count)
    where file.bytes[start..<(start + wanted.count)].elementsEqual(wanted) {
      left -= 1
      if left == 0 { return Span(start, start + wanted.count) }
    }
    return Span(0, 0)
  }
}
