import Foundation
import Logging
import Zhiben
import ZhibenSession

/// Where lines of the log go: each is one call to the system on a file opened for appending, so that runs at once do not mix theirs.
final class LogSink: Sendable {
  private let descriptor: Int32

  /// Standard error.
  static let standardError = LogSink(descriptor: 2)

  private init(descriptor: Int32) { self.descriptor = descriptor }

  deinit { if descriptor > 2 { close(descriptor) } }

  /// Appends to a file, which is made where there is none.
  /// - Throws: it cannot be written (E0730).
  static func file(_ path: String) throws(Diagnostics) -> LogSink {
    let descriptor = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o640)
    guard descriptor >= 0 else {
      throw Diagnostics([
        Diagnostic(
          "E0730", at: .none, ["path": path, "reason": String(cString: strerror(errno))])
      ])
    }
    return LogSink(descriptor: descriptor)
  }

  /// A line that cannot be written is lost: the run counts, not its log.
  func write(_ line: String) {
    let bytes = Array((line + "\n").utf8)
    while Foundation.write(descriptor, bytes, bytes.count) < 0, errno == EINTR {}
  }
}

/// Writes events of swift-log as single lines: logfmt in the user's language, or JSON with English keys.
struct LineLogHandler: LogHandler {
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.info
  let sink: LogSink
  let format: LogFormat
  let language: Language
  /// Whether the system's journal reads the lines and wants to be told how grave they are.
  let hasPriority: Bool
  /// The time of the event, as it stands in the line.
  let stamp: @Sendable () -> String

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: Logging.LogEvent) {
    let values = metadata.merging(event.metadata ?? [:]) { $1 }
    let fields = LogField.allCases.compactMap { field in
      values[field.rawValue].map { (field, "\($0)") }
    }
    let line = format == .json ? json(event, fields) : text(event, fields)
    sink.write((hasPriority ? "<\(event.level.priority)>" : "") + line)
  }

  private func json(_ event: Logging.LogEvent, _ fields: [(LogField, String)]) -> String {
    var object: [(String, JSON)] = [
      ("time", .text(stamp())), ("level", .text(event.level.rawValue)),
      ("event", .text(event.message.description)),
    ]
    for (field, value) in fields {
      let name = field == .duration ? "duration_ms" : field.rawValue
      object.append((name, field.isNumber ? Int(value).map(JSON.number) ?? .null : .text(value)))
    }
    return JSON.object(object).compact
  }

  private func text(_ event: Logging.LogEvent, _ fields: [(LogField, String)]) -> String {
    let isChinese = language == .zh
    let name = event.message.description
    let message = LogEvent(rawValue: name)
    var pairs = [
      (isChinese ? "时间" : "time", stamp()),
      (isChinese ? "级别" : "level", isChinese ? event.level.chinese : event.level.rawValue),
      (isChinese ? "事件" : "event", isChinese ? message?.chinese ?? name : name),
    ]
    pairs += fields.map { field, value in
      (isChinese ? field.chinese : field.rawValue, field == .duration ? value + "ms" : value)
    }
    return pairs.map { "\($0)=\(Self.quoted($1))" }.joined(separator: " ")
  }

  /// As it is, or in quotes where it would end a pair.
  private static func quoted(_ value: String) -> String {
    let isPlain = value.unicodeScalars.allSatisfy { $0.value > 0x20 && $0 != "\"" && $0 != "=" }
    return isPlain && !value.isEmpty ? value : JSON.text(value).compact
  }
}

extension Logger.Level {
  /// The number by which the system's journal knows it.
  fileprivate var priority: Int {
    switch self {
    case .trace, .debug: 7
    case .info: 6
    case .notice: 5
    case .warning: 4
    case .error: 3
    case .critical: 2
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .trace, .debug: "调试"
    case .info, .notice: "信息"
    case .warning: "警告"
    case .error, .critical: "错误"
    }
  }
}
