import Testing

@testable import ZhibenSyntax

/// Every form of every clause, in both keyword languages.
struct ParserClauseTests {
  struct ClauseCase: Sendable, CustomTestStringConvertible {
    let name: String
    let body: Keyword
    let zh: String
    let en: String
    let dump: String

    init(_ name: String, _ body: Keyword, zh: String, en: String, dump: String) {
      (self.name, self.body, self.zh, self.en, self.dump) = (name, body, zh, en, dump)
    }

    var testDescription: String { name }

    /// The clause inside its declaration.
    func text(_ language: ScriptLanguage) -> String {
      let value = body == .parameter ? " = 1" : ""
      let clause = language == .chinese ? zh : en
      return KeywordTable.spelling(of: body, in: language) + " 甲" + value + " { " + clause + " }"
    }
  }

  @Test(arguments: cases, ScriptLanguage.allCases)
  func parses(_ clause: ClauseCase, _ language: ScriptLanguage) {
    let text = clause.text(language)
    let result = parsed(text)
    #expect(sketched(result) == [], "\(text)")
    let value = clause.body == .parameter ? " [1]" : ""
    #expect(
      result.script.dump == "(\(clause.body.rawValue) 甲\(value)\n  \(clause.dump))\n", "\(text)")
    let isSentence = Recognizer.shipped.accepts(text)
    #expect(isSentence, "\(text)")
  }

  static let cases: [ClauseCase] = [
    ClauseCase(
      "计划：文号", .plan,
      zh: "文号 \"洋政〔2024〕26号\"",
      en: "docno \"洋政〔2024〕26号\"",
      dump: "(docno \"洋政〔2024〕26号\")"),
    ClauseCase(
      "计划：期间", .plan,
      zh: "期间 2024年4月15日 至 2026年12月31日",
      en: "period 2024-04-15 through 2026-12-31",
      dump: "(period (through [2024-4-15] [2026-12-31]))"),
    ClauseCase(
      "计划：辖区", .plan,
      zh: "辖区 洋口镇、外农开发区",
      en: "area 洋口镇, 外农开发区",
      dump: "(area 洋口镇 外农开发区)"),
    ClauseCase(
      "计划：日历", .plan,
      zh: "日历：中国",
      en: "calendar: 中国",
      dump: "(calendar 中国)"),
    ClauseCase(
      "计划：口径", .plan,
      zh: "口径 及时 = 10个工作日",
      en: "reading 及时 = 10 workdays",
      dump: "(reading 及时 [10 workday])"),
    ClauseCase(
      "依据：文字", .duty,
      zh: "依据 \"二（二）6\"、\"三\"",
      en: "basis \"二（二）6\", \"三\"",
      dump: "(basis \"二（二）6\" \"三\")"),
    ClauseCase(
      "依据：书名", .duty,
      zh: "依据：《安全生产法》第四十一条第二款",
      en: "basis: 《安全生产法》第四十一条第二款",
      dump: "(basis \"《安全生产法》\" \"第四十一条第二款\")"),
    ClauseCase(
      "说明", .duty,
      zh: "说明 \"按季度\"",
      en: "note \"按季度\"",
      dump: "(note \"按季度\")"),
    ClauseCase(
      "施行", .duty,
      zh: "施行 2024年1月1日",
      en: "in force 2024-01-01",
      dump: "(inForce [2024-1-1])"),
    ClauseCase(
      "废止", .duty,
      zh: "废止 2025年12月31日",
      en: "repealed 2025-12-31",
      dump: "(repealed [2025-12-31])"),
    ClauseCase(
      "对象", .duty,
      zh: "对象 在册企业 其中 规模 = 规上",
      en: "subject 在册企业 where 规模 = 规上",
      dump: "(subject (where 在册企业 (= 规模 规上)))"),
    ClauseCase(
      "对象：历次", .duty,
      zh: "对象 企业 其中 曾 等级 = D 于 近3年",
      en: "subject 企业 where ever 等级 = D during last 3 years",
      dump: "(subject (where 企业 (ever (during (= 等级 D) [last 3 year]))))"),
    ClauseCase(
      "由", .duty,
      zh: "由 主要负责人、本企业.安全管理人员、本 企业.班组长",
      en: "by 主要负责人, 本企业.安全管理人员, this 企业.班组长",
      dump: "(from 主要负责人 本企业.安全管理人员 this.企业.班组长)"),
    ClauseCase(
      "频次：字面", .duty,
      zh: "频次 每季度至少1次",
      en: "cadence every quarter at least 1",
      dump: "(cadence [quarter least 1])"),
    ClauseCase(
      "频次：裸写", .duty,
      zh: "每半年1次",
      en: "every half-year 1",
      dump: "(cadence [halfYear least 1])"),
    ClauseCase(
      "频次：多日", .duty,
      zh: "每年6月10日、12月10日前",
      en: "every year by Jun 10, Dec 10",
      dump: "(cadence [year least 1 by 6-10+12-10])"),
    ClauseCase(
      "频次：自起", .duty,
      zh: "频次 自 投产日期 起每6个月",
      en: "cadence from 投产日期 onward every 6 months",
      dump: "(cadence (anchored 投产日期 [6 month]))"),
    ClauseCase(
      "频次：裸写自起", .duty,
      zh: "自 投产日期 起每6个月",
      en: "every 6 months from 投产日期",
      dump: "(cadence (anchored 投产日期 [6 month]))"),
    ClauseCase(
      "频次：未有起点", .duty,
      zh: "频次 每6个月",
      en: "cadence every 6 months",
      dump: "(cadence (every [6 month]))"),
    ClauseCase(
      "频次：距上次", .duty,
      zh: "频次 距上次不超过3个月",
      en: "cadence within 3 months of last",
      dump: "(cadence [since last 3 month])"),
    ClauseCase(
      "频次：距上次短语", .duty,
      zh: "频次 距上次 不超过 3个月",
      en: "cadence since last no more than 3 months",
      dump: "(cadence (sinceLast [3 month]))"),
    ClauseCase(
      "频次：距上次区间", .duty,
      zh: "频次 距上次 5个月至7个月 容差 后10日",
      en: "cadence since last 5 months through 7 months tolerance after 10 days",
      dump: "(cadence (cadence (sinceLast [5 month] [7 month]) (tolerance [10 day])))"),
    ClauseCase(
      "频次：覆盖", .duty,
      zh: "三年内 覆盖 全部 项目",
      en: "within 3 years cover all 项目",
      dump: "(cadence (coverage [3 year] (all 项目)))"),
    ClauseCase(
      "频次：次数和期限", .duty,
      zh: "频次 每年 至少 1次 6月底前",
      en: "cadence every year at least 1次 by end of Jun",
      dump: "(cadence (cadence [year least 1] (least [1次]) [by end of month 6]))"),
    ClauseCase(
      "频次：次数取参数", .duty,
      zh: "频次 每月 至少 最低次数 次 至多 上取整(人数 / 50) 次",
      en: "cadence every month at least 最低次数 times at most 上取整(人数 / 50) times",
      dump: "(cadence (cadence [month least 1] (least 最低次数) (most (上取整() (/ 人数 [50])))))"),
    ClauseCase(
      "频次：间隔和首次", .duty,
      zh: "频次 每年2次 间隔 不少于30日 首次 入库 后 90日内",
      en: "cadence every year 2 spacing no less than 30 days first time 入库 after within 90 days",
      dump:
        "(cadence (cadence [year least 2] (spacing (>= [30 day])) (firstTime (after 入库 [within 90 day]))))"
    ),
    ClauseCase(
      "频次：参数", .duty,
      zh: "频次 对标自查频次",
      en: "cadence 对标自查频次",
      dump: "(cadence 对标自查频次)"),
    ClauseCase(
      "频次：一次", .duty,
      zh: "频次 2025年底前",
      en: "cadence by end of 2025",
      dump: "(cadence (once [by end of year 2025]))"),
    ClauseCase(
      "频次：选择", .duty,
      zh: "频次 按 监管类别、等级 { 重点、任意：每季度1次；劳动密集、C 至 D：每季度1次；一般、A 或 B：免除；任意、其他：高频 }",
      en:
        "cadence per 监管类别, 等级 { 重点, any: every quarter 1; 劳动密集, C through D: every quarter 1; 一般, A or B: exempt; any, other: 高频 }",
      dump:
        "(cadence (by (keys 监管类别 等级) (重点, any: [quarter least 1]) (劳动密集, C..D: [quarter least 1]) (一般, A or B: exempt) (any, rest: 高频)))"
    ),
    ClauseCase(
      "频次：数值档", .duty,
      zh: "频次 按 人数 { 300人以上：每季度1次；100人 至 300人：每半年1次；大于 50人：每年1次；其他：每年1次 }",
      en:
        "cadence per 人数 { 300人 or more: every quarter 1; 100人 through 300人: every half-year 1; more than 50人: every year 1; other: every year 1 }",
      dump:
        "(cadence (by (keys 人数) ((>= [300人]): [quarter least 1]) ([100人]..[300人]: [halfYear least 1]) ((> [50人]): [year least 1]) (rest: [year least 1])))"
    ),
    ClauseCase(
      "频次：一键多值", .duty,
      zh: "频次 按 等级 { C、D：每季度1次；A 或 B：每年1次 }",
      en: "cadence per 等级 { C, D: every quarter 1; A or B: every year 1 }",
      dump: "(cadence (by (keys 等级) (C or D: [quarter least 1]) (A or B: [year least 1])))"),
    ClauseCase(
      "例外：频次", .duty,
      zh: "例外 高危企业：每月至少1次 从严",
      en: "except 高危企业: every month at least 1 strict",
      dump: "(except 高危企业 [month least 1] strict)"),
    ClauseCase(
      "例外：免除", .duty,
      zh: "例外 停产企业：免除",
      en: "except 停产企业: exempt",
      dump: "(except 停产企业 exempt)"),
    ClauseCase(
      "例外：时段", .duty,
      zh: "例外 汛期 内：每周1次 上位",
      en: "except 汛期 inside: every week 1 superior",
      dump: "(except 汛期 inside [week least 1] superior)"),
    ClauseCase(
      "例外：条款", .duty,
      zh: "例外 高危企业 其中 人数 超过 300人 { 由 县应急局；频次 每季度1次；凭证 自查 }",
      en: "except 高危企业 where 人数 more than 300人 { by 县应急局; cadence every quarter 1; evidence 自查 }",
      dump:
        "(except (where 高危企业 (> 人数 [300人])) (from 县应急局) (cadence [quarter least 1]) (evidence 自查))"),
    ClauseCase(
      "凭证", .duty,
      zh: "凭证 自查 其中 带队人 = 本企业.主要负责人 且 内容 包含 重大事故隐患",
      en: "evidence 自查 where 带队人 = 本企业.主要负责人 and 内容 contains 重大事故隐患",
      dump: "(evidence (where 自查 (and (= 带队人 本企业.主要负责人) (contains 内容 重大事故隐患))))"),
    ClauseCase(
      "逾期：块", .duty,
      zh: "逾期 { 督促 致 主要负责人；督办 自查督办 }",
      en: "overdue { 督促 to 主要负责人; 督办 自查督办 }",
      dump: "(overdue (督促 (to 主要负责人)) (督办 自查督办))"),
    ClauseCase(
      "逾期：一行", .duty,
      zh: "逾期 督促 致 主要负责人 3日内",
      en: "overdue 督促 to 主要负责人 within 3 days",
      dump: "(overdue (督促 (to 主要负责人) (term [within 3 day])))"),
    ClauseCase(
      "期限：短语", .duty,
      zh: "期限 起租日 后 30日内",
      en: "term within 30 days after 起租日",
      dump: "(term (after 起租日 [within 30 day]))"),
    ClauseCase(
      "期限：之前", .duty,
      zh: "期限 届满 前8个工作日 之前",
      en: "term before 8 workdays before 届满",
      dump: "(term (before 届满 [8 workday] endsBefore))"),
    ClauseCase(
      "期限：开工之前", .require,
      zh: "期限 开工日 之前",
      en: "term 开工日 before",
      dump: "(term (before 开工日 [0 day] endsBefore))"),
    ClauseCase(
      "期限：裸写", .require,
      zh: "2024年6月底前",
      en: "by end of 2024-06",
      dump: "(term [by end of month 2024-6])"),
    ClauseCase(
      "期限：裸写时限", .duty,
      zh: "10日内",
      en: "within 10 days",
      dump: "(term [within 10 day])"),
    ClauseCase(
      "期限：届满前", .duty,
      zh: "届满前1个月内",
      en: "within 1 month before expiry",
      dump: "(term [window before expiry 1 month])"),
    ClauseCase(
      "首次", .duty,
      zh: "首次 登记日 后 45日内",
      en: "first time within 45 days after 登记日",
      dump: "(firstTime (after 登记日 [within 45 day]))"),
    ClauseCase(
      "首期", .duty,
      zh: "首期 按比例",
      en: "first period 按比例",
      dump: "(firstPeriod 按比例)"),
    ClauseCase(
      "宽限", .duty,
      zh: "宽限 3个工作日",
      en: "grace 3 workdays",
      dump: "(grace [3 workday])"),
    ClauseCase(
      "提前", .duty,
      zh: "提前 15日",
      en: "lead 15 days",
      dump: "(lead [15 day])"),
    ClauseCase(
      "力度", .duty,
      zh: "力度 力争",
      en: "strength 力争",
      dump: "(strength 力争)"),
    ClauseCase(
      "条件", .require,
      zh: "条件 包保组.缺员 为空 或 状态 属于 {已销号、终止 等}",
      en: "condition 包保组.缺员 is empty or 状态 in {已销号, 终止 etc}",
      dump: "(condition (or (isEmpty 包保组.缺员) (in 状态 {已销号 终止 etc})))"),
    ClauseCase(
      "违反", .require,
      zh: "违反 { 通知 致 镇消安办 抄送 镇政府；提请 停产整顿 由 县政府 批准 须 现场照片、复查 其中 结果 = 合格 }",
      en: "violated { 通知 to 镇消安办 cc 镇政府; 提请 停产整顿 by 县政府 approve need 现场照片, 复查 where 结果 = 合格 }",
      dump:
        "(violated (通知 (to 镇消安办) (cc 镇政府)) (提请 停产整顿 (approval 县政府) (need 现场照片 (where 复查 (= 结果 合格)))))"
    ),
    ClauseCase(
      "动作：对象", .require,
      zh:
        "违反 { 修正 企业.等级 = D；列入 重点名单 于 本年度；检查 企业 其中 小类 = 该隐患.小类 3个工作日内；提醒 致 企业 \"请整改\" 直至 已签收 期限 整改期限 后 10日内 }",
      en:
        "violated { 修正 企业.等级 = D; 列入 重点名单 during this year; 检查 企业 where 小类 = 该隐患.小类 within 3 workdays; 提醒 to 企业 \"请整改\" until 已签收 term within 10 days after 整改期限 }",
      dump:
        "(violated (修正 (= 企业.等级 D)) (列入 (during 重点名单 [year+0])) (检查 (where 企业 (= 小类 该隐患.小类)) (term [within 3 workday])) (提醒 (to 企业) (until 已签收) (term (after 整改期限 [within 10 day])) \"请整改\"))"
    ),
    ClauseCase(
      "动作：审定", .require,
      zh: "违反 挂牌 由 安监局、镇政府 审定",
      en: "violated 挂牌 by 安监局, 镇政府 decide",
      dump: "(violated (挂牌 (approval 安监局) (approval 镇政府)))"),
    ClauseCase(
      "动作：择一", .require,
      zh: "违反 { 择一 { 约谈 由 镇；通报 致 企业.村 抄送 县应急局 } }",
      en: "violated { one of { 约谈 by 镇; 通报 to 企业.村 cc 县应急局 } }",
      dump: "(violated (choose (约谈 (by 镇)) (通报 (to 企业.村) (cc 县应急局))))"),
    ClauseCase(
      "上限", .inspection,
      zh: "上限 按 标准化等级 { 一级：每年至多1次；其他：每年至多4次 } 不计 举报核查、复查",
      en:
        "cap per 标准化等级 { 一级: every year at most 1; other: every year at most 4 } not counting 举报核查, 复查",
      dump: "(cap (by (keys 标准化等级) (一级: [year most 1]) (rest: [year most 4])) (uncounted 举报核查 复查))"),
    ClauseCase(
      "方式：名", .inspection,
      zh: "方式 四不两直",
      en: "mode 四不两直",
      dump: "(mode 四不两直)"),
    ClauseCase(
      "方式：选择", .inspection,
      zh: "方式 按 等级 { C、D：四不两直；其他：事先公告 }",
      en: "mode per 等级 { C, D: 四不两直; other: 事先公告 }",
      dump: "(mode (by (keys 等级) (C or D: 四不两直) (rest: 事先公告)))"),
    ClauseCase(
      "清单", .inspection,
      zh: "清单 重大事故隐患判定标准、对标清单",
      en: "checklist 重大事故隐患判定标准, 对标清单",
      dump: "(checklist 重大事故隐患判定标准 对标清单)"),
    ClauseCase(
      "工作量", .inspection,
      zh: "工作量 2人日",
      en: "effort 2人日",
      dump: "(effort [2人日])"),
    ClauseCase(
      "达标", .target,
      zh: "达标 状态 = 已销号",
      en: "met 状态 = 已销号",
      dump: "(met (= 状态 已销号))"),
    ClauseCase(
      "指标", .target,
      zh: "指标 数量(事故)、求和(事故.死亡人数) / 数量(企业)",
      en: "metric 数量(事故), 求和(事故.死亡人数) / 数量(企业)",
      dump: "(metric (数量() 事故) (/ (求和() 事故.死亡人数) (数量() 企业)))"),
    ClauseCase(
      "目标期间", .target,
      zh: "期间 2024—2026年",
      en: "period years 2024—2026",
      dump: "(period [years 2024..2026])"),
    ClauseCase(
      "对比", .target,
      zh: "对比 2021—2023年",
      en: "versus years 2021—2023",
      dump: "(versus [years 2021..2023])"),
    ClauseCase(
      "下降", .target,
      zh: "下降 20%以上",
      en: "fall 20% or more",
      dump: "(fall (>= [20%]))"),
    ClauseCase(
      "上升", .target,
      zh: "上升 不低于 起步比例",
      en: "rise no less than 起步比例",
      dump: "(rise (>= 起步比例))"),
    ClauseCase(
      "基数为零", .target,
      zh: "基数为零 则 为零",
      en: "zero base then 为零",
      dump: "(zeroBase 为零)"),
    ClauseCase(
      "未达", .target,
      zh: "未达 约谈 由 镇政府 致 镇安监办",
      en: "missed 约谈 by 镇政府 to 镇安监办",
      dump: "(missed (约谈 (by 镇政府) (to 镇安监办)))"),
    ClauseCase(
      "目标线", .target,
      zh: "2024年底前 100%",
      en: "by end of 2024 100%",
      dump: "(term [by end of year 2024] (= [100%]))"),
    ClauseCase(
      "目标线：期间", .target,
      zh: "2024年上半年 不低于 60%",
      en: "2024 H1 no less than 60%",
      dump: "(term [half 2024-1] (>= [60%]))"),
    ClauseCase(
      "目标线：参数", .target,
      zh: "2025年底前：基本完成比例",
      en: "by end of 2025: 基本完成比例",
      dump: "(term [by end of year 2025] (= 基本完成比例))"),
    ClauseCase(
      "起算", .escalation,
      zh: "起算 整改期限",
      en: "clock 整改期限",
      dump: "(clock 整改期限)"),
    ClauseCase(
      "起算：短语", .escalation,
      zh: "起算 发现日期 后 15日",
      en: "clock 发现日期 after 15 days",
      dump: "(clock (after 发现日期 [15 day]))"),
    ClauseCase(
      "直至", .escalation,
      zh: "直至 状态 = 已销号",
      en: "until 状态 = 已销号",
      dump: "(until (= 状态 已销号))"),
    ClauseCase(
      "暂停", .escalation,
      zh: "暂停 状态 属于 {待复查、延期待批}",
      en: "pause 状态 in {待复查, 延期待批}",
      dump: "(pause (in 状态 {待复查 延期待批}))"),
    ClauseCase(
      "台阶", .escalation,
      zh: "逾期15日 通报 致 企业.村 抄送 镇政府",
      en: "overdue 15 days 通报 to 企业.村 cc 镇政府",
      dump: "(overdue [overdue 15 day] (通报 (to 企业.村) (cc 镇政府)))"),
    ClauseCase(
      "台阶：参数", .escalation,
      zh: "逾期 催办日数 提醒 致 企业.主要负责人",
      en: "overdue 催办日数 提醒 to 企业.主要负责人",
      dump: "(overdue 催办日数 (提醒 (to 企业.主要负责人)))"),
    ClauseCase(
      "台阶：届满", .escalation,
      zh: "届满前1个月内 提醒",
      en: "within 1 month before expiry 提醒",
      dump: "(overdue [window before expiry 1 month] (提醒))"),
    ClauseCase(
      "台阶：择一", .escalation,
      zh: "逾期45日 择一 { 挂牌督办 由 镇安委办；曝光 由 镇政府 批准 }",
      en: "overdue 45 days one of { 挂牌督办 by 镇安委办; 曝光 by 镇政府 approve }",
      dump: "(overdue [overdue 45 day] (choose (挂牌督办 (by 镇安委办)) (曝光 (approval 镇政府))))"),
    ClauseCase(
      "台阶：下一行", .escalation,
      zh: "逾期30日 通报\n由 镇安委办 抄送 县安委办、企业.村\n直至 已签收\n须 现场照片",
      en: "overdue 30 days 通报\nby 镇安委办 cc 县安委办, 企业.村\nuntil 已签收\nneed 现场照片",
      dump: "(overdue [overdue 30 day] (通报 (by 镇安委办) (cc 县安委办 企业.村) (need 现场照片) (until 已签收)))"),
    ClauseCase(
      "文件未规定", .parameter,
      zh: "文件未规定",
      en: "not stated",
      dump: "(unstated)"),
  ]
}
