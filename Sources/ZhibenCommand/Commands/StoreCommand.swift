import ArgumentParser
import Zhiben
import ZhibenSession

/// 台账库
struct StoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", subcommands: [Make.self, Show.self, Log.self, Verify.self],
    aliases: ["台账库"])

  /// 建立
  struct Make: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "init", aliases: ["建立"])

    @OptionGroup var place: StorePlace

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      let file = try place.path(settings)
      _ = try Engine(store: .sqlite(file, .create))
      session.print(session.text("台账库 \(file) 已就绪。", "the store \(file) is ready."))
      return .success
    }
  }

  /// 查看
  struct Show: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "info", aliases: ["查看"])

    @OptionGroup var place: StorePlace
    @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      let file = try place.path(settings)
      let format = try ReportFormat.read(format, option: "--format") ?? .text
      let engine = try Engine(store: .sqlite(file, .readOnly))
      let report = StoreReport(
        session: session, path: file, contents: try engine.contents(), runs: try engine.runs())
      format == .json ? report.writeDocument() : report.writeText()
      return .success
    }
  }

  /// 记录
  struct Log: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "log", aliases: ["记录"])

    @OptionGroup var place: StorePlace
    @Option(name: [.customLong("last"), .customLong("最近")]) var last: Int?
    @Option(name: [.customLong("format"), .customLong("格式")]) var format: String?

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      let format = try ReportFormat.read(format, option: "--format") ?? .text
      if let last, last < 1 {
        throw UsageProblem(
          Wording(zh: "--last 要写一个正整数", en: "--last takes a positive number"))
      }
      let file = try place.path(settings)
      let runs = try Engine(store: .sqlite(file, .readOnly)).runs()
      let report = LogReport(session: session, path: file, runs: runs.suffix(last ?? runs.count))
      format == .json ? report.writeDocument() : report.writeText()
      return .success
    }
  }

  /// 核验
  struct Verify: ConfiguredCommand {
    static let configuration = CommandConfiguration(commandName: "verify", aliases: ["核验"])

    @OptionGroup var place: StorePlace

    func run(in session: Session, _ settings: Settings) throws -> ExitStatus {
      let file = try place.path(settings)
      let check = try Engine(store: .sqlite(file, .readOnly)).verify()
      if check.isIntact {
        session.print(
          session.text(
            "\(check.runCount) 条运行和导入的记录完好，没有改动过。",
            "\(check.runCount) entries of runs and imports are as they were written."))
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
        case .line: session.text("记录本身改动过", "it was edited")
        case .predecessor:
          session.text("它前面的记录被改动、删去或插入过", "an entry before it was edited, removed or put in")
        case .outcomes: session.text("它写下的结果被改动过", "outcomes that it wrote were edited")
        case .list:
          session.text("它冻结的抽签名单被改动过", "a list that it froze for a draw was edited")
        case .writes:
          session.text("它写进登记的记录被改动过", "the log of what it wrote to registers was edited")
        case .missing: session.text("记录不见了", "it is missing in the log")
        }
      return session.text("第 \(found.run) 号记录：\(what)", "entry \(found.run): \(what)")
    }
  }
}

/// The store that a command is about, as a file or behind the option that all other commands have.
struct StorePlace: ParsableArguments {
  @Argument var file: String?
  @Option(name: [.customLong("store"), .customLong("台账库")]) var store: String?

  /// - Throws: none is given, or two are.
  func path(_ settings: Settings) throws -> String {
    switch (file, store) {
    case (let path?, nil), (nil, let path?): return path
    case (nil, nil):
      if let path = try settings.store(nil) { return path }
      throw UsageProblem(Wording(zh: "缺少台账库的文件", en: "the file of the store is missing"))
    case (_?, _?):
      throw UsageProblem(
        Wording(zh: "台账库只能写一个", en: "two stores are given, one is wanted"))
    }
  }
}
