/// Every kind of thing the lexer or the parser may notice; each has one code in the diagnostics catalogue.
public enum SyntaxIssueKind: String, Hashable, Sendable, CaseIterable {
  // Lexer.
  case invalidUTF8, unterminatedString, mixedQuotes, unterminatedName, unterminatedInterpolation
  case invisibleCharacter, bidirectionalControl, foreignCharacter, foreignOperator, hashComment
  case nonexistentDate, ambiguousDate, ambiguousNumber, gluedDecimal
  case deadlineWithoutMonth, numberTooLarge, unclosedFence
  // Parser.
  case unexpected, missing, unclosedBrace, unclosedParenthesis, unmatchedCloser
  case clauseNeedsSeparator, unknownClause, unknownDeclaration, nameInTwoWords
  case homophone, gluedRun, literalGoesOn, rungAsCondition, missingBraces
  case duringAfterWhere, tooDeep, laterDeclaration
  case foreignWord, uselessComparison
  // Formatter: its own output does not mean the same, which is a fault of ours.
  case meaningChanged
}
