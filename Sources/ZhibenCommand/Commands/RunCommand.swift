import ArgumentParser
import Zhiben
import ZhibenSession

/// 运行
struct RunCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "run", aliases: ["运行"])

  @Argument var script: String
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?
  @OptionGroup var writing: WritingOptions
  @OptionGroup var day: DayOptions
  @OptionGroup var night: NightOptions
  @Flag(name: [.customLong("detailed-exitcode"), .customLong("明细退出码")]) var detailed = false
  @Flag(name: [.customLong("reference"), .customLong("参照")]) var reference = false
  @OptionGroup var library: LibraryOptions

  static let isNightly = true
  var scriptPath: String? { script }

  func run(in session: Session, _ all: Settings) throws -> ExitStatus {
    let asOf = try day.day(session)
    let settings = try NightSettings(night, all)
    let store = try all.someStore(store)
    let library = library.library(session)
    let engine = { try writing.engine(.sqlite(store, .readWrite), library, all, session) }
    // What makes no sense is said before anybody is told that the run begins.
    _ = try (all.patience(writing.wait), all.author(writing.author, session))
    let night = try Night(settings, session)
    night.begin()
    var fields: [LogField: String] = [.plan: script, .store: store]
    var caughtUp: [RunRecord] = []
    let status: ExitStatus
    do {
      let result = try run(asOf, engine, settings, session, &fields) { caughtUp.append($0) }
      fields.merge(Self.fields(result)) { $1 }
      status = detailed ? result.detailedStatus : .success
    } catch let error as Diagnostics {
      session.report(error)
      say(store, caughtUp, settings, session)
      status = ExitStatus(error)
      fields[.to] = "\(asOf)"
      fields[.reason] = error.ordered.first.map {
        "[\($0.code)] \($0.message(in: session.language))"
      }
    }
    night.end(session, status, fields)
    return status
  }

  private func run(
    _ asOf: CivilDate, _ open: () throws -> Engine, _ settings: NightSettings, _ session: Session,
    _ fields: inout [LogField: String], caughtUp: (RunRecord) -> Void
  ) throws -> RunResult {
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    fields[.plan] = script.program.plan.name
    let engine = try open()
    let result = try engine.run(
      script, asOf: asOf, startedAt: session.moment.stamp,
      using: reference ? .reference : .fast, alwaysPlans: detailed || reference,
      catchingUp: settings.catchesUp ? Engine.catchUpLimit : 0, caughtUp: caughtUp,
      statements: { ShownText(session: session, words: $0.words).write($0.shown) })
    // Warnings of a script that runs every night belong into the mail of the day on which something happened.
    if result.hasChanged || session.isInteractive { session.report(script.warnings) }
    RunText(session: session, store: engine.storePath).write(result, script)
    return result
  }

  private static func fields(_ result: RunResult) -> [LogField: String] {
    var fields: [LogField: String] = [
      .from: "\(result.span.caughtUp?.lowerBound ?? result.span.asOf)", .to: "\(result.span.asOf)",
      .due: "\(result.highlights.groups[.dueToday]?.count ?? 0)",
      .rungs: "\(result.highlights.groups[.rungReached]?.count ?? 0)",
      .written: "\(result.records.reduce(0) { $0 + $1.written })",
    ]
    fields[.overdue] = result.summary.map { "\($0.stateCounts[.overdue] ?? 0)" }
    fields[.run] = result.record.map { "\($0.id)" }
    fields[.missed] = result.span.leftOut.map { "\($0.dayCount)" }
    return fields
  }

  /// What is as it was, and what to do.
  private func say(
    _ store: String, _ caughtUp: [RunRecord], _ settings: NightSettings, _ session: Session
  ) {
    if let last = caughtUp.last {
      session.say(
        session.text(
          "补跑到 \(last.asOf) 为止的 \(caughtUp.count) 天已写进台账库 \(store)，各自完整；其余的一条也没有写。",
          "\(caughtUp.count) missed days up to \(last.asOf) are in the store \(store), each of them whole; of the rest nothing was written."
        ))
    } else {
      session.say(
        session.text(
          "运行没有完成：\(script) 的结果一条也没有写，台账库 \(store) 和运行前一样。",
          "the run was not finished: nothing of \(script) was written, the store \(store) is as it was."
        )
      )
    }
    var again = session.text("zhiben 运行 ", "zhiben run ") + ShellText.quoted(script)
    again += session.text(" --台账库 ", " --store ") + ShellText.quoted(store)
    if let day = day.asOf { again += session.text(" --截至 ", " --as-of ") + ShellText.quoted(day) }
    if settings.catchesUp { again += session.text(" --补跑", " --catch-up") }
    session.say(session.text("处理好以后再运行：\(again)", "when that is set right, run again: \(again)"))
  }
}

extension RunRecord {
  /// How many records it changed, of ledger and registers.
  fileprivate var written: Int { inserted + updated + withdrawn + writes }
}

extension ClosedRange<CivilDate> {
  /// How many days there are.
  var dayCount: Int { Int(upperBound.days - lowerBound.days) + 1 }
}
