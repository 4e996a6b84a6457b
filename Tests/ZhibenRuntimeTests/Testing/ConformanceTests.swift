import Foundation
import Testing
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// The cases under `Tests/Conformance`: plans with tests, which any implementation of the language can run. Each title names the numbered answer
/// about time that it holds to.
@Suite struct ConformanceTests {
  static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Conformance")

  static let files: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? [])
    .filter { $0.hasSuffix(".plan") }.sorted()

  @Test("Every case passes in both languages", arguments: files, ScriptLanguage.allCases)
  func passes(_ file: String, _ language: ScriptLanguage) throws {
    let program = try Self.program(file, language)
    let runner = TestRunner(program: program, calendar: .china)
    for test in program.tests {
      let result = runner.run(test)
      let message = result.failure?.failure.diagnostic(sources: program.sources).message(in: .zh)
      #expect(message == nil, "\(file)：\(test.title)")
    }
  }

  @Test("There are cases enough, each under a number, none twice") func cases() throws {
    let titles = try Self.files.flatMap { file in try Self.program(file).tests.map(\.title) }
    #expect(titles.count >= 130)
    #expect(Set(titles).count == titles.count)
    #expect(titles.filter { $0.prefixMatch(of: /time \d+ ./) == nil } == [])
  }

  static func program(_ file: String, _ language: ScriptLanguage = .chinese) throws -> Program {
    let data = try Data(contentsOf: folder.appendingPathComponent(file))
    let written = SourceFile(name: file, bytes: Array(data))
    let source =
      language == .chinese
      ? written
      : SourceFile(name: file, text: ScriptTranslator.translate(written, to: language).text)
    let compiled = Compiler.compile(plan: source)
    let errors = compiled.diagnostics.ordered.filter { $0.severity == .error }
      .map { $0.message(in: .zh) }
    #expect(errors == [], "\(file)")
    let program = compiled.program
    return try #require(program)
  }
}
