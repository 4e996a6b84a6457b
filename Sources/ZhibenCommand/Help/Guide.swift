import Zhiben
import ZhibenSession

/// What help says of a command. The argument parser reads the command line; these words are ours, since its own are English and count
/// characters, not columns.
struct Guide {
  struct Option {
    /// All spellings, English first.
    var names: [String]
    /// What stands behind it; empty for a switch.
    var value: Wording = ""
    /// What can stand behind it, where its placeholder does not say.
    var takes: Expected?
    var help: Wording

    /// The first spelling.
    var name: String { names.first ?? "" }

    /// `--as-of, --截至 日期`.
    func label(_ language: Language) -> String {
      let shown = names.joined(separator: ", ")
      return value[language].isEmpty ? shown : "\(shown) \(value[language])"
    }
  }

  var english: String
  var chinese: String
  /// Other names that are understood.
  var synonyms: [String] = []
  var summary: Wording
  var usage: Wording
  /// What stands behind the command, in order; the last of them any number of times.
  var operands: [Expected] = []
  /// Further sentences.
  var notes: [Wording] = []
  var options: [Option] = []
  /// Command lines to copy, with what each does.
  var examples: [(line: Wording, does: Wording)] = []

  /// The command that a command line begins with; nil if it names none.
  static func command(in arguments: [String]) -> Guide? {
    arguments.lazy.prefix { $0 != "--" }.compactMap { named($0) }.first
  }

  /// The command of that name in either language.
  static func named(_ name: String) -> Guide? {
    all.first { ([$0.english, $0.chinese] + $0.synonyms).contains(name) }
  }
}
