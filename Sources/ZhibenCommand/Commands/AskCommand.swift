import ArgumentParser
import Zhiben
import ZhibenSession

/// 问
struct AskCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "ask", aliases: ["问", "查询"])

  @Argument var script: String
  @Argument var question: String
  @OptionGroup var store: StoreOption
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("output"), .customLong("输出")]) var output: String?
  @Option(name: [.customLong("encoding"), .customLong("编码")]) var encoding: String?
  @Flag(name: [.customLong("explain"), .customLong("说明")]) var explain = false
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let format = try TableFormat.read(format, option: "--format") ?? .table
    let encoding = try FileEncoding.read(encoding, option: "--encoding") ?? .utf8
    let asOf = try day.day(session)
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    let answer = try store.engine(.readOnly, library).ask(question, script: script, asOf: asOf)
    let text = AnswerText(session: session, answer: answer)
    if let output {
      try AnswerFile(session: session, answers: [answer]).write(
        to: output, format: format, encoding: encoding.encoding)
      let rows = answer.tables.reduce(0) { $0 + $1.rows.count }.grouped
      session.say(session.text("已写入 \(output)（\(rows) 行）", "written to \(output) (\(rows) rows)"))
    } else {
      text.write(format)
    }
    text.tellRun(asOf: asOf)
    if explain {
      for plan in answer.tables.compactMap(\.plan) {
        session.say(plan.description(in: session.language))
      }
    }
    return .success
  }
}

/// The encoding of a file of commas.
private enum FileEncoding: String, WordChoice {
  case utf8 = "utf-8"
  case gb18030

  var chinese: String { self == .utf8 ? "万国码" : "国标" }
  var encoding: TextEncoding { self == .utf8 ? .utf8 : .gb18030 }
}
