import Zhiben
import ZhibenSession

/// What can be set for runs besides options: in the environment, and in `zhiben.yaml` beside the script.
enum Setting: String, WordChoice {
  case store
  case language = "lang"
  case log
  case logFile = "log-file"
  case ping
  case catchUp = "catch-up"
  case wait

  /// The Chinese name in the file.
  var chinese: String {
    switch self {
    case .store: "台账库"
    case .language: "语言"
    case .log: "日志"
    case .logFile: "日志文件"
    case .ping: "监测"
    case .catchUp: "补跑"
    case .wait: "等锁"
    }
  }

  /// The name in the environment. The language is no setting there: it is chosen when the program starts, for all commands.
  var environment: String? {
    switch self {
    case .language: nil
    case .ping: "ZHIBEN_PING_URL"
    default: "ZHIBEN_" + rawValue.uppercased().replacing("-", with: "_")
    }
  }

  /// Whether it says where something is: in the file, relative to the file.
  var isPath: Bool { self == .store || self == .logFile }
}

/// A value as somebody wrote it, and where.
struct WrittenSetting {
  var text: String
  /// `ZHIBEN_LOG`, `小镇/zhiben.yaml`.
  var place: String
}
