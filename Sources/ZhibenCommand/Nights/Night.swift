import Logging
import Zhiben
import ZhibenSession

/// A run that nobody watches: who is told of it, and what is logged.
struct Night {
  private let logger: Logger?
  private let ping: HealthPing?
  private let elapsed: @Sendable () -> Duration

  /// - Throws: the log cannot be written (E0730).
  init(_ settings: NightSettings, _ session: Session) throws(Diagnostics) {
    let elapsed = Budget.standard.elapsed
    self.elapsed = elapsed
    ping = settings.ping.map { HealthPing($0, environment: session.environment) }
    guard settings.log != .off else {
      logger = nil
      return
    }
    let sink = try settings.logFile.map { path throws(Diagnostics) in try LogSink.file(path) }
    let begin = session.moment.seconds
    let handler = LineLogHandler(
      sink: sink ?? .standardError, format: settings.log, language: session.language,
      hasPriority: sink == nil && session.environment["JOURNAL_STREAM"] != nil,
      stamp: { Moment(seconds: begin + Int(elapsed().components.seconds)).stamp })
    logger = Logger(label: "zhiben.run") { _ in handler }
  }

  /// Tells that it begins.
  func begin() { ping?.start() }

  /// Logs what came of it and tells the monitor. To be called when everything is written and said.
  func end(_ session: Session, _ status: ExitStatus, _ fields: [LogField: String]) {
    var fields = fields
    let time = elapsed()
    fields[.duration] =
      "\(time.components.seconds * 1000 + time.components.attoseconds / 1_000_000_000_000_000)"
    fields[.exit] = "\(status.rawValue)"
    // Lines that go to the same place keep their order.
    session.output.flush()
    session.talk.flush()
    let isDone = [.success, .changed, .alarm].contains(status)
    let level: Logger.Level = isDone ? (fields[.missed] == nil ? .info : .warning) : .error
    log(level, isDone ? .runFinished : .runFailed, fields)
    guard let reason = ping?.end(isSuccess: isDone)?[session.language] else { return }
    log(.warning, .pingFailed, [.plan: fields[.plan] ?? "", .reason: reason])
    if logger == nil {
      session.say(session.text("监测没有送到：\(reason)", "the monitor could not be told: \(reason)"))
    }
  }

  private func log(_ level: Logger.Level, _ event: LogEvent, _ fields: [LogField: String]) {
    logger?.log(
      level: level, "\(event.rawValue)",
      metadata: Dictionary(
        uniqueKeysWithValues: fields.map { ($0.rawValue, .string($1)) }))
  }
}
