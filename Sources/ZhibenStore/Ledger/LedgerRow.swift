import ZhibenFacts

/// An outcome as the ledger's tables hold it: one integer per column, `unknownCell` for NULL.
enum LedgerRow {
  /// The columns of `zb_outcome` that state an outcome; the first four are its key.
  static let columns = [
    "rule_id", "subject_id", "first", "nth", "kind", "status", "cause", "last", "due_raw", "due",
    "happened_on", "evidence_id", "numerator", "denominator", "unknown_count",
  ]
  /// How many columns are the key.
  static let keyCount = 4
  /// The columns that a run may change: the key and the kind stay.
  static let stateColumns = Array(columns[5...])
  /// How `zb_change` names them.
  static let oldColumns = stateColumns.map { "old_" + $0 }

  /// The integers of an outcome.
  static func encode(
    _ outcome: Outcome, ruleID: Int64, subjectID: Int64, evidenceID: Int64,
    into row: inout [Int64]
  ) {
    row.removeAll(keepingCapacity: true)
    row.append(ruleID)
    row.append(subjectID)
    row.append(Int64(outcome.key.first))
    row.append(Int64(outcome.key.nth))
    row.append(Int64(outcome.kind.rawValue))
    row.append(Int64(outcome.status.rawValue))
    row.append(Int64(outcome.cause.rawValue))
    row.append(cell(outcome.last))
    row.append(cell(outcome.dueRaw))
    row.append(cell(outcome.due))
    row.append(cell(outcome.happenedOn))
    row.append(evidenceID)
    row.append(outcome.numerator)
    row.append(outcome.denominator)
    row.append(Int64(outcome.unknownCount))
  }

  /// The outcome of the row at which the statement stands; `nil` for codes of a newer program.
  static func decode(_ statement: RawStatement, rule: Int32, subject: Int32, evidence: Int32)
    -> Outcome?
  {
    guard let kind = OutcomeKind(rawValue: UInt8(clamping: statement.int(4))),
      let status = OutcomeStatus(rawValue: UInt8(clamping: statement.int(5))),
      let cause = OutcomeCause(rawValue: UInt8(clamping: statement.int(6)))
    else { return nil }
    return Outcome(
      key: OutcomeKey(
        rule: rule, subject: subject, first: Int32(clamping: statement.int(2)),
        nth: Int32(clamping: statement.int(3))), kind: kind, status: status, cause: cause,
      last: day(statement.cell(7)), dueRaw: day(statement.cell(8)), due: day(statement.cell(9)),
      happenedOn: day(statement.cell(10)), evidence: evidence, numerator: statement.int(12),
      denominator: statement.int(13), unknownCount: Int32(clamping: statement.int(14)))
  }

  private static func cell(_ day: Int32) -> Int64 {
    day == Outcome.noDay ? unknownCell : Int64(day)
  }

  private static func day(_ cell: Int64) -> Int32 {
    cell == unknownCell ? Outcome.noDay : Int32(clamping: cell)
  }
}
