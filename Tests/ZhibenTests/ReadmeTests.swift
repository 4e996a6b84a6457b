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

  /// The ten lines of the READMEs, with the paths of this test.
  static func embed(store: String, script: String) throws -> [String] {
    var shown: [String] = []
    let engine = try Engine(store: .sqlite(store, .create))
    let script = try engine.compile(contentsOf: script)
    let plan = try engine.plan(script, asOf: CivilDate(iso: "2025-06-30") ?? .min)
    for change in plan.changes { shown.append("\(change)") }
    try engine.apply(plan)
    return shown
  }

  @Test func theEmbeddingBlockIsTheCodeAbove() throws {
    let expected = [
      "import Zhiben", "", "let engine = try Engine(store: .sqlite(\"town.db\", .create))",
      "let script = try engine.compile(contentsOf: \"small.plan\")",
      "let plan = try engine.plan(script, asOf: CivilDate(iso: \"2025-06-30\") ?? .min)",
      "for change in plan.changes { print(change) }", "try engine.apply(plan)",
    ].joined(separator: "\n")
    for name in ["README.md", "README.zh-CN.md"] {
      #expect(Self.blocks("swift", in: try Self.readme(name)) == [expected], "\(name)")
    }
  }

  @Test func theEmbeddingCodeRuns() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("zhiben-readme-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let block = try #require(Self.blocks("plan", in: try Self.readme("README.md")).first)
    // A host that names no library keeps the standard register beside its script.
    try FileManager.default.copyItem(
      at: Self.root.appendingPathComponent("Scripts/标准台账.plan"),
      to: folder.appendingPathComponent("标准台账.plan"))
    let plan = folder.appendingPathComponent("small.plan")
    try block.write(to: plan, atomically: true, encoding: .utf8)
    let store = folder.appendingPathComponent("town.db").path
    // An empty register owes nothing; the second time the store is there.
    #expect(try Self.embed(store: store, script: plan.path) == [])
    #expect(try Self.embed(store: store, script: plan.path) == [])
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
