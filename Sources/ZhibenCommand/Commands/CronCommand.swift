import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// 定时
struct CronCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cron", subcommands: [Print.self], aliases: ["定时"])

  /// 打印
  struct Print: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "print", aliases: ["打印"])

    @Argument var script: String
    @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?
    @Option(name: [.customLong("at"), .customLong("时刻")]) var time = "08:05"
    @Option(name: [.customLong("log-file"), .customLong("日志文件")]) var logFile: String?
    @Option(name: [.customLong("mailto"), .customLong("收件人")]) var mailto: String?
    @Flag(name: [.customLong("systemd"), .customLong("系统定时")]) var systemd = false
    @OptionGroup var library: LibraryOptions

    static let isNightly = true
    var scriptPath: String? { script }

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      guard let time = ClockTime(time) else {
        throw UsageProblem(
          Wording(
            zh: "--at 的「\(time)」不是时刻，写成 08:05", en: "--at: \(time) is no time; write it as 08:05"))
      }
      let store = try settings.someStore(store)
      let night = try NightSettings(nil, settings)
      // What would not run at night had better be said by day.
      let library = library.library(session)
      let plan = try Script(contentsOf: script, library: library).program.plan.name
      _ = try Engine(store: .sqlite(store, .readOnly), library: library)
      let job = NightJob(
        plan: plan, script: script, store: store, time: time,
        logFile: logFile ?? night.logFile, libraries: self.library.folders, mailto: mailto,
        session)
      guard job.isOnLines else {
        throw UsageProblem(
          Wording(zh: "路径里有换行，定时任务里写不了", en: "a path with a line break cannot stand in a job"))
      }
      session.output.write(systemd ? job.units(session) : job.crontab(session))
      return .success
    }
  }
}
