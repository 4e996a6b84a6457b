import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSyntax

// 必须 and 督办.

extension Checker {
  func requirement(_ name: Name, _ clauses: Clauses) -> RequirementRule? {
    guard let (subject, place) = subject(name, clauses) else { return nil }
    let bearers = bearers(clauses, place)
    let condition = clauses.expression(.condition).flatMap { self.condition($0, place.context) }
    let deadline: DeadlineSpec? =
      if let term = clauses.expression(.term) { self.deadline(term, place) } else { .always }
    let exceptions = exceptions(clauses, subject, place)
    guard onlyExempts(exceptions) else { return nil }
    let violated = actions(
      clauses.actions(.violated) + clauses.actions(.overdue), place)
    guard let condition, let deadline else { return nil }
    return RequirementRule(
      subject: subject, bearers: bearers, condition: condition, deadline: deadline,
      exceptions: exceptions, violated: violated)
  }

  /// An exception of a condition takes its subjects out; another term for some is another rule.
  private func onlyExempts(_ exceptions: [DutyException]) -> Bool {
    var isSound = true
    for exception in exceptions
    where exception.cadence.map({ $0.arms.contains { $0.value != nil } }) ?? true {
      isSound = false
      reporter.report(
        "E0516", at: exception.origin,
        [
          "kind": Wording(
            zh: "「必须」里不是免除的例外", en: "an exception of a requirement that does not exempt")
        ])
    }
    return isSound
  }

  // MARK: - 督办

  func escalation(_ name: Name, _ clauses: Clauses) -> EscalationRule? {
    guard let (subject, place) = subject(name, clauses) else { return nil }
    let clock = clock(clauses, place)
    let until = until(clauses, place)
    let pause = clauses.expression(.pause).map { condition($0, place.context) }
    let rungs = rungs(clauses, place)
    guard let clock, let until, let rungs else { return nil }
    if case .some(nil) = pause { return nil }
    return EscalationRule(
      subject: subject, clock: clock, until: until, pause: pause ?? nil, rungs: rungs)
  }

  /// 起算; the clock starts at 整改期限 unless said otherwise (time 30).
  private func clock(_ clauses: Clauses, _ place: RulePlace) -> Core? {
    if let expression = clauses.expression(.clock) {
      return value(expression, place.context, of: .date)
    }
    let origin = clauses.item.nameOrigin
    if let register = place.register, let index = fieldIndex("整改期限", in: register),
      schema[register].fields[index].type == .date
    {
      let record = Core(.record(frame: 0), .record(register), origin)
      return Core(.field(record, FieldRef(register, index)), .date, origin)
    }
    reportLack(
      "E0501", of: clauses.item, at: origin,
      ["rule": Wording(place.name), "clause": Self.word(.clock)])
    return nil
  }

  private func until(_ clauses: Clauses, _ place: RulePlace) -> Core? {
    guard let expression = clauses.expression(.until) else {
      reportLack(
        "E0508", of: clauses.item, at: clauses.item.nameOrigin, ["rule": Wording(place.name)])
      return nil
    }
    return condition(expression, place.context)
  }

  // MARK: - Rungs

  private func rungs(_ clauses: Clauses, _ place: RulePlace) -> [RungSpec]? {
    let written = clauses.all.compactMap { clause -> Rung? in
      if case .rung(let rung) = clause.value { rung } else { nil }
    }
    guard !written.isEmpty else {
      reportLack(
        "E0501", of: clauses.item, at: clauses.item.nameOrigin,
        ["rule": Wording(place.name), "clause": Wording(zh: "逾期…日", en: "overdue … days")])
      return nil
    }
    let lowered = written.map { rung -> RungSpec? in
      let (delay, action) = (delay(rung, place), action(rung.action, place))
      guard let delay, let action else { return nil }
      return RungSpec(delay: delay, action: action)
    }
    let rungs = lowered.compactMap { $0 }
    guard rungs.count == written.count, ascends(rungs, written, place) else { return nil }
    return rungs
  }

  /// The delay with its days settled: in rungs a bare 日 is a workday unless said otherwise (time 27).
  private func delay(_ rung: Rung, _ place: RulePlace) -> Term? {
    let origin = place.origin(rung.delaySpan)
    let term: Term
    switch rung.delay {
    case .literal(.overdue(let duration)), .literal(.duration(let duration)):
      term = settled(duration, .rung, origin)
    case .literal:
      reporter.report(
        "E0516", at: origin, ["kind": Wording(zh: "届满前的台阶", en: "a rung before expiry")])
      return nil
    case .expression(let expression):
      guard let core = value(expression, place.context.withoutFrames, of: .term) else { return nil }
      guard case .constant(.term(let named)?) = core.node else {
        reporter.report("E0429", at: core.origin)
        return nil
      }
      term = settled(named, .rung, origin)
    }
    return inDays(term, origin)
  }

  /// A ladder counts days one by one, since a pause holds them; months have no such days.
  private func inDays(_ term: Term, _ origin: Origin) -> Term? {
    let factor: Int
    switch term.unit {
    case .day, .calendarDay: return Term(term.count, .calendarDay)
    case .workday: return term
    case .week: factor = 7
    case .tenDays: factor = 10
    default:
      reporter.report(
        "E0516", at: origin,
        ["kind": Wording(zh: "不以日计的台阶", en: "a rung that does not count days")])
      return nil
    }
    return Term(1, .calendarDay).times(factor).times(term.count)
  }

  /// Rungs ascend (language 5). Workdays and natural days are compared by the least and most natural days that they can amount to.
  private func ascends(
    _ rungs: [RungSpec], _ written: [Rung], _ place: RulePlace
  ) -> Bool {
    for index in rungs.indices.dropFirst() {
      let (earlier, later) = (rungs[index - 1].delay, rungs[index].delay)
      let isLater =
        earlier.unit == later.unit
        ? later.count > earlier.count : later.dayBounds.upper > earlier.dayBounds.lower
      guard !isLater else { continue }
      let places = [written[index - 1], written[index]].map { place.origin($0.delaySpan) }
      reporter.report(
        "E0507", at: places[1],
        [
          "earlier": Wording(reporter.text(places[0])),
          "later": Wording(reporter.text(places[1])),
        ], secondary: [(places[0], Wording(zh: "前一个台阶", en: "the rung before"))])
      return false
    }
    return true
  }
}

extension Term {
  /// The fewest and most natural days that days or workdays can amount to, holidays at their worst.
  fileprivate var dayBounds: (lower: Int, upper: Int) {
    let count = min(max(count, 0), 100_000)
    return (count, unit == .workday ? count * 7 / 5 + 12 : count)
  }
}
