import ArgumentParser
import Zhiben
import ZhibenSession

/// 为何
struct WhyCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "why", aliases: ["为何"])

  @OptionGroup var outcome: OutcomeOptions

  func run(in session: Session) throws -> ExitStatus {
    let asked = try outcome.question(session)
    let answer = try asked.engine.why(asked.key, script: asked.script, asOf: asked.asOf)
    switch asked.format {
    case .text: return WhyText(session: session).write(answer) ? .success : .failure
    case .json: return WhyDocument(session: session).write(answer, asked.asOf)
    }
  }
}
