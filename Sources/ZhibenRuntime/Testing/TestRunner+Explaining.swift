import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

// What a failed expectation should show beside expected and found.

extension TestRunner {
  /// Lists the outcomes that the failed line asks about, and says why the nearest of them is as it is.
  func explain(_ result: inout TestResult, _ test: TestCase, _ rehearsal: Rehearsal) {
    guard let failure = result.failure, let latest = rehearsal.latest,
      let step = test.procedure.body.first(where: { $0.contains(failure.failure.origin) }),
      case .expect(let expectation) = step.node
    else { return }
    var line = test
    line.procedure.body = [Step(.expect(expectation), step.origin)]
    let asked = program.rulesAsked(by: line)
    guard !asked.isEmpty else { return }
    let outcomes = latest.outcomes.filter { asked.contains(Int($0.key.rule)) }
    let facts = FactWords(latest.snapshot)
    result.failure?.found = outcomes.prefix(TestFailure.limit).map { words($0, facts) }
    let explainer = Explainer(
      program: program, snapshot: latest.snapshot, calendar: calendar, asOf: latest.day)
    if let nearest = outcomes.max(by: { $0.nearness < $1.nearness }) {
      result.failure?.reasons = [explainer.explain(nearest)]
    } else if asked.count == 1, let rule = asked.first,
      let register = program.rules[rule].subjectRegister, latest.snapshot[register].count > 0
    {
      result.failure?.reasons = [explainer.explainAbsence(rule: rule, subject: 0)]
    }
  }

  private func words(_ outcome: Outcome, _ facts: FactWords) -> Wording {
    let rule = program.rules[Int(outcome.key.rule)]
    var zh = [rule.name]
    if let register = rule.subjectRegister, outcome.key.subject >= 0 {
      zh.append(facts.quoted(register, outcome.key.subject))
    }
    var en = zh
    if case .escalation(let ladder) = rule.body {
      let rung = Int(outcome.key.first) - 1
      if ladder.rungs.indices.contains(rung) {
        zh.append(ladder.rungs[rung].action.measure)
        en.append(ladder.rungs[rung].action.measure)
      }
    } else if outcome.kind != .reading {
      zh.append("自 \(CivilDate(days: outcome.key.first))")
      en.append("from \(CivilDate(days: outcome.key.first))")
    }
    if outcome.due != Outcome.noDay {
      zh.append("期限 \(CivilDate(days: outcome.due))")
      en.append("due \(CivilDate(days: outcome.due))")
    }
    if outcome.kind == .reading, outcome.denominator != 0 {
      let value = "\(outcome.numerator)/\(outcome.denominator)"
      zh.append(value)
      en.append(value)
    }
    zh.append(outcome.status.words.zh)
    en.append(outcome.status.words.en)
    return Wording(zh: zh.joined(separator: " "), en: en.joined(separator: ", "))
  }
}

extension Step {
  fileprivate func contains(_ origin: Origin) -> Bool {
    self.origin.source == origin.source && self.origin.span.start <= origin.span.start
      && origin.span.end <= self.origin.span.end
  }
}

extension Outcome {
  /// What people ask about first: what is open, then what is latest.
  fileprivate var nearness: (Int, Int32, Int32) {
    let isOpen: Bool =
      switch status {
      case .overdue, .open, .proposed, .awaitingApproval, .held, .missed, .unknown: true
      default: false
      }
    return (isOpen ? 1 : 0, key.first, key.nth)
  }
}
