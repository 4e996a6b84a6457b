import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

import struct ZhibenSyntax.Rational

extension Explainer {
  /// What was asked for, what eases it or does not, and what is left (time 45); nothing where no relief acts on the rule.
  func reliefs(
    _ duty: DutyRule, _ outcome: Outcome, _ rule: Rule, on day: Int32
  ) -> [WhyReport.Section] {
    let acting = context.program.reliefs(of: Int(outcome.key.rule), .cadence)
    guard !acting.isEmpty else { return [] }
    let regime = DutyRegime(
      subject: duty.subject, cadence: duty.cadence, exceptions: duty.exceptions, reliefs: acting,
      context)
    let subject = outcome.key.subject
    guard let base = regime.unrelieved(context.evaluator, subject: subject, day: day) else {
      return []
    }
    let asked = regime.cadences[base.cadence]
    let date = CivilDate(days: day)
    var lines = [
      WhyLine(
        "\(date) 原来的频次：\(asked.words.zh)（\(clause(rule))）",
        "Asked for on \(date): \(asked.words.en) (\(clause(rule)))")
    ]
    if base.isExcepted {
      lines.append(
        WhyLine("按例外执行，激励不作用于例外", "An exception decides, on which no incentive acts"))
      return [WhyReport.Section("减免", "Relief", lines)]
    }
    for relief in acting {
      lines.append(
        self.line(relief, subject, on: day, result: result(relief, of: asked)))
    }
    if case .owed(let cadence, _, _) = regime.state(context.evaluator, subject: subject, day: day) {
      let left = regime.cadences[cadence].words
      lines.append(WhyLine("减免之后：\(left.zh)", "After relief: \(left.en)"))
    }
    lines.append(
      WhyLine("放宽从下一期起，收紧当日起", "Looser from the next period, stricter at once"))
    return [WhyReport.Section("减免", "Relief", lines)]
  }

  /// The evidence that counts on a day: what a relief does not touch stands for nothing that it leaves.
  func relieved(
    _ evidence: Evidence, _ duty: DutyRule, _ outcome: Outcome, on day: Int32
  ) -> Evidence {
    let acting = context.program.reliefs(of: Int(outcome.key.rule), .cadence)
    guard acting.contains(where: { $0.effect.untouchedField != nil }) else { return evidence }
    let regime = DutyRegime(
      subject: duty.subject, cadence: duty.cadence, exceptions: duty.exceptions, reliefs: acting,
      context)
    let state = regime.state(context.evaluator, subject: outcome.key.subject, day: day)
    guard case .owed(let cadence, _, _) = state, acting.indices.contains(regime.relief[cadence]),
      case .periodic(let unit, _, _, _) = regime.cadences[cadence],
      PeriodRank(unit) == PeriodRank.split(outcome.key.nth).rank,
      let field = acting[regime.relief[cadence]].effect.untouchedField
    else { return evidence }
    return evidence.without(
      acting[regime.relief[cadence]].effect.untouched, of: field, context.program)
  }

  /// A draw's share before and after relief, for a unit of its list.
  func reliefs(
    _ draw: DrawRule, _ rule: Int32, _ unit: Int32, on day: Int32
  ) -> [WhyReport.Section] {
    let acting = context.program.reliefs(of: Int(rule), .share)
    guard !acting.isEmpty, case .share(let share) = draw.size else { return [] }
    var lines = [
      WhyLine(
        "原来的比例：\(percent(share))（\(clause(context.program.rules[Int(rule)]))）",
        "Share asked for: \(percent(share)) (\(clause(context.program.rules[Int(rule)])))")
    ]
    for relief in acting {
      let eased = relief.relief.eased(share, by: relief.effect.measure)
      lines.append(
        line(relief, unit, on: day, result: eased.map { Wording(percent($0)) }))
    }
    return [WhyReport.Section("减免", "Relief", lines)]
  }

  private func result(_ relief: Program.ReliefOfRule, of cadence: Cadence) -> Wording? {
    guard let eased = relief.relief.eased(cadence, by: relief.effect.measure) else { return nil }
    let words = eased.words
    guard let floor = relief.relief.floor, eased == floor,
      cadence.eased(by: relief.effect.measure) != floor
    else { return words }
    return Wording(zh: "\(words.zh)（保底）", en: "\(words.en) (the floor)")
  }

  /// One relief: whether it holds for the subject on the day, and what decides that.
  private func line(
    _ acting: Program.ReliefOfRule, _ subject: Int32, on day: Int32, result: Wording?
  ) -> WhyLine {
    let rule = context.program.rules[acting.number]
    let measure = acting.effect.measure.words
    let relief = acting.relief
    var children = [decidingTrace(relief.subject.condition, subject, on: day)]
    let truth = PreparedRelief(acting, context).truth(
      context.evaluator, subject: subject, day: day)
    var isVetoed = false
    if let veto = relief.veto {
      isVetoed = reference.truth(veto, subject: subject, row: -1, day: day) == .yes
      let line = decidingTrace(veto, subject, on: day)
      children.append(
        WhyLine("一票否决：\(line.text.zh)", "Veto: \(line.text.en)", children: line.children))
    }
    if !acting.effect.untouched.isEmpty {
      let values = acting.effect.untouched.map { facts.words($0) }
      children.append(
        WhyLine(
          "不及于 \(values.map(\.zh).joined(separator: "、"))",
          "Does not touch \(values.map(\.en).joined(separator: ", "))"))
    }
    let (zh, en) =
      switch truth {
      case .yes:
        (
          result.map { "适用，\(measure.zh)为 \($0.zh)" } ?? "适用，但不能再减",
          result.map { "applies, \(measure.en): \($0.en)" }
            ?? "applies, but nothing is left to ease"
        )
      case .no where isVetoed: ("被一票否决", "vetoed")
      case .no: ("不适用", "does not apply")
      case .unknown: ("能否减免不清楚，不减", "unknown, so nothing is eased")
      }
    return WhyLine(
      "激励 \(rule.name)（\(clause(rule))）：\(zh)", "incentive \(rule.name) (\(clause(rule))): \(en)",
      children: children)
  }

  /// Where a rule stands, and its basis.
  private func clause(_ rule: Rule) -> String {
    let written = rule.citations.filter { !$0.contains(" › ") }
    let cited = (written.isEmpty ? rule.citations : written).joined(separator: "、")
    return ([placed(rule.origin)] + [cited].filter { !$0.isEmpty }).joined(separator: "，")
  }

  private func percent(_ share: Rational) -> String {
    share.multiplied(by: Rational(100)).map { "\($0)%" } ?? "\(share)"
  }
}

extension ReliefRule.Measure {
  /// 降一档, 减半.
  public var words: Wording {
    switch self {
    case .stepDown: Wording(zh: "降一档", en: "one step down")
    case .halved: Wording(zh: "减半", en: "halved")
    }
  }
}
