extension CataloguePage {
  /// What the analysis of rules notices.
  static let rules: [CataloguePage] = [
    CataloguePage(
      "E0501",
      zh: "每一类规则有几项非写不可：对象、频次、条件、直至等。缺了它，不知道对谁、什么时候、做到什么为止。",
      en: """
        Each kind of rule has clauses that it cannot do without: the subject, the cadence, the \
        condition. Without it nothing says for whom or when.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
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
      "E0502",
      zh: "这一项写了两次，以哪一次为准说不清。",
      en: "The clause stands there twice, and nothing says which one counts.",
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            条件 喷涂
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危 且 喷涂
          }
          """)),
    CataloguePage(
      "E0503",
      zh: "这一项不属于这一类规则，写了也没有人执行，所以不收。",
      en: """
        The clause does not belong to this kind of rule. Nothing would carry it out, so it is not \
        accepted.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            条件 高危
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 高危
            频次 每月1次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0504",
      zh: "按几种情形分别规定时，每种情形都要写到。漏掉一种，那些企业就没有人管，也不报错。",
      en: """
        A choice must cover every case. Those of a forgotten one would be left out, and nobody \
        would notice.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 等级 { A、B：每年1次；C：每半年1次 }
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 等级 { A、B：每年1次；C：每半年1次；D：每月1次 }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0505",
      zh: "前面的情形已经把它包括了，这一行永远轮不到。多半是次序写反了。",
      en: """
        A line before it covers all its cases, so it is never reached. Mostly the order is wrong.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 等级 { A 至 C：每年1次；B：每半年1次；D：每月1次 }
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 等级 { B：每半年1次；A、C：每年1次；D：每月1次 }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0506",
      zh: "检查要求的次数比上限还多，谁也做不到两样都守。",
      en: "The inspections demanded are more than the cap allows; nobody can keep to both.",
      .below(
        wrong: """
          检查 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次
            上限 每年至多2次
          }
          """,
        right: """
          检查 甲 {
            依据 "一"
            对象 企业
            频次 每半年1次
            上限 每年至多2次
          }
          """)),
    CataloguePage(
      "E0507",
      zh: "台阶按逾期天数由少到多排。后面的不比前面的晚，升级就乱了次序。",
      en: """
        Rungs are ordered by days overdue, the fewest first. One that does not come later than \
        the one before would be out of turn.
        """,
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患
            起算 整改期限
            直至 状态 = 已销号
            逾期7个工作日 提醒 致 企业
            逾期3个工作日 函告 致 企业
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患
            起算 整改期限
            直至 状态 = 已销号
            逾期3个工作日 提醒 致 企业
            逾期7个工作日 函告 致 企业
          }
          """)),
    CataloguePage(
      "E0508",
      zh: "督办要写明做到什么就结束，否则会一直升级下去。",
      en: "An escalation must say what ends it, or it would climb for ever.",
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患
            起算 整改期限
            逾期7个工作日 提醒 致 企业
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患
            起算 整改期限
            直至 状态 = 已销号
            逾期7个工作日 提醒 致 企业
          }
          """)),
    CataloguePage(
      "E0509",
      zh: "凭证要能看出是谁的。这个登记没有指向规则对象的字段，一条记录证明不了任何一家。",
      en: """
        Evidence must belong to somebody. The register has no field that refers to the subject, \
        so its records prove nothing for anyone.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            凭证 专家
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
      "E0510",
      zh: "凭证要能看出是哪一期的。这个登记没有标「日期」的字段。",
      en: "Evidence must belong to a period. The register has no field marked 日期.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            凭证 场所
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
  ]
}
