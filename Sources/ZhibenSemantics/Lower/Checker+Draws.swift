import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 抽取.

extension Checker {
  func draw(_ name: Name, _ clauses: Clauses) -> DrawRule? {
    guard let query = clauses.expression(.population),
      let population = subject(query, source: clauses.item.source)
    else { return nil }
    let place = RulePlace(item: clauses.item, name: name.text, register: population.register)
    let size = size(clauses, place)
    let unit = unit(clauses, place)
    let numbers = numbers(place)
    guard hasKey(population.register, place.origin(query.span)), let size, let unit, let numbers
    else { return nil }
    var rule = DrawRule(
      population: population, size: size, unit: unit, numbers: numbers,
      bearers: bearers(clauses, place))
    guard refine(&rule, clauses, place), staff(&rule, clauses, place),
      days(&rule, clauses, place), isAnnounced(clauses, place)
    else { return nil }
    if let written = clauses.expression(.evidence) {
      guard let evidence = evidence(written, place) else { return nil }
      rule.evidence = evidence
    } else {
      rule.evidence = visits(place)
    }
    rule.overdue = actions(clauses.actions(.overdue), place)
    return rule
  }

  /// Tickets are made of keys.
  private func hasKey(_ register: RegisterID, _ origin: Origin) -> Bool {
    if schema[register].keyField != nil { return true }
    reporter.report("E0534", at: origin, ["register": Wording(schema[register].name)])
    return false
  }

  // MARK: - 比例 名额 每层

  private func size(_ clauses: Clauses, _ place: RulePlace) -> DrawRule.Size? {
    switch (clauses[.share], clauses[.quota]) {
    case (nil, nil):
      reportLack(
        "E0501", of: place.item, at: place.item.nameOrigin,
        ["rule": Wording(place.name), "clause": Self.word(.share)])
      return nil
    case (_?, let quota?):
      reporter.report("E0537", at: place.origin(quota.span))
      return nil
    case (let share?, nil): return self.share(share, place).map { .share($0) }
    case (nil, let quota?): return count(quota, place).map { .count($0) }
    }
  }

  /// More than nothing, at most the whole.
  private func share(_ clause: Clause, _ place: RulePlace) -> Rational? {
    guard let (number, _) = number(clause, place) else { return nil }
    if number > Rational(0), number <= Rational(1) { return number }
    reporter.report(
      "E0529", at: place.origin(clause.span),
      ["text": Wording(reporter.text(place.origin(clause.span)))])
    return nil
  }

  /// A whole number from 1.
  private func count(_ clause: Clause, _ place: RulePlace) -> Int? {
    guard case .bound(let bound) = clause.value else { return nil }
    return count(bound, place)
  }

  private func count(_ bound: BoundExpression, _ place: RulePlace) -> Int? {
    guard let (number, origin) = number(bound, place) else { return nil }
    if number.isInteger, (1...100_000).contains(number.numerator) { return number.numerator }
    reporter.report(
      "E0401", at: origin,
      [
        "expected": Wording(zh: "家数（从 1 起的整数）", en: "a whole number from 1"),
        "found": Wording(reporter.text(origin)),
      ])
    return nil
  }

  private func number(_ clause: Clause, _ place: RulePlace) -> (Rational, Origin)? {
    guard case .bound(let bound) = clause.value else { return nil }
    return number(bound, place)
  }

  /// A number that is the least or exact: a share of at most so much would let nobody be drawn.
  private func number(_ bound: BoundExpression, _ place: RulePlace) -> (Rational, Origin)? {
    let origin = place.origin(bound.span)
    guard [.equal, .greaterOrEqual].contains(bound.operation) else {
      reporter.report(
        "E0401", at: origin,
        [
          "expected": Wording(zh: "「不低于 …」或一个数", en: "“no less than …” or a number"),
          "found": Wording(reporter.text(origin)),
        ])
      return nil
    }
    guard let core = value(bound.value, place.context.withoutFrames) else { return nil }
    if case .constant(.number(let number)?) = core.node { return (number, origin) }
    reporter.report(
      "E0401", at: core.origin,
      ["expected": typeName(.number(unit: "")), "found": typeName(core.type)])
    return nil
  }

  // MARK: - 每年1次

  private func unit(_ clauses: Clauses, _ place: RulePlace) -> CalendarUnit? {
    guard let clause = clauses[.cadence] else {
      reportLack(
        "E0501", of: place.item, at: place.item.nameOrigin,
        ["rule": Wording(place.name), "clause": Self.word(.cadence)])
      return nil
    }
    guard case .cadence(let choice, _) = clause.value else { return nil }
    let origin = place.origin(clause.span)
    if case .direct(let written) = choice {
      guard let cadence = cadence(written, place) else { return nil }
      if case .periodic(let unit, 1, nil, .periodEnd) = cadence,
        [.month, .quarter, .halfYear, .year].contains(unit)
      {
        return unit
      }
    }
    reporter.report("E0531", at: origin, ["text": Wording(reporter.text(origin))])
    return nil
  }

  // MARK: - 分层 不重复 备选 权重 排除 期限

  private func refine(_ rule: inout DrawRule, _ clauses: Clauses, _ place: RulePlace) -> Bool {
    if let clause = clauses[.strata], case .strata(let field, let least) = clause.value {
      guard let core = value(field, place.context), isStratum(core) else { return false }
      rule.stratum = core
      if let least {
        guard let count = count(least, place) else { return false }
        rule.leastPerStratum = count
        if case .count(let quota) = rule.size, quota < count {
          reporter.report(
            "E0533", at: place.origin(least.span), ["least": "\(count)", "quota": "\(quota)"])
          return false
        }
      }
    }
    if let clause = clauses[.noRepeat], let span = clauses.expression(.noRepeat) {
      guard let window = window(span, place.context.withoutFrames) else { return false }
      switch window {
      case .lookBack, .period: rule.noRepeat = window
      default:
        reporter.report(
          "E0536", at: place.origin(clause.span),
          ["text": Wording(reporter.text(place.origin(span.span)))])
        return false
      }
    }
    if let clause = clauses[.reserves] {
      guard let count = count(clause, place) else { return false }
      rule.reserves = count
    }
    if let weight = clauses.expression(.weight) {
      guard let core = value(weight, place.context) else { return false }
      guard case .number = core.type else {
        reporter.report(
          "E0401", at: core.origin,
          ["expected": typeName(.number(unit: "")), "found": typeName(core.type)])
        return false
      }
      rule.weight = core
    }
    if let excluded = clauses.expression(.exclude) {
      guard let core = condition(excluded, place.context) else { return false }
      rule.excluded = core
    }
    return term(&rule, clauses, place)
  }

  /// What has a name, so that each value is one stratum.
  private func isStratum(_ core: Core) -> Bool {
    switch core.type {
    case .record, .enumeration, .text, .bool: return true
    default:
      reporter.report(
        "E0401", at: core.origin,
        [
          "expected": Wording(
            zh: "引用、取值、文本或是否", en: "a reference, a listed value, a text or yes and no"),
          "found": typeName(core.type),
        ])
      return false
    }
  }

  private func term(_ rule: inout DrawRule, _ clauses: Clauses, _ place: RulePlace) -> Bool {
    guard let clause = clauses[.term], let written = clauses.expression(.term) else { return true }
    switch written.kind {
    case .literal(.within(let duration)), .literal(.duration(let duration)):
      rule.term = settled(duration, .term, place.origin(written.span))
      return true
    default:
      reporter.report(
        "E0401", at: place.origin(clause.span),
        [
          "expected": Wording(zh: "「…内」，从抽取之日起", en: "“within …” of the draw"),
          "found": Wording(reporter.text(place.origin(written.span))),
        ])
      return false
    }
  }

  // MARK: - 冻结 补抽

  private func days(_ rule: inout DrawRule, _ clauses: Clauses, _ place: RulePlace) -> Bool {
    for head in [Keyword.freeze, .supplement] {
      guard let clause = clauses[head], case .yearDays(let days, _) = clause.value else { continue }
      let sorted = days.sorted { ($0.month, $0.day) < ($1.month, $1.day) }
      if head == .freeze { rule.freezeDays = sorted } else { rule.supplements = sorted }
    }
    // In a year with 29 February every day exists.
    let year = CivilDate(year: 2024, month: 1, day: 1).map {
      CalendarUnit.year.period(containing: $0)
    }
    guard let year, let clause = clauses[.supplement] ?? clauses[.freeze] else { return true }
    for number in 0..<12 {
      let period = rule.unit.period(containing: year.first.addingMonths(number))
      let frozen = rule.freezeDays.compactMap { $0.day(of: 2024) }.filter(period.contains)
      let more = rule.supplements.compactMap { $0.day(of: 2024) }.filter(period.contains)
      let first = frozen.first ?? period.first
      if frozen.count > 1 || more.contains(where: { $0 <= first }) || more.count > 8 {
        reporter.report(
          "E0535", at: place.origin(clause.span),
          ["text": Wording(reporter.text(place.origin(clause.span)))])
        return false
      }
    }
    return true
  }

  // MARK: - 种子

  /// The number is a record that is still to come; whoever writes it into the script knew it before.
  private func isAnnounced(_ clauses: Clauses, _ place: RulePlace) -> Bool {
    guard let clause = clauses[.seed] else { return true }
    if case .none = clause.value { return true }
    let isEnglish = reporter.text(place.origin(clause.headSpan)) == "seed"
    reporter.report(
      "E0530", at: place.origin(clause.span),
      ["register": Wording(DrawRule.Numbers.registerName)],
      fixes: [Fix(clause.span, isEnglish ? "seed later" : "种子 届时公布")])
    return false
  }

  /// The register in which numbers are announced.
  private func numbers(_ place: RulePlace) -> DrawRule.Numbers? {
    let name = DrawRule.Numbers.registerName
    let names = DrawRule.Numbers.fieldNames
    guard case .register(let register)? = symbols.names[name] else {
      return reportNumbers(names, place)
    }
    let found = names.map { fieldIndex($0, in: register) }
    let types: [FieldType] = [.text, .date, .integer, .integer, .text, .date, .text]
    let missing = zip(names, zip(found, types)).filter { _, field in
      guard let index = field.0 else { return true }
      return schema[register].fields[index].type != field.1
        || schema[register].fields[index].isMany
    }.map(\.0)
    let indices = found.compactMap { $0 }
    guard missing.isEmpty, indices.count == names.count, schema[register].dateField == found[5]
    else { return reportNumbers(missing.isEmpty ? ["公布日期"] : missing, place) }
    return DrawRule.Numbers(
      register: register, rule: indices[0], period: indices[1], round: indices[2],
      attempt: indices[3], number: indices[4], day: indices[5], source: indices[6])
  }

  private func reportNumbers(_ missing: [String], _ place: RulePlace) -> DrawRule.Numbers? {
    reporter.report(
      "E0532", at: place.item.nameOrigin,
      [
        "register": Wording(DrawRule.Numbers.registerName),
        "fields": Wording(
          zh: missing.joined(separator: "、"), en: missing.joined(separator: ", ")),
      ])
    return nil
  }

  // MARK: - 人员

  private func staff(_ rule: inout DrawRule, _ clauses: Clauses, _ place: RulePlace) -> Bool {
    guard let clause = clauses[.staff], case .staff(let written) = clause.value else { return true }
    let bound = BoundExpression(
      .equal, Expression(.literal(written.count), written.countSpan), written.countSpan)
    guard let count = count(bound, place) else { return false }
    let source =
      written.source ?? Expression(.name(Name("人员", clause.headSpan)), clause.headSpan)
    guard let pool = subject(source, source: place.item.source),
      hasKey(pool.register, place.origin(source.span))
    else { return false }
    let context = place.context.inside(Frame(pool.register, frame: 1))
    var avoid: [Core] = []
    for expression in written.avoid {
      guard let core = recusal(expression, pool.register, context) else { return false }
      avoid.append(core)
    }
    rule.staff = DrawRule.Staff(
      count: count, pool: pool, avoid: avoid, isBalanced: written.isBalanced)
    return true
  }

  /// A condition over inspector and unit; 同村 says that both have the same 村.
  private func recusal(
    _ expression: Expression, _ pool: RegisterID, _ context: Context
  ) -> Core? {
    if case .name(let name) = expression.kind, name.text.hasPrefix("同"),
      let unit = context.frames.first, let register = unit.register,
      fieldIndex(name.text, in: pool) == nil
    {
      let field = String(name.text.dropFirst())
      let origin = context.origin(name.span)
      if let a = fieldIndex(field, in: register), let b = fieldIndex(field, in: pool),
        schema[register].fields[a].type == schema[pool].fields[b].type,
        !schema[register].fields[a].isMany, !schema[pool].fields[b].isMany
      {
        let person = Core(.record(frame: 1), .record(pool), origin)
        let (x, y) = (FieldRef(register, a), FieldRef(pool, b))
        return Core(
          .compare(
            .equal, Core(.field(unit.core(origin), x), ValueType(schema[x]), origin),
            Core(.field(person, y), ValueType(schema[y]), origin)), .bool, origin)
      }
      reportUnknownField(Name(field, name.span), of: pool, context)
      return nil
    }
    return condition(expression, context)
  }
}
