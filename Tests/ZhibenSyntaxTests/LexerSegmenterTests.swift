import Testing

@testable import ZhibenSyntax

/// What glued runs were meant to be.
struct LexerSegmenterTests {
  private let names: Set<String> = [
    "等级", "人数", "金额", "企业", "在册企业", "自查督办", "整改期限", "D", "检查", "投产日期", "通报", "事故", "执法", "危化 企业",
  ]

  @Test(arguments: [
    ("D且人数", "D 且 人数"), ("金额大于5000", "金额 大于 5000"), ("频次每季度至少1次", "频次 每季度至少1次"),
    ("逾期按自查督办", "逾期 按 自查督办"), ("对象在册企业", "对象 在册企业"), ("整改期限后10日内", "整改期限 后 10日内"),
    ("5人以上企业", "5人以上 企业"), ("每季度至少1次检查", "每季度至少1次 检查"), ("50且等级", "50 且 等级"),
    ("人数不少于50人", "人数 不少于 50人"), ("逾期15日通报", "逾期15日 通报"), ("投产日期起每6个月", "投产日期 起 每6个月"),
    ("2025年度执法", "2025年度 执法"), ("近3年事故", "近3年 事故"), ("Ｄ且人数", nil), ("企业", "企业"),
    ("甲且乙", nil), ("", nil), ("每月", "每月"),
  ])
  func splits(run: String, expected: String?) {
    #expect(Segmenter.segment(run, names: names)?.joined(separator: " ") == expected)
  }

  @Test("Runs of more than 64 characters are not tried")
  func limit() {
    let run = String(repeating: "且", count: 64)
    #expect(Segmenter.segment(run, names: [])?.count == 64)
    #expect(Segmenter.segment(run + "且", names: []) == nil)
  }

  @Test(
    "Documents put the verb inside the cadence",
    arguments: [
      ("每季度至少带队检查1次", "每季度至少1次", "带队检查"), ("每年组织演练2次", "每年2次", "组织演练"),
      ("每月开展不少于1次", "每月不少于1次", "开展"), ("每半年至少组织1次", "每半年至少1次", "组织"),
    ])
  func verbs(word: String, literal: String, verb: String) throws {
    let found = try #require(NearLiteral.cadence(in: word))
    #expect(found == (literal, verb))
  }

  @Test("Nothing to cut", arguments: ["每", "每月", "每月例会", "检查1次", ""])
  func noCadence(word: String) { #expect(NearLiteral.cadence(in: word) == nil) }
}
