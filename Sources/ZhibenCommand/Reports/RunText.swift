import Zhiben

/// What a run changed, in few lines: the body of a cron mail.
struct RunText {
  let session: Session

  /// So many records of each group are named.
  private static let limit = 10

  /// Nothing at all if nothing changed, except at a terminal.
  func write(_ result: RunResult, _ script: Script, _ asOf: CivilDate) {
    let plan = script.program.plan.name
    guard let run = result.run, let record = result.record else {
      if session.isInteractive {
        session.print(session.text("\(plan)：没有变化。", "\(plan): nothing changed."))
      }
      return
    }
    session.print(session.text("\(plan)  截至 \(asOf)", "\(plan)  as of \(asOf)"))
    group(run, session.text("新逾期", "newly overdue")) { $0.status == .overdue }
    group(run, session.text("新违反", "newly broken")) { $0.kind == .violation && $0.status == .open }
    group(run, session.text("新到督办台阶", "rungs reached")) {
      [.proposed, .awaitingApproval, .held].contains($0.status)
    }
    group(run, session.text("未达目标", "targets missed")) { $0.status == .missed }
    group(run, session.text("新待核实", "to be verified")) { $0.status == .unknown }
    session.print(
      session.text(
        "已写入第 \(record.id) 次运行：\(session.counts(run.plan.summary.changeCounts))。",
        "run \(record.id) was written: \(session.counts(run.plan.summary.changeCounts))."))
  }

  private func group(_ run: PlannedRun, _ title: String, _ isIn: (Outcome) -> Bool) {
    let changes = run.plan.changes.filter {
      $0.kind != .withdraw && isIn($0.outcome) && $0.before?.status != $0.outcome.status
    }
    guard !changes.isEmpty else { return }
    session.print("\(title) \(changes.count.grouped)\(byRule(changes, run))")
    var lines = OutcomeLines(session)
    for change in changes.prefix(Self.limit) {
      let described = run.context.described(change).described
      lines.add(described, mark: described.rule?.name ?? "")
    }
    lines.flush()
    if changes.count > Self.limit {
      session.print(
        session.text(
          "  还有 \((changes.count - Self.limit).grouped) 条",
          "  \((changes.count - Self.limit).grouped) more"))
    }
  }

  /// `：规范化对标自查 35，风险辨识 4`; nothing where every change is listed anyway.
  private func byRule(_ changes: [Change], _ run: PlannedRun) -> String {
    guard changes.count > Self.limit else { return "" }
    var counts: [Int32: Int] = [:]
    for change in changes { counts[change.outcome.key.rule, default: 0] += 1 }
    let parts = counts.sorted { $0.key < $1.key }.map { number, count in
      "\(run.context.script.program.rules[Int(number)].name) \(count.grouped)"
    }
    return session.text("：", ": ") + parts.joined(separator: session.text("，", ", "))
  }
}
