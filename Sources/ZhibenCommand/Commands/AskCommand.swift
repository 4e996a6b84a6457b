import ArgumentParser
import Zhiben

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
    AnswerText(session: session, answer: answer).write(format)
    if answer.asksOutcomes, answer.ledgerAsOf != asOf {
      session.say(
        answer.ledgerAsOf.map {
          session.text(
            "结果取自截至 \($0) 的运行，不是 \(asOf)。",
            "outcomes are those of the run as of \($0), not \(asOf).")
        } ?? session.text("还没有运行过，没有结果。", "there was no run yet, so there are no outcomes."))
    }
    if explain {
      for plan in answer.tables.compactMap(\.plan) {
        session.say(plan.description(in: session.language))
      }
    }
    return .success
  }
}

/// How a table is written.
enum TableFormat: String, WordChoice {
  case table, csv, json, md

  var chinese: String {
    switch self {
    case .table: "表"
    case .csv: "表格文件"
    case .json: "数据"
    case .md: "文档"
    }
  }
}
