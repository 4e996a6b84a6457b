import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct DiagnosticsTests {
  static let file = SourceFile(name: "a.plan", text: "甲 乙 丙 丁\n戊 己 庚 辛\n")

  static func at(_ text: String, _ code: DiagnosticCode) -> Diagnostic {
    Diagnostic(code, at: .file(file, Span.of(text, in: file)), ["name": text])
  }

  static func codes(_ diagnostics: Diagnostics) -> [String] {
    diagnostics.ordered.map(\.code.rawValue)
  }

  @Test func orderedByPlaceThenCode() {
    let other = SourceFile(name: "b.plan", text: "甲")
    let all = [
      Diagnostic("E0701", at: .none),
      Diagnostic("E0604", at: .data(file: "x.csv", row: 3, column: "人数")),
      Diagnostic("E0603", at: .data(file: "x.csv", row: 2, column: "期限")),
      Diagnostic("E0301", at: .file(other, Span(0, 3))),
      Self.at("己", "E0301"), Self.at("丙", "E0302"), Self.at("丙", "E0301"),
    ]
    for shift in all.indices {
      let turned = Array(all[shift...] + all[..<shift])
      #expect(
        Self.codes(Diagnostics(turned))
          == ["E0301", "E0302", "E0301", "E0301", "E0603", "E0604", "E0701"])
    }
  }

  @Test func sameCodeAtTheSamePlaceOnce() {
    let once = Diagnostics([Self.at("丙", "E0301"), Self.at("丙", "E0301"), Self.at("丁", "E0301")])
    #expect(Self.codes(once) == ["E0301", "E0301"])
    let stores = Diagnostics([
      Diagnostic("E0701", at: .none, ["path": "a"]), Diagnostic("E0701", at: .none, ["path": "b"]),
      Diagnostic("E0701", at: .none, ["path": "a"]),
    ])
    #expect(stores.ordered.count == 2, "without a place the values tell them apart")
  }

  struct Cascade: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let added: [(String, DiagnosticCode)]
    let shown: [String]
  }

  @Test(arguments: [
    Cascade(
      testDescription: "what lies inside an earlier syntax error is hidden",
      added: [("乙 丙", "E0211"), ("丙", "E0301")], shown: ["E0211"]),
    Cascade(
      testDescription: "the same place counts as inside",
      added: [("丙", "E0211"), ("丙", "E0301")], shown: ["E0211"]),
    Cascade(
      testDescription: "what came before is not hidden",
      added: [("丙", "E0301"), ("乙 丙", "E0211")], shown: ["E0211", "E0301"]),
    Cascade(
      testDescription: "overlapping is not inside",
      added: [("乙 丙", "E0211"), ("丙 丁", "E0301")], shown: ["E0211", "E0301"]),
    Cascade(
      testDescription: "a chained comparison hides nothing",
      added: [("甲 乙 丙", "E0405"), ("丙", "E0311")], shown: ["E0405", "E0311"]),
    Cascade(
      testDescription: "a warning of the lexer hides nothing",
      added: [("乙 丙", "W0103"), ("丙", "E0301")], shown: ["W0103", "E0301"]),
    Cascade(
      testDescription: "the parser does not speak of damaged words",
      added: [("丙", "E0107"), ("乙 丙", "E0209"), ("乙 丙 丁", "E0301")], shown: ["E0301", "E0107"]),
    Cascade(
      testDescription: "another line is not affected",
      added: [("丁\n戊 己", "E0203"), ("己", "E0301")], shown: ["E0203", "E0301"]),
  ])
  func cascades(_ cascade: Cascade) {
    let all = Diagnostics(cascade.added.map { Self.at($0.0, $0.1) })
    #expect(Self.codes(all) == cascade.shown)
  }

  @Test func countsSurviveTheCapacity() {
    let file = SourceFile(name: "a.plan", bytes: Array(repeating: 0x61, count: 3_000))
    var all = Diagnostics()
    for offset in 0..<2_000 {
      all.add(Diagnostic("W0106", at: .file(file, Span(offset, offset + 1))))
    }
    #expect(!all.hasErrors)
    all.add(Diagnostic("E0301", at: .file(file, Span(2_500, 2_501))))
    #expect(all.hasErrors && all.count(of: .error) == 1 && all.count(of: .warning) == 2_000)
    #expect(all.ordered.count == Diagnostics.capacity && all.droppedCount == 1_001)
    let shown = Renderer().render(all, limit: 20)
    #expect(shown.hasSuffix("还有 1981 处。1 个错误，2000 个提醒\n"))
    #expect(shown.split(separator: "\n").count { $0.hasPrefix("提醒[W0106]") } == 20)
  }

  @Test func aFileInAnotherEncodingHasOneMessage() {
    let garbled = SourceFile(
      name: "b.plan",
      bytes: Array(repeating: [0xD6, 0xB0, 0x0A] as [UInt8], count: 500).flatMap(\.self))
    var all = Diagnostics()
    for line in 0..<500 {
      all.add(Diagnostic("E0201", at: .file(garbled, Span(line * 3, line * 3 + 2))))
      all.add(Diagnostic("E0101", at: .file(garbled, Span(line * 3, line * 3 + 1))))
    }
    all.add(Self.at("丙", "E0301"))
    #expect(Self.codes(all) == ["E0301", "E0101"])
    #expect(all.count(of: .error) == 2 && all.droppedCount == 0)
  }

  @Test func joining() {
    var all = Diagnostics([Self.at("丙", "E0301")])
    all.add(Diagnostics([Self.at("丙", "E0301"), Self.at("甲", "W0222")]))
    #expect(Self.codes(all) == ["W0222", "E0301"])
    #expect(!all.isEmpty && Diagnostics().isEmpty)
  }

  @Test(arguments: [
    ([], "没有错误", "no errors"),
    (["E0301"], "1 个错误", "1 error"),
    (["E0301", "E0302", "W0222"], "2 个错误，1 个提醒", "2 errors, 1 warning"),
    (["W0222", "N0999"], "1 个提醒，1 个说明", "1 warning, 1 note"),
  ])
  func summaries(_ codes: [String], _ zh: String, _ en: String) {
    let all = Diagnostics(codes.map { Self.at("丙", DiagnosticCode(rawValue: $0)) })
    #expect(Renderer(language: .zh).summary(of: all) == zh)
    #expect(Renderer(language: .en).summary(of: all) == en)
  }

  @Test func anUnknownCodeStillSpeaks() {
    let diagnostic = Diagnostic("E9999", at: .none, ["b": "二", "a": "一"])
    #expect(Renderer().render(diagnostic) == "错误[E9999]：a: 一, b: 二")
  }

  @Test func helpNeedsItsValues() {
    let with = Diagnostic("E0303", at: .none, ["name": "甲", "candidates": "乙"])
    let without = Diagnostic("E0303", at: .none, ["name": "甲"])
    #expect(with.help(in: .zh) == "已有的登记：乙")
    #expect(without.help(in: .zh) == nil)
  }
}

@Suite struct FixTests {
  @Test(arguments: [
    ([Fix(Span(0, 3), "丁")], "丁乙丙"),
    ([Fix(Span(3, 3), "丁")], "甲丁乙丙"),
    ([Fix(Span(3, 6), "")], "甲丙"),
    ([Fix(Span(6, 9), "x"), Fix(Span(0, 3), "y")], "y乙x"),
    ([Fix(Span(0, 6), "x"), Fix(Span(3, 9), "y")], "x丙"),
    ([Fix(Span(6, 99), "x"), Fix(Span(9, 3), "y"), Fix(Span(-3, 0), "z")], "甲乙丙"),
    ([], "甲乙丙"),
  ])
  func applying(_ fixes: [Fix], _ expected: String) {
    #expect(String(decoding: Fix.apply(fixes, to: Array("甲乙丙".utf8)), as: UTF8.self) == expected)
  }
}

@Suite struct LanguageTests {
  @Test(arguments: [
    (nil, nil, Language.zh), (nil, "C", .zh), (nil, "C.UTF-8", .zh), (nil, "en_US.UTF-8", .en),
    (nil, "zh_CN.UTF-8", .zh), ("en", "zh_CN", .en), ("EN", nil, .en), ("zh", "en_US", .zh),
    ("", "en_GB", .en), ("fr", nil, .zh), ("english", nil, .en), ("enx", nil, .zh),
  ])
  func selection(_ preference: String?, _ locale: String?, _ expected: Language) {
    #expect(Language.select(preference: preference, locale: locale) == expected)
  }
}
