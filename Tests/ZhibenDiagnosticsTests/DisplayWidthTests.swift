import Testing

@testable import ZhibenDiagnostics

@Suite struct DisplayWidthTests {
  /// Every assigned and unassigned scalar against the runs that PyPI wcwidth gives.
  @Test func everyScalarAgreesWithTheOracle() throws {
    let text = String(decoding: try Golden(path: "Width/wcwidth.txt").bytes(), as: UTF8.self)
    let measure = DisplayWidth()
    var (checked, wrong) = (0, [String]())
    for line in text.split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: " ")
      let first = try #require(UInt32(fields[0], radix: 16))
      let last = try #require(UInt32(fields[1], radix: 16))
      let width = try #require(Int(fields[2]))
      // The edges of a run and some scalars inside tell all: our tables are runs, too.
      let inside = stride(from: first, through: last, by: max(1, Int((last - first) / 16)))
      for value in [first, last] + Array(inside) {
        guard let scalar = Unicode.Scalar(value) else { continue }
        checked += 1
        if measure.of(scalar) != width { wrong.append("\(SafeText.name(of: scalar)) is \(width)") }
      }
    }
    #expect(checked > 5_000)
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }

  @Test(arguments: [
    ("", 0, 0), ("abc", 3, 3), ("整改", 4, 4), ("Ａ", 2, 2), ("ｱ", 1, 1), ("가", 2, 2),
    ("e\u{301}", 1, 1), ("\u{200B}", 0, 0), ("\u{3000}", 2, 2), ("，。", 4, 4),
    ("“”", 2, 4), ("—", 1, 2), ("①", 1, 2), ("│", 1, 2), ("≥", 1, 2),
    ("😀", 2, 2), ("👨‍👩‍👧", 2, 2), ("👍🏽", 2, 2), ("🇨🇳", 2, 2), ("❤️", 2, 2), ("1️⃣", 2, 2),
    ("✓", 1, 1), ("✅", 2, 2), ("\u{1100}\u{1161}\u{11A8}", 2, 2), ("\t\n", 0, 0),
    ("𠮷", 2, 2), ("䶮", 2, 2), ("\u{E000}", 1, 1),
  ])
  func columns(_ text: String, _ narrow: Int, _ wide: Int) {
    #expect(DisplayWidth().of(text) == narrow)
    #expect(DisplayWidth(ambiguous: 2).of(text) == wide)
  }

  @Test(arguments: [
    ("整改期限", 8, "整改期限"), ("整改期限", 7, "整改..."), ("整改期限", 6, "整..."),
    ("abcdef", 5, "ab..."), ("整改", 3, "..."), ("整改", 2, ".."), ("整改", 0, ""),
    ("e\u{301}e\u{301}e\u{301}e\u{301}", 4, "e\u{301}e\u{301}e\u{301}e\u{301}"),
  ])
  func truncation(_ text: String, _ columns: Int, _ expected: String) {
    let cut = DisplayWidth().truncated(text, to: columns)
    #expect(cut == expected)
    #expect(DisplayWidth().of(cut) <= columns)
  }

  @Test func padding() {
    let measure = DisplayWidth()
    #expect(measure.padded("整改", to: 6) == "整改  ")
    #expect(measure.padded("整改", to: 6, alignment: .right) == "  整改")
    #expect(measure.padded("整改", to: 3) == "整改")
  }
}
