import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Puts the reference evaluator's trace into lines.
struct ExplanationLines {
  let facts: FactWords
  let schema: Schema
  /// More rows than this are counted, not listed.
  let rowLimit: Int

  /// The line for a condition of which only what decided it is of interest: under one that is false, what made it false.
  func deciding(_ explanation: Explanation) -> WhyLine { line(explanation.pruned) }

  /// The lines for one judged expression. Constants and plain records say nothing that the line above does not say.
  func line(_ explanation: Explanation) -> WhyLine {
    let value = facts.words(explanation.value)
    var zh = explanation.text.isEmpty ? value.zh : "\(explanation.text) → \(value.zh)"
    var en = explanation.text.isEmpty ? value.en : "\(explanation.text) → \(value.en)"
    if let read = explanation.read {
      let field = schema[read.field].name
      let record = facts.quoted(read.field.register, read.row)
      zh += "（读自 \(record).\(field)\(span(read, zh: true))）"
      en += " (read from \(record).\(field)\(span(read, zh: false)))"
    }
    return WhyLine(
      Wording(zh: zh, en: en),
      children: explanation.children.filter(\.isTelling).map(line) + rows(explanation.rows))
  }

  private func span(_ read: Explanation.CellRead, zh: Bool) -> String {
    var text = ""
    if let since = read.since, since > CivilDate.min {
      text += zh ? "，自\(since)起" : ", since \(since)"
    }
    if let until = read.until { text += zh ? "，至\(until.previous)" : ", until \(until.previous)" }
    return text
  }

  private func rows(_ rows: [Explanation.RowRead]) -> [WhyLine] {
    let inside = rows.filter { $0.truth != .no }
    var lines = inside.prefix(rowLimit).map(row)
    if inside.count > rowLimit {
      let rest = inside.count - rowLimit
      lines.append(WhyLine("……另有 \(rest) 条", "… \(rest) more"))
    }
    let out = rows.count - inside.count
    if out > 0 {
      lines.append(WhyLine("查过但不算的记录 \(out) 条", "\(out) records looked at that do not count"))
    }
    return lines
  }

  private func row(_ row: Explanation.RowRead) -> WhyLine {
    let record = facts.quoted(row.register, row.row)
    let day = row.date.map { " \($0)" } ?? ""
    let (zh, en) =
      switch row.truth {
      case .yes: ("算", "counts")
      case .unknown: ("不清楚", "unknown")
      case .no: ("不算", "does not count")
      }
    var children = row.children.filter(\.isTelling).map(line)
    if let blank = row.blankDate {
      children.append(
        WhyLine("\(schema[blank].name) 为空", "\(schema[blank].name) is blank"))
    }
    return WhyLine(
      Wording(zh: "\(record)\(day)：\(zh)", en: "\(record)\(day): \(en)"), children: children)
  }
}

extension Explanation {
  /// Whether its line tells more than the text of the expression around it.
  fileprivate var isTelling: Bool {
    if read != nil || !children.isEmpty || !rows.isEmpty { return true }
    if case .date? = value { return true }
    return value == nil
  }

  /// Without the parts that are true under one that is false.
  fileprivate var pruned: Explanation {
    guard value == .bool(false) else { return self }
    var copy = self
    let reasons = children.filter { $0.value == .bool(false) }
    copy.children = (reasons.isEmpty ? children : reasons).map(\.pruned)
    return copy
  }
}
