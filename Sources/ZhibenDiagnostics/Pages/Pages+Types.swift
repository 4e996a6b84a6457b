extension CataloguePage {
  /// What the checker notices.
  static let types: [CataloguePage] = [
    CataloguePage(
      "E0401",
      zh: "每个位置要的是一种东西：期限要日期，频次要频次，人数要数。写成别的种类，不会自动换算。",
      en: """
        Each place takes one kind of thing: a term a date, a cadence a cadence. Another kind is \
        not converted.
        """,
      .below(
        wrong: """
          参数 自查频次 = 5人 { 文件未规定 }

          职责 甲 {
            依据 "一"
            对象 企业
            频次 自查频次
            凭证 自查
          }
          """,
        right: """
          参数 自查频次 = 每月1次 { 文件未规定 }

          职责 甲 {
            依据 "一"
            对象 企业
            频次 自查频次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0402",
      zh: "人和元不能相加，也不能比大小。单位核对得出的错，多半是取错了字段。",
      en: """
        People and yuan can neither be added nor compared. When units disagree, mostly the wrong \
        field was taken.
        """,
      .below(
        wrong: "范围 甲类 = 处罚 其中 金额 > 5人",
        right: "范围 甲类 = 处罚 其中 金额 > 5万元")),
    CataloguePage(
      "E0403",
      zh: "条件要能答是或否。单写一个名称或一个数，没有说要它怎样。",
      en: """
        A condition is true or false. A name or a number alone does not say what is asked of it.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 名称",
        right: "范围 甲类 = 企业 其中 名称 不为空")),
    CataloguePage(
      "E0404",
      zh: "「有」「数量」等问的是一批记录，这里给的是一个值。",
      en: "有, 数量 and the like ask about records, but a single value stands here.",
      .below(
        wrong: "范围 甲类 = 企业 其中 有(从业人数)",
        right: "范围 甲类 = 企业 其中 有(隐患)")),
    CataloguePage(
      "E0405",
      zh: "「10 ≤ 人数 ≤ 50」在数学里是一句，在别的语言里常被读成别的意思，所以分成两个比较写，或用「介于」。",
      en: """
        10 ≤ x ≤ 50 is one statement in mathematics, but other languages read it otherwise; so \
        write two comparisons, or 介于 (between).
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 10 ≤ 从业人数 ≤ 50",
        right: "范围 甲类 = 企业 其中 从业人数 介于 10 与 50")),
    CataloguePage(
      "E0406",
      zh: "只有声明了「由轻到重」一类先后的取值才能比高低；没有声明的，谁高谁低只是猜。",
      en: """
        Only values that are declared with an order (由轻到重) are higher or lower than others; \
        without it that would be a guess.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 状态 ≥ 停产",
        right: "范围 甲类 = 企业 其中 状态 属于 {停产、停产整顿}")),
    CataloguePage(
      "E0407",
      zh: "「于」后面说的是哪一天或哪一段时间。",
      en: "What follows 于 (during) says on which day or in which span of days.",
      .below(
        wrong: "范围 甲类 = 企业 其中 有(检查 于 从业人数)",
        right: "范围 甲类 = 企业 其中 有(检查 于 近3年)")),
    CataloguePage(
      "E0408",
      zh: "取值是清单里的名称，不是文字。不加引号，写错时才查得出来。",
      en: "Enum values are names on a list, not texts. Only without quotes can a slip be found.",
      .below(
        wrong: #"范围 甲类 = 企业 其中 状态 = "在产""#,
        right: "范围 甲类 = 企业 其中 状态 = 在产")),
    CataloguePage(
      "E0409",
      zh: "「及时」「定期」「尽快」没有数，算不出哪一天逾期。文件没有写明的，由本计划定一个口径，写在明处。",
      en: """
        及时 (promptly) or 定期 (regularly) holds no figure, so no day is late. What the document \
        leaves open the plan states in one visible place.
        """,
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 尽快
          }
          """,
        right: """
          口径 尽快 = 10个工作日

          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 尽快
          }
          """)),
    CataloguePage(
      "W0410",
      zh: "「15日」可以是自然日，也可以是工作日，隔着长假会差一周。没有写明时按提示里的算法；写明了，换个人读也一样。",
      en: """
        15日 may be calendar days or workdays, a week apart around a holiday. Unless stated it is \
        taken as the message says; stated, everybody reads it alike.
        """,
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 隐患
            条件 状态 = 已销号
            期限 发现日期 后 15日内
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 隐患
            条件 状态 = 已销号
            期限 发现日期 后 15个自然日内
          }
          """)),
    CataloguePage(
      "E0411",
      zh: "这个运算不适用于这两种值，如两个日期相加、数和文字比较。",
      en: """
        The operation does not apply to values of these kinds, such as adding two dates or \
        comparing a number with a text.
        """,
      .below(
        wrong: #"范围 甲类 = 企业 其中 从业人数 = "五十""#,
        right: "范围 甲类 = 企业 其中 从业人数 = 50")),
    CataloguePage(
      "E0412",
      zh: "每个函数要几个参数是固定的。",
      en: "Each function takes a fixed number of arguments.",
      .below(
        wrong: "范围 甲类 = 企业 其中 有(隐患, 检查)",
        right: "范围 甲类 = 企业 其中 有(隐患) 且 有(检查)")),
    CataloguePage(
      "E0413",
      zh: "几种取值里都有这个词，或者这里看不出该是哪一种。写上是哪一种。",
      en: """
        Several enums have this value, or nothing here says which enum is meant. Put its name \
        before the value.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 （若 高危 则 重大 否则 一般） = 级",
        right: "范围 甲类 = 企业 其中 （若 高危 则 隐患级别.重大 否则 隐患级别.一般） = 隐患级别.重大")),
  ]
}
