import ArgumentParser
import Zhiben
import ZhibenSession

/// 补全: the script by which a shell completes command lines of `zhiben`.
struct CompletionCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "completion", aliases: ["补全"])

  @Argument var shell: String

  func run(in session: Session) throws -> ExitStatus {
    guard let shell = try CompletionShell.read(shell, option: "completion") else { return .usage }
    session.output.write(shell.script)
    return .success
  }
}
