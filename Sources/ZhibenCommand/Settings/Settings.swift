import Zhiben
import ZhibenSession

/// What is set besides options: in the environment, else in `zhiben.yaml` beside the script, or in the current folder where there is no script.
/// The one place in which commands look for what was not said.
struct Settings {
  /// What somebody wrote, and where.
  private(set) var written: [Setting: WrittenSetting] = [:]

  /// Nothing but what options say.
  init() {}

  /// - Parameters:
  ///   - script: the script beside which the file is looked for; nil, or `-`, for none.
  ///   - isNight: whether a run that nobody watches depends on them: then the file must be fit for it.
  /// - Throws: what the file holds is wrong (E0740, E0741), or a secret that others can read (E0742).
  init(beside script: String?, isNight: Bool = false, _ session: Session) throws(Diagnostics) {
    written = try SettingsFile.read(besides: script, isNight: isNight)
    for setting in Setting.allCases {
      guard let text = session.environment[setting.environment], !text.isEmpty else { continue }
      written[setting] = WrittenSetting(text: text, place: setting.environment)
    }
  }

  /// The option if it is given, else what is written.
  /// - Throws: the one makes no sense (`UsageProblem`), or the other (E0741).
  func value<T>(_ setting: Setting, _ option: String?, _ read: (String) -> T?) throws -> T? {
    if let option {
      if let value = read(option) { return value }
      throw UsageProblem(
        Wording(
          zh: "--\(setting.rawValue) 的「\(option)」不对，\(setting.expected.zh)",
          en: "--\(setting.rawValue): \(option) will not do; \(setting.expected.en)"))
    }
    guard let found = written[setting] else { return nil }
    if let value = read(found.text) { return value }
    throw Diagnostics([
      Diagnostic(
        "E0741", at: .none,
        [
          "place": Wording(found.place),
          "reason": Wording(
            zh: "\(setting.chinese)：\(setting.expected.zh)",
            en: "\(setting.rawValue): \(setting.expected.en)"),
        ])
    ])
  }

  /// The language that was asked for, unless it was when the program began.
  func language() throws -> Language? {
    guard let found = written[.language], found.place != Setting.language.environment else {
      return nil
    }
    return try value(.language, nil) { text in
      ["zh", "中文"].contains(text) ? .zh : ["en", "英文"].contains(text) ? .en : nil
    }
  }

  /// The store; nil if nobody has said where it is.
  func store(_ option: String?) throws -> String? {
    try value(.store, option) { $0.isEmpty ? nil : $0 }
  }

  /// The store.
  /// - Throws: nobody has said where it is.
  func someStore(_ option: String?) throws -> String {
    if let store = try store(option) { return store }
    throw UsageProblem(
      Wording(
        zh: "缺少 --store；也可以写在 zhiben.yaml 或 ZHIBEN_STORE 里",
        en: "--store is missing; zhiben.yaml or ZHIBEN_STORE can say it, too"))
  }

  /// How long to wait for another that holds the store.
  func patience(_ option: String?) throws -> Duration {
    try value(.wait, option, Self.duration) ?? .zero
  }

  /// Who writes: the account of the process, with the name that was given.
  func author(_ option: String?, _ session: Session) throws -> Author {
    var author = session.account
    author.name =
      try value(.author, option) { text in
        let isName = !text.isEmpty && text.utf8.count <= 120 && !text.contains(where: \.isNewline)
        return isName ? text : nil
      } ?? ""
    return author
  }

  /// Which day a month stands for in ledgers: `月末`, or by column `整改期限=月末，发现日期=月初`.
  /// - Throws: it is neither, or no register of the script has such a column.
  func monthDates(_ option: String?, _ script: Script) throws -> MonthDates {
    let columns = Set(script.program.schema.recorded.flatMap { $0.fields.map(\.name) })
    return try value(.monthDates, option) { text in
      MonthDates(reading: text, columns: columns.contains)
    } ?? MonthDates()
  }

  /// `60s`, `60秒`, `5m`, `5分钟`; a bare number is of seconds. At most a day.
  private static func duration(_ text: String) -> Duration? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int(digits) else { return nil }
    let unit: Int
    switch text.dropFirst(digits.count).drop(while: { $0 == " " }) {
    case "", "s", "秒": unit = 1
    case "m", "min", "分", "分钟": unit = 60
    default: return nil
    }
    let (seconds, isTooMuch) = number.multipliedReportingOverflow(by: unit)
    return isTooMuch || seconds > 86_400 ? nil : .seconds(seconds)
  }
}

/// A command that depends on settings.
protocol ConfiguredCommand: SessionCommand {
  /// The script beside which `zhiben.yaml` is looked for; nil for the current folder.
  var scriptPath: String? { get }
  /// Whether it is about runs that nobody watches.
  static var isNightly: Bool { get }
  /// Does what the command is for, in the language that was set.
  func run(in session: Session, _ settings: Settings) throws -> ExitStatus
}

extension ConfiguredCommand {
  var scriptPath: String? { nil }
  static var isNightly: Bool { false }

  func run(in session: Session) throws -> ExitStatus {
    let settings = try Settings(beside: scriptPath, isNight: Self.isNightly, session)
    var session = session
    session.language = try settings.language() ?? session.language
    return try run(in: session, settings)
  }
}
