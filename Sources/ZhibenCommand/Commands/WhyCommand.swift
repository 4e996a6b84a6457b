import ArgumentParser
import Zhiben
import ZhibenSession

/// 为何
struct WhyCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "why", aliases: ["为何"])

  @Argument var key: [String]
  @OptionGroup var store: StoreOption
  @Option(name: [.customLong("script"), .customLong("脚本")]) var script: String
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let asOf = try day.day(session)
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    // Rule and subject may be given as two words.
    let key = key.joined(separator: "/")
    let answer = try store.engine(.readOnly, library).why(key, script: script, asOf: asOf)
    switch format {
    case .text: return WhyText(session: session).write(answer) ? .success : .failure
    case .json: return WhyDocument(session: session).write(answer, asOf)
    }
  }
}
