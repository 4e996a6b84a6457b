import Testing
import ZhibenGenerators
import ZhibenSyntax

@testable import ZhibenSemantics

/// The two walks of the typed tree see the same expressions in the same order.
@Suite struct PartsTests {
  @Test(arguments: Array(UInt64(1)...60)) func bothWalksSeeTheSame(_ seed: UInt64) throws {
    var generator = ScriptGenerator(seed: seed)
    let source = SourceFile(name: "试.plan", text: generator.script())
    let program = try #require(Compiler.compile(plan: source).program)
    let procedures = program.functions + [program.main].compactMap { $0 }
    var open = program.rules.flatMap(\.cores) + program.scopes.map(\.condition)
    open += procedures.flatMap(\.steps).flatMap(\.cores)
    var count = 0
    while let core = open.popLast() {
      var mapped: [Core] = []
      _ = core.mappingParts {
        mapped.append($0)
        return $0
      }
      #expect(mapped == core.parts, "seed \(seed): \(core)")
      #expect(core.mappingParts { $0 } == core)
      open += core.parts
      count += 1
    }
    #expect(count > 20)
  }
}
