/// The days from a first to a last one, both included. It is empty if the last lies before the
/// first.
public struct DayRange: Hashable, Sendable, Codable {
  /// The first day.
  public let first: CivilDate
  /// The last day, which belongs to the range.
  public let last: CivilDate

  /// The days from `first` through `last`; none if `last` is earlier.
  public init(_ first: CivilDate, _ last: CivilDate) { (self.first, self.last) = (first, last) }

  /// That single day.
  public init(day: CivilDate) { self.init(day, day) }

  /// Whether no day is in it.
  public var isEmpty: Bool { last < first }

  /// The number of natural days.
  public var dayCount: Int { isEmpty ? 0 : first.days(until: last) + 1 }

  /// Whether that day is in it.
  public func contains(_ date: CivilDate) -> Bool { first <= date && date <= last }

  /// Whether every day of the other range is in it; an empty range is in every range.
  public func contains(_ other: DayRange) -> Bool {
    other.isEmpty || (first <= other.first && other.last <= last)
  }

  /// Whether a day is in both.
  public func overlaps(_ other: DayRange) -> Bool { !intersection(other).isEmpty }

  /// The days that are in both; may be empty.
  public func intersection(_ other: DayRange) -> DayRange {
    DayRange(max(first, other.first), min(last, other.last))
  }

  /// The days in order.
  public var dates: some Sequence<CivilDate> {
    (0..<dayCount).lazy.map { [first] in first.advanced(byDays: $0) }
  }
}

extension DayRange: CustomStringConvertible {
  /// `2025-04-01至2025-06-30`, one day as itself, `空` without days.
  public var description: String {
    isEmpty ? "空" : first == last ? first.description : "\(first)至\(last)"
  }

  /// `2025-04-01 to 2025-06-30`, one day as itself, `empty` without days.
  public var english: String {
    isEmpty ? "empty" : first == last ? first.description : "\(first) to \(last)"
  }
}
