import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// Terms and deadlines of rules: which days 日 counts (time 27), which year a day without one means (time 22).

extension Checker {
  /// Where a term stands, for what a bare 日 means there.
  enum TermSlot {
    /// A ladder's delay: workdays unless said otherwise.
    case rung
    /// Any other term of a rule: natural days unless said otherwise.
    case term
  }

  /// The term with its days settled; warns when the script does not say which days it counts (time 27).
  func settled(_ duration: DurationLiteral, _ slot: TermSlot, _ origin: Origin) -> Term {
    settled(written(duration), slot, origin)
  }

  /// The same for the value of a 参数 or 口径.
  func settled(_ term: Term, _ slot: TermSlot, _ origin: Origin) -> Term {
    guard term.unit == .day else { return term }
    if let stated = dayReading { return Term(term.count, stated) }
    let unit: TermUnit = slot == .rung ? .workday : .calendarDay
    let reading =
      slot == .rung
      ? Wording(zh: "工作日", en: "workdays") : Wording(zh: "自然日", en: "calendar days")
    let text = reporter.text(origin)
    reporter.report(
      "W0410", at: origin, ["text": Wording(text), "reading": reading],
      fixes: Self.dayFixes(text, origin.span, first: unit))
    return Term(term.count, unit)
  }

  /// `10日内` → `10个自然日内`, `10个工作日内`; the reading that is taken first.
  private static func dayFixes(_ text: String, _ span: Span, first: TermUnit) -> [Fix] {
    let isFirst = first == .workday
    if let days = text.lastMatch(of: /[0-9]+ days?/) {
      let count = text[days].prefix { $0 != " " }
      let words = isFirst ? ["workdays", "calendar days"] : ["calendar days", "workdays"]
      return words.map { Fix(span, text.replacingCharacters(in: days, with: "\(count) \($0)")) }
    }
    guard let days = text.lastMatch(of: /[0-9一二两三四五六七八九十百][日天]/) else { return [] }
    let count = text[days].prefix(1)
    let words = isFirst ? ["个工作日", "个自然日"] : ["个自然日", "个工作日"]
    return words.map { Fix(span, text.replacingCharacters(in: days, with: count + $0)) }
  }

  // MARK: - Deadlines

  /// 期限, a bare `2025年底前`, or a term in the place of a cadence.
  func deadline(_ expression: Expression, _ place: RulePlace) -> DeadlineSpec? {
    let origin = place.origin(expression.span)
    switch expression.kind {
    case .missing: return nil
    case .literal(.deadline(let literal)): return lastDay(literal, origin).map { .day($0) }
    case .literal(.date(let day)): return civilDate(day).map { .day($0) }
    case .literal(.yearDay(let day)): return yearDay(day, origin).map { .day($0) }
    case .literal(.within(let duration)), .literal(.duration(let duration)):
      return sinceHappening(settled(duration, .term, origin), place, origin)
    case .literal(.expiry):
      reporter.report("E0516", at: origin, ["kind": Wording(zh: "届满前", en: "before expiry")])
      return nil
    case .literal(let literal):
      reporter.report(
        "E0401", at: origin,
        ["expected": Wording(zh: "期限", en: "a term"), "found": Self.literalName(literal)])
      return nil
    case .offset(let anchor, let direction, let literal, let endsBefore):
      return reckoned(anchor, direction, literal, endsBefore, origin, place)
    case .name(let name):
      if let reading = namedTerm(name, place) {
        return reading.flatMap { sinceHappening($0, place, origin) }
      }
    default: break
    }
    return value(expression, place.context, of: .date).map {
      .after($0, Term(0, .calendarDay))
    }
  }

  /// `X 后 30日内`, `X 前8个工作日 之前`, `X 之前`
  private func reckoned(
    _ anchor: Expression, _ direction: OffsetDirection, _ literal: Literal, _ endsBefore: Bool,
    _ origin: Origin, _ place: RulePlace
  ) -> DeadlineSpec? {
    guard let day = value(anchor, place.context, of: .date) else { return nil }
    switch (direction, literal) {
    case (.after, .duration(let duration)), (.after, .within(let duration)):
      return .after(day, settled(duration, .term, origin))
    case (.before, .duration(let duration)):
      // A bare 之前 leaves the day itself out.
      if endsBefore, duration.count == 0 { return .before(day, Term(1, .calendarDay)) }
      return .before(day, settled(duration, .term, origin))
    default:
      reporter.report(
        "E0516", at: origin, ["kind": Wording(zh: "窗口期限", en: "a window before a day")])
      return nil
    }
  }

  /// A term without anchor counts from the day on which what the record tells happened.
  private func sinceHappening(
    _ term: Term, _ place: RulePlace, _ origin: Origin
  ) -> DeadlineSpec? {
    guard let register = place.register else { return nil }
    let record = Core(.record(frame: 0), .record(register), origin)
    if let date = dateField(of: record) { return .after(date, term) }
    reporter.report(
      "E0527", at: origin,
      ["text": Wording(reporter.text(origin)), "register": Wording(schema[register].name)])
    return nil
  }

  /// A parameter, a 口径 or a vague word in the place of a term; nil if it is none of them, `.some(nil)` after a message.
  func namedTerm(_ name: Name, _ place: RulePlace) -> Term?? {
    let origin = place.origin(name.span)
    guard fieldFrame(name.text, place.context) == nil else { return nil }
    switch symbols.names[name.text] {
    case .parameter(let index)?:
      guard let parameter = parameter(index, at: origin) else { return .some(nil) }
      if case .term(let term) = parameter.value { return .some(settled(term, .term, origin)) }
      return nil
    case .reading(let index)?:
      guard let reading = reading(index, at: origin) else { return .some(nil) }
      if case .term(let term)? = reading.value { return .some(settled(term, .term, origin)) }
      reportVague(name, place)
      return .some(nil)
    default:
      guard Self.vagueWords.contains(name.text) else { return nil }
      reportVague(name, place)
      return .some(nil)
    }
  }

  /// Words that documents use in the place of a figure (time 10).
  static let vagueWords: Set<String> = [
    "及时", "定期", "不定期", "长期", "经常", "经常性", "适时", "尽快", "逐步", "常态化", "动态", "按期", "随时",
    "立即", "基本", "大部分", "普遍",
  ]

  func reportVague(_ name: Name, _ place: RulePlace) {
    let clause = citation(of: place)
    reporter.report(
      "E0409", at: place.origin(name.span), ["word": Wording(name.text)],
      notes: clause.map { [Wording(zh: "条款：\($0)", en: "clause: \($0)")] } ?? [])
  }

  /// The most specific clause that a rule cites.
  private func citation(of place: RulePlace) -> String? {
    guard case .clauses(let clauses) = place.item.declaration.body else { return nil }
    return citations(place.item, clauses).last
  }

  // MARK: - Days

  /// The last day of a deadline as written, included. A day without year needs a plan of one year (time 22).
  func lastDay(_ literal: DeadlineLiteral, _ origin: Origin) -> CivilDate? {
    switch literal {
    case .day(let day): return civilDate(day)
    case .yearDay(let day): return yearDay(day, origin)
    case .yearEnd: return yearDay(MonthDay(12, 31), origin)
    case .endOf(let period):
      if let range = fixedRange(period) { return range.last }
      guard let year = onlyYear(origin) else { return nil }
      let dated: PeriodLiteral? =
        switch period {
        case .half(nil, let half), .relativeHalf(0, let half): .half(year, half)
        case .quarter(nil, let quarter), .relativeQuarter(0, let quarter): .quarter(year, quarter)
        case .yearMonths(_, let month): .month(year, month)
        case .month(nil, let month): .month(year, month)
        case .relative(0, .year): .year(year)
        default: nil
        }
      if let range = dated.flatMap({ fixedRange($0) }) { return range.last }
      reportYear(origin)
      return nil
    }
  }

  private func yearDay(_ day: MonthDay, _ origin: Origin) -> CivilDate? {
    guard let year = onlyYear(origin) else { return nil }
    if let date = CivilDate(year: year, month: day.month, day: day.day) { return date }
    reportYear(origin)
    return nil
  }

  /// The year of a plan that covers only one.
  private func onlyYear(_ origin: Origin) -> Int? {
    // Without a period the missing clause was reported.
    guard let period else { return nil }
    if period.first.year == period.last.year { return period.first.year }
    reportYear(origin)
    return nil
  }

  private func reportYear(_ origin: Origin) {
    let text = reporter.text(origin)
    let fixes = period.map { period in
      (period.first.year...max(period.first.year, period.last.year)).prefix(5)
        .map { Fix(origin.span, "\($0)年\(text)") }
    }
    reporter.report("E0511", at: origin, ["deadline": Wording(text)], fixes: fixes ?? [])
  }
}

extension String {
  fileprivate func lastMatch(of pattern: Regex<Substring>) -> Range<String.Index>? {
    ranges(of: pattern).last
  }

  fileprivate func replacingCharacters(
    in range: Range<String.Index>, with replacement: some StringProtocol
  ) -> String {
    String(self[..<range.lowerBound]) + replacement + self[range.upperBound...]
  }
}
