import Testing

@testable import ZhibenSyntax

/// Statements, functions and tests in both keyword languages.
struct ParserStatementTests {
  @Test(arguments: cases + procedures, ScriptLanguage.allCases)
  func parses(_ sample: QuestionCase, _ language: ScriptLanguage) {
    let text = language == .chinese ? sample.zh : sample.en
    let result = parsed(text)
    #expect(sketched(result) == [], "\(text)")
    #expect(result.script.dump == sample.dump + "\n", "\(text)")
    let isSentence = Recognizer.shipped.accepts(text)
    #expect(isSentence, "\(text)")
  }

  static let cases: [QuestionCase] = [
    QuestionCase("令", zh: "令 天数 = 今日 − 期限", en: "let 天数 = 今日 - 期限", dump: "(let 天数 (- 今日 期限))"),
    QuestionCase(
      "令带类型",
      zh: "令 名单：企业 = 企业 其中 人数 > 300；令 长度：数（米） = 3",
      en: "let 名单: 企业 = 企业 where 人数 > 300; let 长度: 数(米) = 3",
      dump: "(let 名单 企业 (where 企业 (> 人数 [300])))\n(let 长度 数(米) [3])"),
    QuestionCase(
      "令带列出的值",
      zh: "令 结论：{通过、不通过} = 通过", en: "let 结论: {通过, 不通过} = 通过",
      dump: "(let 结论 {通过 不通过} 通过)"),
    QuestionCase(
      "赋值",
      zh: "n := n + 1\n台账「甲」.栏 := 2；台账（\"甲\"）（3） ：＝ {}；该隐患.状态 := 已销号",
      en: "n := n + 1\n台账「甲」.栏 := 2; 台账(\"甲\")(3) := {}; 该隐患.状态 := 已销号",
      dump:
        "(assign n (+ n [1]))\n(assign 台账「甲」.栏 [2])\n(assign ((台账() \"甲\")() [3]) {})\n(assign 该隐患.状态 已销号)"
    ),
    QuestionCase(
      "若",
      zh: "若 a = 1 且 b 属于 {甲、乙} { 显示 1 }",
      en: "if a = 1 and b in {甲, 乙} { show 1 }",
      dump: "(branch ((and (= a [1]) (in b {甲 乙})) (show [1])))"),
    QuestionCase(
      "否则若",
      zh: "若 a { 跳出 } 否则 若 b 为空 { 继续 }\n否则\n{ 返回 }",
      en: "if a { break } else if b is empty { continue }\nelse\n{ return }",
      dump: "(branch (a (break)) ((isEmpty b) (continue)) (else (return)))"),
    QuestionCase(
      "若则否则作值",
      zh: "若 a > 1 则 甲 否则 {乙} 前 3", en: "if a > 1 then 甲 else {乙} first 3",
      dump: "(first (if (> a [1]) 甲 {乙}) 3)"),
    QuestionCase(
      "对每个",
      zh: "对 每个 户 于 企业 其中 村 = 甲 按 行业 分组 {\n 显示 户.名称\n\n 显示 户.人数；\n}",
      en: "for each 户 in 企业 where 村 = 甲 group by 行业 {\n show 户.名称\n\n show 户.人数;\n}",
      dump: "(for 户 (group (where 企业 (= 村 甲)) 行业) (show 户.名称) (show 户.人数))"),
    QuestionCase(
      "循环",
      zh: "循环 n < 10 且 非 完 { n := n × 2；若 n > 5 { 跳出 }；继续 }",
      en: "while n < 10 and not 完 { n := n * 2; if n > 5 { break }; continue }",
      dump:
        "(while (and (< n [10]) (not 完)) (assign n (* n [2])) (branch ((> n [5]) (break))) (continue))"
    ),
    QuestionCase(
      "显示几项",
      zh: "显示 甲，乙 其中 c，“共 {数量(丙)} 家”", en: "show 甲, 乙 where c, \"共 {数量(丙)} 家\"",
      dump: "(show 甲 (where 乙 c) \"共 {(数量() 丙)} 家\")"),
    QuestionCase(
      "显示选取的是一个问句",
      zh: "显示 欠账 选取 企业.名称，欠 = 今日 − 期限，描述\n显示 甲 前 3，乙 排序 丙 降序，丁",
      en: "show 欠账 select 企业.名称, 欠 = 今日 - 期限, 描述\nshow 甲 first 3, 乙 sort 丙 desc, 丁",
      dump:
        "(show (select 欠账 企业.名称 (= 欠 (- 今日 期限)) 描述))\n(show (first 甲 3) (sort 乙 (desc 丙) 丁))"),
    QuestionCase(
      "显示的括号和负号", zh: "显示（5）\n显示 −5", en: "show(5)\nshow -5",
      dump: "(show [5])\n(show (- [5]))"),
    QuestionCase(
      "记入",
      zh: "记入 隐患 { 企业：企业「甲厂」，级别：重大；期限：2025年3月31日\n 照片：{\"a\"、\"b\"} }\n记入 台账 {}",
      en: "insert 隐患 { 企业: 企业「甲厂」, 级别: 重大; 期限: 2025-03-31\n 照片: {\"a\", \"b\"} }\ninsert 台账 {}",
      dump:
        "(insert 隐患 {企业: 企业「甲厂」 级别: 重大 期限: [2025-3-31] 照片: {\"a\" \"b\"}})\n(insert 台账 {})"),
    QuestionCase(
      "修改",
      zh: "修改 企业「甲厂」 { 人数：60 }\n修改 隐患 其中 级别 = 重大 { 状态：若 复查 则 已销号 否则 待复查 }",
      en: "update 企业「甲厂」 { 人数: 60 }\nupdate 隐患 where 级别 = 重大 { 状态: if 复查 then 已销号 else 待复查 }",
      dump:
        "(update 企业「甲厂」 {人数: [60]})\n(update (where 隐患 (= 级别 重大)) {状态: (if 复查 已销号 待复查)})"),
    QuestionCase(
      "注销", zh: "注销 全部 隐患 其中 状态 = 误报", en: "delete all 隐患 where 状态 = 误报",
      dump: "(delete (where (all 隐患) (= 状态 误报)))"),
    QuestionCase(
      "断言", zh: "断言 有(企业)\n断言 a = 1，\"不等于 {a}\"",
      en: "assert 有(企业)\nassert a = 1, \"不等于 {a}\"",
      dump: "(assert (有() 企业))\n(assert (= a [1]) \"不等于 {a}\")"),
    QuestionCase(
      "截至", zh: "截至 2025年4月3日\n截至：今日 前3日", en: "as of 2025-04-03\nas of: 3 days before 今日",
      dump: "(asOf [2025-4-3])\n(asOf (before 今日 [3 day]))"),
    QuestionCase(
      "假设",
      zh:
        "假设 { 年度执法.频次 = 每季度2次；巡查.频次 = 自 投产日期 起每6个月；人数线 = 300 × 2\n记入 企业 {名称：甲}；注销 乙 } { 显示 工作量 于 2026年 }",
      en:
        "suppose { 年度执法.频次 = every quarter at least 2; 巡查.频次 = every 6 months from 投产日期; 人数线 = 300 * 2\ninsert 企业 {名称: 甲}; delete 乙 } { show 工作量 during year 2026 }",
      dump:
        "(suppose (changes (= 年度执法.频次 [quarter least 2]) (= 巡查.频次 (anchored 投产日期 [6 month])) (= 人数线 (* [300] [2])) (insert 企业 {名称: 甲}) (delete 乙)) (show (during 工作量 [year 2026])))"
    ),
    QuestionCase(
      "推演",
      zh: "推演 直至 2027年12月31日\n推演 直至 届满 前3日 { 显示 台阶 }",
      en: "project until 2027-12-31\nproject until 3 days before 届满 { show 台阶 }",
      dump: "(project [2027-12-31])\n(project (before 届满 [3 day]) (show 台阶))"),
    QuestionCase(
      "问句和调用独立成行",
      zh:
        "企业 其中 等级 = D 按 村 分组 统计 户数 = 数量()，人数 = 求和(人数) 排序 户数 降序 前 10\n登记一户(\"甲\")\n义务 于 2025年\n曾 等级 = D\n（3 + 4） × 2",
      en:
        "企业 where 等级 = D group by 村 aggregate 户数 = 数量(), 人数 = 求和(人数) sort 户数 desc first 10\n登记一户(\"甲\")\n义务 during year 2025\never 等级 = D\n(3 + 4) * 2",
      dump:
        "(first (sort (aggregate (group (where 企业 (= 等级 D)) 村) (= 户数 (数量())) (= 人数 (求和() 人数))) (desc 户数)) 10)\n(登记一户() \"甲\")\n(during 义务 [year 2025])\n(ever (= 等级 D))\n(* (+ [3] [4]) [2])"
    ),
    QuestionCase(
      "记录和映射",
      zh: "显示 {名称：甲厂\n状态：在产}，{\"甲\"：1，\"乙\"：{1、2}}，{（丙）：1}，{「a b」：2}，{}，{2025年：3；2026年：4}",
      en:
        "show {名称: 甲厂\n状态: 在产}, {\"甲\": 1, \"乙\": {1, 2}}, {(丙): 1}, {「a b」: 2}, {}, {year 2025: 3; year 2026: 4}",
      dump:
        "(show {名称: 甲厂 状态: 在产} {[\"甲\"]: [1] [\"乙\"]: {[1] [2]}} {[丙]: [1]} {「a b」: [2]} {} {[[year 2025]]: [3] [[year 2026]]: [4]})"
    ),
    QuestionCase(
      "任何值都可以调用",
      zh: "显示 列表(1)(2).长，{甲、乙}(1)，（f）(x)", en: "show 列表(1)(2).长, {甲, 乙}(1), (f)(x)",
      dump: "(show ((列表() [1])() [2]).长 ({甲 乙}() [1]) (f() x))"),
    QuestionCase(
      "关键字作名称",
      zh:
        "检查 其中 显示 = 1\n返回 := 3\n显示 显示，返回(2)\n检查 按 村 分组 统计 数量()\n表(\"甲\") := 1\n令 循环 = 对 + 1\n继续.断言 := 2\n检查「甲」.结论",
      en:
        "检查 where 显示 = 1\n返回 := 3\nshow 显示, 返回(2)\n检查 group by 村 aggregate 数量()\n表(\"甲\") := 1\nlet 循环 = 对 + 1\n继续.断言 := 2\n检查「甲」.结论",
      dump:
        "(where 检查 (= 显示 [1]))\n(assign 返回 [3])\n(show 显示 (返回() [2]))\n(aggregate (group 检查 村) (数量()))\n(assign (表() \"甲\") [1])\n(let 循环 (+ 对 [1]))\n(assign 继续.断言 [2])\n检查「甲」.结论"
    ),
  ]

  static let procedures: [QuestionCase] = [
    QuestionCase(
      "函数",
      zh: "函数 风险分(e: 企业，w: 数（分）)：数 { 返回 e.人数 / 50 + （若 e.重大 则 w 否则 0） }",
      en: "function 风险分(e: 企业, w: 数(分)) -> 数 { return e.人数 / 50 + (if e.重大 then w else 0) }",
      dump:
        "(function 风险分 (parameters e:企业 w:数(分)) 数\n  (return (+ (/ e.人数 [50]) (if e.重大 w [0]))))"),
    QuestionCase(
      "没有参数和结果",
      zh: "函数 清点()\n{\n}", en: "function 清点() {}", dump: "(function 清点 (parameters))"),
    QuestionCase(
      "测试",
      zh:
        "测试 \"逾期两日不通报\" {\n 截至 2025年4月2日\n 记入 企业 {名称：甲}\n 预期 台阶 其中 规则 = 逾期通报 为 { 提醒、函告 }\n 预期 义务 其中 规则 = 巡查 为空\n 预期 隐患 不为空\n 预期 数量(企业) = 1\n}",
      en:
        "test \"逾期两日不通报\" {\n as of 2025-04-02\n insert 企业 {名称: 甲}\n expect 台阶 where 规则 = 逾期通报 yields { 提醒, 函告 }\n expect 义务 where 规则 = 巡查 is empty\n expect 隐患 is not empty\n expect 数量(企业) = 1\n}",
      dump:
        "(test \"逾期两日不通报\"\n  (asOf [2025-4-2])\n  (insert 企业 {名称: 甲})\n  (expect (where 台阶 (= 规则 逾期通报)) {提醒 函告})\n  (expect (isEmpty (where 义务 (= 规则 巡查))))\n  (expect (notEmpty 隐患))\n  (expect (= (数量() 企业) [1])))"
    ),
    QuestionCase(
      "有名称的测试",
      zh: "测试 假设之内 { 假设 { 线 = 3 } { 预期 户数() 为 4 } }",
      en: "test 假设之内 { suppose { 线 = 3 } { expect 户数() yields 4 } }",
      dump: "(test 假设之内 \"假设之内\"\n  (suppose (changes (= 线 [3])) (expect (户数()) [4])))"),
    QuestionCase(
      "声明和语句相间",
      zh: "令 a = 1\n参数 b = 2\n显示 a\n职责 c { 由 甲 }\n显示 b",
      en: "let a = 1\nparameter b = 2\nshow a\nduty c { by 甲 }\nshow b",
      dump: "(parameter b [2])\n(duty c\n  (from 甲))\n(let a [1])\n(show a)\n(show b)"),
  ]

  @Test func readsTheVersion() {
    let result = parsed("版本 1\n显示 1")
    #expect(sketched(result) == [])
    #expect(result.script.version == 1)
    #expect(parsed("显示 1").script.version == nil)
    #expect(sketched(parsed("版本 2")) == ["laterDeclaration「2」 2"])
  }

  /// What a mistake in front of a name leaves, so that the name is known further down.
  @Test(arguments: ["令x = 5", "lte x = 5", "var x = 5", "另 x = 5", "令 x := 5"])
  func keepsTheName(_ text: String) {
    let result = parsed(text)
    #expect(result.issues.count == 1)
    #expect(result.script.dump == "(let x [5])\n")
  }

  @Test func statementsKnowTheirHeading() {
    let text = "# 一\n\n```plan\n令 a = 1\n```\n\n## （二）\n\n```plan\n若 a = 1 { 显示 2 }\n```\n"
    let script = parsed(text, name: "甲.plan.md").script
    #expect(script.statements.map(\.headings) == [["一"], ["一", "（二）"]])
  }
}

/// Rule K2: every contextual word is a name wherever the grammar does not ask for it.
struct ParserKeywordNameTests {
  static let words = KeywordTable.rows.filter { $0.binding == .contextual }
    .flatMap { [$0.english] + $0.chinese }
    .filter { !$0.contains(" ") && KeywordTable.reserved($0).isEmpty }

  /// Places where a word of the language is a name, whatever it means elsewhere.
  @Test(arguments: [
    "@ 其中 甲 = 1", "@ := 3", "@.甲 := 2", "@ 按 甲 分组 统计 数量()", "@ − 1 > 2",
    "显示 @，@ 其中 @", "显示 @(1)(2)", "显示 @「甲」.@", "令 @ = @ + 1", "令 @：@ = @",
    "对 每个 @ 于 @ { 显示 @ }", "若 @ { @ := 1 } 否则 { 返回 @ }", "循环 @ < 3 { 断言 @，@ }",
    "记入 @ { @：@ }", "修改 @ 其中 @ = @ { @：1 }", "显示 {@：1，甲：@}", "显示 {@、甲}",
    "函数 @(@: @)：@ { 返回 @ }", "测试 @ { 预期 @ 为 {@} }", "假设 { @ = 1；@.@ = @ + 2 } { 显示 @ }",
    "推演 直至 @ 前3日", "显示 甲 选取 @，@ = @", "断言 \"{@}\" = @",
  ])
  func isName(_ pattern: String) {
    for word in Self.words {
      // A difference is a difference; without a blank 自 or 至 would be glued to the sign behind.
      let isSign = pattern.hasPrefix("@ −")
      if isSign, DeclarationWords.statements.contains(where: { Self.spells(word, $0) }) { continue }
      if isSign, Self.declares(word) { continue }
      let text = pattern.replacing("@", with: word)
      let result = parsed(text)
      #expect(errors(result.issues).isEmpty, "\(text): \(sketched(result))")
      let plain = parsed(pattern.replacing("@", with: "某"))
      let dump = plain.script.dump.replacing("某", with: word)
      #expect(result.script.dump == dump, "\(text)")
    }
  }

  private static func spells(_ word: String, _ keyword: Keyword) -> Bool {
    KeywordTable.keywords(spelling: word).contains(keyword)
  }

  private static func declares(_ word: String) -> Bool {
    (DeclarationWords.current + DeclarationWords.later + [.version]).contains { spells(word, $0) }
  }
}
