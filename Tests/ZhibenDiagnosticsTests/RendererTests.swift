import Foundation
import Testing
import ZhibenSyntax

@testable import ZhibenDiagnostics

@Suite struct RendererTests {
  static let plan = SourceFile(
    name: "洋口.plan",
    text: """
      职责 带队检查 {
        凭证 自查 其中 带队人 = 主要负责任人
        频次 每季度至少1次
      }

      """)

  static func diagnostic() -> Diagnostic {
    Diagnostic(
      "E0302", at: .file(plan, Span.of("主要负责任人", in: plan)),
      [
        "name": "主要负责任人", "owner": "企业",
        "candidates": .list(["主要负责人", "安全管理人员", "实际控制人"]),
      ],
      label: Wording(zh: "你是否想写「主要负责人」？", en: "did you mean 主要负责人?"),
      fixes: [Fix(Span.of("主要负责任人", in: plan), "主要负责人")])
  }

  @Test func theWholeMessageInChinese() {
    #expect(
      Renderer().render(Self.diagnostic()) == """
        错误[E0302]：「主要负责任人」不是 企业 的字段
         ┌ 洋口.plan:2:18
        2│   凭证 自查 其中 带队人 = 主要负责任人
         │                           ^^^^^^^^^^^^ 你是否想写「主要负责人」？
         = 企业 的字段有：主要负责人、安全管理人员、实际控制人
        """)
  }

  @Test func theWholeMessageInEnglish() {
    #expect(
      Renderer(language: .en).render(Self.diagnostic()) == """
        error[E0302]: “主要负责任人” is not a field of 企业
         ┌ 洋口.plan:2:18
        2│   凭证 自查 其中 带队人 = 主要负责任人
         │                           ^^^^^^^^^^^^ did you mean 主要负责人?
         = the fields of 企业: 主要负责人, 安全管理人员, 实际控制人
        """)
  }
}

extension RendererTests {
  /// The lines below the place: excerpt and carets.
  static func drawing(
    _ text: String, _ marked: String, _ renderer: Renderer = Renderer()
  ) -> [String] {
    let file = SourceFile(name: "a.plan", text: text)
    let rendered = renderer.render(
      Diagnostic("E0301", at: .file(file, Span.of(marked, in: file)), ["name": marked]))
    return Array(rendered.split(separator: "\n").map(String.init).dropFirst(2))
  }

  @Test(arguments: [
    ("ab cd", "cd", ["1│ ab cd", " │    ^^"]),
    ("\tab", "ab", ["1│     ab", " │     ^^"]),
    ("甲\u{3000}乙", "乙", ["1│ 甲\u{3000}乙", " │     ^^"]),
    ("e\u{301}e\u{301}x", "x", ["1│ e\u{301}e\u{301}x", " │   ^"]),
    ("😀👨‍👩‍👧甲", "甲", ["1│ 😀👨‍👩‍👧甲", " │     ^^"]),
    ("甲\u{200B}乙", "乙", ["1│ 甲<U+200B>乙", " │           ^^"]),
    ("甲\u{1B}[31m乙", "乙", ["1│ 甲\u{241B}[31m乙", " │        ^^"]),
    ("甲\u{202E}乙", "\u{202E}", ["1│ 甲<U+202E>乙", " │   ^^^^^^^^"]),
    ("甲\r\n乙", "甲", ["1│ 甲", " │ ^^"]),
    ("甲（乙\n丙）丁", "（乙\n丙）", ["1│ 甲（乙", " │   ^^^^"]),
    ("甲\n\n乙\n", "乙", ["3│ 乙", " │ ^^"]),
    ("", "", ["1│", " │ ^"]),
  ])
  func caretsStandUnderTheirText(_ text: String, _ marked: String, _ lines: [String]) {
    #expect(Self.drawing(text, marked) == lines)
  }

  @Test func ambiguousCharactersTakeTheWidthOfTheTerminal() {
    let wide = Renderer(width: DisplayWidth(ambiguous: 2))
    #expect(Self.drawing("“甲”乙", "乙") == ["1│ “甲”乙", " │     ^^"])
    #expect(Self.drawing("“甲”乙", "乙", wide) == ["1│ “甲”乙", " │       ^^"])
  }

  @Test func aPlaceAfterTheLastCharacterHasACaret() {
    let file = SourceFile(name: "a.plan", text: "甲")
    let rendered = Renderer().render(
      Diagnostic("E0202", at: .file(file, Span(3, 3)), ["slot": "条款"]))
    #expect(rendered.hasSuffix("1│ 甲\n │   ^"))
  }

  @Test func strayBytesAreNamed() {
    let file = SourceFile(name: "a.plan", bytes: [0x61, 0xFF, 0x0B, 0x62])
    let rendered = Renderer().render(
      Diagnostic("E0301", at: .file(file, Span(3, 4)), ["name": "b"]))
    #expect(rendered.hasSuffix("1│ a<FF>\u{240B}b\n │       ^"))
  }

  @Test(arguments: [
    (0, 3, "1│ 甲二三", " │ ^^"),
    (600, 606, "...", "^^^^"),
    (5_994, 6_000, "...", "^^^^"),
    (600, 5_000, "...", "^^^^^^^^"),
  ])
  func longLinesAreCutAroundThePlace(_ start: Int, _ end: Int, _ head: String, _ carets: String) {
    let text = String(repeating: "甲二三四五六七八九十", count: 200)
    let file = SourceFile(name: "a.plan", text: text)
    let rendered = Renderer(maxColumns: 60).render(
      Diagnostic("E0301", at: .file(file, Span(start, end)), ["name": "x"]))
    let lines = rendered.split(separator: "\n").map(String.init)
    let measure = DisplayWidth()
    #expect(lines.allSatisfy { measure.of($0) <= 63 }, "\(rendered)")
    #expect(lines[2].dropFirst(head.hasPrefix("1│") ? 0 : 3).hasPrefix(head), "\(lines[2])")
    #expect(lines[3].contains(carets) && !lines[3].contains("…"))
  }

  /// Whatever stands on a line, the carets stand under the text they mean and are as wide as it is.
  @Test(arguments: [21, 22, 23, 24] as [UInt64])
  func caretsAlignOnAnyLine(_ seed: UInt64) throws {
    var generator = SplitMix64(state: seed)
    let alphabet: [[UInt8]] =
      [
        "a", "b ", "甲", "乙", "\t", "\u{3000}", "😀", "👨‍👩‍👧", "e\u{301}", "\u{200B}", "\u{1B}", "“", "❤️",
        "\u{301}",
      ].map { Array($0.utf8) } + [[0xFF], [0xE4, 0xB8]]
    for _ in 0..<150 {
      let count = Int.random(in: 1...120, using: &generator)
      let bytes = (0..<count).flatMap { _ in alphabet.randomElement(using: &generator) ?? [] }
      var steps: [ByteCharacters.Step] = []
      ByteCharacters.forEach(in: bytes, 0..<bytes.count) { steps.append($0) }
      let first = Int.random(in: 0..<steps.count, using: &generator)
      let last = min(steps.count - 1, first + Int.random(in: 0...3, using: &generator))
      let span = Span(steps[first].bytes.lowerBound, steps[last].bytes.upperBound)
      let measure = DisplayWidth(ambiguous: Int.random(in: 1...2, using: &generator))
      let file = SourceFile(name: "a", bytes: bytes)
      let rendered = Renderer(width: measure).render(
        Diagnostic("E0301", at: .file(file, span), ["name": "x"]))
      let lines = rendered.components(separatedBy: "\n")
      let shown = String(lines[2].dropFirst(3))
      let marks = lines[3].dropFirst(3)
      let column = marks.prefix { $0 == " " }.count
      let wanted = steps[first...last].map { step in
        step.character.map(SafeText.visible)
          ?? "<" + String(bytes[step.bytes.lowerBound], radix: 16, uppercase: true) + ">"
      }.joined()
      let before = measure.prefix(of: shown, columns: column)
      #expect(measure.of(before) == column, "seed \(seed): \(rendered)")
      let after = String(shown.dropFirst(before.count))
      // Blanks at the end of a line are not printed.
      #expect(
        after.hasPrefix(wanted) || wanted.hasPrefix(after), "seed \(seed): \(rendered)")
      #expect(marks.count - column == max(1, measure.of(wanted)), "seed \(seed): \(rendered)")
    }
  }

  @Test func secondPlacesAreShownWhereTheyStand() {
    let file = SourceFile(name: "a.plan", text: "甲 乙\n丙\n丁\n戊\n己 庚\n")
    let other = SourceFile(name: "b.plan", text: "\n辛\n")
    let diagnostic = Diagnostic(
      "E0307", at: .file(file, Span.of("己", in: file)), ["name": "己"],
      label: Wording(zh: "第二次", en: "again"),
      secondary: [
        LabelledLocation(.file(file, Span.of("甲", in: file)), Wording(zh: "第一次", en: "first")),
        LabelledLocation(.file(file, Span.of("庚", in: file)), Wording(zh: "旁边", en: "beside")),
        LabelledLocation(.file(other, Span.of("辛", in: other)), Wording(zh: "别处", en: "elsewhere")),
        LabelledLocation(.data(file: "x.csv", row: 1, column: nil), "y"),
      ])
    #expect(
      Renderer().render(diagnostic) == """
        错误[E0307]：「己」前面已经有了
         ┌ a.plan:5:1
        1│ 甲 乙
         │ -- 第一次
         ·
        5│ 己 庚
         │ ^^ 第二次
         │    -- 旁边
         ┌ b.plan:2:1
        2│ 辛
         │ -- 别处
         = 换一个名称，或删去其中一处
        """)
  }

  @Test func theGutterIsAsWideAsTheLongestNumber() {
    let file = SourceFile(name: "a.plan", text: String(repeating: "\n", count: 99) + "甲\n乙\n")
    let diagnostic = Diagnostic(
      "E0307", at: .file(file, Span.of("乙", in: file)), ["name": "乙"],
      secondary: [LabelledLocation(.file(file, Span(3, 3)), "x")])
    #expect(
      Renderer().render(diagnostic) == """
        错误[E0307]：「乙」前面已经有了
           ┌ a.plan:101:1
          4│
           │ - x
           ·
        101│ 乙
           │ ^^
           = 换一个名称，或删去其中一处
        """)
  }

  @Test(arguments: [
    (
      Location.data(file: "隐患.csv", row: 31, column: "整改期限"), "隐患.csv 第 31 行「整改期限」列",
      "隐患.csv, row 31, column 整改期限"
    ),
    (.data(file: "隐患.csv", row: 31, column: nil), "隐患.csv 第 31 行", "隐患.csv, row 31"),
    (.data(file: "隐患.csv", row: nil, column: nil), "隐患.csv", "隐患.csv"),
  ])
  func placesInData(_ location: Location, _ zh: String, _ en: String) {
    let diagnostic = Diagnostic("E0604", at: location, ["value": "五十左右"])
    #expect(Renderer().render(diagnostic) == "错误[E0604]：「五十左右」不是数\n ┌ \(zh)")
    #expect(Renderer().concise(diagnostic) == "\(zh)：错误[E0604]：「五十左右」不是数")
    #expect(
      Renderer(language: .en).concise(diagnostic)
        == "\(en): error[E0604]: “五十左右” is not a number")
  }

  @Test func conciseLines() {
    #expect(
      Renderer().concise(Self.diagnostic()) == "洋口.plan:2:18：错误[E0302]：「主要负责任人」不是 企业 的字段")
    let store = Diagnostic("E0704", at: .none, ["path": "a\nb"])
    #expect(Renderer().concise(store) == "错误[E0704]：a\u{240A}b 是文件夹，不是台账库")
  }

  @Test func colourNeverChangesTheText() {
    let plain = Renderer().render(Self.diagnostic())
    let coloured = Renderer(colour: true).render(Self.diagnostic())
    #expect(coloured.hasPrefix("\u{1B}[1;31m错误[E0302]\u{1B}[0m"))
    #expect(coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test func fixesAreNamed() {
    let file = SourceFile(name: "a.plan", text: "甲乙\n丙")
    func lines(_ fixes: [Fix], _ label: Wording? = nil) -> [String] {
      Renderer().render(
        Diagnostic("E0306", at: .file(file, Span(0, 3)), label: label, fixes: fixes)
      ).split(separator: "\n").filter { $0.hasPrefix(" = ") }.map { String($0.dropFirst(3)) }
    }
    #expect(lines([Fix(Span(0, 3), "丙"), Fix(Span(0, 3), "丁")]) == ["改成：丙  或  丁"])
    #expect(lines([Fix(Span(0, 3), "")]) == ["删去这一处"])
    #expect(lines([Fix(Span(3, 3), "、")]) == ["补上：、"])
    #expect(lines([Fix(Span(10, 10), "}")]) == ["第 2 行补上：}"])
    #expect(lines([Fix(Span(7, 10), "丁"), Fix(Span(7, 10), "")]) == ["第 2 行改成：丁", "第 2 行删去这一处"])
    #expect(lines([Fix(Span(0, 3), "「甲」", title: Wording(zh: "加引号", en: "quote"))]) == ["加引号"])
    #expect(lines([Fix(Span(0, 3), "丙")], Wording(zh: "你是否想写「丙」？", en: "丙?")) == [])
  }

  @Test func aCollectionEndsWithItsSummary() {
    let rendered = Renderer().render(
      Diagnostics([
        Self.diagnostic(), Diagnostic("W0222", at: .file(Self.plan, Span(0, 6))),
      ]))
    #expect(
      rendered == """
        提醒[W0222]：「=」是比较，这一行没有改变「…」
         ┌ 洋口.plan:1:1
        1│ 职责 带队检查 {
         │ ^^^^
         = 要改变它的值，写「:=」

        错误[E0302]：「主要负责任人」不是 企业 的字段
         ┌ 洋口.plan:2:18
        2│   凭证 自查 其中 带队人 = 主要负责任人
         │                           ^^^^^^^^^^^^ 你是否想写「主要负责人」？
         = 企业 的字段有：主要负责人、安全管理人员、实际控制人

        1 个错误，1 个提醒

        """)
    #expect(Renderer().render(Diagnostics()) == "")
  }

  /// A line of a hundred megabytes costs no more memory than its excerpt.
  @Test func aHugeLineIsNotDecodedWhole() {
    let file = SourceFile(name: "a", bytes: Array(repeating: 0x80, count: 300_000))
    let excerpt = Excerpt(
      of: file, line: Span(0, 300_000), around: Span(150_000, 150_001), width: DisplayWidth(),
      maxColumns: 100)
    #expect(excerpt.text.hasPrefix("...<80>") && excerpt.text.hasSuffix("<80>..."))
    #expect(DisplayWidth().of(excerpt.text) <= 100)
  }
}
