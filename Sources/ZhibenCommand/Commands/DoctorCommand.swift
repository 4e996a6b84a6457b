import ArgumentParser
import Zhiben
import ZhibenSession

/// 体检: whether this machine, a store and a script are fit to run plans.
struct DoctorCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "doctor", aliases: ["体检"])

  @Argument var script: String?
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let findings = Checkup(
      session: session, library: library.library(session), script: script, storeOption: store
    ).findings
    let text = CheckupText(session: session, findings: findings)
    format == .json ? text.writeDocument() : text.writeText()
    return findings.contains { $0.state == .problem } ? .failure : .success
  }
}
