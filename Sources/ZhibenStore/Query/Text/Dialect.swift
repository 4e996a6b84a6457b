/// The SQL of one database, as data.
struct Dialect: Sendable {
  /// How an operation is written. A switch, so that a missing row does not build.
  let row: @Sendable (DialectOperation) -> DialectRow

  /// An operation on operands.
  func apply(_ operation: DialectOperation, _ operands: Fragment...) -> Fragment {
    Fragment(template: row(operation).template, operands)
  }

  /// All true; Kleene.
  func all(_ parts: [Fragment]) -> Fragment {
    guard var result = parts.first else { return .yes }
    for part in parts.dropFirst() { result = apply(.and, result, part) }
    return result
  }

  /// Any true; Kleene.
  func any(_ parts: [Fragment]) -> Fragment {
    guard var result = parts.first else { return .no }
    for part in parts.dropFirst() { result = apply(.or, result, part) }
    return result
  }

  /// SQLite 3.39 and later.
  static let sqlite = Dialect { operation in
    switch operation {
    // SQLite's logic is Kleene's on 0, 1 and NULL.
    case .and: DialectRow("($1 AND $2)", .kleene)
    case .or: DialectRow("($1 OR $2)", .kleene)
    case .not: DialectRow("(NOT $1)", .kleene)
    case .isUnknown: DialectRow("($1 IS NULL)", .never)
    case .isTrue: DialectRow("($1 IS TRUE)", .never)
    case .isNotFalse: DialectRow("($1 IS NOT FALSE)", .never)
    case .equal: DialectRow("($1 = $2)", .propagates)
    case .notEqual: DialectRow("($1 <> $2)", .propagates)
    case .less: DialectRow("($1 < $2)", .propagates)
    case .lessOrEqual: DialectRow("($1 <= $2)", .propagates)
    case .textEqual: DialectRow("($1 = $2 COLLATE zhiben_text)", .propagates, .textCollation)
    case .textNotEqual: DialectRow("($1 <> $2 COLLATE zhiben_text)", .propagates, .textCollation)
    case .textLess: DialectRow("($1 < $2 COLLATE zhiben_text)", .propagates, .textCollation)
    case .textLessOrEqual:
      DialectRow("($1 <= $2 COLLATE zhiben_text)", .propagates, .textCollation)
    // Not LIKE, which takes letters of either case for equal and % and _ for anything.
    case .contains: DialectRow("(instr($1, $2) > 0)", .propagates)
    case .openHit: DialectRow("(CASE WHEN $1 THEN 1 END)", .branches)
    case .choose: DialectRow("(CASE $1 WHEN 1 THEN $2 WHEN 0 THEN $3 END)", .branches)
    case .whenKnown: DialectRow("(CASE WHEN $1 IS NOT NULL THEN $2 END)", .branches)
    case .add: DialectRow("($1 + $2)", .propagates)
    case .subtract: DialectRow("($1 - $2)", .propagates)
    case .multiply: DialectRow("($1 * $2)", .propagates)
    case .negate: DialectRow("(- $1)", .propagates)
    // abs(min) fails by itself.
    case .absolute: DialectRow("abs($1)", .propagates, .failsOnOverflow)
    case .greater: DialectRow("max($1, $2)", .propagates)
    case .smaller: DialectRow("min($1, $2)", .propagates)
    // SQLite goes on in floating point where an integer overflows. abs of the least integer is its way to fail.
    case .exact:
      DialectRow(
        "(CASE typeof($1) WHEN 'real' THEN abs(-9223372036854775807 - 1) ELSE $1 END)",
        .propagates, .failsOnOverflow)
    case .coalesce: DialectRow("coalesce($1, $2)", .ignored)
    case .countRows: DialectRow("count(*)", .never)
    case .countTrue: DialectRow("count(CASE WHEN $1 IS TRUE THEN 1 END)", .never)
    case .countFalse: DialectRow("count(CASE WHEN $1 IS FALSE THEN 1 END)", .never)
    case .countUnknown: DialectRow("count(CASE WHEN $1 IS NULL THEN 1 END)", .never)
    case .sum: DialectRow("sum($1)", .ignored, .failsOnOverflow)
    case .maximum: DialectRow("max($1)", .ignored)
    case .minimum: DialectRow("min($1)", .ignored)
    case .countDistinct: DialectRow("count(DISTINCT $1)", .ignored)
    case .textMaximum: DialectRow("max($1 COLLATE zhiben_text)", .ignored, .textCollation)
    case .textMinimum: DialectRow("min($1 COLLATE zhiben_text)", .ignored, .textCollation)
    case .textCountDistinct:
      DialectRow("count(DISTINCT $1 COLLATE zhiben_text)", .ignored, .textCollation)
    case .textKey: DialectRow("$1 COLLATE zhiben_text", .propagates, .textCollation)
    case .stamp: DialectRow("($1 * 4294967296 + $2)", .propagates)
    case .stampRow: DialectRow("($1 & 4294967295)", .propagates)
    case .ascending: DialectRow("$1 ASC NULLS LAST", .last)
    case .descending: DialectRow("$1 DESC NULLS LAST", .last)
    case .textAscending:
      DialectRow("$1 COLLATE zhiben_text ASC NULLS LAST", .last, .textCollation)
    case .textDescending:
      DialectRow("$1 COLLATE zhiben_text DESC NULLS LAST", .last, .textCollation)
    case .rowNumber: DialectRow("row_number() OVER (ORDER BY $1)", .never, .windowFunctions)
    }
  }
}
