import Testing

@testable import ZhibenSyntax

/// Every mistake that has its own answer: what is said, what is underlined, what is offered, and that nothing else is said.
struct ParserIssueTests {
  struct IssueCase: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let issues: [String]
    init(_ name: String, _ text: String, _ issues: [String]) {
      (self.name, self.text, self.issues) = (name, text, issues)
    }
    var testDescription: String { name }
  }

  @Test(arguments: cases + statementCases + warnings)
  func says(_ mistake: IssueCase) {
    let result = parsed(mistake.text)
    #expect(sketched(result) == mistake.issues, "\(mistake.text)")
    #expect(result.tree.text == mistake.text)
  }

  /// What the parser refuses is no sentence of the shipped grammar either, but for strings, which are one token there, and words that it
  /// takes for names.
  @Test(arguments: cases + statementCases)
  func isNoSentence(_ mistake: IssueCase) {
    let isWord = ["插值", "粘连", "外来词", "符号", "形似"].contains { mistake.name.hasPrefix($0) }
    guard !isWord, !mistake.name.hasSuffix("写多了") else { return }
    let isSentence = Recognizer.shipped.accepts(mistake.text)
    #expect(!isSentence, "\(mistake.text)")
  }

  /// Applying a fix leaves fewer mistakes, or none up to its place.
  @Test(arguments: cases + statementCases)
  func firstFixHelps(_ mistake: IssueCase) {
    let result = parsed(mistake.text)
    guard let issue = result.issues.first(where: { !$0.fixes.isEmpty }),
      let fix = issue.fixes.first
    else { return }
    var bytes = result.source.bytes
    bytes.replaceSubrange(issue.span.start..<issue.span.end, with: fix.utf8)
    let fixed = Parser.parse(SourceFile(name: "甲.plan", bytes: bytes))
    let moved = fixed.issues.first.map { $0.span.start > issue.span.start } ?? true
    #expect(
      fixed.issues.count < result.issues.count || moved,
      "\(fixed.source.text(Span(0, bytes.count)))")
  }

  static let cases: [IssueCase] = [
    IssueCase(
      "缺分隔：条款在同一行",
      "职责 a { 对象 企业 频次 每年1次 }",
      [
        "clauseNeedsSeparator「频次」 频次 → ；频次"
      ]),
    IssueCase(
      "缺分隔：裸频次",
      "职责 a { 对象 企业 每年1次 }",
      [
        "clauseNeedsSeparator「每年1次」 每年1次 → ；每年1次"
      ]),
    IssueCase(
      "缺分隔：大括号之后",
      "职责 a { 逾期 { 督促 } 频次 每年1次 }",
      [
        "clauseNeedsSeparator「频次」 频次 → ；频次"
      ]),
    IssueCase(
      "缺分隔：两个声明",
      "职责 a { 频次 每年1次 } 职责 b { 频次 每年2次 }",
      [
        "clauseNeedsSeparator「职责」 职责 → ；职责"
      ]),
    IssueCase(
      "缺分隔：台阶",
      "督办 a { 对象 隐患 逾期1日 提醒 }",
      [
        "clauseNeedsSeparator「逾期1日」 逾期1日 → ；逾期1日"
      ]),
    IssueCase(
      "缺右括号：职责",
      "职责 e {\n 对象 企业\n\n职责 g {\n 对象 企业\n}",
      [
        "unclosedBrace「」 { → } @1"
      ]),
    IssueCase(
      "缺右括号：里层",
      "职责 e {\n 逾期 {\n 督促 致 甲\n\n范围 g = 企业",
      [
        "unclosedBrace「」 { → } @2"
      ]),
    IssueCase(
      "缺右括号：取值",
      "取值 e {\n 甲；乙\n参数 g = 3",
      [
        "unclosedBrace「」 { → } @1"
      ]),
    IssueCase(
      "缺右括号：文件末尾",
      "职责 a { 例外 b {",
      [
        "unclosedBrace「」 { → } @1"
      ]),
    IssueCase(
      "缺右圆括号",
      "职责 a {\n 对象 企业 其中 （等级 = D 且 人数 > 5\n 频次 每年1次\n}\n职责 b { 由 甲 }",
      [
        "unclosedParenthesis「（」 1 @4"
      ]),
    IssueCase(
      "缺花括号：属于",
      "职责 b { 对象 企业 其中 行业 属于 危化品、交通运输；频次 每年1次 }",
      [
        "missingBraces「危化品、交通运输」 这几个值 → {危化品、交通运输}"
      ]),
    IssueCase(
      "缺冒号：选择",
      "检查 x { 频次 按 等级 { A 每年1次；B：每年2次 } }",
      [
        "missing「」 「：」 → ："
      ]),
    IssueCase(
      "缺冒号：划分",
      "划分 x { 大：a；小 其他 }",
      [
        "missing「」 「：」 → ："
      ]),
    IssueCase(
      "缺冒号：字段",
      "登记 x { 名称 文本 标识；b：数 }",
      [
        "missing「」 「：」 → ："
      ]),
    IssueCase(
      "音近：角色",
      "督办 a { 对象 隐患\n 逾期7日 函告 至 企业\n 逾期9日 提请 停产 需 现场照片 有 镇政府 批准 }",
      [
        "homophone「至」 至 | 致 → 致",
        "homophone「需」 需 | 须 → 须",
        "homophone「有」 有 | 由 → 由",
      ]),
    IssueCase(
      "音近：条款",
      "职责 e { 对像 企业；有 主要负责人；平证 自查 }",
      [
        "homophone「对像」 对像 | 对象 → 对象",
        "homophone「有」 有 | 由 → 由",
        "homophone「平证」 平证 | 凭证 → 凭证",
      ]),
    IssueCase(
      "音近：声明",
      "责任 a { 频次 每年1次 }",
      [
        "homophone「责任」 责任 | 职责 → 职责"
      ]),
    IssueCase(
      "近义：条款",
      "职责 e { 频率 每季度1次；除外 高危企业：每月1次；牵头 主要负责人 }",
      [
        "unknownClause「频率」 频率 | 职责 → 频次",
        "unknownClause「除外」 除外 | 职责 → 例外",
        "unknownClause「牵头」 牵头 | 职责 → 由",
      ]),
    IssueCase(
      "近义：英文",
      "duty e { frequency every quarter at least 1; exception 高危: every month at least 1 }",
      [
        "unknownClause「frequency」 frequency | 职责 → cadence",
        "unknownClause「exception」 exception | 职责 → except",
      ]),
    IssueCase(
      "近义：声明",
      "枚举 e { 甲、乙 }",
      [
        "unknownDeclaration「枚举」 枚举 → 取值"
      ]),
    IssueCase(
      "不认识的条款",
      "职责 e { 对象 企业；颜色 红；频次 每年1次 }",
      [
        "unknownClause「颜色」 颜色 | 职责"
      ]),
    IssueCase(
      "别处的条款",
      "职责 e { 起算 整改期限；频次 每年1次 }",
      [
        "unknownClause「起算」 起算 | 职责"
      ]),
    IssueCase(
      "不认识的声明",
      "职债 a { 频次 每年1次 }\n职责 b { 频次 每年1次 }",
      [
        "unknownDeclaration「职债」 职债"
      ]),
    IssueCase(
      "名称分成两词",
      "职责 主要负责人 带队检查 { 频次 每季度至少1次 }",
      [
        "nameInTwoWords「主要负责人 带队检查」 主要负责人 带队检查 → 主要负责人带队检查"
      ]),
    IssueCase(
      "名称分成两词：范围",
      "范围 高危 企业 = 企业",
      [
        "nameInTwoWords「高危 企业」 高危 企业 → 高危企业"
      ]),
    IssueCase(
      "名称是字面",
      "职责 每季度1次 { }",
      [
        "unexpected「每季度1次」 每季度1次 | 名称 → 「每季度1次」"
      ]),
    IssueCase(
      "名称是保留词",
      "登记 a { 前：数；b：数 }",
      [
        "unexpected「前」 前 | 字段 → 「前」"
      ]),
    IssueCase(
      "缺名称",
      "职责 { 频次 每年1次 }",
      [
        "unexpected「{」 { | 名称"
      ]),
    IssueCase(
      "频次写多了",
      "职责 x { 频次 每季度至少1次检查；对象 企业 }",
      [
        "literalGoesOn「每季度至少1次检查」 每季度至少1次 | 检查 → 每季度至少1次"
      ]),
    IssueCase(
      "频次里动词写多了",
      "职责 x { 频次 每季度至少带队检查1次；对象 企业 }",
      [
        "literalGoesOn「每季度至少带队检查1次」 每季度至少1次 | 带队检查 → 每季度至少1次"
      ]),
    IssueCase(
      "裸频次写多了",
      "职责 x { 每季度至少1次检查 }",
      [
        "literalGoesOn「每季度至少1次检查」 每季度至少1次 | 检查 → 每季度至少1次"
      ]),
    IssueCase(
      "期限写多了",
      "职责 x { 期限 2025年底前完成 }",
      [
        "literalGoesOn「2025年底前完成」 2025年底前 | 完成 → 2025年底前"
      ]),
    IssueCase(
      "粘连：条款",
      "职责 x { 频次每季度至少1次 }",
      [
        "gluedRun「频次每季度至少1次」 频次每季度至少1次 → 频次 每季度至少1次"
      ]),
    IssueCase(
      "粘连：声明",
      "职责带队检查 { 频次 每年1次 }",
      [
        "gluedRun「职责带队检查」 职责带队检查 → 职责 带队检查"
      ]),
    IssueCase(
      "粘连：参数",
      "参数x = 10%",
      [
        "gluedRun「参数x」 参数x → 参数 x"
      ]),
    IssueCase(
      "粘连：台阶",
      "督办 a { 对象 隐患\n 逾期15日通报 致 企业\n 逾期按自查督办 }",
      [
        "gluedRun「逾期15日通报」 逾期15日通报 → 逾期15日 通报",
        "gluedRun「逾期按自查督办」 逾期按自查督办 → 逾期 按自查督办",
      ]),
    IssueCase(
      "台阶当条件",
      "范围 x = 隐患 其中 逾期15日 且 a = 1",
      [
        "rungAsCondition「逾期15日」 逾期15日 → 今日 − 整改期限 > 15日"
      ]),
    IssueCase(
      "于放错：查询",
      "职责 a { 对象 企业 其中 级别 = 重大 于 近3年 }",
      [
        "duringAfterWhere「企业 其中 级别 = 重大 于 近3年」 于 近3年 → 企业 于 近3年 其中 级别 = 重大"
      ]),
    IssueCase(
      "于放错：条件",
      "必须 a { 条件 级别 = 重大 于 近3年 }",
      [
        "duringAfterWhere「级别 = 重大 于 近3年」 于 近3年 → 级别 于 近3年 = 重大"
      ]),
    IssueCase(
      "若要括号",
      "参数 a = b + 若 c 则 d 否则 e",
      [
        "unexpected「若 c 则 d 否则 e」 若 | 值 → （若 c 则 d 否则 e）"
      ]),
    IssueCase(
      "缺否则",
      "参数 a = 若 b 则 c",
      [
        "missing「」 否则"
      ]),
    IssueCase(
      "期限缺头",
      "职责 a { 起租日 后 30日内；频次 每年1次 }",
      [
        "missing「起租日」 期限 → 期限 起租日"
      ]),
    IssueCase(
      "缺值：频次",
      "职责 a { 频次；对象 企业 }",
      [
        "missing「」 频次的值"
      ]),
    IssueCase(
      "缺值：对象",
      "职责 a { 对象 其中 b；频次 每年1次 }",
      [
        "unexpected「其中」 其中 | 对象的值"
      ]),
    IssueCase(
      "缺值：条件",
      "职责 a { 凭证 自查 其中；频次 每年1次 }",
      [
        "missing「」 条件"
      ]),
    IssueCase(
      "缺值：运算",
      "职责 a { 对象 企业 其中 a =\n 频次 每年1次 }",
      [
        "missing「」 条件"
      ]),
    IssueCase(
      "缺值：例外",
      "职责 a { 例外 ：每年1次；例外 b；例外 c：；例外 d：每年1次 }",
      [
        "unexpected「：」 ： | 例外的值",
        "missing「」 「：」",
        "missing「」 例外的值",
      ]),
    IssueCase(
      "缺值：期限",
      "职责 a { 宽限 每年1次；提前；工作量 3 }",
      [
        "unexpected「每年1次」 每年1次 | 时长",
        "missing「」 时长",
        "unknownClause「工作量」 工作量 | 职责",
      ]),
    IssueCase(
      "依据没有引号", "职责 a { 依据 二（二）6\n对象 企业 }",
      ["unexpected「二（二）6」 二（二）6 | 依据的值 → \"二（二）6\""]),
    IssueCase(
      "缺值：依据",
      "职责 a { 依据 3；依据 \"x\" \"y\"；依据 《法》、；施行 每年1次 }",
      [
        "unexpected「3」 3 | 依据的值 → \"3\"",
        "unexpected「\"y\"」 \"y\" | 分号或换行",
        "missing「」 依据的值",
        "unexpected「每年1次」 每年1次 | 施行的值",
      ]),
    IssueCase(
      "缺值：指标线",
      "目标 x { 2024年底前；下降；基数为零 为零；指标 }",
      [
        "missing「」 数量",
        "missing「」 数量",
        "unexpected「为零」 为零 | 则",
        "missing「」 指标的值",
      ]),
    IssueCase(
      "缺值：参数",
      "参数 a =\n参数 b = 3",
      [
        "missing「」 值"
      ]),
    IssueCase(
      "缺等号",
      "范围 a 企业；参数 b 3",
      [
        "unexpected「企业」 企业 | 「=」",
        "unexpected「3」 3 | 「=」",
      ]),
    IssueCase(
      "插值不许用",
      "计划 a { 文号 \"b{c}\"；辖区 d }",
      [
        "unexpected「c」 c | 文号的值"
      ]),
    IssueCase(
      "插值里的错",
      "参数 a = \"x{b = }y\" + \"z{c d}\"",
      [
        "missing「」 值",
        "unexpected「d」 d | 「}」",
      ]),
    IssueCase(
      "取值的错",
      "取值 a { 甲 乙；丙、、丁；每年1次；戊 }",
      [
        "unexpected「乙」 乙 | 分号或换行",
        "unexpected「、」 、 | 取值",
        "unexpected「每年1次」 每年1次 | 取值 → 「每年1次」",
      ]),
    IssueCase(
      "取值末尾的顿号",
      "取值 a { 甲、}",
      [
        "missing「」 取值"
      ]),
    IssueCase(
      "集合的错",
      "范围 a = b 其中 c 属于 {甲 乙} 且 d；范围 e = b",
      [
        "unexpected「乙」 乙 | 「、」"
      ]),
    IssueCase(
      "集合末尾的顿号",
      "范围 a = b 其中 c 属于 {甲、} 且 d",
      [
        "missing「」 值"
      ]),
    IssueCase(
      "参数表的错",
      "范围 a = 有(b 排序 c)",
      [
        "unexpected「排序」 排序 | 「）」"
      ]),
    IssueCase(
      "前多少要整数",
      "范围 a = b 前 1.5",
      [
        "unexpected「1.5」 1.5 | 数"
      ]),
    IssueCase(
      "多余的括号",
      "职责 a { 频次 每年1次 } }\n}\n职责 b { 频次 每年1次 }",
      [
        "unmatchedCloser「}」 }"
      ]),
    IssueCase(
      "多余的圆括号",
      "职责 a { 对象 企业）；频次 每年1次 }",
      [
        "unmatchedCloser「）」 ）"
      ]),
    IssueCase(
      "掉出来的条款",
      "职责 a { 对象 企业 }\n 频次 每年1次\n 由 甲\n}\n职责 b { 频次 每年1次 }",
      [
        "unexpected「频次」 频次 | 声明"
      ]),
    IssueCase(
      "以后的声明",
      "包保 a { 组长 1人 }\n合并 规范化抽查 { 比例 不低于10%；种子 届时公布 }\n职责 x { 频次 每年1次 }",
      [
        "laterDeclaration「包保」 包保",
        "laterDeclaration「合并」 合并",
      ]),
    IssueCase(
      "以后的条款",
      "检查 a { 对象 企业；环节 { 亮证、查 }；复查 整改期限 后 10日内；频次 每半年1次 轮换 全面检查 }",
      [
        "laterDeclaration「环节」 环节",
        "laterDeclaration「复查」 复查",
        "laterDeclaration「轮换」 轮换",
      ]),
    IssueCase(
      "以后的频次",
      "职责 a { 自 投用日期 起 { 前10年：每2年 }；频次 距上次 不超过 (x) 个月 }",
      [
        "laterDeclaration「起」 起",
        "laterDeclaration「距上次」 距上次",
      ]),
    IssueCase(
      "复合对象",
      "职责 a { 对象 企业 逐 维度；频次 每年1次 }",
      [
        "laterDeclaration「逐」 逐"
      ]),
    IssueCase(
      "例外里的例外",
      "职责 a { 例外 b { 例外 c：每年1次 } }",
      [
        "unexpected「例外」 例外 | 条款"
      ]),
    IssueCase(
      "督办的由在前",
      "督办 a { 由 镇；逾期1日 提醒 }",
      [
        "unknownClause「由」 由 | 督办"
      ]),
    IssueCase(
      "没有花括号",
      "职责 a\n 频次 每年1次\n 由 甲\n\n职责 b { 频次 每年1次 }",
      [
        "missing「」 「{」"
      ]),
    IssueCase(
      "等后面还有",
      "范围 a = b 其中 c 属于 {甲 等、乙}",
      [
        "unexpected「、」 、 | 「}」"
      ]),
    IssueCase(
      "多个比例",
      "目标 x { 2024年底前 100% 95% }",
      [
        "unexpected「95%」 95% | 分号或换行"
      ]),
    IssueCase(
      "无意义的字符",
      "参数 a = [1]；参数 b = 2",
      [
        "foreignCharacter「[」 [ → {",
        "foreignCharacter「]」 ] → }",
      ]),
    IssueCase(
      "一个文件多处",
      "职责 a { 对象；频次 每年1次 }\n职责 b { 频率 每年1次 }\n取值 c { 甲 乙 }",
      [
        "missing「」 对象的值",
        "unknownClause「频率」 频率 | 职责 → 频次",
        "unexpected「乙」 乙 | 分号或换行",
      ]),
    IssueCase(
      "音近：其中",
      "范围 a = 企业 其它 等级 = D\n职责 b { 凭证 有(自查 期中 类别 = 定期)；对象 企业 其他 a }",
      [
        "homophone「其它」 其它 | 其中 → 其中",
        "homophone「期中」 期中 | 其中 → 其中",
        "homophone「其他」 其他 | 其中 → 其中",
      ]),
    IssueCase(
      "粘连：由",
      "职责 x { 由主要负责人；频次 每年1次 }",
      [
        "gluedRun「由主要负责人」 由主要负责人 → 由 主要负责人"
      ]),
    IssueCase(
      "缺措施",
      "督办 a { 逾期1日 致 企业；逾期2日 由 镇 提醒 }",
      [
        "unexpected「致」 致 | 措施",
        "unexpected「由」 由 | 措施",
      ]),
    IssueCase(
      "一个动作缺措施",
      "必须 a { 违反 { 由 镇；通报 } }",
      [
        "unexpected「由」 由 | 措施"
      ]),
    IssueCase(
      "后面的以后声明缺分隔",
      "职责 a { 频次 每年1次 } 流程 b { }",
      [
        "laterDeclaration「流程」 流程"
      ]),
    IssueCase(
      "择一缺花括号",
      "督办 a { 逾期1日 择一 约谈；逾期2日 提醒 }",
      [
        "unexpected「约谈」 约谈 | 「{」"
      ]),
    IssueCase(
      "选择缺花括号",
      "职责 a {\n 频次 按 等级\n C：每季度1次\n 其他：每年1次\n }\n 由 甲\n}\n职责 b { 由 甲 }",
      [
        "missing「」 「{」"
      ]),
    IssueCase(
      "多出右括号的台阶",
      "督办 a {\n 暂停 状态 属于 {甲}}\n 逾期1日 提醒\n 逾期2日 约谈\n}\n职责 b { 由 甲 }",
      [
        "unexpected「逾期1日」 逾期1日 | 声明"
      ]),
  ]
}
