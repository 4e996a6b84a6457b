import Foundation
import Testing
import ZhibenDiagnostics
import ZhibenSyntax

@testable import ZhibenSemantics

/// The examples of the explanations that are scripts: the wrong half yields its code and no other, the first fix removes it, the
/// right half yields nothing. What the user sees of the wrong half is kept in `Tests/Goldens/Diagnostics`.
@Suite struct ExampleTests {
  static let pages = CataloguePage.all.filter {
    $0.example.form == .declarations || $0.example.form == .script
  }

  /// Scripts that examples use: the project's own, one with a statement and one without.
  static let library: @Sendable (String) -> SourceFile? = { name in
    switch name {
    case "月报": SourceFile(name: "月报.plan", text: "显示 1\n")
    case "算法": SourceFile(name: "算法.plan", text: "函数 三()：数 { 返回 3 }\n")
    default: Scripts.library(name)
    }
  }

  static func check(_ half: String, of page: CataloguePage) -> (SourceFile, Diagnostics) {
    let heading = page.example.form == .declarations ? CataloguePage.Example.heading : ""
    let ending = half.contains("```") ? "plan.md" : "plan"
    let source = SourceFile(name: "\(page.code).\(ending)", text: heading + half + "\n")
    return (source, Compiler.compile(plan: source, library: Self.library).diagnostics)
  }

  @Test(arguments: pages)
  func theWrongHalfYieldsItsCode(_ page: CataloguePage) throws {
    let (source, diagnostics) = Self.check(page.example.wrong, of: page)
    #expect(diagnostics.ordered.map(\.code) == [page.code])
    if let fix = diagnostics.ordered.first?.fixes.first {
      let fixed = SourceFile(name: source.name, bytes: Fix.apply([fix], to: source.bytes))
      let after = Compiler.compile(plan: fixed, library: Self.library).diagnostics
      #expect(
        !after.ordered.contains { $0.code == page.code },
        "the fix leaves it:\n\(Renderer().render(after))")
    }
    // Some codes have a source of their own beside their golden.
    guard !Golden.exists("Diagnostics/\(page.code).plan"),
      !Golden.exists("Diagnostics/\(page.code).md")
    else { return }
    try Golden.check("Diagnostics/\(page.code).txt", Self.shown(diagnostics))
  }

  @Test(arguments: pages)
  func theRightHalfYieldsNothing(_ page: CataloguePage) {
    let (_, diagnostics) = Self.check(page.example.right, of: page)
    #expect(diagnostics.isEmpty, "\(Renderer().render(diagnostics))")
  }

  /// One of each area as a terminal with colours and as a program sees it.
  @Test(arguments: ["E0110", "E0203", "E0302", "E0402", "E0504"] as [DiagnosticCode])
  func otherForms(_ code: DiagnosticCode) throws {
    let page = try #require(CataloguePage.page(for: code))
    let (_, diagnostics) = Self.check(page.example.wrong, of: page)
    let coloured = Language.allCases.map { language in
      Renderer(language: language, colour: true).render(diagnostics)
    }
    try Golden.check(
      "Diagnostics/\(code).colour.txt",
      coloured.joined(separator: "----\n").replacing("\u{1B}", with: "␛"))
    try Golden.check(
      "Diagnostics/\(code).json", DiagnosticReport(diagnostics).json(pretty: true) + "\n")
  }

  private static func shown(_ diagnostics: Diagnostics) -> String {
    Language.allCases.map { Renderer(language: $0).render(diagnostics) }
      .joined(separator: "----\n")
  }
}

extension CataloguePage: CustomTestStringConvertible {
  public var testDescription: String { code.rawValue }
}

/// Texts that people have read and found right: `Tests/Goldens/PATH`. `ZHIBEN_UPDATE_GOLDENS=1` writes them anew.
enum Golden {
  private static func url(_ path: String) -> URL {
    Scripts.folder.deletingLastPathComponent().appendingPathComponent("Tests/Goldens/" + path)
  }

  static func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: url(path).path)
  }

  static func check(
    _ path: String, _ actual: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = url(path)
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
    }
    let expected = try? String(contentsOf: url, encoding: .utf8)
    #expect(
      actual == expected, "\(path) differs; run with ZHIBEN_UPDATE_GOLDENS=1 and review",
      sourceLocation: sourceLocation)
  }
}
