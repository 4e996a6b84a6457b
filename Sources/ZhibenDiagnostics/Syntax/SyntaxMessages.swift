import ZhibenSyntax

/// Turns what the lexer and the parser noticed into messages.
///
/// `SyntaxIssue.arguments` is read by position. Arguments that are missing or empty are taken from the text under the issue's span, or from
/// its first fix. Slots and kinds of bodies are written in Chinese (`频次的值`, `条款`, `职责`); `SlotNames` knows the English.
///
/// | kind | code | 0 | 1 | 2… |
/// |---|---|---|---|---|
/// | invalidUTF8 | E0101 | | | |
/// | unterminatedString | E0102 | opening quote | | |
/// | mixedQuotes | W0103 | opening quote | closing quote | |
/// | unterminatedName | E0104 | | | |
/// | unterminatedInterpolation | E0105 | opening brace | | |
/// | invisibleCharacter | W0106 (U+200B, U+FEFF), else E0107 | | | |
/// | bidirectionalControl | E0108 | | | |
/// | foreignCharacter | E0109 | | | |
/// | foreignOperator | E0110 | found | right sign (else the first fix) | |
/// | hashComment | E0111 | mark found | | |
/// | nonexistentDate | E0112 | found | | |
/// | ambiguousDate, ambiguousNumber, gluedDecimal | E0113–E0115 | found | | |
/// | deadlineWithoutMonth, numberTooLarge | E0118, E0119 | found | (readings come as fixes) | |
/// | unclosedFence | E0120 | | | |
/// | unexpected | E0201 | found | slot | |
/// | missing | E0202 | slot | | |
/// | unclosedBrace, unclosedParenthesis | E0203, E0204 | (not read: the bracket is taken from the source) | | |
/// | unmatchedCloser | E0205 | found | | |
/// | clauseNeedsSeparator | E0206 | clause word | | |
/// | unknownClause | E0207 | found | kind of body | clauses it may have |
/// | unknownDeclaration | E0208 | found | declaration words to choose from … | |
/// | nameInTwoWords | E0209 | found | | |
/// | homophone | E0210 | found | right word (else the first fix) | |
/// | gluedRun | E0211 | found | | |
/// | literalGoesOn | E0212 | literal | what follows it | |
/// | rungAsCondition | E0213 | found | | |
/// | missingBraces | E0215 | what must stand in braces | | |
/// | duringAfterWhere | E0216 | | | |
/// | tooDeep | E0217 | limit | | |
/// | laterDeclaration | E0219 | found | | |
/// | meaningChanged | E0220 | | | |
/// | foreignWord | E0221 | found | right word (else the first fix) | |
/// | uselessComparison | W0222 | left side | | |
struct SyntaxMessages {
  let issue: SyntaxIssue
  let file: SourceFile

  func diagnostic() -> Diagnostic {
    var result = Diagnostic(code, at: .file(file, places.primary), arguments)
    result.label = label
    result.notes = notes
    result.fixes = replacements.map { Fix(issue.span, $0, title: fixTitle) }
    suggest(for: &result)
    if let second = places.secondary {
      result.secondary = [LabelledLocation(.file(file, second.span), second.label)]
    }
    return result
  }

  /// The fixes; a right word that came as an argument is one, too.
  private var replacements: [String] {
    guard issue.fixes.isEmpty, issue.kind == .homophone || issue.kind == .foreignOperator
    else { return issue.fixes }
    return given(1).map { [$0] } ?? []
  }

  private var fixTitle: Wording? {
    issue.kind == .clauseNeedsSeparator && issue.fixes.count == 1
      ? Wording(zh: "在「\(argument(0))」前面加分号", en: "put a semicolon before “\(argument(0))”") : nil
  }

  /// The argument at `index`, or the text under the span.
  func argument(_ index: Int) -> String {
    given(index) ?? Self.shortened(file.text(issue.span))
  }

  func given(_ index: Int) -> String? {
    issue.arguments.indices.contains(index) && !issue.arguments[index].isEmpty
      ? issue.arguments[index] : nil
  }

  /// The arguments from `index` on.
  func rest(from index: Int) -> [String] { Array(issue.arguments.dropFirst(index)) }

  private static func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return DisplayWidth().truncated(String(line), to: 40)
  }

  /// The clauses or declarations of a similar name as fixes, unless the parser knows better.
  private func suggest(for result: inout Diagnostic) {
    let candidates: [String]
    switch issue.kind {
    case .unknownClause: candidates = rest(from: 2)
    case .unknownDeclaration: candidates = rest(from: 1)
    default: return
    }
    let known = issue.fixes.filter { !$0.isEmpty }
    result.fixes = []
    result.suggest(
      known.isEmpty ? Suggestions.closest(to: argument(0), among: candidates) : known)
  }

  /// The place that the message speaks of, and the other place with what it has to do with it.
  ///
  /// An opener that lacks its closer is the primary place wherever the issue was noticed.
  var places: (primary: Span, secondary: (span: Span, label: Wording)?) {
    guard let related = issue.related else { return (issue.span, nil) }
    switch issue.kind {
    case .unclosedBrace, .unclosedParenthesis, .unclosedFence, .unterminatedString,
      .unterminatedName, .unterminatedInterpolation:
      let isAhead = related.start < issue.span.start
      return (
        isAhead ? related : issue.span,
        (isAhead ? issue.span : related, Wording(zh: "到这里还没有结束", en: "still open here"))
      )
    case .mixedQuotes:
      return (issue.span, (related, Wording(zh: "从这里开始", en: "begins here")))
    default:
      return (issue.span, (related, Wording(zh: "与这里有关", en: "because of this")))
    }
  }
}

extension Diagnostic {
  /// The message for what the lexer or the parser noticed in `file`.
  public init(_ issue: SyntaxIssue, in file: SourceFile) {
    self = SyntaxMessages(issue: issue, file: file).diagnostic()
  }
}

extension Diagnostics {
  /// The messages for all that the lexer and the parser noticed in `file`, in the order in which they noticed it.
  public init(_ issues: [SyntaxIssue], in file: SourceFile) {
    self.init()
    for issue in issues { add(Diagnostic(issue, in: file)) }
  }
}
