import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// From the process to a command and back to an exit status.
enum Entry {
  /// Runs the program.
  static func main() -> Int32 {
    // A reader that has seen enough must not kill the run.
    signal(SIGPIPE, SIG_IGN)
    // A file that may not grow further is an error to report, not a death.
    signal(SIGXFSZ, SIG_IGN)
    let session = Session.ofProcess()
    return run(Array(CommandLine.arguments.dropFirst()), in: session).rawValue
  }

  /// What any command line may hold.
  private static let uncoloured: Set = ["--no-color", "--不着色"]

  /// Runs one command line and writes out all that was said.
  static func run(_ arguments: [String], in session: Session) -> ExitStatus {
    var status = dispatch(arguments, session)
    session.talk.flush()
    session.output.flush()
    if let failure = session.output.failure, status == .success {
      session.say(
        session.text("写不出结果：\(failure)", "the output could not be written: \(failure)"))
      session.talk.flush()
      status = .inputOutput
    }
    return status
  }

  private static func dispatch(_ given: [String], _ session: Session) -> ExitStatus {
    var session = session
    var arguments = given.filter { !Self.uncoloured.contains($0) }
    if arguments.count < given.count { session.isColoured = false }
    // At a terminal nothing more need be said.
    if arguments.isEmpty, Screen.isThere { arguments = ["repl"] }
    if let request = CompletionRequest(arguments, session) { return request.answer() }
    if let request = HelpRequest(arguments) {
      return request.answer(session)
    }
    do {
      let command = try RootCommand.parseAsRoot(arguments)
      guard let command = command as? any SessionCommand else {
        throw UsageProblem(Wording(zh: "缺少子命令", en: "a subcommand is missing"))
      }
      if arguments.contains("-") { session.announceTyping() }
      return try command.run(in: session)
    } catch let usage as UsageProblem {
      return usage.report(arguments, session)
    } catch let diagnostics as Diagnostics {
      session.report(diagnostics)
      return ExitStatus(diagnostics)
    } catch {
      return UsageProblem(parserError: error, arguments).report(arguments, session)
    }
  }
}

extension Session {
  /// Says that somebody at a keyboard is waited for, since nothing else would show it.
  func announceTyping() {
    guard isatty(0) == 1 else { return }
    say(text("从键盘读到 Ctrl-D 为止", "reading from the keyboard up to Ctrl-D"))
    talk.flush()
  }
}

/// A command that runs in a session.
protocol SessionCommand: ParsableCommand {
  /// Does what the command is for. What stands in the way is thrown.
  func run(in session: Session) throws -> ExitStatus
}

extension Session {
  /// The session of this process: the one place where the clock is read.
  static func ofProcess() -> Session {
    let environment = ProcessInfo.processInfo.environment
    func set(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    let isTerminal = isatty(1) == 1
    return Session(
      language: Language.select(
        preference: set("ZHIBEN_LANG"), locale: set("LC_ALL") ?? set("LC_MESSAGES") ?? set("LANG")),
      output: ByteStream(descriptor: 1), talk: ByteStream(descriptor: 2),
      isInteractive: isTerminal,
      isColoured: isatty(2) == 1 && set("NO_COLOR") == nil && set("TERM") != "dumb",
      columns: isTerminal ? Screen.size()?.columns : nil,
      width: DisplayWidth(ambiguous: set("ZHIBEN_AMBIGUOUS_WIDTH").flatMap(Int.init) ?? 1),
      moment: Moment(seconds: time(nil)), environment: environment,
      executable: executablePath(),
      account: Author(login: loginName(), onBehalfOf: set("SUDO_USER") ?? ""))
  }

  /// The login name of the user whose rights the process has; the number where the system knows no name.
  private static func loginName() -> String {
    let user = geteuid()
    guard let entry = getpwuid(user), let name = entry.pointee.pw_name else { return "\(user)" }
    return String(cString: name)
  }

  private static func executablePath() -> String {
    #if os(Linux)
      if let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
        return path
      }
    #endif
    return CommandLine.arguments.first ?? ""
  }
}
