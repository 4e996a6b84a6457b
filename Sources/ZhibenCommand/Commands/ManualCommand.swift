import ArgumentParser
import Zhiben
import ZhibenSession

/// 手册: the manual, as a page for `man`, for a browser, or in Markdown.
struct ManualCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "manual", aliases: ["手册"])

  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?

  func run(in session: Session) throws -> ExitStatus {
    let format = try ManualFormat.read(format, option: "--format") ?? .man
    session.output.write(format.text(of: Manual(language: session.language)))
    return .success
  }
}
