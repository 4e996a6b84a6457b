import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct CatalogueTests {
  @Test(arguments: Catalogue.all)
  func bothLanguagesHoldTheSamePlaceholders(_ entry: CatalogueEntry) {
    for template in [entry.message, entry.help].compactMap(\.self) {
      #expect(
        Set(template.placeholders(in: .zh)) == Set(template.placeholders(in: .en)),
        "\(entry.code): \(template.wording.zh)")
    }
  }

  @Test(arguments: Catalogue.all)
  func sentencesAreWellFormed(_ entry: CatalogueEntry) {
    #expect(entry.code.rawValue.wholeMatch(of: /[EWN]0[1-8][0-9]{2}/) != nil)
    for template in [entry.message, entry.help].compactMap(\.self) {
      for language in Language.allCases {
        let text = template.wording[language]
        #expect(!text.isEmpty, "\(entry.code)")
        #expect(text.last != "。" && text.last != ".", "\(entry.code) ends like a paragraph")
        #expect(!text.contains("  ") && text.first != " " && text.last != " ", "\(entry.code)")
      }
      let han = template.wording.zh.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }
      #expect(han, "\(entry.code) has no Chinese sentence")
    }
  }

  @Test func codesAreUniqueByNumberAndSortedByIt() {
    for area in Catalogue.areas {
      let numbers = area.entries.map { $0.code.rawValue.dropFirst() }
      #expect(numbers == numbers.sorted(), "\(area.name)")
    }
    let numbers = Catalogue.all.map { $0.code.rawValue.dropFirst() }
    #expect(Set(numbers).count == numbers.count, "a number stands for one message")
    #expect(Catalogue.retired.isDisjoint(with: numbers.map(String.init)), "never used again")
  }

  @Test func everyAreaHasItsHundred() {
    for area in Catalogue.areas {
      let strays = area.entries.filter {
        !$0.code.rawValue.dropFirst().hasPrefix("0\(area.hundred)")
      }
      #expect(strays.isEmpty, "\(area.name)")
    }
  }

  /// Only what means the same as before is changed without asking; whoever adds to this list answers for it.
  @Test func fewFixesAreSafe() {
    let safe = Catalogue.all.filter {
      if case .byHand = $0.fixing { false } else { true }
    }
    #expect(
      safe.map(\.code.rawValue) == [
        "W0103", "W0106", "E0107", "E0110", "E0111", "E0206", "E0215", "E0408", "E0423", "W0743",
      ])
  }

  @Test func aChoiceIsNeverSafe() {
    func isSafe(_ code: DiagnosticCode, _ fixes: String...) -> Bool {
      Diagnostic(code, at: .none, fixes: fixes.map { Fix(Span(0, 1), $0) }).isFixSafe
    }
    #expect(isSafe("E0206", "；") && !isSafe("E0206", "；", "。"))
    #expect(isSafe("E0110", "且", "and") && isSafe("E0110", "="), "two spellings of one word")
    #expect(!isSafe("E0110", "->", ">=") && !isSafe("E0110") && !isSafe("E0302", "名称"))
  }

  @Test(arguments: [
    ("{name}不是 {owner} 的字段", "甲不是 企业 的字段", ["name", "owner"]),
    ("缺少「}」，{name}", "缺少「}」，甲", ["name"]),
    ("用「{ }」括起来 {name}{name}", "用「{ }」括起来 甲甲", ["name"]),
    ("没有 {nothing}", "没有 …", ["nothing"]),
    ("{", "{", []),
    ("{}{名称}{name", "{}{名称}{name", []),
  ])
  func templatesFillTheirPlaceholders(_ zh: String, _ filled: String, _ names: [String]) {
    let template = Template(zh: zh, en: "")
    #expect(template.filled(with: ["name": "甲", "owner": "企业"], in: .zh) == filled)
    #expect(template.placeholders == names)
  }
}

extension CatalogueEntry: CustomTestStringConvertible {
  public var testDescription: String { code.rawValue }
}
