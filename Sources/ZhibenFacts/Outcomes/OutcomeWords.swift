import ZhibenDiagnostics
import ZhibenSemantics

extension OutcomeKind {
  /// The register of outcomes that holds such.
  public var table: OutcomeRegisters.Table {
    switch self {
    case .obligation: .obligation
    case .visit: .visit
    case .violation: .violation
    case .rung: .rung
    case .reading: .reading
    case .draw: .draw
    case .notice: .notice
    }
  }

  /// The word of the documents, and the English one; also the names of its views in a store.
  public var words: Wording { Wording(zh: table.rawValue, en: String(describing: self)) }
}

extension OutcomeStatus {
  /// The word of the documents, and the English one.
  public var words: Wording { OutcomeRegisters.statuses[Int(rawValue)] }
}

extension OutcomeCause {
  /// Why, as half a sentence; nil where the status says it all.
  public var words: Wording? {
    switch self {
    case .none: nil
    case .unknownMembership: Wording(zh: "是否属于对象尚不清楚", en: "membership is unknown")
    case .unknownCadence: Wording(zh: "适用哪个频次尚不清楚", en: "which cadence applies is unknown")
    case .unknownEvidence: Wording(zh: "凭证有空白，能否算数尚不清楚", en: "evidence has blanks")
    case .left: Wording(zh: "对象已退出", en: "the subject left")
    case .stricterCadence: Wording(zh: "改按更严的频次", en: "a stricter cadence took over")
    case .conflict: Wording(zh: "两条例外互相矛盾", en: "two exceptions conflict")
    case .dormant: Wording(zh: "起算日期尚无", en: "the date it is reckoned from is blank")
    case .corrected: Wording(zh: "依据的事实已更正", en: "the facts it rested on were corrected")
    case .cap: Wording(zh: "超出检查频次上限", en: "above the cap on visits")
    case .closed: Wording(zh: "所督办的记录已了结", en: "the record is closed")
    case .gap: Wording(zh: "其间未运行，只提出最高一级，不倒签", en: "missed in a gap; only the highest is proposed")
    case .zeroBase: Wording(zh: "对比期基数为零", en: "the base is zero")
    case .unknownRecords: Wording(zh: "所依据的记录有空白", en: "records behind it have blanks")
    case .numberTooEarly:
      Wording(zh: "号码不晚于名单冻结之日，不予采用", en: "the number was not published after the list was frozen")
    case .numberAmbiguous:
      Wording(zh: "同一天公布了两个不同的号码", en: "two numbers were published on one day")
    case .emptyList: Wording(zh: "名单上没有对象", en: "nobody is on the list")
    case .unknownWeight: Wording(zh: "权重空白或不是整数", en: "the weight is blank or no whole number")
    case .unknownRelief:
      Wording(zh: "能否减免尚不清楚，不减", en: "whether it may be eased is unknown, so it is not")
    case .redrawn: Wording(zh: "这一轮已重抽", en: "the round was drawn anew")
    }
  }
}
