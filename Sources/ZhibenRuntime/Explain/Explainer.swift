import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Explains outcomes. States and dates come from the planner itself; conditions are judged again by the reference evaluator, which notes every
/// sub-value and record.
public struct Explainer {
  let context: PlanContext<FastEvaluator>
  let reference: ReferenceEvaluator
  let facts: FactWords
  let lines: ExplanationLines

  /// Makes an explainer for one program, snapshot and day.
  public init(
    program: Program, snapshot: Snapshot, calendar: WorkCalendar, asOf: CivilDate,
    draws: [FrozenDraw] = []
  ) {
    context = PlanContext(
      program: program, snapshot: snapshot, calendar: calendar, asOf: asOf.days,
      evaluator: FastEvaluator(program: program, snapshot: snapshot, calendar: calendar),
      draws: draws)
    reference = ReferenceEvaluator(program: program, snapshot: snapshot, calendar: calendar)
    facts = FactWords(snapshot)
    lines = ExplanationLines(facts: facts, schema: snapshot.schema, rowLimit: 12)
  }

  /// Explains an outcome.
  /// - Parameter outcome: as the plan or the ledger has it.
  public func explain(_ outcome: Outcome) -> WhyReport {
    let number = Int(outcome.key.rule)
    guard context.program.rules.indices.contains(number) else {
      return WhyReport(rule: number, outcome: outcome, sections: [])
    }
    let rule = context.program.rules[number]
    var sections = [heading(rule)]
    switch rule.body {
    case .duty(let duty): sections += explain(duty, outcome, rule)
    case .inspection(let inspection):
      sections += explain(inspection.duty, outcome, rule) + explain(inspection, outcome)
    case .requirement(let requirement): sections += explain(requirement, outcome, rule)
    case .escalation(let ladder): sections += explain(ladder, outcome, rule)
    case .target(let target): sections += explain(target, outcome)
    case .draw(let draw): sections += explain(draw, outcome, rule)
    case .report(let report):
      sections += explain(report.duty, outcome, rule) + explain(report, outcome)
    case .relief: break
    case .event(let event): sections += explain(event, outcome, rule)
    }
    sections.append(verdict(outcome))
    return WhyReport(rule: number, outcome: outcome, sections: sections)
  }

  /// Explains why a rule has no outcome for a subject: its membership.
  public func explainAbsence(rule number: Int, subject: Int32) -> WhyReport {
    let rule = context.program.rules[number]
    var sections = [heading(rule)]
    if let subjects = rule.subject {
      sections.append(membership(subjects, subject, on: context.asOf))
    }
    return WhyReport(rule: number, outcome: nil, sections: sections)
  }

  // MARK: Sections

  private func heading(_ rule: Rule) -> WhyReport.Section {
    let place = placed(rule.origin)
    var lines = [
      WhyLine(
        "\(rule.kindWords.zh) \(rule.name)（\(place)）",
        "\(rule.kindWords.en) \(rule.name) (\(place))")
    ]
    lines += rule.citations.map { WhyLine("依据：\($0)", "Basis: \($0)") }
    if rule.strength != .must {
      lines.append(WhyLine("力度：\(rule.strength.rawValue)", "Strength: \(rule.strength.rawValue)"))
    }
    return WhyReport.Section("规则", "Rule", lines)
  }

  func membership(_ subject: Subject, _ row: Int32, on day: Int32) -> WhyReport.Section {
    WhyReport.Section(
      "对象", "Subject",
      [
        WhyLine(
          Wording(facts.quoted(subject.register, row)),
          children: [trace(subject.condition, row, on: day)])
      ])
  }

  private func verdict(_ outcome: Outcome) -> WhyReport.Section {
    let status = outcome.status.words
    var (zh, en) = (status.zh, status.en)
    if let cause = outcome.cause.words {
      zh += "：\(cause.zh)"
      en += ": \(cause.en)"
    }
    let asOf = CivilDate(days: context.asOf)
    let isLate = outcome.status == .overdue && outcome.due != Outcome.noDay
    if isLate {
      let days = context.asOf - outcome.due
      zh += "，已逾期 \(days) 天"
      en += ", \(days) days late"
    }
    return WhyReport.Section(
      "结论", "Verdict", [WhyLine("截至 \(asOf)：\(zh)", "As of \(asOf): \(en)")])
  }

  // MARK: Helpers

  /// The trace of a condition over a subject, as lines.
  func trace(_ core: Core, _ subject: Int32, row: Int32 = -1, on day: Int32) -> WhyLine {
    lines.line(reference.explain(core, subject: subject, row: row, day: day))
  }

  /// The same, only with what made a false condition false.
  func decidingTrace(_ core: Core, _ subject: Int32, row: Int32 = -1, on day: Int32) -> WhyLine {
    lines.deciding(reference.explain(core, subject: subject, row: row, day: day))
  }

  /// The text of the source at a place, on one line.
  func text(_ origin: Origin) -> String {
    guard context.program.sources.indices.contains(origin.source) else { return "" }
    return context.program.sources[origin.source].text(origin.span)
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  /// `洋口镇.plan:41`.
  func placed(_ origin: Origin) -> String {
    guard context.program.sources.indices.contains(origin.source) else { return "" }
    let source = context.program.sources[origin.source]
    return "\(source.name):\(source.line(at: origin.span.start))"
  }

  /// A day in words, with the mark of an undecreed year (time 28).
  func day(_ day: Int32) -> Wording {
    let date = CivilDate(days: day)
    return context.calendar.isProvisional(date)
      ? Wording(zh: "\(date)（暂定）", en: "\(date) (provisional)") : Wording("\(date)")
  }
}

extension Rule {
  /// The word of the rule's declaration.
  public var kindWords: Wording {
    switch body {
    case .duty: Wording(zh: "职责", en: "duty")
    case .inspection: Wording(zh: "检查", en: "inspection")
    case .requirement: Wording(zh: "必须", en: "require")
    case .escalation: Wording(zh: "督办", en: "escalation")
    case .target: Wording(zh: "目标", en: "target")
    case .draw: Wording(zh: "抽取", en: "draw")
    case .report: Wording(zh: "报送", en: "report")
    case .relief: Wording(zh: "激励", en: "incentive")
    case .event: Wording(zh: "当", en: "when")
    }
  }

  /// Whom the rule binds; nil for targets without subject.
  public var subject: Subject? {
    switch body {
    case .duty(let duty): duty.subject
    case .inspection(let inspection): inspection.duty.subject
    case .requirement(let requirement): requirement.subject
    case .escalation(let ladder): ladder.subject
    case .target(let target):
      if case .share(let subject, _) = target.measure { subject } else { nil }
    case .draw(let draw): draw.population
    case .relief(let relief): relief.subject
    case .report(let report): report.duty.subject
    case .event(let event): event.subject
    }
  }

  /// What the rule's outcomes are; nil for a relief, which changes those of others.
  public var outcomeKind: OutcomeKind? {
    switch body {
    case .duty, .report: .obligation
    case .inspection: .visit
    case .requirement: .violation
    case .escalation: .rung
    case .target: .reading
    case .draw: .draw
    case .relief: nil
    case .event(let event): event.outcomeKind
    }
  }
}
