import ArgumentParser
import Zhiben
import ZhibenSession

/// The options of runs that nobody watches.
struct NightOptions: ParsableArguments {
  @Flag(name: [.customLong("catch-up"), .customLong("补跑")]) var catchUp = false
  @Option(name: [.customLong("log"), .customLong("日志")]) var log: String?
  @Option(name: [.customLong("log-file"), .customLong("日志文件")]) var logFile: String?
  @Option(name: [.customLong("ping"), .customLong("监测")]) var ping: String?
}

/// Who is told of a run that nobody watches, and which days it makes up.
struct NightSettings {
  let log: LogFormat
  let logFile: String?
  let ping: PingAddress?
  let catchesUp: Bool

  /// - Throws: an option is wrong (`UsageProblem`), or what is written elsewhere is (E0741).
  init(_ options: NightOptions?, _ settings: Settings) throws {
    logFile = try settings.value(.logFile, options?.logFile) { $0.isEmpty ? nil : $0 }
    log =
      try settings.value(.log, options?.log, LogFormat.named) ?? (logFile == nil ? .off : .text)
    ping = try settings.value(.ping, options?.ping, PingAddress.init)
    catchesUp =
      try options?.catchUp ?? false || settings.value(.catchUp, nil, Self.truth) ?? false
  }

  private static func truth(_ text: String) -> Bool? {
    if ["是", "yes", "true", "1", "on"].contains(text) { return true }
    return ["否", "no", "false", "0", "off"].contains(text) ? false : nil
  }
}
