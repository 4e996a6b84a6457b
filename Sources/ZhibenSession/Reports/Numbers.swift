import Zhiben

extension Int {
  /// `1,284`
  package var grouped: String {
    let digits = String(magnitude)
    var text = ""
    for (position, digit) in digits.enumerated() {
      if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return self < 0 ? "-" + text : text
  }
}

extension Session {
  /// `新增 12，变更 3，取消 0`
  package func counts(_ counts: [Change.Kind: Int]) -> String {
    [Change.Kind.insert, .update, .withdraw].map {
      "\($0.wording[language]) \((counts[$0] ?? 0).grouped)"
    }.joined(separator: text("，", ", "))
  }

  /// The same of a run, with what its statements wrote in front, if they wrote anything.
  package func counts(_ result: RunResult) -> String {
    guard result.records.count > 1 else { return counts(result.changeCounts, result.statements) }
    let writes = result.records.reduce(0) { $0 + $1.writes }
    return (writes > 0 ? text("登记 \(writes.grouped)；", "registers \(writes.grouped); ") : "")
      + counts(result.changeCounts)
  }

  /// The same of a plan.
  package func counts(_ run: PlannedRun) -> String {
    counts(run.plan.summary.changeCounts, run.statements)
  }

  private func counts(_ changes: [Change.Kind: Int], _ run: StatementRun?) -> String {
    guard let run, !run.writes.isEmpty else { return counts(changes) }
    return WriteLines(session: self).counts(run) + text("；", "; ") + counts(changes)
  }

  /// `完成 800，逾期 184`, in the order in which the states are declared.
  package func states(_ counts: [OutcomeStatus: Int]) -> String {
    counts.filter { $0.value > 0 }.sorted { $0.key.rawValue < $1.key.rawValue }.map {
      "\($0.key.words[language]) \($0.value.grouped)"
    }.joined(separator: text("，", ", "))
  }
}
