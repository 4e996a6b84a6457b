import Testing

@testable import ZhibenSyntax

/// The same script in both languages; each is the translation of the other.
struct TranslationRow: CustomTestStringConvertible, Sendable {
  let name: String
  let chinese: String
  let english: String

  init(_ name: String, zh chinese: String, en english: String) {
    (self.name, self.chinese, self.english) = (name, chinese, english)
  }

  var testDescription: String { name }
}

struct FormatTranslationTests {
  private func check(_ chinese: String, _ english: String) {
    #expect(translated(chinese, to: .english) == english)
    #expect(translated(english, to: .chinese) == chinese)
    #expect(translated(chinese, to: .chinese) == chinese)
    #expect(translated(english, to: .english) == english)
  }

  @Test(arguments: [
    TranslationRow("use", zh: "引用 标准台账", en: "use 标准台账"),
    TranslationRow(
      "scope", zh: "范围 甲 = 企业 其中 状态 ≠ 销号 且 非 （高危 或 人数 大于 50）",
      en: "scope 甲 = 企业 where 状态 ≠ 销号 and not (高危 or 人数 more than 50)"),
    TranslationRow(
      "sets and membership", zh: "范围 甲 = 企业 其中 行业 属于 {危化品、交通运输 等} 且 内容 不包含 乙",
      en: "scope 甲 = 企业 where 行业 in {危化品, 交通运输 etc} and 内容 not contains 乙"),
    TranslationRow(
      "empty and between", zh: "范围 甲 = 企业 其中 乙 不为空 且 丙 介于 1 与 5 且 丁 为空",
      en: "scope 甲 = 企业 where 乙 is not empty and 丙 between 1 and 5 and 丁 is empty"),
    TranslationRow(
      "set operations", zh: "范围 甲 = 乙 并 丙 除 丁 交 戊", en: "scope 甲 = 乙 union 丙 minus 丁 both 戊"),
    TranslationRow(
      "references", zh: "范围 甲 = 乙 其中 有（租赁 经 承租方 其中 丙 = 本 企业.丁 且 戊 = 本企业.己）",
      en: "scope 甲 = 乙 where 有(租赁 via 承租方 where 丙 = this 企业.丁 and 戊 = 本企业.己)"),
    TranslationRow(
      "conditional", zh: "参数 甲 = 若 乙 则 1 否则 2", en: "parameter 甲 = if 乙 then 1 else 2"),
    TranslationRow(
      "history", zh: "范围 甲 = 企业 其中 曾 状态 = 停产 于 近3年",
      en: "scope 甲 = 企业 where ever 状态 = 停产 during last 3 years"),
    TranslationRow(
      "groups", zh: "范围 甲 = 乙 按 村、级 分组 统计 家数 = 数量（），人 = 求和（丙） 排序 家数 降序 前 10",
      en: "scope 甲 = 乙 group by 村, 级 aggregate 家数 = 数量(), 人 = 求和(丙) sort 家数 desc first 10"),
    TranslationRow(
      "groups of groups", zh: "范围 甲 = 乙 按 村 分组 统计 数量（） 按 级 分组",
      en: "scope 甲 = 乙 group by 村 aggregate 数量() group by 级"),
    TranslationRow(
      "windows", zh: "范围 甲 = 隐患 于 该隐患.发现日期 前12个月 其中 乙",
      en: "scope 甲 = 隐患 during 12 months before 该隐患.发现日期 where 乙"),
    TranslationRow(
      "anchors that are no names keep the order", zh: "范围 甲 = 隐患 于 最早（乙） 前3年",
      en: "scope 甲 = 隐患 during 最早(乙) first 3 years"),
    TranslationRow(
      "quoted names", zh: "范围 「其中」 = 企业 其中 乙 = 企业「甲 厂」", en: "scope 「其中」 = 企业 where 乙 = 企业「甲 厂」"),
    TranslationRow(
      "English words as names stay", zh: "范围 vip = 企业 其中 name = “a”",
      en: "scope vip = 企业 where name = \"a\""),
  ])
  func questions(row: TranslationRow) { check(row.chinese + "\n", row.english + "\n") }

  @Test(arguments: [
    TranslationRow("terms", zh: "期限 起租日 后 30日内", en: "term within 30 days after 起租日"),
    TranslationRow(
      "terms of the subject", zh: "期限 本企业.起租日 前10个工作日", en: "term 10 workdays before 本企业.起租日"),
    TranslationRow("before a day", zh: "期限 开工日 之前", en: "term before 开工日"),
    TranslationRow(
      "before a reckoned day", zh: "期限 届满 前8个工作日 之前", en: "term before 8 workdays before 届满"),
    TranslationRow(
      "a field named expiry keeps the order", zh: "期限 expiry 前8个工作日",
      en: "term expiry first 8 workdays"),
    TranslationRow("bare deadlines", zh: "2025年底前", en: "by end of 2025"),
    TranslationRow("bare cadences", zh: "每季度至少1次", en: "every quarter at least 1"),
    TranslationRow("counts", zh: "频次 每年2次", en: "cadence every year 2"),
    TranslationRow("anchored", zh: "频次 自 投产日期 起每6个月", en: "cadence every 6 months from 投产日期"),
    TranslationRow(
      "anchored and more", zh: "自 投产日期 起每6个月 首次 登记日 后 45日内",
      en: "every 6 months from 投产日期 first time within 45 days after 登记日"),
    TranslationRow(
      "since the last", zh: "频次 距上次 不超过 3个月", en: "cadence since last no more than 3 months"),
    TranslationRow(
      "between two limits", zh: "频次 距上次 5个月至7个月 容差 后10日",
      en: "cadence since last 5 months—7 months tolerance after 10 days"),
    TranslationRow("coverage", zh: "频次 3年内 覆盖 全部 部位", en: "cadence within 3 years cover all 部位"),
    TranslationRow(
      "several days of the year", zh: "频次 每年6月10日、12月10日前",
      en: "cadence every year by Jun 10, Dec 10"),
    TranslationRow(
      "several days themselves", zh: "频次 每年6月10日、12月10日", en: "cadence every year on Jun 10, Dec 10"
    ),
    TranslationRow(
      "spacing", zh: "频次 每年2次 间隔 不少于30日", en: "cadence every year 2 spacing no less than 30 days"),
    TranslationRow(
      "limits by names", zh: "频次 每年 至少 最低次数 次", en: "cadence every year at least 最低次数 times"),
    TranslationRow(
      "exceptions", zh: "例外 高危企业：每月至少1次 从严", en: "except 高危企业: every month at least 1 strict"),
    TranslationRow("spans", zh: "例外 汛期 内：免除", en: "except 汛期 inside: exempt"),
    TranslationRow("several clauses in force", zh: "施行 2024年5月6日", en: "in force 2024-05-06"),
    TranslationRow(
      "actions", zh: "逾期 { 提请 停产整顿 由 镇政府 批准 须 照片、记录 10日内；督促 致 企业 抄送 村 }",
      en: "overdue { 提请 停产整顿 by 镇政府 approve need 照片, 记录 within 10 days; 督促 to 企业 cc 村 }"),
    TranslationRow(
      "actions with terms", zh: "逾期 { 检查 企业 期限 整改期限 后 10日内 }",
      en: "overdue { 检查 企业 term within 10 days after 整改期限 }"),
    TranslationRow("choose one", zh: "逾期 { 择一 { 甲；乙 } }", en: "overdue { one of { 甲; 乙 } }"),
    TranslationRow(
      "texts with code", zh: "条件 甲 = “{乙 于 近3年}共{数量（丙）}家”",
      en: "condition 甲 = \"{乙 during last 3 years}共{数量(丙)}家\""),
    TranslationRow("citations", zh: "依据 《安全生产法》第四十一条、“二（二）6”", en: "basis 《安全生产法》第四十一条, \"二（二）6\""),
    TranslationRow("comments", zh: "由 甲  // 由 甲", en: "by 甲  // 由 甲"),
  ])
  func clauses(row: TranslationRow) {
    check("职责 义 {\n  \(row.chinese)\n}\n", "duty 义 {\n  \(row.english)\n}\n")
  }

  @Test(arguments: [
    TranslationRow(
      "choices", zh: "频次 按 级、类 { A、任意：每季度1次；C 至 D、300人以上：免除 }",
      en: "cadence per 级, 类 { A, 任意: every quarter 1; C through D, 300人 or more: exempt }"),
    TranslationRow(
      "caps", zh: "上限 每年至多2次 不计 举报、复查", en: "cap every year at most 2 not counting 举报, 复查"),
    TranslationRow(
      "labels with limits", zh: "频次 按 人数 { 大于50人：每年1次；其他：每年2次 }",
      en: "cadence per 人数 { more than 50人: every year 1; 其他: every year 2 }"),
    TranslationRow("effort", zh: "工作量 2人日", en: "effort 2人日"),
  ])
  func inspections(row: TranslationRow) {
    check("检查 义 {\n  \(row.chinese)\n}\n", "inspection 义 {\n  \(row.english)\n}\n")
  }

  @Test(arguments: [
    TranslationRow("dated lines", zh: "2024年底前 不低于60%", en: "by end of 2024 no less than 60%"),
    TranslationRow("halves", zh: "2024年上半年 100%", en: "2024 H1 100%"),
    TranslationRow("limits with units", zh: "下降 5万元以上", en: "fall 5万元 or more"),
    TranslationRow("a base of zero", zh: "基数为零 则 为零", en: "zero base then 为零"),
    TranslationRow(
      "several measures", zh: "指标 数量（事故）、求和（事故.死亡人数）", en: "metric 数量(事故), 求和(事故.死亡人数)"),
  ])
  func targets(row: TranslationRow) {
    check("目标 义 {\n  \(row.chinese)\n}\n", "target 义 {\n  \(row.english)\n}\n")
  }

  @Test(arguments: [
    TranslationRow("rungs", zh: "逾期15日 通报 致 企业.村", en: "overdue 15 days 通报 to 企业.村"),
    TranslationRow("rungs by a parameter", zh: "逾期 催办日数 提醒 由 甲", en: "overdue 催办日数 提醒 by 甲"),
    TranslationRow(
      "ahead of expiry", zh: "届满前1个月内 提醒 致 甲", en: "within 1 month before expiry 提醒 to 甲"),
  ])
  func rungs(row: TranslationRow) {
    check("督办 义 {\n  \(row.chinese)\n}\n", "escalation 义 {\n  \(row.english)\n}\n")
  }

  @Test func registersAndLists() {
    check(
      "登记 甲 别名 a 齐全 自 2024年1月1日 保密 {\n  乙 别名 b：文本 标识\n  丙：{一、二}? 必填 默认 一\n  日：日期 日期\n}\n",
      "register 甲 alias a complete from 2024-01-01 confidential {\n  乙 alias b: 文本 key\n  丙: {一, 二}? required default 一\n  日: 日期 date\n}\n"
    )
    check("取值 级 由低到高 { A 别名 甲；B 等 }\n", "enum 级 ascending { A alias 甲; B etc }\n")
    check(
      "划分 类 于 企业 {\n  甲：乙\n  丙：其他\n  基准日 2024年1月1日\n}\n",
      "partition 类 in 企业 {\n  甲: 乙\n  丙: 其他\n  base date 2024-01-01\n}\n")
  }

  /// English order that Chinese lacks without a word: a term that begins with its day.
  @Test(arguments: [
    ("duty 义 {\n  within 30 days after 起租日\n}\n", "职责 义 {\n  期限 起租日 后 30日内\n}\n"),
    ("duty 义 {\n  cadence within 30 days after 起租日\n}\n", "职责 义 {\n  频次 期限 起租日 后 30日内\n}\n"),
    (
      "duty 义 {\n  overdue { 甲 within 3 days after 乙.丙 }\n}\n",
      "职责 义 {\n  逾期 { 甲 期限 乙.丙 后 3日内 }\n}\n"
    ),
  ])
  func bareTerms(english: String, chinese: String) {
    #expect(translated(english, to: .chinese) == chinese)
  }

  @Test func commentsKeepAPhraseFromTurning() {
    let text = "职责 义 {\n  期限 起租日 后  // 甲\n    30日内\n}\n"
    let expected = "duty 义 {\n  term 起租日 after  // 甲\n    within 30 days\n}\n"
    #expect(translated(text, to: .english) == expected)
  }

  @Test func bothLanguagesInOneFile() {
    let text = "职责 甲 {\n  subject 企业 其中 级 = A and 高危\n  cadence 每月 at least 3次\n}\n"
    #expect(
      translated(text, to: .chinese) == "职责 甲 {\n  对象 企业 其中 级 = A 且 高危\n  频次 每月 至少 3次\n}\n")
    #expect(
      translated(text, to: .english)
        == "duty 甲 {\n  subject 企业 where 级 = A and 高危\n  cadence every month at least 3次\n}\n")
  }
}
