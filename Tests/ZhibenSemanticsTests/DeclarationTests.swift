import Testing

@testable import ZhibenSemantics

/// What each kind of rule becomes, printed.
@Suite struct DeclarationTests {
  @Test func aDuty() throws {
    let lines = try Fixture.rule(
      """
      范围 停产企业 = 企业 其中 状态 = 停产
      参数 高危频次 = 每月至少2次 { 依据 "附件" }
      职责 带队检查 {
        依据 "二（二）6"、《安全生产法》第四十一条
        对象 企业 其中 状态 ≠ 已销号
        由 主要负责人
        频次 每季度至少1次
        例外 停产企业：免除
        例外 企业 其中 高危：高危频次 从严
        例外 等级 = D { 由 镇安监办；频次 每周一 }
        凭证 自查 其中 带队人 = 本企业.主要负责人
        宽限 3个工作日
        首期 计全
        力度 基本
        逾期 { 督促 致 主要负责人 抄送 镇安监办 5个工作日内；通报 致 村 由 镇政府 批准 }
      }
      """)
    #expect(
      lines == [
        "力度 basically",
        "对象 企业 其中 (企业#0.状态 ≠ 已销号)",
        "由 企业#0.主要负责人",
        "频次 每季度至少1次",
        "例外 企业#0 在 停产企业",
        "  频次 免除",
        "例外 企业#0.高危 strict",
        "  频次 每月至少2次",
        "例外 (企业#0.等级 = D)",
        "  频次 每周至少1次，周1",
        "  由 「镇安监办」",
        "凭证 自查[企业=企业#0]#1 其中 (自查#1.带队人 = 企业#0.主要负责人)",
        "宽限 3个工作日",
        "首期 whole",
        "逾期 督促 致 企业#0.主要负责人 抄送 「镇安监办」 5个工作日内",
        "逾期 通报 批准 「镇政府」 致 企业#0.村",
      ])
  }

  @Test func anInspection() throws {
    let lines = try Fixture.rule(
      """
      划分 类别 于 企业 { 重点：重点企业；一般：其他 }
      检查 年度执法 {
        依据 "二（七）18"
        对象 企业
        由 安监局执法中队
        频次 按 类别、等级 { 重点、任意：每季度1次；一般、C 至 D：每半年1次；一般、A 或 B：每年1次 }
        上限 按 标准化等级 { 一级：每年至多1次；其他：每年4次 } 不计 举报核查、复查
        方式 按 等级 { C、D：四不两直；其他：事先公告 }
        清单 判定标准、风险清单
        工作量 2人日
      }
      """)
    #expect(
      lines == [
        "对象 企业 其中 是",
        "由 「安监局执法中队」",
        "频次 按 企业#0.类别、企业#0.等级",
        "  重点、任意：每季度至少1次",
        "  一般、C 至 D：每半年至少1次",
        "  一般、A 或 B：每年至少1次",
        "凭证 检查[企业=企业#0]#1",
        "上限 按 企业#0.标准化等级",
        "  一级：每年至多1次",
        "  任意：每年至多4次",
        "不计 类别 举报核查、复查",
        "方式 按 企业#0.等级",
        "  C 或 D：四不两直",
        "  任意：事先公告",
        "清单 判定标准、风险清单",
        "工作量 2人日",
      ])
  }

  @Test func aRequirement() throws {
    let lines = try Fixture.rule(
      """
      必须 限期整改 {
        依据 "三（二）"
        对象 隐患 其中 级别 = 重大
        条件 状态 = 已销号
        期限 发现日期 后 30个自然日内
        例外 挂牌：免除
        违反 {
          提请 停产整顿 由 镇政府 批准 须 现场照片、挂牌、整改期限、有(企业.检查)
          择一 { 约谈 致 企业；通报 致 企业.村 }
        }
      }
      """)
    #expect(
      lines == [
        "对象 隐患 其中 (隐患#0.级别 = 重大)",
        "由 隐患#0",
        "条件 (隐患#0.状态 = 已销号)",
        "期限 隐患#0.发现日期 后30个自然日内",
        "例外 隐患#0.挂牌",
        "  频次 免除",
        "违反 提请 停产整顿 批准 「镇政府」 须 「现场照片」、隐患#0.挂牌、非 (隐患#0.整改期限 为空)、有(检查[企业=隐患#0.企业]#1)",
        "违反 约谈或通报 择一 { 约谈 致 隐患#0.企业；通报 致 隐患#0.企业.村 }",
      ])
  }

  @Test func aLadder() throws {
    let lines = try Fixture.rule(
      """
      参数 约谈期限 = 30个工作日 { 文件未规定 }
      口径 日 = 自然日
      督办 重大隐患逾期 {
        依据 "三（二）"
        对象 隐患 其中 级别 = 重大
        直至 状态 = 已销号
        暂停 状态 = 待复查
        逾期1日 提醒 致 企业.主要负责人
        逾期2周 函告 致 企业
          抄送 企业.村
        逾期 约谈期限 约谈 致 企业.主要负责人 由 镇安监办
        逾期60个工作日 择一 { 挂牌督办 由 镇安委办；曝光 由 镇政府 批准 }
      }
      """)
    #expect(
      lines == [
        "对象 隐患 其中 (隐患#0.级别 = 重大)",
        "起算 隐患#0.整改期限",
        "直至 (隐患#0.状态 = 已销号)",
        "暂停 (隐患#0.状态 = 待复查)",
        "逾期 1个自然日 提醒 致 隐患#0.企业.主要负责人",
        "逾期 14个自然日 函告 致 隐患#0.企业 抄送 隐患#0.企业.村",
        "逾期 30个工作日 约谈 由 「镇安监办」 致 隐患#0.企业.主要负责人",
        "逾期 60个工作日 挂牌督办或曝光 择一 { 挂牌督办 由 「镇安委办」；曝光 批准 「镇政府」 }",
      ])
  }

  @Test func aTargetThatComparesPeriods() throws {
    let lines = try Fixture.rule(
      """
      目标 事故双下降 {
        依据 "引言"
        指标 数量(事故)、求和(事故.死亡人数)、数量(企业 其中 有(事故))
        期间 2024—2026年
        对比 2021—2023年
        下降 20%以上
        基数为零 则 为零
        未达 { 约谈 致 镇安监办 }
      }
      """)
    #expect(
      lines == [
        "指标 数量(全部 事故#0 于 目标期间)",
        "指标 求和(全部 事故#0 于 目标期间，事故#0.死亡人数)",
        "指标 数量(全部 企业#0 于 目标期间 其中 有(事故[企业=企业#0]#1))",
        "期间 2024-01-01至2026-12-31",
        "2024-01-01至2026-12-31 比 2021-01-01至2023-12-31 下降 ≥ 0.2",
        "基数为零 stayZero",
        "未达 约谈 致 「镇安监办」",
      ])
  }

  @Test func aTargetWithDatedLines() throws {
    let lines = try Fixture.rule(
      """
      参数 比例 = 80% { 文件未规定 }
      目标 无事故 {
        依据 "引言"
        指标 数量(事故 其中 死亡人数 ≥ 3)
        期间 2024年 至 2026年
        2024年底前 不超过 2
        2025年上半年 1
        2026年底前 比例
      }
      """)
    #expect(
      lines == [
        "指标 数量(全部 事故#0 于 2024-01-01至2026-12-31 其中 (事故#0.死亡人数 ≥ 3))",
        "期间 2024-01-01至2026-12-31",
        "至 2024-12-31 ≤ 2",
        "至 2025-06-30 = 1",
        "至 2026-12-31 ≥ 0.8",
      ])
  }

  @Test func aTargetOfSubjects() throws {
    let lines = try Fixture.rule(
      """
      目标 达标率 { 依据 "一"；对象 企业 其中 规模 = 规上；达标 标准化等级 ≥ 三级；2025年底前 95% }
      """)
    #expect(
      lines == [
        "对象 企业 其中 (企业#0.规模 = 规上)", "达标 (企业#0.标准化等级 ≥ 三级)", "至 2025-12-31 ≥ 0.95",
      ])
  }

  // MARK: - Cadences

  typealias Clause = Case<String, [String]>

  static let cadences: [Clause] = [
    Clause("bare", "每月", ["频次 每月至少1次"]),
    Clause("least and most", "每月至少1次至多2次", ["频次 每月至少1次至多2次"]),
    Clause("by a day of the month", "每月10日前", ["频次 每月至少1次，10日前"]),
    Clause("on a weekday", "每周一", ["频次 每周至少1次，周1"]),
    Clause("by days of the year", "每年6月10日、12月10日前", ["频次 每年至少2次，6月10日、12月10日前"]),
    Clause("by a day behind the count", "每年1次 6月底前", ["频次 每年至少1次，6月30日前"]),
    Clause("by the year's end behind the count", "每年2次 年底前", ["频次 每年至少2次"]),
    Clause("first month of the quarter", "每季度首月10日前", ["频次 每季度至少1次，第1个月10日前"]),
    Clause("after the period", "每月至少1次 至多3次", ["频次 每月至少1次至多3次"]),
    Clause("count from a parameter", "每月 至少 起码次数", ["频次 每月至少2次"]),
    Clause("rolling", "每隔90日", ["频次 距上次不超过90个自然日"]),
    Clause("since last", "距上次不超过3个月", ["频次 距上次不超过3个月"]),
    Clause(
      "since last with a first", "距上次 不超过 3个月 首次 入库日 后 45个自然日内",
      ["频次 距上次不超过3个月，首次 企业#0.入库日 后45个自然日内"]),
    Clause("grid", "自 入库日 起每6个月", ["频次 自 企业#0.入库日 起每6个月"]),
    Clause("once", "2025年底前", ["频次 一次，至 2025-12-31"]),
    Clause("once, after a day", "期限 入库日 后 30个自然日内", ["频次 一次，企业#0.入库日 后30个自然日内"]),
    Clause("by name", "自查频次", ["频次 每半年至少1次"]),
    Clause("vague word with a reading", "定期", ["频次 每月至少1次"]),
  ]

  @Test(arguments: cadences)
  func cadencesAreSettled(_ clause: Clause) throws {
    let lines = try Fixture.rule(
      """
      口径 定期 = 每月至少1次
      参数 自查频次 = 每半年至少1次 { 文件未规定 }
      参数 起码次数 = 2 { 文件未规定 }
      职责 试 { 依据 "一"；对象 企业；频次 \(clause.input)；凭证 自查 }
      """)
    #expect(lines.filter { $0.hasPrefix("频次") } == clause.expected)
  }

  static let terms: [Clause] = [
    Clause("fixed day", "2025年6月30日前", ["期限 至 2025-06-30"]),
    Clause("end of a month", "2025年6月底前", ["期限 至 2025-06-30"]),
    Clause("end of a half", "2025年上半年前", ["期限 至 2025-06-30"]),
    Clause("within a term of the record's day", "10个工作日内", ["期限 企业#0.入库日 后10个工作日内"]),
    Clause("after a field", "期限 关停日 后 6个月内", ["期限 企业#0.关停日 后6个月内"]),
    Clause("before a field", "期限 关停日 前8个工作日 之前", ["期限 企业#0.关停日 前8个工作日"]),
    Clause("just before", "期限 关停日 之前", ["期限 企业#0.关停日 前1个自然日"]),
    Clause("the field itself", "期限 关停日", ["期限 至 企业#0.关停日"]),
    Clause("vague word with a reading", "期限 及时", ["期限 企业#0.入库日 后10个工作日内"]),
    Clause("parameter", "期限 宽限日数", ["期限 企业#0.入库日 后5个工作日内"]),
    Clause("none", "说明 \"立即\"", ["期限 始终"]),
  ]

  @Test(arguments: terms)
  func deadlinesAreSettled(_ clause: Clause) throws {
    let lines = try Fixture.rule(
      """
      口径 及时 = 10个工作日
      参数 宽限日数 = 5个工作日 { 文件未规定 }
      必须 试 { 依据 "一"；对象 企业；条件 高危；\(clause.input) }
      """)
    #expect(lines.filter { $0.hasPrefix("期限") } == clause.expected)
  }

  static let forces: [Clause] = [
    Clause("the plan's period", "", ["2024-04-15", "2026-12-31"]),
    Clause("from 施行", "施行 2025年1月1日", ["2025-01-01", "2026-12-31"]),
    Clause("施行 before the plan", "施行 2020年1月1日", ["2024-04-15", "2026-12-31"]),
    Clause("to the day before 废止", "废止 2026年1月1日", ["2024-04-15", "2025-12-31"]),
  ]

  @Test(arguments: forces)
  func aRuleIsInForceWithinThePlan(_ clause: Clause) throws {
    let program = try Fixture.program(
      "必须 试 { 依据 \"一\"；对象 企业；条件 高危；\(clause.input) }")
    let range = try #require(program.rules.first).inForce
    #expect([range.first.description, range.last.description] == clause.expected)
  }
}
