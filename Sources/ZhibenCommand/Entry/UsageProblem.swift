import Zhiben
import ZhibenSession

/// A command line that makes no sense. Ends with exit code 64.
struct UsageProblem: Error {
  /// What is wrong with it.
  let message: Wording

  init(_ message: Wording) { self.message = message }

  /// Says what is wrong, how the command is used, and where help is.
  func report(_ arguments: [String], _ session: Session) -> ExitStatus {
    let guide = Guide.command(in: arguments)
    session.say(session.text("用法错误：", "usage error: ") + message[session.language])
    if let guide {
      session.say(session.text("用法：", "usage: ") + guide.usage[session.language])
      session.say(
        session.text("详见：zhiben 帮助 \(guide.chinese)", "see: zhiben help \(guide.english)"))
    } else {
      session.say(session.text("全部命令：zhiben 帮助", "all commands: zhiben help"))
    }
    return .usage
  }
}

extension UsageProblem {
  /// What the argument parser has to say, in the user's language where its sentence is known.
  init(parserError error: any Error, _ arguments: [String]) {
    self.init(
      ParserSentence(RootCommand.message(for: error), Guide.command(in: arguments)).wording)
  }
}

/// A sentence of the argument parser, which speaks English only.
struct ParserSentence {
  private let english: String
  private let guide: Guide?

  init(_ english: String, _ guide: Guide?) {
    self.english = english.split(separator: "\n").first.map(String.init) ?? english
    self.guide = guide
  }

  /// Beginnings, and the sentence for each; `{}` stands for what follows in quotes.
  private static let known: [(beginning: String, zh: String, en: String)] = [
    ("Unknown option ", "没有 {} 这个选项", "there is no option {}"),
    ("Missing value for ", "{} 后面缺少值", "a value is missing behind {}"),
    ("Missing expected argument ", "缺少 {}", "{} is missing"),
    ("Unexpected argument ", "多了一个参数 {}", "the argument {} is one too many"),
    ("The option ", "选项 {} 不带值", "the option {} takes no value"),
    ("The value ", "{} 后面不能写「{value}」", "{value} cannot stand behind {}"),
  ]

  var wording: Wording {
    guard let known = Self.known.first(where: { english.hasPrefix($0.beginning) }) else {
      return Wording(english)
    }
    let quoted = english.split(separator: "'", omittingEmptySubsequences: false)
    // A value that cannot be read is quoted before its option.
    let isValue = known.beginning == "The value " && quoted.count > 3
    let found = quoted.count > 1 ? String(quoted[isValue ? 3 : 1]) : ""
    let word = found.split(separator: " ").first.map(String.init) ?? found
    var (zh, en) = (
      known.zh.replacing("{}", with: Self.placeholders[word] ?? word),
      known.en.replacing("{}", with: word)
    )
    if isValue {
      zh = zh.replacing("{value}", with: String(quoted[1]))
      en = en.replacing("{value}", with: String(quoted[1]))
    }
    if known.beginning.hasPrefix("Unknown"), let meant = option(near: word) {
      zh += "；你是否想写 \(meant)？"
      en += "; did you mean \(meant)?"
    }
    return Wording(zh: zh, en: en)
  }

  private func option(near typed: String) -> String? {
    let names = (guide?.options ?? []).flatMap(\.names)
    return Suggestions.closest(to: typed, among: names, limit: 1).first
  }

  /// What stands without an option.
  private static let placeholders = [
    "<script>": "脚本", "<key>": "键", "<files>": "文件", "<file>": "文件", "<scripts>": "脚本",
    "<code>": "代码", "<words>": "问句",
  ]
}
