/// What one notice of the State Council's general office says about one festival of one year (time
/// 28).
public struct RestDayDecree: Hashable, Sendable, Codable {
  /// The year of the festival. A day of the December before may be governed by it.
  public let year: Int
  /// The festival: `春节`, or two that fell together: `国庆节、中秋节`.
  public let name: String
  /// The rest days, weekends inside the span included.
  public let off: [DayRange]
  /// The weekend days that became workdays (调休).
  public let work: [CivilDate]
  /// The notice's number: `国办发明电〔2024〕12号`.
  public let paper: String
  /// The notice's title: `国务院办公厅关于2025年部分节假日安排的通知`.
  public let title: String

  /// A festival of a notice; without a title it is given the usual one.
  public init(
    year: Int, name: String, off: [DayRange], work: [CivilDate], paper: String,
    title: String? = nil
  ) {
    (self.year, self.name, self.off, self.work) = (year, name, off, work)
    (self.paper, self.title) = (paper, title ?? Self.usualTitle(ofYear: year))
  }

  static func usualTitle(ofYear year: Int) -> String { "国务院办公厅关于\(year)年部分节假日安排的通知" }
}

extension RestDayDecree {
  /// Reads `2025-01-28..2025-02-04` and ISO days; `nil` if one of them is none.
  init?(year: Int, _ name: String, off: String, work: [String], paper: String, title: String) {
    let ends = off.split(separator: ".", omittingEmptySubsequences: true)
    let dates = work.compactMap(CivilDate.init(iso:))
    guard let first = ends.first.flatMap({ CivilDate(iso: String($0)) }),
      let last = ends.last.flatMap({ CivilDate(iso: String($0)) }), dates.count == work.count
    else { return nil }
    self.init(
      year: year, name: name, off: [DayRange(first, last)], work: dates, paper: paper,
      title: title)
  }
}

/// Days on which work rests in one place only, on top of the decreed ones (time 28): a dated layer.
public struct LocalClosure: Hashable, Sendable, Codable {
  /// The days closed.
  public let days: DayRange
  /// Why, in the words of whoever closed them.
  public let reason: String

  /// Those days, for that reason.
  public init(_ days: DayRange, reason: String) { (self.days, self.reason) = (days, reason) }
}
