import ArgumentParser
import Zhiben
import ZhibenSession

/// 问
struct AskCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "ask", aliases: ["问", "查询", "算"])

  @Argument var words: [String]
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?
  @OptionGroup var day: DayOptions
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("output"), .customLong("输出")]) var output: String?
  @Option(name: [.customLong("encoding"), .customLong("编码")]) var encoding: String?
  @Flag(name: [.customLong("explain"), .customLong("说明")]) var explain = false
  @OptionGroup var library: LibraryOptions

  var scriptPath: String? { words.count == 2 ? words[0] : nil }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let store = try settings.store(store)
    let format = try TableFormat.read(format, option: "--format") ?? .table
    let encoding = try FileEncoding.read(encoding, option: "--encoding") ?? .utf8
    let asOf = try day.day(session)
    let library = library.library(session)
    let (path, question) = try scriptAndQuestion()
    let script = try path.map { try Script(contentsOf: $0, library: library) }
    let engine = try Engine(
      store: store.map { .sqlite($0, .readOnly) } ?? .memory, library: library)
    let answer = try engine.ask(
      question, script: script ?? Conversation.impliedPlan(engine), asOf: asOf)
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
    text.tellCalendar(asOf: asOf)
    if explain {
      for plan in answer.tables.compactMap(\.plan) {
        session.say(plan.description(in: session.language))
      }
    }
    return .success
  }

  /// What is asked; without a script it is asked of the standard registers.
  private func scriptAndQuestion() throws -> (script: String?, question: String) {
    guard let first = words.first, words.count <= 2 else {
      throw UsageProblem(
        Wording(
          zh: "多了一个参数 \(words.last ?? "")", en: "the argument \(words.last ?? "") is one too many"))
    }
    if words.count == 2 { return (first, words[1]) }
    if first == "-" { return (nil, try ScriptText.read(first)) }
    if ScriptText.exists(first) {
      throw UsageProblem(Wording(zh: "缺少 问句", en: "the question is missing"))
    }
    return (nil, first)
  }
}

/// The encoding of a file of commas.
enum FileEncoding: String, WordChoice {
  case utf8 = "utf-8"
  case gb18030

  var chinese: String { self == .utf8 ? "万国码" : "国标" }
  var encoding: TextEncoding { self == .utf8 ? .utf8 : .gb18030 }
}
