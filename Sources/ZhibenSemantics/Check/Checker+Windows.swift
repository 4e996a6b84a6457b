import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 于: collections within a span of days, values as of a day.

extension Checker {
  /// `隐患 于 近3年`, `等级 于 2024年1月1日`
  func during(
    _ base: Expression, _ windowExpression: Expression, _ context: Context, _ wanted: Wanted
  ) -> Meaning? {
    if case .history(let field) = base.kind {
      let origin = context.origin(base.span.union(windowExpression.span))
      return history(field, windowExpression, origin, context).map { .value($0) }
    }
    guard let base = meaning(base, context, wanted) else { return nil }
    switch base {
    case .rows(let rows): return during(rows, windowExpression, context)
    case .value(let core):
      // A list of records is restricted like a register.
      if case .list(.record) = core.type, let rows = elements(of: core, context) {
        return during(rows, windowExpression, context)
      }
      guard let day = dayOf(windowExpression, core, context) else { return nil }
      let origin = context.origin(core.origin.span.union(windowExpression.span))
      return .value(Core(.at(core, day: day), core.type, origin))
    }
  }

  private func during(
    _ rows: Rows, _ windowExpression: Expression, _ context: Context
  ) -> Meaning? {
    var rows = rows
    guard let register = rows.register, schema[register].dateField != nil else {
      reporter.report(
        "E0415", at: context.origin(windowExpression.span),
        ["register": rows.register.map { Wording(schema[$0].name) } ?? typeName(rows.row.type)])
      return nil
    }
    guard let window = window(windowExpression, context) else { return nil }
    if case .list = rows.source, window == .targetPeriod {
      reportLater(.period, context.origin(windowExpression.span))
      return nil
    }
    if case .list = rows.source, let date = dateField(of: row(rows)) {
      rows.filters.append(predicate(window, on: date))
      return .rows(rows)
    }
    if rows.window != nil {
      reporter.report("E0420", at: context.origin(windowExpression.span))
      return nil
    }
    rows.window = window
    return .rows(rows)
  }

  private func dayOf(_ expression: Expression, _ core: Core, _ context: Context) -> Core? {
    let origin = context.origin(expression.span)
    var found = Wording(zh: "一段日期", en: "a span of days")
    switch expression.kind {
    case .through: break
    case .literal(let literal):
      if case .date = literal { return self.literal(literal, origin, context, .anything) }
      found = Self.literalName(literal)
    default:
      guard let day = value(expression, context, .type(.date)) else { return nil }
      if day.type == .date { return day }
      found = typeName(day.type)
    }
    let text = reporter.text(origin)
    let subject = reporter.text(core.origin)
    reporter.report(
      "E0421", at: origin,
      ["text": Wording(text), "found": found, "value": Wording(subject)],
      fixes: core.type == .date
        ? [Fix(core.origin.span.union(expression.span), "\(subject) 属于 \(text)")] : [])
    return nil
  }

  /// The span of days behind 于. Names in it mean the records around the collection, not its rows.
  func window(_ expression: Expression, _ context: Context) -> Window? {
    let origin = context.origin(expression.span)
    switch expression.kind {
    case .missing: return nil
    case .this(let name) where context.hasPeriod && ["期", "period"].contains(name.text):
      return .targetPeriod
    case .name(let name) where context.hasPeriod && !name.isQuoted && name.text == "本期":
      return .targetPeriod
    case .literal(.lookBack(let duration)): return .lookBack(term(duration))
    case .literal(.period(let period)):
      return periodSpec(period, origin).map { .period($0) }
    case .through(let first, let last):
      let (a, b) = (edge(first, isLast: false, context), edge(last, isLast: true, context))
      guard let a, let b else { return nil }
      return .days(a, b)
    case .offset(let anchor, let direction, let literal, _):
      let duration: DurationLiteral
      switch literal {
      case .duration(let written), .within(let written): duration = written
      default: return nil
      }
      guard let day = value(anchor, context, of: .date) else { return nil }
      return direction == .before ? .before(day, term(duration)) : .after(day, term(duration))
    default: break
    }
    guard let core = value(expression, context) else { return nil }
    if core.type == .date { return .days(core, core) }
    if core.type == .period { return .days(end(of: core, .firstDay), end(of: core, .lastDay)) }
    reporter.report(
      "E0407", at: origin,
      ["text": Wording(reporter.text(origin)), "found": typeName(core.type)])
    return nil
  }

  /// An end of `a 至 b`: a day, or the first or last day of a period.
  private func edge(_ expression: Expression, isLast: Bool, _ context: Context) -> Core? {
    let origin = context.origin(expression.span)
    if case .literal(.period(let period)) = expression.kind {
      guard let spec = periodSpec(period, origin) else { return nil }
      return edge(spec, isLast: isLast, origin)
    }
    return value(expression, context, of: .date)
  }

  func edge(_ spec: PeriodSpec, isLast: Bool, _ origin: Origin) -> Core {
    if case .fixed(let range) = spec {
      return Core(.constant(.date(isLast ? range.last : range.first)), .date, origin)
    }
    return Core(.periodDay(spec, last: isLast), .date, origin)
  }

  /// Whether a date lies in a period.
  func within(_ date: Core, _ spec: PeriodSpec, _ origin: Origin) -> Core {
    Core(
      .between(
        date, edge(spec, isLast: false, origin), edge(spec, isLast: true, origin)), .bool, origin)
  }

  /// A window as a condition on the date field of a record; for collections that become predicates.
  func predicate(_ window: Window, on date: Core) -> Core {
    let origin = date.origin
    let today = Core(.today, .date, origin)
    func compare(_ operation: ComparisonOperator, _ a: Core, _ b: Core) -> Core {
      Core(.compare(operation, a, b), .bool, origin)
    }
    func shift(_ day: Core, _ direction: OffsetDirection, _ term: Term) -> Core {
      Core(.shift(day, direction, term), .date, origin)
    }
    switch window {
    case .lookBack(let term):
      return .all(
        [compare(.greater, date, shift(today, .before, term)), compare(.lessOrEqual, date, today)],
        origin)
    case .before(let day, let term):
      return .all(
        [compare(.greaterOrEqual, date, shift(day, .before, term)), compare(.less, date, day)],
        origin)
    case .after(let day, let term):
      return .all(
        [compare(.greater, date, day), compare(.lessOrEqual, date, shift(day, .after, term))],
        origin)
    case .period(let spec): return within(date, spec, origin)
    case .days(let first, let last): return Core(.between(date, first, last), .bool, origin)
    case .targetPeriod: return .truth(origin)
    }
  }
}

// MARK: - Periods

extension Checker {
  /// A period as written; those without a year depend on the judged day.
  func periodSpec(_ literal: PeriodLiteral, _ origin: Origin) -> PeriodSpec? {
    switch literal {
    case .half(nil, let half): return .part(yearOffset: 0, .halfYear, half)
    case .quarter(nil, let quarter): return .part(yearOffset: 0, .quarter, quarter)
    case .month(nil, let month): return .part(yearOffset: 0, .month, month)
    case .relativeMonth(let year, let month): return .part(yearOffset: year, .month, month)
    case .relativeHalf(let year, let half): return .part(yearOffset: year, .halfYear, half)
    case .relativeQuarter(let year, let quarter):
      return .part(yearOffset: year, .quarter, quarter)
    case .samePeriodLastYear: return .samePeriodLastYear
    case .relative(let offset, let unit):
      if let unit = calendarUnit(unit, origin) { return .relative(offset, unit) }
    default:
      if let range = fixedRange(literal) { return .fixed(range) }
      reporter.report("E0511", at: origin, ["deadline": Wording(reporter.text(origin))])
    }
    return nil
  }

  /// The days of a period that names its year; nil for others.
  func fixedRange(_ literal: PeriodLiteral) -> DayRange? {
    func months(_ firstYear: Int, _ first: Int, _ lastYear: Int, _ last: Int) -> DayRange? {
      guard let a = CivilDate(year: firstYear, month: first, day: 1),
        let b = CivilDate(year: lastYear, month: last, day: 1)
      else { return nil }
      return DayRange(a, b.endOfMonth)
    }
    switch literal {
    case .year(let year): return months(year, 1, year, 12)
    case .half(let year?, let half):
      return months(year, half == 1 ? 1 : 7, year, half == 1 ? 6 : 12)
    case .quarter(let year?, let quarter):
      guard (1...4).contains(quarter) else { return nil }
      return months(year, quarter * 3 - 2, year, quarter * 3)
    case .month(let year?, let month): return months(year, month, year, month)
    case .years(let first, let last): return months(first, 1, last, 12)
    case .months(let fromYear, let fromMonth, let toYear, let toMonth):
      return months(fromYear, fromMonth, toYear, toMonth)
    case .days(let first, let last):
      guard let first = civilDate(first), let last = civilDate(last) else { return nil }
      return DayRange(first, last)
    default: return nil
    }
  }

  func calendarUnit(_ unit: PeriodUnit, _ origin: Origin) -> CalendarUnit? {
    if let unit = CalendarUnit(rawValue: unit.rawValue) { return unit }
    reporter.report("E0516", at: origin, ["kind": Wording(zh: "班次", en: "shift")])
    return nil
  }
}
