extension Literal {
  /// The literal's value in square brackets, independent of its spelling.
  public var dump: String { "[" + content + "]" }

  private var content: String {
    switch self {
    case .date(let day): day.dump
    case .yearDay(let day): day.dump
    case .period(let period): period.dump
    case .deadline(let deadline): deadline.content
    case .duration(let duration): duration.content
    case .durationRange(let first, let last): first.content + ".." + last.content
    case .within(let duration): "within " + duration.content
    case .lookBack(let duration): "last " + duration.content
    case .overdue(let duration): "overdue " + duration.content
    case .expiry(let duration, let isWindow):
      (isWindow ? "window before expiry " : "before expiry ") + duration.content
    case .everyN(let duration): "every " + duration.content
    case .cadence(let cadence): cadence.content
    case .quantity(let quantity): quantity.content
    case .bound(let bound): bound.content
    case .time(let minutes): "time \(minutes)"
    case .hours(let from, let to): "hours \(from)-\(to)"
    case .article(let text): text
    case .rate(let unit, let quantity): quantity.content + " per " + unit
    case .tally(let consecutive, let count): (consecutive ? "consecutive " : "total ") + "\(count)"
    case .tallyTerm(let consecutive, let duration):
      (consecutive ? "consecutive " : "total ") + duration.content
    case .relativeDay(.ofYear(let years, let day)): "year\(signed: years)-" + day.dump
    case .relativeDay(.ofMonth(let months, let day)): "month\(signed: months)-\(day)"
    case .number(let number): number.description
    }
  }
}

extension DefaultStringInterpolation {
  fileprivate mutating func appendInterpolation(signed value: Int) {
    appendLiteral(value < 0 ? String(value) : "+\(value)")
  }
}

extension DayLiteral {
  fileprivate var dump: String { "\(year)-\(month)-\(day)" }
}

extension MonthDay {
  fileprivate var dump: String { "\(month)-\(day)" }
}

extension DurationLiteral {
  var dump: String { "[" + content + "]" }
  fileprivate var content: String { "\(count) \(unit.rawValue)" }
}

extension Quantity {
  fileprivate var content: String {
    guard unit == "%", let hundredths = value.multiplied(by: Rational(100)) else {
      return value.description + unit
    }
    return hundredths.description + unit
  }
}

extension BoundLiteral {
  fileprivate var content: String {
    switch measure {
    case .quantity(let quantity): direction.rawValue + " " + quantity.content
    case .duration(let duration): direction.rawValue + " " + duration.content
    }
  }
}

extension PeriodLiteral {
  fileprivate var dump: String {
    switch self {
    case .year(let year): "year \(year)"
    case .half(let year, let half): "half \(text(year))\(half)"
    case .quarter(let year, let quarter): "quarter \(text(year))\(quarter)"
    case .month(let year, let month): "month \(text(year))\(month)"
    case .years(let first, let last): "years \(first)..\(last)"
    case .months(let fromYear, let fromMonth, let toYear, let toMonth):
      "months \(fromYear)-\(fromMonth)..\(toYear)-\(toMonth)"
    case .days(let first, let last): first.dump + ".." + last.dump
    case .yearDays(let first, let last): first.dump + ".." + last.dump
    case .relative(let count, let unit): "\(unit.rawValue)\(signed: count)"
    case .yearMonths(let first, let last): "months \(first)..\(last)"
    case .relativeMonth(let years, let month): "year\(signed: years) month \(month)"
    case .relativeHalf(let years, let half): "year\(signed: years) half \(half)"
    case .relativeQuarter(let years, let quarter): "year\(signed: years) quarter \(quarter)"
    case .samePeriodLastYear: "same period last year"
    }
  }

  private func text(_ year: Int?) -> String { year.map { "\($0)-" } ?? "" }
}

extension DeadlineLiteral {
  var dump: String { "[" + content + "]" }
  fileprivate var content: String {
    switch self {
    case .day(let day): "by " + day.dump
    case .yearDay(let day): "by " + day.dump
    case .endOf(let period): "by end of " + period.dump
    case .yearEnd: "by year end"
    }
  }
}

extension CadenceLiteral {
  var dump: String { "[" + content + "]" }
  fileprivate var content: String {
    switch self {
    case .periodic(let unit, let least, let most, let due):
      unit.rawValue + (least.map { " least \($0)" } ?? "") + (most.map { " most \($0)" } ?? "")
        + due.content
    case .rolling(let duration): "rolling " + duration.content
    case .sinceLast(let duration): "since last " + duration.content
    case .share(let unit, let share): unit.rawValue + " share " + share.content
    }
  }
}

extension CadenceDue {
  fileprivate var content: String {
    switch self {
    case .periodEnd: ""
    case .monthDay(let day): " by day \(day)"
    case .onMonthDay(let day): " on day \(day)"
    case .weekday(let weekday): " on weekday \(weekday)"
    case .yearDays(let days, let before):
      (before ? " by " : " on ") + days.map(\.dump).joined(separator: "+")
    case .quarterMonthDay(let month, let day): " by quarter month \(month) day \(day)"
    case .followingDay(let month, let day):
      " by following " + (month.map { "month \($0) " } ?? "") + "day \(day)"
    }
  }
}
