import Foundation
import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// What the analyses show, as it is shown: `Tests/Goldens/Diagnostics/CODE.plan` and beside it `CODE.txt`, Chinese, a line `----`, English.
/// `ZHIBEN_UPDATE_GOLDENS=1` writes the texts anew.
@Suite struct AnalysisGoldenTests {
  static let codes = [
    "E0505", "E0506", "E0513", "W0640", "W0641", "W0642", "E0644", "W0645", "W0646", "E0647",
    "E0648", "W0649", "W0650", "E0651", "W0652", "W0653", "E0654", "W0655", "W0656", "W0657",
    "W0658", "E0659", "W0660", "E0662",
  ]

  @Test(arguments: codes) func itReadsWell(_ code: String) throws {
    let folder = Scripts.folder.deletingLastPathComponent()
      .appendingPathComponent("Tests/Goldens/Diagnostics")
    let bytes = try Data(contentsOf: folder.appendingPathComponent("\(code).plan"))
    let compilation = Compiler.compile(
      plan: SourceFile(name: "\(code).plan", bytes: Array(bytes)), library: Scripts.library)
    #expect(compilation.said.map(\.code) == [code])
    let shown = Language.allCases.map { Renderer(language: $0).render(compilation.diagnostics) }
      .joined(separator: "----\n")
    let golden = folder.appendingPathComponent("\(code).txt")
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try Data(shown.utf8).write(to: golden)
    }
    #expect(try String(contentsOf: golden, encoding: .utf8) == shown)
  }

  /// Every code of the analyses has a golden.
  @Test func noneIsForgotten() {
    let missing = Catalogue.all.map(\.code.rawValue).filter {
      ("0640"..."0699").contains($0.dropFirst()) && !Self.codes.contains($0)
    }
    #expect(missing == [])
  }
}
