/// A date in the making, which notes down what is done to it.
struct Reckoning {
  let calendar: WorkCalendar
  private var raw: CivilDate
  private var steps: [ReckoningStep] = []
  /// The days whose being workdays decided the result.
  private var consulted: [DayRange] = []

  init(calendar: WorkCalendar, raw: CivilDate = .min) {
    (self.calendar, self.raw) = (calendar, raw)
  }

  mutating func add(_ term: Term, to start: CivilDate) {
    raw = calendar.end(of: term, after: start)
    let forward = term.count >= 0
    let amount = forward ? term : term.times(-1)
    steps.append(forward ? .after(start) : .before(start))
    switch term.span {
    case .naturalDays(let days):
      if term.unit == .hour || term.unit == .minute {
        steps.append(.wholeDays(amount, forward ? days : days.multipliedSaturating(by: -1)))
      }
    case .workdays:
      let passed = forward ? DayRange(start.next, raw) : DayRange(raw, start.previous)
      noteRestDays(in: passed)
      consulted.append(passed)
    case .months: break
    }
    steps.append(forward ? .added(amount, raw) : .subtracted(amount, raw))
    if case .months = term.span, raw.day != start.day { steps.append(.monthEnd(raw)) }
  }

  func result(moves: Bool) -> ReckonedDate {
    var steps = steps
    var consulted = consulted
    var moved = raw
    if moves {
      moved = calendar.nextWorkday(onOrAfter: raw)
      consulted.append(DayRange(raw, moved))
      if moved > raw {
        steps.append(.moved(raw, calendar.reason(for: raw), moved))
        let reason = calendar.reason(for: moved)
        if case .makeUpDay = reason.kind { steps.append(.madeUp(moved, reason)) }
      }
    }
    var provisional: [ReckoningStep] = []
    for years in consulted.flatMap(calendar.undecreedYears) {
      let step: ReckoningStep =
        calendar.isDecreedBefore(years) ? .unrecorded(years) : .undecreed(years)
      if !provisional.contains(step) { provisional.append(step) }
    }
    return ReckonedDate(
      raw: raw, moved: moved, steps: steps + provisional, isProvisional: !provisional.isEmpty)
  }

  private mutating func noteRestDays(in range: DayRange) {
    var restDays = 0
    var run: (days: DayRange, reason: DayReason)?
    for special in calendar.specialDays.days(in: range) {
      let date = CivilDate(days: special.day)
      let reason = calendar.reason(for: date)
      if let current = run {
        if current.days.last.next == date, current.reason == reason {
          run = (DayRange(current.days.first, date), reason)
          restDays += 1
          continue
        }
        steps.append(.skipped(current.days, current.reason))
        run = nil
      }
      if special.isWorkday {
        steps.append(.madeUp(date, reason))
      } else {
        run = (DayRange(day: date), reason)
        restDays += 1
      }
    }
    if let run { steps.append(.skipped(run.days, run.reason)) }
    let weekendDays = range.dayCount - calendar.workdays(in: range) - restDays
    if weekendDays > 0 { steps.append(.skippedWeekends(weekendDays)) }
  }
}
