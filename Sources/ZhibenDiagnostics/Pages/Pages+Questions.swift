extension CataloguePage {
  /// What is asked of records and dates.
  static let questions: [CataloguePage] = [
    CataloguePage(
      "E0415",
      zh: "「于」按记录发生的日期取记录。这个登记没有标「日期」的字段，不知道记录发生在哪一天。",
      en: """
        于 takes records by the day they belong to. This register has no field marked 日期, so its \
        records have no day.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 有(场所 于 近3年)",
        right: "范围 甲类 = 企业 其中 有(检查 于 近3年)")),
    CataloguePage(
      "E0417",
      zh: "一家企业有许多次检查，「检查.日期」是哪一次的，要说明。",
      en: "An enterprise has many inspections; it must be said whose date 检查.日期 is.",
      .below(
        wrong: "范围 甲类 = 企业 其中 检查.日期 > 2024年5月6日",
        right: "范围 甲类 = 企业 其中 最近(检查).日期 > 2024年5月6日")),
    CataloguePage(
      "E0418",
      zh: "这里的文字是固定的，不随记录填入，所以不能有「{…}」。",
      en: """
        The text that stands here is fixed and not filled in for each record; so it cannot hold \
        {…}.
        """,
      .below(
        wrong: #"范围 甲类 = 企业 其中 名称 = "{名称}厂""#,
        right: #"范围 甲类 = 企业 其中 名称 = "甲厂""#)),
    CataloguePage(
      "E0419",
      zh: "两个日期相差的是天数，一个月有几天却不一定。改成从一个日期往后数几个月，再比两个日期。",
      en: """
        Two dates differ by days, but a month has no fixed number of them. Count the months from \
        one date, and compare dates.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 今日 − 入库日 > 3个月",
        right: "范围 甲类 = 企业 其中 入库日 后 3个月 < 今日")),
    CataloguePage(
      "E0420",
      zh: "一批记录只限定一次期间。两个「于」要么矛盾，要么多余。",
      en: """
        Records are restricted to one span of days. A second 于 contradicts the first or says \
        nothing.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 有((检查 于 近3年) 于 近1年)",
        right: "范围 甲类 = 企业 其中 有(检查 于 近1年)")),
    CataloguePage(
      "E0421",
      zh: "「等级 于 某天」问的是那一天的等级。一段时间里等级可能变过，说不出是哪一个。",
      en: """
        A value during a day is the value it had then. In a span of days it may have had several.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 等级 于 近3年 = D",
        right: "范围 甲类 = 企业 其中 等级 于 2024年12月31日 = D")),
    CataloguePage(
      "E0422",
      zh: "「包含」问一组值里有没有某一个，或文字里有没有某几个字。",
      en: "包含 (contains) asks whether a set has a value, or a text some characters.",
      .below(
        wrong: "范围 甲类 = 企业 其中 从业人数 包含 3",
        right: "范围 甲类 = 企业 其中 行业 包含 冶金")),
    CataloguePage(
      "E0423",
      zh: "「属于」后面是一组值，放在花括号里；只有一个值时写「=」。",
      en: "What follows 属于 (in) is a set in braces; for a single value write =.",
      .below(
        wrong: "范围 甲类 = 企业 其中 等级 属于 C",
        right: "范围 甲类 = 企业 其中 等级 属于 {C、D}")),
    CataloguePage(
      "E0424",
      zh: "这个字段可以有几个值，说它「等于」一个值，是指有它、只有它，还是都是它，看不出来。",
      en: """
        The field holds several values; whether = means having the value, having only it, or all \
        being it, cannot be told.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 行业 = 危化品",
        right: "范围 甲类 = 企业 其中 行业 包含 危化品")),
    CataloguePage(
      "E0425",
      zh: "「若…则…否则…」两边要是同一种值，后面才知道怎样用它。",
      en: "Both branches of 若…则…否则… must be of one kind, or nothing could be done with the result.",
      .below(
        wrong: #"范围 甲类 = 企业 其中 （若 高危 则 1 否则 "二"） = 1"#,
        right: "范围 甲类 = 企业 其中 （若 高危 则 1 否则 2） = 1")),
    CataloguePage(
      "E0426",
      zh: "「并」「除」「交」把同一个登记的记录合在一起；两个登记的记录合不到一起。例外也只能是对象里的一部分。",
      en: """
        Records of one register can be joined or taken away; those of two registers cannot. An \
        exception too must be a part of the subject.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 有((检查 并 隐患))",
        right: "范围 甲类 = 企业 其中 有(检查) 或 有(隐患)")),
    CataloguePage(
      "E0427",
      zh: "条件要能答是或否。这里是一批记录：要问有没有，写「有(…)」。",
      en: """
        A condition is true or false, but these are records. To ask whether there are any, write \
        有(…).
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 隐患",
        right: "范围 甲类 = 企业 其中 有(隐患)")),
    CataloguePage(
      "E0428",
      zh: "求和、平均、最大等要说明对每条记录取哪个值。",
      en: "A sum, average or maximum needs to know which value of each record is meant.",
      .below(
        wrong: "范围 甲类 = 企业 其中 求和(事故) > 1",
        right: "范围 甲类 = 企业 其中 求和(事故.死亡人数) > 1")),
    CataloguePage(
      "E0429",
      zh: "参数、口径和选取的档次对所有记录都一样，不能从某条记录里取。",
      en: """
        Parameters, readings and the labels of a choice are the same for all records and cannot \
        be taken from one.
        """,
      .below(
        wrong: "参数 人数线 = 数量(全部 企业) { 文件未规定 }",
        right: "参数 人数线 = 50人 { 文件未规定 }")),
  ]
}
