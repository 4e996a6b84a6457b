import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Explainer {
  func explain(_ duty: DutyRule, _ outcome: Outcome, _ rule: Rule) -> [WhyReport.Section] {
    let subject = outcome.key.subject
    let first = outcome.key.first
    let last = outcome.last == Outcome.noDay ? context.asOf : outcome.last
    let decided = max(min(last, context.asOf), rule.inForce.first.days)
    var sections = [membership(duty.subject, subject, on: decided)]
    if !duty.bearers.isEmpty {
      sections[0].lines.append(party("由", "By", duty.bearers, subject, on: decided))
    }
    sections.append(cadence(duty, outcome, rule, on: decided))
    sections += reliefs(duty, outcome, rule, on: decided)
    sections.append(term(duty, outcome, from: first, through: last))
    if let evidence = duty.evidence {
      let counted = relieved(evidence, duty, outcome, on: decided)
      sections.append(self.evidence(counted, outcome, from: first, through: last))
    }
    if outcome.status == .overdue, !duty.overdue.isEmpty {
      sections.append(measures(duty.overdue, subject, on: context.asOf))
    }
    return sections
  }

  private func cadence(
    _ duty: DutyRule, _ outcome: Outcome, _ rule: Rule, on day: Int32
  ) -> WhyReport.Section {
    let subject = outcome.key.subject
    var lines = duty.cadence.keys.map { trace($0, subject, on: day) }
    for exception in duty.exceptions {
      let truth = reference.truth(exception.condition, subject: subject, row: -1, day: day)
      let (zh, en) =
        switch truth {
        case .yes: ("适用", "applies")
        case .no: ("不适用", "does not apply")
        case .unknown: ("是否适用不清楚", "may apply")
        }
      lines.append(
        WhyLine(
          "例外 \(exception.text)：\(zh)（\(placed(exception.origin))）",
          "except \(exception.text): \(en) (\(placed(exception.origin)))",
          children: [decidingTrace(exception.condition, subject, on: day)]))
    }
    guard let days = context.days(of: rule) else {
      return WhyReport.Section("频次", "Cadence", lines)
    }
    let regime = DutyRegime(
      subject: duty.subject, cadence: duty.cadence, exceptions: duty.exceptions,
      reliefs: context.program.reliefs(of: Int(outcome.key.rule), .cadence), context)
    let states = timeline(context.evaluator, from: days.start, through: days.horizon) {
      regime.state(context.evaluator, subject: subject, day: $0)
    }
    for segment in states where states.count > 1 || segment.state != .out {
      let range = DayRange(CivilDate(days: segment.from), CivilDate(days: segment.to))
      switch segment.state {
      case .out: lines.append(WhyLine("\(range)：不属于对象", "\(range.english): not a subject"))
      case .exempt: lines.append(WhyLine("\(range)：免除", "\(range.english): exempt"))
      case .owed(let cadence, _, let doubt):
        let text = regime.cadences[cadence].words
        lines.append(
          WhyLine(
            "\(range)：\(text.zh)\(doubt.words.map { "（\($0.zh)）" } ?? "")",
            "\(range.english): \(text.en)\(doubt.words.map { " (\($0.en))" } ?? "")"))
      }
    }
    return WhyReport.Section("频次", "Cadence", lines)
  }

  private func term(
    _ duty: DutyRule, _ outcome: Outcome, from first: Int32, through last: Int32
  ) -> WhyReport.Section {
    let range = DayRange(CivilDate(days: first), CivilDate(days: last))
    let (rank, n) = PeriodRank.split(outcome.key.nth)
    var lines: [WhyLine] = []
    if let unit = rank.unit {
      lines.append(
        WhyLine(
          "本期 \(unit.label(for: range))（\(range)），第 \(n) 次",
          "Period \(unit.label(for: range)) (\(range.english)), number \(n)"))
      let entry = context.calendar.entry(
        on: CivilDate(days: max(first, enteredOn(duty.subject, outcome.key.subject))),
        into: range, count: max(n, 1))
      if entry.remaining < entry.whole {
        lines.append(WhyLine("期中入列：\(entry.chinese)", "Entered in mid-period: \(entry.english)"))
      }
    }
    if outcome.due != Outcome.noDay {
      lines.append(WhyLine("期限 \(day(outcome.due).zh)", "Due \(day(outcome.due).en)"))
      if outcome.dueRaw != outcome.due {
        lines.append(
          WhyLine(
            "按期计算为 \(day(outcome.dueRaw).zh)，遇休息日顺延至 \(day(outcome.due).zh)",
            "Reckoned as \(day(outcome.dueRaw).en), moved off a rest day to \(day(outcome.due).en)",
            children: reasons(from: outcome.dueRaw, through: outcome.due - 1)))
      } else if rank.unit != nil {
        lines.append(
          WhyLine("期末不因休息日顺延", "Period ends do not move off rest days"))
      }
    }
    if let grace = duty.grace {
      lines.append(
        WhyLine("宽限 \(grace)：只影响颜色和首级台阶", "Grace \(grace.english): colour and first rung only"))
    }
    return WhyReport.Section("期限", "Term", lines)
  }

  /// Why each of these days is a rest day.
  func reasons(from first: Int32, through last: Int32) -> [WhyLine] {
    guard first <= last else { return [] }
    return (first...last).prefix(12).map { number in
      let date = CivilDate(days: number)
      let reason = context.calendar.reason(for: date)
      return WhyLine("\(date) \(reason.chinese)", "\(date) \(reason.english)")
    }
  }

  private func enteredOn(_ subject: Subject, _ row: Int32) -> Int32 {
    let cell = context.snapshot.dateColumn(of: subject.register)?.cells[Int(row)] ?? unknownCell
    return cell == unknownCell ? .min : Int32(clamping: cell)
  }

  func evidence(
    _ evidence: Evidence, _ outcome: Outcome, from first: Int32, through last: Int32
  ) -> WhyReport.Section {
    let register = evidence.rows.register(scopes: context.program.scopes)
    let source = context.evaluator.prepare(
      rows: Aggregate(kind: .exists, rows: evidence.rows, frame: 1))
    let dates = context.snapshot.dateColumn(of: register)
    let candidates = context.evaluator.rows(
      of: source, subject: outcome.key.subject, row: -1, day: context.asOf)
    var (telling, turnedDown, outside): ([WhyLine], [WhyLine], Int) = ([], [], 0)
    for candidate in candidates {
      let cell = dates?.cells[Int(candidate.row)] ?? unknownCell
      let day = cell == unknownCell ? nil : Int32(clamping: cell)
      if let day, day < first || day > last, candidate.row != outcome.evidence {
        outside += 1
        continue
      }
      let (line, truth) = proof(evidence, candidate.row, of: outcome.key.subject, on: day)
      if truth == .no { turnedDown.append(line) } else { telling.append(line) }
    }
    let found = telling.count + turnedDown.count
    var lines = [
      WhyLine(
        "须有 \(evidence.text)：本期查到 \(found) 条，期外 \(outside) 条",
        "Wanted \(evidence.text): \(found) in the period, \(outside) outside it")
    ]
    lines += telling + turnedDown.prefix(6)
    let rest = found + 1 - lines.count
    if rest > 0 { lines.append(WhyLine("另有 \(rest) 条不算", "\(rest) more do not count")) }
    return WhyReport.Section("凭证", "Evidence", lines)
  }

  /// One record of the evidence register: whether it counts, and what decides that. Judged on its own day (time 5).
  private func proof(
    _ evidence: Evidence, _ row: Int32, of subject: Int32, on day: Int32?
  ) -> (WhyLine, Truth) {
    let register = evidence.rows.register(scopes: context.program.scopes)
    let name = facts.quoted(register, row)
    let date = day.map { " \(CivilDate(days: $0))" } ?? "（日期为空）"
    let judged = day ?? context.asOf
    var truth = Truth.yes
    var children: [WhyLine] = []
    if let filter = evidence.filter {
      truth = reference.truth(filter, subject: subject, row: row, day: judged)
      children = [decidingTrace(filter, subject, row: row, on: judged)]
    }
    if truth == .yes, day == nil { truth = .unknown }
    let (zh, en) =
      switch truth {
      case .yes: ("算", "counts")
      case .no: ("不算", "does not count")
      case .unknown: ("不清楚", "unknown")
      }
    return (WhyLine("\(name)\(date)：\(zh)", "\(name)\(date): \(en)", children: children), truth)
  }

  func explain(_ inspection: InspectionRule, _ outcome: Outcome) -> [WhyReport.Section] {
    var lines: [WhyLine] = []
    let day = min(outcome.due == Outcome.noDay ? context.asOf : outcome.due, context.asOf)
    if let mode = inspection.mode {
      let choice = PreparedChoice(mode, context.evaluator)
      let selection = choice.select(context.evaluator, subject: outcome.key.subject, day: day)
      let names = selection.arms.compactMap { choice.arms[$0].value }
      lines.append(
        WhyLine(
          "方式：\(names.joined(separator: " 或 "))\(selection.isCertain ? "" : "（不清楚）")",
          "Mode: \(names.joined(separator: " or "))\(selection.isCertain ? "" : " (unknown)")",
          children: mode.keys.map { trace($0, outcome.key.subject, on: day) }))
    }
    if let cap = inspection.cap {
      let choice = PreparedChoice(cap, context.evaluator)
      let selection = choice.select(context.evaluator, subject: outcome.key.subject, day: day)
      for arm in selection.arms {
        guard let value = choice.arms[arm].value else { continue }
        lines.append(
          WhyLine(
            "上限：\(value.words.zh)（\(placed(choice.arms[arm].origin))）",
            "Cap: \(value.words.en) (\(placed(choice.arms[arm].origin)))",
            children: cap.keys.map { trace($0, outcome.key.subject, on: day) }))
      }
    }
    if !inspection.checklist.isEmpty {
      let names = inspection.checklist.joined(separator: "、")
      lines.append(WhyLine("清单：\(names)", "Checklist: \(names)"))
    }
    return lines.isEmpty ? [] : [WhyReport.Section("检查", "Inspection", lines)]
  }

  /// What is to be done about a miss.
  func measures(_ actions: [ActionSpec], _ subject: Int32, on day: Int32) -> WhyReport.Section {
    WhyReport.Section("措施", "Measures", actions.map { action($0, subject, on: day) })
  }

  /// 由 / 致 with the record that a path leads to.
  func party(
    _ zh: String, _ en: String, _ parties: [Party], _ subject: Int32, on day: Int32
  ) -> WhyLine {
    let names = parties.map { party -> String in
      guard let path = party.path else { return party.text }
      let value = reference.value(path, subject: subject, row: -1, day: day)
      return "\(party.text)（\(facts.words(value).zh)）"
    }
    return WhyLine(
      "\(zh)：\(names.joined(separator: "、"))", "\(en): \(names.joined(separator: ", "))")
  }
}

extension PeriodRank {
  /// The calendar unit, if it is one.
  public var unit: CalendarUnit? {
    switch self {
    case .none: nil
    case .day: .day
    case .week: .week
    case .tenDays: .tenDays
    case .month: .month
    case .quarter: .quarter
    case .halfYear: .halfYear
    case .year: .year
    }
  }
}

extension Cadence {
  /// The cadence in words.
  public var words: Wording {
    switch self {
    case .periodic(let unit, let least, let most, _):
      let most = most.map { (" 至多\($0)次", ", at most \($0)") } ?? ("", "")
      let least = least == 0 ? ("", "") : (" 至少\(least)次", ": at least \(least)")
      return Wording(
        zh: "每\(unit.chinese)\(least.0)\(most.0)", en: "every \(unit.rawValue)\(least.1)\(most.1)")
    case .rolling(let term, _):
      return Wording(zh: "距上次不超过\(term)", en: "within \(term.english) of the last")
    case .anchored(_, let term):
      return Wording(zh: "自起算日起每\(term)", en: "every \(term.english) from its anchor")
    case .once(let deadline):
      switch deadline {
      case .day(let date): return Wording(zh: "\(date) 前一次", en: "once by \(date)")
      case .after(_, let term):
        return Wording(zh: "起算日后 \(term)内一次", en: "once within \(term.english) after its anchor")
      case .before(_, let term):
        return Wording(zh: "到期前 \(term)一次", en: "once \(term.english) before its anchor")
      case .always: return Wording(zh: "随时", en: "always")
      }
    }
  }
}
