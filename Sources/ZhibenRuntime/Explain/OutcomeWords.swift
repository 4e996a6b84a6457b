import ZhibenFacts

extension OutcomeKind {
  /// The word for it.
  public var words: Bilingual {
    switch self {
    case .obligation: Bilingual("义务", "obligation")
    case .visit: Bilingual("检查任务", "visit")
    case .violation: Bilingual("违反", "violation")
    case .rung: Bilingual("台阶", "rung")
    case .reading: Bilingual("读数", "reading")
    }
  }
}

extension OutcomeStatus {
  /// The word for it.
  public var words: Bilingual {
    switch self {
    case .pending: Bilingual("待办", "pending")
    case .done: Bilingual("完成", "done")
    case .doneLate: Bilingual("补做", "done late")
    case .overdue: Bilingual("逾期", "overdue")
    case .suspended: Bilingual("中止", "suspended")
    case .ended: Bilingual("终止", "ended")
    case .unknown: Bilingual("待核实", "to be verified")
    case .waived: Bilingual("免除", "waived")
    case .capped: Bilingual("受限", "above the cap")
    case .open: Bilingual("未解除", "open")
    case .closed: Bilingual("已解除", "closed")
    case .proposed: Bilingual("提出", "proposed")
    case .awaitingApproval: Bilingual("待批", "awaiting approval")
    case .held: Bilingual("缺前提", "held")
    case .skipped: Bilingual("略过", "skipped")
    case .cancelled: Bilingual("撤销", "cancelled")
    case .met: Bilingual("达标", "met")
    case .missed: Bilingual("未达", "missed")
    case .onTrack: Bilingual("在途", "in progress")
    }
  }
}

extension OutcomeCause {
  /// Why, as half a sentence; nil where the status says it all.
  public var words: Bilingual? {
    switch self {
    case .none: nil
    case .unknownMembership: Bilingual("是否属于对象尚不清楚", "membership is unknown")
    case .unknownCadence: Bilingual("适用哪个频次尚不清楚", "which cadence applies is unknown")
    case .unknownEvidence: Bilingual("凭证有空白，能否算数尚不清楚", "evidence has blanks")
    case .left: Bilingual("对象已退出", "the subject left")
    case .stricterCadence: Bilingual("改按更严的频次", "a stricter cadence took over")
    case .conflict: Bilingual("两条例外互相矛盾", "two exceptions conflict")
    case .dormant: Bilingual("起算日期尚无", "the date it is reckoned from is blank")
    case .corrected: Bilingual("依据的事实已更正", "the facts it rested on were corrected")
    case .cap: Bilingual("超出检查频次上限", "above the cap on visits")
    case .closed: Bilingual("所督办的记录已了结", "the record is closed")
    case .gap: Bilingual("其间未运行，只提出最高一级，不倒签", "missed in a gap; only the highest is proposed")
    case .zeroBase: Bilingual("对比期基数为零", "the base is zero")
    case .unknownRecords: Bilingual("所依据的记录有空白", "records behind it have blanks")
    }
  }
}
