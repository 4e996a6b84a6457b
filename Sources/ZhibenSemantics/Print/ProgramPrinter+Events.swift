import ZhibenSyntax

extension ProgramPrinter {
  func event(_ event: EventRule) -> [String] {
    var lines = ["  事件 \(schema[event.trigger.register].name) \(text(event.trigger.kind))"]
    if let condition = event.trigger.condition { lines.append("  其中 \(text(condition))") }
    if event.runsFromOccurrence { lines.append("  自 发生") }
    switch event.consequence {
    case .notice(let action): lines.append("  通知 \(text(action))")
    case .obligation(let task): lines += ["  须 \(task.text)"] + self.task(task)
    case .visits(let task, let members):
      lines.append("  检查 \(schema[members.register].name)#1 其中 \(text(members.condition))")
      lines += self.task(task)
    }
    return lines
  }

  private func task(_ task: EventRule.Task) -> [String] {
    var lines = ["  期限 \(task.term)内"] + parties("由", task.bearers)
    if let evidence = task.evidence {
      let filter = evidence.filter.map { " 其中 \(text($0))" } ?? ""
      lines.append("  凭证 \(text(evidence.rows))#1\(filter)")
    }
    return lines
  }

  private func text(_ kind: EventRule.Kind) -> String {
    switch kind {
    case .added: return "新增"
    case .changed(let core): return "变更 \(text(core))"
    case .becomes(let core): return "变为 \(text(core))"
    case .entered(let core): return "进入 \(text(core))"
    case .left(let core): return "退出 \(text(core))"
    case .expired(let core, let before):
      return "届满 \(text(core))" + (before.map { " 前\($0)" } ?? "")
    case .tally(let tally):
      var parts = ["\(tally.isConsecutive ? "连续" : "累计")\(tally.count)次"]
      if let window = tally.window { parts.append("于 \(window)") }
      if let group = tally.group { parts.append("按 \(text(group))") }
      return parts.joined(separator: " ")
    }
  }
}
