import Testing

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
    for (area, _, entries) in Catalogue.areas {
      let numbers = entries.map { $0.code.rawValue.dropFirst() }
      #expect(numbers == numbers.sorted(), "\(area)")
    }
    let numbers = Catalogue.all.map { $0.code.rawValue.dropFirst() }
    #expect(Set(numbers).count == numbers.count, "a number stands for one message")
  }

  @Test func everyAreaHasItsHundred() {
    for area in Catalogue.areas {
      let strays = area.entries.filter {
        !$0.code.rawValue.dropFirst().hasPrefix("0\(area.hundred)")
      }
      #expect(strays.isEmpty, "\(area.name)")
    }
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
