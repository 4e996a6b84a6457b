extension CataloguePage {
  /// 报送.
  static let reports: [CataloguePage] = [
    CataloguePage(
      "E0550",
      zh: "每份报送有一个到期的日子，这些日子要从日历上数得出来。一期几次而不说哪天、距上次多久，都定不下来。",
      en: """
        Every report has a day on which it is due, told from the calendar alone. So many times in a period, or so \
        long after the last, give none.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月至少2次
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0551",
      zh: "报送日和数据的期间是两回事：10日报的多半是上月的数。只有期末报送才不用写。",
      en: """
        The day on which a report is due and the days that it is about are two things: what is due on the 10th is \
        mostly about the month before. Only what is due at the end of a period need not say.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0552",
      zh: "不同的报送日可以有不同的期间，用报送日来指明。没有这一天报送，这一行就永远用不上。",
      en: """
        Different due days may have spans of their own, told apart by the day. A line for another day would never \
        be used.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每年6月10日、12月10日前
            期间 按 期 { 7月10日：上年12月 至 本年5月；其他：本年6月 至 本年11月 }
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每年6月10日、12月10日前
            期间 按 期 { 6月10日：上年12月 至 本年5月；其他：本年6月 至 本年11月 }
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0553",
      zh: "期间要有头有尾，从报送日往回数得出来。近几年这样的往回看没有固定的头。",
      en: """
        A span has a first and a last day, told from the due day. A look-back such as “last 3 years” is no span.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 近3年
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0554",
      zh: "没有报和没有发生是两回事。缺报当作零，合计就会少算，谁也看不出来。",
      en: """
        Not to have reported and to have nothing to report are two things. With zeros in place of what is missing \
        the totals would be too small, and nobody would see it.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            缺报 零
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            缺报 未知
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0555",
      zh: "合计只加得起来数。要人填的栏目没有数，文字和日期也加不起来。",
      en: """
        Only numbers add up. A column that somebody fills in has none, and neither have texts and days.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期）；备注 }
            合计 备注
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期）；备注 }
            合计 检查次数
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0557",
      zh: "期间还没有结束就报，数是不全的，下一期又不会再补。",
      en: """
        Reported before the span is over the figures are incomplete, and the next report does not make up for it.
        """,
      .below(
        wrong: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 本月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """,
        right: """
          报送 检查月报 {
            依据 "三（一）"
            各 企业
            致 镇安委办
            每月10日前
            期间 上月
            栏目 { 检查次数 = 数量（检查 于 本期） }
            凭证 自查
          }
          """)),
  ]
}
