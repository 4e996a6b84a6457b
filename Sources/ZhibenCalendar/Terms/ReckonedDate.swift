/// A date with the way it was reckoned (time 25).
///
/// Lateness counts from `moved`; what is computed *from* this date starts at `raw`.
public struct ReckonedDate: Hashable, Sendable {
  /// The day on which the term ends by counting alone.
  public let raw: CivilDate
  /// The day that holds: `raw`, or the next workday if the term moves off rest days.
  public let moved: CivilDate
  /// How both came about, in order.
  public let steps: [ReckoningStep]
  /// Whether a workday that was looked at rests on a notice not yet known (暂定).
  public let isProvisional: Bool

  /// A date with its reckoning.
  public init(
    raw: CivilDate, moved: CivilDate, steps: [ReckoningStep], isProvisional: Bool
  ) {
    (self.raw, self.moved, self.steps) = (raw, moved, steps)
    self.isProvisional = isProvisional
  }

  /// How many natural days the given day lies behind the day that holds; 0 if it is in time (time
  /// 25).
  public func daysLate(on date: CivilDate) -> Int { max(0, moved.days(until: date)) }

  /// The steps as sentences, `；` between them.
  public var chinese: String { steps.map(\.chinese).joined(separator: "；") }

  /// The steps as sentences, `; ` between them.
  public var english: String { steps.map(\.english).joined(separator: "; ") }
}

extension ReckonedDate: CustomStringConvertible {
  /// `2025-09-29`, `2025-09-27，顺延至2025-09-28`, and `（暂定）` if so.
  public var description: String {
    let dates = raw == moved ? raw.description : "\(raw)，顺延至\(moved)"
    return isProvisional ? dates + "（暂定）" : dates
  }
}

/// One thing that was done to reckon a date.
public enum ReckoningStep: Hashable, Sendable {
  /// The count starts behind this day, which is itself not counted (民法典 201).
  case after(CivilDate)
  /// The count runs backward from this day, which is itself not counted (time 26).
  case before(CivilDate)
  /// Hours or minutes were taken as so many whole days.
  case wholeDays(Term, Int)
  /// The term was added, giving that day.
  case added(Term, CivilDate)
  /// The term was taken off, giving that day.
  case subtracted(Term, CivilDate)
  /// The month has no corresponding day, so its last day was taken (民法典 202).
  case monthEnd(CivilDate)
  /// These days, which would otherwise have been counted, were passed over for the reason given.
  case skipped(DayRange, DayReason)
  /// So many days of ordinary weekends were passed over.
  case skippedWeekends(Int)
  /// A weekend day was taken as a workday because a notice says so.
  case madeUp(CivilDate, DayReason)
  /// The first day rests for the reason given, so the next workday holds (民法典 203).
  case moved(CivilDate, DayReason, CivilDate)
  /// The notices for these years are still to come.
  case undecreed(ClosedRange<Int>)
  /// The notices for these years are not among those loaded, though a later year's is.
  case unrecorded(ClosedRange<Int>)
}
