import ArgumentParser
import Zhiben
import ZhibenSession

/// 报送: the table of a report for a due day.
struct FilingCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "filing", aliases: ["报送"])

  @Argument var name: String
  @OptionGroup var store: StoreOption
  @Option(name: [.customLong("script"), .customLong("脚本")]) var script: String
  @Option(name: [.customLong("due"), .customLong("报送日")]) var due: String?
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("output"), .customLong("输出")]) var output: String?
  @Option(name: [.customLong("encoding"), .customLong("编码")]) var encoding: String?
  @OptionGroup var library: LibraryOptions

  var scriptPath: String? { script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let format = try TableFormat.read(format, option: "--format") ?? .table
    let encoding = try FileEncoding.read(encoding, option: "--encoding") ?? .utf8
    let due = try due.map { try DayText.read($0, option: "--due") }
    let asOf = try day.day(session)
    let library = library.library(session)
    let script = try Script(contentsOf: script, library: library)
    let engine = try Engine(
      store: .sqlite(settings.someStore(store.path), .readOnly), library: library)
    switch try engine.filing(name, script: script, asOf: asOf, due: due) {
    case .sheet(let filing):
      try write(filing, format, encoding.encoding, session)
      return .success
    case .notDue(let days):
      let known = days.prefix(12).map { "\($0)" }.joined(separator: session.text("、", ", "))
      session.say(
        session.text("「\(name)」那天不报，报送日是：\(known)", "“\(name)” is due on these days: \(known)"))
      return .data
    }
  }

  private func write(
    _ filing: Filing, _ format: TableFormat, _ encoding: TextEncoding, _ session: Session
  ) throws {
    // A program tells what is unknown from null.
    let isData = [.json, .jsonl].contains(format)
    let answer = isData ? filing.answer : filing.printed(in: session.language)
    let heading = heading(filing, session)
    if let output {
      try AnswerFile(session: session, answers: [answer]).write(
        to: output, format: format, encoding: encoding)
      session.say(heading)
      let rows = filing.answer.tables.first?.rows.count ?? 0
      session.say(session.text("已写入 \(output)（\(rows) 行）", "written to \(output) (\(rows) rows)"))
    } else {
      switch format {
      case .table, .records: session.print(heading)
      case .md: session.print("# \(heading)\n")
      default: session.say(heading)
      }
      AnswerText(session: session, answer: answer).write(format)
    }
    if filing.cutOff < filing.span.last {
      session.say(
        session.text(
          "期间还没有结束，数据只到 \(filing.cutOff)",
          "the span is not over; the figures are as of \(filing.cutOff)"))
    }
    if filing.undecided > 0 {
      session.say(
        session.text(
          "另有 \(filing.undecided) 个单位是否要报尚不清楚，没有列入，也不合计",
          "whether \(filing.undecided) more units owe it is unknown: they are left out, and nothing is added up"
        ))
    }
  }

  private func heading(_ filing: Filing, _ session: Session) -> String {
    let to = filing.recipients.joined(separator: session.text("、", ", "))
    return session.text(
      "\(filing.rule.name)　\(filing.due) 报　致 \(to)　期间 \(filing.span)",
      "\(filing.rule.name), due \(filing.due), to \(to), about \(filing.span.english)")
  }
}
