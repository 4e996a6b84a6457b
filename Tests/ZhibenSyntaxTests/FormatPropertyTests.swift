import Testing

@testable import ZhibenSyntax

/// What holds for every script, over the shipped scripts and mangled forms of them.
struct FormatPropertyTests {
  /// Formatting changes nothing in the scripts that the project ships, and translating there and back comes to rest.
  @Test(arguments: ShippedScript.allCases)
  func shippedScripts(_ script: ShippedScript) throws {
    let source = try script.source
    let plain = ScriptFormatter.format(source)
    #expect(plain.issues.isEmpty)
    #expect(!plain.changed, "\(script.rawValue) is not in canonical form")
    let english = translation(of: plain.text, source.name, .english)
    let back = translation(of: english, source.name, .chinese)
    #expect(translation(of: back, source.name, .english) == english)
    let again = ScriptFormatter.format(SourceFile(name: source.name, text: english))
    #expect(!again.changed && again.issues.isEmpty)
  }

  private func translation(of text: String, _ name: String, _ language: ScriptLanguage) -> String {
    let result = ScriptTranslator.translate(SourceFile(name: name, text: text), to: language)
    #expect(result.issues.isEmpty)
    return result.text
  }

  /// Only the fences of a literate file change.
  @Test func proseStays() throws {
    let source = try ShippedScript.yangkou.excerpt
    let result = ScriptTranslator.translate(source, to: .english)
    #expect(result.changed)
    #expect(prose(result.text) == prose(source.bytes.text))
  }

  private func prose(_ text: String) -> [Substring] {
    var isCode = false
    return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
      if line.hasPrefix("```") {
        isCode = !isCode && line == "```plan"
      } else if isCode {
        return false
      }
      return true
    }
  }

  /// However blanks, widths and blank lines are typed, one form comes out.
  @Test(arguments: ShippedScript.allCases, 1...4 as ClosedRange<UInt64>)
  func mangledScripts(_ script: ShippedScript, _ seed: UInt64) throws {
    let source = try script.excerpt
    let expected = ScriptFormatter.format(source).text
    var mangler = FormatMangler(seed: seed)
    let mangled = mangler.mangled(SourceFile(name: source.name, text: expected))
    #expect(mangled != expected)
    let result = ScriptFormatter.format(SourceFile(name: source.name, text: mangled))
    #expect(result.issues.isEmpty, "seed \(seed)")
    for (line, wanted) in zip(result.text.split(separator: "\n"), expected.split(separator: "\n")) {
      #expect(line == wanted, "seed \(seed)")
    }
    #expect(result.text.utf8.count == expected.utf8.count, "seed \(seed)")
  }

  /// Comments at the ends of lines and between lines survive formatting and translation.
  @Test(arguments: ShippedScript.allCases, 1...4 as ClosedRange<UInt64>)
  func commentedScripts(_ script: ShippedScript, _ seed: UInt64) throws {
    let source = try script.excerpt
    var mangler = FormatMangler(seed: seed)
    let text = mangler.commented(SourceFile(name: source.name, text: source.bytes.text))
    let chinese = formatted(text, as: source.name)
    _ = translated(chinese, to: .english, as: source.name)
  }

  /// A script with errors comes back as it was, byte for byte, with its issues.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func brokenScripts(_ seed: UInt64) throws {
    var random = LexerRandom(seed: seed)
    let source = try ShippedScript.ledger.source
    var bytes = Array(source.bytes.prefix(3000))
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
        in: 0...255, using: &random)
    }
    let broken = SourceFile(name: "甲.plan", bytes: bytes)
    let result = ScriptFormatter.format(broken)
    #expect(!result.issues.contains { $0.kind == .meaningChanged }, "seed \(seed)")
    if !errors(result.issues).isEmpty {
      #expect(!result.changed)
      #expect(result.text == bytes.text)
    }
  }

  @Test func meaningIsComparedWithoutPlaces() {
    let left = Parser.parse(SourceFile(name: "甲.plan", text: "范围 甲 = 乙 其中 丙 > 1")).script
    let same = Parser.parse(SourceFile(name: "甲.plan", text: "scope  甲 = 乙\n where 丙 > 1")).script
    let other = Parser.parse(SourceFile(name: "甲.plan", text: "范围 甲 = 乙 其中 丙 > 2")).script
    let quoted = Parser.parse(SourceFile(name: "甲.plan", text: "范围 甲 = 乙 其中 「丙」 > 1")).script
    #expect(left.normalised == same.normalised)
    #expect(left.normalised != other.normalised)
    #expect(left.normalised != quoted.normalised)
  }
}

/// The formatter's check of its own work finds what a faulty layout would lose.
struct FormatSoundnessTests {
  @Test(arguments: [
    ("the same", "引用 甲  // 一\n范围 乙 = 丙\n", nil),
    ("another value", "引用 甲  // 一\n范围 乙 = 丁\n", 17),
    ("a lost comment", "引用 甲\n范围 乙 = 丙\n", 0),
    ("a changed comment", "引用 甲  // 二\n范围 乙 = 丙\n", 0),
    ("a lost declaration", "引用 甲  // 一\n", 0),
    ("an error", "引用 甲  // 一\n范围 乙 = \n", 0),
  ])
  func differences(name: String, text: String, place: Int?) {
    let old = Parser.parse(SourceFile(name: "甲.plan", text: "引用 甲// 一\n范围 乙=丙"))
    let found = Rewriting.difference(old, SourceFile(name: "甲.plan", text: text))
    #expect(found?.start == place)
  }
}

extension [UInt8] {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
