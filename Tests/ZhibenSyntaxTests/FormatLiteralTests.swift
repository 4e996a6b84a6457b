import Testing

@testable import ZhibenSyntax

extension LiteralRow {
  /// Every spelling of the lexer's tables has a normal form and a translation of the same value.
  func checkSpellings() {
    for text in chinese + english {
      let normal = LiteralSpelling.normalised(value, text)
      #expect(LiteralSpelling.reads(normal, as: value), "\(text): \(normal)")
      #expect(LiteralSpelling.normalised(value, normal) == normal, "\(text)")
      for (language, others) in [(ScriptLanguage.chinese, chinese), (.english, english)]
      where !others.isEmpty && !FormatLiteralTests.isSpeltAlike(value) {
        let spelling = LiteralSpelling.spell(value, in: language, like: text)
        #expect(spelling != nil, "\(text) in \(language)")
      }
    }
  }
}

/// The normal forms of literals and their translations, by table. The tables of the lexer's tests go through `checkSpellings` as well.
struct FormatLiteralTests {
  /// Values that translation leaves alone.
  static func isSpeltAlike(_ value: Literal) -> Bool {
    switch value {
    case .quantity, .number, .time, .hours, .article: true
    default: false
    }
  }

  @Test(arguments: [
    ("每季度1次", "every quarter 1"), ("每季度至少1次", "every quarter at least 1"),
    ("每月", "every month"), ("每月末", "every month by end"), ("每年底", "every year by end"),
    ("每月至少1次至多2次", "every month at least 1 at most 2"), ("每年至多4次", "every year at most 4"),
    ("每周一", "every Monday"), ("每月10日前", "every month by 10"), ("每月10日", "every month on 10"),
    ("每年6月10日前", "every year by Jun 10"), ("每季度末月10日前", "every quarter last month by 10"),
    ("每隔90日", "every 90 days since last"), ("距上次不超过3个月", "within 3 months of last"),
    ("每年不少于10%", "every year at least 10%"), ("每6个月", "every 6 months"),
    ("每件20分", "each 件 20分"), ("每起5万元", "each 起 5万元"), ("5万元以上", "5万元 or more"),
    ("20%以下", "20% or less"), ("3日以外", "beyond 3 days"), ("10日内", "within 10 days"),
    ("近半年", "last 1 half-year"), ("逾期15日", "overdue 15 days"),
    ("届满前1个月内", "within 1 month before expiry"), ("累计3次", "total 3 times"),
    ("连续3个月", "consecutive 3 months"), ("2024年5月6日", "2024-05-06"), ("6月10日", "Jun 10"),
    ("2024年底前", "by end of 2024"), ("6月底前", "by end of Jun"), ("年底前", "by year end"),
    ("2024年6月底前", "by end of 2024-06"), ("2025年12月31日前", "by 2025-12-31"),
    ("本季度末前", "by end of this quarter"), ("2024年上半年", "2024 H1"), ("第二季度", "Q2"),
    ("2024年第二季度", "2024 Q2"), ("2024—2026年", "years 2024—2026"),
    ("2024年4月至12月", "2024-04—2024-12"), ("2024年4月1日至6月30日", "2024-04-01—2024-06-30"),
    ("6月1日至9月30日", "Jun 1—Sep 30"), ("4月至12月", "Apr—Dec"), ("上年同期", "same period last year"),
    ("本年", "this year"), ("上年12月", "last year Dec"), ("次年1月1日", "next year Jan 1"),
    ("次月10日前", "next month by 10"), ("次年1月10日前", "next year by Jan 10"),
    ("5个月至7个月", "5 months—7 months"),
  ])
  func translations(chinese: String, english: String) throws {
    let value = try #require(literal(chinese))
    #expect(literal(english) == value)
    #expect(LiteralSpelling.spell(value, in: .english, like: chinese) == english)
    #expect(LiteralSpelling.spell(value, in: .chinese, like: english) == chinese)
    #expect(LiteralSpelling.normalised(value, chinese) == chinese)
    #expect(LiteralSpelling.normalised(value, english) == english)
  }
}
