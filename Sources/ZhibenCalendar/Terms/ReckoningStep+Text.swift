extension ReckoningStep {
  /// The step as a sentence without its full stop: `加3个月至2025-09-27`.
  public var chinese: String {
    switch self {
    case .after(let date): "自\(date)起，当日不计"
    case .before(let date): "自\(date)向前，当日不计"
    case .wholeDays(let term, let days): "\(term)按\(days)日计"
    case .added(let term, let end): "加\(term)至\(end)"
    case .subtracted(let term, let start): "减\(term)至\(start)"
    case .monthEnd(let end): "当月无对应日，以月末\(end)为准"
    case .skipped(let range, let reason): "跳过 \(Self.chineseRest(range, reason))"
    case .skippedWeekends(let days): "跳过 周末 \(days)日"
    case .madeUp(let date, let reason): "\(date)为\(reason.chinese)"
    case .moved(let date, let reason, let next):
      "\(date)为\(Self.chineseRest(date, reason))，顺延至\(next)"
    case .undecreed(let years): "\(Self.years(years))年放假安排未公布，按周末与固定节日暂定"
    case .unrecorded(let years): "\(Self.years(years))年放假安排未收录，按周末与固定节日暂定"
    }
  }

  /// The step as a clause without its full stop: `3 months added: 2025-09-27`.
  public var english: String {
    switch self {
    case .after(let date): "from \(date), that day not counted"
    case .before(let date): "back from \(date), that day not counted"
    case .wholeDays(let term, let days): "\(term.english) taken as \(Term(days, .day).english)"
    case .added(let term, let end): "\(term.english) added: \(end)"
    case .subtracted(let term, let start): "\(term.english) taken off: \(start)"
    case .monthEnd(let end): "no corresponding day in that month, so its last day \(end)"
    case .skipped(let range, let reason): "skipping \(Self.englishRest(range, reason))"
    case .skippedWeekends(let days): "skipping \(Term(days, .day).english) of weekends"
    case .madeUp(let date, let reason): "\(date) is a \(reason.english)"
    case .moved(let date, let reason, let next):
      "\(date) is \(Self.englishRest(date, reason)), moved to \(next)"
    case .undecreed(let years):
      "rest days of \(Self.years(years)) not decreed, provisionally weekends and fixed festivals"
    case .unrecorded(let years):
      "rest days of \(Self.years(years)) not recorded, provisionally weekends and fixed festivals"
    }
  }

  /// `国庆节 2025-10-01至2025-10-08（国办发明电〔2024〕12号）`.
  private static func chineseRest(_ range: DayRange, _ reason: DayReason) -> String {
    switch reason.kind {
    case .festival(let name, let paper): "\(name) \(range)（\(paper ?? "暂定")）"
    case .weekend, .localClosure, .workday, .makeUpDay: "\(reason.chinese) \(range)"
    }
  }

  private static func englishRest(_ range: DayRange, _ reason: DayReason) -> String {
    switch reason.kind {
    case .festival(let name, let paper):
      "\(DayReason.englishFestival(name)) \(range.english) (\(paper ?? "provisional"))"
    case .weekend, .localClosure, .workday, .makeUpDay: "\(reason.english) \(range.english)"
    }
  }

  /// `周日休息`, `国庆节放假（国办发明电〔2024〕12号）`.
  private static func chineseRest(_ date: CivilDate, _ reason: DayReason) -> String {
    switch reason.kind {
    case .weekend: "周\(date.weekdayChinese)休息"
    case .festival(let name, let paper): "\(name)放假（\(paper ?? "暂定")）"
    case .localClosure, .workday, .makeUpDay: reason.chinese
    }
  }

  private static func englishRest(_ date: CivilDate, _ reason: DayReason) -> String {
    switch reason.kind {
    case .weekend: "a \(date.weekdayEnglish)"
    case .festival, .localClosure, .workday, .makeUpDay: reason.english
    }
  }

  private static func years(_ years: ClosedRange<Int>) -> String {
    years.count == 1 ? "\(years.lowerBound)" : "\(years.lowerBound)—\(years.upperBound)"
  }
}
