import Foundation
import Testing
import Zhiben

/// The examples of the explanations that run: the wrong half ends in its code, the right half passes.
@Suite struct ExampleRunTests {
  static let pages = CataloguePage.all.filter { $0.example.form == .test }

  /// Little enough that a script which never ends does so at once.
  static let budget = Budget(steps: 20_000, bytes: 1 << 20, rows: 200, depth: 50)

  static func run(_ half: String, _ code: DiagnosticCode) throws -> Diagnostics {
    let library = ScriptLibrary(folders: [ReadmeTests.root.appendingPathComponent("Scripts").path])
    let script = try Script(
      text: CataloguePage.Example.heading + half + "\n", name: "\(code).plan", library: library)
    var suite = TestSuite(script)
    suite.budget = budget
    #expect(suite.tests.count == 1)
    return Diagnostics(suite.run().compactMap(\.failure).map(suite.diagnostic))
  }

  @Test(arguments: pages) func bothHalves(_ page: CataloguePage) throws {
    let wrong = try Self.run(page.example.wrong, page.code)
    #expect(wrong.ordered.map(\.code) == [page.code])
    try Golden.check("Diagnostics/\(page.code).txt", Golden.shown(wrong))
    let right = try Self.run(page.example.right, page.code)
    #expect(right.isEmpty, "\(Renderer().render(right))")
  }
}
