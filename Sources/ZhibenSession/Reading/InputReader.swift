import Zhiben
import ZhibenSyntax

/// Puts the lines that somebody types together to inputs: the parser says whether a line is enough.
package struct InputReader {
  private var lines: [String] = []

  package init() {}

  /// What a line leads to.
  package enum Step: Equatable {
    /// A blank line between inputs.
    case nothing
    /// An input that is whole.
    case input(String)
    /// More is wanted.
    case open(OpenThing)
  }

  /// Takes a line, or a pasted text of several.
  package mutating func add(_ line: String) -> Step {
    let isBlank = line.trimmingBlanks.isEmpty
    if lines.isEmpty {
      if isBlank { return .nothing }
      if MetaLine(line) != nil || NameQuestion(line) != nil { return .input(line) }
    }
    lines.append(line)
    let text = lines.joined(separator: "\n")
    switch Parser.completeness(of: text) {
    case .complete: return finish()
    case .continues(let thing):
      // A blank line says that nothing more comes, unless something was opened that has to be closed.
      if isBlank, !thing.hasToBeClosed { return finish() }
      return .open(thing)
    }
  }

  /// Gives up what has been typed so far. Whether there was anything.
  @discardableResult package mutating func drop() -> Bool {
    defer { lines = [] }
    return !lines.isEmpty
  }

  private mutating func finish() -> Step {
    defer { lines = [] }
    return .input(lines.joined(separator: "\n"))
  }
}

extension OpenThing {
  fileprivate var hasToBeClosed: Bool {
    switch self {
    case .brace, .parenthesis: true
    case .block, .operand: false
    }
  }

  /// What the prompt says is open: `计划…`, `（…`, `其中…`.
  package var prompt: String {
    switch self {
    case .parenthesis: "（…"
    case .brace(let head), .block(let head): "\(Self.firstWord(of: head, or: "{"))…"
    case .operand(let word): "\(word)…"
    }
  }

  private static func firstWord(of head: String, or sign: String) -> String {
    head.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? sign
  }
}
