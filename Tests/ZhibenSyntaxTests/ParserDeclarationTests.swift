import Testing

@testable import ZhibenSyntax

/// Whole declarations in both keyword languages.
struct ParserDeclarationTests {
  @Test(arguments: cases, ScriptLanguage.allCases)
  func parses(_ declaration: QuestionCase, _ language: ScriptLanguage) {
    let text = language == .chinese ? declaration.zh : declaration.en
    let result = parsed(text)
    #expect(sketched(result) == [], "\(text)")
    #expect(result.script.dump == declaration.dump + "\n", "\(text)")
    let isSentence = Recognizer.shipped.accepts(text)
    #expect(isSentence, "\(text)")
  }

  @Test func headingsOfALiterateFileComeWithTheDeclaration() {
    let text = """
      # 方案
      ## 一、目标
      ```plan
      参数 甲 = 1
      ```
      ## 二、任务
      （一）检查。每季度查一次。
      ```plan
      职责 乙 {
        频次 每季度1次
      }
      ```
      """
    let result = parsed(text, name: "甲.plan.md")
    #expect(sketched(result) == [])
    #expect(
      result.script.declarations.map(\.headings) == [
        ["方案", "一、目标"], ["方案", "二、任务", "（一）检查"],
      ])
  }

  /// Consumers do not report what a damaged declaration lacks, whoever reported the damage.
  @Test(
    arguments: [
      "频次", "频次 [每年1次]", "对象 企业 其中 （a = 1", "频次 每年1次；颜色 红",
      "依据 \"a{b}\"", "对象 企业 其中 a = \"{b = }\"",
    ])
  func aMistakeMarksItsDeclarationOnly(_ clause: String) {
    let result = parsed("职责 甲 { \(clause)\n}\n职责 乙 { 频次 每年1次 }")
    #expect(!result.issues.isEmpty)
    #expect(result.script.declarations.map(\.isDamaged) == [true, false])
  }

  /// The end of a fence closes nothing, and what follows is read.
  @Test func aBodyLeftOpenInAFence() {
    let text = """
      ```plan
      职责 甲 {
        频次 每年1次
      ```
      文字
      ```plan
      职责 乙 { 频次 每年1次 }
      ```
      """
    let result = parsed(text, name: "甲.plan.md")
    #expect(sketched(result) == ["unclosedBrace「」 { → } @2"])
    #expect(result.script.declarations.map { $0.name?.text } == ["甲", "乙"])
    #expect(result.script.declarations.map(\.isDamaged) == [true, false])
    #expect(result.tree.text == text)
  }

  static let cases: [QuestionCase] = [
    QuestionCase(
      "登记",
      zh:
        "登记 企业 别名 enterprise 齐全 按 采集 保密 {\n 名称 别名 name：文本 标识\n 人数：数（人）？ 默认 0 必填\n 行业：行业 多值；录入：日期 日期 保密\n 结论：{通过、不通过 别名 不合格、驳回}\n}",
      en:
        "register 企业 alias enterprise complete per 采集 confidential {\n 名称 alias name: 文本 key\n 人数: 数(人)? default 0 required\n 行业: 行业 many; 录入: 日期 date confidential\n 结论: {通过, 不通过 alias 不合格, 驳回}\n}",
      dump:
        "(register 企业 (alias enterprise) (complete by 采集) (confidential)\n  (field 名称 (alias name) 文本 key)\n  (field 人数 数(人)? (default [0]) required)\n  (field 行业 行业 many)\n  (field 录入 日期 date confidential)\n  (field 结论 {通过 (不通过 | 不合格 | 驳回)}))"
    ),
    QuestionCase(
      "登记齐全",
      zh: "登记 a 齐全 { }",
      en: "register a complete { }",
      dump: "(register a (complete))"),
    QuestionCase(
      "登记齐全自",
      zh: "登记 a 齐全 自 2024年1月1日 { b：c, d：e }",
      en: "register a complete from 2024-01-01 { b: c, d: e }",
      dump: "(register a (complete since [2024-1-1])\n  (field b c)\n  (field d e))"),
    QuestionCase(
      "字段可叫关键字",
      zh: "登记 检查 { 施行：日期；依据：文本；其他：文本；别名：数；频次：频次 }",
      en: "register 检查 { 施行: 日期; 依据: 文本; 其他: 文本; 别名: 数; 频次: 频次 }",
      dump:
        "(register 检查\n  (field 施行 日期)\n  (field 依据 文本)\n  (field 其他 文本)\n  (field 别名 数)\n  (field 频次 频次))"
    ),
    QuestionCase(
      "取值",
      zh: "取值 级别 由低到高 { 一般、较大、重大、特别重大 }",
      en: "enum 级别 ascending { 一般, 较大, 重大, 特别重大 }",
      dump: "(enumeration 级别 ascending\n  一般\n  较大\n  重大\n  特别重大)"),
    QuestionCase(
      "取值同义",
      zh: "取值 规模 由重到轻 { 规上 别名 规模以上、限额以上；规下\n 微型 别名 小微 等 }",
      en: "enum 规模 descending { 规上 alias 规模以上, 限额以上; 规下\n 微型 alias 小微 etc }",
      dump: "(enumeration 规模 descending\n  (规上 | 规模以上 | 限额以上)\n  规下\n  (微型 | 小微) etc)"),
    QuestionCase(
      "范围参数",
      zh: "范围 大厂（级：等级，表：映射（文本，列表（数（人））））= 企业 其中 等级 = 级",
      en: "scope 大厂(级: 等级, 表: 映射(文本, 列表(数(人)))) = 企业 where 等级 = 级",
      dump: "(scope 大厂 (parameters 级:等级 表:映射(文本 列表(数(人)))) (where 企业 (= 等级 级)))"),
    QuestionCase(
      "范围",
      zh: "范围 重点企业 = 企业\n 其中 人数 不少于 300人\n 且 等级 = D 并 高危企业",
      en: "scope 重点企业 = 企业\n where 人数 no less than 300人\n and 等级 = D union 高危企业",
      dump: "(scope 重点企业 (union (where 企业 (and (>= 人数 [300人]) (= 等级 D))) 高危企业))"),
    QuestionCase(
      "划分",
      zh:
        "划分 监管类别 于 在册企业 其中 a {\n 依据 \"一（一）\"；基准日 2024年1月1日\n 重点：重点企业 或 有事故\n 对象：等级 = D\n 一般：其他\n}",
      en:
        "partition 监管类别 in 在册企业 where a {\n basis \"一（一）\"; base date 2024-01-01\n 重点: 重点企业 or 有事故\n 对象: 等级 = D\n 一般: 其他\n}",
      dump:
        "(partition 监管类别 (in (where 在册企业 a))\n  (arm 重点 (or 重点企业 有事故))\n  (arm 对象 (= 等级 D))\n  (arm 一般 其他)\n  (basis \"一（一）\")\n  (basedate [2024-1-1]))"
    ),
    QuestionCase(
      "划分不限对象",
      zh: "划分 依据 { 依据：等级 = D；说明 \"x\"；其他：其他 }",
      en: "partition 依据 { 依据: 等级 = D; note \"x\"; 其他: 其他 }",
      dump: "(partition 依据\n  (arm 依据 (= 等级 D))\n  (arm 其他 其他)\n  (note \"x\"))"),
    QuestionCase(
      "参数",
      zh: "参数 起步比例 ＝ １０％ ｛ 施行 2024年1月1日；依据 《江苏省安全生产条例》第十六条第二款；文件未规定 】",
      en: "parameter 起步比例 = 10% { in force 2024-01-01; basis 《江苏省安全生产条例》第十六条第二款; not stated }",
      dump:
        "(parameter 起步比例 [10%]\n  (inForce [2024-1-1])\n  (basis \"《江苏省安全生产条例》\" \"第十六条第二款\")\n  (unstated))"
    ),
    QuestionCase(
      "参数公式",
      zh: "参数 a = 若 b 则 2 × c 否则 d.e",
      en: "parameter a = if b then 2 * c else d.e",
      dump: "(parameter a (if b (* [2] c) d.e))"),
    QuestionCase(
      "口径",
      zh: "口径 及时 = 10个工作日 { 依据 \"四\" }",
      en: "reading 及时 = 10 workdays { basis \"四\" }",
      dump: "(reading 及时 [10 workday]\n  (basis \"四\"))"),
    QuestionCase(
      "引用",
      zh: "引用 标准台账；引用 「甲 乙」",
      en: "use 标准台账; use 「甲 乙」",
      dump: "(use 标准台账)\n(use 「甲 乙」)"),
    QuestionCase(
      "名称是关键字",
      zh: "检查 检查 { 清单 清单；频次 频次；对象 检查 其中 对象 = 频次 }",
      en: "inspection 检查 { checklist 清单; cadence 频次; subject 检查 where 对象 = 频次 }",
      dump: "(inspection 检查\n  (checklist 清单)\n  (cadence 频次)\n  (subject (where 检查 (= 对象 频次))))"),
    QuestionCase(
      "空",
      zh: "职责 a { }；必须 b {；}；督办 c {\n}",
      en: "duty a { }; require b {; }; escalation c {\n}",
      dump: "(duty a)\n(require b)\n(escalation c)"),
    QuestionCase(
      "大括号在下一行",
      zh:
        "职责 x\n{\n 对象 企业\n 其中 等级 = D\n 且 人数 > 50；\n\n 由 主要负责人、\n 安全管理人员\n 频次 按 等级\n {\n A：每年1次\n B：每半年1次\n }\n}",
      en:
        "duty x\n{\n subject 企业\n where 等级 = D\n and 人数 > 50;\n\n by 主要负责人,\n 安全管理人员\n cadence per 等级\n {\n A: every year 1\n B: every half-year 1\n }\n}",
      dump:
        "(duty x\n  (subject (where 企业 (and (= 等级 D) (> 人数 [50]))))\n  (from 主要负责人 安全管理人员)\n  (cadence (by (keys 等级) (A: [year least 1]) (B: [halfYear least 1]))))"
    ),
    QuestionCase(
      "直至属于台阶，带冒号属于督办",
      zh: "督办 a {\n 逾期1日 提醒\n 直至：状态 = 已销号\n 逾期2日 通报\n 直至 已签收\n}",
      en: "escalation a {\n overdue 1 days 提醒\n until: 状态 = 已销号\n overdue 2 days 通报\n until 已签收\n}",
      dump:
        "(escalation a\n  (overdue [overdue 1 day] (提醒))\n  (until (= 状态 已销号))\n"
        + "  (overdue [overdue 2 day] (通报 (until 已签收))))"),
  ]
}
