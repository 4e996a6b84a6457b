extension CataloguePage {
  /// What the resolver notices.
  static let names: [CataloguePage] = [
    CataloguePage(
      "E0301",
      zh: "这个名称在脚本里和登记里都没有。猜一个相近的可能换了意思，所以只提示相近的，由写的人选。",
      en: """
        No such name stands in the script or its registers. A similar one may mean something \
        else, so it is offered, not taken.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 自查频此
            凭证 自查
          }
          """,
        right: """
          参数 自查频次 = 每季度至少1次 { 文件未规定 }

          职责 甲 {
            依据 "一"
            对象 企业
            频次 自查频次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0302",
      zh: "条件里单写一个名称，指这条规则对象的字段。这个登记没有这样的字段；字段名以登记的声明为准。",
      en: """
        A bare name in a condition is a field of the rule's subject. The register has no field of \
        that name; its declaration says which it has.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 从业人员数 > 50",
        right: "范围 甲类 = 企业 其中 从业人数 > 50")),
    CataloguePage(
      "E0303",
      zh: "这里要写一个登记或范围。没有声明过的登记，不知道有哪些字段、在哪张表里。",
      en: """
        A register or a scope must stand here. Of one that is not declared nothing is known, \
        neither fields nor table.
        """,
      .below(
        wrong: "范围 甲类 = 企页 其中 高危",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0304",
      zh: "取值是封闭的清单：只有声明过的才能用。这样写错一个字的条件不会悄悄地永远不成立。",
      en: """
        The values of an enum are a closed list. So a condition with a misspelt value cannot \
        quietly hold for nobody.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 状态 = 已消号",
        right: "范围 甲类 = 企业 其中 状态 = 已销号")),
    CataloguePage(
      "E0305",
      zh: "引用的规则没有声明过。督办、预演 --规则 等都按名称找规则。",
      en: "No rule of that name is declared. Escalations are started, and rules selected, by name.",
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            违反 { 督办 整改督办 }
          }
          """,
        right: """
          督办 整改督办 {
            依据 "一"
            对象 企业
            起算 入库日
            直至 高危
            逾期1个工作日 提醒 致 主要负责人
          }

          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            违反 { 督办 整改督办 }
          }
          """)),
    CataloguePage(
      "E0306",
      zh: "这里有两种读法，结果不同，程序不替人选。按提示写明其中一种。",
      en: """
        There are two readings with different results, and the program does not choose. Write one \
        of those that are offered.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 行业 包含 {冶金、机械}",
        right: "范围 甲类 = 企业 其中 行业 包含 冶金 且 行业 包含 机械")),
    CataloguePage(
      "E0307",
      zh: "一个名称只代表一样东西。同名的两条规则，结果里分不出是哪一条。",
      en: """
        A name stands for one thing. Of two rules that share it nobody could tell which one an \
        outcome belongs to.
        """,
      .below(
        wrong: """
          范围 甲类 = 企业 其中 高危
          范围 甲类 = 企业 其中 喷涂
          """,
        right: """
          范围 甲类 = 企业 其中 高危
          范围 乙类 = 企业 其中 喷涂
          """)),
    CataloguePage(
      "E0308",
      zh: "甲的意思要看乙，乙的意思又要看甲，谁也算不出来。",
      en: "Each of these is explained by the other, so neither can be worked out.",
      .below(
        wrong: """
          范围 甲类 = 乙类 其中 高危
          范围 乙类 = 甲类 其中 喷涂
          """,
        right: """
          范围 甲类 = 乙类 其中 高危
          范围 乙类 = 企业 其中 喷涂
          """)),
    CataloguePage(
      "E0309",
      zh: "里外两层记录都有这个字段。「状态」是隐患的还是企业的，意思完全不同，要写明。",
      en: """
        Both the inner and the outer record have the field. Whether the hazard's or the \
        enterprise's is meant makes all the difference, so it must be said.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 有(隐患 其中 状态 = 已销号)",
        right: "范围 甲类 = 企业 其中 有(隐患 其中 该隐患.状态 = 已销号)")),
    CataloguePage(
      "E0310",
      zh: "这个登记有几个字段都指向同一个登记，如租赁有出租方和承租方。走哪一个，要用「经」写明。",
      en: """
        The register refers to the same one by several fields, as a lease has a landlord and a \
        tenant. Say by which with 经 (via).
        """,
      .below(
        wrong: "范围 厂中厂 = 企业 其中 有(租赁)",
        right: "范围 厂中厂 = 企业 其中 有(租赁 经 承租方)")),
    CataloguePage(
      "E0311",
      zh: "词连在一起写，既不是已有的名称，也读不成一句话。照提示在词与词之间空一格。",
      en: """
        The words run together into something that is no known name. Put blanks between them as \
        offered.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 高危且喷涂",
        right: "范围 甲类 = 企业 其中 高危 且 喷涂")),
    CataloguePage(
      "E0312",
      zh: "名称后面跟括号，是调用函数。函数只有语言自带的那些，如 有、数量、求和、最近。",
      en: """
        A name with parentheses calls a function. There are only those of the language, such as 有 \
        (exists), 数量 (count), 求和 (sum), 最近 (latest).
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 求合(事故.死亡人数) > 1",
        right: "范围 甲类 = 企业 其中 求和(事故.死亡人数) > 1")),
    CataloguePage(
      "E0314",
      zh: "这个登记的记录不指向规则的对象，说不出哪些是它的。要查整个登记，写「全部」。",
      en: """
        The records of this register do not refer to the subject, so none are its own. For all of \
        them write 全部 (all).
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 有(专家)",
        right: "范围 甲类 = 企业 其中 有(全部 专家)")),
    CataloguePage(
      "E0315",
      zh: "「本…」指规则的对象，「该…」指条件里正在看的那条记录。这里两者都不是这个登记的。",
      en: """
        本… is the rule's subject, 该… the record that a condition is about. Here neither is of \
        that register.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 该隐患.级别 = 重大",
        right: "范围 甲类 = 企业 其中 有(隐患 其中 该隐患.级别 = 重大)")),
  ]
}
