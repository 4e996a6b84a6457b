import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// 交互
struct ReplCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "repl", aliases: ["交互"])

  @Argument var script: String?
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var day: DayOptions
  @Flag(name: [.customLong("confirm"), .customLong("确认")]) var confirms = false
  @Flag(name: [.customLong("clean"), .customLong("干净")]) var isClean = false
  @OptionGroup var library: LibraryOptions

  var scriptPath: String? { script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let path = try settings.store(store)
    let library = library.library(session)
    let engine = try Engine(
      store: path.map { .sqlite($0, .readOnly) } ?? .memory, library: library)
    let plan = try script.map { try engine.compile(contentsOf: $0) }
    let day = try day.asOf == nil ? nil : day.day(session)
    // What makes no sense is said before anybody types.
    _ = try (settings.patience(writing.wait), settings.author(writing.author, session))
    let writable: () throws -> Engine = {
      try path.map { try writing.engine(.sqlite($0, .readWrite), library, settings, session) }
        ?? engine
    }
    if Screen.isThere {
      let start = isClean ? nil : try StartFile.read(session.environment)
      return try Dialogue(
        session: session, engine: engine, plan: plan, day: day, writable: writable
      ).run(start: start)
    }
    if let plan { session.report(plan.warnings) }
    let conversation = try Conversation(
      session: session, engine: engine, plan: plan, day: day,
      services: Services(
        confirm: confirms ? { _ in true } : nil, elapsed: Budget.standard.elapsed,
        writable: writable))
    session.announceTyping()
    let text = try ScriptText.read("-")
    let reply = conversation.run(text, name: session.text("标准输入", "stdin"))
    if case .done = reply { _ = conversation.leaves() }
    return ExitStatus(reply)
  }
}
