extension CataloguePage {
  /// 激励.
  static let incentives: [CataloguePage] = [
    CataloguePage(
      "E0540",
      zh: "激励减的是另一条规则的要求，先要说准是哪一条。必须、督办、目标没有次数可减，不能作用。",
      en: """
        An incentive eases what another rule asks for, so it has to name one. Requirements, escalations and \
        targets have no number to ease.
        """,
      .below(
        wrong: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度检查.频次 降一档
          }
          """,
        right: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
          }
          """)),
    CataloguePage(
      "E0541",
      zh: "能减的只有次数和比例：职责、检查的「频次」，抽取的「比例」。上限、方式、清单不是次数，例外是另外的条款，都不随激励放宽。",
      en: """
        Only numbers can be eased: the “cadence” of a duty or an inspection, the “share” of a draw. A cap, a \
        mode and a checklist are no numbers, and an exception is a clause of its own.
        """,
      .below(
        wrong: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.方式 降一档
          }
          """,
        right: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
          }
          """)),
    CataloguePage(
      "E0542",
      zh: "激励套激励，减到哪里就说不清了。几条激励作用于同一条款时不叠加，取减得最多的一条。",
      en: """
        With incentives on incentives nobody could say where the easing ends. Several on one clause do not add: \
        the largest counts.
        """,
      .below(
        wrong: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
          }
          激励 再减 { 依据 "三"；对象 企业；作用 减检.频次 减半 }
          """,
        right: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
          }
          """)),
    CataloguePage(
      "E0543",
      zh: "写了激励却什么也没减，多半是作用错了条款。每年1次已经是最低一档，减半进一仍是1次；有固定日子的频次没有档可降。",
      en: """
        An incentive without effect most likely names the wrong clause. Once a year is the lowest step, and half \
        of it rounds up to one; a cadence with days of its own has no step below.
        """,
      .below(
        wrong: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每年1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 减半
          }
          """,
        right: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
          }
          """)),
    CataloguePage(
      "E0544",
      zh: "「不少于」是减到底的线。它不低于原来的频次，就没有可减的余地了。",
      en: """
        “No less than” is how far the easing may go. Where it is no less than what the rule asks for, nothing is \
        left to ease.
        """,
      .below(
        wrong: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
            不少于 每季度1次
          }
          """,
        right: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
            不少于 每年1次
          }
          """)),
    CataloguePage(
      "E0545",
      zh: "职责的次数是最低要求。下级文件只能加严，要放宽，就得写出哪一条准许放宽。",
      en: """
        The count of a duty is a minimum. A lower document may only tighten it; to loosen it, it names the clause \
        that allows it.
        """,
      .below(
        wrong: """
          职责 自查 { 依据 "一"；对象 企业；频次 每季度至少1次；凭证 自查 }
          激励 减检 { 对象 企业 其中 标准化状态 = 达标；作用 自查.频次 降一档 }
          """,
        right: """
          职责 自查 { 依据 "一"；对象 企业；频次 每季度至少1次；凭证 自查 }
          激励 减检 { 依据 "三（二）"；对象 企业 其中 标准化状态 = 达标；作用 自查.频次 降一档 }
          """)),
    CataloguePage(
      "E0546",
      zh: "激励按对象逐个判断能不能减，所以两条规则说的要是同一种对象。",
      en: """
        Whether it applies is judged for each subject, so both rules have to speak of the same register.
        """,
      .below(
        wrong: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 { 依据 "二"；对象 村；作用 年度执法.频次 降一档 }
          """,
        right: """
          检查 年度执法 { 依据 "一"；对象 企业；频次 每季度1次 }
          激励 减检 {
            依据 "二"
            对象 企业 其中 标准化状态 = 达标
            作用 年度执法.频次 降一档
          }
          """)),
  ]
}
