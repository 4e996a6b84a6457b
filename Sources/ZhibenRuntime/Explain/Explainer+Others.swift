import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Explainer {
  func explain(
    _ requirement: RequirementRule, _ outcome: Outcome, _ rule: Rule
  ) -> [WhyReport.Section] {
    let subject = outcome.key.subject
    let day = outcome.last == Outcome.noDay ? context.asOf : outcome.last
    var sections = [membership(requirement.subject, subject, on: day)]
    sections.append(
      WhyReport.Section("条件", "Condition", [trace(requirement.condition, subject, on: day)]))
    var lines: [WhyLine] = []
    if outcome.due != Outcome.noDay {
      lines.append(WhyLine("期限 \(self.day(outcome.due).zh)", "Due \(self.day(outcome.due).en)"))
      if let anchor = requirement.deadline.anchor { lines.append(trace(anchor, subject, on: day)) }
      lines += reckoning(requirement.deadline, subject, on: day)
    }
    lines.append(
      WhyLine(
        "自 \(self.day(outcome.key.first).zh) 起不符合",
        "Not met since \(self.day(outcome.key.first).en)"))
    if outcome.last != Outcome.noDay {
      lines.append(
        WhyLine("至 \(self.day(outcome.last).zh) 止", "Until \(self.day(outcome.last).en)"))
    }
    sections.append(WhyReport.Section("期限", "Term", lines))
    if !requirement.violated.isEmpty {
      sections.append(measures(requirement.violated, subject, on: day))
    }
    return sections
  }

  private func reckoning(
    _ deadline: DeadlineSpec, _ subject: Int32, on day: Int32
  ) -> [WhyLine] {
    guard case .after(let anchor, let term) = deadline,
      let from = context.date(context.evaluator.prepare(anchor), subject: subject, on: day)
    else { return [] }
    let end = context.calendar.term(term, after: from, moves: term.unit.movesOffRestDays)
    return end.steps.map { WhyLine($0.chinese, $0.english) }
  }

  func explain(_ ladder: EscalationRule, _ outcome: Outcome, _ rule: Rule) -> [WhyReport.Section] {
    let subject = outcome.key.subject
    let day = context.asOf
    var sections = [membership(ladder.subject, subject, on: day)]
    var clock = [trace(ladder.clock, subject, on: day), trace(ladder.until, subject, on: day)]
    if let pause = ladder.pause { clock.append(trace(pause, subject, on: day)) }
    clock += pauses(of: ladder, subject, rule)
    sections.append(WhyReport.Section("起算、直至、暂停", "Clock, end, pauses", clock))
    let position = Int(outcome.key.first) - 1
    guard ladder.rungs.indices.contains(position) else { return sections }
    let rung = ladder.rungs[position]
    var lines = [
      WhyLine(
        "第 \(position + 1) 级：逾期\(rung.delay) \(rung.action.measure)（\(placed(rung.action.origin))）",
        "Rung \(position + 1): overdue \(rung.delay.english), \(rung.action.measure) (\(placed(rung.action.origin)))",
        children: [action(rung.action, subject, on: day)])
    ]
    if outcome.dueRaw != Outcome.noDay {
      lines.append(
        WhyLine(
          "计满 \(rung.delay) 之日 \(self.day(outcome.dueRaw).zh)",
          "\(rung.delay.english) are over on \(self.day(outcome.dueRaw).en)",
          children: context.date(
            context.evaluator.prepare(ladder.clock), subject: subject, on: day
          ).map { from in
            context.calendar.delay(rung.delay, from: from).steps.map {
              WhyLine("无暂停时：\($0.chinese)", "Without pauses: \($0.english)")
            }
          } ?? []))
      if outcome.due != outcome.dueRaw {
        lines.append(
          WhyLine(
            "休息日不发，顺至 \(self.day(outcome.due).zh)",
            "Held over rest days to \(self.day(outcome.due).en)",
            children: reasons(from: outcome.dueRaw, through: outcome.due - 1)))
      }
    }
    if outcome.happenedOn != Outcome.noDay, outcome.happenedOn != outcome.due {
      lines.append(
        WhyLine(
          "提出于 \(self.day(outcome.happenedOn).zh)，不倒签",
          "Proposed on \(self.day(outcome.happenedOn).en), not back-dated"))
    }
    sections.append(WhyReport.Section("台阶", "Rung", lines))
    return sections
  }

  /// The stretches on which the clock stood, with their days.
  private func pauses(of ladder: EscalationRule, _ subject: Int32, _ rule: Rule) -> [WhyLine] {
    guard let pause = ladder.pause, let days = context.days(of: rule) else { return [] }
    let condition = context.evaluator.prepare(pause)
    let from = context.date(
      context.evaluator.prepare(ladder.clock), subject: subject, on: days.horizon)
    let begin = min(days.start, from?.days ?? days.start)
    return timeline(context.evaluator, from: begin, through: days.horizon) {
      context.evaluator.truth(condition, subject: subject, row: -1, day: $0)
    }.filter { $0.state == .yes }.map { segment in
      let range = DayRange(CivilDate(days: segment.from), CivilDate(days: segment.to))
      return WhyLine(
        "暂停 \(range)，共 \(range.dayCount) 天不计",
        "Paused \(range.english), \(range.dayCount) days not counted")
    }
  }

  func explain(_ target: TargetRule, _ outcome: Outcome) -> [WhyReport.Section] {
    var lines: [WhyLine] = []
    let number = Int(outcome.key.first)
    if target.lines.indices.contains(number) {
      let line = target.lines[number]
      lines.append(
        WhyLine("\(line.text)（\(placed(line.origin))）", "\(line.text) (\(placed(line.origin)))"))
    } else if let comparison = target.comparison {
      lines.append(
        WhyLine(
          "\(comparison.period) 对比 \(comparison.base)：\(comparison.text)",
          "\(comparison.period.english) against \(comparison.base.english): \(comparison.text)"))
    }
    switch target.measure {
    case .metrics(let metrics):
      let metric = Int(outcome.key.nth)
      if metrics.indices.contains(metric) {
        lines.append(WhyLine("指标：\(metrics[metric].text)", "Metric: \(metrics[metric].text)"))
      }
    case .share(let subject, let condition):
      lines.append(
        WhyLine(
          "对象：\(subject.text)；达标：\(text(condition.origin))",
          "Subjects: \(subject.text); met: \(text(condition.origin))"))
      lines += missing(subject, condition, outcome)
    }
    lines.append(
      WhyLine(
        "读数 \(outcome.numerator)/\(outcome.denominator)，另有 \(outcome.unknownCount) 条不清楚",
        "Reading \(outcome.numerator)/\(outcome.denominator), \(outcome.unknownCount) more unknown")
    )
    return [WhyReport.Section("目标", "Target", lines)]
  }

  /// Subjects that do not meet the condition, or of whom it is unknown.
  private func missing(_ subject: Subject, _ condition: Core, _ outcome: Outcome) -> [WhyLine] {
    let evaluator = context.evaluator
    let (member, met) = (evaluator.prepare(subject.condition), evaluator.prepare(condition))
    let day = min(outcome.due, context.asOf)
    let dates = context.snapshot.dateColumn(of: subject.register)
    var open: [(Int32, Truth)] = []
    for position in 0..<context.snapshot[subject.register].count {
      let row = Int32(position)
      if let born = dates?.cells[position], born != unknownCell, born > day { continue }
      let membership = evaluator.truth(member, subject: row, row: -1, day: day)
      if membership == .no { continue }
      let truth = evaluator.truth(met, subject: row, row: -1, day: day)
      if membership == .yes, truth == .yes { continue }
      open.append((row, membership == .unknown ? .unknown : truth))
    }
    var lines = open.prefix(20).map { row, truth in
      let name = facts.quoted(subject.register, row)
      return truth == .no
        ? WhyLine("\(name)：未达标", "\(name): not met")
        : WhyLine("\(name)：不清楚", "\(name): unknown")
    }
    if open.count > 20 {
      lines.append(WhyLine("……另有 \(open.count - 20) 家", "… \(open.count - 20) more"))
    }
    return lines
  }

  /// An action with who does it, to whom, and what it needs.
  func action(_ action: ActionSpec, _ subject: Int32, on day: Int32) -> WhyLine {
    var children: [WhyLine] = []
    for (zh, en, parties) in [
      ("由", "By", action.by), ("批准", "Approved by", action.approvers), ("致", "To", action.to),
      ("抄送", "Copies", action.copies),
    ] where !parties.isEmpty {
      children.append(party(zh, en, parties, subject, on: day))
    }
    for need in action.needs {
      if let condition = need.condition {
        children.append(
          WhyLine(
            "须 \(need.text)", "Needs \(need.text)", children: [trace(condition, subject, on: day)]))
      } else {
        children.append(WhyLine("须 \(need.text)（由人核对）", "Needs \(need.text) (checked by a person)"))
      }
    }
    children += action.choices.map { self.action($0, subject, on: day) }
    if action.needsDecision {
      children.append(WhyLine("只是提请，由指定的人决定", "Proposed only; a named person decides"))
    }
    return WhyLine(Wording(action.measure), children: children)
  }
}
