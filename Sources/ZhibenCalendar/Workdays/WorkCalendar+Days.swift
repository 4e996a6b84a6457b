extension WorkCalendar {
  /// Whether the day is worked.
  public func isWorkday(_ date: CivilDate) -> Bool { index.isWorkday(Int(date.days)) }

  /// Whether the notice that governs the day is unknown, so that it may yet become a rest day or a
  /// workday (time 28).
  ///
  /// The days from 28 December on are also governed by the next year's notice: the one for 2019
  /// made 29 December 2018 a workday.
  public func isProvisional(_ date: CivilDate) -> Bool {
    let (year, month, day) = date.parts
    return !isDecreed(year) || (month == 12 && day >= 28 && !isDecreed(year + 1))
  }

  /// Why the day is a workday or a rest day.
  public func reason(for date: CivilDate) -> DayReason {
    let kind = specialDays.kind(of: date) ?? (isWorkday(date) ? .workday : .weekend)
    return DayReason(kind: kind, isProvisional: isProvisional(date))
  }

  /// How many workdays the range has. Takes the same time for a day and a century.
  public func workdays(in range: DayRange) -> Int {
    range.isEmpty
      ? 0
      : index.count(before: Int(range.last.days) + 1) - index.count(before: Int(range.first.days))
  }

  /// The running number of the last workday on or before the day: the workdays behind a, up to and
  /// including b, are the difference of their numbers. For tables in which workday arithmetic is a
  /// join.
  public func workdayNumber(through date: CivilDate) -> Int {
    index.count(before: Int(date.days) + 1)
  }

  /// The n-th workday after the day, which is not counted itself; before it if negative; the day
  /// itself for 0. Saturating.
  public func adding(workdays count: Int, to date: CivilDate) -> CivilDate {
    let start = Int(date.days)
    if count == 0 { return date }
    let base = count > 0 ? index.count(before: start + 1) : index.count(before: start) + 1
    return workday(numbered: base.addingSaturating(count), near: date)
  }

  /// The day itself if it is worked, else the first workday behind it.
  public func nextWorkday(onOrAfter date: CivilDate) -> CivilDate {
    isWorkday(date) ? date : adding(workdays: 1, to: date)
  }

  /// The day itself if it is worked, else the last workday before it.
  public func previousWorkday(onOrBefore date: CivilDate) -> CivilDate {
    isWorkday(date) ? date : adding(workdays: -1, to: date)
  }

  /// The years whose notices govern days of the range and are unknown, in order, runs of years
  /// together.
  func undecreedYears(in range: DayRange) -> [ClosedRange<Int>] {
    guard scheme == .china, !range.isEmpty else { return [] }
    let (lastYear, lastMonth, lastDay) = range.last.parts
    let governs = lastMonth == 12 && lastDay >= 28 ? lastYear + 1 : lastYear
    var runs: [ClosedRange<Int>] = []
    for year in range.first.year...governs where !isDecreed(year) {
      if let run = runs.last, run.upperBound == year - 1,
        isDecreedBefore(run) == isDecreedBefore(year...year)
      {
        runs[runs.count - 1] = run.lowerBound...year
      } else {
        runs.append(year...year)
      }
    }
    return runs
  }

  /// Whether a later year's notice is known, so that this one is missing rather than to come.
  func isDecreedBefore(_ years: ClosedRange<Int>) -> Bool {
    years.upperBound < (lastDecreedYear ?? .min)
  }

  private func workday(numbered number: Int, near date: CivilDate) -> CivilDate {
    CivilDate(days: Int32(clamping: index.day(numbered: number, near: Int(date.days))))
  }
}
