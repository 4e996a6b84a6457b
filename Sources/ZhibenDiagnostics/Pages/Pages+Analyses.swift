extension CataloguePage {
  /// What is seen when a plan is looked at as a whole.
  static let analyses: [CataloguePage] = [
    CataloguePage(
      "W0640",
      zh: "两条例外要求不同，有的对象可能同时属于两条，又没有写明以谁为准。运行时这些对象列为待核实。",
      en: """
        Two exceptions demand different things, some subjects may belong to both, and nothing \
        says which holds. Such subjects are left to be verified.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 状态 ≠ 已销号
            频次 每季度1次
            例外 高危：每月1次
            例外 劳动密集：每半年1次
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 状态 ≠ 已销号
            频次 每季度1次
            例外 高危：每月1次 特别
            例外 劳动密集：每半年1次
            凭证 自查
          }
          """)),
    CataloguePage(
      "W0641",
      zh: "例外的条件和对象的条件矛盾，没有谁会属于它。多半是条件写反了，或对象已经排除了它们。",
      en: """
        The exception contradicts the condition of the subjects, so it applies to nobody. Mostly \
        it is turned round, or the subject leaves them out already.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 状态 ≠ 已销号
            频次 每季度1次
            例外 状态 = 已销号：免除
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 状态 ≠ 已销号
            频次 每季度1次
            例外 状态 = 停产：免除
            凭证 自查
          }
          """)),
    CataloguePage(
      "W0642",
      zh: "「以上」「以下」都包括本数，正好在界上的属于两行。照前面一行算，但写的人多半没有想到。",
      en: """
        “or more” and “or less” include the number, so that what lies on it belongs to two lines. \
        The first one takes it, which the writer may not have meant.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 从业人数 { 50人以下：每年1次；50人以上：每季度1次 }
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 按 从业人数 { 50人以下：每年1次；超过 50人：每季度1次 }
            凭证 自查
          }
          """)),
    CataloguePage(
      "E0644",
      zh: "督办到「直至」的条件成立才结束。这个条件永远不会成立，督办就会一直升级。",
      en: """
        An escalation ends when its “until” holds. This one never can, so it would climb for ever.
        """,
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号 且 状态 = 终止
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 属于 {已销号、终止}
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """)),
    CataloguePage(
      "W0645",
      zh: "对象本来就满足「直至」，督办一条也不会启动。多半把起止的条件写反了。",
      en: """
        The subjects meet “until” from the start, so the escalation never begins. Mostly the two \
        conditions were exchanged.
        """,
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患 其中 级别 = 重大
            直至 级别 = 重大
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患 其中 级别 = 重大
            直至 状态 = 已销号
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """)),
    CataloguePage(
      "W0646",
      zh: "「暂停」的条件成立时督办已经结束，所以永远用不上。",
      en: "When “pause” holds the escalation has ended already, so it never takes effect.",
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            暂停 状态 = 已销号
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            暂停 状态 = 延期待批
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """)),
    CataloguePage(
      "E0647",
      zh: "督办没有结束的时候一直在暂停，天数不走，一级台阶也到不了。",
      en: """
        As long as the escalation runs it is paused, so no day counts and no rung is ever reached.
        """,
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患 其中 状态 不为空
            直至 状态 = 已销号
            暂停 状态 ≠ 已销号
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患 其中 状态 不为空
            直至 状态 = 已销号
            暂停 状态 = 延期待批
            逾期1个工作日 提醒 致 企业.主要负责人
          }
          """)),
    CataloguePage(
      "E0648",
      zh: "督办甲启动乙，乙又启动甲，没有尽头。",
      en: "The first escalation starts the second, which starts the first, without end.",
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            逾期1个工作日 督办 乙
          }

          督办 乙 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            逾期1个工作日 督办 甲
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            逾期1个工作日 督办 乙
          }

          督办 乙 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            逾期1个工作日 约谈 致 企业.主要负责人
          }
          """)),
    CataloguePage(
      "W0649",
      zh: "台阶只写了做什么，没有写由谁做、对谁做，到时候没有人认领。",
      en: "The rung says what is done but neither by whom nor to whom, so nobody will see to it.",
      .below(
        wrong: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            逾期1个工作日 约谈
          }
          """,
        right: """
          督办 甲 {
            依据 "一"
            对象 隐患
            直至 状态 = 已销号
            逾期1个工作日 约谈 致 企业.主要负责人
          }
          """)),
    CataloguePage(
      "W0650",
      zh: "有的对象要检查的次数超过它的上限：一条规则就超过，或者几条不能用同一次检查抵的规则加在一起超过。超出的部分运行时列为受限，不派检查。",
      en: """
        For some subjects the inspections demanded are more than their cap: by one rule, or by \
        several together of which no visit counts to two. Those above it are listed as capped and \
        not sent out.
        """,
      .below(
        wrong: """
          检查 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次
            上限 按 标准化等级 { 一级：每年至多1次；其他：每年至多4次 }
          }
          """,
        right: """
          检查 甲 {
            依据 "一"
            对象 企业
            频次 按 标准化等级 { 一级：每年1次；其他：每季度1次 }
            上限 按 标准化等级 { 一级：每年至多1次；其他：每年至多4次 }
          }
          """)),
    CataloguePage(
      "E0651",
      zh: "没有一条记录能满足凭证的条件，这项职责谁也完不成。",
      en: "No record can meet what the evidence asks for, so nobody can ever do the duty.",
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次
            凭证 检查 其中 类别 = 执法 且 类别 = 复查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            频次 每季度1次
            凭证 检查 其中 类别 属于 {执法、复查}
          }
          """)),
    CataloguePage(
      "W0652",
      zh: "凭证的条件和对象的条件矛盾：对象自己的记录一条也不算。",
      en: """
        The evidence contradicts the condition of the subjects, so that none of their own records \
        counts.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 状态 ≠ 已销号
            频次 每季度1次
            凭证 检查 其中 本企业.状态 = 已销号
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业 其中 状态 ≠ 已销号
            频次 每季度1次
            凭证 检查 其中 类别 = 执法
          }
          """)),
    CataloguePage(
      "W0653",
      zh: "期限落在规则的施行期间以外，到那一天规则已经不管了。",
      en: """
        The date lies outside of the days on which the rule is in force; by then nothing would be \
        checked.
        """,
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 2030年底前
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 高危
            期限 2025年底前
          }
          """)),
    CataloguePage(
      "E0654",
      zh: "这段时间里一天也没有，问它里面有没有记录，永远是没有。",
      en: "This span holds no day, so no record can ever lie in it.",
      .below(
        wrong: "范围 甲类 = 企业 其中 有(隐患 于 近0日)",
        right: "范围 甲类 = 企业 其中 有(隐患 于 近30日)")),
    CataloguePage(
      "W0655",
      zh: "按这个频次，规则施行期间里一次也不到期，等于没有写。",
      en: """
        With this cadence nothing falls due while the rule is in force, as if it were not written.
        """,
      .below(
        wrong: """
          职责 甲 {
            依据 "一"
            对象 企业
            施行 2025年11月1日
            频次 每年1次 6月底前
            凭证 自查
          }
          """,
        right: """
          职责 甲 {
            依据 "一"
            对象 企业
            施行 2025年3月1日
            频次 每年1次 6月底前
            凭证 自查
          }
          """)),
    CataloguePage(
      "W0656",
      zh: "条件自相矛盾，没有一条记录能满足。多半是「且」该写「或」，或大于小于写反了。",
      en: """
        The condition contradicts itself; no record can meet it. Mostly “and” should be “or”, or \
        a sign is turned round.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 从业人数 ≥ 300 且 从业人数 < 50",
        right: "范围 甲类 = 企业 其中 从业人数 ≥ 300 或 从业人数 < 50")),
    CataloguePage(
      "W0657",
      zh: "条件对谁都成立，等于没有写。多半是「或」该写「且」。",
      en: """
        The condition holds for everything, as if it were not written. Mostly “or” should be \
        “and”.
        """,
      .below(
        wrong: "范围 甲类 = 企业 其中 等级 ≠ A 或 等级 ≠ B",
        right: "范围 甲类 = 企业 其中 等级 ≠ A 且 等级 ≠ B")),
    CataloguePage(
      "W0658",
      zh: "条件里的值永远不知道，所以永远判断不了，每一条都会列为待核实。",
      en: """
        A value in the condition can never be known, so it can never be decided and everything is \
        left to be verified.
        """,
      .below(
        wrong: """
          登记 楼 { 层数：整数 }
          登记 企业 { 所在楼：楼 }
          范围 甲类 = 企业 其中 所在楼.层数 > 10
          """,
        right: """
          登记 楼 { 楼号：文本 标识；层数：整数 }
          登记 企业 { 所在楼：楼 }
          范围 甲类 = 企业 其中 所在楼.层数 > 10
          """)),
    CataloguePage(
      "E0659",
      zh: "条件自相矛盾，谁也做不到，所有对象都会算违反。",
      en: "The condition contradicts itself; nobody can comply, and every subject would break it.",
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 从业人数 ≥ 300 且 从业人数 < 50
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业
            条件 从业人数 ≥ 300 或 从业人数 < 50
          }
          """)),
    CataloguePage(
      "W0660",
      zh: "对象本来都满足条件，这条规则永远不会有人违反。",
      en: "All subjects meet the condition to begin with, so nobody can break the rule.",
      .below(
        wrong: """
          必须 甲 {
            依据 "一"
            对象 企业 其中 从业人数 ≥ 300
            条件 从业人数 ≥ 50
          }
          """,
        right: """
          必须 甲 {
            依据 "一"
            对象 企业 其中 从业人数 ≥ 50
            条件 从业人数 ≥ 300
          }
          """)),
    CataloguePage(
      "E0662",
      zh: "这个目标达不到：比例不会超过 100%，数量不会小于零。",
      en: "The target cannot be reached: a share is at most 100%, a count at least zero.",
      .below(
        wrong: """
          目标 甲 {
            依据 "一"
            对象 企业
            达标 标准化状态 = 达标
            2025年底前 不低于 120%
          }
          """,
        right: """
          目标 甲 {
            依据 "一"
            对象 企业
            达标 标准化状态 = 达标
            2025年底前 不低于 95%
          }
          """)),
  ]
}
