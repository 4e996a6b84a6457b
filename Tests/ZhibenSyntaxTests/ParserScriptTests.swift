import Foundation
import Testing

@testable import ZhibenSyntax

/// The scripts that the project ships parse without a word.
struct ParserScriptTests {
  static let scripts: [String] = {
    let folder = GrammarFile.folder.appending(path: "Scripts").resolvingSymlinksInPath()
    let files = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []
    return files.filter { $0.hasSuffix(".plan") || $0.hasSuffix(".plan.md") }.sorted()
  }()

  @Test func findsTheScripts() {
    #expect(Set(Self.scripts).isSuperset(of: ["标准台账.plan", "洋口镇.plan.md"]))
  }

  @Test(arguments: scripts)
  func parses(_ name: String) throws {
    let bytes = try Data(contentsOf: GrammarFile.folder.appending(path: "Scripts/" + name))
    let source = SourceFile(name: name, bytes: Array(bytes))
    let result = Parser.parse(source)
    let shown = result.issues.map { "\(source.line(at: $0.span.start)): \($0)" }
    #expect(shown.isEmpty)
    #expect(result.tree.bytes == source.bytes)
    #expect(!result.script.declarations.isEmpty)
  }
}
