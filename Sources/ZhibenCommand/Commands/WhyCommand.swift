import ArgumentParser
import Zhiben
import ZhibenSession

/// 为何
struct WhyCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "why", aliases: ["为何"])

  @OptionGroup var outcome: OutcomeOptions

  var scriptPath: String? { outcome.script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let asked = try outcome.question(session, settings)
    let answer = try asked.engine.why(asked.key, script: asked.script, asOf: asked.asOf)
    switch asked.format {
    case .text: return WhyText(session: session).write(answer) ? .success : .failure
    case .json: return WhyDocument(session: session).write(answer, asked.asOf)
    }
  }
}
