extension CataloguePage {
  /// What the lexer notices.
  static let lexical: [CataloguePage] = [
    CataloguePage(
      "E0101",
      zh: "脚本按 UTF-8 读，不是 UTF-8 的按 GB18030 读。这个文件两样都不是，或者大体是 UTF-8 而有几个字节坏了；猜错一个字就可能换了规则，所以不猜。",
      en: """
        Scripts are read as UTF-8, else as GB18030. This file is neither, or it is UTF-8 with a few \
        damaged bytes; one character guessed wrong may change a rule, so nothing is guessed.
        """,
      .session(
        wrong: """
          { cat 小镇.plan; printf '\\377'; } > 坏.plan
          zhiben 检查 坏.plan
          """,
        right: "zhiben 检查 小镇.plan")),
    CataloguePage(
      "E0102",
      zh: "一段文字从引号开始，到同一行的另一个引号结束。不许跨行，漏掉一个引号就只影响这一行，不会吞掉后面的规则。",
      en: """
        A text begins at a quote and ends at the next one on the same line. Since it cannot run \
        on, a forgotten quote spoils one line and not the rules below it.
        """,
      .below(
        wrong: #"范围 甲类 = 企业 其中 小类 = "木制品"#,
        right: #"范围 甲类 = 企业 其中 小类 = "木制品""#)),
    CataloguePage(
      "W0103",
      zh: "文字的引号一边是直的，一边是弯的，多半是输入法换了状态。意思不会错，统一写法便于以后查找。",
      en: """
        The quotes of a text are straight on one side and curly on the other, as input methods \
        leave them. It is understood; alike they are easier to search for.
        """,
      .below(
        wrong: #"范围 甲类 = 企业 其中 小类 = "木制品”"#,
        right: #"范围 甲类 = 企业 其中 小类 = "木制品""#)),
    CataloguePage(
      "E0104",
      zh: "「」用来写带空格或与关键词同形的名称，前后成对，不跨行。",
      en: """
        「」hold a name with blanks in it or one spelt like a keyword. They come in pairs, on one \
        line.
        """,
      .below(
        wrong: "范围 甲村企业 = 企业 其中 村 = 村「甲村",
        right: "范围 甲村企业 = 企业 其中 村 = 村「甲村」")),
    CataloguePage(
      "E0105",
      zh: "文字里的花括号表示填入一个值，要成对。要写花括号本身，写两个。",
      en: """
        Braces in a text stand for a value that is filled in, so they come in pairs. A brace \
        itself is written twice.
        """,
      .below(
        wrong: #"范围 甲类 = 企业 其中 小类 = "木{制品""#,
        right: #"范围 甲类 = 企业 其中 小类 = "木{{制品""#)),
    CataloguePage(
      "W0106",
      zh: "从网页、微信复制来的文字常带零宽字符：看不见，却会把一个词分成两个。这里已按空格处理，删去它更稳妥。",
      en: """
        Text copied from web pages and chats often holds characters without width: they cannot be \
        seen, yet they cut a word in two. It was read as a blank; better delete it.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中\u{200B}高危",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0107",
      zh: "看不见的字符会让两个看起来一样的名称其实不同，所以不许出现在文字以外的地方。",
      en: """
        An invisible character makes two names differ that look the same; so none may stand \
        outside of texts.
        """,
      .below(
        wrong: "范围 甲类 = \u{2060}企业 其中 高危",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0108",
      zh: "这种控制符让屏幕上的次序不同于程序读的次序，可以把一条规则伪装成另一条，所以一律不收。",
      en: """
        Such a character makes the order on the screen differ from the order that is read, so \
        that one rule can pose as another. None is accepted.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 \u{202E}高危",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0109",
      zh: "语言只用少数几种符号，全角半角都认；别的符号没有意思，多半是别的写法的习惯。",
      en: """
        The language has few signs, in either width. Others mean nothing here; mostly they are \
        habits of other notations.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 从业人数 > $50",
        right: "范围 甲类 = 企业 其中 从业人数 > 50")),
    CataloguePage(
      "E0110",
      zh: "「&&」「||」「==」是编程语言的写法。这里用「且」「或」「=」，读起来就是文件上的话；check --fix 会自动改。",
      en: """
        &&, || and == belong to programming languages. Here it is and, or and =, so that a rule \
        reads like the document; check --fix changes them.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 高危 && 喷涂",
        right: "范围 甲类 = 企业 其中 高危 且 喷涂")),
    CataloguePage(
      "E0111",
      zh: "注释写在「//」之后，到行尾为止。「#」开头的注释来自别的语言；check --fix 会自动改。",
      en: """
        A comment begins with // and ends with the line. Those that begin with # come from other \
        languages; check --fix changes them.
        """,
      .below(
        wrong: """
          # 高风险的企业
          范围 甲类 = 企业 其中 高危
          """,
        right: """
          // 高风险的企业
          范围 甲类 = 企业 其中 高危
          """)),
    CataloguePage(
      "E0112",
      zh: "日历上没有这一天。期限写错一天就可能错算逾期，所以不自动挪到月底。",
      en: """
        The calendar has no such day. A term that is off by a day may call something overdue, so \
        it is not moved to the end of the month.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 入库日 > 2025年2月30日",
        right: "范围 甲类 = 企业 其中 入库日 > 2025年2月28日")),
    CataloguePage(
      "E0113",
      zh: "「24.5.6」可以是 2024 年 5 月 6 日，也可以是 2006 年 5 月 24 日。年、月、日写全才能照此计算。",
      en: """
        24.5.6 may be 6 May 2024 or 24 May 2006. With year, month and day written out it can be \
        reckoned with.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 入库日 > 24.5.6",
        right: "范围 甲类 = 企业 其中 入库日 > 2024年5月6日")),
    CataloguePage(
      "E0114",
      zh: "「1，000」可以是一千，也可以是 1 和 0 两个数。数的分节不写逗号；两个数之间，逗号后面空一格。",
      en: """
        1,000 may be a thousand, or the two numbers 1 and 0. Numbers are written without commas; \
        between two numbers a blank follows the comma.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 从业人数 > 1，000",
        right: "范围 甲类 = 企业 其中 从业人数 > 1000")),
    CataloguePage(
      "E0115",
      zh: "两个数字之间的「。」可以是输入法打出的小数点，也可以是一项的结束。",
      en: """
        A full stop 。 between two digits may be a decimal point that the input method turned, or \
        the end of a clause.
        """,
      .below(
        wrong: "参数 比例 = 3。5 { 文件未规定 }",
        right: "参数 比例 = 3.5 { 文件未规定 }")),
    CataloguePage(
      "E0118",
      zh: "「10日前」没有说是哪个月的 10 日，还是 10 天以前。写上月份，或写明「每月10日前」。",
      en: """
        “10日前” does not say the 10th of which month, or ten days ago. Name the month, or write \
        每月10日前.
        """,
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 10日前
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 2025年6月10日前
          }
          """)),
    CataloguePage(
      "E0119",
      zh: "数都是准确计算的，不用近似的浮点数；这个数大得放不下。多半是多打了几位，或把代码写成了数。",
      en: """
        Numbers are exact, never approximate, and this one is too large to be held. Mostly some \
        digits are too many, or a code was written as a number.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 从业人数 > 99999999999999999999",
        right: "范围 甲类 = 企业 其中 从业人数 > 9999")),
    CataloguePage(
      "E0120",
      zh: "Markdown 文件里的脚本写在 ```plan 和 ``` 之间。没有结尾，后面的正文就会被当成脚本。",
      en: """
        In a Markdown file the script stands between ```plan and ```. Without the closing line \
        the prose below would be read as script.
        """,
      .alone(
        wrong: """
          # 小镇方案

          ```plan
          计划 示例 { 期间 2025年 }

          ## 一、目标
          """,
        right: """
          # 小镇方案

          ```plan
          计划 示例 { 期间 2025年 }
          ```

          ## 一、目标
          """)),
  ]
}
