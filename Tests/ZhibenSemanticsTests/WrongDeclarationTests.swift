import Testing
import ZhibenDiagnostics

@testable import ZhibenSemantics

/// Declarations that are refused: every message with what it underlines and the first fix it offers.
@Suite struct WrongDeclarationTests {
  typealias Wrong = Case<String, [Said]>

  static let clauses: [Wrong] = [
    Wrong("duty without subject", "职责 试 { 依据 \"一\"；频次 每月1次；凭证 自查 }", [Said("E0501", "试")]),
    Wrong("duty without cadence", "职责 试 { 依据 \"一\"；对象 企业；凭证 自查 }", [Said("E0501", "试")]),
    Wrong(
      "duty with two cadences", "职责 试 { 依据 \"一\"；对象 企业；频次 每月1次；2025年底前；凭证 自查 }",
      [Said("E0502", "2025年底前")]),
    Wrong(
      "clause given twice", "必须 试 { 依据 \"一\"；对象 企业；条件 高危；条件 重点企业 }", [Said("E0502", "条件")]),
    Wrong(
      "clause of another kind", "职责 试 { 依据 \"一\"；对象 企业；频次 每月1次；条件 高危；凭证 自查 }",
      [Said("E0503", "条件")]),
    Wrong(
      "clause of a later version", "职责 试 { 依据 \"一\"；对象 企业；频次 每月1次；提前 3个工作日；凭证 自查 }",
      [Said("E0516", "提前")]),
    Wrong("no basis", "必须 试 { 对象 企业；条件 高危 }", [Said("W0515", "试")]),
    Wrong("no evidence", "职责 试 { 依据 \"一\"；对象 企业；频次 每月1次 }", [Said("W0517", "试")]),
    Wrong(
      "two rules of one name",
      "必须 试 { 依据 \"一\"；对象 企业；条件 高危 }\n必须 试 { 依据 \"一\"；对象 企业；条件 高危 }",
      [Said("E0307", "试")]),
    Wrong(
      "misspelt strength", "必须 试 { 依据 \"一\"；对象 企业；条件 高危；力度 力挣 }",
      [Said("E0304", "力挣", "力争")]),
    Wrong(
      "in force outside of the plan", "必须 试 { 依据 \"一\"；施行 2030年1月1日；对象 企业；条件 高危 }",
      [Said("W0526", "施行 2030年1月1日")]),
    Wrong("subject that is no collection", "必须 试 { 依据 \"一\"；对象 今日；条件 高危 }", [Said("E0303", "今日")]),
    Wrong(
      "one wrong rule does not silence the next",
      "必须 甲 { 依据 \"一\"；对象 企页；条件 高危 }\n必须 乙 { 依据 \"一\"；对象 企业；条件 高微 }",
      [Said("E0303", "企页", "企业"), Said("E0302", "高微", "高危")]),
    Wrong(
      "a mistake in 对象 does not silence the rest",
      "必须 甲 { 依据 \"一\"；对象 企业 其中 高微；条件 有(隐患 其中 挂排) 且 重点企页 }",
      [
        Said("E0302", "高微", "高危"), Said("E0302", "挂排", "挂牌"), Said("E0302", "重点企页", "重点企业"),
      ]),
    Wrong(
      "a mistake in a scope does not silence its users",
      "范围 乙 = 企业 其中 高微\n必须 甲 { 依据 \"一\"；对象 乙；条件 数量(隐患 其中 挂排) > 2 }",
      [Said("E0302", "高微", "高危"), Said("E0302", "挂排", "挂牌")]),
    Wrong(
      "a damaged rule is not blamed for what it lacks", "职责 试 { 频次 每月1次检查 }",
      [Said("E0212", "每月1次检查", "每月1次")]),
  ]

  static let parties: [Wrong] = [
    Wrong(
      "slip in a field's name", "必须 试 { 依据 \"一\"；对象 企业；由 主要负责任人；条件 高危 }",
      [Said("E0302", "主要负责任人", "主要负责人")]),
    Wrong(
      "slip in a path", "必须 试 { 依据 \"一\"；对象 隐患；由 企业.主要负则人；条件 挂牌 }",
      [Said("E0302", "主要负则人", "主要负责人")]),
    Wrong("field that is nobody", "必须 试 { 依据 \"一\"；对象 企业；由 人数；条件 高危 }", [Said("E0401", "人数")]),
    Wrong(
      "another term for some", "必须 试 { 依据 \"一\"；对象 企业；条件 高危；例外 重点企业：2025年底前 }",
      [Said("E0516", "例外 重点企业：2025年底前")]),
    Wrong(
      "ladder that is not there", "必须 试 { 依据 \"一\"；对象 企业；条件 高危；违反 { 督办 催办 } }",
      [Said("E0305", "催办")]),
    Wrong(
      "measure until a condition", "必须 试 { 依据 \"一\"；对象 企业；条件 高危；违反 { 约谈 直至 高危 } }",
      [Said("E0516", "高危")]),
  ]

  static let evidence: [Wrong] = [
    Wrong(
      "register that knows no subject", "职责 试 { 依据 \"一\"；对象 村；频次 每月1次；凭证 自查 其中 内容 包含 冶金 }",
      [Said("E0509", "自查")]),
    Wrong(
      "register without a day",
      "登记 台账 { 村：村；内容：文本 }\n职责 试 { 依据 \"一\"；对象 村；频次 每月1次；凭证 台账 }",
      [Said("E0510", "台账")]),
    Wrong(
      "register with two references", "职责 试 { 依据 \"一\"；对象 企业；频次 每月1次；凭证 租赁 }",
      [Said("E0310", "租赁", "租赁 经 出租方")]),
  ]

  static let cadences: [Wrong] = [
    Wrong("no anchor", "频次 每6个月", [Said("E0512", "每6个月", "每隔6个月")]),
    Wrong("unknown name", "频次 自查频此", [Said("E0301", "自查频此", "自查频次")]),
    Wrong("vague word", "频次 定期", [Said("E0409", "定期")]),
    Wrong("parameter that is no cadence", "频次 人数线", [Said("E0401", "人数线")]),
    Wrong("only a most", "频次 每年至多2次", [Said("E0521", "每年至多2次")]),
    Wrong("least above most", "频次 每月至少3次至多2次", [Said("E0522", "每月至少3次至多2次")]),
    Wrong("count that is no count", "频次 每月 至少 5元", [Said("E0401", "5元")]),
    Wrong("least for a rolling cadence", "频次 每隔90日 至少 2次", [Said("E0524", "每隔90日 至少 2次")]),
    Wrong("coverage", "频次 三年内 覆盖 全部 检查", [Said("E0516", "三年内 覆盖 全部 检查")]),
    Wrong("spacing", "频次 每年2次 间隔 不少于30日", [Said("E0516", "每年2次 间隔 不少于30日")]),
    Wrong("share", "频次 每年不少于10%", [Said("E0516", "每年不少于10%")]),
    Wrong("shift", "频次 每班1次", [Said("E0516", "每班1次")]),
    Wrong("anchor that is no date", "频次 自 人数 起每6个月", [Said("E0401", "人数")]),
    Wrong(
      "first for calendar periods", "频次 每月1次 首次 入库日 后 45个自然日内",
      [Said("E0516", "每月1次 首次 入库日 后 45个自然日内")]),
  ]

  static let terms: [Wrong] = [
    Wrong("vague word", "期限 尽快", [Said("E0409", "尽快")]),
    Wrong("term from a number", "期限 人数 后 10个工作日内", [Said("E0401", "人数")]),
    Wrong("window", "期限 关停日 前1个月内", [Said("E0516", "关停日 前1个月内")]),
    Wrong("before expiry", "届满前1个月内", [Said("E0516", "届满前1个月内")]),
  ]

  static let arms: [Wrong] = [
    Wrong(
      "case without a line", "按 等级 { A、B：每年1次；C：每年2次 }",
      [Said("E0504", "按 等级 { A、B：每年1次；C：每年2次 }")]),
    Wrong("line never reached", "按 等级 { A 至 C：每年1次；B：每年2次；D：每月1次 }", [Said("E0505", "B")]),
    Wrong("line behind the rest", "按 等级 { 其他：每年1次；D：每月1次 }", [Said("E0505", "D")]),
    Wrong(
      "combination without a line", "按 等级、高危 { D、任意：每月1次；任意、是：每季度1次 }",
      [Said("E0504", "按 等级、高危 { D、任意：每月1次；任意、是：每季度1次 }")]),
    Wrong(
      "gap between bands", "按 人数 { 50人以下：每年1次；100人以上：每月1次 }",
      [Said("E0504", "按 人数 { 50人以下：每年1次；100人以上：每月1次 }")]),
    Wrong("bands that meet", "按 人数 { 50人以下：每年1次；超过 50人：每月1次 }", []),
    Wrong("whole numbers leave no gap", "按 人数 { 不超过 49人：每年1次；不少于 50人：每月1次 }", []),
    Wrong(
      "money has no gaps of its own", "按 产值 { 不超过 49元：每年1次；不少于 50元：每月1次 }",
      [Said("E0504", "按 产值 { 不超过 49元：每年1次；不少于 50元：每月1次 }")]),
    Wrong("misspelt label", "按 状态 { 在厂：每年1次；其他：每月1次 }", [Said("E0304", "在厂", "在产")]),
    Wrong("unit of a label", "按 产值 { 50人以上：每年1次；其他：每月1次 }", [Said("E0401", "50人以上")]),
    Wrong("too few parts", "按 等级、高危 { D：每月1次；其他：每年1次 }", [Said("E0518", "D")]),
    Wrong("bound on an unordered enum", "按 状态 { 大于 在产：每月1次；其他：每年1次 }", [Said("E0406", "大于 在产")]),
    Wrong(
      "range from large to small", "按 人数 { 50人 至 10人：每月1次；其他：每年1次 }",
      [Said("E0525", "50人 至 10人")]),
  ]

  static let exceptions: [Wrong] = [
    Wrong("scope of another register", "例外 隐患 其中 挂牌：免除", [Said("E0426", "隐患 其中 挂牌")]),
    Wrong("span", "例外 高危 内：每周1次", [Said("E0516", "高危")]),
    Wrong(
      "one case, two values", "例外 高危：每周1次\n例外 高危：免除",
      [Said("E0513", "例外 高危：免除")]),
    Wrong("one case, one of them special", "例外 高危：每周1次\n例外 高危：免除 特别", []),
    Wrong("one case, the same value", "例外 高危：每周1次\n例外 高危：每周1次", []),
    Wrong("clause that cannot be overridden", "例外 高危 { 凭证 检查 }", [Said("E0503", "凭证")]),
  ]

  @Test(arguments: clauses + parties + evidence)
  func declarationsAreRefused(_ wrong: Wrong) {
    #expect(Fixture.compile(wrong.input).said == wrong.expected)
  }

  @Test(arguments: cadences)
  func cadencesAreRefused(_ wrong: Wrong) {
    let text = """
      参数 自查频次 = 每半年至少1次 { 文件未规定 }
      参数 人数线 = 50人 { 文件未规定 }
      职责 试 { 依据 "一"；对象 企业；\(wrong.input)；凭证 自查 }
      """
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test(arguments: terms)
  func termsAreRefused(_ wrong: Wrong) {
    let text = "必须 试 { 依据 \"一\"；对象 企业；条件 高危；\(wrong.input) }"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test(arguments: arms)
  func armsAreRefused(_ wrong: Wrong) {
    let text = "职责 试 { 依据 \"一\"；对象 企业；频次 \(wrong.input)；凭证 自查 }"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test(arguments: exceptions)
  func exceptionsAreRefused(_ wrong: Wrong) {
    let text = "职责 试 {\n依据 \"一\"\n对象 企业\n频次 每月1次\n\(wrong.input)\n凭证 自查\n}"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  // MARK: - Ladders, inspections, targets

  static let ladders: [Wrong] = [
    Wrong("no end", "逾期1个工作日 提醒 致 企业", [Said("E0508", "试")]),
    Wrong("no rung", "直至 挂牌", [Said("E0501", "试")]),
    Wrong("clock that is no date", "起算 级别\n直至 挂牌\n逾期1个工作日 提醒 致 企业", [Said("E0401", "级别")]),
    Wrong(
      "rungs that do not ascend", "直至 挂牌\n逾期7个工作日 提醒 致 企业\n逾期7个工作日 函告 致 企业",
      [Said("E0507", "逾期7个工作日")]),
    Wrong(
      "a later rung in fewer days", "直至 挂牌\n逾期30个工作日 提醒 致 企业\n逾期10个自然日 函告 致 企业",
      [Said("E0507", "逾期10个自然日")]),
    Wrong("days and workdays that may ascend", "直至 挂牌\n逾期10个工作日 提醒 致 企业\n逾期15个自然日 函告 致 企业", []),
    Wrong("months", "直至 挂牌\n逾期1个月 函告 致 企业", [Said("E0516", "逾期1个月")]),
    Wrong("hours", "直至 挂牌\n逾期24小时 提醒 致 企业", [Said("E0516", "逾期24小时")]),
  ]

  @Test(arguments: ladders)
  func laddersAreRefused(_ wrong: Wrong) {
    let text = "督办 试 {\n依据 \"一\"\n对象 隐患\n\(wrong.input)\n}"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  @Test func aLadderWithoutClockNeedsTheRectificationTerm() {
    let text = "督办 试 {\n依据 \"一\"\n对象 企业\n直至 高危\n逾期1个工作日 提醒 致 主要负责人\n}"
    #expect(Fixture.compile(text).said == [Said("E0501", "试")])
  }

  static let inspections: [Wrong] = [
    Wrong("minimum above the cap", "频次 每季度1次\n上限 每年至多2次", [Said("E0506", "频次 每季度1次")]),
    Wrong("minimum at the cap", "频次 每季度1次\n上限 每年至多4次", []),
    Wrong(
      "arm above every cap", "频次 按 等级 { D：每月1次；其他：每年1次 }\n上限 按 高危 { 是：每年4次；否：每年2次 }",
      [Said("E0506", "D：每月1次")]),
    Wrong(
      "arm below the highest cap", "频次 按 等级 { D：每季度1次；其他：每年1次 }\n上限 按 高危 { 是：每年4次；否：每年2次 }",
      [Said("W0650", "D：每季度1次")]),
    Wrong("cap that does not count", "频次 每年1次\n上限 每隔90日", [Said("E0401", "每隔90日")]),
    Wrong("class that is none", "频次 每年1次\n上限 每年4次 不计 举报核实", [Said("E0304", "举报核实", "举报核查")]),
    Wrong("misspelt mode", "频次 每年1次\n方式 四不二直", [Said("E0304", "四不二直", "四不两直")]),
    Wrong("effort in days", "频次 每年1次\n工作量 2人", [Said("E0402", "2人")]),
  ]

  @Test(arguments: inspections)
  func inspectionsAreRefused(_ wrong: Wrong) {
    let text = "检查 试 {\n依据 \"一\"\n对象 企业\n\(wrong.input)\n}"
    #expect(Fixture.compile(text).said == wrong.expected)
  }

  static let targets: [Wrong] = [
    Wrong("nothing to reach", "指标 数量(事故)", [Said("E0501", "试")]),
    Wrong("nothing to read", "2025年底前 3", [Said("E0501", "试")]),
    Wrong("condition as a metric", "指标 有(全部 事故)\n2025年底前 3", [Said("E0401", "有(全部 事故)")]),
    Wrong("metric beside a subject", "对象 企业\n达标 高危\n指标 数量(事故)\n2025年底前 3", [Said("E0503", "指标")]),
    Wrong("subject without 达标", "对象 企业\n2025年底前 3", [Said("E0501", "试")]),
    Wrong("comparison without base", "指标 数量(事故)\n期间 2024年\n下降 20%", [Said("E0501", "下降 20%")]),
    Wrong("base without comparison", "指标 数量(事故)\n期间 2024年\n对比 2023年", [Said("E0501", "对比 2023年")]),
    Wrong("period that moves", "指标 数量(事故)\n期间 本年\n2025年底前 3", [Said("E0528", "本年")]),
    Wrong(
      "period backward", "指标 数量(事故)\n期间 2026年 至 2024年\n2025年底前 3",
      [Said("E0525", "2026年 至 2024年")]),
    Wrong("text as a bound", "指标 数量(事故)\n2025年底前 不超过 名称", [Said("E0301", "名称")]),
    Wrong(
      "misspelt outcome", "指标 数量(事故)\n期间 2024年\n对比 2023年\n下降 20%\n基数为零 则 达表",
      [Said("E0304", "达表", "达标")]),
  ]

  @Test(arguments: targets)
  func targetsAreRefused(_ wrong: Wrong) {
    let text = "目标 试 {\n依据 \"一\"\n\(wrong.input)\n}"
    #expect(Fixture.compile(text).said == wrong.expected)
  }
}
