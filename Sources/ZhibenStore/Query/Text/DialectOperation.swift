/// What questions ask of a database, one by one. Each is a row of a `Dialect`: how it is written there, what becomes of NULL, what it needs.
///
/// Truth is 1, 0 or NULL (unknown); days, minutes, enum positions and row ids are integers; a number is an integer and a scale that the
/// compiler knows.
enum DialectOperation: String, CaseIterable {
  // Conditions.
  case and, or, not, isUnknown
  /// Whether a condition is certain; two-valued.
  case isTrue
  /// Whether a condition is not certainly false; two-valued.
  case isNotFalse
  case equal, notEqual, less, lessOrEqual
  /// The same for texts, in the order and by the equality of the language.
  case textEqual, textNotEqual, textLess, textLessOrEqual
  /// A text holds a text, byte by byte.
  case contains
  /// Hits make true; no hit makes unknown: a list that ends in 等.
  case openHit
  /// The second if the first is 1, the third if it is 0, else unknown.
  case choose
  /// The second if the first is known, else unknown.
  case whenKnown

  // Numbers.
  case add, subtract, multiply, negate, absolute, greater, smaller
  /// Refuses what left the range of exact integers.
  case exact
  /// The first that is known.
  case coalesce

  // Aggregates over the rows of a group.
  case countRows, countTrue, countFalse, countUnknown, sum, maximum, minimum, countDistinct
  case textMaximum, textMinimum, textCountDistinct
  /// A text by which equal texts fall into one group.
  case textKey
  /// A day and a row id in one integer that orders by the one, then by the other.
  case stamp
  /// The row id of a stamp.
  case stampRow

  // Order.
  /// Unknown comes last, whatever the direction.
  case ascending, descending, textAscending, textDescending
  /// The number of a row in an order.
  case rowNumber
}

/// What becomes of NULL.
enum NullRule: String {
  /// NULL if any operand is.
  case propagates
  /// As Kleene has it: NULL unless the known operands decide.
  case kleene
  /// Never NULL.
  case never
  /// NULL operands are passed over.
  case ignored
  /// NULL where a branch is not taken, or is NULL itself.
  case branches
  /// Puts NULL last.
  case last
}

/// What an operation needs of a database, or does beside its result.
enum DialectCapability: String {
  case none
  /// A collation that orders and equates texts as the language does.
  case textCollation
  /// Fails where the result leaves 64 bits; then the question is answered in memory.
  case failsOnOverflow
  case windowFunctions
}

/// How one database does an operation: operands stand as `$1`, `$2` …
struct DialectRow {
  var template: StaticString
  var nulls: NullRule
  var needs: DialectCapability

  init(
    _ template: StaticString, _ nulls: NullRule, _ needs: DialectCapability = .none
  ) {
    self.template = template
    self.nulls = nulls
    self.needs = needs
  }
}
