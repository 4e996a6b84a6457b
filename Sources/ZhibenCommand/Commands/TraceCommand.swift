import ArgumentParser
import Zhiben
import ZhibenSession

/// 对照
struct TraceCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "trace", aliases: ["对照"])

  @Argument var script: String
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?

  func run(in session: Session) throws -> ExitStatus {
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let trace = try Script.trace(contentsOf: script)
    switch format {
    case .text: TraceText(session: session, script: script).write(trace)
    case .json: TraceDocument(session: session, script: script).write(trace)
    }
    return .success
  }
}
