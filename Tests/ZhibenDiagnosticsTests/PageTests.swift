import Foundation
import Testing

@testable import ZhibenDiagnostics

/// Every code has a page, a golden of what is shown, and a source that raises it.
@Suite struct PageTests {
  @Test(arguments: Catalogue.all)
  func everyCodeHasAPage(_ entry: CatalogueEntry) throws {
    let page = try #require(
      CataloguePage.page(for: entry.code),
      "\(entry.code) has no page: see the recipe in Sources/ZhibenDiagnostics/Pages/CataloguePage.swift"
    )
    for language in Language.allCases {
      let text = page.text[language]
      #expect(text.last == (language == .zh ? "。" : "."), "\(entry.code): whole sentences")
      #expect(!text.contains("  ") && !text.contains("\n"), "\(entry.code)")
    }
    #expect(page.example.wrong != page.example.right && !page.example.right.isEmpty)
  }

  @Test func everyPageHasItsCodeOnceAndInOrder() {
    let pages = CataloguePage.all.map(\.code)
    #expect(Set(pages).count == pages.count)
    #expect(pages == Catalogue.all.map(\.code), "in the order of the catalogue")
  }

  /// What a user sees of each code is kept, written by the tests that run the examples.
  @Test func everyCodeHasAGolden() {
    let missing = Catalogue.all.map(\.code.rawValue).filter {
      !FileManager.default.fileExists(atPath: Golden(path: "Diagnostics/\($0).txt").url.path)
    }
    #expect(
      missing.isEmpty,
      """
      no golden: \(missing.joined(separator: " ")). With the pages written, run \
      ZHIBEN_UPDATE_GOLDENS=1 swift test --filter Example, and read Tests/Goldens/Diagnostics
      """)
  }

  @Test func noGoldenIsLeftOver() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: Golden(path: "Diagnostics").url.path)
    let codes = Set(Catalogue.all.map(\.code.rawValue))
    let stems = files.map { String($0.prefix { $0 != "." }) }
    let left = stems.filter { $0.wholeMatch(of: /[EW]\d{4}/) != nil && !codes.contains($0) }
    #expect(left == [], "of codes that are no more")
  }

  /// Examples that tests cannot run, and why. The list must not grow.
  static let situations: [String: String] = [
    "E0220": "a fault of the formatter: none is known",
    "E0619": "no register can be declared whose field holds percentages",
    "E0628": "takes a workbook with a number in it; a test of the import has one",
    "E0705": "takes a full disk",
    "E0713": "takes another program that holds a transaction of the store open",
    "E0714": "takes a folder that this user cannot write, and tests may run as root",
    "E0718": "takes an interruption in the middle of a statement; a test of the store has it",
    "E0805": "takes a clock; a test of budgets has one",
    "E0806": "takes somebody who cancels; a test of budgets does",
  ]

  /// What takes a host is run by the tests of embedding.
  static let hosted: Set<String> = [
    "E0814", "E0815", "E0816", "E0819", "E0830", "E0831", "E0832", "E0833",
  ]

  /// What cannot be run is shown with the sample values of its sentence.
  @Test func situationsAreFew() throws {
    func codes(_ form: CataloguePage.Form) -> Set<String> {
      Set(CataloguePage.all.filter { $0.example.form == form }.map(\.code.rawValue))
    }
    #expect(codes(.situation) == Set(Self.situations.keys))
    #expect(codes(.host) == Self.hosted)
    for page in CataloguePage.all
    where [.situation, .host].contains(page.example.form)
      && !page.code.isSyntaxError
    {
      let entry = try #require(Catalogue.entry(for: page.code))
      let diagnostic = Diagnostic(page.code, at: .none, Samples.arguments(for: entry))
      try GoldenCase(code: page.code.rawValue).check(Diagnostics([diagnostic]))
    }
  }

  /// Nothing stands in the catalogue that nobody says.
  @Test func everyCodeIsRaised() throws {
    let sources = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources").resolvingSymlinksInPath()
    let files = FileManager.default.enumerator(at: sources, includingPropertiesForKeys: nil)
    var raised: Set<String> = []
    for case let url as URL in try #require(files) where url.pathExtension == "swift" {
      let isTable =
        ["Catalogue", "Pages"].contains(url.deletingLastPathComponent().lastPathComponent)
        || url.lastPathComponent == "ExitStatus.swift"
      if isTable { continue }
      let text = try String(contentsOf: url, encoding: .utf8)
      raised.formUnion(text.matches(of: /"([EWN]0[1-9][0-9]{2})"/).map { String($0.1) })
    }
    for entry in Catalogue.all {
      #expect(
        raised.contains(entry.code.rawValue),
        "nothing raises \(entry.code): delete it and put its number into Catalogue.retired")
    }
  }

  @Test(arguments: Language.allCases)
  func pagesReadWell(_ language: Language) throws {
    let writer = PageText(language: language)
    for code in ["E0302", "E0603", "E0701", "E0107", "E0120"] as [DiagnosticCode] {
      let page = try #require(CataloguePage.page(for: code))
      try Golden(path: "Pages/\(code).\(language).txt").check(writer.text(of: page))
    }
  }

  @Test(arguments: [
    ("E0302", ["E0302"]), ("e302", ["E0302"]), ("0302", ["E0302"]), ("[W0410]", ["W0410"]),
    ("410", ["W0410"]), ("台账库正被", ["E0706"]), ("Circle", ["E0308"]), ("E9999", []), ("", []),
    ("完全没有的话", []),
  ])
  func whatIsTypedFindsTheCode(_ typed: String, _ codes: [String]) {
    #expect(CodeQuery.codes(matching: typed).map(\.rawValue) == codes)
  }

  @Test(arguments: [("E03O2", "E0302"), ("E0319", "E0320"), ("W0302", "E0302")])
  func theNearestCodeIsOffered(_ typed: String, _ near: String) {
    let offered = CodeQuery.codes(matching: typed) + CodeQuery.nearest(to: typed)
    #expect(offered.map(\.rawValue).contains(near), "\(offered)")
  }
}
