import ArgumentParser
import Zhiben
import ZhibenSession

/// 透视
struct InspectCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "inspect", aliases: ["透视"])

  @Argument var script: String
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let script = try Script(contentsOf: script, library: library.library(session))
    switch format {
    case .text: InspectText(session: session, script: script).write()
    case .json: InspectDocument(session: session, script: script).write()
    }
    return .success
  }
}
