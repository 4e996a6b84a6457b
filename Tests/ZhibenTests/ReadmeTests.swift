import Foundation
import Testing
import Zhiben

/// What the READMEs show is what the library does.
@Suite struct ReadmeTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  static func readme(_ name: String) throws -> String {
    try String(contentsOf: root.appendingPathComponent(name), encoding: .utf8)
  }

  /// The fenced blocks of one language.
  static func blocks(_ language: String, in text: String) -> [String] {
    text.components(separatedBy: "```\(language)\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```").first
    }
  }

  @Test(arguments: ["README.md", "README.zh-CN.md"])
  func theEmbeddingBlockIsTheExample(readme: String) throws {
    let example = try Self.readme("Tests/ReadmeExample/main.swift")
    #expect(Self.blocks("swift", in: try Self.readme(readme)).map { $0 + "\n" } == [example])
    #expect(example.split(separator: "\n").count <= 10)
  }

  @Test func theExampleRuns() throws {
    let folder = try Folder()
    let block = try #require(Self.blocks("plan", in: try Self.readme("README.md")).first)
    _ = try folder.write("small.plan", block)
    // A host that names no library keeps the standard register beside its script.
    _ = try folder.write("标准台账.plan", try Self.readme("Scripts/标准台账.plan"))
    // An empty register owes nothing; the second time the store is there.
    for _ in 0..<2 {
      let example = Process()
      example.executableURL = try Self.built("ReadmeExample")
      example.currentDirectoryURL = folder.url
      let output = Pipe()
      example.standardOutput = output
      try example.run()
      let said = output.fileHandleForReading.readDataToEndOfFile()
      example.waitUntilExit()
      #expect(example.terminationStatus == 0)
      #expect(said.isEmpty)
    }
    #expect(
      FileManager.default.fileExists(atPath: folder.url.appendingPathComponent("town.db").path))
  }

  /// A program that was built beside the tests.
  static func built(_ name: String) throws -> URL {
    let tests = CommandLine.arguments.lazy.map { URL(fileURLWithPath: $0) }
      .first { $0.lastPathComponent.hasSuffix(".xctest") }
    return try #require(tests).deletingLastPathComponent().appendingPathComponent(name)
  }

  @Test func thePlanOfTheReadmesHasNoMistake() throws {
    for name in ["README.md", "README.zh-CN.md"] {
      let blocks = Self.blocks("plan", in: try Self.readme(name))
      #expect(!blocks.isEmpty)
      for block in blocks {
        let scripts = Self.root.appendingPathComponent("Scripts").path
        let script = try Script(text: block, library: ScriptLibrary(folders: [scripts]))
        #expect(script.warnings.ordered.isEmpty, "\(name)")
      }
    }
  }
}
