extension CataloguePage {
  /// What is wrong with an event.
  static let events: [CataloguePage] = [
    CataloguePage(
      "E0570",
      zh: "「当」看着一个字段怎样变，就要写出这个字段：企业有许多字段，哪一个变了才算，只有写的人知道。",
      en: """
        An event that watches a change must name the field: a register has many, and \
        only the author knows which one counts.
        """,
      .below(
        wrong: """
          当 企业 变更 { 依据 "一"；通知 致 镇安委办 }
          """,
        right: """
          当 企业.等级 变更 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0571",
      zh: "记录进入、退出的是一个范围。登记本身没有界线：新来的记录写「新增」。",
      en: """
        Records enter and leave scopes. A register has no border: for records that come \
        in write “added”.
        """,
      .below(
        wrong: """
          当 企业 进入 { 依据 "一"；通知 致 镇安委办 }
          """,
        right: """
          范围 高危企业 = 企业 其中 高危
          当 高危企业 进入 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0572",
      zh: "新增、进入、退出、累计、连续数的是记录，不是字段。",
      en: """
        What is added, enters, leaves or is counted is a record, not a field.
        """,
      .below(
        wrong: """
          当 企业.等级 新增 { 依据 "一"；通知 致 镇安委办 }
          """,
        right: """
          当 企业.等级 变更 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0573",
      zh: "累计几次，总是对谁累计几次。登记只引用一种记录时就按它数；引用几种时要写明。",
      en: """
        So many times is always so many times for somebody. A register with one \
        reference is counted by it; with several it must be said.
        """,
      .below(
        wrong: """
          当 考核 累计3次 其中 考核结果 = 不合格 { 依据 "一"；通知 致 镇安委办 }
          """,
        right: """
          当 考核 累计3次 按 人员 其中 考核结果 = 不合格 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0574",
      zh: "事件要有日子：期限从这一天算起，同一件事也靠这一天认出来。",
      en: """
        An event has a day: terms run from it, and by it the same event is known again.
        """,
      .below(
        wrong: """
          当 村 新增 { 依据 "一"；通知 致 镇安委办 }
          """,
        right: """
          当 企业 新增 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0575",
      zh: "事件发生之后什么也不做，这条规则就没有结果。",
      en: """
        If nothing is done after an event, the rule has no outcome.
        """,
      .below(
        wrong: """
          当 事故 新增 { 依据 "一" }
          """,
        right: """
          当 事故 新增 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0576",
      zh: "一次就是「新增」。按时间累计的，这一版还不能算。",
      en: """
        Once is “added”. What is summed up in time is not counted by this version.
        """,
      .below(
        wrong: """
          当 检查 累计1次 { 依据 "一"；通知 致 镇安委办 }
          """,
        right: """
          当 检查 累计3次 { 依据 "一"；通知 致 镇安委办 }
          """)),
    CataloguePage(
      "E0577",
      zh: "「须」和「检查」产生要完成的任务。没有期限的任务永远不会逾期，也就没有人去催。",
      en: """
        “need” and “inspect” make tasks. A task without a term is never late, so nobody \
        asks for it.
        """,
      .below(
        wrong: """
          当 事故 新增 { 依据 "一"；检查 企业 其中 高危 }
          """,
        right: """
          当 事故 新增 { 依据 "一"；检查 企业 其中 高危 3个工作日内 }
          """)),
  ]
}
