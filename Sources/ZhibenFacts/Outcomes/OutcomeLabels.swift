extension OutcomeKind {
  /// The word of the documents.
  public var chinese: String {
    switch self {
    case .obligation: "义务"
    case .visit: "检查任务"
    case .violation: "违反"
    case .rung: "台阶"
    case .reading: "读数"
    }
  }

  /// The English word; also the name of its view in a store.
  public var english: String {
    switch self {
    case .obligation: "obligation"
    case .visit: "visit"
    case .violation: "violation"
    case .rung: "rung"
    case .reading: "reading"
    }
  }
}

extension OutcomeStatus {
  /// The word of the documents.
  public var chinese: String {
    switch self {
    case .pending: "待办"
    case .done: "完成"
    case .doneLate: "补做"
    case .overdue: "逾期"
    case .suspended: "中止"
    case .ended: "终止"
    case .unknown: "待核实"
    case .waived: "免除"
    case .capped: "受限"
    case .open: "未解除"
    case .closed: "已解除"
    case .proposed: "提出"
    case .awaitingApproval: "待批"
    case .held: "缺前提"
    case .skipped: "略过"
    case .cancelled: "撤销"
    case .met: "达标"
    case .missed: "未达"
    case .onTrack: "在途"
    }
  }

  /// The English word.
  public var english: String {
    switch self {
    case .pending: "pending"
    case .done: "done"
    case .doneLate: "done late"
    case .overdue: "overdue"
    case .suspended: "suspended"
    case .ended: "ended"
    case .unknown: "to be verified"
    case .waived: "waived"
    case .capped: "capped"
    case .open: "open"
    case .closed: "closed"
    case .proposed: "proposed"
    case .awaitingApproval: "awaiting approval"
    case .held: "held"
    case .skipped: "skipped"
    case .cancelled: "cancelled"
    case .met: "met"
    case .missed: "missed"
    case .onTrack: "on track"
    }
  }
}

extension OutcomeCause {
  /// The reason in a few words; empty for `none`.
  public var chinese: String {
    switch self {
    case .none: ""
    case .unknownMembership: "对象是否在范围内不明"
    case .unknownCadence: "频次不明"
    case .unknownEvidence: "凭证有空白"
    case .left: "已退出范围"
    case .stricterCadence: "改按更严频次"
    case .conflict: "条款冲突"
    case .dormant: "起算日不明"
    case .corrected: "事实更正"
    case .cap: "超出上限"
    case .closed: "已销号"
    case .gap: "中断期间未提出"
    case .zeroBase: "基数为零"
    case .unknownRecords: "有记录不明"
    }
  }

  /// The reason in English; empty for `none`.
  public var english: String {
    switch self {
    case .none: ""
    case .unknownMembership: "membership unknown"
    case .unknownCadence: "cadence unknown"
    case .unknownEvidence: "evidence has blanks"
    case .left: "left the scope"
    case .stricterCadence: "a stricter cadence took over"
    case .conflict: "clauses conflict"
    case .dormant: "start of the term unknown"
    case .corrected: "facts were corrected"
    case .cap: "above the cap"
    case .closed: "closed"
    case .gap: "missed in a gap"
    case .zeroBase: "base is zero"
    case .unknownRecords: "records unknown"
    }
  }
}
