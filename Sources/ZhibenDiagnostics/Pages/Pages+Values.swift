extension CataloguePage {
  /// What is wrong with cadences, exceptions, targets and the plan.
  static let values: [CataloguePage] = [
    CataloguePage(
      "E0511",
      zh: "计划不止一年，「6月底前」是哪一年的，要写明；每年都要做的，写成频次。",
      en: """
        The plan runs for more than one year, so a date must name its year; what is due every \
        year is a cadence.
        """,
      .alone(
        wrong: """
          计划 示例 { 期间 2024—2026年 }
          引用 标准台账

          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 6月底前
          }
          """,
        right: """
          计划 示例 { 期间 2024—2026年 }
          引用 标准台账

          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 2025年6月底前
          }
          """)),
    CataloguePage(
      "E0512",
      zh: "「每6个月」从哪一天数起，结果不同。从固定的日期数起写「自 … 起」，从上次完成数起写「每隔」。",
      en: """
        Every six months from which day? From a fixed date write 自 … 起, from the last time it was \
        done 每隔.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每6个月
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 自 入库日 起每6个月
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0513",
      zh: "一家企业同时属于两条例外，两条给的要求不同。哪一条优先，要写明。",
      en: """
        An enterprise that belongs to both exceptions would get two different demands. Say which \
        one prevails.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次
            例外 企业 其中 高危：每月1次
            例外 企业 其中 高危：每周1次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次
            例外 企业 其中 高危：每月1次
            例外 企业 其中 高危：每周1次 特别
            凭证 自查
          }
          """)),
    CataloguePage(
      "W0514",
      zh: "参数是计划里可以调的数。写明出处，别人才知道它是文件规定的，还是这里选定的。",
      en: """
        A parameter is a figure that can be changed. With its source others know whether the \
        document demands it or somebody chose it.
        """,
      .below(
        wrong: "参数 自查频次 = 每季度至少1次",
        right: "参数 自查频次 = 每季度至少1次 { 文件未规定 }")),
    CataloguePage(
      "W0515",
      zh: "每条规则都应能追到文件的哪一条。没有依据的规则，执法时说不出理由。",
      en: """
        Every rule should lead back to a clause of the document. Of one without nobody can say on \
        what ground it is enforced.
        """,
      .below(
        wrong: "必须 甲 { 对象 企业；条件 高危 }",
        right: #"必须 甲 { 依据 "二（一）3"；对象 企业；条件 高危 }"#)),
    CataloguePage(
      "E0516",
      zh: "这种写法语言里有，但这个版本还不能运行。跳过它会让规则少一块，所以拒绝。",
      en: """
        The language has this, but this version cannot run it. A rule without that part would be \
        another rule, so it is refused.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
            提前 3个工作日
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
      "W0517",
      zh: "没有凭证，就看不出做没做，到期一律算待核实。",
      en: """
        Without evidence nothing tells whether it was done; every period ends as something to be \
        verified.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每月1次
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
      "E0518",
      zh: "按几项选取，标签就要写几段，一段对一项。",
      en: "A label has one part for each of the keys by which is chosen.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 等级、规模 { D：每月1次；其他：每年1次 }
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 等级、规模 { D、任意：每月1次；其他：每年1次 }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0519",
      zh: "一个脚本只有一个计划：期间、日历、口径都由它定。",
      en: "A script has one plan, which settles the period, the calendar and the readings.",
      .below(
        wrong: "计划 甲 { 期间 2025年 }",
        right: "范围 甲类 = 企业 其中 高危")),
    CataloguePage(
      "E0520",
      zh: "没有计划，就不知道规则管哪一段时间。供别的脚本引用的脚本可以没有，直接运行的要有。",
      en: """
        Without a plan nothing says for which time the rules hold. Only a script that others use \
        may do without.
        """,
      .alone(
        wrong: """
          引用 标准台账
          范围 甲类 = 企业 其中 高危
          """,
        right: """
          计划 示例 { 期间 2025年 }
          引用 标准台账
          范围 甲类 = 企业 其中 高危
          """)),
    CataloguePage(
      "E0521",
      zh: "频次说的是至少做几次。只有「至多」，一次不做也算做到。",
      en: "A cadence says how often at least. With only a most, never doing it would be enough.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每年至多2次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每年至少2次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0522",
      zh: "至少的次数比至多的还多，做不到。",
      en: "At least more than at most cannot be done.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每年至少3次至多2次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每年至少2次至多3次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0524",
      zh: "次数、期限等补充只适用于按周期的频次。",
      en: "Counts and dates qualify a cadence by period, not one that counts from the last time.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每隔90日 至少 2次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次 至少 2次
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0525",
      zh: "起比止大，中间什么也没有。",
      en: "What begins after it ends holds nothing.",
      .below(
        wrong: """
          目标 甲 {
            依据 "一"
            指标 数量(事故)
            期间 2025年 至 2023年
            2025年底前 3
          }
          """,
        right: """
          目标 甲 {
            依据 "一"
            指标 数量(事故)
            期间 2023年 至 2025年
            2025年底前 3
          }
          """)),
    CataloguePage(
      "W0526",
      zh: "规则的施行期间在计划期间以外，写了也不会运行。",
      en: "The rule is in force outside of the plan's time and will never run.",
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            施行 2030年1月1日
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            施行 2025年3月1日
          }
          """)),
    CataloguePage(
      "E0527",
      zh: "只写「10日内」，从对象的发生日期数起；这个登记没有标「日期」的字段。",
      en: """
        A bare term counts from the day of the subject's record, but the register has no field \
        marked 日期.
        """,
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 村
            条件 村安全员 不为空
            期限 10个工作日内
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 隐患
            条件 状态 = 已销号
            期限 10个工作日内
          }
          """)),
    CataloguePage(
      "E0528",
      zh: "目标的期间要固定：随今天移动的期间，每次算出的不是同一个目标。",
      en: """
        The period of a target is fixed: with one that moves along with today it would be another \
        target every day.
        """,
      .below(
        wrong: """
          目标 甲 {
            依据 "一"
            指标 数量(事故)
            期间 本年
            2025年底前 3
          }
          """,
        right: """
          目标 甲 {
            依据 "一"
            指标 数量(事故)
            期间 2025年
            2025年底前 3
          }
          """)),
  ]
}
