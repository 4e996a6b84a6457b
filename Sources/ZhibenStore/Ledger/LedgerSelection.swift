import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

/// Which outcomes of the ledger are read.
enum LedgerSelection {
  case all
  /// Those that are to be done and fall due on a day.
  case due(CivilDate)
  /// Those that a run behind this one changed, each with its status before.
  case changed(since: Int)

  /// The third parameter of the query; the first two are the rules from and to.
  var parameter: Int64? {
    switch self {
    case .all: nil
    case .due(let day): Int64(day.days)
    case .changed(let run): Int64(run)
    }
  }

  /// The columns of `LedgerRow`; of changes the status before, 0 for a new outcome, behind them.
  var query: String {
    let columns = LedgerRow.columns.map { "o." + $0 }.joined(separator: ", ")
    let rules = "o.rule_id BETWEEN ?1 AND ?2"
    let order = "ORDER BY o.rule_id, o.subject_id, o.first, o.nth"
    switch self {
    case .all:
      return "SELECT \(columns) FROM zb_outcome AS o WHERE \(rules) \(order)"
    case .due:
      let pending = OutcomeStatus.pending.rawValue
      return """
        SELECT \(columns) FROM zb_outcome AS o
        WHERE \(rules) AND o.due = ?3 AND o.status = \(pending) \(order)
        """
    case .changed:
      // The state before all of these runs is what the first of them replaced: the one that an earlier run had left.
      return """
        SELECT \(columns), coalesce(c.old_status, 0) FROM zb_outcome AS o
        LEFT JOIN zb_change AS c ON c.run > ?3 AND c.old_last_run <= ?3 AND c.rule_id = o.rule_id
          AND c.subject_id = o.subject_id AND c.first = o.first AND c.nth = o.nth
        WHERE \(rules) AND o.last_run > ?3 \(order)
        """
    }
  }
}

extension Store {
  /// What is to be done and falls due on a day, of the program's rules, in key order of the ledger and in the positions of `snapshot`.
  public func outcomes(
    dueOn day: CivilDate, program: Program, snapshot: Snapshot
  ) throws(Diagnostics) -> [Outcome] {
    try reading { db in
      let stream = try LedgerStream(program: program, snapshot: snapshot, db, .due(day))
      return try stream.order.flatMap { try stream.outcomes(of: $0) }
    }
  }

  /// What the runs behind a run have changed in the ledger between them, rule by rule, in the positions of `snapshot`. Of the state before all
  /// of them a change tells the status only.
  public func changes(
    sinceRun run: Int, program: Program, snapshot: Snapshot
  ) throws(Diagnostics) -> [Change] {
    try reading { db in
      let stream = try LedgerStream(
        program: program, snapshot: snapshot, db, .changed(since: run))
      return try stream.order.flatMap { try stream.changes(of: $0) }
    }
  }
}
