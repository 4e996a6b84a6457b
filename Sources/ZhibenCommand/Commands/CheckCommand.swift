import ArgumentParser
import Zhiben

/// 检查
struct CheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "check", aliases: ["检查"])

  @Argument var script: String
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("emit"), .customLong("输出")]) var emit: String?
  @OptionGroup var library: LibraryOptions

  enum Format: String, WordChoice {
    case text, concise, json

    var chinese: String {
      switch self {
      case .text: "文本"
      case .concise: "简"
      case .json: "数据"
      }
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let format = try Format.read(format, option: "--format") ?? .text
    let stage = try Stage.read(emit, option: "--emit")
    let checked = try Script.check(contentsOf: script, library: library.library(session))
    if let stage {
      stage.write(checked, to: session.output)
      session.report(checked.diagnostics)
    } else {
      try write(checked.diagnostics, format, session)
    }
    return checked.diagnostics.hasErrors ? .failure : .success
  }

  private func write(_ diagnostics: Diagnostics, _ format: Format, _ session: Session) throws {
    var renderer = session.renderer
    renderer.colour = session.isColoured && session.isInteractive
    switch format {
    case .json: session.print(try DiagnosticReport(diagnostics).json())
    case .concise:
      for diagnostic in diagnostics.ordered { session.print(renderer.concise(diagnostic)) }
    case .text:
      session.output.write(renderer.render(diagnostics))
      if diagnostics.isEmpty { session.print("\(script)：\(renderer.summary(of: diagnostics))") }
    }
  }
}
