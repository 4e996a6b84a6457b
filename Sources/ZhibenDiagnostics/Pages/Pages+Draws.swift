extension CataloguePage {
  /// What is wrong with a draw.
  static let draws: [CataloguePage] = [
    CataloguePage(
      "E0529",
      zh: "比例是名单的一部分：等于零抽不到人，超过100%没有那么多家。",
      en: """
        A share is a part of the list: of nothing nobody is drawn, and there are no more than all.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 不低于120%
            每年1次
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 不低于10%
            每年1次
          }
          """)),
    CataloguePage(
      "E0530",
      zh: "抽签要让人信服，号码必须在名单冻结之后才由别人公布，谁也不能事先知道。写在脚本里的号码，写的人可以挑。",
      en: """
        A draw convinces only if somebody else publishes the number after the list is frozen. \
        Whoever writes a number into the script could have chosen it.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
            种子 20250108
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
            种子 届时公布
          }
          """)),
    CataloguePage(
      "E0531",
      zh: "一个周期里一次冻结、一个号码、一次抽签。一个周期抽几次，哪个号码归哪一次就说不清。",
      en: """
        Each period has one freezing, one number and one draw. With several in a period nothing says \
        which number belongs to which.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年2次
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每半年1次
          }
          """)),
    CataloguePage(
      "E0532",
      zh: "号码是一条记录：谁公布、哪一天、什么号码，人人可查。没有这个登记，抽签就没有凭据。",
      en: """
        The number is a record that anyone can look up: who published it, on which day, and what. \
        Without that register a draw rests on nothing.
        """,
      .alone(
        wrong: """
          计划 示例 { 期间 2025年 }
          登记 企业 { 名称：文本 标识 }
          登记 检查 { 企业：企业；日期：日期 日期 }
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
          }
          """,
        right: """
          计划 示例 { 期间 2025年 }
          引用 标准台账
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
          }
          """)),
    CataloguePage(
      "E0533",
      zh: "每层的最低数加起来已经超过全部名额，一层也放不下。",
      en: """
        The least of a single stratum is already more than all that may be drawn.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            名额 2家
            分层 村 每层 至少3家
            每年1次
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            名额 30家
            分层 村 每层 至少3家
            每年1次
          }
          """)),
    CataloguePage(
      "E0534",
      zh: "票号由种子和标识算出，谁都能重算。没有标识，名单上的一行就说不清是谁。",
      en: """
        Tickets are made of seed and key, so that anyone makes them again. Without a key nobody can \
        tell whom a line of the list means.
        """,
      .below(
        wrong: """
          登记 摊位 { 位置：文本 }
          抽取 甲 {
            依据 "一"
            总体 摊位
            比例 10%
            每年1次
          }
          """,
        right: """
          登记 摊位 { 位置：文本 标识；摊主：文本 }
          登记 查摊 { 摊位：摊位；日：日期 日期 }
          抽取 甲 {
            依据 "一"
            总体 摊位
            比例 10%
            每年1次
            凭证 查摊
          }
          """)),
    CataloguePage(
      "E0535",
      zh: "名单每期冻结一次；补抽是给冻结之后新来的，所以日子要在冻结之后。",
      en: """
        A list is frozen once in each period. A supplement is for what came in since, so that its day \
        lies behind.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
            冻结 3月1日
            补抽 2月1日
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
            冻结 3月1日
            补抽 7月1日
          }
          """)),
    CataloguePage(
      "E0536",
      zh: "不重复要从冻结那天往回看：看本年度、整个计划期，或者近几年。",
      en: """
        “No repeat” looks back from the day of freezing: over this year, the whole plan, or some years.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
            不重复 于 2025年3月1日
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
            不重复 于 近3年
          }
          """)),
    CataloguePage(
      "E0537",
      zh: "按比例抽和按家数抽结果不同，两样都写就不知道听谁的。",
      en: """
        A share and a quota give different numbers, and nothing says which one counts.
        """,
      .below(
        wrong: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            名额 20家
            每年1次
          }
          """,
        right: """
          抽取 甲 {
            依据 "一"
            总体 企业
            比例 10%
            每年1次
          }
          """)),
  ]
}
