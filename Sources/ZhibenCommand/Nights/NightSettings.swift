import ArgumentParser
import Zhiben
import ZhibenSession

/// The options of runs that nobody watches.
struct NightOptions: ParsableArguments {
  @Flag(name: [.customLong("catch-up"), .customLong("补跑")]) var catchUp = false
  @Option(name: [.customLong("wait"), .customLong("等锁")]) var wait: String?
  @Option(name: [.customLong("log"), .customLong("日志")]) var log: String?
  @Option(name: [.customLong("log-file"), .customLong("日志文件")]) var logFile: String?
  @Option(name: [.customLong("ping"), .customLong("监测")]) var ping: String?
}

/// How a run that nobody watches is to be: options before the environment before `zhiben.yaml`.
struct NightSettings {
  /// The store; nil if nobody has said where it is.
  private(set) var store: String?
  /// The language that the file asks for.
  private(set) var language: Language?
  private(set) var log = LogFormat.off
  private(set) var logFile: String?
  private(set) var ping: PingAddress?
  private(set) var catchesUp: Bool
  /// How long to wait for another run that holds the store.
  private(set) var patience = Duration.zero

  /// - Throws: an option is wrong (`UsageProblem`), or what is written elsewhere is (E0740, E0741, E0742).
  init(
    _ options: NightOptions?, store: String?, script: String, _ session: Session
  ) throws {
    var written = try SettingsFile.read(besides: script)
    for setting in Setting.allCases {
      guard let name = setting.environment, let text = session.environment[name], !text.isEmpty
      else { continue }
      written[setting] = WrittenSetting(text: text, place: name)
    }
    /// The option if it is given, else what is written.
    func value<T>(
      _ setting: Setting, _ option: String?, _ expected: Wording, _ read: (String) -> T?
    ) throws -> T? {
      if let option {
        if let value = read(option) { return value }
        throw UsageProblem(
          Wording(
            zh: "--\(setting.rawValue) 的「\(option)」不对，\(expected.zh)",
            en: "--\(setting.rawValue): \(option) will not do; \(expected.en)"))
      }
      guard let found = written[setting] else { return nil }
      if let value = read(found.text) { return value }
      throw Diagnostics([
        Diagnostic(
          "E0741", at: .none,
          [
            "place": Wording(found.place),
            "reason": Wording(
              zh: "\(setting.chinese)：\(expected.zh)", en: "\(setting.rawValue): \(expected.en)"),
          ])
      ])
    }
    let something = Wording(zh: "不能是空的", en: "it must not be empty")
    self.store = try value(.store, store, something) { $0.isEmpty ? nil : $0 }
    language = try value(.language, nil, "zh, en") { text in
      ["zh", "中文"].contains(text) ? .zh : ["en", "英文"].contains(text) ? .en : nil
    }
    if session.environment["ZHIBEN_LANG"]?.isEmpty == false { language = nil }
    logFile = try value(.logFile, options?.logFile, something) { $0.isEmpty ? nil : $0 }
    let formats = LogFormat.allCases.map { "\($0.rawValue)（\($0.chinese)）" }
    log =
      try value(
        .log, options?.log,
        Wording(
          zh: "可以写：" + formats.joined(separator: "、"),
          en: "write " + LogFormat.allCases.map(\.rawValue).joined(separator: ", ")),
        LogFormat.named) ?? (logFile == nil ? .off : .text)
    ping = try value(
      .ping, options?.ping,
      Wording(zh: "写成 https://…", en: "write https://…"), PingAddress.init)
    catchesUp =
      try options?.catchUp ?? false
      || value(.catchUp, nil, Wording(zh: "写 是 或 否", en: "write yes or no"), Self.truth) ?? false
    patience =
      try value(
        .wait, options?.wait,
        Wording(zh: "写成 60秒 或 5分钟", en: "write 60s or 5m"), Self.duration) ?? .zero
  }

  private static func truth(_ text: String) -> Bool? {
    if ["是", "yes", "true", "1", "on"].contains(text) { return true }
    return ["否", "no", "false", "0", "off"].contains(text) ? false : nil
  }

  /// `60s`, `60秒`, `5m`, `5分钟`; a bare number is of seconds. At most a day.
  static func duration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let unit: Int
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "", "s", "秒": unit = 1
    case "m", "min", "分", "分钟": unit = 60
    default: return nil
    }
    let (seconds, isTooMuch) = number.multipliedReportingOverflow(by: unit)
    return isTooMuch || seconds > 86_400 ? nil : .seconds(seconds)
  }
}
