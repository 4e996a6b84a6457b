import ZhibenSession

/// How a line of the log is written.
enum LogFormat: String, WordChoice {
  case text, json, off

  var chinese: String {
    switch self {
    case .text: "文本"
    case .json: "数据"
    case .off: "不记"
    }
  }
}

/// What a line of the log tells, in the order in which it stands there.
enum LogField: String, CaseIterable {
  case plan, store, from, to, missed, due, overdue, rungs, written, run, duration, exit, reason

  /// The name in a line of Chinese text.
  var chinese: String {
    switch self {
    case .plan: "计划"
    case .store: "台账库"
    case .from: "自"
    case .to: "至"
    case .missed: "未补跑"
    case .due: "到期"
    case .overdue: "逾期"
    case .rungs: "台阶"
    case .written: "写入"
    case .run: "运行"
    case .duration: "用时"
    case .exit: "退出码"
    case .reason: "原因"
    }
  }

  /// Whether its value is a number in a JSON line.
  var isNumber: Bool {
    switch self {
    case .due, .overdue, .rungs, .written, .run, .duration, .exit, .missed: true
    case .plan, .store, .from, .to, .reason: false
    }
  }
}

/// What a line of the log is about.
enum LogEvent: String, CaseIterable {
  case runFinished = "run_finished"
  case runFailed = "run_failed"
  case pingFailed = "ping_failed"

  var chinese: String {
    switch self {
    case .runFinished: "运行完成"
    case .runFailed: "运行失败"
    case .pingFailed: "监测没有送到"
    }
  }
}
