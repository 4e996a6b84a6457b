extension CataloguePage {
  /// What the parser notices.
  static let syntactic: [CataloguePage] = [
    CataloguePage(
      "E0201",
      zh: "这个词放在这里没有意思。提示里写的是这里能放的东西；多半是多了、漏了或写反了一个词。",
      en: """
        The word means nothing in this place; the hint says what may stand here. Mostly a word is \
        missing, too many, or in the wrong order.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 高危 = > 是",
        right: "范围 甲类 = 企业 其中 高危 = 是")),
    CataloguePage(
      "E0202",
      zh: "这里还缺一个部分，缺了它这一句不成话。",
      en: "A part is missing here without which the phrase says nothing.",
      .below(
        wrong: "范围 甲类 = 企业 其中",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0203",
      zh: "花括号把一条规则的各项围起来。左边的没有右边的配，就分不清下一条规则是不是它的一项，所以在左边那一个报告。",
      en: """
        Braces hold the clauses of a rule together. With no closing brace it is not clear where \
        the rule ends; so the opening one is shown.
        """,
      .below(
        wrong: """
          取值 灯色 { 红；黄

          范围 甲类 = 企业 其中 高危
          """,
        right: """
          取值 灯色 { 红；黄 }

          范围 甲类 = 企业 其中 高危
          """)),
    CataloguePage(
      "E0204",
      zh: "圆括号要成对。括号里不分行，漏掉右边的会把后面几行都读进去。",
      en: """
        Parentheses come in pairs. Lines do not end inside them, so that a forgotten one would \
        swallow what follows.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 （高危 或 喷涂",
        right: "范围 甲类 = 企业 其中 （高危 或 喷涂）")),
    CataloguePage(
      "E0205",
      zh: "这里有右括号，前面却没有与它配对的左括号。",
      en: "A bracket is closed here that was never opened.",
      .below(
        wrong: "范围 甲类 = 企业 其中 高危）",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0206",
      zh: "一项到分号或行尾为止。两项写在一行又不加分号，读不出前一项到哪里为止。",
      en: """
        A clause ends at a semicolon or with the line. With two on one line and nothing between, \
        it is not clear where the first one ends.
        """,
      .below(
        wrong: #"必须 甲 { 依据 "一"；对象 企业 条件 高危 }"#,
        right: #"必须 甲 { 依据 "一"；对象 企业；条件 高危 }"#)),
    CataloguePage(
      "E0207",
      zh: "每一类规则只有固定的几项。名称写错的项不能当没看见：漏掉一个例外、一个宽限，结果就变了。",
      en: """
        Each kind of rule has its own clauses. One that is misspelt cannot be passed over: \
        without an exception or a grace period the outcome is another.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频率 每月1次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0208",
      zh: "一条规定以它的类别开头，如 职责、检查、必须、目标、督办。别的词开头，不知道要它做什么。",
      en: """
        A declaration begins with its kind, such as 职责 (duty), 检查 (inspection) or 目标 (target). \
        With another word nothing says what it is for.
        """,
      .below(
        wrong: """
          职权 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0209",
      zh: "一个名称就是一个词。中间有空格，就分不清是一个名称还是名称后面跟着别的东西。",
      en: "A name is one word. With a blank inside it might be a name and something after it.",
      .below(
        wrong: #"必须 高危 达标 { 依据 "一"；对象 企业；条件 高危 }"#,
        right: #"必须 高危达标 { 依据 "一"；对象 企业；条件 高危 }"#)),
    CataloguePage(
      "E0210",
      zh: "读音相同的字用混了，如「至」与「致」、「须」与「需」。改成这里该用的字。",
      en: """
        Characters that sound alike were mixed up, such as 至 and 致. Take the one that belongs \
        here.
        """,
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            违反 { 函告 至 企业 }
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            违反 { 函告 致 企业 }
          }
          """)),
    CataloguePage(
      "E0211",
      zh: "几个词连写在一起，认不出来。词与词之间空一格；数和单位之间可以不空。",
      en: """
        Several words run together and cannot be told apart. Put a blank between words; none is \
        needed between a number and its unit.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次每季度至少1次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度至少1次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0212",
      zh: "「每季度至少1次」这样的写法到「次」为止，后面接着写的字不知道属于谁。",
      en: "A phrase such as 每季度至少1次 ends with 次; what is glued to it belongs to nothing.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度至少1次检查
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度至少1次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0213",
      zh: "「逾期15日」是督办里的一个台阶：说的是到那一天做什么。作条件要说明从哪个日期算起。",
      en: """
        逾期15日 is a rung of an escalation: what is done on that day. A condition must say from \
        which date the days count.
        """,
      .below(
        wrong: "范围 甲类 = 隐患 其中 逾期15日",
        right: "范围 甲类 = 隐患 其中 今日 − 整改期限 > 15日")),
    CataloguePage(
      "E0215",
      zh: "几个值作一组时放进花括号，这样顿号分开的是值，不是别的项。",
      en: """
        Several values that belong together stand in braces, so that the commas are seen to \
        separate values and nothing else.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 等级 属于 C、D",
        right: "范围 甲类 = 企业 其中 等级 属于 {C、D}")),
    CataloguePage(
      "E0216",
      zh: "「于」限定它前面的那个词。写在条件后面，就看不出限定的是记录还是条件里的值。",
      en: """
        “during” dates the word before it. Behind a condition it is not clear whether it dates \
        the records or a value in the condition.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 有(事故 其中 死亡人数 > 0 于 近3年)",
        right: "范围 甲类 = 企业 其中 有(事故 于 近3年 其中 死亡人数 > 0)")),
    CataloguePage(
      "E0217",
      zh: "套了几十层的括号没有人读得懂，程序也要有个限度。取个名称分开写：先写一个 范围，再用它。",
      en: """
        Nobody can read brackets nested that deep, and the program needs a limit too. Give a part \
        a name: declare a scope and use it.
        """,
      .below(
        wrong:
          "范围 甲类 = 企业 其中 （（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（（高危））））））））））））））））））））））））））））））））））））））））））））））））））））））））））））））））））））",
        right: "范围 甲类 = 企业 其中 （（高危））")),
    CataloguePage(
      "E0219",
      zh: "这一类规定或写法是语言里有的，但这个版本还不能运行。认得出却做不到的，明白说出来，不悄悄跳过。",
      en: """
        The language has this kind of declaration, but this version cannot run it yet. What is \
        known and cannot be done is said aloud, never skipped.
        """,
      .below(
        wrong: """
          包保 五包一 {
            对象 企业
            均衡
          }
          """,
        right: "范围 规范化企业 = 企业 其中 规模 = 规下")),
    CataloguePage(
      "E0220",
      zh: "整理脚本以后，程序会把结果再读一遍，与原来的比。不一样就不写回。这是程序的错误，不是脚本的。",
      en: """
        After laying out a script the program reads the result again and compares. If it differs \
        nothing is written. That is a fault of the program, not of the script.
        """,
      .situation(
        wrong: "zhiben fmt 小镇.plan",
        right: "zhiben bug-report 小镇.plan")),
    CataloguePage(
      "E0221",
      zh: "这是别的语言的词。这里有自己的词，照提示换上就行。",
      en: """
        This word belongs to another language. There is one of ours for it; take the one that is \
        offered.
        """,
      .below(
        wrong: """
          函数 问候（甲: 文本） {
            print（甲）
          }
          """,
        right: """
          函数 问候（甲: 文本） {
            显示 甲
          }
          """)),
    CataloguePage(
      "W0222",
      zh: "语句里单独一个「=」只作比较，什么也不改变。赋值写「:=」，这样比较和赋值不会看错。",
      en: """
        In a statement “=” only compares and changes nothing. To assign write “:=”, so that the \
        two are never mistaken for one another.
        """,
      .below(
        wrong: """
          令 人数 = 5
          人数 = 6
          """,
        right: """
          令 人数 = 5
          人数 := 6
          """)),
  ]
}
