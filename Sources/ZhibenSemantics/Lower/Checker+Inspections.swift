import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 检查: a duty of the regulator with a cap, a mode, checklists and effort.

extension Checker {
  func inspection(_ name: Name, _ clauses: Clauses) -> InspectionRule? {
    guard let (subject, place) = subject(name, clauses) else { return nil }
    let written = clauses.expression(.evidence).map { evidence($0, place) }
    let duty = duty(subject, written ?? visits(place).map { .some($0) }, clauses, place)
    let (cap, mode) = (cap(clauses, place), mode(clauses, place))
    guard let duty else { return nil }
    if case .some(nil) = cap { return nil }
    if case .some(nil) = mode { return nil }
    var rule = InspectionRule(
      duty: duty, cap: cap ?? nil, mode: mode ?? nil,
      checklist: clauses.names(.checklist).map(\.text), effort: effort(clauses))
    guard uncounted(&rule, clauses, place) else { return nil }
    return rule
  }

  /// Without 凭证 every visit of the subject counts: the records of the register 检查.
  func visits(_ place: RulePlace) -> Evidence? {
    guard case .register(let register)? = symbols.names["检查"], let subject = place.register else {
      reportLack(
        "W0517", of: place.item, at: place.item.nameOrigin, ["rule": Wording(place.name)])
      return nil
    }
    let fields = references(from: register, to: subject)
    guard let field = fields.first, fields.count == 1, schema[register].dateField != nil else {
      reportLack(
        "W0517", of: place.item, at: place.item.nameOrigin, ["rule": Wording(place.name)])
      return nil
    }
    let owner = Core(.record(frame: 0), .record(subject), place.item.nameOrigin)
    return Evidence(
      rows: .related(FieldRef(register, field), owner: owner), filter: nil,
      text: schema[register].name)
  }

  // MARK: - 上限

  /// Nil without such a clause, `.some(nil)` after a message.
  private func cap(_ clauses: Clauses, _ place: RulePlace) -> Choice<Cadence>?? {
    guard let clause = clauses[.cap], case .cadence(let choice, _) = clause.value else {
      return nil
    }
    return .some(self.choice(choice, place, at: place.origin(clause.span)) { cap($0, place) })
  }

  /// 不计: values of one enum field of the visits.
  private func uncounted(
    _ rule: inout InspectionRule, _ clauses: Clauses, _ place: RulePlace
  ) -> Bool {
    guard case .cadence(_, let names)? = clauses[.cap]?.value, !names.isEmpty else { return true }
    guard let register = evidenceRegister(rule.duty) else { return true }
    guard let classes = classes(names, of: register, place) else { return false }
    (rule.uncountedField, rule.uncounted) = (classes.field, classes.values)
    return true
  }

  /// Names of kinds of records: values of the register's enum field that knows most of them.
  func classes(
    _ names: [Name], of register: RegisterID, _ place: RulePlace
  ) -> (field: FieldRef, values: [Value])? {
    var best: (field: Int, unknown: [Name])?
    for (index, field) in schema[register].fields.enumerated() {
      guard case .enumeration(let list) = field.type else { continue }
      let unknown = names.filter { position(of: $0.text, in: list) == nil }
      if best.map({ unknown.count < $0.unknown.count }) ?? true { best = (index, unknown) }
    }
    guard let best, case .enumeration(let list) = schema[register].fields[best.field].type else {
      reporter.report(
        "E0510", at: place.origin(names.first?.span ?? place.item.declaration.keywordSpan),
        ["register": Wording(schema[register].name)])
      return nil
    }
    for name in best.unknown { reportUnknownValue(name, of: list, place.context) }
    guard best.unknown.isEmpty else { return nil }
    let values = names.compactMap { name in
      position(of: name.text, in: list).map { Value.enumeration(list, $0) }
    }
    return (FieldRef(register, best.field), values)
  }

  func evidenceRegister(_ duty: DutyRule) -> RegisterID? {
    switch duty.evidence?.rows {
    case .related(let field, _)?: field.register
    case .all(let register)?: register
    case .scope(let index)?: scopeRegister(index)
    case nil: nil
    }
  }

  // MARK: - 方式 工作量

  /// Nil without such a clause, `.some(nil)` after a message.
  private func mode(_ clauses: Clauses, _ place: RulePlace) -> Choice<String>?? {
    guard let clause = clauses[.mode], case .name(let choice) = clause.value else { return nil }
    let modes = symbols.enumerations["检查方式"]
    let lowered = self.choice(choice, place, at: place.origin(clause.span)) { name -> String? in
      guard let modes else { return name.text }
      if let position = position(of: name.text, in: modes) { return schema[modes].values[position] }
      reportUnknownValue(name, of: modes, place.context)
      return nil
    }
    return .some(lowered)
  }

  private func effort(_ clauses: Clauses) -> Rational? {
    guard case .literal(.quantity(let quantity), let span)? = clauses[.effort]?.value else {
      return nil
    }
    if quantity.unit != "人日" {
      reportUnits(quantity.unit, "人日", clauses.item.origin(span))
    }
    return quantity.value
  }
}
