import ArgumentParser
import Zhiben
import ZhibenSession

/// 台账库
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", subcommands: [Make.self, Show.self, Verify.self], aliases: ["台账库"])

  /// 建立
  struct Make: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "init", aliases: ["建立"])

    @OptionGroup var place: StorePlace

    func run(in session: Session) throws -> ExitStatus {
      let file = try place.path()
      _ = try Engine(store: .sqlite(file, .create))
      session.print(session.text("台账库 \(file) 已就绪。", "the store \(file) is ready."))
      return .success
    }
  }

  /// 查看
  struct Show: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "info", aliases: ["查看"])

    @OptionGroup var place: StorePlace
    @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?

    func run(in session: Session) throws -> ExitStatus {
      let file = try place.path()
      let format = try ReportFormat.read(format, option: "--format") ?? .text
      let engine = try Engine(store: .sqlite(file, .readOnly))
      let report = StoreReport(
        session: session, path: file, contents: try engine.contents(), runs: try engine.runs())
      format == .json ? report.writeDocument() : report.writeText()
      return .success
    }
  }

  /// 核验
  struct Verify: SessionCommand {
    static let configuration = CommandConfiguration(commandName: "verify", aliases: ["核验"])

    @OptionGroup var place: StorePlace

    func run(in session: Session) throws -> ExitStatus {
      let file = try place.path()
      let check = try Engine(store: .sqlite(file, .readOnly)).verify()
      if check.isIntact {
        session.print(
          session.text(
            "\(check.runCount) 次运行的记录完好，没有改动过。",
            "the records of \(check.runCount) runs are as they were written."))
        return .success
      }
      for found in check.breaks { session.print(text(of: found, session)) }
      session.say(
        session.text("台账库 \(file) 被改动过", "the store \(file) was edited"))
      return .data
    }

    private func text(of found: ChainCheck.Break, _ session: Session) -> String {
      let what =
        switch found.reason {
        case .line: session.text("运行记录本身改动过", "its line in the run log was edited")
        case .predecessor:
          session.text("它前面的运行记录被改动、删去或插入过", "a line before it was edited, removed or put in")
        case .outcomes: session.text("它写下的结果被改动过", "outcomes that it wrote were edited")
        case .list:
          session.text("它冻结的抽签名单被改动过", "a list that it froze for a draw was edited")
        case .writes:
          session.text("它写进登记的记录被改动过", "the log of what it wrote to registers was edited")
        case .missing: session.text("它的运行记录不见了", "its line in the run log is missing")
        }
      return session.text("第 \(found.run) 次运行：\(what)", "run \(found.run): \(what)")
    }
  }
}

/// The store that a command is about, as a file or behind the option that all other commands have.
struct StorePlace: ParsableArguments {
  @Argument var file: String?
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?

  /// - Throws: none is given, or two are.
  func path() throws(UsageProblem) -> String {
    switch (file, store) {
    case (let path?, nil), (nil, let path?): return path
    case (nil, nil):
      throw UsageProblem(Wording(zh: "缺少台账库的文件", en: "the file of the store is missing"))
    case (_?, _?):
      throw UsageProblem(
        Wording(zh: "台账库只能写一个", en: "two stores are given, one is wanted"))
    }
  }
}
