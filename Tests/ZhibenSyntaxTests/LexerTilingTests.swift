import Testing

@testable import ZhibenSyntax

/// The lexer gives back every byte of anything, reads it in one go, and never traps.
struct LexerTilingTests {
  private func check(_ bytes: [UInt8], _ note: String) {
    for name in ["甲.plan", "甲.md"] {
      let result = Lexer.lex(SourceFile(name: name, bytes: bytes))
      #expect(tiles(result, bytes.count), "\(note) \(name)")
      let inside = result.issues.allSatisfy {
        0 <= $0.span.start && $0.span.start <= $0.span.end && $0.span.end <= bytes.count
      }
      #expect(inside, "\(note) \(name)")
      let sorted = zip(result.issues, result.issues.dropFirst()).allSatisfy {
        $0.span.start <= $1.span.start
      }
      #expect(sorted, "\(note) \(name)")
    }
  }

  @Test("Random bytes", arguments: [1, 2, 3, 4] as [UInt64])
  func randomBytes(seed: UInt64) {
    var random = LexerRandom(seed: seed)
    for round in 0..<120 {
      let count = Int.random(in: 0...200, using: &random)
      let bytes = (0..<count).map { _ in UInt8.random(in: 0...255, using: &random) }
      check(bytes, "seed \(seed) round \(round)")
    }
  }

  private static let fragments: [String] =
    [
      "（", "）", "{", "}", "【", "】", "；", "。", "\n", "\r\n", " ", "\u{3000}", "、", "，", ",", "：",
      ":", ":=", "=",
      "!=", "->", "→", "-", "—", "——", "～", ".", "．", "/", "//", "#", "## 节\n", "\"", "“", "”", "「",
      "」", "《", "》", "'",
      "```plan\n", "```\n", "~~~", "一、", "- ", "\u{FEFF}", "\u{200B}", "\u{202E}", "😀", "[", "〕",
      "0", "1",
      "000", "2024", "31", "一", "十", "两", "百", "万", "亿", "〇", "年", "月", "日", "号", "前", "底前", "内",
      "以上", "至", "至少",
      "至多", "每", "每周", "每季度", "每隔", "近", "逾期", "届满前", "距上次", "累计", "连续", "半年", "上半年", "第", "季度",
      "条", "次",
      "人", "元", "%", "％", "‰", "百分之", "分之", "个月", "个工作日", "本", "上", "次年", "次月", "首月", "每件", "起",
      "自", "企业", "D",
      "every", " month", " at least 1", "by", " end of", "Jun", " 10", "last", " 3", " days",
      "within", "Q2", "H1",
      "year", "years", "next", "total", "each", "or more", "不少于", "且", "其中", "按", "分组", "职责 甲 {",
      "登记 甲",
    ]

  @Test("Random concatenations of pieces of the language", arguments: [11, 12, 13, 14] as [UInt64])
  func randomPieces(seed: UInt64) {
    var random = LexerRandom(seed: seed)
    for round in 0..<400 {
      let count = Int.random(in: 1...14, using: &random)
      let text = (0..<count).compactMap { _ in Self.fragments.randomElement(using: &random) }
        .joined()
      check(Array(text.utf8), "seed \(seed) round \(round): \(text)")
    }
  }

  private static let sample = """
    计划 洋口 { 文号 "洋政〔2024〕26号"；期间 2024年4月15日 至 2026年12月31日 }
    范围 高危 = 企业 其中 行业 属于 {危化品、交通运输 等} 且 有(事故 于 近3年)
    职责 带队检查 {
      依据 《安全生产法》第四十一条；对象 企业「甲 厂」  // 注
      频次 每季度至少1次；例外 高危：每月10日前；比例 不低于10%
      凭证 自查 其中 带队人 ＝ 本企业.负责人 → “{本企业.名称}已检查”
    }
    duty d { cadence every month at least 1 at most 2; by end of 2024-06 }
    """

  @Test("A file cut off anywhere, inside characters too")
  func truncation() {
    let bytes = Array(Self.sample.utf8)
    for end in 0...bytes.count { check(Array(bytes[..<end]), "cut at \(end)") }
  }

  @Test("A byte lost or turned anywhere")
  func mutation() {
    let bytes = Array(Self.sample.utf8)
    for offset in bytes.indices {
      var lost = bytes
      lost.remove(at: offset)
      check(lost, "lost \(offset)")
      var turned = bytes
      turned[offset] ^= 0x80
      check(turned, "turned \(offset)")
    }
  }

  @Test("The sample has no issues")
  func sampleIsClean() { #expect(lexed(Self.sample).issues.isEmpty) }

  /// Whoever reads any of these twice per character would not come to an end: each is repeated to 16 kB.
  @Test(
    "Long files of one piece",
    arguments: [
      "(", "（", "{", "「", "“", "”", "\"", "《", "每", "一", "9", "1.", "1-", "1，", "1，000，", "每人",
      "至少每", "第一条", "{{", "\"{", "“{",
      "“\"", "“”", "每 ", "at ", "no less ", "every ", "by end of ", "—", "…", "。", "\n", "\n(",
      "- \n", "(\n职责 ", "(\n职责 甲 ",
      "2024年", "1 ", "0:", "'", "‘", "\u{FEFF}", "\u{202E}", "```plan\n", "# \n", "一、", "<!--", "上",
      "\u{FF}", "a", "ａ", "、、",
      "不低于", "前", "10%", "1,", "三分之", "百分之一", "每年1次至多", "连续",
    ])
  func longFiles(piece: String) {
    let unit = Array(piece.utf8)
    let bytes = Array(repeatElement(unit, count: 16_000 / unit.count).joined())
    check(bytes, piece)
  }

  @Test("A megabyte of openers", arguments: ["(", "「", "“", "每"])
  func megabytes(piece: String) {
    let unit = Array(piece.utf8)
    let bytes = Array(repeatElement(unit, count: 1_000_000 / unit.count).joined())
    #expect(tiles(Lexer.lex(SourceFile(name: "甲.plan", bytes: bytes)), bytes.count))
  }

  @Test(
    "Each stretch of invalid bytes is one token and one issue",
    arguments: [
      ([0x61, 0x20, 0xFF, 0xFE, 0x20, 0x62], 1), ([0xE4, 0xBD, 0x20, 0xC0, 0xAF], 2),
      ([0xED, 0xA0, 0x80], 1),
      ([0xF5, 0x80, 0x80, 0x80], 1), ([0x22, 0xFF, 0x22], 1), ([0x2F, 0x2F, 0xFF], 1),
    ] as [([UInt8], Int)])
  func invalidBytes(bytes: [UInt8], count: Int) {
    let result = Lexer.lex(SourceFile(name: "甲.plan", bytes: bytes))
    #expect(result.issues.map(\.kind) == Array(repeating: .invalidUTF8, count: count))
    #expect(tiles(result, bytes.count))
  }
}
