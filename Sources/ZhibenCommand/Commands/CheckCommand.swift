import ArgumentParser
import Zhiben
import ZhibenSession

extension Diagnostics {
  fileprivate var hasWarnings: Bool { ordered.contains { $0.severity == .warning } }
}

/// 检查
struct CheckCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "check", aliases: ["检查"])

  @Argument var script: String
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("emit"), .customLong("输出")]) var emit: String?
  @Flag(name: [.customLong("fix"), .customLong("修正")]) var fix = false
  @Flag(name: [.customLong("dry-run"), .customLong("试改")]) var dryRun = false
  @Flag(name: [.customLong("warnings-as-errors"), .customLong("提醒即错")]) var isStrict = false
  @OptionGroup var library: LibraryOptions

  enum Format: String, WordChoice {
    case text, concise, json, sarif

    var chinese: String {
      switch self {
      case .text: "文本"
      case .concise: "简"
      case .json: "数据"
      case .sarif: "通报"
      }
    }
  }

  func run(in session: Session) throws -> ExitStatus {
    let format = try Format.read(format, option: "--format") ?? .text
    let stage = try Stage.read(emit, option: "--emit")
    if fix || dryRun {
      guard script != "-" else {
        throw UsageProblem(
          Wording(zh: "标准输入里的脚本没有地方可改", en: "a script from the standard input cannot be changed"))
      }
      guard stage == nil else {
        throw UsageProblem(
          Wording(zh: "--fix 和 --emit 不能一起用", en: "--fix and --emit exclude each other"))
      }
      return try fix(format, session)
    }
    let checked = try Script.check(contentsOf: script, library: library.library(session))
    if let stage {
      try stage.write(checked, in: session)
      session.report(checked.diagnostics)
    } else {
      try write(checked.diagnostics, format, session)
      if format == .text, !checked.diagnostics.hasErrors, session.isInteractive, script != "-" {
        session.say(
          session.text(
            "下一步：zhiben 预演 \(script) --台账库 台账.db", "next: zhiben plan \(script) --store town.db"))
      }
    }
    return status(of: checked.diagnostics)
  }

  private func status(of diagnostics: Diagnostics) -> ExitStatus {
    let stops = diagnostics.hasErrors || isStrict && diagnostics.hasWarnings
    return stops ? .failure : .success
  }

  /// Applies the safe changes, says which, and goes on with what is left.
  private func fix(_ format: Format, _ session: Session) throws -> ExitStatus {
    let fixed = try Script.fix(contentsOf: script, library: library.library(session))
    if fixed.isChanged, !dryRun { try OutputFile.write(fixed.checked.source.bytes, to: script) }
    var people = session
    // A program reads the document and nothing else.
    if format == .json || format == .sarif { people.output = session.talk }
    FixText(session: people).write(fixed, path: script, isDry: dryRun)
    if dryRun {
      let (before, after) = (fixed.before, fixed.checked.source)
      people.output.write(
        LineDiff(
          script, from: String(decoding: before.bytes, as: UTF8.self),
          to: String(decoding: after.bytes, as: UTF8.self)
        ).text)
    }
    if format != .text || !fixed.checked.diagnostics.isEmpty {
      try write(fixed.checked.diagnostics, format, session)
    }
    return status(of: fixed.checked.diagnostics)
  }

  private func write(_ diagnostics: Diagnostics, _ format: Format, _ session: Session) throws {
    var renderer = session.renderer
    renderer.colour = session.isColoured && session.isInteractive
    switch format {
    case .json: session.print(try DiagnosticReport(diagnostics).json())
    case .sarif:
      session.print(
        try SarifReport(diagnostics, in: session.language, version: Version.current).json())
    case .concise:
      for diagnostic in diagnostics.ordered { session.print(renderer.concise(diagnostic)) }
    case .text:
      session.output.write(renderer.render(diagnostics))
      if diagnostics.isEmpty { session.print("\(script)：\(renderer.summary(of: diagnostics))") }
    }
  }
}
