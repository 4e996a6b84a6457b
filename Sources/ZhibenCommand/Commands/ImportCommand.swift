import ArgumentParser
import Zhiben
import ZhibenSession

/// 导入
struct ImportCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "import", aliases: ["导入"])

  @Argument var files: [String]
  @OptionGroup var store: StoreOption
  @Option(name: [.customLong("script"), .customLong("脚本")]) var script: String?
  @Option(name: [.customLong("register"), .customLong("登记")]) var register: String?
  @Option(name: [.customLong("valid-from"), .customLong("生效")]) var validFrom: String?
  @Flag(name: [.customLong("strict"), .customLong("严格")]) var strict = false
  @OptionGroup var library: LibraryOptions

  /// Where registers come from if no script is named.
  static let standardRegister = "标准台账"

  func run(in session: Session) throws -> ExitStatus {
    let day = try validFrom.map { text throws(UsageProblem) in
      try DayText.read(text, option: "--valid-from")
    }
    let library = library.library(session)
    let script =
      if let script {
        try Script(contentsOf: script, library: library)
      } else {
        try Script.registers(of: Self.standardRegister, library: library)
      }
    let reports = try store.engine(.create, library).importFiles(
      files, script: script, register: register,
      options: ImportOptions(
        importedOn: session.moment.day, validFrom: day, language: session.language),
      startedAt: session.moment.stamp)
    let text = ImportText(session: session)
    for (path, report) in zip(files, reports) {
      text.write(report)
      if let refused = report.refusedFile { text.say(try keep(refused, beside: path)) }
    }
    text.writeSum(reports)
    let isRefused = reports.contains { $0.isFileRefused || (strict && $0.refused > 0) }
    return isRefused ? .data : .success
  }

  /// Writes the refused rows beside the file that they came from; returns where.
  private func keep(_ refused: ImportReport.RefusedFile, beside path: String) throws -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    try OutputFile.write(refused.bytes, to: folder + refused.name)
    return folder + refused.name
  }
}
