/// What the lexer makes of a file.
public struct LexResult: Sendable {
  /// The tokens; the last is `.endOfFile`. Their spans and trivia tile the file byte for byte.
  public var tokens: [Token]
  /// What was noticed, by position. Every `(` that has no `)` before its clause ends is reported here (`unclosedParenthesis` at the opener, once
  /// for a nest of them), so that the parser may close it without a word of its own.
  public var issues: [SyntaxIssue]
  /// The headings of a literate file, in order; empty else.
  public var headings: [Heading]

  /// Makes a result.
  public init(tokens: [Token], issues: [SyntaxIssue], headings: [Heading] = []) {
    self.tokens = tokens
    self.issues = issues
    self.headings = headings
  }

  /// The headings that stand over the byte at `offset`, the outermost first: the default 依据 of a rule that stands there.
  public func headingPath(at offset: Int) -> [Heading] {
    var (low, high) = (0, headings.count)
    while low < high {
      let middle = (low + high) / 2
      if headings[middle].span.start <= offset { low = middle + 1 } else { high = middle }
    }
    var path: [Heading] = []
    var index = low - 1
    while index >= 0, index < headings.count {
      path.append(headings[index])
      index = headings[index].parent ?? -1
    }
    return path.reversed()
  }
}

/// A heading of a literate file.
public struct Heading: Hashable, Sendable {
  /// 1 to 6 for `#` and underlined headings; 7 to 10 for the numbering of official documents, `一、` `（一）` `1.` `（1）`, which stands below any of those.
  public let level: Int
  /// The text with its number, without `#`; of a numbered paragraph its first sentence.
  public let title: String
  /// The bytes of the line, for a numbered paragraph of its first sentence.
  public let span: Span
  /// The index of the nearest heading above of a smaller level.
  public let parent: Int?
}
