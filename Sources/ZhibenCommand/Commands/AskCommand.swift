import ArgumentParser
import Zhiben
import ZhibenSession

/// 问
struct AskCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "ask", aliases: ["问", "查询"])

  @Argument var script: String
  @Argument var question: String
  @OptionGroup var store: StoreOption
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Flag(name: [.customLong("explain"), .customLong("说明")]) var explain = false
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let format = try TableFormat.read(format, option: "--format") ?? .table
    let asOf = try day.day(session)
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    let answer = try store.engine(.readOnly, library).ask(question, script: script, asOf: asOf)
    let text = AnswerText(session: session, answer: answer)
    text.write(format)
    text.tellRun(asOf: asOf)
    if explain {
      for plan in answer.tables.compactMap(\.plan) {
        session.say(plan.description(in: session.language))
      }
    }
    return .success
  }
}
