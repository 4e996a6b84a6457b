import Zhiben
import ZhibenSession

/// Clauses, rules, rows and tests side by side, for people.
struct TraceText {
  let session: Session
  let script: String

  func write(_ trace: Trace) {
    let rules = trace.items.count(where: \.isRule)
    session.print(
      session.text(
        "\(script)：\(trace.clauses.count) 条条款，\(rules) 条规则，\(trace.rows.count) 个条目",
        "\(script): \(trace.clauses.count) clauses, \(rules) rules, \(trace.rows.count) rows"))
    section(
      session.text("没有规则的条款", "clauses without a rule"),
      trace.clausesWithoutRule.map { ($0.line, $0.path.joined(separator: " › ")) })
    section(
      session.text("没有条款的规则", "rules without a clause"),
      trace.rulesWithoutClause.map { ($0.line, title($0)) })
    rows(trace)
    let uncited = trace.items.filter { $0.isRule && $0.rows.isEmpty }
    if !trace.rows.isEmpty {
      section(
        session.text("没有条目的规则", "rules without a row"), uncited.map { ($0.line, title($0)) })
    }
  }

  private func title(_ item: Trace.Item) -> String {
    "\(Wording.keyword(item.keyword)[session.language]) \(item.name)"
  }

  private func section(_ title: String, _ lines: [(line: Int, text: String)]) {
    let count = lines.isEmpty ? session.text("无", "none") : "\(lines.count)"
    session.print("\n\(title)" + session.text("：", ": ") + count)
    for (line, text) in lines {
      session.print("  " + session.text("第 \(line) 行  ", "line \(line)  ") + text)
    }
  }

  /// Row, what carries it out, and its tests.
  private func rows(_ trace: Trace) {
    guard !trace.rows.isEmpty else { return }
    session.print("")
    var table = TextTable(columns: [
      .init(session.text("条目", "row")), .init(session.text("规则", "rule")),
      .init(session.text("测试", "test")),
    ])
    for row in trace.rows {
      if row.items.isEmpty {
        let place = row.proseLine.map {
          session.text("（\(row.proseClause)，第 \($0) 行）", "(\(row.proseClause), line \($0))")
        }
        table.rows.append([row.id, "– " + (place ?? ""), ""])
      }
      for (number, item) in row.items.enumerated() {
        table.rows.append([
          number == 0 ? row.id : "", title(item),
          item.tests.joined(separator: session.text("、", ", ")),
        ])
      }
    }
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }
}
