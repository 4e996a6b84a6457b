// The English spelling of each value. Counted units stay as they are.

extension LiteralSpelling {
  static func english(_ literal: Literal, _ source: String) -> String? {
    switch literal {
    case .date(let day): english(day)
    case .yearDay(let day): english(day)
    case .period(let period): english(period)
    case .deadline(let deadline): english(deadline)
    case .duration(let term): english(term)
    case .durationRange(let first, let last): english(first) + "—" + english(last)
    case .within(let term): "within " + english(term)
    case .lookBack(let term): "last " + english(term)
    case .overdue(let term): "overdue " + english(term)
    case .expiry(let term, let isWindow):
      (isWindow ? "within " : "") + english(term) + " before expiry"
    case .everyN(let term): "every " + english(term)
    case .cadence(let cadence): english(cadence, source)
    case .bound(let bound): english(bound, source)
    case .rate(let unit, let quantity): "each " + unit + " " + amount(quantity, in: source)
    case .tally(let isRow, let count): (isRow ? "consecutive " : "total ") + "\(count) times"
    case .tallyTerm(let isRow, let term): (isRow ? "consecutive " : "total ") + english(term)
    case .relativeDay(let day): english(day)
    case .quantity, .time, .hours, .article, .number: nil
    }
  }

  private static func padded(_ value: Int, _ count: Int = 2) -> String {
    let digits = String(value)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  private static func english(_ day: DayLiteral) -> String {
    padded(day.year, 4) + "-" + padded(day.month) + "-" + padded(day.day)
  }

  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private static func english(month: Int) -> String {
    months.indices.contains(month - 1) ? months[month - 1] : ""
  }

  private static func english(_ day: MonthDay) -> String {
    english(month: day.month) + " " + String(day.day)
  }

  private static func english(_ term: DurationLiteral) -> String {
    let unit =
      switch term.unit {
      case .minute: "minute"
      case .hour: "hour"
      case .day: "day"
      case .calendarDay: "calendar day"
      case .workday: "workday"
      case .week: "week"
      case .tenDays: "ten-day"
      case .month: "month"
      case .quarter: "quarter"
      case .halfYear: "half-year"
      case .year: "year"
      }
    return "\(term.count) " + unit + (term.count == 1 ? "" : "s")
  }

  private static func which(_ offset: Int) -> String {
    offset == 0 ? "this " : offset < 0 ? "last " : "next "
  }

  private static func english(_ period: PeriodLiteral) -> String {
    switch period {
    case .year(let year): "year " + padded(year, 4)
    case .half(let year, let half): prefix(year) + "H\(half)"
    case .quarter(let year, let quarter): prefix(year) + "Q\(quarter)"
    case .month(let year?, let month): padded(year, 4) + "-" + padded(month)
    case .month(nil, let month): english(month: month)
    case .years(let first, let last): "years " + padded(first, 4) + "—" + padded(last, 4)
    case .months(let fromYear, let fromMonth, let toYear, let toMonth):
      padded(fromYear, 4) + "-" + padded(fromMonth) + "—" + padded(toYear, 4) + "-"
        + padded(toMonth)
    case .days(let first, let last): english(first) + "—" + english(last)
    case .yearDays(let first, let last): english(first) + "—" + english(last)
    case .relative(let offset, let unit): which(offset) + name(of: unit)
    case .yearMonths(let first, let last): english(month: first) + "—" + english(month: last)
    case .relativeMonth(let offset, let month): which(offset) + "year " + english(month: month)
    case .relativeHalf(let offset, let half): which(offset) + "year H\(half)"
    case .relativeQuarter(let offset, let quarter): which(offset) + "year Q\(quarter)"
    case .samePeriodLastYear: "same period last year"
    }
  }

  private static func prefix(_ year: Int?) -> String { year.map { padded($0, 4) + " " } ?? "" }

  private static func english(_ deadline: DeadlineLiteral) -> String {
    switch deadline {
    case .day(let day): "by " + english(day)
    case .yearDay(let day): "by " + english(day)
    case .yearEnd: "by year end"
    case .endOf(.year(let year)): "by end of " + padded(year, 4)
    case .endOf(let period): "by end of " + english(period)
    }
  }

  private static func name(of unit: PeriodUnit) -> String {
    switch unit {
    case .workday: "workday"
    case .day: "day"
    case .shift: "shift"
    case .week: "week"
    case .tenDays: "ten-days"
    case .month: "month"
    case .quarter: "quarter"
    case .halfYear: "half-year"
    case .year: "year"
    }
  }

  private static func english(_ cadence: CadenceLiteral, _ source: String) -> String {
    switch cadence {
    case .rolling(let term): "every " + english(term) + " since last"
    case .sinceLast(let term): "within " + english(term) + " of last"
    case .share(let unit, let share):
      "every " + name(of: unit) + " at least " + amount(share, in: source)
    case .periodic(.month, _, _, .followingDay(nil, let day)): "next month by \(day)"
    case .periodic(.year, _, _, .followingDay(let month?, let day)):
      "next year by " + english(MonthDay(month, day))
    case .periodic(_, _, _, .weekday(let day)): "every " + weekday(day)
    case .periodic(let unit, let least, let most, let due):
      "every " + name(of: unit) + english(least, most, due, CadenceManner(source))
    }
  }

  private static func weekday(_ day: Int) -> String {
    let names = [
      "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    return names.indices.contains(day - 1) ? names[day - 1] : ""
  }

  private static func english(
    _ least: Int?, _ most: Int?, _ due: CadenceDue, _ manner: CadenceManner
  ) -> String {
    switch due {
    case .periodEnd:
      if least == 1, most == nil {
        if manner == .bare { return "" }
        if manner == .byPeriodEnd { return " by end" }
      }
      let says = manner == .atLeast || most != nil ? " at least " : " "
      return (least.map { says + String($0) } ?? "") + (most.map { " at most \($0)" } ?? "")
    case .monthDay(let day): return " by \(day)"
    case .onMonthDay(let day): return " on \(day)"
    case .yearDays(let days, let before):
      return (before ? " by " : " on ") + days.map(english).joined(separator: ", ")
    case .quarterMonthDay(let month, let day):
      return (month == 1 ? " first" : month == 2 ? " second" : " last") + " month by \(day)"
    case .weekday, .followingDay: return ""
    }
  }

  private static func english(_ bound: BoundLiteral, _ source: String) -> String? {
    let measure =
      switch bound.measure {
      case .quantity(let quantity): amount(quantity, in: source)
      case .duration(let term): english(term)
      }
    switch bound.direction {
    case .atLeast: return measure + " or more"
    case .atMost: return measure + " or less"
    case .moreThan: return "beyond " + measure
    case .lessThan: return nil
    }
  }

  private static func english(_ day: RelativeDayLiteral) -> String {
    switch day {
    case .ofYear(let offset, let day): which(offset) + "year " + english(day)
    case .ofMonth(let offset, let day): which(offset) + "month day \(day)"
    }
  }
}
