import Zhiben

/// A plan for people: rule by rule with its clauses, the first changes of each, and what the run found.
package final class PlanText: PlanReport {
  /// So many changes of a rule are listed if nothing else is asked for.
  package static let usualLimit = 10

  private let session: Session
  private let store: String
  private let limit: Int?
  private let isPartial: Bool
  private let isInSession: Bool
  private var lines: OutcomeLines
  private var statements: StatementRun?
  /// Changes of the rule at hand.
  private var found = 0
  private var listed = 0

  /// - Parameters:
  ///   - isPartial: whether only some of the rules are planned.
  ///   - isInSession: whether it answers a command to a session, whose words for the next step are others.
  package init(
    _ session: Session, store: String, limit: Int?, isPartial: Bool, isInSession: Bool = false
  ) {
    self.session = session
    self.store = store
    self.limit = limit
    (self.isPartial, self.isInSession) = (isPartial, isInSession)
    lines = OutcomeLines(session)
  }

  package var hasWrites: Bool { statements?.writes.isEmpty == false }

  package func begin(_ script: Script, _ asOf: CivilDate, _ statements: StatementRun?) {
    self.statements = statements
    if let statements {
      ShownText(session: session, words: statements.words).write(statements.shown)
      if statements.hasFailed { return }
    }
    let title = script.program.plan.title
    session.print(
      session.text(
        "\(title)  截至 \(asOf) 周\(asOf.weekdayChinese)  台账库 \(store)",
        "\(title)  as of \(asOf), \(asOf.weekdayEnglish)  store \(store)"))
    if let statements {
      WriteLines(session: session, isInSession: isInSession).write(statements, limit: limit)
    }
  }

  package func add(_ changes: [Change], _ context: RunContext) {
    if found == 0, let rule = changes.first.flatMap({ context.described($0).rule }) {
      heading(rule, context.script)
    }
    found += changes.count
    for change in changes.prefix(max(0, (limit ?? .max) - listed)) {
      let described = context.described(change)
      let mark = "\(change.kind.mark) \(change.kind.wording[session.language])"
      lines.add(described.described, mark: mark, before: described)
      listed += 1
    }
  }

  package func finish(_ totals: RuleTotals, _ context: RunContext) {
    guard found > 0 else { return }
    lines.flush()
    let rule = context.script.program.rules[totals.rule]
    if found > listed {
      let rest = (found - listed).grouped
      session.print(
        isInSession
          ? session.text(
            "  还有 \(rest) 条（:预演 \(rule.name) 全部列出）",
            "  \(rest) more (:plan \(rule.name) lists them)")
          : session.text(
            "  还有 \(rest) 条（--all 全部列出；--rule \(rule.name) 只看这一条规则）",
            "  \(rest) more (--all lists them; --rule \(rule.name) shows this rule only)"))
    }
    let sum = totals.counts.values.reduce(0, +)
    session.print(
      session.text("  合计 \(sum.grouped)：", "  \(sum.grouped) in all: ")
        + session.states(totals.counts))
    lines = OutcomeLines(session)
    (found, listed) = (0, 0)
  }

  package func end(_ summary: PlanSummary, _ script: Script) {
    scopes(summary, script)
    let complete = script.registersTakenForComplete
    if !complete.isEmpty {
      session.print(
        session.text(
          "\n视为完整的登记（没有记录就是没有）：\(complete.joined(separator: "、"))",
          "\nregisters taken for complete (no record means none): \(complete.joined(separator: ", "))"
        ))
    }
    for note in summary.notes { session.print(text(of: note, script)) }
    if !script.program.rules.isEmpty {
      session.print(
        session.text(
          "\n共 \(script.program.rules.count) 条规则：", "\n\(script.program.rules.count) rules: ")
          + session.states(summary.stateCounts))
    }
    if isPartial {
      session.print(
        session.text("只推算了一条规则，合计不全", "only one rule was planned; the totals are partial"))
    }
    session.print(
      summary.changeCount == 0 && !hasWrites
        ? session.text("预演：没有变化。", "plan: no changes.")
        : session.text(
          "预演：\(session.counts(summary.changeCounts))。台账没有改动。",
          "plan: \(session.counts(summary.changeCounts)). Nothing was written."))
    if session.isInteractive, script.name != "-", summary.changeCount > 0 || hasWrites, !isPartial {
      session.say(
        isInSession
          ? session.text("下一步：:执行", "next: :apply")
          : session.text(
            "下一步：zhiben 执行 \(script.name) --台账库 \(store) --截至 \(summary.asOf)",
            "next: zhiben apply \(script.name) --store \(store) --as-of \(summary.asOf)"))
    }
  }

  private func heading(_ rule: Rule, _ script: Script) {
    var line = "\n\(rule.kindWords[session.language]) \(rule.name)"
    if !rule.citations.isEmpty {
      let clauses = script.clauses(of: rule).joined(separator: session.text("；", "; "))
      line += session.text("  依据 \(clauses)", "  basis: \(clauses)")
    }
    if rule.strength != .must { line += session.text("  （不作督办）", "  (a note only)") }
    session.print(line)
  }

  private func scopes(_ summary: PlanSummary, _ script: Script) {
    guard !summary.scopes.isEmpty else { return }
    var table = TextTable(columns: [
      .init(session.text("范围", "scope")), .init(session.text("在", "in"), alignment: .right),
      .init(session.text("不在", "out"), alignment: .right),
      .init(session.text("待核实", "unknown"), alignment: .right),
      .init(session.text("因为这些字段空白", "because these are blank")),
    ])
    for count in summary.scopes {
      table.rows.append([
        script.program.scopes[count.scope].name, count.inside.grouped, count.outside.grouped,
        count.unknown.grouped, blanks(count, script),
      ])
    }
    session.print("")
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }

  private func blanks(_ count: ScopeCount, _ script: Script) -> String {
    let schema = script.program.schema
    let register = script.program.scopes[count.scope].register
    let shown = count.blanks.prefix(3).map { blank in
      let owner = blank.field.register == register ? "" : "\(schema[blank.field.register].name)."
      return "\(owner)\(schema[blank.field].name) \(blank.count.grouped)"
    }
    let rest = count.blanks.count - shown.count
    return shown.joined(separator: session.text("、", ", "))
      + (rest > 0 ? session.text(" 等", ", …") : "")
  }

  private func text(of note: PlanNote, _ script: Script) -> String {
    let rule = script.program.rules[note.rule].name
    switch note.kind {
    case .exceptionConflict:
      return session.text(
        "注意：「\(rule)」有 \(note.count.grouped) 个对象的两条例外互相冲突，列为待核实",
        "note: two exceptions of “\(rule)” disagree for \(note.count.grouped) subjects, left to be verified"
      )
    case .aboveCap:
      return session.text(
        "注意：「\(rule)」有 \(note.count.grouped) 个对象的计划检查超过上限，列为受限",
        "note: planned visits of “\(rule)” exceed the cap for \(note.count.grouped) subjects")
    case .unknownRelief:
      return session.text(
        "注意：「\(rule)」有 \(note.count.grouped) 个对象能否减免尚不清楚，未予减免",
        "note: whether “\(rule)” may be eased is unknown for \(note.count.grouped) subjects, so it is not"
      )
    }
  }
}

/// Writes a plan as it is made.
package protocol PlanReport {
  /// Whether statements change registers.
  var hasWrites: Bool { get }
  /// - Parameter statements: what the statements of the script came to; nil if it has none. If they failed, no report follows.
  func begin(_ script: Script, _ asOf: CivilDate, _ statements: StatementRun?)
  func add(_ changes: [Change], _ context: RunContext)
  func finish(_ totals: RuleTotals, _ context: RunContext)
  func end(_ summary: PlanSummary, _ script: Script)
}
