import Foundation
import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// What fuzzing once broke stays whole: every file of Tests/Regressions goes through lexer, parser, compiler and renderer.
@Suite struct RegressionTests {
  static var files: [URL] {
    let folder = Scripts.folder.deletingLastPathComponent()
      .appendingPathComponent("Tests/Regressions")
    let files = try? FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    return (files ?? []).sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  @Test func thereAreFiles() { #expect(!Self.files.isEmpty) }

  @Test(arguments: files)
  func readsTo(_ file: URL) throws {
    let bytes = Array(try Data(contentsOf: file))
    let source = SourceFile(name: file.lastPathComponent, bytes: bytes)
    let tokens = Lexer.lex(source).tokens
    #expect(tokens.first?.trivia.start == 0 && tokens.last?.span.end == bytes.count)
    #expect(zip(tokens, tokens.dropFirst()).allSatisfy { $0.span.end == $1.trivia.start })
    let parsed = Parser.parse(source)
    #expect(parsed.tree.bytes == bytes)
    #expect(
      parsed.issues.allSatisfy {
        0 <= $0.span.start && $0.span.start <= $0.span.end && $0.span.end <= bytes.count
      })
    let compiled = Compiler.compile(plan: source, library: Scripts.library)
    #expect((compiled.program == nil) == compiled.diagnostics.hasErrors)
    let first = compiled.diagnostics
    let second = Compiler.compile(plan: source, library: Scripts.library).diagnostics
    for language in Language.allCases {
      let renderer = Renderer(language: language)
      #expect(renderer.render(first) == renderer.render(second))
    }
    #expect(try DiagnosticReport(first).json() == DiagnosticReport(second).json())
  }
}
