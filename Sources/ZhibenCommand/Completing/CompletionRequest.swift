import Zhiben
import ZhibenSession

/// What a shell asks when somebody presses Tab: the words of the line behind `zhiben`, the last one unfinished. The scripts of the shells know
/// nothing of the commands; they all ask this, so that there is one table.
struct CompletionRequest {
  /// The word by which the scripts ask.
  static let word = "__complete"

  private let session: Session
  private let words: [String]

  /// Nil if the command line is no such question.
  init?(_ arguments: [String], _ session: Session) {
    guard arguments.first == Self.word else { return nil }
    self.session = session
    words = Array(arguments.dropFirst())
  }

  /// Something that may stand there.
  struct Candidate: Equatable {
    let text: String
    let help: String
  }

  /// What the shell is told: words, or to list files itself.
  enum Answer: Equatable {
    case candidates([Candidate])
    case files(Files)
  }

  enum Files: String {
    case scripts, all, folders
  }

  /// One candidate a line, its explanation behind a tab; or `@` and the kind of files.
  func answer() -> ExitStatus {
    switch answers {
    case .candidates(let candidates):
      for candidate in candidates { session.print("\(candidate.text)\t\(candidate.help)") }
    case .files(let kind): session.print("@\(kind.rawValue)")
    }
    return .success
  }

  var answers: Answer {
    let typed = words.last ?? ""
    let before = words.dropLast()
    guard let first = before.first else {
      return answer(.command, typed, nil)
    }
    if ["help", "帮助"].contains(first) { return answer(.command, typed, nil) }
    guard let guide = Guide.named(first) else { return .candidates([]) }
    let line = CommandLineWords(guide, Array(before.dropFirst()))
    if let expected = line.pending { return answer(expected, typed, line) }
    if !line.isLiteral, typed.hasPrefix("-") { return .candidates(options(guide, line, typed)) }
    return answer(guide.expected(at: line.operands.count), typed, line)
  }

  private func answer(_ expected: Expected, _ typed: String, _ line: CommandLineWords?) -> Answer {
    switch expected {
    case .nothing: .candidates([])
    case .script: .files(.scripts)
    case .file: .files(.all)
    case .folder: .files(.folders)
    case .words(let words): .candidates(pick(words.map { ($0, "") }, typed))
    case .command: .candidates(pick(Self.commands(session.language), typed))
    case .code:
      .candidates(
        pick(
          Catalogue.all.map {
            ([$0.code.rawValue], $0.message.filled(with: [:], in: session.language))
          }, typed))
    case .rule, .register:
      .candidates(pick(names(expected, line).map { ([$0], "") }, typed))
    }
  }

  private static func commands(_ language: Language) -> [(spellings: [String], help: String)] {
    Guide.all.map { ([$0.english, $0.chinese], $0.summary[language]) }
      + [(["help", "帮助"], Wording(zh: "说明怎么用", en: "say how things are used")[language])]
  }

  /// The options that are not on the line yet.
  private func options(_ guide: Guide, _ line: CommandLineWords, _ typed: String) -> [Candidate] {
    let left = guide.options.filter { option in
      option.names.allSatisfy { !line.options.contains($0) } || option.name == "--library"
    }
    return pick(
      left.map { ($0.names, $0.help[session.language]) }
        + [(["--help", "--帮助"], session.text("说明怎么用", "say how it is used"))],
      typed)
  }

  private func names(_ expected: Expected, _ line: CommandLineWords?) -> [String] {
    guard let line else { return [] }
    let library = ScriptLibrary.standard(
      environment: session.environment, executable: session.executable)
    let named =
      line.values["--script"] ?? (line.guide.operands.first == .script ? line.operands.first : nil)
    let script: Script? =
      if let named {
        try? Script(contentsOf: named, library: library)
      } else {
        try? Script.registers(of: ImportCommand.standardRegister, library: library)
      }
    guard let program = script?.program else { return [] }
    return expected == .rule
      ? program.rules.map(\.name) : program.schema.registers.map(\.name)
  }

  /// The spellings that begin as typed, in script or in sound; where several do, the one of the user's language.
  private func pick(
    _ all: [(spellings: [String], help: String)], _ typed: String
  ) -> [Candidate] {
    let dashes = typed.prefix { $0 == "-" }
    let match = PinyinMatch(String(typed.dropFirst(dashes.count)), readings: Pinyin.readings)
    return all.compactMap { entry in
      // English is first in the table.
      let spellings = session.language == .en ? entry.spellings : entry.spellings.reversed()
      let ranked = spellings.compactMap { spelling -> (rank: Int, spelling: String)? in
        guard spelling.hasPrefix(dashes) else { return nil }
        return match.rank(of: String(spelling.dropFirst(dashes.count))).map { ($0, spelling) }
      }
      return ranked.min { $0.rank < $1.rank }.map { Candidate(text: $0.spelling, help: entry.help) }
    }
  }
}
