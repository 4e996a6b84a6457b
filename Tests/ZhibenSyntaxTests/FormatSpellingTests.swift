import Testing

@testable import ZhibenSyntax

/// Signs, blanks, texts and literals in the house style.
struct FormatSpellingTests {
  /// The question of a script `范围 甲 = …` before and after.
  private static func question(_ before: String) -> String {
    let line = formatted("范围 甲 = " + before + "\n")
    return line.hasPrefix("范围 甲 = ") ? String(line.dropFirst(7).dropLast()) : line
  }

  @Test(arguments: [
    FormatRow(
      "operators", "甲 其中 一>=1 且 二!=2 且 三<>3 且 四<=4 且 五＞5",
      "甲 其中 一 ≥ 1 且 二 ≠ 2 且 三 ≠ 3 且 四 ≤ 4 且 五 > 5"),
    FormatRow("arithmetic", "甲 其中 一+二*3-四÷5>0", "甲 其中 一 + 二 × 3 − 四 / 5 > 0"),
    FormatRow("a sign before a number", "甲 其中 一 > - 5 且 二 = 3--2", "甲 其中 一 > −5 且 二 = 3 − −2"),
    FormatRow("members", "甲 其中 乙 . 丙．丁 = 1", "甲 其中 乙.丙.丁 = 1"),
    FormatRow("calls", "有 ( 甲 ,乙, 丙)", "有（甲，乙，丙）"),
    FormatRow("parentheses", "甲 其中 (一 或 二)且(三)", "甲 其中 （一 或 二） 且 （三）"),
    FormatRow("sets", "甲 其中 乙 属于｛ 一, 二；三，四 等 】", "甲 其中 乙 属于 {一、二、三、四 等}"),
    FormatRow("full-width letters and digits", "甲 其中 ＡＢ > １０", "甲 其中 AB > 10"),
    FormatRow("records", "甲 其中 乙 = 企业 「甲 厂」", "甲 其中 乙 = 企业「甲 厂」"),
    FormatRow(
      "columns", "甲 按 村,级 分组 统计 家数=数量(),职工=求和(人数) 排序 家数 降序,职工 前 10",
      "甲 按 村、级 分组 统计 家数 = 数量（），职工 = 求和（人数） 排序 家数 降序，职工 前 10"),
    FormatRow("arguments that would be one number", "f(1， 000)", "f（1， 000）"),
    FormatRow("synonyms stay", "甲 其中 一 超过 3 并且 二 不低于 5", "甲 其中 一 超过 3 并且 二 不低于 5"),
    FormatRow("terms", "甲 于 发现日期 前 12 个月", "甲 于 发现日期 前12个月"),
  ])
  func signs(row: FormatRow) { #expect(Self.question(row.before) == row.after) }

  @Test(arguments: [
    FormatRow("digits and units", "三年", "3年"),
    FormatRow("quantities", "５ 万元", "5万元"),
    FormatRow("numerals before 万", "五万元", "5万元"),
    FormatRow("fractions stay", "三分之二", "三分之二"),
    FormatRow("a share in words stays", "百分之十", "百分之十"),
    FormatRow("天", "3天", "3日"),
    FormatRow("度", "2024年度", "2024年"),
    FormatRow("本年度", "本年度", "本年"),
    FormatRow("quarters keep their names", "2024年二季度", "2024年二季度"),
    FormatRow("dashes", "2024——2026年", "2024—2026年"),
    FormatRow("dates", "2024-05-06", "2024年5月6日"),
    FormatRow("full-width dates", "２０２４－０５－０６", "2024年5月6日"),
    FormatRow("months in digits", "2024-04—2024-12", "2024年4月至12月"),
    FormatRow("points in dates", "2024.5.6", "2024年5月6日"),
    FormatRow("blanks inside", "2024 年 5 月 6 日", "2024年5月6日"),
    FormatRow("times", "8：00—18：00", "8:00—18:00"),
    FormatRow("half a month stays", "半个月", "半个月"),
    FormatRow("English literals stay English", "last  3   years", "last 3 years"),
  ])
  func literals(row: FormatRow) {
    #expect(Self.question("甲 其中 乙 = " + row.before) == "甲 其中 乙 = " + row.after)
  }

  @Test(arguments: [
    FormatRow("bare", "每月", "每月"),
    FormatRow("counted", "每季度一次", "每季度1次"),
    FormatRow("at least", "每季度至少 1 次", "每季度至少1次"),
    FormatRow("weekdays are no numbers", "每周一", "每周一"),
    FormatRow("twice a week", "每周二次", "每周2次"),
    FormatRow("several days", "每年6月10日,12 月10日前", "每年6月10日、12月10日前"),
    FormatRow("from an anchor", "自 投产日期 起 每6个月", "自 投产日期 起每6个月"),
    FormatRow("spacing", "每年2次 间隔 不少于 30日", "每年2次 间隔 不少于30日"),
    FormatRow("tolerance", "每年2次 容差 后 10天", "每年2次 容差 后10日"),
  ])
  func cadences(row: FormatRow) {
    #expect(formatted("职责 甲 { 频次 \(row.before) }") == "职责 甲 {\n  频次 \(row.after)\n}\n")
  }

  @Test(arguments: [
    FormatRow("straight quotes", "\"甲\"", "“甲”"),
    FormatRow("full-width quotes", "＂甲＂", "“甲”"),
    FormatRow("mixed quotes", "“甲\"", "“甲”"),
    FormatRow("quotes inside", "\"推动“一件事”\"", "\"推动“一件事”\""),
    FormatRow("curly around curly", "“推动“一件事””", "\"推动“一件事”\""),
    FormatRow("straight inside curly", "“甲\"乙\"”", "“甲\"乙\"”"),
    FormatRow("braces and signs in texts are text", "\"【提醒】，；１００％ {{ }\"", "“【提醒】，；１００％ {{ }”"),
    FormatRow("titles", "《安全生产法》 第四十一条 ,\"一\"", "《安全生产法》第四十一条、“一”"),
  ])
  func texts(row: FormatRow) {
    #expect(formatted("职责 甲 { 依据 \(row.before) }") == "职责 甲 {\n  依据 \(row.after)\n}\n")
  }

  @Test(arguments: [
    FormatRow("code in texts", "\"{ 甲.乙 }一｛求和( 丙,丁 )｝\"", "“{甲.乙}一{求和（丙，丁）}”"),
    FormatRow("texts in code in texts", "“{f(\"a\")}”", "\"{f（“a”）}\""),
  ])
  func interpolations(row: FormatRow) { #expect(Self.question(row.before) == row.after) }

  @Test(arguments: [
    FormatRow(
      "signs",
      "duty 甲{subject 企业 where 级 = A and 人数>=50；basis “一”、“二”；except 乙：every month at least 1}",
      "duty 甲 {\n  subject 企业 where 级 = A and 人数 ≥ 50\n  basis \"一\", \"二\"\n  except 乙: every month at least 1\n}\n"
    ),
    FormatRow("lists", "enum 级 { A；B}\n", "enum 级 { A; B }\n"),
    FormatRow(
      "words of several words", "parameter 甲=5{not   stated；in force 2024-05-06}",
      "parameter 甲 = 5 { not stated; in force 2024-05-06 }\n"),
    FormatRow(
      "minus and times", "scope 甲 = 乙 where 丙−丁×2 > 0", "scope 甲 = 乙 where 丙 - 丁 * 2 > 0\n"),
  ])
  func english(row: FormatRow) { #expect(formatted(row.before) == row.after) }
}
