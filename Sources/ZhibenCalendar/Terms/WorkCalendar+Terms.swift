extension WorkCalendar {
  /// The day that lies a term behind the given one, which is not counted; before it if the count is
  /// negative.
  ///
  /// Months and years end on the corresponding day, else on the month's last. Hours and minutes
  /// count as whole days, a part of a day as a day. Never moved off a rest day. Saturating.
  public func end(of term: Term, after date: CivilDate) -> CivilDate {
    switch term.span {
    case .naturalDays(let count): date.advanced(byDays: count)
    case .months(let count): date.addingMonths(count)
    case .workdays(let count): adding(workdays: count, to: date)
    }
  }

  /// When a term `…内` after an event ends (time 24, 民法典 201–203).
  ///
  /// - Parameter moves: whether an end on a rest day moves to the next workday. It does for months
  ///   and years after an event, and where a clause says 顺延; not for period ends, grids, validity,
  ///   windows and hours.
  public func term(_ term: Term, after event: CivilDate, moves: Bool) -> ReckonedDate {
    var reckoning = Reckoning(calendar: self)
    reckoning.add(term, to: event)
    return reckoning.result(moves: moves)
  }

  /// The date of a rung that is due so long after a due date (time 27, 31): `逾期15日`.
  ///
  /// A bare 日 is what `dayUnit` says, in rungs usually the workday: then the count is held over
  /// rest days and resumed. Hours and natural days run on.
  /// - Parameter due: the date that lateness counts from, so `moved` of a reckoned one (time 25).
  public func delay(
    _ term: Term, from due: CivilDate, dayUnit: TermUnit = .workday
  ) -> ReckonedDate {
    let unit = term.unit == .day ? dayUnit : term.unit
    return self.term(Term(term.count, unit), after: due, moves: false)
  }

  /// The date itself, or the next workday: for a period end or a grid day of which a clause says 顺延
  /// (time 24).
  public func deferred(_ date: CivilDate) -> ReckonedDate {
    Reckoning(calendar: self, raw: date).result(moves: true)
  }

  /// A term that runs backward from an anchor (time 26): `届满 前8个工作日 之前` is a deadline, `届满 前1个月内` a
  /// window. Never moved.
  public func before(_ term: Term, anchor: CivilDate, isWindow: Bool) -> BackwardTerm {
    var reckoning = Reckoning(calendar: self)
    reckoning.add(term.times(-1), to: anchor)
    return BackwardTerm(
      anchor: anchor, isWindow: isWindow, start: reckoning.result(moves: false))
  }

  /// `近3年` on a day: (day − term, day] (time 5).
  ///
  /// In workdays it holds that many, counting the day itself if it is one.
  public func lookBack(_ term: Term, endingOn date: CivilDate) -> DayRange {
    let anchor = term.unit == .workday ? previousWorkday(onOrBefore: date) : date
    return DayRange(end(of: term.times(-1), after: anchor).next, date)
  }
}

/// What a backward term leaves open (time 26).
public struct BackwardTerm: Hashable, Sendable {
  /// The day counted back from, such as the day of expiry; not counted itself.
  public let anchor: CivilDate
  /// Whether the deed belongs into the term (`前1个月内`), or before it (`前8个工作日 之前`).
  public let isWindow: Bool
  /// The day that lies the term before the anchor. `raw` and `moved` are equal.
  public let start: ReckonedDate

  /// The days of a window, from the start to the day before the anchor; `nil` for a deadline.
  public var window: DayRange? { isWindow ? DayRange(start.raw, anchor.previous) : nil }

  /// The last day in time: the day before the anchor for a window, the start itself for a deadline.
  public var deadline: CivilDate { isWindow ? anchor.previous : start.raw }
}
