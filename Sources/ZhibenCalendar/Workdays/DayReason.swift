/// Why a day is a workday or a rest day.
public struct DayReason: Hashable, Sendable {
  /// The kinds of days.
  public enum Kind: Hashable, Sendable {
    /// An ordinary workday.
    case workday
    /// A weekend day that a notice made a workday (调休), with festival and notice.
    case makeUpDay(festival: String, paper: String)
    /// Saturday or Sunday.
    case weekend
    /// A festival; without a notice's number it is a fixed statutory one.
    case festival(String, paper: String?)
    /// Closed in one place, in the words of whoever closed it.
    case localClosure(String)
  }

  /// What kind of day it is.
  public let kind: Kind
  /// Whether the notice that governs the day is unknown, so that the kind may change (暂定).
  public let isProvisional: Bool

  /// Whether work is done.
  public var isWorkday: Bool {
    switch kind {
    case .workday, .makeUpDay: true
    case .weekend, .festival, .localClosure: false
    }
  }

  /// The number of the notice that says so, if one does.
  public var paper: String? {
    switch kind {
    case .makeUpDay(_, let paper): paper
    case .festival(_, let paper): paper
    case .workday, .weekend, .localClosure: nil
    }
  }
}

extension DayReason {
  /// `国庆节（国办发明电〔2024〕12号）`, `调休上班日（春节，国办…）`, `周末`, `工作日`, `本地停工：…`.
  public var chinese: String {
    switch kind {
    case .workday: "工作日"
    case .makeUpDay(let festival, let paper): "调休上班日（\(festival)，\(paper)）"
    case .weekend: "周末"
    case .festival(let name, let paper): "\(name)（\(paper ?? "暂定")）"
    case .localClosure(let reason): "本地停工：\(reason)"
    }
  }

  /// `National Day (国办发明电〔2024〕12号)`, `make-up workday (…)`, `weekend`, `workday`,
  /// `local closure: …`.
  public var english: String {
    switch kind {
    case .workday: "workday"
    case .makeUpDay(let festival, let paper):
      "make-up workday (\(Self.englishFestival(festival)), \(paper))"
    case .weekend: "weekend"
    case .festival(let name, let paper):
      "\(Self.englishFestival(name)) (\(paper ?? "provisional"))"
    case .localClosure(let reason): "local closure: \(reason)"
    }
  }

  static func englishFestival(_ name: String) -> String {
    let names = [
      "元旦": "New Year's Day", "春节": "Spring Festival", "清明节": "Qingming Festival",
      "劳动节": "Labour Day", "端午节": "Dragon Boat Festival", "中秋节": "Mid-Autumn Festival",
      "国庆节": "National Day",
    ]
    return name.split(separator: "、").map { names[String($0)] ?? String($0) }
      .joined(separator: " and ")
  }
}
