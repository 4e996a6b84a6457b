extension ParserIssueTests {
  /// Mistakes in statements.
  static let statementCases: [IssueCase] = [
    IssueCase("语句缺花括号", "若 a = 1 显示 2", ["missingBraces「显示 2」 语句 → { 显示 2 }"]),
    IssueCase(
      "语句缺花括号：两支", "若 a 则 显示 1 否则 显示 2",
      [
        "missingBraces「则 显示 1」 语句 → { 显示 1 }",
        "missingBraces「显示 2」 语句 → { 显示 2 }",
      ]),
    IssueCase(
      "语句缺花括号：对每个", "对 每个 户 于 企业 显示 户", ["missingBraces「显示 户」 语句 → { 显示 户 }"]),
    IssueCase("语句块在下一行", "循环 n < 3\n n := n + 1", ["missing「」 「{」"]),
    IssueCase("多写的则", "若 a 则 { 显示 1 }", ["unexpected「则」 则 | 「{」 → "]),
    IssueCase("冒号当花括号", "若 a = 1：", ["unexpected「：」 ： | 「{」"]),
    IssueCase("没有若的否则", "否则 { 显示 1 }", ["unexpected「否则」 否则 | 语句"]),
    IssueCase(
      "否则若连写", "若 a { 显示 1 }\n否则若 b { 显示 2 }",
      ["foreignWord「否则若」 否则若 | 否则 若 → 否则 若"]),
    IssueCase(
      "花括号之后不换行", "若 c { 显示 1 } 显示 2", ["clauseNeedsSeparator「显示」 显示 → ；显示"]),
    IssueCase(
      "花括号之后不换行：赋值", "函数 f() { 若 c { 显示 1 } n := 2 }",
      ["clauseNeedsSeparator「n」 n → ; n"]),
    IssueCase("两个语句在一行", "显示 1 显示 2", ["clauseNeedsSeparator「显示」 显示 → ；显示"]),
    IssueCase("符号：双等号", "若 a == 1 { 显示 1 }", ["foreignOperator「==」 == → ="]),
    IssueCase(
      "符号：别的语言", "若 a && !b || c { 显示 1 }",
      [
        "foreignOperator「&&」 && → 且", "foreignOperator「!」 ! → 非",
        "foreignOperator「||」 || → 或",
      ]),
    IssueCase("加等于", "n += 1", ["foreignOperator「+=」 += | := n + → := n +"]),
    IssueCase("令里的冒号等号", "令 a := 3", ["unexpected「:=」 := | 「=」 → ="]),
    IssueCase("赋值给数", "3 := 4", ["unexpected「3」 3 | 名称"]),
    IssueCase("赋值给记录", "企业「甲」 := 4", ["unexpected「企业「甲」」 企业「甲」 | 名称"]),
    IssueCase(
      "修改写成比较", "修改 企业「甲」.人数 = 60",
      ["missingBraces「企业「甲」.人数 = 60」 这几个值 → 企业「甲」 { 人数：60 }"]),
    IssueCase("记入缺花括号", "记入 企业 名称：甲", ["unexpected「名称」 名称 | 「{」"]),
    IssueCase("记入缺冒号", "记入 企业 { 名称 甲 }", ["missing「」 「：」 → ："]),
    IssueCase("映射缺冒号", "显示 {\"甲\"：1，\"乙\" 2}", ["missing「」 「：」 → ："]),
    IssueCase("集合里的冒号", "显示 {甲，乙：2}", ["unexpected「：」 ： | 「、」"]),
    IssueCase("每个漏写", "对 户 于 企业 { 显示 户 }", ["missing「」 每个 →  每个"]),
    IssueCase("属于当于", "对 每个 户 属于 企业 { 显示 户 }", ["homophone「属于」 属于 | 于 → 于"]),
    IssueCase("形似：至当直至", "推演 至 2027年12月31日", ["homophone「至」 至 | 直至 → 直至"]),
    IssueCase(
      "假设缺花括号", "假设 线 = 3 { 显示 1 }", ["missingBraces「线 = 3」 要假设的内容 → { 线 = 3 }"]),
    IssueCase("假设里的语句", "假设 { 显示 1 } { }", ["unexpected「显示」 显示 | 要假设的内容"]),
    IssueCase(
      "假设里的赋值", "假设 { 线 := 1 } { 显示 1 }", ["unexpected「:=」 := | 「=」 → ="]),
    IssueCase("函数缺括号", "函数 f { 返回 1 }", ["unexpected「{」 { | 「（」"]),
    IssueCase("函数缺右括号", "函数 f(a: 数 { 返回 a }", ["unclosedParenthesis「(」 1 @1"]),
    IssueCase("参数缺类型", "函数 f(a) { 返回 a }", ["missing「」 类型"]),
    IssueCase("测试没有名称", "测试 { 显示 1 }", ["unexpected「{」 { | 名称"]),
    IssueCase("形似：值缺失", "显示", ["missing「」 值"]),
    IssueCase("值缺失：下一行是语句", "令 a = 5 +\n显示 a", ["missing「」 值"]),
    IssueCase("条件缺失", "若 { 显示 1 }", ["missing「」 条件"]),
    IssueCase("条件缺失：循环", "循环 { 显示 1 }", ["missing「」 条件"]),
    IssueCase("函数没有名称", "函数 (a: 数) { }", ["unexpected「(」 ( | 名称"]),
    IssueCase("没有右圆括号的调用", "f(1\ng(2)", ["unclosedParenthesis「(」 1 @2"]),
    IssueCase("断言缺说明", "断言 a，", ["missing「」 值"]),
    IssueCase("形似：行首的花括号", "{甲、乙}", ["unexpected「{」 { | 声明"]),
    IssueCase("没有右圆括号的语句", "显示 （1 + 2\n显示 3", ["unclosedParenthesis「（」 1 @1"]),
    IssueCase(
      "函数没有右花括号", "函数 f() {\n 显示 1\n\n职责 a { 由 甲 }", ["unclosedBrace「」 { → } @1"]),
    IssueCase(
      "块没有右花括号", "函数 f() {\n 若 a {\n 显示 1\n}\n", ["unclosedBrace「」 { → } @1"]),
    IssueCase(
      "职责没有右花括号，后面是语句", "职责 a {\n 由 甲\n\n令 b = 1\n显示 b", ["unclosedBrace「」 { → } @1"]),
    IssueCase("以后的版本", "版本 2", ["laterDeclaration「2」 2"]),
    IssueCase(
      "错误之后的语句还在", "职责 甲 { 颜色 红 }\n显示 1", ["unknownClause「颜色」 颜色 | 职责"]),
    // Words by ear.
    IssueCase("同音：显示", "显事 欠账", ["homophone「显事」 显事 | 显示 → 显示"]),
    IssueCase("同音：截至", "截止 2025年1月1日", ["homophone「截止」 截止 | 截至 → 截至"]),
    IssueCase("同音：记入", "计入 企业 { 名称：甲 }", ["homophone「计入」 计入 | 记入 → 记入"]),
    IssueCase(
      "同音：预期", "测试 a { 逾期 义务 为 {} }", ["homophone「逾期」 逾期 | 预期 → 预期"]),
    IssueCase("形似：返回", "函数 f() { 反回 }", ["homophone「反回」 反回 | 返回 → 返回"]),
    IssueCase("语句词拼错", "shwo 欠账", ["unknownDeclaration「shwo」 shwo"]),
    IssueCase("语句词拼错：令", "lte a = 5", ["unknownDeclaration「lte」 lte"]),
    IssueCase("粘连：令", "令a = 5", ["gluedRun「令a」 令a → 令 a"]),
    IssueCase("粘连：若", "若a > 3 { 显示 1 }", ["gluedRun「若a」 若a → 若 a"]),
    IssueCase("粘连：对每个", "对每个 户 于 企业 { 显示 户 }", ["gluedRun「对每个」 对每个 → 对 每个"]),
    IssueCase("粘连：推演", "推演直至 2027年12月31日", ["gluedRun「推演直至」 推演直至 → 推演 直至"]),
    // Words of other languages.
    IssueCase("外来词：print", "print(\"好\")", ["foreignWord「print」 print | show → show"]),
    IssueCase("外来词：打印", "打印 欠账", ["foreignWord「打印」 打印 | 显示 → 显示"]),
    IssueCase("外来词：输出", "输出 \"好\"", ["foreignWord「输出」 输出 | 显示 → 显示"]),
    IssueCase("外来词：var", "var a = 5", ["foreignWord「var」 var | let → let"]),
    IssueCase("外来词：设", "设 a = 5", ["foreignWord「设」 设 | 令 → 令"]),
    IssueCase(
      "外来词：def", "def f(a: 数) { return a }", ["foreignWord「def」 def | function → function"]),
    IssueCase("外来词：如果", "如果 a > 3 { 显示 1 }", ["foreignWord「如果」 如果 | 若 → 若"]),
    IssueCase(
      "外来词：否则如果", "若 a { 显示 1 } 否则如果 b { 显示 2 }",
      ["foreignWord「否则如果」 否则如果 | 否则 若 → 否则 若"]),
    IssueCase(
      "外来词：否则 如果", "若 a { 显示 1 } 否则 如果 b { 显示 2 }", ["foreignWord「如果」 如果 | 若 → 若"]),
    IssueCase(
      "外来词：elif", "if a { show 1 } elif b { show 2 }",
      ["foreignWord「elif」 elif | else if → else if"]),
    IssueCase(
      "外来词：当…时", "当 n > 3 时 { 显示 1 }",
      ["foreignWord「当 n > 3 时」 当 n > 3 时 | 若 n > 3 → 若 n > 3"]),
    IssueCase("外来词：预期是", "测试 a { 预期 b 应为 3 }", ["foreignWord「应为」 应为 | 为 → 为"]),
    IssueCase("外来词：删除", "删除 企业「甲」", ["foreignWord「删除」 删除 | 注销 → 注销"]),
  ]

  /// A comparison on a line of its own is no mistake of the syntax, but worth a word.
  static let warnings: [IssueCase] = [
    IssueCase("等号当赋值", "人数 = 5", ["uselessComparison「=」 人数 → :="]),
    IssueCase("关键字作名称的比较", "注销 = 5", ["uselessComparison「=」 注销 → :="]),
    IssueCase("别的比较是问句", "人数 > 5", []),
    IssueCase("函数叫打印", "函数 打印(a: 数) { 显示 a }\n打印(3)", []),
  ]
}
