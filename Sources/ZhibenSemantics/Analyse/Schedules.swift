import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// Cadences and deadlines that never fall due, that no record can keep, or that lie outside of the plan.

extension Analysis {
  /// Every cadence of a duty.
  func reportSchedules(_ duty: DutyRule, of rule: Rule) {
    report(duty.cadence, rule)
    for exception in duty.exceptions {
      if let cadence = exception.cadence { report(cadence, rule) }
    }
  }

  private func report(_ choice: Choice<Cadence>, _ rule: Rule) {
    for arm in choice.arms {
      if let cadence = arm.value { report(cadence, at: arm.origin, rule) }
    }
  }

  private func report(_ cadence: Cadence, at origin: Origin, _ rule: Rule) {
    switch cadence {
    case .periodic(let unit, let least, let most, let due):
      if let most, least > most {
        reporter.report("E0522", at: origin, ["least": "\(least)", "most": "\(most)"])
      } else if !falls(due, unit, in: rule.inForce) {
        reporter.report(
          "W0655", at: origin, ["text": text(origin), "period": period(rule.inForce)])
      }
    case .rolling(let term, _), .anchored(_, let term):
      if term.count <= 0 {
        reporter.report("E0654", at: origin, ["text": text(origin)])
      }
    case .once(let deadline): report(deadline, at: origin, rule)
    }
  }

  /// Whether an obligation falls due on a day on which the rule is in force.
  private func falls(_ due: Cadence.Due, _ unit: CalendarUnit, in range: DayRange) -> Bool {
    // Rules that are never in force have a message of their own.
    if range.isEmpty { return true }
    switch unit {
    case .workday, .day: return true
    default: break
    }
    var period = unit.period(containing: range.first)
    if due.isBehindPeriod { period = unit.period(containing: period.first.previous) }
    while !period.isEmpty, period.first <= range.last {
      if due.days(in: period).contains(where: range.contains) { return true }
      period = unit.next(after: period)
    }
    return false
  }

  /// A fixed last day that the rule's days do not hold.
  func report(_ deadline: DeadlineSpec, at origin: Origin, _ rule: Rule) {
    guard case .day(let day) = deadline, !rule.inForce.isEmpty, !rule.inForce.contains(day) else {
      return
    }
    reporter.report(
      "W0653", at: origin,
      ["text": Wording(day.description), "period": period(rule.inForce)])
  }

  private func period(_ range: DayRange) -> Wording {
    Wording(zh: range.description, en: range.english)
  }
}
