import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 目标: metrics or a share of subjects, dated lines, comparisons between periods.

extension Checker {
  func target(_ name: Name, _ clauses: Clauses) -> TargetRule? {
    let period = range(clauses[.period], clauses.item)
    let base = range(clauses[.versus], clauses.item)
    if case .some(nil) = period { return nil }
    if case .some(nil) = base { return nil }
    let (measure, place) = measure(name, clauses, period ?? nil, hasBase: clauses[.versus] != nil)
    let lines = lines(clauses, place)
    let comparison = comparison(clauses, period ?? nil, base ?? nil, place)
    let missed = actions(clauses.actions(.missed), place)
    guard let measure, let lines else { return nil }
    if case .some(nil) = comparison { return nil }
    if lines.isEmpty, comparison == nil {
      reportLack(
        "E0501", of: clauses.item, at: clauses.item.nameOrigin,
        ["rule": Wording(name.text), "clause": Wording(zh: "…底前 多少", en: "by when how much")])
      return nil
    }
    return TargetRule(
      measure: measure, lines: lines, period: period ?? nil, comparison: comparison ?? nil,
      missed: missed)
  }

  // MARK: - 指标, 对象 and 达标

  private func measure(
    _ name: Name, _ clauses: Clauses, _ period: DayRange?, hasBase: Bool
  ) -> (TargetRule.Measure?, RulePlace) {
    if clauses[.subject] != nil || clauses[.met] != nil {
      return share(name, clauses)
    }
    let place = RulePlace(item: clauses.item, name: name.text, register: nil)
    guard clauses[.metric] != nil else {
      reportLack(
        "E0501", of: clauses.item, at: clauses.item.nameOrigin,
        ["rule": Wording(name.text), "clause": Self.word(.metric)])
      return (nil, place)
    }
    var context = place.context
    if hasBase {
      context.defaultWindow = .targetPeriod
    } else if let period {
      context.defaultWindow = .period(.fixed(period))
    }
    let written = clauses.expressions(.metric)
    let metrics = written.compactMap { expression -> TargetRule.Metric? in
      guard let core = value(expression, context) else { return nil }
      guard case .number = core.type else {
        reporter.report(
          "E0401", at: core.origin,
          ["expected": typeName(.number(unit: "")), "found": typeName(core.type)])
        return nil
      }
      return TargetRule.Metric(
        text: reporter.text(place.origin(expression.span)), value: core)
    }
    return (metrics.count == written.count ? .metrics(metrics) : nil, place)
  }

  private func share(_ name: Name, _ clauses: Clauses) -> (TargetRule.Measure?, RulePlace) {
    let bare = RulePlace(item: clauses.item, name: name.text, register: nil)
    for head in [Keyword.subject, .met] where clauses[head] == nil {
      reportLack(
        "E0501", of: clauses.item, at: clauses.item.nameOrigin,
        ["rule": Wording(name.text), "clause": Self.word(head)])
      return (nil, bare)
    }
    if let metric = clauses[.metric] {
      reporter.report(
        "E0503", at: clauses.item.origin(metric.headSpan),
        [
          "kind": Wording(zh: "有对象和达标的目标", en: "a target with a subject"),
          "clause": Self.word(.metric),
          "candidates": Wording(zh: "对象、达标", en: "subject, met"),
        ])
      return (nil, bare)
    }
    guard let (subject, place) = subject(name, clauses) else { return (nil, bare) }
    let met = clauses.expression(.met).flatMap { condition($0, place.context) }
    return (met.map { .share(subject, $0) }, place)
  }

  // MARK: - Periods

  /// 期间 and 对比 as days; nil without such a clause, `.some(nil)` after a message.
  func range(_ clause: Clause?, _ item: Loaded) -> DayRange?? {
    guard case .expression(let expression)? = clause?.value else { return nil }
    return .some(dayRange(expression, item))
  }

  private func dayRange(_ expression: Expression, _ item: Loaded) -> DayRange? {
    let origin = item.origin(expression.span)
    switch expression.kind {
    case .missing: return nil
    case .literal(.period(let literal)):
      if let range = fixedRange(literal) { return ordered(range, origin) }
    case .literal(.date(let day)): return civilDate(day).map { DayRange(day: $0) }
    case .through(let first, let last):
      guard let first = dayRange(first, item), let last = dayRange(last, item) else { return nil }
      return ordered(DayRange(first.first, last.last), origin)
    default: break
    }
    reporter.report(
      "E0528", at: origin, ["text": Wording(reporter.text(origin))])
    return nil
  }

  private func ordered(_ range: DayRange, _ origin: Origin) -> DayRange? {
    guard range.isEmpty else { return range }
    reporter.report("E0525", at: origin, ["text": Wording(reporter.text(origin))])
    return nil
  }

  // MARK: - Lines

  private func lines(
    _ clauses: Clauses, _ place: RulePlace
  ) -> [TargetRule.Line]? {
    var lines: [TargetRule.Line] = []
    var isSound = true
    for clause in clauses.every(.term) {
      guard case .datedLine(let written) = clause.value else { continue }
      let origin = place.origin(written.dateSpan)
      guard let day = lineDay(written.date, origin), let bound = bound(written.bound, place) else {
        isSound = false
        continue
      }
      lines.append(
        TargetRule.Line(
          day: day, operation: bound.operation, value: bound.value,
          text: reporter.text(place.origin(clause.span)), origin: place.origin(clause.span)))
    }
    return isSound ? lines : nil
  }

  private func lineDay(_ literal: Literal, _ origin: Origin) -> CivilDate? {
    switch literal {
    case .deadline(let deadline): return lastDay(deadline, origin)
    case .period(let period): return lastDay(.endOf(period), origin)
    default: return nil
    }
  }

  /// A bound as operation and number. A share that stands alone is to be reached; another number is to be met exactly.
  private func bound(
    _ written: BoundExpression, _ place: RulePlace
  ) -> (operation: ComparisonOperator, value: Rational)? {
    let context = place.context.withoutFrames
    guard let core = value(written.value, context, .type(.number(unit: ""))) else { return nil }
    guard case .number(let unit) = core.type, case .constant(.number(let number)?) = core.node
    else {
      reporter.report(
        "E0401", at: core.origin,
        ["expected": typeName(.number(unit: "")), "found": typeName(core.type)])
      return nil
    }
    var operation = written.operation
    if operation == .equal, unit.isEmpty, isShare(written.value) { operation = .greaterOrEqual }
    return (operation, number)
  }

  private func isShare(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .literal(.quantity(let quantity)): quantity.unit == "%" || !quantity.value.isInteger
    case .name(let name):
      if case .parameter(let index)? = symbols.names[name.text],
        let parameter = parameter(index)
      {
        parameter.text.hasSuffix("%")
      } else {
        false
      }
    default: false
    }
  }

  // MARK: - 对比 下降 上升

  /// Nil when the target compares nothing, `.some(nil)` after a message.
  private func comparison(
    _ clauses: Clauses, _ period: DayRange?, _ base: DayRange?, _ place: RulePlace
  ) -> TargetRule.Comparison?? {
    guard let clause = clauses[.fall] ?? clauses[.rise] else {
      guard let versus = clauses[.versus] else { return nil }
      reportMissing("下降 或 上升", "fall or rise", place.origin(versus.span), place)
      return .some(nil)
    }
    guard let period else {
      reportMissing("期间", "period", place.origin(clause.span), place)
      return .some(nil)
    }
    guard let base else {
      reportMissing("对比", "versus", place.origin(clause.span), place)
      return .some(nil)
    }
    guard case .bound(let written) = clause.value, let bound = bound(written, place) else {
      return .some(nil)
    }
    var isSound = true
    let zeroBase = zeroBase(clauses, &isSound)
    guard isSound else { return .some(nil) }
    return .some(
      TargetRule.Comparison(
        period: period, base: base, isFall: clause.head == .fall,
        operation: bound.operation == .equal ? .greaterOrEqual : bound.operation,
        value: bound.value, zeroBase: zeroBase,
        text: reporter.text(place.origin(clause.span))))
  }

  private func reportMissing(_ zh: String, _ en: String, _ origin: Origin, _ place: RulePlace) {
    reportLack(
      "E0501", of: place.item, at: origin,
      ["rule": Wording(place.name), "clause": Wording(zh: zh, en: en)])
  }

  /// 基数为零 则 为零 | 达标
  private func zeroBase(
    _ clauses: Clauses, _ isSound: inout Bool
  ) -> TargetRule.Comparison.ZeroBase? {
    guard let clause = clauses[.zeroBase], case .outcome(let name) = clause.value else {
      return nil
    }
    switch name.text {
    case "为零", "zero": return .stayZero
    case "达标", "met": return .met
    default:
      isSound = false
      let known = ["为零", "达标"]
      reporter.report(
        "E0304", at: clauses.item.origin(name.span),
        [
          "name": Wording(name.text), "owner": Self.word(.zeroBase), "candidates": .list(known),
        ], suggest: Suggestions.closest(to: name.text, among: known))
      return nil
    }
  }
}
