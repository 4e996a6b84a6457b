import ArgumentParser
import Zhiben
import ZhibenSession

/// 推演: the months ahead on today's register, against what people can do, and what another script would change.
struct SimulateCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "simulate", aliases: ["推演"])

  @Argument var script: String
  @OptionGroup var store: StoreOption
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("from"), .customLong("自")]) var from: String?
  @Option(name: [.customLong("to"), .customLong("至")]) var to: String?
  @Option(name: [.customLong("against"), .customLong("对比")]) var against: String?
  @Option(name: [.customLong("staff"), .customLong("人数")]) var staff: Int?
  @Option(name: [.customLong("other-days"), .customLong("其他执法")]) var otherDays: Int?
  @Option(name: [.customLong("idle-days"), .customLong("非执法")]) var idleDays: Int?
  @Option(name: [.customLong("limit"), .customLong("条数")]) var limit: Int?
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @OptionGroup var library: LibraryOptions

  var scriptPath: String? { script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let store = try settings.someStore(store.path)
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let asOf = try day.day(session)
    let span = try span(asOf)
    let capacity = try capacity()
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    session.report(script.warnings)
    let engine = try Engine(store: .sqlite(store, .readOnly), library: library)
    let forecast = try engine.forecast(script, over: span, asOf: asOf)
    let difference = try against.map { path in
      let other = try Script(contentsOf: path, library: library)
      return (
        path: path,
        ForecastDifference(forecast, from: try engine.forecast(other, over: span, asOf: asOf))
      )
    }
    let report = ForecastReport(
      session: session, forecast: forecast, asOf: asOf, capacity: capacity, difference: difference)
    switch format {
    case .text: report.writeText(names: limit ?? ForecastReport.usualNames)
    case .json: report.writeDocument()
    }
    return .success
  }

  /// Without ends: from the judged day to the end of its year.
  private func span(_ asOf: CivilDate) throws(UsageProblem) -> DayRange {
    var (first, last) = (asOf, CivilDate(year: asOf.year, month: 12, day: 31) ?? asOf)
    if let from { first = try DayText.read(from, option: "--from") }
    if let to {
      last = try DayText.read(to, option: "--to")
    } else if first > last {
      last = CivilDate(year: first.year, month: 12, day: 31) ?? first
    }
    guard first <= last else {
      throw UsageProblem(
        Wording(zh: "--from 晚于 --to", en: "--from is later than --to"))
    }
    guard first.days(until: last) <= 3_660 else {
      throw UsageProblem(
        Wording(zh: "最多推演十年", en: "ten years at most can be looked ahead"))
    }
    return DayRange(first, last)
  }

  private func capacity() throws(UsageProblem) -> Capacity? {
    for (value, option) in [
      (staff, "--staff"), (otherDays, "--other-days"), (idleDays, "--idle-days"),
      (limit, "--limit"),
    ] {
      if let value, value < 0 || value > 1_000_000 {
        throw UsageProblem(
          Wording(
            zh: "\(option) 后面写 0 到 1000000 的整数",
            en: "\(option) takes a whole number from 0 to 1000000"))
      }
    }
    guard let staff else {
      if otherDays != nil || idleDays != nil {
        throw UsageProblem(
          Wording(
            zh: "没有 --人数，不知道有多少工作日",
            en: "--staff is missing: how many days there are depends on it"))
      }
      return nil
    }
    return Capacity(
      staff: staff, otherEnforcement: otherDays ?? 0, nonEnforcement: idleDays ?? 0)
  }
}
