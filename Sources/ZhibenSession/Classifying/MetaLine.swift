import Zhiben

/// A line that is a command to the session and no part of a script: `:表`, `：为何 Z-0098`, `退出`.
package struct MetaLine: Equatable {
  /// The command as typed, without the colon; empty for a colon alone.
  package var word: String
  /// What stands behind it.
  package var argument: String
  /// Whether it stood without a colon.
  package var isBare: Bool

  /// Nil if the line is none.
  package init?(_ line: String) {
    let text = line.trimmingBlanks
    isBare = false
    if let first = text.first, first == ":" || first == "：" {
      let rest = String(text.dropFirst()).trimmingBlanks
      let parts = rest.split(maxSplits: 1, whereSeparator: \.isWhitespace)
      word = parts.first.map(String.init) ?? ""
      argument = parts.count > 1 ? String(parts[1]).trimmingBlanks : ""
    } else if MetaCommand.bare.contains(text) {
      (word, argument, isBare) = (text, "", true)
    } else {
      return nil
    }
  }

  /// The command that is meant: by either name, or by a beginning that only one has; else those that may be meant.
  package var command: Result<MetaCommand, Unknown> {
    let word = word.lowercased()
    if let exact = MetaCommand.all.first(where: { $0.names.contains(word) }) {
      return .success(exact)
    }
    let begun = MetaCommand.all.filter { command in
      !word.isEmpty && command.names.contains { $0.hasPrefix(word) }
    }
    if begun.count == 1, let only = begun.first { return .success(only) }
    let names = MetaCommand.all.flatMap(\.names)
    return .failure(
      Unknown(
        word: self.word,
        candidates: begun.isEmpty
          ? Suggestions.closest(to: word, among: names, limit: 1) : begun.map(\.chinese)))
  }

  /// A word that is no command.
  package struct Unknown: Error, Equatable {
    package var word: String
    package var candidates: [String]
  }
}

/// `整改期限？`, `？整改期限`: a question for a name. Two marks ask for the text that defines it.
package struct NameQuestion: Equatable {
  package var name: String
  package var wantsText: Bool

  /// Nil if the line asks for no name.
  package init?(_ line: String) {
    var text = Substring(line.trimmingBlanks)
    var marks = 0
    func isMark(_ character: Character?) -> Bool { character == "?" || character == "？" }
    while isMark(text.first) {
      text.removeFirst()
      marks += 1
    }
    while isMark(text.last) {
      text.removeLast()
      marks += 1
    }
    let name = String(text).trimmingBlanks
    // Quotation marks around a name are not part of it, and a sentence is no name.
    guard marks > 0, !name.isEmpty, !name.contains(where: \.isWhitespace) else { return nil }
    self.name = name.trimmingCharacters(of: "「」“”\"")
    wantsText = marks > 1
  }
}

extension String {
  fileprivate func trimmingCharacters(of set: String) -> String {
    var text = Substring(self)
    while let first = text.first, set.contains(first) { text.removeFirst() }
    while let last = text.last, set.contains(last) { text.removeLast() }
    return String(text)
  }
}
