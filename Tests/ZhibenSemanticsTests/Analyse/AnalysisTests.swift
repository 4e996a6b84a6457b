import Testing
import ZhibenDiagnostics

@testable import ZhibenSemantics

/// What is seen only when a plan is looked at as a whole: each mistake with what it underlines, and beside it what comes near and is right.
@Suite struct AnalysisTests {
  typealias Wrong = Case<String, [Said]>

  // MARK: - Exceptions

  static let exceptions: [Wrong] = [
    Wrong(
      "two that may meet", "例外 高危：每周1次\n例外 重点企业：免除", [Said("W0640", "例外 重点企业：免除")]),
    Wrong("two that may meet, the same value", "例外 高危：每周1次\n例外 重点企业：每周至少1次", []),
    Wrong("two that may meet, one special", "例外 高危：每周1次\n例外 重点企业：免除 特别", []),
    Wrong("two that may meet, one superior", "例外 高危：每周1次 上位\n例外 重点企业：免除 特别", []),
    Wrong("two that may meet, the strictest", "例外 高危：每周1次 从严\n例外 重点企业：免除", []),
    Wrong(
      "two that may meet, both special", "例外 高危：每周1次 特别\n例外 重点企业：免除 新",
      [Said("W0640", "例外 重点企业：免除 新")]),
    Wrong("two values of one field", "例外 等级 = D：每周1次\n例外 等级 = C：每月2次", []),
    Wrong("above and below a number", "例外 人数 ≥ 300：每周1次\n例外 人数 < 300：免除", []),
    Wrong(
      "bands that share a number", "例外 人数 ≥ 300：每周1次\n例外 人数 ≤ 300：免除",
      [Said("W0640", "例外 人数 ≤ 300：免除")]),
    Wrong(
      "one inside the other", "例外 人数 ≥ 50：每周1次\n例外 人数 ≥ 300：免除",
      [Said("E0513", "例外 人数 ≥ 300：免除")]),
    Wrong(
      "one inside the other by its scope", "例外 高危：每周1次\n例外 大户：免除", [Said("E0513", "例外 大户：免除")]),
    Wrong("one without the other", "例外 高危：每周1次\n例外 企业 除 大户 其中 非 高危：免除", []),
    Wrong(
      "the same in other words", "例外 等级 属于 {C、D}：每周1次\n例外 等级 ≥ C：免除",
      [Said("E0513", "例外 等级 ≥ C：免除")]),
    Wrong("dates apart", "例外 入库日 < 2024年1月1日：每周1次\n例外 入库日 ≥ 2024年1月1日：免除", []),
    Wrong("blank and filled in", "例外 关停日 为空：每周1次\n例外 关停日 ≤ 今日：免除", []),
    Wrong("some and none", "例外 有(事故)：每周1次\n例外 无(事故)：免除", []),
    Wrong("classes of a partition", "例外 类别 = 甲类：每周1次\n例外 类别 = 乙类：免除", []),
    Wrong("a class and what it excludes", "例外 类别 = 乙类：每周1次\n例外 高危：免除", []),
    Wrong(
      "a class and what it is made of", "例外 类别 = 甲类：每周1次\n例外 高危 且 状态 ≠ 已销号：免除",
      [Said("E0513", "例外 高危 且 状态 ≠ 已销号：免除")]),
    Wrong("many values, some of them", "例外 行业 包含 冶金：每周1次\n例外 行业 为空：免除", []),
    Wrong(
      "many values", "例外 行业 包含 冶金：每周1次\n例外 行业 包含 商贸：免除",
      [Said("W0640", "例外 行业 包含 商贸：免除")]),
    Wrong(
      "two bearers", "例外 高危 { 由 镇安监办 }\n例外 重点企业 { 由 县应急管理局 }",
      [Said("W0640", "例外 重点企业 { 由 县应急管理局 }")]),
    Wrong("a bearer and a cadence", "例外 高危 { 由 镇安监办 }\n例外 重点企业：每周1次", []),
    Wrong(
      "by keys, some values differ",
      "例外 高危 { 频次 按 等级 { D：每周1次；其他：每月2次 } }\n例外 重点企业：每月2次",
      [Said("W0640", "例外 重点企业：每月2次")]),
    Wrong(
      "by keys, where they meet the values agree",
      "例外 高危 { 频次 按 等级 { D：每周1次；其他：每月2次 } }\n例外 重点企业 且 等级 = C：每月2次", []),
    Wrong("never applies", "例外 状态 = 已销号：免除", [Said("W0641", "例外 状态 = 已销号：免除")]),
    Wrong("applies to some", "例外 状态 ≠ 在产：免除", []),
  ]

  @Test(arguments: exceptions)
  func exceptionsOfOneRule(_ wrong: Wrong) {
    let text = """
      范围 在册企业 = 企业 其中 状态 ≠ 已销号
      范围 大户 = 在册企业 其中 高危 且 人数 ≥ 300
      划分 类别 于 在册企业 { 甲类：高危；乙类：其他 }
      职责 试 {
      依据 "一"
      对象 在册企业
      频次 每月1次
      \(wrong.input)
      凭证 自查
      }
      """
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test func aConflictNamesBothClausesAndACase() throws {
    let text = "职责 试 {\n依据 \"一\"\n对象 企业\n频次 每月1次\n例外 人数 ≥ 300：每周1次\n例外 高危：免除\n凭证 自查\n}"
    let conflict = try #require(Fixture.compile(text).diagnostics.ordered.first)
    #expect(conflict.code == "W0640")
    #expect(conflict.arguments["firstValue"]?.zh == "每周至少1次")
    #expect(conflict.arguments["secondValue"]?.zh == "免除")
    #expect(conflict.secondary.count == 1)
    #expect(conflict.notes.map(\.zh) == ["例如：人数 = 300、高危 = 是"])
    #expect(conflict.notes.map(\.en) == ["for example: 人数 = 300, 高危 = yes"])
  }

  // MARK: - Conditions

  static let conditions: [Wrong] = [
    Wrong("two numbers", "人数 > 50 且 人数 < 30", [Said("W0656", "人数 > 50 且 人数 < 30")]),
    Wrong("two numbers with room", "人数 > 50 且 人数 < 300", []),
    Wrong("no whole number between", "人数 > 50 且 人数 < 51", [Said("W0656", "人数 > 50 且 人数 < 51")]),
    Wrong("money between", "产值 > 50元 且 产值 < 51元", []),
    Wrong("two values of a list", "等级 = A 且 等级 = B", [Said("W0656", "等级 = A 且 等级 = B")]),
    Wrong("two values of a field of several", "行业 包含 冶金 且 行业 包含 商贸", []),
    Wrong("and for or", "等级 ≠ A 或 等级 ≠ B", [Said("W0657", "等级 ≠ A 或 等级 ≠ B")]),
    Wrong("all values", "规模 属于 {规上、规下}", [Said("W0657", "规模 属于 {规上、规下}")]),
    Wrong("one value", "规模 属于 {规上}", []),
    Wrong(
      "an alternative that no record meets", "高危 或 （人数 > 5 且 人数 < 3）",
      [Said("W0656", "（人数 > 5 且 人数 < 3）")]),
    Wrong(
      "inside of a question", "有(隐患 其中 级别 = 一般 且 级别 = 重大)", [Said("W0656", "级别 = 一般 且 级别 = 重大")]),
    Wrong("a count below zero", "数量(隐患) < 0", [Said("W0656", "数量(隐患) < 0")]),
    Wrong("a count above zero", "数量(隐患) > 0", []),
    Wrong(
      "blank and filled in", "关停日 为空 且 关停日 > 2024年1月1日", [Said("W0656", "关停日 为空 且 关停日 > 2024年1月1日")]
    ),
    Wrong("blank or filled in", "关停日 为空 或 关停日 > 2024年1月1日", []),
    Wrong(
      "two fields both ways", "入库日 < 关停日 且 关停日 < 入库日", [Said("W0656", "入库日 < 关停日 且 关停日 < 入库日")]),
    Wrong("two fields one way", "入库日 < 关停日 且 关停日 ≥ 入库日", []),
    Wrong("a reference that cannot be filled", "所在 = 所在 且 高危", [Said("W0658", "所在 = 所在")]),
    Wrong("whether it is blank", "所在 为空 且 高危", [Said("W0657", "所在 为空")]),
    Wrong("an empty window", "有(隐患 于 近0日)", [Said("E0654", "有(隐患 于 近0日)")]),
    Wrong("a window", "有(隐患 于 近1日)", []),
  ]

  @Test(arguments: conditions)
  func conditionsOfScopes(_ wrong: Wrong) {
    let registers = "登记 楼 { 层数：整数 }\n登记 企业 { 所在：楼 }\n"
    #expect(Fixture.compile(registers + "范围 试 = 企业 其中 \(wrong.input)").said == wrong.expected)
  }

  static let partitions: [Wrong] = [
    Wrong("a line behind all its cases", "甲：人数 ≥ 50；乙：人数 ≥ 300；丙：其他", [Said("E0505", "人数 ≥ 300")]),
    Wrong("a line that others share", "甲：人数 ≥ 300；乙：人数 ≥ 50；丙：其他", []),
    Wrong(
      "a line behind two that cover it", "甲：人数 ≥ 300；乙：高危；丙：高危 且 人数 > 5；丁：其他",
      [Said("E0505", "高危 且 人数 > 5")]),
    Wrong(
      "a line that no record meets", "甲：人数 > 5 且 人数 < 3；丙：其他", [Said("W0656", "人数 > 5 且 人数 < 3")]),
  ]

  @Test(arguments: partitions)
  func linesOfPartitions(_ wrong: Wrong) {
    #expect(Fixture.compile("划分 试 于 企业 { \(wrong.input) }").said == wrong.expected)
  }

  // MARK: - Bands

  static let bands: [Wrong] = [
    Wrong("a number in both", "50人以下：每年1次；50人以上：每月1次", [Said("W0642", "50人以上")]),
    Wrong("a number in one", "不满 50人：每年1次；50人以上：每月1次", []),
    Wrong("in both, the same value", "50人以下：每月1次；50人以上：每月1次", []),
    Wrong("the greater first", "300人以上：每月1次；50人以上：每季度1次；其他：每年1次", []),
    Wrong(
      "bands that cross", "10人 至 60人：每月1次；50人 至 100人：每季度1次；其他：每年1次", [Said("W0642", "50人 至 100人")]),
  ]

  @Test(arguments: bands)
  func bandsOfNumbers(_ wrong: Wrong) {
    let text = "职责 试 { 依据 \"一\"；对象 企业；频次 按 人数 { \(wrong.input) }；凭证 自查 }"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test(arguments: [
    Case("a gap", "50人以下：每年1次；100人以上：每月1次", ["人数 = 51"]),
    Case("a number in both", "50人以下：每年1次；50人以上：每月1次", ["人数 = 50"]),
    Case("a line never reached", "50人以上：每年1次；300人以上：每月1次；其他：每周1次", ["例如 人数 = 300，取「50人以上」"]),
  ])
  func aWitnessIsNamed(_ wrong: Case<String, [String]>) {
    let text = "职责 试 { 依据 \"一\"；对象 企业；频次 按 人数 { \(wrong.input) }；凭证 自查 }"
    let found = Fixture.compile(text).diagnostics.ordered.flatMap { diagnostic in
      ["cases", "case"].compactMap { diagnostic.arguments[$0]?.zh } + diagnostic.notes.map(\.zh)
    }
    #expect(found == wrong.expected)
  }

  // MARK: - Ladders

  static let ladders: [Wrong] = [
    Wrong("never ends", "直至 状态 = 已销号 且 状态 = 整改中", [Said("E0644", "状态 = 已销号 且 状态 = 整改中")]),
    Wrong("ends before it begins", "直至 级别 = 重大", [Said("W0645", "级别 = 重大")]),
    Wrong("ends when it leaves", "直至 级别 = 一般", []),
    Wrong("a pause behind the end", "直至 状态 = 已销号\n暂停 状态 = 已销号", [Said("W0646", "状态 = 已销号")]),
    Wrong(
      "a pause that no record meets", "直至 状态 = 已销号\n暂停 挂牌 且 非 挂牌", [Said("W0656", "挂牌 且 非 挂牌")]),
    Wrong("a pause without end", "直至 状态 = 已销号\n暂停 级别 = 重大", [Said("E0647", "级别 = 重大")]),
    Wrong("a pause", "直至 状态 = 已销号\n暂停 状态 = 待复查", []),
    Wrong("nobody's rung", "直至 状态 = 已销号\n逾期9个工作日 约谈", [Said("W0649", "约谈")]),
    Wrong(
      "one of the choices is nobody's", "直至 状态 = 已销号\n逾期9个工作日 择一 { 约谈；曝光 由 镇政府 }",
      [Said("W0649", "择一 { 约谈；曝光 由 镇政府 }")]),
    Wrong("somebody's choices", "直至 状态 = 已销号\n逾期9个工作日 择一 { 约谈 致 企业；曝光 由 镇政府 }", []),
    Wrong("it starts itself", "直至 状态 = 已销号\n逾期9个工作日 督办 试 致 企业", [Said("E0648", "督办 试 致 企业")]),
  ]

  @Test(arguments: ladders)
  func oneLadder(_ wrong: Wrong) {
    let text = "督办 试 {\n依据 \"一\"\n对象 隐患 其中 级别 = 重大\n\(wrong.input)\n逾期99个工作日 提醒 致 企业\n}"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test func laddersInARing() throws {
    func ladder(_ name: String, _ next: String) -> String {
      "督办 \(name) {\n依据 \"一\"\n对象 隐患\n直至 状态 = 已销号\n逾期1个工作日 督办 \(next) 致 企业\n}\n"
    }
    let ring = Fixture.compile(ladder("甲", "乙") + ladder("乙", "丙") + ladder("丙", "乙"))
    #expect(ring.said == [Said("E0648", "督办 乙 致 企业")])
    let diagnostic = try #require(ring.diagnostics.ordered.first)
    #expect(diagnostic.arguments["path"]?.zh == "乙 → 丙 → 乙")
    #expect(diagnostic.secondary.count == 1)
    let chain =
      ladder("甲", "乙") + ladder("乙", "丙")
      + "督办 丙 {\n依据 \"一\"\n对象 隐患\n直至 状态 = 已销号\n逾期1个工作日 提醒 致 企业\n}\n"
    #expect(Fixture.compile(chain).said == [])
  }

  // MARK: - Caps

  static let caps: [Wrong] = [
    capped("above in every class", "频次 每季度1次\n上限 每年至多2次", "", [Said("E0506", "频次 每季度1次")]),
    capped(
      "above in some class", "频次 每季度1次\n上限 按 高危 { 是：每年4次；否：每年2次 }", "", [Said("W0650", "频次 每季度1次")]),
    capped(
      "above where the classes cannot meet",
      "频次 按 高危 { 是：每季度1次；否：每年1次 }\n上限 按 高危 { 是：每年4次；否：每年2次 }", "", []),
    capped("above where the exempt are", "频次 每季度1次\n例外 非 高危：免除\n上限 按 高危 { 是：每年4次；否：每年2次 }", "", []),
    capped(
      "another rule's visits", "频次 每年1次\n上限 每年至多2次",
      "检查 乙 { 依据 \"一\"；对象 企业 其中 高危；频次 每季度1次 }", [Said("W0650", "频次 每季度1次")]),
    capped(
      "another rule's visits that do not count", "频次 每年1次\n上限 每年至多2次 不计 复查",
      "检查 乙 { 依据 \"一\"；对象 企业；频次 每季度1次；凭证 检查 其中 类别 = 复查 }", []),
    capped(
      "another rule's subjects", "频次 每年1次\n上限 每年至多2次",
      "检查 乙 { 依据 \"一\"；对象 企业 其中 状态 = 已销号；频次 每季度1次 }", []),
    capped(
      "another rule's records", "频次 每年1次\n上限 每年至多2次",
      "职责 乙 { 依据 \"一\"；对象 企业；频次 每季度1次；凭证 自查 }", []),
    together("visits that differ", cap: 3, "企业 其中 高危", "类别 = 复查", [Said("W0650", "频次 每年2次")]),
    together("visits that may be the same", cap: 3, "企业 其中 高危", "类别 ≠ 复查", []),
    together("no more than is allowed", cap: 4, "企业 其中 高危", "类别 = 复查", []),
    together("no subject that owes both", cap: 3, "企业 其中 状态 = 已销号", "类别 = 复查", []),
  ]

  /// Two rules, each of which stays below the cap.
  private static func together(
    _ name: String, cap: Int, _ subject: String, _ visits: String, _ expected: [Said]
  ) -> Wrong {
    capped(
      "together: \(name)", "频次 每年2次\n上限 每年至多\(cap)次\n凭证 检查 其中 类别 = 执法",
      "检查 乙 { 依据 \"一\"；对象 \(subject)；频次 每年2次；凭证 检查 其中 \(visits) }", expected)
  }

  private static func capped(
    _ name: String, _ input: String, _ other: String, _ expected: [Said]
  ) -> Wrong {
    Wrong(name, "检查 试 {\n依据 \"一\"\n对象 企业 其中 状态 ≠ 已销号\n\(input)\n}\n\(other)", expected)
  }

  @Test(arguments: caps)
  func minimaAndCaps(_ wrong: Wrong) {
    #expect(Fixture.compile(wrong.input).said == wrong.expected)
  }

  // MARK: - Duties, requirements, targets

  static let duties: [Wrong] = [
    Wrong(
      "evidence that contradicts itself", "频次 每月1次\n凭证 检查 其中 类别 = 执法 且 类别 = 复查",
      [Said("E0651", "类别 = 执法 且 类别 = 复查")]),
    Wrong("evidence of no subject", "频次 每月1次\n凭证 检查 其中 企业.状态 = 停产", []),
    Wrong(
      "evidence that contradicts the subjects", "频次 每月1次\n凭证 检查 其中 类别 = 执法 且 本企业.状态 = 已销号",
      [Said("W0652", "类别 = 执法 且 本企业.状态 = 已销号")]),
    Wrong("least above most", "频次 每月 至少 3次 至多 2次\n凭证 检查", [Said("E0522", "频次 每月 至少 3次 至多 2次")]),
    Wrong(
      "never within the days in force", "施行 2024年11月1日\n废止 2025年3月1日\n频次 每年1次 6月底前\n凭证 检查",
      [Said("W0655", "频次 每年1次 6月底前")]),
    Wrong("once within the days in force", "施行 2024年11月1日\n废止 2025年7月1日\n频次 每年1次 6月底前\n凭证 检查", []),
    Wrong("before the plan", "2023年底前\n凭证 检查", [Said("W0653", "2023年底前")]),
    Wrong("behind the plan", "2030年底前\n凭证 检查", [Said("W0653", "2030年底前")]),
    Wrong("in the plan", "2025年底前\n凭证 检查", []),
  ]

  @Test(arguments: duties)
  func oneDuty(_ wrong: Wrong) {
    let text = "职责 试 {\n依据 \"一\"\n对象 企业 其中 状态 ≠ 已销号\n\(wrong.input)\n}"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  static let requirements: [Wrong] = [
    Wrong("nobody can comply", "对象 企业\n条件 人数 > 5 且 人数 < 3", [Said("E0659", "人数 > 5 且 人数 < 3")]),
    Wrong("everybody complies", "对象 企业 其中 人数 ≥ 300\n条件 人数 > 50", [Said("W0660", "人数 > 50")]),
    Wrong("some comply", "对象 企业 其中 人数 ≥ 50\n条件 人数 > 300", []),
    Wrong("who complies leaves", "对象 隐患 其中 状态 ≠ 已销号\n条件 状态 = 已销号", []),
    Wrong(
      "no subject", "对象 企业 其中 人数 > 5 且 人数 < 3\n条件 高危", [Said("W0656", "人数 > 5 且 人数 < 3")]),
    Wrong("behind the plan", "对象 企业\n条件 高危\n2030年底前", [Said("W0653", "试")]),
  ]

  @Test(arguments: requirements)
  func oneRequirement(_ wrong: Wrong) {
    #expect(Fixture.compile("必须 试 {\n依据 \"一\"\n\(wrong.input)\n}").said == wrong.expected)
  }

  static let targets: [Wrong] = [
    Wrong("more than all", "对象 企业\n达标 高危\n2025年底前 不低于 120%", [Said("E0662", "2025年底前 不低于 120%")]),
    Wrong("all", "对象 企业\n达标 高危\n2025年底前 100%", []),
    Wrong(
      "two bounds of one day", "指标 数量(全部 事故)\n2025年底前 不超过 3\n2025年底前 不低于 5",
      [Said("E0662", "2025年底前 不低于 5")]),
    Wrong("two bounds with room", "指标 数量(全部 事故)\n2025年底前 不超过 5\n2025年底前 不低于 3", []),
    Wrong("behind the plan", "指标 数量(全部 事故)\n2030年底前 不超过 3", [Said("W0653", "2030年底前 不超过 3")]),
  ]

  @Test(arguments: targets)
  func oneTarget(_ wrong: Wrong) {
    #expect(Fixture.compile("目标 试 {\n依据 \"一\"\n\(wrong.input)\n}").said == wrong.expected)
  }

  /// Analyses look at sound programs only: what rests on a mistake would be blamed for it again.
  @Test func nothingIsSaidBesideAnError() {
    let text = "范围 甲 = 企业 其中 人数 > 5 且 人数 < 3\n范围 乙 = 企业 其中 高微"
    #expect(Fixture.compile(text).said == [Said("E0302", "高微", "高危")])
  }
}
