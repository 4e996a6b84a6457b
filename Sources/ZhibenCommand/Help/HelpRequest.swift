import Zhiben
import ZhibenSession

/// A command line that asks for help, or for the version.
struct HelpRequest {
  private enum Topic {
    /// What fits on half a screen, for somebody who typed nothing.
    case first
    case overview, version
    case command(Guide)
    /// A word that is no command.
    case unknown(String)
  }
  private let topic: Topic

  /// Nil if the command line does not ask for help.
  init?(_ arguments: [String]) {
    let words = arguments.prefix { $0 != "--" }
    guard let first = words.first else {
      topic = .first
      return
    }
    if ["help", "帮助"].contains(first) {
      let name = words.dropFirst().first { !$0.hasPrefix("-") }
      topic =
        name.map { name in Guide.named(name).map(Topic.command) ?? .unknown(name) } ?? .overview
    } else if words.contains(where: { ["-h", "--help", "--帮助"].contains($0) }) {
      topic = Guide.command(in: arguments).map(Topic.command) ?? .overview
    } else if words.contains(where: { ["--version", "--版本"].contains($0) }) {
      topic = .version
    } else if !first.hasPrefix("-"), Guide.named(first) == nil {
      topic = .unknown(first)
    } else {
      return nil
    }
  }

  func answer(_ session: Session) -> ExitStatus {
    switch topic {
    case .version: session.print("zhiben \(Version.current)")
    case .first: session.output.write(Self.first[session.language])
    case .overview: session.output.write(overview(session))
    case .command(let guide): session.output.write(page(guide, session))
    case .unknown(let word): return unknown(word).report([], session)
    }
    return .success
  }

  private func unknown(_ word: String) -> UsageProblem {
    let names = Guide.all.flatMap { [$0.english, $0.chinese] }
    let meant = Suggestions.closest(to: word, among: names, limit: 1).first
    return UsageProblem(
      Wording(
        zh: "没有「\(word)」这个命令" + (meant.map { "；你是否想写「\($0)」？" } ?? ""),
        en: "there is no command \(word)" + (meant.map { "; did you mean \($0)?" } ?? "")))
  }

  private static let first = Wording(
    zh: """
      zhiben（治本）——让安全生产方案跑起来的脚本工具

        zhiben 检查 计划.plan                   只看脚本有没有写错
        zhiben 预演 计划.plan --台账库 镇.db    看会有哪些变化，什么也不写
        zhiben 运行 计划.plan --台账库 镇.db    推算并写入；定时任务用它

      在终端里只输入 zhiben：一句一句地问和试
      把台账读进来：zhiben 导入 企业.csv 隐患.csv --台账库 镇.db
      只算一个式子：zhiben 算 '今日 + 20工作日'
      全部命令：zhiben 帮助；一条命令的用法：zhiben 帮助 预演

      """,
    en: """
      zhiben: runs the plans of work-safety supervision

        zhiben check small.plan                  say what is wrong with a script
        zhiben plan small.plan --store town.db   show what would change; write nothing
        zhiben run small.plan --store town.db    plan and write; for scheduled jobs

      zhiben alone at a terminal: ask and try things line by line
      read registers: zhiben import enterprises.csv hazards.csv --store town.db
      reckon an expression: zhiben ask '今日 + 20工作日'
      all commands: zhiben help; how to use one of them: zhiben help plan

      """)

  private func overview(_ session: Session) -> String {
    var text = session.text(
      "zhiben（治本）——让安全生产方案跑起来的脚本工具\n\n",
      "zhiben: runs the plans of work-safety supervision\n\n")
    let rows = Guide.all.map { guide in
      (
        session.text("\(guide.chinese)  \(guide.english)", guide.english),
        guide.summary[session.language]
      )
    }
    text += columns(rows, session)
    text += session.text(
      "\n一条命令的用法：zhiben 帮助 预演（或 zhiben 预演 --help）；都可以加 --no-color（--不着色）\n",
      "\nhow to use one of them: zhiben help plan (or zhiben plan --help); all take --no-color\n")
    return text
  }

  private func page(_ guide: Guide, _ session: Session) -> String {
    let language = session.language
    var text = "\(guide.summary[language])\n\n"
    text += session.text("用法：", "usage: ") + "\(guide.usage[language])\n"
    for note in guide.notes { text += "\n\(note[language])\n" }
    if !guide.options.isEmpty {
      text += session.text("\n选项：\n", "\noptions:\n")
      text += columns(guide.options.map { ($0.label(language), $0.help[language]) }, session)
    }
    if !guide.examples.isEmpty {
      text += session.text("\n例：\n", "\nexamples:\n")
      for (line, does) in guide.examples {
        text += "  \(line[language])\n      \(does[language])\n"
      }
    }
    return text
  }

  /// Two columns, the second wrapped; a first that is too long stands on a line of its own.
  private func columns(_ rows: [(String, String)], _ session: Session) -> String {
    let widest = min(34, rows.map { session.width.of($0.0) }.max() ?? 0)
    let room = max(30, (session.columns ?? 100) - widest - 4)
    var text = ""
    for (left, right) in rows {
      let isLong = session.width.of(left) > widest
      if isLong { text += "  \(left)\n" }
      let lines = TextWrap.lines(right, columns: room, width: session.width)
      for (number, line) in lines.enumerated() {
        let head = number == 0 && !isLong ? left : ""
        text += "  \(session.width.padded(head, to: widest))  \(line)\n"
      }
    }
    return text
  }
}
