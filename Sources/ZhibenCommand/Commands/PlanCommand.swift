import ArgumentParser
import Zhiben
import ZhibenSession

/// 预演
struct PlanCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "plan", aliases: ["预演"])

  @Argument var script: String
  @OptionGroup var store: StoreOption
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("save"), .customLong("存")]) var save: String?
  @Option(name: [.customLong("rule"), .customLong("规则")]) var rule: String?
  @Option(name: [.customLong("limit"), .customLong("条数")]) var limit: Int?
  @Flag(name: [.customLong("all"), .customLong("全部")]) var all = false
  @Flag(name: [.customLong("detailed-exitcode"), .customLong("明细退出码")]) var detailed = false
  @Flag(name: [.customLong("reference"), .customLong("参照")]) var reference = false
  @OptionGroup var library: LibraryOptions

  var scriptPath: String? { script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let store = try settings.someStore(store.path)
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let asOf = try day.day(session)
    let limit = try listLength(format)
    if rule != nil, save != nil {
      throw UsageProblem(
        Wording(
          zh: "--rule 和 --save 不能一起用：存下的预演包括全部规则",
          en: "--rule and --save exclude each other: a saved plan holds all rules"))
    }
    if script == "-", save != nil {
      throw UsageProblem(
        Wording(
          zh: "标准输入里的脚本存不成预演：执行时要再读它",
          en: "a plan of the standard input cannot be saved: apply reads the script again"))
    }
    let library = library.library(session)
    var script = try Script(contentsOf: script, library: library)
    session.report(script.warnings)
    if let rule { script = try script.selecting(rule: rule) }
    let engine = try Engine(store: .sqlite(store, .readOnly), library: library)
    let evaluation: Engine.Evaluation = reference ? .reference : .fast
    if let save {
      let run = try engine.plan(script, asOf: asOf, using: evaluation)
      try OutputFile.write(Array(SavedPlan(run).json().utf8), to: save)
      session.say(session.text("预演已存入 \(save)", "the plan was saved in \(save)"))
    }
    let report: any PlanReport =
      format == .json
      ? PlanDocument(session, store: store, limit: limit)
      : PlanText(session, store: store, limit: limit, isPartial: rule != nil)
    let summary = try engine.plan(
      script, asOf: asOf, using: evaluation, statements: { report.begin(script, asOf, $0) },
      sink: report.add, finished: report.finish)
    report.end(summary, script)
    return detailed ? summary.detailedStatus(hasWritten: report.hasWrites) : .success
  }

  private func listLength(_ format: ReportFormat) throws(UsageProblem) -> Int? {
    if all { return nil }
    guard let limit else { return format == .json ? nil : PlanText.usualLimit }
    guard limit >= 0 else {
      throw UsageProblem(
        Wording(zh: "--limit 不能小于零", en: "--limit must not be negative"))
    }
    return limit
  }
}

extension PlanSummary {
  /// The status that tells the result: what must be answered for outweighs what merely changed.
  func detailedStatus(hasWritten: Bool) -> ExitStatus {
    if stateCounts.contains(where: { $0.key.isAlarm && $0.value > 0 }) { return .alarm }
    return changeCount > 0 || hasWritten ? .changed : .success
  }
}
