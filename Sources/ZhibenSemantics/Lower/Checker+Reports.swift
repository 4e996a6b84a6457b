import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 报送.

extension Checker {
  func report(_ name: Name, _ clauses: Clauses) -> ReportRule? {
    guard let query = clauses.expression(.eachUnit),
      let subject = subject(query, source: clauses.item.source)
    else { return nil }
    let place = RulePlace(item: clauses.item, name: name.text, register: subject.register)
    let evidence = clauses.expression(.evidence).map { self.evidence($0, place) }
    if clauses[.evidence] == nil {
      reportLack(
        "W0517", of: clauses.item, at: clauses.item.nameOrigin, ["rule": Wording(name.text)])
    }
    let duty = duty(subject, evidence, clauses, place)
    let columns = columns(clauses, place)
    guard isUnknown(clauses, place), let duty, let columns, hasDueDays(duty, clauses, place)
    else { return nil }
    var report = ReportRule(
      duty: duty, to: parties(clauses.expressions(.to), place.context),
      copies: parties(clauses.expressions(.cc), place.context), spans: [], columns: columns)
    guard let spans = spans(report, clauses, place) else { return nil }
    report.spans = spans
    return isCutInTime(report, clauses, place) ? report : nil
  }

  // MARK: - When it is due

  /// Due days that can be told from the calendar alone, each for one report.
  private func hasDueDays(_ duty: DutyRule, _ clauses: Clauses, _ place: RulePlace) -> Bool {
    if duty.cadence.keys.isEmpty {
      switch duty.cadence.arms.first?.value {
      case .periodic(_, let least, _, .yearDays(let days, _))? where least == days.count:
        return true
      case .periodic(_, 1, _, let due)?:
        if case .yearDays = due { break }
        return true
      case .once(.day)?: return true
      default: break
      }
    }
    let origin = place.origin(
      (clauses[.cadence] ?? clauses[.term])?.span ?? place.item.declaration.span)
    reporter.report("E0550", at: origin, ["text": Wording(reporter.text(origin))])
    return false
  }

  // MARK: - 期间

  private func spans(
    _ report: ReportRule, _ clauses: Clauses, _ place: RulePlace
  ) -> [ReportRule.Span]? {
    switch clauses[.period]?.value {
    case .expression(let written)?: return span(written, due: nil, place).map { [$0] }
    case .spans(.direct(let written))?: return span(written, due: nil, place).map { [$0] }
    case .spans(.by(let keys, let arms, let whole))?:
      guard keys.count == 1, case .name(let key)? = keys.first?.kind,
        ["期", "period"].contains(key.text)
      else {
        reporter.report(
          "E0552", at: place.origin(keys.first?.span ?? whole), ["days": days(report)])
        return nil
      }
      return spans(arms, report, place)
    default: return wholePeriod(report, place)
    }
  }

  /// `6月10日：上年12月 至 本年5月；其他：…`: every due day has one line, and every line a due day.
  private func spans(
    _ arms: [ChoiceArm<Expression>], _ report: ReportRule, _ place: RulePlace
  ) -> [ReportRule.Span]? {
    var spans: [ReportRule.Span] = []
    var isSound = true
    for arm in arms {
      guard let written = arm.value else { continue }
      for due in labels(arm, report, place) {
        guard let due, let span = span(written, due: due.day, place) else {
          isSound = false
          continue
        }
        spans.append(span)
      }
    }
    let year = CivilDate(year: 2024, month: 1, day: 1) ?? .min
    let last = CivilDate(year: 2024, month: 12, day: 31) ?? .max
    var whole = report
    whole.spans = spans
    if isSound,
      whole.dueDays(from: year, through: last).contains(where: { whole.span(dueOn: $0) == nil })
    {
      reporter.report(
        "E0551", at: place.item.nameOrigin,
        ["rule": Wording(place.name), "days": days(report)])
      return nil
    }
    return isSound ? spans : nil
  }

  private struct Label { var day: MonthDay? }

  /// The due days that a line names; nil for one that is none.
  private func labels(
    _ arm: ChoiceArm<Expression>, _ report: ReportRule, _ place: RulePlace
  ) -> [Label?] {
    var found: [Label?] = []
    let known = dueDaysOfYear(report)
    for part in arm.labels {
      guard case .alternatives(let atoms) = part else {
        found.append(Label(day: nil))
        continue
      }
      for atom in atoms {
        guard case .value(let value) = atom, case .literal(.yearDay(let day)) = value.kind,
          known.contains(day)
        else {
          reporter.report("E0552", at: place.origin(arm.labelSpan), ["days": days(report)])
          found.append(nil)
          continue
        }
        found.append(Label(day: day))
      }
    }
    return found
  }

  private func span(
    _ written: Expression, due: MonthDay?, _ place: RulePlace
  ) -> ReportRule.Span? {
    let context = place.context.withoutFrames
    let origin = place.origin(written.span)
    let text = reporter.text(origin)
    guard let window = window(written, context) else { return nil }
    switch window {
    case .period(let spec):
      return ReportRule.Span(
        due: due, first: edge(spec, isLast: false, origin), last: edge(spec, isLast: true, origin),
        text: text)
    case .days(let first, let last):
      return ReportRule.Span(due: due, first: first, last: last, text: text)
    default:
      reporter.report("E0553", at: origin, ["text": Wording(text)])
      return nil
    }
  }

  /// Without 期间: the calendar period at whose end it is due.
  private func wholePeriod(_ report: ReportRule, _ place: RulePlace) -> [ReportRule.Span]? {
    if case .periodic(let unit, _, _, .periodEnd)? = report.duty.cadence.arms.first?.value {
      let spec = PeriodSpec.relative(0, unit)
      let origin = place.item.nameOrigin
      return [
        ReportRule.Span(
          due: nil, first: edge(spec, isLast: false, origin),
          last: edge(spec, isLast: true, origin),
          text: "本期")
      ]
    }
    reportLack(
      "E0551", of: place.item, at: place.item.nameOrigin,
      ["rule": Wording(place.name), "days": days(report)])
    return nil
  }

  /// Figures cannot be about days behind the due day: some of each year are tried.
  private func isCutInTime(
    _ report: ReportRule, _ clauses: Clauses, _ place: RulePlace
  ) -> Bool {
    for span in report.spans {
      guard case .periodDay(.relative(let steps, let unit), _) = span.last.node, steps >= 0,
        let year = CivilDate(year: 2023, month: 1, day: 1),
        let end = CivilDate(year: 2023, month: 12, day: 31)
      else { continue }
      let late = report.dueDays(from: year, through: end).contains { day in
        steps > 0 || unit.period(containing: day).last > day
      }
      if late, report.spans.count == 1 {
        reporter.report(
          "E0557", at: clauses[.period].map { place.origin($0.span) } ?? place.item.nameOrigin,
          ["text": Wording(span.text)])
        return false
      }
    }
    return true
  }

  private func dueDaysOfYear(_ report: ReportRule) -> [MonthDay] {
    guard let year = CivilDate(year: 2024, month: 1, day: 1),
      let end = CivilDate(year: 2024, month: 12, day: 31)
    else { return [] }
    return report.dueDays(from: year, through: end).map { MonthDay($0.parts.month, $0.parts.day) }
  }

  private func days(_ report: ReportRule) -> Wording {
    let days = dueDaysOfYear(report).prefix(4)
    return Wording(
      zh: days.map { "\($0.month)月\($0.day)日" }.joined(separator: "、"),
      en: days.map { "\($0.month)-\($0.day)" }.joined(separator: ", "))
  }

  // MARK: - 栏目 合计 缺报

  private func columns(_ clauses: Clauses, _ place: RulePlace) -> [ReportRule.Column]? {
    guard case .columns(let written)? = clauses[.columns]?.value else { return nil }
    var (columns, isSound): ([ReportRule.Column], Bool) = ([], !written.isEmpty)
    if written.isEmpty {
      reportLack(
        "E0501", of: place.item, at: place.item.nameOrigin,
        ["rule": Wording(place.name), "clause": Self.word(.columns)])
    }
    var seen: [String: Span] = [:]
    for column in written {
      guard let name = column.name else { continue }
      if let first = seen[name.text] {
        reporter.report(
          "E0307", at: place.origin(name.span), ["name": Wording(name.text)],
          secondary: [(place.origin(first), .declaredHere)])
        isSound = false
        continue
      }
      seen[name.text] = name.span
      guard let column = self.column(name, column.value, place) else {
        isSound = false
        continue
      }
      columns.append(column)
    }
    for name in clauses.names(.totals) {
      guard let index = columns.firstIndex(where: { $0.name == name.text }),
        case .number? = columns[index].value?.type
      else {
        let numbers = columns.filter { if case .number? = $0.value?.type { true } else { false } }
        if isSound {
          reporter.report(
            "E0555", at: place.origin(name.span),
            [
              "name": Wording(name.text),
              "candidates": .choices(numbers.map(\.name), near: name.text),
            ], suggest: Suggestions.closest(to: name.text, among: numbers.map(\.name)))
        }
        isSound = false
        continue
      }
      columns[index].isTotalled = true
    }
    return isSound ? columns : nil
  }

  /// A bare name is a field of the unit if it has such a field; else somebody fills it in.
  private func column(
    _ name: Name, _ value: Expression, _ place: RulePlace
  ) -> ReportRule.Column? {
    if case .name(let same) = value.kind, same.span == name.span, let register = place.register,
      fieldIndex(name.text, in: register) == nil
    {
      return ReportRule.Column(name: name.text, value: nil)
    }
    var context = place.context
    context.hasPeriod = true
    guard let core = self.value(value, context) else { return nil }
    switch core.type {
    case .structure, .map, .list(.record), .list(.structure), .cadence:
      reporter.report(
        "E0401", at: core.origin,
        [
          "expected": Wording(zh: "一个数、日期、文本或取值", en: "a number, a date, a text or a value"),
          "found": typeName(core.type),
        ])
      return nil
    default: return ReportRule.Column(name: name.text, value: core)
    }
  }

  /// 缺报 未知: what is missing is unknown, never nothing.
  private func isUnknown(_ clauses: Clauses, _ place: RulePlace) -> Bool {
    guard case .name(.direct(let word))? = clauses[.missing]?.value else { return true }
    if ["未知", "unknown"].contains(word.text) { return true }
    reporter.report("E0554", at: place.origin(word.span), ["text": Wording(word.text)])
    return false
  }
}
