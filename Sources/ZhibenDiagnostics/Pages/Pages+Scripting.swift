extension CataloguePage {
  /// What ends statements that run.
  static let scripting: [CataloguePage] = [
    CataloguePage(
      "E0801",
      zh: "每走一步都计数，超过上限就停，免得一个没完的循环占住机器一整夜。已经算出的都不写入。",
      en: """
        Every step is counted. Beyond the limit the script ends, so that an endless loop does \
        not hold the machine for a night. Nothing is written.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            令 n = 1
            循环 n > 0 { n := n + 1 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            令 n = 1
            循环 n < 100 { n := n + 1 }
          }
          """)),
    CataloguePage(
      "E0802",
      zh: "文本、列表和映射用掉的内存超过了上限。多半是在循环里让一段文本或列表越来越长。",
      en: """
        Texts, lists and maps use more memory than allowed. Mostly a text or a list grows in a \
        loop.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            令 文 = "甲"
            循环 长度(文) > 0 { 文 := 文 + 文 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            令 文 = "甲"
            循环 长度(文) < 100 { 文 := 文 + 文 }
          }
          """)),
    CataloguePage(
      "E0803",
      zh: "查询看过的行数超过了上限。在循环里对整个登记反复查询，企业一多就会这样；先查一次存进变量。",
      en: """
        The questions looked at more rows than allowed. Asking a whole register in a loop does \
        that; ask once and keep the answer.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            令 n = 0
            循环 n < 1 { 令 单 = 企业 排序 名称；n := 长度(单) − 1 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            令 n = 0
            令 单 = 企业 排序 名称
            循环 n < 1 { n := 长度(单) }
          }
          """)),
    CataloguePage(
      "E0804",
      zh: "函数一层一层调用自己，没有停下来的时候。给它一个不再往下调用的情形。",
      en: "A function calls itself without an end. Give it a case in which it does not.",
      .test(
        wrong: """
          函数 阶乘(n：数)：数 { 返回 n × 阶乘(n − 1) }
          测试 "试" {
            截至 2025年4月1日
            预期 阶乘(5) = 120
          }
          """,
        right: """
          函数 阶乘(n：数)：数 { 若 n < 2 { 返回 1 }；返回 n × 阶乘(n − 1) }
          测试 "试" {
            截至 2025年4月1日
            预期 阶乘(5) = 120
          }
          """)),
    CataloguePage(
      "E0805",
      zh: "宿主给这次运行定了时限，到时还没有算完。写入的都不算数，台账和以前一样。",
      en: """
        The host allows a run so much time, and it was not done by then. Nothing was written.
        """,
      .situation(
        wrong: "zhiben 测试 小镇.plan   # 在时限为 1 秒的程序里",
        right: "zhiben 测试 小镇.plan")),
    CataloguePage(
      "E0806",
      zh: "有人叫停了这次运行，如按了 Ctrl-C。写入的都不算数，台账和以前一样。",
      en: "Somebody stopped the run, such as by Ctrl-C. Nothing was written.",
      .situation(
        wrong: "zhiben 测试 小镇.plan   # 中途按 Ctrl-C",
        right: "zhiben 测试 小镇.plan")),
    CataloguePage(
      "E0807",
      zh: "循环的条件是未知，既不能说继续，也不能说结束。空白的字段一路带过来就会这样。",
      en: """
        The condition of the loop is unknown, so it can neither go on nor end. A blank field \
        does that.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            令 n = 0
            循环 n < 企业「甲」.从业人数 { n := n + 1 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            令 n = 0
            循环 n < 缺省(企业「甲」.从业人数，0) { n := n + 1 }
          }
          """)),
    CataloguePage(
      "E0808",
      zh: "脚本自己写下的前提不成立，再往下算就没有依据，所以停在这里，什么都不写入。",
      en: """
        What the script itself demands does not hold. To go on would have no ground, so it ends \
        here and nothing is written.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            断言 数量(企业) = 2，"应有两家"
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            断言 数量(企业) = 1，"应有一家"
          }
          """)),
    CataloguePage(
      "E0809",
      zh: "测试里写的「预期」和算出来的不一样：要么规则写错了，要么预期写错了。后面列出算出的是什么、为什么。",
      en: """
        What a test expects is not what followed: either the rule is wrong or the expectation. \
        What was found is listed, and why.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            预期 数量(企业) = 2
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            预期 数量(企业) = 1
          }
          """)),
    CataloguePage(
      "E0810",
      zh: "登记里已经有这个标识的记录，值却不同。悄悄盖掉就丢了原来的，所以要明说「修改」。",
      en: """
        The register has a record of this key with other values. To put another in its place in \
        silence would lose the first; say “update”.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            记入 企业 { 统一社会信用代码：甲，名称：乙厂 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            修改 企业「甲」 { 名称：乙厂 }
          }
          """)),
    CataloguePage(
      "E0811",
      zh: "标识是空白的记录，以后谁也找不到它，重复记入也看不出来。",
      en: """
        A record whose key is blank could never be found again, nor would it be seen when it is \
        entered twice.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            对 每个 厂 于 企业 { 记入 村 { 名称：厂.网格.编号 } }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            对 每个 厂 于 企业 { 若 非 厂.网格.编号 为空 { 记入 村 { 名称：厂.网格.编号 } } }
          }
          """)),
    CataloguePage(
      "E0812",
      zh: "「截至」「推演」要有一天，算出来的日期却是未知，多半是用到的字段空白。",
      en: """
        “as of” needs a day, but the one reckoned is unknown; mostly a field it rests on is \
        blank.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            令 日子 = 企业「甲」.入库日
            推演 直至 日子 { 显示 1 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            令 日子 = 缺省(企业「甲」.入库日，2025年4月2日)
            推演 直至 日子 { 显示 1 }
          }
          """)),
    CataloguePage(
      "E0813",
      zh: "只能改列表里已有的位置。要加一个，用「追加」；映射的键可以是新的。",
      en: """
        Only a place that a list has can be set. Use “append” to add one; a map takes new keys.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            令 单 = {1、2}
            单（3） := 5
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            令 单 = {1、2}
            单 := 追加(单，5)
          }
          """)),
    CataloguePage(
      "E0814",
      zh: "宿主登记的函数自己报了错。它说的原因照抄在后面，原来的错误也交还给宿主。",
      en: """
        A function of the host failed. Its own reason follows, and the host gets its error back \
        as it was.
        """,
      .host(
        wrong: "显示 天气(2025年4月1日)   // 宿主的函数：查不到这一天",
        right: "显示 天气(2025年4月2日)")),
    CataloguePage(
      "E0815",
      zh: "脚本问到规则的结果，而规则这一次算不出来，原因写在后面。",
      en: """
        The script asks for the outcomes of the rules, which could not be computed; the reason \
        follows.
        """,
      .host(
        wrong: "显示 数量(义务)   // 台账里有放不进字段的值",
        right: "显示 数量(义务)")),
    CataloguePage(
      "E0816",
      zh: "查询交给台账库去算，台账库报了错，原因写在后面。",
      en: "The question was put to the store, which failed; the reason follows.",
      .host(
        wrong: "显示 数量(企业)   // 台账库的文件已被移走",
        right: "显示 数量(企业)")),
    CataloguePage(
      "E0817",
      zh: "「修改」「注销」后面的记录是未知：没有这个标识的记录，或引用是空白。",
      en: """
        The record behind “update” or “delete” is unknown: none has that key, or the reference \
        is blank.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            修改 企业「乙」 { 名称：乙厂 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            修改 企业「甲」 { 名称：乙厂 }
          }
          """)),
    CataloguePage(
      "E0818",
      zh: "字段放不下这个值：如整数的字段放小数。先取整，再写入。",
      en: """
        The field cannot hold the value, such as a fraction in a field of whole numbers. Round \
        it first.
        """,
      .test(
        wrong: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            修改 企业「甲」 { 从业人数：7 ÷ 2 }
          }
          """,
        right: """
          测试 "试" {
            截至 2025年4月1日
            记入 企业 { 统一社会信用代码：甲，名称：甲厂 }
            修改 企业「甲」 { 从业人数：四舍五入(7 ÷ 2) }
          }
          """)),
    CataloguePage(
      "E0819",
      zh: "宿主调用脚本的函数时，给的参数个数或种类不对。脚本里的调用在检查时就会发现，不会到这一步。",
      en: """
        The host called a function of the script with arguments that do not fit. Calls in the \
        script itself are found when it is checked.
        """,
      .host(
        wrong: #"engine.call("风险分", "甲")   // 函数要一个数"#,
        right: #"engine.call("风险分", 3)"#)),
    CataloguePage(
      "E0830",
      zh: "函数要用到的能力没有放行。默认什么都不准，宿主明说放行哪一样，脚本才能用哪一样。",
      en: """
        The function needs what the host has not allowed. By default nothing is; the host allows \
        one thing after another by name.
        """,
      .host(
        wrong: #"发短信("甲厂")   // 宿主没有放行「短信」"#,
        right: #"Engine(allowing: ["短信"])"#)),
    CataloguePage(
      "E0831",
      zh: "宿主给的行和登记对不上：少了字段、种类不对或标识重复。后面写着是哪一行。",
      en: """
        A row that the host gives does not fit the register: a field is missing, of another \
        kind, or its key occurs twice. The row is named.
        """,
      .host(
        wrong: #"host.provide("天气", rows: [["日": "昨天"]])"#,
        right: #"host.provide("天气", rows: [["日": "2025-04-01"]])"#)),
    CataloguePage(
      "E0832",
      zh: "宿主提供的登记每次都重新给，靠标识才认得出是不是同一条记录，所以要有标识。",
      en: """
        The rows that a host gives come anew each time. Only by a key can one be known again, so \
        there has to be one.
        """,
      .host(
        wrong: "登记 天气 { 日：日期；情况：文本 }   // 由宿主提供",
        right: "登记 天气 { 日：日期 标识；情况：文本 }")),
    CataloguePage(
      "E0833",
      zh: "这个登记的行在宿主手里，脚本写了也留不下来。要改，改宿主那边的数据。",
      en: """
        The rows of this register are in the host's hands; what a script wrote would not last. \
        Change the host's data instead.
        """,
      .host(
        wrong: "记入 天气 { 日：2025年4月1日 }   // 由宿主提供",
        right: "显示 天气 其中 日 = 2025年4月1日")),
  ]
}
