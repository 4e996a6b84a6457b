import ArgumentParser
import Zhiben
import ZhibenSession

/// 整理
struct FormatCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "fmt", aliases: ["整理"])

  @Argument var scripts: [String]
  @Flag(name: [.customLong("check"), .customLong("检查")]) var check = false
  @Option(name: [.customLong("lang"), .customLong("语言")]) var language: String?
  @Flag(name: [.customLong("stdout"), .customLong("打印")]) var stdout = false

  /// The languages of keywords.
  private enum Keywords: String, WordChoice {
    case zh, en

    var chinese: String { self == .zh ? "中文" : "英文" }
    var language: ScriptLanguage { self == .zh ? .chinese : .english }
  }

  func run(in session: Session) throws -> ExitStatus {
    let language = try Keywords.read(language, option: "--lang")?.language
    if check, stdout {
      throw UsageProblem(
        Wording(zh: "--check 和 --stdout 不能一起用", en: "--check and --stdout exclude each other"))
    }
    var status = ExitStatus.success
    for script in scripts {
      let formatted = try Script.format(contentsOf: script, in: language)
      if formatted.diagnostics.hasErrors {
        session.report(formatted.diagnostics)
        status = .failure
      } else if stdout || script == "-", !check {
        session.output.write(formatted.text)
      } else if formatted.changed {
        if check {
          status = .failure
        } else {
          try OutputFile.write(Array(formatted.text.utf8), to: script)
        }
        session.print(script)
      }
    }
    return status
  }
}
