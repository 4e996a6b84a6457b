import Zhiben
import ZhibenSyntax

import struct Zhiben.Script

// What waits, and what the plan finds, goes into the store: all of it in one transaction, after a person has said yes.

extension Conversation {
  func apply() throws {
    try refuseWhatStandsNowhere()
    try refuseOtherDays()
    let writable = try services.writable()
    if try !writable.isCurrent(state.workspace) { try reckonAnew() }
    // Of what was declared only names are left, which the plan does not know.
    let script = state.declarations.isEmpty ? state.script : state.base
    let (day, workspace, limits) = (day, state.workspace, limits)
    let run = try writable.within(limits.budget, cancellation: limits.cancellation) {
      engine throws(Diagnostics) in
      try engine.plan(script, asOf: day, over: workspace)
    }
    if let statements = run.statements {
      WriteLines(session: session, isInSession: true)
        .write(statements, limit: PlanText.usualLimit)
    }
    guard !run.isEmpty else {
      return session.say(session.text("没有变化，台账没有改动。", "no changes; nothing was written."))
    }
    let counts = session.counts(run)
    try confirm(
      Wording(
        zh: "写入台账库（截至 \(day)）：\(counts)？", en: "write into the store (as of \(day)): \(counts)?"))
    let result = try writable.apply(
      run, startedAt: session.moment.stamp, budget: limits.budget,
      cancellation: limits.cancellation)
    // What is written can no longer be taken back.
    state.workspace = state.workspace.written()
    state.since = nil
    earlier = []
    let number = result.record.map { "\($0.id)" } ?? ""
    session.say(session.text("已写入第 \(number) 号记录。", "entry \(number) was written."))
  }

  /// Asks a person.
  /// - Throws: no is the answer, or there is nobody.
  func confirm(_ question: Wording) throws {
    guard let ask = services.confirm else {
      throw SessionProblem(
        Wording(
          zh: "没有人确认，什么也没有做：\(question.zh)（不在终端里时加 --确认）",
          en:
            "nobody is there to confirm, nothing was done: \(question.en) (without a terminal: --confirm)"
        ))
    }
    guard ask(question[session.language]) else {
      throw SessionProblem(
        Wording(zh: "没有确认，什么也没有做。", en: "not confirmed; nothing was done."))
    }
  }

  /// What to ask before the session ends; nil if nothing would be lost.
  package var questionBeforeLeaving: String? {
    let count = state.workspace.writes.count
    guard count > 0 else { return nil }
    return session.text(
      "还有 \(count.grouped) 条变更没有写入，放弃它们？",
      "changes that wait: \(count.grouped); leave without them?")
  }

  /// Whether the session may end.
  package func leaves() -> Bool {
    guard let question = questionBeforeLeaving else { return true }
    if let ask = services.confirm, services.isAttended { return ask(question) }
    let count = state.workspace.writes.count.grouped
    session.say(
      session.text("\(count) 条变更没有写入。", "changes that were not written: \(count)"))
    return true
  }

  // MARK: - Refusing

  /// What may be typed and yet the ledger be written: it only gives names, to nothing that the plan has named.
  private static let onlyNaming: Set<Keyword> = [.scope, .partition, .function]

  private func refuseWhatStandsNowhere() throws {
    let names = Definitions(script: state.base)
    let others = state.declarations.all.filter { declaration in
      guard Self.onlyNaming.contains(declaration.keyword), let name = declaration.name?.text else {
        return true
      }
      return !names.named(name).isEmpty
    }
    guard !others.isEmpty else { return }
    throw SessionProblem(
      Wording(
        zh: "会话里加的声明不在脚本文件里，执行后说不清依据；先 :保存 并写进脚本，或 :撤销",
        en:
          "what was declared here stands in no script that the ledger could cite; :save it into the script, or :undo"
      ))
  }

  private func refuseOtherDays() throws {
    guard let other = state.workspace.days.first(where: { $0 != day }) else { return }
    throw SessionProblem(
      Wording(
        zh: "待写入的变更是按 \(other) 输入的，现在按 \(day) 推算；先 :今天 \(other)",
        en:
          "the changes that wait were typed as of \(other), the judged day is \(day); first :today \(other)"
      ))
  }

  // MARK: - A store that was changed meanwhile

  /// Does the statements again over what the store has now.
  private func reckonAnew() throws {
    guard let since = state.since else { return }
    session.say(
      session.text(
        "台账库在这期间改过，待写入的变更重新算过：",
        "the store was changed meanwhile; the changes that wait were made anew:"))
    let before = state
    do {
      state.workspace = try engine.move(since.workspace, to: state.script)
      for statement in since.statements { state.workspace = try evaluate(statement).workspace }
    } catch {
      state = before
      throw error
    }
  }
}
