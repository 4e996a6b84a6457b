import Zhiben
import ZhibenSyntax

// The commands to the session.

extension Conversation {
  func perform(_ command: MetaCommand, _ argument: String) -> Reply {
    if command.action == .quit { return leaves() ? .leave : .done }
    if command.action == .watch { return watch(argument) }
    return answering { try act(command, argument) }
  }

  private func act(_ command: MetaCommand, _ argument: String) throws {
    if argument.isEmpty, [.columns, .why, .save, .read, .watch].contains(command.action) {
      throw SessionProblem(
        Wording(
          zh: "缺少\(command.usage.zh)，写成 \(command.label(in: .zh))",
          en: "\(command.usage.en) is missing; write \(command.label(in: .en))"))
    }
    switch command.action {
    case .help: help(about: argument)
    case .tables: try tables()
    case .columns: try columns(argument)
    case .rules: try rules(argument)
    case .tasks: try tasks(argument)
    case .why: try why(argument)
    case .variables: variables()
    case .history: history(argument)
    case .sql: sql()
    case .plan: try plan(argument)
    case .today: try today(argument)
    case .apply: try apply()
    case .undo: undo()
    case .format: try setFormat(argument)
    case .output: try setOutput(argument)
    case .all: try showAll()
    case .save: try save(argument)
    case .read: try read(argument)
    case .timing: try setTiming(argument)
    case .width: try setWidth(argument)
    case .clear: services.clear()
    case .quit, .watch: break
    }
  }

  // MARK: - Reckoning

  private func plan(_ rule: String) throws {
    let script = rule.isEmpty ? state.script : try state.script.selecting(rule: rule)
    let report = PlanText(
      session, store: engine.storePath, limit: rule.isEmpty ? PlanText.usualLimit : nil,
      isPartial: !rule.isEmpty, isInSession: true)
    let (day, workspace) = (day, state.workspace)
    try interruptible { engine throws(Diagnostics) in
      do {
        let summary = try engine.plan(
          script, asOf: day, over: workspace, statements: { report.begin(script, day, $0) },
          sink: report.add,
          finished: report.finish)
        report.end(summary, script)
      } catch let diagnostics as Diagnostics {
        throw diagnostics
      } catch {
        throw Diagnostics()
      }
    }
  }

  private func tasks(_ rule: String) throws {
    let script = rule.isEmpty ? state.script : try state.script.selecting(rule: rule)
    let (day, workspace) = (day, state.workspace)
    let tasks = try interruptible { engine throws(Diagnostics) in
      try engine.tasks(script, asOf: day, over: workspace)
    }
    var table = TextTable(columns: [
      .init(session.text("对象", "subject")), .init(session.text("规则", "rule")),
      .init(session.text("期限", "due")), .init(session.text("状态", "state")),
      .init(session.text("键", "key")),
    ])
    for task in tasks.prefix(Self.taskLimit) {
      table.rows.append([
        task.subject?.name ?? "", task.rule?.name ?? "", task.due.map { "\($0)" } ?? "—",
        task.status[session.language], task.key,
      ])
    }
    if !tasks.isEmpty { write(table) }
    let rest = tasks.count - Self.taskLimit
    session.say(
      session.text("\(tasks.count.grouped) 项", "\(tasks.count.grouped) tasks")
        + (rest > 0
          ? session.text("，只列出前 \(Self.taskLimit) 项", ", the first \(Self.taskLimit) shown") : ""))
  }

  /// More tasks than these nobody reads at once.
  private static let taskLimit = 50

  private func why(_ key: String) throws {
    let key = key.split(whereSeparator: \.isWhitespace).joined(separator: "/")
    let (script, day, workspace) = (state.script, day, state.workspace)
    let answer = try interruptible { engine throws(Diagnostics) in
      try engine.why(key, script: script, asOf: day, over: workspace)
    }
    _ = WhyText(session: session).write(answer)
  }

  private func today(_ text: String) throws {
    let chosen = text.isEmpty ? nil : DayText.read(text)
    guard text.isEmpty || chosen != nil else {
      throw SessionProblem(
        Wording(
          zh: "「\(text)」不是日期，写成 2025-06-30 或 2025年6月30日",
          en: "\(text) is not a date; write it as 2025-06-30"))
    }
    let name = MetaCommand.named(.today)?.name(in: session.language) ?? ""
    earlier.append((":\(name) \(text)".trimmingBlanks, state))
    setDay(chosen)
  }

  /// Does something with the store that a person may interrupt.
  private func interruptible<T>(_ body: (Engine) throws(Diagnostics) -> T) throws(Diagnostics) -> T
  {
    let limits = limits
    return try engine.within(limits.budget, cancellation: limits.cancellation, body)
  }

  // MARK: - Changing

  private func undo() {
    guard let before = earlier.popLast() else {
      return session.say(session.text("没有可以撤销的。", "there is nothing to take back."))
    }
    state = before.state
    session.say(session.text("已撤销：\(before.input)", "taken back: \(before.input)"))
  }

  // MARK: - Watching

  private func watch(_ text: String) -> Reply {
    var seconds: Int?
    let reply = answering {
      let number = Int(text.map { $0.wholeNumberValue.map(String.init) ?? "x" }.joined())
      guard let number, (1...86_400).contains(number) else {
        throw SessionProblem(Wording(zh: "写秒数，如 :盯 60", en: "write seconds, as :watch 60"))
      }
      guard services.isAttended else {
        throw SessionProblem(Wording(zh: "只有在终端里才能盯", en: "only a terminal can be watched"))
      }
      guard lastQuestion != nil else {
        throw SessionProblem(Wording(zh: "还没有问过什么", en: "nothing was asked yet"))
      }
      seconds = number
    }
    return seconds.map { .watch(seconds: $0) } ?? reply
  }

  /// Asks the last question again.
  package func askAgain() -> Reply {
    startTiming()
    session.say("\(session.moment.clock)  \(lastQuestion?.firstText ?? "")")
    return answering {
      if let lastQuestion { try show(evaluate(lastQuestion)) }
    }
  }

  // MARK: - Settings

  private func setWidth(_ text: String) throws {
    switch text.lowercased() {
    case "": break
    case "1", "１": session.width = DisplayWidth()
    case "2", "２": session.width = DisplayWidth(ambiguous: 2)
    case "自动", "auto":
      guard let columns = services.askWidth() else {
        throw SessionProblem(Wording(zh: "终端没有回答", en: "the terminal does not answer"))
      }
      session.width = DisplayWidth(ambiguous: columns)
    default:
      throw SessionProblem(
        Wording(zh: "写 :宽字符 1、2 或 自动", en: "write :width 1, 2 or auto"))
    }
    session.say(session.text("宽字符：", "width: ") + "\(session.width.ambiguous)")
  }

  private func setTiming(_ text: String) throws {
    switch text.lowercased() {
    case "开", "on": tellsTime = true
    case "关", "off": tellsTime = false
    case "": tellsTime.toggle()
    default:
      throw SessionProblem(Wording(zh: "写 :计时 开 或 :计时 关", en: "write :timing on or :timing off"))
    }
    session.say(
      tellsTime
        ? session.text("计时：开", "timing: on") : session.text("计时：关", "timing: off"))
  }
}
