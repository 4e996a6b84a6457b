import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 激励.

extension Checker {
  /// What stands in the rule itself; what it does to others is looked at once all rules are known.
  func relief(_ name: Name, _ clauses: Clauses) -> ReliefRule? {
    guard let (subject, place) = subject(name, clauses),
      case .effects(let written)? = clauses[.effect]?.value
    else { return nil }
    let effects = written.compactMap { effect($0, place) }
    var relief = ReliefRule(subject: subject, effects: effects)
    guard effects.count == written.count, floor(&relief, clauses, place) else { return nil }
    if let veto = clauses.expression(.veto) {
      guard let core = condition(veto, place.context) else { return nil }
      relief.veto = core
    }
    return relief
  }

  // MARK: - 作用

  private func effect(_ written: EffectClause, _ place: RulePlace) -> ReliefRule.Effect? {
    guard case .member(let base, let part) = written.clause.kind, case .name(let rule) = base.kind
    else {
      reporter.report(
        "E0541", at: place.origin(written.clause.span),
        ["text": Wording(reporter.text(place.origin(written.clause.span)))])
      return nil
    }
    let origin = place.origin(rule.span)
    switch (symbols.rules[rule.text], part.text) {
    case (.incentive?, _):
      reporter.report("E0542", at: origin, ["rule": Wording(rule.text)])
    case (nil, _):
      let known = symbols.rules.names { [.duty, .inspection, .draw].contains($0) }
      reporter.report(
        "E0540", at: origin,
        ["name": Wording(rule.text), "candidates": reporter.choices(known, near: rule.text)],
        suggest: reporter.closest(to: rule.text, among: known))
    case (.duty?, "频次"), (.inspection?, "频次"), (.duty?, "cadence"), (.inspection?, "cadence"):
      return ReliefRule.Effect(
        rule: rule.text, part: .cadence, measure: measure(written),
        origin: place.origin(written.span))
    case (.draw?, "比例"), (.draw?, "share"):
      return ReliefRule.Effect(
        rule: rule.text, part: .share, measure: measure(written),
        origin: place.origin(written.span))
    default:
      reporter.report(
        "E0541", at: place.origin(written.clause.span),
        ["text": Wording(reporter.text(place.origin(written.clause.span)))])
    }
    return nil
  }

  private func measure(_ written: EffectClause) -> ReliefRule.Measure {
    written.measure == .halved ? .halved : .stepDown
  }

  // MARK: - 不少于

  private func floor(
    _ relief: inout ReliefRule, _ clauses: Clauses, _ place: RulePlace
  ) -> Bool {
    switch clauses[.ge]?.value {
    case .cadence(.direct(let written), _)?:
      guard let cadence = cadence(written, place) else { return false }
      relief.floor = cadence
    case .literal(.quantity(let share), let span)?:
      guard share.unit == "%" else {
        reportUnits(share.unit, "%", place.origin(span))
        return false
      }
      relief.leastShare = share.value.multiplied(by: Rational(1, over: 100) ?? Rational(1))
    default: break
    }
    return true
  }

  // MARK: - What it does to other rules

  /// Settles what each relief does to the rules that it names, once all of them are known.
  func settleReliefs(_ rules: inout [Rule], _ items: [Loaded]) {
    for number in rules.indices {
      let rule = rules[number]
      guard case .relief(var relief) = rule.body,
        let item = items.first(where: { $0.declaration.name?.text == rule.name }),
        case .clauses(let list) = item.declaration.body
      else { continue }
      let clauses = Clauses(item: item, all: list)
      let place = RulePlace(item: item, name: rule.name, register: relief.subject.register)
      var loosened: Rule?
      for index in relief.effects.indices {
        let name = relief.effects[index].rule
        // A rule with mistakes has said what is wrong with it.
        guard let target = rules.first(where: { $0.name == name }) else { continue }
        if case .duty = target.body { loosened = loosened ?? target }
        guard speaksOfTheSame(relief, target, relief.effects[index]),
          settleUntouched(&relief.effects[index], target, clauses.names(.untouched), place)
        else { continue }
        reportIdle(relief, relief.effects[index], target, clauses, place)
      }
      if rule.citations.isEmpty { reportBasis(rule, loosened, item) }
      rules[number].body = .relief(relief)
    }
  }

  private func speaksOfTheSame(
    _ relief: ReliefRule, _ target: Rule, _ effect: ReliefRule.Effect
  ) -> Bool {
    guard let register = target.subjectRegister, register != relief.subject.register else {
      return true
    }
    reporter.report(
      "E0546", at: effect.origin,
      [
        "register": Wording(schema[relief.subject.register].name), "rule": Wording(target.name),
        "other": Wording(schema[register].name),
      ])
    return false
  }

  /// 不及于: kinds of the records that the target is met by.
  private func settleUntouched(
    _ effect: inout ReliefRule.Effect, _ target: Rule, _ names: [Name], _ place: RulePlace
  ) -> Bool {
    guard !names.isEmpty, let duty = target.duty, let register = evidenceRegister(duty) else {
      return true
    }
    guard let classes = classes(names, of: register, place) else { return false }
    (effect.untouchedField, effect.untouched) = (classes.field, classes.values)
    return true
  }

  /// A relief that changes nothing of a rule, by itself or because of its floor.
  private func reportIdle(
    _ relief: ReliefRule, _ effect: ReliefRule.Effect, _ target: Rule, _ clauses: Clauses,
    _ place: RulePlace
  ) {
    var (hasStep, hasEffect) = (false, false)
    var written = target.origin
    switch (target.body, effect.part) {
    case (.draw(let draw), .share):
      guard case .share(let share) = draw.size else { break }
      hasStep = effect.measure == .halved
      hasEffect = relief.eased(share, by: effect.measure) != nil
    default:
      for arm in target.duty?.cadence.arms ?? [] {
        guard let cadence = arm.value else { continue }
        written = arm.origin
        if cadence.eased(by: effect.measure) != nil { hasStep = true }
        if relief.eased(cadence, by: effect.measure) != nil { hasEffect = true }
      }
    }
    if hasEffect { return }
    if let floor = clauses[.ge], hasStep {
      reporter.report(
        "E0544", at: place.origin(floor.span),
        ["rule": Wording(target.name), "floor": Wording(reporter.text(place.origin(floor.span)))],
        secondary: [(written, Wording(zh: "原来的频次或比例在这里", en: "what it eases is here"))])
    } else {
      reporter.report(
        "E0543", at: effect.origin,
        [
          "rule": Wording(target.name),
          "measure": Self.word(effect.measure == .halved ? .halved : .stepDown),
        ], secondary: [(written, Wording(zh: "原来的频次或比例在这里", en: "what it would ease is here"))])
    }
  }

  /// A lower document may only tighten: to loosen a mandatory minimum it names the clause that lets it (time 48).
  private func reportBasis(_ rule: Rule, _ loosened: Rule?, _ item: Loaded) {
    guard let loosened else {
      return reportLack("W0515", of: item, at: item.nameOrigin, ["rule": Wording(rule.name)])
    }
    reportLack(
      "E0545", of: item, at: item.nameOrigin,
      [
        "rule": Wording(rule.name), "duty": Wording(loosened.name),
        "basis": loosened.citations.isEmpty
          ? Wording(zh: "未写依据", en: "no basis") : Wording(loosened.citations.joined(separator: "、"))
          ,
      ])
  }
}
