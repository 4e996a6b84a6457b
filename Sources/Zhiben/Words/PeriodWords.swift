import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Says which period, rung or line an outcome stands for.
enum PeriodWords {
  /// `2025年第2季度`, `逾期15日 通报`, `自 2025-04-01 起`, `2024年底前 100%`.
  static func label(of outcome: Outcome, in rule: Rule) -> Wording {
    switch rule.body {
    case .escalation(let ladder): rung(outcome, in: ladder)
    case .target(let target): line(outcome, in: target)
    case .requirement: since(outcome.key.first)
    case .draw(let draw) where outcome.kind == .draw: round(outcome, of: draw)
    case .report(let report): due(outcome, of: report)
    case .event(let event): on(outcome, event)
    case .duty, .inspection, .draw, .relief: period(outcome)
    }
  }

  private static func due(_ outcome: Outcome, of report: ReportRule) -> Wording {
    let day = report.dueDay(of: outcome.key)
    return Wording(zh: "\(day) 报", en: "due \(day)")
  }

  /// `2025-05-06 通知 致 …`: the day of the event and what is done.
  private static func on(_ outcome: Outcome, _ event: EventRule) -> Wording {
    Wording("\(CivilDate(days: outcome.key.first)) \(event.measure)")
  }

  private static func round(_ outcome: Outcome, of draw: DrawRule) -> Wording {
    let period = calendarPeriod(
      PeriodRank(draw.unit),
      first: draw.unit.period(containing: CivilDate(days: outcome.key.first)).first)
    let (round, attempt) = (outcome.key.nth / 10, outcome.key.nth % 10)
    return Wording(
      zh: "\(period.zh)第\(round)轮" + (attempt > 0 ? "重抽\(attempt)" : ""),
      en: "\(period.en), round \(round)" + (attempt > 0 ? ", redraw \(attempt)" : ""))
  }

  private static func period(_ outcome: Outcome) -> Wording {
    let (rank, n) = PeriodRank.split(outcome.key.nth)
    let period = calendarPeriod(rank, first: CivilDate(days: outcome.key.first))
    return n > 1 ? Wording(zh: "\(period.zh) 之\(n)", en: "\(period.en) #\(n)") : period
  }

  /// A calendar period by its first day.
  static func calendarPeriod(_ rank: PeriodRank, first: CivilDate) -> Wording {
    let (year, month, day) = first.parts
    let monthText = (month < 10 ? "0" : "") + String(month)
    switch rank {
    case .none: return since(first.days)
    case .day: return Wording(first.description)
    case .week: return Wording(zh: "\(first) 起一周", en: "week of \(first)")
    case .tenDays:
      let part =
        day <= 10 ? ("上旬", "days 1-10") : day <= 20 ? ("中旬", "days 11-20") : ("下旬", "days 21-")
      return Wording(zh: "\(year)年\(month)月\(part.0)", en: "\(year)-\(monthText), \(part.1)")
    case .month: return Wording(zh: "\(year)年\(month)月", en: "\(year)-\(monthText)")
    case .quarter:
      let quarter = (month + 2) / 3
      return Wording(zh: "\(year)年第\(quarter)季度", en: "\(year) Q\(quarter)")
    case .halfYear:
      return Wording(
        zh: "\(year)年\(month <= 6 ? "上" : "下")半年", en: "\(year) H\(month <= 6 ? 1 : 2)")
    case .year: return Wording(zh: "\(year)年", en: "\(year)")
    }
  }

  private static func since(_ day: Int32) -> Wording {
    let date = CivilDate(days: day)
    return Wording(zh: "自 \(date)", en: "from \(date)")
  }

  private static func rung(_ outcome: Outcome, in ladder: EscalationRule) -> Wording {
    let number = Int(outcome.key.first)
    guard ladder.rungs.indices.contains(number - 1) else { return "\(number)" }
    let rung = ladder.rungs[number - 1]
    let measure = rung.action.measure
    let round = outcome.key.nth > 1 ? " #\(outcome.key.nth)" : ""
    return Wording(
      zh: "逾期\(rung.delay) \(measure)\(round)",
      en: "\(measure), \(rung.delay.english) overdue\(round)")
  }

  private static func line(_ outcome: Outcome, in target: TargetRule) -> Wording {
    var parts: [String] = []
    let (line, metric) = (Int(outcome.key.first), Int(outcome.key.nth))
    if case .metrics(let metrics) = target.measure, metrics.count > 1,
      metrics.indices.contains(metric)
    {
      parts.append(metrics[metric].text)
    }
    if target.lines.indices.contains(line) {
      parts.append(target.lines[line].text)
    } else if let comparison = target.comparison {
      parts.append(comparison.text)
    }
    return Wording(parts.joined(separator: " "))
  }
}
