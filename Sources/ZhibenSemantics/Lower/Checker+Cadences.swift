import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 频次 and 上限.

extension Checker {
  /// A cadence as written, without what qualifies it.
  func cadence(_ literal: CadenceLiteral, _ origin: Origin) -> Cadence? {
    switch literal {
    case .periodic(let unit, let least, let most, let due):
      guard let unit = calendarUnit(unit, origin) else { return nil }
      if let least, let most, least > most {
        reporter.report(
          "E0522", at: origin, ["least": "\(least)", "most": "\(most)"])
        return nil
      }
      // Two days of the year are two obligations.
      let least =
        if case .yearDays(let days, _) = due { max(least ?? 0, days.count) } else { least ?? 0 }
      return .periodic(unit, least: least, most: most, due: Cadence.Due(due))
    case .rolling(let duration), .sinceLast(let duration):
      return .rolling(term(duration), first: nil)
    case .share:
      reporter.report(
        "E0516", at: origin, ["kind": Wording(zh: "按比例的频次", en: "a cadence by share")])
      return nil
    }
  }

  /// 频次 with its modifiers.
  func cadence(_ written: CadenceExpression, _ place: RulePlace) -> Cadence? {
    guard let cadence = qualified(written, place) else { return nil }
    if case .periodic(_, 0, let most, _) = cadence {
      reporter.report(
        "E0521", at: place.origin(written.span), ["most": "\(most ?? 0)"])
      return nil
    }
    return cadence
  }

  /// 上限: a count without 至多 is the most.
  func cap(_ written: CadenceExpression, _ place: RulePlace) -> Cadence? {
    guard let cadence = qualified(written, place) else { return nil }
    guard case .periodic(let unit, let least, let most, let due) = cadence else {
      reporter.report(
        "E0401", at: place.origin(written.span),
        [
          "expected": Wording(zh: "每个周期至多几次", en: "so many in a period"),
          "found": Wording(zh: "另一种频次", en: "another kind of cadence"),
        ])
      return nil
    }
    return .periodic(unit, least: 0, most: most ?? least, due: due)
  }

  private func qualified(_ written: CadenceExpression, _ place: RulePlace) -> Cadence? {
    guard var cadence = head(written.head, place.origin(written.span), place) else { return nil }
    for modifier in written.modifiers {
      guard let next = apply(modifier, to: cadence, place.origin(written.span), place) else {
        return nil
      }
      cadence = next
    }
    return cadence
  }

  private func head(
    _ head: CadenceExpression.Head, _ origin: Origin, _ place: RulePlace
  ) -> Cadence? {
    switch head {
    case .literal(let literal): return cadence(literal, origin)
    case .anchored(let anchor, let step):
      return value(anchor, place.context, of: .date).map { .anchored($0, term(step)) }
    case .sinceLast(nil, let latest): return .rolling(term(latest), first: nil)
    case .sinceLast:
      reporter.report(
        "E0516", at: origin, ["kind": Wording(zh: "最短间隔", en: "an earliest distance")])
    case .coverage: reportLater(.cover, origin)
    case .once(let expression): return deadline(expression, place).map { .once($0) }
    case .name(let expression): return named(expression, place)
    case .everyN:
      let text = reporter.text(origin)
      let rolling = text.hasPrefix("每") ? "每隔\(text.dropFirst())" : text
      var fixes: [Fix] = [Fix(origin.span, rolling)]
      let fields = place.register.map { schema[$0].fields } ?? []
      let dates = fields.filter { $0.type == .date && !$0.isMany }
      fixes += dates.prefix(3).map { Fix(origin.span, "自 \($0.name) 起\(text)") }
      reporter.report("E0512", at: origin, ["cadence": Wording(text)], fixes: fixes)
    }
    return nil
  }

  /// A parameter or 口径 that holds a cadence.
  private func named(_ expression: Expression, _ place: RulePlace) -> Cadence? {
    guard case .name(let name) = expression.kind else {
      if let core = value(expression, place.context) { reportNoCadence(core.type, core.origin) }
      return nil
    }
    let origin = place.origin(name.span)
    switch symbols.names[name.text] {
    case .parameter(let index)?:
      guard let parameter = parameter(index, at: origin) else { return nil }
      if let cadence = parameter.cadence { return cadence }
      reportNoCadence(parameter.type, origin)
    case .reading(let index)?:
      guard let reading = reading(index, at: origin) else { return nil }
      if let cadence = reading.cadence { return cadence }
      reportVague(name, place)
    case nil where Self.vagueWords.contains(name.text): reportVague(name, place)
    default:
      var known: [String] {
        symbols.all { symbol in if case .parameter = symbol { true } else { false } }
      }
      if let spaced = segmented(name, place.context) {
        reportGlued(name, spaced, place.context)
      } else {
        reporter.report(
          "E0301", at: origin,
          ["name": Wording(name.text), "candidates": reporter.choices(known, near: name.text)],
          suggest: reporter.closest(to: name.text, among: known))
      }
    }
    return nil
  }

  private func reportNoCadence(_ found: ValueType?, _ origin: Origin) {
    reporter.report(
      "E0401", at: origin,
      ["expected": Wording(zh: "频次", en: "a cadence"), "found": typeName(found)])
  }

  // MARK: - Modifiers

  private func apply(
    _ modifier: CadenceModifier, to cadence: Cadence, _ origin: Origin, _ place: RulePlace
  ) -> Cadence? {
    switch (modifier, cadence) {
    case (.firstTime(let expression), .rolling(let term, _)):
      return first(expression, place).map { .rolling(term, first: $0) }
    case (.firstTime, _): reportLater(.firstTime, origin)
    case (.spacing, _): reportLater(.spacing, origin)
    case (.tolerance, _): reportLater(.tolerance, origin)
    case (.least(let count), .periodic(let unit, _, let most, let due)):
      return times(count, place).map { .periodic(unit, least: $0, most: most, due: due) }
    case (.most(let count), .periodic(let unit, let least, _, let due)):
      return times(count, place).map { .periodic(unit, least: least, most: $0, due: due) }
    case (.deadline(let deadline), .periodic(.year, let least, let most, .periodEnd)):
      guard let due = due(deadline, origin) else { return nil }
      return .periodic(.year, least: least, most: most, due: due)
    case (.least, _), (.most, _), (.deadline, _):
      reporter.report("E0524", at: origin, ["text": Wording(reporter.text(origin))])
    }
    return nil
  }

  /// `首次 登记 后 45日内`
  func first(_ expression: Expression, _ place: RulePlace) -> Cadence.FirstDue? {
    switch deadline(expression, place) {
    case .after(let anchor, let term)?: return Cadence.FirstDue(anchor: anchor, term: term)
    case nil: return nil
    default:
      reporter.report(
        "E0401", at: place.origin(expression.span),
        [
          "expected": Wording(zh: "「… 后 …内」", en: "“within … after …”"),
          "found": Wording(zh: "另一种期限", en: "another kind of term"),
        ])
      return nil
    }
  }

  private func due(_ deadline: DeadlineLiteral, _ origin: Origin) -> Cadence.Due? {
    switch deadline {
    case .yearEnd: return .periodEnd
    case .yearDay(let day): return .yearDays([day], before: true)
    case .endOf(.month(nil, let month)):
      // 29 February stands for the month's last day.
      let last = CivilDate.daysInMonth(month, ofYear: 2024)
      return .yearDays([MonthDay(month, last)], before: true)
    case .endOf(.half(nil, 1)): return .yearDays([MonthDay(6, 30)], before: true)
    default:
      reporter.report("E0524", at: origin, ["text": Wording(reporter.text(origin))])
      return nil
    }
  }

  /// A count of times; a parameter may stand for it.
  private func times(_ expression: Expression, _ place: RulePlace) -> Int? {
    guard let core = value(expression, place.context.withoutFrames, .type(.number(unit: "次")))
    else { return nil }
    if case .number(let unit) = core.type, unit.isEmpty || unit == "次",
      case .constant(.number(let number)?) = core.node, number.isInteger,
      (0...1000).contains(number.numerator)
    {
      return number.numerator
    }
    reporter.report(
      "E0401", at: core.origin,
      [
        "expected": Wording(zh: "次数（0 至 1000）", en: "a count from 0 to 1000"),
        "found": typeName(core.type),
      ])
    return nil
  }
}

extension Cadence.Due {
  /// The same day in the program's terms.
  init(_ due: CadenceDue) {
    switch due {
    case .periodEnd: self = .periodEnd
    case .monthDay(let day): self = .monthDay(day)
    case .onMonthDay(let day): self = .onMonthDay(day)
    case .weekday(let day): self = .weekday(day)
    case .yearDays(let days, let before): self = .yearDays(days, before: before)
    case .quarterMonthDay(let month, let day): self = .quarterMonthDay(month: month, day: day)
    case .followingDay(let month, let day): self = .followingDay(month: month, day: day)
    }
  }
}
