import Foundation
import Testing
import Zhiben

/// The examples of the explanations that are data files: importing the wrong half says its code and no other, the right half nothing.
@Suite struct ExampleDataTests {
  static let pages = CataloguePage.all.filter { $0.example.form == .data }

  /// Imports a file into a store that knows three enterprises, two of one name.
  static func imported(_ text: String, into register: String) throws -> Diagnostics {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("zhiben-example-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let library = ScriptLibrary(folders: [ReadmeTests.root.appendingPathComponent("Scripts").path])
    let engine = try Engine(
      store: .sqlite(folder.appendingPathComponent("town.db").path, .create), library: library)
    let script = try Script.registers(of: "标准台账", library: library)
    func load(_ name: String, _ text: String) throws -> ImportReport? {
      let path = folder.appendingPathComponent(name + ".csv").path
      try Data(text.utf8).write(to: URL(fileURLWithPath: path))
      return try engine.importFiles(
        [path], script: script, options: ImportOptions(importedOn: YangkouRunTests.Town.day)
      ).first
    }
    let enterprises = """
      统一社会信用代码,名称
      91110000600037341L,甲厂
      91110000600037001F,乙厂
      91110000600037002J,乙厂

      """
    let first = try load("企业", enterprises)?.diagnostics.ordered.map(\.code.rawValue)
    #expect(first == ["W0630"])
    var diagnostics = Diagnostics()
    for diagnostic in try load(register, text)?.diagnostics.ordered ?? [] {
      // The folder is another one each time.
      guard case .data(_, let row, let column) = diagnostic.primary else { continue }
      var named = diagnostic
      named.primary = .data(file: register + ".csv", row: row, column: column)
      diagnostics.add(named)
    }
    return diagnostics
  }

  @Test(arguments: pages)
  func bothHalves(_ page: CataloguePage) throws {
    let register = page.example.register
    let wrong = try Self.imported(page.example.wrong + "\n", into: register)
    #expect(wrong.ordered.map(\.code) == [page.code])
    try Golden.check("Diagnostics/\(page.code).txt", Golden.shown(wrong))
    if page.code == "E0603" {
      try Golden.check(
        "Diagnostics/\(page.code).json", DiagnosticReport(wrong).json(pretty: true) + "\n")
      try Golden.check("Diagnostics/\(page.code).colour.txt", Golden.shown(wrong, colour: true))
    }
    let right = try Self.imported(page.example.right + "\n", into: register)
    #expect(right.isEmpty, "\(Renderer().render(right))")
  }
}

extension CataloguePage: CustomTestStringConvertible {
  public var testDescription: String { code.rawValue }
}

/// Texts that people have read and found right: `Tests/Goldens/PATH`. `ZHIBEN_UPDATE_GOLDENS=1` writes them anew.
enum Golden {
  static func check(
    _ path: String, _ actual: String, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let url = ReadmeTests.root.appendingPathComponent("Tests/Goldens/" + path)
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

  /// Diagnostics in both languages, escape characters made visible.
  static func shown(_ diagnostics: Diagnostics, colour: Bool = false) -> String {
    Language.allCases.map { Renderer(language: $0, colour: colour).render(diagnostics) }
      .joined(separator: "----\n").replacingOccurrences(of: "\u{1B}", with: "␛")
  }
}
