import Zhiben
import ZhibenSession

/// What can be set besides options: in the environment, and in `zhiben.yaml` beside the script.
enum Setting: String, WordChoice {
  case store
  case author = "by"
  case language = "lang"
  case wait
  case log
  case logFile = "log-file"
  case ping
  case catchUp = "catch-up"
  case monthDates = "month-dates"

  /// The Chinese name in the file.
  var chinese: String {
    switch self {
    case .store: "台账库"
    case .author: "经手"
    case .language: "语言"
    case .wait: "等锁"
    case .log: "日志"
    case .logFile: "日志文件"
    case .ping: "监测"
    case .catchUp: "补跑"
    case .monthDates: "月份日期"
    }
  }

  /// The name in the environment. The language is chosen by it when the program starts, for all commands.
  var environment: String {
    self == .ping ? "ZHIBEN_PING_URL" : "ZHIBEN_" + rawValue.uppercased().replacing("-", with: "_")
  }

  /// Whether it says where something is: in the file, relative to the file.
  var isPath: Bool { self == .store || self == .logFile }

  /// What can be written.
  var expected: Wording {
    switch self {
    case .store, .logFile: Wording(zh: "不能是空的", en: "it must not be empty")
    case .author: Wording(zh: "写一个名字，一行，不太长", en: "write a name, on one line and not too long")
    case .language: "zh, en"
    case .wait: Wording(zh: "写成 60秒 或 5分钟", en: "write 60s or 5m")
    case .log:
      Wording(
        zh: "可以写："
          + LogFormat.allCases.map { "\($0.rawValue)（\($0.chinese)）" }.joined(separator: "、"),
        en: "write " + LogFormat.allCases.map(\.rawValue).joined(separator: ", "))
    case .ping: Wording(zh: "写成 https://…", en: "write https://…")
    case .catchUp: Wording(zh: "写 是 或 否", en: "write yes or no")
    case .monthDates:
      Wording(
        zh: "写 月初 或 月末，或逐列写 整改期限=月末，发现日期=月初",
        en: "write first or last, or by column 整改期限=last, 发现日期=first")
    }
  }
}

/// A value as somebody wrote it, and where.
struct WrittenSetting {
  var text: String
  /// `ZHIBEN_LOG`, `小镇/zhiben.yaml`.
  var place: String
}
