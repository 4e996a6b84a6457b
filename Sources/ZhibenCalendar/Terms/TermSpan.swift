/// What a term amounts to in the calendar.
enum TermSpan: Hashable, Sendable {
  case naturalDays(Int)
  case workdays(Int)
  case months(Int)
}

extension Term {
  /// Hours and minutes have only a whole-day effect here: 24 hours are a day, a part of a day
  /// counts as a day. Moments are the business of whoever keeps them.
  var span: TermSpan {
    switch unit {
    case .minute: .naturalDays(Self.wholeDays(count, perDay: 1440))
    case .hour: .naturalDays(Self.wholeDays(count, perDay: 24))
    case .day, .calendarDay: .naturalDays(count)
    case .workday: .workdays(count)
    case .week: .naturalDays(count.multipliedSaturating(by: 7))
    case .tenDays: .naturalDays(count.multipliedSaturating(by: 10))
    case .month: .months(count)
    case .quarter: .months(count.multipliedSaturating(by: 3))
    case .halfYear: .months(count.multipliedSaturating(by: 6))
    case .year: .months(count.multipliedSaturating(by: 12))
    }
  }

  private static func wholeDays(_ count: Int, perDay: Int) -> Int {
    let (whole, rest) = count.quotientAndRemainder(dividingBy: perDay)
    return rest == 0 ? whole : whole + rest.signum()
  }
}
