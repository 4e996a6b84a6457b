import Testing
import ZhibenDiagnostics
import ZhibenGenerators
import ZhibenSyntax

@testable import ZhibenSemantics

/// Scripts that are right by construction are found right, in both languages.
@Suite struct GeneratedScriptTests {
  static let seeds: [UInt64] = Array(1...40)

  @Test(arguments: seeds) func rightScriptsCompile(_ seed: UInt64) throws {
    var generator = ScriptGenerator(seed: seed)
    let text = generator.script()
    let compilation = Compiler.compile(plan: SourceFile(name: "试.plan", text: text))
    let errors = compilation.diagnostics.ordered.filter { $0.severity == .error }
      .map { "\(Said($0))" }
    #expect(errors.isEmpty, "seed \(seed):\n\(text)")
    #expect((compilation.program != nil) == errors.isEmpty)
  }

  /// The language of the keywords changes nothing.
  @Test(arguments: Array(seeds.prefix(15))) func bothLanguagesMeanTheSame(_ seed: UInt64) throws {
    var generator = ScriptGenerator(seed: seed)
    let source = SourceFile(name: "试.plan", text: generator.script())
    let english = ScriptTranslator.translate(source, to: .english)
    let programs = [source, SourceFile(name: "试.plan", text: english.text)].map {
      Compiler.compile(plan: $0).program.map(ProgramPrinter.print)
    }
    #expect(english.text.contains("show"))
    #expect(programs[0] != nil && programs[0] == programs[1], "seed \(seed):\n\(english.text)")
  }

  /// The same seed makes the same script, and the same script the same program.
  @Test func generationIsRepeatable() {
    var (first, second) = (ScriptGenerator(seed: 7), ScriptGenerator(seed: 7))
    #expect(first.script() == second.script())
    var other = ScriptGenerator(seed: 8)
    #expect(first.script() != other.script())
  }
}
