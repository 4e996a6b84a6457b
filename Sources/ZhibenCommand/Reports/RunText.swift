import Zhiben
import ZhibenSession

/// What a run found and changed, in few lines: the body of a cron mail.
struct RunText {
  let session: Session
  let store: String

  /// So many lines of outcomes there are at most: a mail that goes on for pages is not read.
  private static let lineLimit = 40
  /// So many rules are named beside the count of a kind.
  private static let ruleLimit = 6

  /// Nothing at all if nothing changed and nothing is due, except at a terminal.
  func write(_ result: RunResult, _ script: Script) {
    let plan = script.program.plan.name
    let groups = RunHighlights.Kind.allCases.compactMap { kind in
      result.highlights.groups[kind].map { (kind, $0) }
    }
    let isWorthAWord = result.hasChanged || !groups.isEmpty
    if isWorthAWord || session.isInteractive, let run = result.statements {
      WriteLines(session: session).say(run)
    }
    guard isWorthAWord, let context = result.context else {
      if session.isInteractive {
        session.print(
          session.text(
            "\(plan)：没有变化，今天没有到期的。", "\(plan): nothing changed, nothing is due today."))
      }
      return
    }
    session.print(heading(plan, result.span))
    if let leftOut = result.span.leftOut { session.print(gap(leftOut, result.span)) }
    var room = Self.lineLimit
    for (position, (kind, group)) in groups.enumerated() {
      let shown = group.examples.prefix(room / (groups.count - position))
      write(group, shown, title(kind, group, result), context)
      room -= shown.count
    }
    if result.hasChanged, let record = result.record { session.print(written(result, record)) }
    next(groups, context)
  }

  /// `小镇  截至 2025-06-30（补跑 2025-06-28 至 2025-06-29）`
  private func heading(_ plan: String, _ span: RunSpan) -> String {
    var line = session.text("\(plan)  截至 \(span.asOf)", "\(plan)  as of \(span.asOf)")
    if let days = span.caughtUp {
      let range = text(days)
      line += session.text("（补跑 \(range)）", " (made up: \(range))")
    }
    return line
  }

  private func text(_ days: ClosedRange<CivilDate>) -> String {
    let (first, last) = (days.lowerBound, days.upperBound)
    return first == last ? "\(first)" : session.text("\(first) 至 \(last)", "\(first) to \(last)")
  }

  /// What was missed and is not made up: told in one line.
  private func gap(_ days: ClosedRange<CivilDate>, _ span: RunSpan) -> String {
    let (range, count) = (text(days), days.dayCount)
    if span.caughtUp != nil {
      return session.text(
        "\(range)（\(count) 天）没有补：一次最多补 \(Engine.catchUpLimit) 天。结果不缺，只有那些天的脚本语句没有执行。",
        "\(range) (\(count) days) were not made up: \(Engine.catchUpLimit) days at most. No outcome is lost; the script's statements were not run for these days."
      )
    }
    return session.text(
      "\(range)（\(count) 天）没有运行。结果照 \(span.asOf) 推算，台阶只提出最高一级，不倒签；--补跑 可以逐日补上。",
      "nothing was run on \(range) (\(count) days). Outcomes are those of \(span.asOf), of rungs only the highest is proposed; --catch-up makes up the days."
    )
  }

  private func written(_ result: RunResult, _ record: RunRecord) -> String {
    let first = result.records.first?.id ?? record.id
    let runs = first == record.id ? "\(first)" : "\(first)–\(record.id)"
    return session.text(
      "已写入第 \(runs) 号记录：\(session.counts(result))。",
      "\(first == record.id ? "entry \(runs) was" : "entries \(runs) were") written: \(session.counts(result))."
    )
  }

  /// What to do next: for somebody who can do it at once.
  private func next(
    _ groups: [(RunHighlights.Kind, RunHighlights.Group)], _ context: RunContext
  ) {
    guard session.isInteractive, let change = groups.first?.1.examples.first else { return }
    let key = ShellText.quoted(context.described(change).key)
    let (script, store) = (ShellText.quoted(context.script.name), ShellText.quoted(store))
    session.say(
      session.text(
        "下一步：zhiben 为何 \(key) --台账库 \(store) --脚本 \(script)",
        "next: zhiben why \(key) --store \(store) --script \(script)"))
  }

  private func write(
    _ group: RunHighlights.Group, _ shown: ArraySlice<Change>, _ title: String,
    _ context: RunContext
  ) {
    session.print("\(title)\(byRule(group, context, isComplete: shown.count == group.count))")
    var lines = OutcomeLines(session)
    for change in shown {
      let described = context.described(change).described
      lines.add(described, mark: described.rule?.name ?? "")
    }
    lines.flush()
    let rest = group.count - shown.count
    if rest > 0 {
      session.print(session.text("  还有 \(rest.grouped) 条", "  \(rest.grouped) more"))
    }
  }

  /// `新逾期 3（共逾期 17）`
  private func title(
    _ kind: RunHighlights.Kind, _ group: RunHighlights.Group, _ result: RunResult
  ) -> String {
    let line = "\(title(kind)) \(group.count.grouped)"
    let all = result.summary?.stateCounts[.overdue] ?? 0
    guard kind == .newlyOverdue, all > group.count else { return line }
    return line + session.text("（共逾期 \(all.grouped)）", " (\(all.grouped) in all)")
  }

  private func title(_ kind: RunHighlights.Kind) -> String {
    switch kind {
    case .newlyOverdue: session.text("新逾期", "newly overdue")
    case .dueToday: session.text("今日到期", "due today")
    case .newlyBroken: session.text("新违反", "newly broken")
    case .rungReached: session.text("新到督办台阶", "rungs reached")
    case .noticeDue: session.text("新通知待办", "notices to send")
    case .targetMissed: session.text("未达目标", "targets missed")
    case .toBeVerified: session.text("新待核实", "to be verified")
    }
  }

  /// `：规范化对标自查 35，风险辨识 4`; nothing where every change is listed anyway.
  private func byRule(
    _ group: RunHighlights.Group, _ context: RunContext, isComplete: Bool
  ) -> String {
    guard !isComplete else { return "" }
    let all = group.byRule.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let parts = all.prefix(Self.ruleLimit).map { number, count in
      "\(context.script.program.rules[Int(number)].name) \(count.grouped)"
    }
    let rest = all.count - parts.count
    return session.text("：", ": ") + parts.joined(separator: session.text("，", ", "))
      + (rest > 0 ? session.text("，另 \(rest) 条规则", ", \(rest) more rules") : "")
  }
}
