import Zhiben
import ZhibenSession

/// What a run changed, in few lines: the body of a cron mail.
struct RunText {
  let session: Session

  /// Nothing at all if nothing changed, except at a terminal.
  func write(_ result: RunResult, _ script: Script, _ asOf: CivilDate) {
    let plan = script.program.plan.name
    if let run = result.statements { WriteLines(session: session).say(run) }
    guard let context = result.context, let record = result.record else {
      if session.isInteractive {
        session.print(session.text("\(plan)：没有变化。", "\(plan): nothing changed."))
      }
      return
    }
    session.print(session.text("\(plan)  截至 \(asOf)", "\(plan)  as of \(asOf)"))
    for kind in RunHighlights.Kind.allCases {
      if let group = result.highlights.groups[kind] { write(group, kind, context) }
    }
    session.print(
      session.text(
        "已写入第 \(record.id) 次运行：\(session.counts(result))。",
        "run \(record.id) was written: \(session.counts(result))."))
  }

  private func write(
    _ group: RunHighlights.Group, _ kind: RunHighlights.Kind, _ context: RunContext
  ) {
    session.print("\(title(kind)) \(group.count.grouped)\(byRule(group, context))")
    var lines = OutcomeLines(session)
    for change in group.examples {
      let described = context.described(change).described
      lines.add(described, mark: described.rule?.name ?? "")
    }
    lines.flush()
    let rest = group.count - group.examples.count
    if rest > 0 {
      session.print(session.text("  还有 \(rest.grouped) 条", "  \(rest.grouped) more"))
    }
  }

  private func title(_ kind: RunHighlights.Kind) -> String {
    switch kind {
    case .newlyOverdue: session.text("新逾期", "newly overdue")
    case .newlyBroken: session.text("新违反", "newly broken")
    case .rungReached: session.text("新到督办台阶", "rungs reached")
    case .targetMissed: session.text("未达目标", "targets missed")
    case .toBeVerified: session.text("新待核实", "to be verified")
    }
  }

  /// `：规范化对标自查 35，风险辨识 4`; nothing where every change is listed anyway.
  private func byRule(_ group: RunHighlights.Group, _ context: RunContext) -> String {
    guard group.count > group.examples.count else { return "" }
    let parts = group.byRule.sorted { $0.key < $1.key }.map { number, count in
      "\(context.script.program.rules[Int(number)].name) \(count.grouped)"
    }
    return session.text("：", ": ") + parts.joined(separator: session.text("，", ", "))
  }
}
