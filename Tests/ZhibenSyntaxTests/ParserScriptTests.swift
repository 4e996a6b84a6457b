import Foundation
import Testing

@testable import ZhibenSyntax

/// The scripts that the project ships parse without a word.
struct ParserScriptTests {
  static let scripts = ["标准台账.plan", "洋口镇.plan.md"]

  @Test(arguments: scripts)
  func parsesShippedScript(_ name: String) throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let bytes = try Data(contentsOf: folder.appending(path: "Scripts/" + name))
    let source = SourceFile(name: name, bytes: Array(bytes))
    let result = Parser.parse(source)
    let shown = result.issues.map { "\(source.line(at: $0.span.start)): \($0)" }
    #expect(shown.isEmpty)
    #expect(result.tree.bytes == source.bytes)
    #expect(!result.script.declarations.isEmpty)
  }
}
