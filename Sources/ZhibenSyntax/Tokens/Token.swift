/// A sign of the language; full-width, half-width and mixed spellings are one sign.
public enum Sign: String, Hashable, Sendable, CaseIterable {
  case leftBrace, rightBrace, leftParen, rightParen
  /// `,` `，` `、`
  case comma
  case colon
  /// `.` between names
  case dot
  case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
  case plus, minus, times, divide
  /// `:=`
  case assign
  /// `->` `→`
  case arrow
  /// `?` `？` after a type
  case question
}

/// What a token is.
public enum TokenKind: Hashable, Sendable {
  /// A run that is no literal and no reserved word. A contextual keyword is a word; the parser decides (K2).
  case word
  /// `「…」`: a quoted name. Its text is what stands between the marks.
  case quotedName
  /// A reserved word. The table may hold several words under one spelling; these are all of them, the reserved ones first, then contextual ones
  /// (于 is `during` and the `forIn` of 对). `Token.text` is the spelling.
  case reserved([Keyword])
  /// Behind a reference: literals are rare and large, tokens many.
  indirect case literal(Literal)
  /// A one-line string. `segments` of the token describe its text and interpolations.
  case string
  /// `《…》`: the title of a cited text.
  case title
  case sign(Sign)
  /// `；` `。` `;`, or a newline that ends a clause after rule N1.
  case separator
  /// The end of a ```plan fence of a literate file; closes nothing, a place to resynchronise.
  case fenceEnd
  /// Bytes that are no token of the language (an invalid byte, `[`, a stray quote). Kept, reported once.
  case invalid
  case endOfFile
}

/// A token with the blanks and comments before it.
public struct Token: Sendable {
  /// What it is.
  public var kind: TokenKind
  /// The bytes of the token itself.
  public var span: Span
  /// Blanks, comments, swallowed newlines and prose between the token before and this one. `trivia.end == span.start`; the spans of all tokens
  /// and their trivia tile the file without gap, so that the tree gives back every byte.
  public var trivia: Span
  /// The text that the parser compares and names carry: width-folded for words and reserved words (one blank inside `at least`), between the
  /// marks for names and titles; empty else.
  public var text: String
  /// For strings: the text and interpolations in order; empty else.
  public var segments: [StringSegment]
  /// Whether a newline stands in the trivia before the token.
  public var followsNewline: Bool

  /// Makes a token.
  public init(
    kind: TokenKind, span: Span, trivia: Span, text: String = "", segments: [StringSegment] = [],
    followsNewline: Bool = false
  ) {
    self.kind = kind
    self.span = span
    self.trivia = trivia
    self.text = text
    self.segments = segments
    self.followsNewline = followsNewline
  }
}

/// A part of a string.
public enum StringSegment: Hashable, Sendable {
  /// Text as the reader sees it (`{{` is a brace).
  case text(String)
  /// The bytes of an expression between `{` and `}`.
  case interpolation(Span)
}
