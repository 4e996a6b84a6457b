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

  /// Nesting costs as much as it is long: nothing is read anew for every level around it.
  @Test(
    arguments: [
      ("长度(", "\"a\"", ")"), ("去除({", "1", "}，1)"), ("缺省(", "1", "，2)"), ("{", "1", "}"),
      ("\"a\" + 转文本(", "1", ")"), ("{a：", "1", "}"), ("{\"a\"：", "1", "}"),
      ("（若 今日 > 2024年5月1日 则 ", "1", " 否则 2）"), ("（1 属于 {", "1", "}）"), ("数量(村 其中 户数 > ", "1", ")"),
      ("（村 统计 甲 = 数量(有(", "村", "))）"), ("（村 其中 长度(", "村名", ") > 1 选取 村名）"),
      ("（重 属于 ", "{级别.重}", "）"), ("连续(", "村", "，是)"), ("中位数(", "村.户数", ")"),
      ("（村 排序 数量(", "厂", ")）"), ("（", "村", " 并 村）"),
    ])
  func deepNestingIsReadOnce(_ open: String, _ core: String, _ close: String) {
    for depth in [2, 30] {
      let value =
        String(repeating: open, count: depth) + core + String(repeating: close, count: depth)
      let text = ScriptGenerator.declarations + "显示 \(value)\n"
      let compilation = Compiler.compile(plan: SourceFile(name: "试.plan", text: text))
      #expect((compilation.program == nil) == compilation.diagnostics.hasErrors)
    }
  }
}
