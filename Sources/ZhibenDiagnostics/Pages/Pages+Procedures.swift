extension CataloguePage {
  /// What the checker notices in statements, questions and functions.
  static let procedures: [CataloguePage] = variables + questionsAndRecords

  private static let variables: [CataloguePage] = [
    CataloguePage(
      "E0430",
      zh: "一个词在一份脚本里只有一个意思。登记、范围、参数和语言自己的词，不能再拿来作变量或函数的名称。",
      en: """
        A word has one meaning in a script. Registers, scopes, parameters and the words of the \
        language cannot be names of variables or functions as well.
        """,
      .below(
        wrong: """
          令 企业 = 数量(隐患)
          显示 企业
          """,
        right: """
          令 隐患数 = 数量(隐患)
          显示 隐患数
          """)),
    CataloguePage(
      "E0431",
      zh: "「令」引入一个新变量，同一处只能引入一次。改它的值用「:=」，这样一眼能看出是新的还是旧的。",
      en: """
        “let” introduces a variable, once in a place. Its value is changed by “:=”, so that new \
        and old are told apart at a glance.
        """,
      .below(
        wrong: """
          令 家数 = 1
          令 家数 = 2
          显示 家数
          """,
        right: """
          令 家数 = 1
          家数 := 2
          显示 家数
          """)),
    CataloguePage(
      "E0432",
      zh: "里面的变量会盖住外面的，读的人分不清写的是哪一个，所以不准同名。",
      en: """
        An inner variable would hide the outer one, and no reader could tell which is meant; so \
        the name may not be used again.
        """,
      .below(
        wrong: """
          令 家数 = 0
          若 今日 > 2024年5月1日 { 令 家数 = 1；显示 家数 }
          显示 家数
          """,
        right: """
          令 家数 = 0
          若 今日 > 2024年5月1日 { 家数 := 1；显示 家数 }
          显示 家数
          """)),
    CataloguePage(
      "E0433",
      zh: "等号左边没有这个变量：要么还没有用「令」引入，要么写错了。登记和范围也不能赋值。",
      en: """
        There is no such variable: it was not introduced by “let”, or it is misspelt. Registers \
        and scopes cannot be assigned to.
        """,
      .below(
        wrong: "合计 := 1",
        right: """
          令 合计 = 1
          显示 合计
          """)),
    CataloguePage(
      "E0434",
      zh: "台账里的记录不能用赋值改。用「修改」，新旧两个值和改动的日期都会留下。",
      en: """
        A record of the register is not changed by assignment. “update” keeps the old value, the \
        new one and the day.
        """,
      .below(
        wrong: "对 每个 厂 于 企业 { 厂.从业人数 := 1 }",
        right: "对 每个 厂 于 企业 { 修改 厂 { 从业人数：1 } }")),
    CataloguePage(
      "E0435",
      zh: "括号从列表里取第几个、从映射里取某个键的值，别的值没有可取的部分。",
      en: """
        Parentheses take the n-th element of a list or the value of a key of a map. Other values \
        have no parts.
        """,
      .below(
        wrong: """
          令 家数 = 1
          显示 家数（1）
          """,
        right: """
          令 家数 = {1、2}
          显示 家数（1）
          """)),
    CataloguePage(
      "E0436",
      zh: "写明了结果类型的函数，走哪条路都要有结果。有一条路走到末尾没有「返回」。",
      en: """
        A function with a result has to give one on every way. One way reaches its end without a \
        “return”.
        """,
      .below(
        wrong: """
          函数 折算(n：数)：数 { 若 n > 0 { 返回 1 } }
          显示 折算(1)
          """,
        right: """
          函数 折算(n：数)：数 { 若 n > 0 { 返回 1 }；返回 0 }
          显示 折算(1)
          """)),
    CataloguePage(
      "W0437",
      zh: "前面的「返回」「跳出」「继续」或没完的循环已经离开，后面的语句永远不会执行。多半是顺序写错了。",
      en: """
        A “return”, “break”, “continue” or an endless loop stands before it, so it is never \
        done. Mostly the order is wrong.
        """,
      .below(
        wrong: "循环 是 { 跳出；显示 1 }",
        right: "循环 是 { 显示 1；跳出 }")),
    CataloguePage(
      "E0438",
      zh: "「对 每个」要有一批东西：记录、列表、映射或期间里的日子。一个数、一段文本没有「每个」。",
      en: """
        “for each” needs something to go through: records, a list or a map. A number or a text \
        has no elements.
        """,
      .below(
        wrong: "对 每个 n 于 3 { 显示 n }",
        right: "对 每个 n 于 {1、2、3} { 显示 n }")),
    CataloguePage(
      "E0439",
      zh: "「跳出」「继续」说的是循环，外面没有循环就没有可跳的。",
      en: "“break” and “continue” speak of a loop; none is around them.",
      .below(
        wrong: "跳出",
        right: "循环 是 { 跳出 }")),
    CataloguePage(
      "E0440",
      zh: "「返回」把结果交给调用函数的地方，写在函数外面没有地方可交。",
      en: """
        “return” hands a result to whoever called the function; outside of one there is nobody.
        """,
      .below(
        wrong: "返回 3",
        right: """
          函数 三()：数 { 返回 3 }
          显示 三()
          """)),
    CataloguePage(
      "E0441",
      zh: "「返回」后面有没有值，要和函数写明的结果一致。",
      en: """
        Whether a value stands behind “return” must agree with the result that the function \
        states.
        """,
      .below(
        wrong: """
          函数 三() { 返回 3 }
          三()
          """,
        right: """
          函数 三()：数 { 返回 3 }
          显示 三()
          """)),
    CataloguePage(
      "E0442",
      zh: "没有结果的函数只能单独成句地调用，不能当一个值用。",
      en: """
        A function without a result is called in a statement of its own and is no value.
        """,
      .below(
        wrong: """
          函数 报一声() { 显示 1 }
          令 x = 报一声()
          显示 x
          """,
        right: """
          函数 报一声() { 显示 1 }
          报一声()
          """)),
  ]

  private static let questionsAndRecords: [CataloguePage] = [
    CataloguePage(
      "E0443",
      zh: "查询的结果只有它自己的栏目，原来的字段不再在里面。先选出来，后面才能用。",
      en: """
        The rows of a question have its columns only, no longer the fields they came from. \
        Select what is used later.
        """,
      .below(
        wrong: "企业 按 村 分组 统计 家数 = 数量() 排序 加数",
        right: "企业 按 村 分组 统计 家数 = 数量() 排序 家数")),
    CataloguePage(
      "E0444",
      zh: "空的花括号可能是列表，也可能是映射，里面放什么也不知道。写明类型。",
      en: "Empty braces may be a list or a map, and of anything. State the type.",
      .below(
        wrong: """
          令 名单 = {}
          显示 名单
          """,
        right: """
          令 名单：列表（企业） = {}
          显示 名单
          """)),
    CataloguePage(
      "E0445",
      zh: "「等」表示还有没写出来的，只能用在判断里：不在已列之中的，算作不明。要一个一个数的列表必须写全。",
      en: """
        “etc” leaves a set open, which only a condition can bear: what is not listed is unknown \
        then. A list that is gone through must be whole.
        """,
      .below(
        wrong: "显示 {1、2 等}",
        right: "显示 {1、2}")),
    CataloguePage(
      "E0446",
      zh: "一个列表或映射里的值要同一种，否则后面不知道该怎么算。",
      en: """
        The values of a list or a map are of one kind; otherwise nobody knows how to reckon with \
        them.
        """,
      .below(
        wrong: #"显示 {1、"甲"}"#,
        right: "显示 {1、2}")),
    CataloguePage(
      "E0447",
      zh: "一对花括号里要么全是栏目（名称不加引号），要么全是映射的键（文本加引号）。",
      en: """
        A pair of braces holds either fields, whose names stand bare, or keys of a map, whose \
        texts are quoted.
        """,
      .below(
        wrong: #"显示 {甲：1，"乙"：2}"#,
        right: #"显示 {"甲"：1，"乙"：2}"#)),
    CataloguePage(
      "E0448",
      zh: "语言自带的函数到处都用，再造一个同名的，别人读脚本就会读错。",
      en: """
        The functions of the language are used everywhere. Another one of the same name would \
        mislead whoever reads the script.
        """,
      .below(
        wrong: """
          函数 求和(x：数)：数 { 返回 x }
          显示 求和(1)
          """,
        right: """
          函数 合在一起(x：数)：数 { 返回 x }
          显示 合在一起(1)
          """)),
    CataloguePage(
      "E0449",
      zh: "规则和定义要能一次算完所有企业，里面不调用脚本的函数，也不用列表、排序这些语句的写法。",
      en: """
        Rules and definitions are judged for all enterprises in one pass; functions of the \
        script, lists and orders belong to statements.
        """,
      .below(
        wrong: """
          函数 高风险(e：企业)：是否 { 返回 是 }
          范围 甲类 = 企业 其中 高风险(企业)
          """,
        right: """
          范围 甲类 = 企业 其中 高危
          函数 高风险(e：企业)：是否 { 返回 是 }
          显示 企业 其中 高风险(企业)
          """)),
    CataloguePage(
      "E0450",
      zh: "有些句子只在一个地方有意思：「预期」「推演」在测试或假设里，「截至」在开头。",
      en: """
        Some statements make sense in one place only: “expect” in a test, “as of” at the \
        beginning.
        """,
      .below(
        wrong: """
          显示 1
          截至 2024年1月1日
          """,
        right: """
          截至 2024年1月1日
          显示 1
          """)),
    CataloguePage(
      "E0451",
      zh: "「历次」问的是一个字段先后有过哪些值，后面要写记录的字段。",
      en: """
        “history of” asks which values a field has had; a field of a record has to follow.
        """,
      .below(
        wrong: "显示 历次 (1 + 2)",
        right: "显示 历次 企业「甲厂」.等级")),
    CataloguePage(
      "E0452",
      zh: "要排先后，就要比得出大小：数、日期、有先后的取值、文本、是否。有好几个值的字段比不出。",
      en: """
        Sorting needs values of which one comes before the other. A field of several values has \
        no such order.
        """,
      .below(
        wrong: "企业 排序 行业",
        right: "企业 排序 名称")),
    CataloguePage(
      "E0453",
      zh: "两个栏目同名，后面就说不清指的是哪一个。分组的键也是栏目。",
      en: """
        With two columns of one name nobody could tell which is meant. The keys of groups are \
        columns, too.
        """,
      .below(
        wrong: "企业 选取 名称，名称",
        right: "企业 选取 名称，村名 = 村.名称")),
    CataloguePage(
      "E0454",
      zh: "一个对象在一个键下只能归一组，有好几个值的字段会让它归进好几组，总数就对不上了。",
      en: """
        A row belongs to one group. By a field of several values it would fall into several, and \
        the sums would no longer add up.
        """,
      .below(
        wrong: "企业 按 行业 分组 统计 家数 = 数量()",
        right: "企业 按 规模 分组 统计 家数 = 数量()")),
    CataloguePage(
      "E0455",
      zh: "分组以后一组有很多行，要说明怎样并成一个值：数量、求和、平均、最大……。",
      en: """
        A group has many rows; say how they become one value: count, sum, average, greatest.
        """,
      .below(
        wrong: "企业 按 村 分组 统计 从业人数",
        right: "企业 按 村 分组 统计 求和(从业人数)")),
    CataloguePage(
      "E0456",
      zh: "每一行各有一批记录，要先算每一行的，再把各行的结果并起来。",
      en: """
        Each row has records of its own: reckon a value for each row first, then take the rows \
        together.
        """,
      .below(
        wrong: "企业 按 村 分组 统计 数量(隐患)",
        right: "企业 按 村 分组 统计 求和(数量(隐患))")),
    CataloguePage(
      "W0457",
      zh: "测试里记入的记录少写了必填的栏目，它们按空白算，凡用到它们的都是未知。确是这样就不用管。",
      en: """
        A record in a test lacks required fields. They count as blank, and whatever rests on \
        them is unknown. If that is meant, leave it.
        """,
      .below(
        wrong: """
          测试 "一" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲 }
            预期 数量(企业) = 1
          }
          """,
        right: """
          测试 "一" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            预期 数量(企业) = 1
          }
          """)),
    CataloguePage(
      "E0458",
      zh: "登记里标了「必填」的栏目，记入时一定要写，否则台账从一开始就是缺的。",
      en: """
        Fields that the register calls required must be given when a record is entered; else the \
        register has a gap from the beginning.
        """,
      .below(
        wrong: "记入 企业 { 统一社会信用代码：甲 }",
        right: "记入 企业 { 统一社会信用代码：甲，名称：甲厂 }")),
    CataloguePage(
      "E0459",
      zh: "标识是一条记录的身份，换了标识，以前的检查、隐患就找不到它了。",
      en: """
        The key is what a record is known by. With another one its visits and hazards would no \
        longer find it.
        """,
      .below(
        wrong: "修改 企业「甲」 { 统一社会信用代码：乙 }",
        right: "修改 企业「甲」 { 名称：甲厂 }")),
    CataloguePage(
      "E0460",
      zh: "义务、检查任务、台阶、违反、读数是规则算出来的，只能读，不能由脚本写，否则就查不到依据。",
      en: """
        Obligations, visits, rungs, violations and readings follow from the rules. A script \
        reads them and never writes them, or they would have no ground.
        """,
      .below(
        wrong: """
          职责 自查 { 依据 "一"；对象 企业；频次 每季度1次；凭证 自查 }
          记入 义务 { 对象：甲 }
          """,
        right: """
          职责 自查 { 依据 "一"；对象 企业；频次 每季度1次；凭证 自查 }
          显示 数量(义务)
          """)),
    CataloguePage(
      "E0461",
      zh: "列表和映射要写明里面放什么，否则后面取出来的值不知道是哪一种。",
      en: """
        A list or a map must say what it is of, or nobody knows what kind of value is taken out.
        """,
      .below(
        wrong: """
          令 名单：列表 = {}
          显示 名单
          """,
        right: """
          令 名单：列表（文本） = {}
          显示 名单
          """)),
    CataloguePage(
      "E0462",
      zh: "「假设」能改参数的值和规则的频次，别的要改就改脚本，再预演一次。",
      en: """
        Parameters and the cadences of rules can be supposed to be otherwise. For anything else \
        change the script and plan again.
        """,
      .below(
        wrong: """
          参数 人数线 = 50人 { 依据 "一" }
          假设 { 人数限 = 60人 } { 显示 人数线 }
          """,
        right: """
          参数 人数线 = 50人 { 依据 "一" }
          假设 { 人数线 = 60人 } { 显示 人数线 }
          """)),
    CataloguePage(
      "W0463",
      zh: "引用别的脚本，是用它的登记、范围、规则和函数；它的语句不会跟着执行，免得引用一次就改一次台账。",
      en: """
        Using another script takes its registers, scopes, rules and functions. Its statements \
        are not done, or every use would change the register again.
        """,
      .below(
        wrong: "引用 月报",
        right: "引用 算法")),
    CataloguePage(
      "E0464",
      zh: "有结果的函数可以写在查询的条件里，对每一行都算一次；要是它会改记录，改几次、先改谁都说不清。",
      en: """
        A function with a result may stand in the condition of a question and is then called for \
        every row. If it changed records, nobody could say how often or which first.
        """,
      .below(
        wrong: """
          函数 清一清()：数 { 注销 隐患「一号」；返回 1 }
          显示 清一清()
          """,
        right: """
          函数 清一清() { 注销 隐患「一号」 }
          清一清()
          """)),
    CataloguePage(
      "W0465",
      zh: "「假设」里写定的值，用到这个参数的范围、划分和函数都照它重算。运行时才算得出的值改不到它们里面，要比较就把值传进去。",
      en: """
        Scopes, partitions and functions are reckoned anew for a supposed value that is written \
        out. A value that only a run finds out does not reach into them: pass it to compare.
        """,
      .below(
        wrong: """
          参数 人数线 = 50人 { 依据 "一" }
          函数 达到() ：是否 { 返回 60人 ≥ 人数线 }
          令 线 = 40人 × 2
          假设 { 人数线 = 线 } { 显示 达到() }
          """,
        right: """
          参数 人数线 = 50人 { 依据 "一" }
          函数 达到() ：是否 { 返回 60人 ≥ 人数线 }
          假设 { 人数线 = 80人 } { 显示 达到() }
          """)),
  ]
}
