import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// 导入
struct ImportCommand: ConfiguredCommand {
  static let configuration = CommandConfiguration(commandName: "import", aliases: ["导入"])

  @Argument var files: [String] = []
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?
  @OptionGroup var writing: WritingOptions
  @Option(name: [.customLong("script"), .customLong("脚本")]) var script: String?
  @Option(name: [.customLong("register"), .customLong("登记")]) var registers: [String] = []
  @Option(name: [.customLong("sheet"), .customLong("工作表")]) var sheet: String?
  @Option(name: [.customLong("header"), .customLong("表头")]) var header: String?
  @Option(name: [.customLong("valid-from"), .customLong("生效")]) var validFrom: String?
  @Option(name: [.customLong("month-dates"), .customLong("月份日期")]) var monthDates: String?
  @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?
  @Option(name: [.customLong("template"), .customLong("模板")]) var template: String?
  @Flag(name: [.customLong("dry-run"), .customLong("试读")]) var isTrial = false
  @Flag(name: [.customLong("strict"), .customLong("严格")]) var strict = false
  @OptionGroup var library: LibraryOptions

  /// Where registers come from if no script is named.
  static let standardRegister = "标准台账"

  var scriptPath: String? { script }

  func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
    let format = try ReportFormat.read(format, option: "--format") ?? .text
    let library = library.library(session)
    let script =
      if let script {
        try Script(contentsOf: script, library: library)
      } else {
        try Script.registers(of: Self.standardRegister, library: library)
      }
    if let template {
      let bytes = try script.ledgerTemplate(
        of: registers.isEmpty ? nil : registers, in: session.language)
      try OutputFile.write(bytes, to: template)
      session.say(session.text("已写入 \(template)", "written to \(template)"))
      return .success
    }
    guard !files.isEmpty, let store = try settings.store(store) else {
      throw UsageProblem(
        Wording(
          zh: "要写明导入哪些文件，和 --台账库 文件", en: "name the files to import, and --store FILE"))
    }
    let reports = try engine(store, library, settings, session).importFiles(
      files, script: script, register: try register(), sheet: sheet,
      options: try options(session, settings, script), isTrial: isTrial,
      startedAt: session.moment.stamp)
    let kept = isTrial ? [:] : try keep(reports)
    switch format {
    case .text: write(reports, kept, session)
    case .json: ImportDocument(session: session).write(reports, kept: kept, isTrial: isTrial)
    }
    let isRefused = reports.contains { $0.isFileRefused || (strict && $0.refused > 0) }
    return isRefused ? .data : .success
  }

  private func write(_ reports: [ImportReport], _ kept: [Int: KeptRows], _ session: Session) {
    let text = ImportText(session: session)
    if isTrial {
      session.print(session.text("试读：什么也不写入。", "A trial: nothing is written."))
    }
    for (number, report) in reports.enumerated() {
      text.write(report)
      guard let rows = kept[number] else { continue }
      if let path = rows.refused { text.sayRefused(path) }
      if let path = rows.suspects {
        text.saySuspects(rows.suspectCount, path, hasSheet: report.sheet != nil)
      }
    }
    text.writeSum(reports)
  }

  /// A trial of a store that is not there yet begins with an empty one, and makes none.
  private func engine(
    _ store: String, _ library: ScriptLibrary, _ settings: Settings, _ session: Session
  ) throws -> Engine {
    guard isTrial else {
      return try writing.engine(.sqlite(store, .create), library, settings, session)
    }
    return try Engine(
      store: FileManager.default.fileExists(atPath: store) ? .sqlite(store, .readOnly) : .memory,
      library: library)
  }

  private func register() throws(UsageProblem) -> String? {
    if registers.count > 1 {
      throw UsageProblem(
        Wording(zh: "--登记 在导入时只能写一个", en: "--register may be given once for an import"))
    }
    return registers.first
  }

  private func options(
    _ session: Session, _ settings: Settings, _ script: Script
  ) throws -> ImportOptions {
    let day = try validFrom.map { text throws(UsageProblem) in
      try DayText.read(text, option: "--valid-from")
    }
    return ImportOptions(
      importedOn: session.moment.day, validFrom: day, headerRows: try headerRows(),
      monthDates: try settings.monthDates(monthDates, script), language: session.language)
  }

  /// `3`, `3-4`, with digits and dashes of either width.
  private func headerRows() throws(UsageProblem) -> ClosedRange<Int>? {
    guard let header else { return nil }
    let rows = header.split(omittingEmptySubsequences: false) { "-－—–~～".contains($0) }
      .map { Int($0.compactMap { $0.wholeNumberValue.map(String.init) ?? "x" }.joined()) ?? 0 }
    guard let first = rows.first, let last = rows.last, rows.count <= 2, first >= 1, first <= last,
      last - first < 10
    else {
      throw UsageProblem(
        Wording(
          zh: "--表头 写行号，例如 3 或 3-4，不是「\(header)」",
          en: "--header takes row numbers, such as 3 or 3-4, not \(header)"))
    }
    return first...last
  }

  /// Keeps what was refused of each report, and what is to be looked at. A workbook has one file, with the report of its first sheet.
  private func keep(_ reports: [ImportReport]) throws(Diagnostics) -> [Int: KeptRows] {
    var kept: [Int: KeptRows] = [:]
    for (number, report) in reports.enumerated() {
      if let file = report.refusedFile {
        let path = try keep(file, beside: report.fileName)
        let sheets =
          report.sheet == nil ? [report] : reports.filter { $0.fileName == report.fileName }
        let suspects = report.sheet == nil ? 0 : sheets.reduce(0) { $0 + $1.suspects }
        kept[number] = KeptRows(
          refused: sheets.contains { $0.refused > 0 } ? path : nil,
          suspects: suspects > 0 ? path : nil, suspectCount: suspects)
      }
      if let file = report.suspectFile {
        kept[number, default: KeptRows()].suspects = try keep(file, beside: report.fileName)
        kept[number]?.suspectCount = report.suspects
      }
    }
    return kept
  }

  /// Writes the refused rows beside the file that they came from; returns where.
  private func keep(
    _ refused: ImportReport.RefusedFile, beside path: String
  ) throws(Diagnostics) -> String {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    try OutputFile.write(refused.bytes, to: folder + refused.name)
    return folder + refused.name
  }
}

/// Where rows of a report are kept.
struct KeptRows {
  /// The refused ones.
  var refused: String?
  /// Those that were imported and are to be looked at.
  var suspects: String?
  var suspectCount = 0
}
