import Zhiben

/// An explanation for people: headed groups of lines, what each rests on indented under it.
package struct WhyText {
  private let session: Session

  package init(session: Session) { self.session = session }

  /// So many outcomes are listed where a question fits several.
  private static let limit = 20

  /// Whether something was found.
  package func write(_ answer: WhyAnswer) -> Bool {
    switch answer {
    case .explained(let report, let outcome):
      session.print(outcome.key)
      var heading = [outcome.subject?.name, outcome.period[session.language]].compactMap { $0 }
      heading.append(outcome.status[session.language])
      session.print(heading.joined(separator: "  "))
      sections(report)
      return true
    case .absent(let report, let rule, let subject):
      let name = subject?.name ?? ""
      session.print(
        session.text(
          "「\(rule.name)」对「\(name)」没有结果", "“\(rule.name)” yields nothing for “\(name)”"))
      sections(report)
      return true
    case .several(let outcomes):
      several(outcomes)
      return !outcomes.isEmpty
    }
  }

  private func sections(_ report: WhyReport) {
    for section in report.sections {
      session.print("\n\(section.title[session.language])")
      for line in section.lines { write(line, depth: 1) }
    }
  }

  private func write(_ line: WhyLine, depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    let room = max(40, (session.columns ?? 120) - indent.count)
    for (number, part) in TextWrap.lines(
      line.text[session.language], columns: room, width: session.width
    ).enumerated() {
      session.print(indent + (number == 0 ? "" : "  ") + part)
    }
    for child in line.children { write(child, depth: depth + 1) }
  }

  private func several(_ outcomes: [DescribedOutcome]) {
    guard !outcomes.isEmpty else {
      session.say(session.text("没有对得上的结果", "no outcome fits"))
      return
    }
    session.print(
      session.text(
        "有 \(outcomes.count.grouped) 条对得上，请写明是哪一条：",
        "\(outcomes.count.grouped) outcomes fit; say which one you mean:"))
    var lines = OutcomeLines(session)
    for outcome in outcomes.prefix(Self.limit) {
      lines.add(outcome, mark: outcome.rule?.name ?? "")
    }
    lines.flush()
    if outcomes.count > Self.limit {
      session.print(
        session.text(
          "  还有 \((outcomes.count - Self.limit).grouped) 条",
          "  \((outcomes.count - Self.limit).grouped) more"))
    }
  }
}
