import Zhiben

/// A command to the session. One table for reading, help, completion and the manual.
package struct MetaCommand: Sendable {
  /// What it does.
  package enum Action: String, Sendable, CaseIterable {
    case help, tables, columns, rules, tasks, why, variables, history, sql
    case plan, today, watch
    case apply, undo
    case format, output, all, save
    case read, timing, width, clear, quit
  }

  /// What stands behind it, for completion.
  package enum Argument: Sendable {
    case none, topic, register, rule, key, day, format, file, toggle, width, word
  }

  package enum Group: Sendable, CaseIterable {
    case look, reckon, change, give, set

    package var title: Wording {
      switch self {
      case .look: Wording(zh: "看", en: "look")
      case .reckon: Wording(zh: "算", en: "reckon")
      case .change: Wording(zh: "改", en: "change")
      case .give: Wording(zh: "出", en: "give out")
      case .set: Wording(zh: "设", en: "set")
      }
    }
  }

  package let action: Action
  package let chinese: String
  package var english: String { action.rawValue }
  package let group: Group
  package let argument: Argument
  /// How its arguments are written; empty where there are none.
  package let usage: Wording
  /// What it does, in one line.
  package let help: Wording

  /// All names, the Chinese one first.
  package var names: [String] {
    (chinese == english ? [chinese] : [chinese, english]) + (action == .quit ? ["exit"] : [])
  }

  private init(
    _ action: Action, _ chinese: String, _ group: Group, _ argument: Argument = .none,
    _ usage: Wording = "", _ zh: String, _ en: String
  ) {
    (self.action, self.chinese, self.group) = (action, chinese, group)
    (self.argument, self.usage) = (argument, usage)
    help = Wording(zh: zh, en: en)
  }

  /// What may stand without a colon.
  package static let bare = ["帮助", "help", "退出", "quit", "exit", "清屏", "clear"]

  /// The name of a command in the session's language.
  package func name(in language: Language) -> String { language == .zh ? chinese : english }

  /// All commands, by group.
  package static let all: [MetaCommand] = [
    MetaCommand(
      .help, "帮助", .look, .topic, Wording(zh: "[主题|全部]", en: "[TOPIC|all]"),
      "怎么用；主题：命令、函数、关键字、代码、任何词",
      "how to go on; of any name, code or word"),
    MetaCommand(.tables, "表", .look, "有哪些登记、范围、划分", "the registers, scopes and partitions"),
    MetaCommand(
      .columns, "列", .look, .register, Wording(zh: "登记", en: "REGISTER"), "一个登记有哪些字段",
      "the fields of a register"),
    MetaCommand(
      .rules, "规则", .look, .rule, Wording(zh: "[规则]", en: "[RULE]"), "有哪些规则；一条规则的原文",
      "the rules, or the text of one"),
    MetaCommand(
      .tasks, "任务", .look, .rule, Wording(zh: "[规则]", en: "[RULE]"), "要有人办的：逾期、到期、未解除、待批",
      "what is overdue, due, open, to be approved"),
    MetaCommand(
      .why, "为何", .look, .key, Wording(zh: "键", en: "KEY"), "一条结果凭什么：规则、条件、日期、记录",
      "what an outcome rests on"),
    MetaCommand(.variables, "变量", .look, "令过的变量和还没写入的变更", "variables, and changes that wait"),
    MetaCommand(
      .history, "历史", .look, .word, Wording(zh: "[词]", en: "[WORD]"), "本次输入过什么，带编号",
      "what was typed, with numbers"),
    MetaCommand(.sql, "sql", .look, "上一个问句是怎样查的", "how the last question was answered"),
    MetaCommand(
      .plan, "预演", .reckon, .rule, Wording(zh: "[规则]", en: "[RULE]"), "现在执行会有哪些变化，不写入",
      "what a run would change; writes nothing"),
    MetaCommand(
      .today, "今天", .reckon, .day, Wording(zh: "[日期]", en: "[DAY]"), "按哪一天推算；不写日期就回到今天",
      "the judged day; without one back to this day"),
    MetaCommand(
      .watch, "盯", .reckon, .word, Wording(zh: "秒数", en: "SECONDS"), "每隔一会儿再问一遍上一个问句，Ctrl-C 停",
      "ask the last question again; Ctrl-C stops"),
    MetaCommand(
      .apply, "执行", .change, "把输入的变更和预演的变化写入台账库",
      "write what was typed and what plan shows"),
    MetaCommand(.undo, "撤销", .change, "收回上一条语句或声明", "take back the last statement or declaration"),
    MetaCommand(
      .format, "格式", .give, .format, Wording(zh: "[表|竖|csv|json|…]", en: "[table|csv|…]"),
      "表格怎样打印", "how tables are printed"),
    MetaCommand(
      .output, "输出", .give, .file, Wording(zh: "[文件]", en: "[FILE]"),
      "以后的表格写进文件（或 | 程序）；不写就回到屏幕",
      "tables to a file or | program; alone: screen"),
    MetaCommand(.all, "全部", .give, "把上一张表全部打印出来", "print all of the last table"),
    MetaCommand(
      .save, "保存", .give, .file, Wording(zh: "文件 [3-7]", en: "FILE [3-7]"), "把输入过的语句和声明存成脚本",
      "save statements and declarations"),
    MetaCommand(
      .read, "读入", .set, .file, Wording(zh: "文件", en: "FILE"), "执行一个脚本里的语句和声明",
      "do what a script says"),
    MetaCommand(
      .timing, "计时", .set, .toggle, Wording(zh: "[开|关]", en: "[on|off]"), "说每条输入用了多久",
      "say how long each input takes"),
    MetaCommand(
      .width, "宽字符", .set, .width, Wording(zh: "[1|2|自动]", en: "[1|2|auto]"),
      "终端把 ─ “ ① 显示成几格", "how many columns ─ “ ① take"),
    MetaCommand(.clear, "清屏", .set, "清屏", "clear the screen"),
    MetaCommand(.quit, "退出", .set, "退出（也可以按 Ctrl-D）", "leave (or press Ctrl-D)"),
  ]

  package static func named(_ action: Action) -> MetaCommand? {
    all.first { $0.action == action }
  }
}

extension MetaCommand {
  private init(
    _ action: Action, _ chinese: String, _ group: Group, _ zh: String, _ en: String
  ) {
    self.init(action, chinese, group, .none, "", zh, en)
  }

  /// `：列 登记`
  package func label(in language: Language) -> String {
    let arguments = usage[language]
    return (language == .zh ? "：" : ":") + name(in: language)
      + (arguments.isEmpty ? "" : " \(arguments)")
  }
}
