import Zhiben
import ZhibenSyntax

/// A part of a script that is taken at once: a command, or everything between two commands.
package struct Piece: Equatable {
  package enum Content: Equatable {
    case command(MetaLine)
    case question(NameQuestion)
    /// Declarations and statements.
    case script(String)
  }
  package var content: Content
  /// The line of the script, from 1, on which it begins.
  package var line: Int

  /// The pieces of a script in order. Lines that begin with a colon are commands, and those that end in a question mark ask what a name means,
  /// but inside of braces and parentheses.
  package static func pieces(of text: String) -> [Piece] {
    var pieces: [Piece] = []
    var script: [Substring] = []
    var start = 1
    func close() {
      if script.contains(where: { !String($0).trimmingBlanks.isEmpty }) {
        pieces.append(
          Piece(content: .script(script.joined(separator: "\n") + "\n"), line: start))
      }
      script = []
    }
    var reader = InputReader()
    var isOpen = false
    for (number, line) in text.split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline
    ).enumerated() {
      let single: Content? =
        isOpen
        ? nil
        : MetaLine(String(line)).map { .command($0) }
          ?? NameQuestion(String(line)).map { .question($0) }
      if let single {
        close()
        pieces.append(Piece(content: single, line: number + 1))
        continue
      }
      if script.isEmpty { start = number + 1 }
      script.append(line)
      if case .open = reader.add(String(line)) { isOpen = true } else { isOpen = false }
    }
    close()
    return pieces
  }
}
