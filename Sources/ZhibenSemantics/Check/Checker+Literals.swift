import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// Literals as constants.

extension Checker {
  /// The constant that a literal stands for in an expression.
  func literal(
    _ literal: Literal, _ origin: Origin, _ context: Context, _ wanted: Wanted
  ) -> Core? {
    switch literal {
    case .period(let written) where context.procedure != nil: return period(written, origin)
    case .lookBack(let duration) where context.procedure != nil:
      return lookBack(duration, origin)
    case .cadence(let written) where context.procedure != nil:
      return cadence(written, origin).map { Core(.constant(.cadence($0)), .cadence, origin) }
    case .number(let number):
      return Core(.constant(.number(number)), .number(unit: ""), origin)
    case .quantity(let quantity):
      let unit = quantity.unit == "%" ? "" : quantity.unit
      return Core(.constant(.number(quantity.value)), .number(unit: unit), origin)
    case .date(let day):
      guard let date = civilDate(day) else { return nil }
      return Core(.constant(.date(date)), .date, origin)
    case .duration(let duration):
      if case .number? = wanted.type { return days(duration, origin) }
      return Core(.constant(.term(written(duration))), .term, origin)
    case .yearDay, .relativeDay:
      reporter.report("E0511", at: origin, ["deadline": Wording(reporter.text(origin))])
    default:
      reporter.report(
        "E0401", at: origin,
        ["expected": typeName(wanted.type), "found": Self.literalName(literal)])
    }
    return nil
  }

  /// A text; with interpolations only in procedures.
  func text(
    _ parts: [StringPart], _ origin: Origin, _ context: Context, _ wanted: Wanted
  ) -> Core? {
    if context.procedure != nil, parts.contains(where: \.isInterpolation) {
      return interpolated(parts, origin, context)
    }
    guard let text = constantText(parts, origin) else { return nil }
    if case .enumeration(let list)? = wanted.type?.element {
      let fixes = position(of: text, in: list).map { _ in [Fix(origin.span, text)] } ?? []
      reporter.report(
        "E0408", at: origin, ["owner": Wording(schema[list].name)], fixes: fixes)
      return nil
    }
    return Core(.constant(.text(text)), .text, origin)
  }

  private func constantText(_ parts: [StringPart], _ origin: Origin) -> String? {
    var text = ""
    for part in parts {
      guard case .text(let piece) = part else {
        reporter.report("E0418", at: origin)
        return nil
      }
      text += piece
    }
    return text
  }

  /// A span of days as the number that two dates differ by: `今日 − 整改期限 > 15日`. The difference of two dates is in natural days.
  private func days(_ duration: DurationLiteral, _ origin: Origin) -> Core? {
    let factor: Int? =
      switch duration.unit {
      case .day, .calendarDay: 1
      case .week: 7
      case .tenDays: 10
      default: nil
      }
    guard let factor else {
      reporter.report("E0419", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
    let (count, isOverflow) = duration.count.multipliedReportingOverflow(by: factor)
    guard !isOverflow else {
      reporter.report("E0119", at: origin, ["found": Wording(reporter.text(origin))])
      return nil
    }
    return Core(.constant(.number(Rational(count))), .number(unit: "日"), origin)
  }

  func civilDate(_ day: DayLiteral) -> CivilDate? {
    CivilDate(year: day.year, month: day.month, day: day.day)
  }

  /// The term with a bare 日 as natural days: spans, cadences and shifted days (time 27).
  func term(_ duration: DurationLiteral) -> Term { written(duration).inNaturalDays }

  /// The term as written. A bare 日 stays one until its place says what it counts: a 参数 may stand in a rung or elsewhere (time 27).
  func written(_ duration: DurationLiteral) -> Term {
    Term(duration.count, TermUnit(rawValue: duration.unit.rawValue) ?? .calendarDay)
  }

  static func literalName(_ literal: Literal) -> Wording {
    switch literal {
    case .date: Wording(zh: "日期", en: "a date")
    case .yearDay, .relativeDay: Wording(zh: "没有年份的日期", en: "a day without a year")
    case .period, .lookBack: Wording(zh: "期间", en: "a period")
    case .deadline, .within, .expiry, .overdue: Wording(zh: "期限", en: "a term")
    case .duration, .durationRange: Wording(zh: "时长", en: "a duration")
    case .cadence, .everyN: Wording(zh: "频次", en: "a cadence")
    case .quantity, .number, .rate, .tally, .tallyTerm: Wording(zh: "数", en: "a number")
    case .bound: Wording(zh: "界限", en: "a bound")
    case .time, .hours: Wording(zh: "时刻", en: "a time of day")
    case .article: Wording(zh: "条款号", en: "an article number")
    }
  }
}

extension StringPart {
  fileprivate var isInterpolation: Bool { if case .interpolation = self { true } else { false } }
}

extension Term {
  /// The same term; a bare 日 is a natural day.
  var inNaturalDays: Term { unit == .day ? Term(count, .calendarDay) : self }
}
