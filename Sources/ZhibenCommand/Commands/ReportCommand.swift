import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// 报告: the smallest script that still shows a fault, names hidden, with what a maintainer has to know besides.
struct ReportCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "report", aliases: ["报告"])

  @Argument var script: String
  @Option(name: [.customLong("code"), .customLong("代码")]) var code: String?
  @Option(name: [.customLong("status"), .customLong("退出码")]) var status: Int?
  @Flag(name: [.customLong("keep-names"), .customLong("保留名称")]) var keepsNames = false
  @Option(name: [.customLong("attempts"), .customLong("次数")]) var attempts: Int?
  @OptionGroup var library: LibraryOptions
  @Argument(parsing: .postTerminator) var command: [String] = []

  func run(in session: Session) throws -> ExitStatus {
    let library = library.library(session)
    let checked = try Script.check(contentsOf: script, library: library)
    let fault = try fault(checked, library, session)
    guard try fault.shows(checked.source) else {
      session.say(
        session.text("这份脚本没有出现要找的问题", "the script does not show what is looked for"))
      return .failure
    }
    let reduced = try ScriptReducer.reduce(
      checked.source, maximumAttempts: max(1, attempts ?? 2_000), while: fault.shows)
    var shown = reduced.source
    if !keepsNames {
      let known = library.publicWords
      let hidden = NameHiding.hide(shown, public: known.contains)
      guard try fault.shows(hidden) else {
        session.say(
          session.text(
            "隐去名称以后问题就不出现了；愿意公开名称，就加 --保留名称",
            "with its names hidden the script no longer shows it; add --keep-names if they may be seen"
          ))
        return .failure
      }
      shown = hidden
    }
    session.output.write(text(shown, fault, session))
    session.say(
      session.text(
        "\(checked.source.bytes.count) 字节缩小到 \(shown.bytes.count) 字节，试了 \(reduced.attempts) 次",
        "\(checked.source.bytes.count) bytes became \(shown.bytes.count) in \(reduced.attempts) attempts"
      ))
    return .success
  }

  /// A message, by default the first; or how a command ends.
  private func fault(
    _ checked: CheckedScript, _ library: ScriptLibrary, _ session: Session
  ) throws -> Fault {
    if let status, !command.isEmpty, code == nil {
      let trial = Trial(session, arguments: command, script: script)
      return Fault(words: "zhiben \(command.joined(separator: " ")) → \(status)") { file in
        try trial.status(on: file) == status
      }
    }
    guard status == nil, command.isEmpty,
      let wanted = code.map({ DiagnosticCode(rawValue: $0.uppercased()) })
        ?? checked.diagnostics.ordered.first?.code
    else {
      throw UsageProblem(
        Wording(
          zh: "脚本没有提示；写 --代码 代码，或 --退出码 数 -- 命令…（{} 代表脚本）",
          en:
            "the script has no message; write --code CODE, or --status N -- COMMAND… ({} is the script)"
        ))
    }
    let folder = Script.folder(of: script)
    return Fault(words: wanted.rawValue) { file in
      Script.check(file, folder: folder, library: library).diagnostics.ordered
        .contains { $0.code == wanted }
    }
  }

  private func text(_ source: SourceFile, _ fault: Fault, _ session: Session) -> String {
    let settings = ["LANG", "LC_ALL", "LC_CTYPE", "TZ", "ZHIBEN_LANG"].compactMap { name in
      session.environment[name].map { "\(name)=\($0)" }
    }
    let body = String(decoding: source.bytes, as: UTF8.self)
    let fence = body.contains("```") ? "~~~~" : "```plan"
    let end = body.contains("```") ? "~~~~" : "```"
    return """
      # zhiben \(Version.current)

      - \(session.text("系统", "system")): \(ProcessInfo.processInfo.operatingSystemVersionString)
      - \(session.text("环境", "environment")): \(settings.joined(separator: " "))
      - \(session.text("问题", "fault")): \(fault.words)

      \(fence)
      \(body.hasSuffix("\n") ? String(body.dropLast()) : body)
      \(end)

      """
  }
}

/// What is looked for in a script.
private struct Fault {
  let words: String
  let shows: (SourceFile) throws -> Bool
}
