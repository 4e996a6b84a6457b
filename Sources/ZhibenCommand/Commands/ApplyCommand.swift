import ArgumentParser
import Zhiben
import ZhibenSession

/// 执行
struct ApplyCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "apply", aliases: ["执行"])

  @Argument var script: String
  @OptionGroup var store: StoreOption
  @OptionGroup var writing: WritingOptions
  @OptionGroup var day: DayOptions
  @Flag(name: [.customLong("detailed-exitcode"), .customLong("明细退出码")]) var detailed = false
  @OptionGroup var library: LibraryOptions

  /// Of a saved plan, the script that it is of.
  var scriptPath: String? { (try? SavedPlan.read(at: script))?.script ?? script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let asOf = try day.day(session)
    let library = library.library(session)
    let place = StoreLocation.sqlite(try settings.someStore(store.path), .readWrite)
    let result: RunResult
    func show(_ run: StatementRun) {
      ShownText(session: session, words: run.words).write(run.shown)
    }
    if let saved = try SavedPlan.read(at: script) {
      if day.asOf != nil {
        throw UsageProblem(
          Wording(
            zh: "存下的预演自带日期，不能再写 --as-of", en: "a saved plan has its day; leave out --as-of"))
      }
      result = try writing.engine(place, library, settings, session).apply(
        saved, startedAt: session.moment.stamp, statements: show)
    } else {
      let script = try Script(contentsOf: script, library: library)
      session.report(script.warnings)
      result = try writing.engine(place, library, settings, session).run(
        script, asOf: asOf, startedAt: session.moment.stamp, alwaysPlans: true, statements: show)
    }
    if let run = result.statements { WriteLines(session: session).say(run) }
    if result.hasChanged, let summary = result.summary, let record = result.record {
      session.print(
        session.text(
          "已写入第 \(record.id) 号记录（截至 \(summary.asOf)）：\(session.counts(result))。",
          "entry \(record.id) was written (as of \(summary.asOf)): \(session.counts(result))."
        ))
    } else {
      session.print(session.text("没有变化，台账没有改动。", "no changes; nothing was written."))
    }
    return detailed ? result.detailedStatus : .success
  }
}

extension RunResult {
  /// The status that tells the result.
  var detailedStatus: ExitStatus {
    summary?.detailedStatus(hasWritten: statements?.writes.isEmpty == false) ?? .success
  }
}
