import ArgumentParser
import Foundation
import Zhiben
import ZhibenSession

/// 新建: a folder with a plan that runs, its tests, empty ledgers, a store and the line for cron.
struct NewCommand: SessionCommand {
  static let configuration = CommandConfiguration(commandName: "new", aliases: ["新建"])

  @Argument var name: String
  @Option(name: [.customLong("folder"), .customLong("目录")]) var folder: String?
  @OptionGroup var library: LibraryOptions

  func run(in session: Session) throws -> ExitStatus {
    let title = name.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !title.isEmpty, !title.contains(where: \.isNewline), title.utf8.count <= 120 else {
      throw UsageProblem(
        Wording(zh: "名称要有字，在一行里，不太长", en: "the name must be one short line that is not empty"))
    }
    let files = NewFiles(NewFiles.stem(title), session.language)
    let folder = folder ?? NewFiles.stem(title)
    try makeEmpty(folder)
    func path(_ file: String) -> String { folder + "/" + file }
    let template = PlanTemplate(name: title, day: session.moment.day, language: session.language)
    try OutputFile.write(Array(template.plan().utf8), to: path(files.plan))
    try OutputFile.write(Array(template.tests().utf8), to: path(files.tests))

    let library = library.library(session)
    let script = try Script(contentsOf: path(files.plan), library: library)
    let engine = try Engine(store: .sqlite(path(files.store), .create), library: library)
    try engine.prepare(script)
    try OutputFile.write(
      try script.ledgerTemplate(of: PlanTemplate.registers, in: session.language),
      to: path(files.ledger))
    let job = NightJob(
      plan: title, script: path(files.plan), store: path(files.store),
      libraries: self.library.folders, session)
    try OutputFile.write(Array(job.crontab(session).utf8), to: path(files.cron))
    try OutputFile.write(Array(template.guide(files).utf8), to: path(files.guide))

    session.print(
      session.text("已建好 \(folder)：", "\(folder) is ready:")
        + [files.plan, files.tests, files.ledger, files.store, files.cron, files.guide]
        .joined(separator: session.text("、", ", ")))
    session.say(
      session.text(
        "下一步：cd \(ShellText.quoted(folder))，再看 \(files.guide)",
        "next: cd \(ShellText.quoted(folder)), then read \(files.guide)"))
    return .success
  }

  /// A folder of that name with nothing in it: nothing of anybody's is written over.
  private func makeEmpty(_ folder: String) throws {
    func refusal(_ reason: Wording) -> Diagnostics {
      Diagnostics([
        Diagnostic("E0730", at: .none, ["path": Wording(folder), "reason": reason])
      ])
    }
    let manager = FileManager.default
    let there = try? manager.contentsOfDirectory(atPath: folder)
    if let there, !there.isEmpty {
      throw refusal(Wording(zh: "文件夹里已有文件", en: "the folder is not empty"))
    }
    do {
      try manager.createDirectory(atPath: folder, withIntermediateDirectories: true)
    } catch {
      throw refusal(Wording(zh: "建不了这个文件夹", en: "the folder cannot be made"))
    }
  }
}
