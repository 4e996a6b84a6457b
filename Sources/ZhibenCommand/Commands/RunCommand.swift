import ArgumentParser
import Zhiben
import ZhibenSession

/// 运行
struct RunCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "run", aliases: ["运行"])

  @Argument var script: String
  @OptionGroup var store: StoreOption
  @OptionGroup var day: DayOptions
  @Flag(name: [.customLong("detailed-exitcode"), .customLong("明细退出码")]) var detailed = false
  @Flag(name: [.customLong("reference"), .customLong("参照")]) var reference = false
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let asOf = try day.day(session)
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    let engine = try store.engine(.readWrite, library)
    let result = try engine.run(
      script, asOf: asOf, startedAt: session.moment.stamp,
      using: reference ? .reference : .fast, alwaysPlans: detailed || reference,
      statements: { ShownText(session: session, words: $0.words).write($0.shown) })
    // Warnings of a script that runs every night belong into the mail of the day on which something happened.
    if result.hasChanged || session.isInteractive { session.report(script.warnings) }
    RunText(session: session).write(result, script, asOf)
    return detailed ? result.detailedStatus : .success
  }
}
