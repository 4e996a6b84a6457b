import GRDB
import ZhibenFacts
import ZhibenSemantics

/// Writes the changes of one run.
struct LedgerWriter {
  let program: Program
  let snapshot: Snapshot
  let run: Int64
  let scriptHash: String

  struct Result {
    var inserted = 0
    var updated = 0
    var withdrawn = 0
    var digest = ""
  }

  /// Writes the changes; `nil` when they do not fit the ledger: a key that is there already, or one that is missing.
  func write(_ changes: [Change], _ db: Database) throws -> Result? {
    let rules = try targets(of: changes, db)
    let statements = try Statements(db)
    var (result, digest, row) = (Result(), ChangeDigest(), [Int64]())
    for change in ordered(changes, by: rules) {
      guard let target = rules[change.outcome.key.rule],
        let ids = ids(of: change.outcome, target)
      else { return nil }
      LedgerRow.encode(
        change.outcome, ruleID: target.id, subjectID: ids.subject, evidenceID: ids.evidence,
        into: &row)
      digest.add(change.kind, row)
      switch change.kind {
      case .insert:
        guard try statements.insert(row, run: run) else { return nil }
        result.inserted += 1
      case .update:
        guard try statements.update(row, run: run, isWithdrawal: false, db) else { return nil }
        result.updated += 1
      case .withdraw:
        guard try statements.update(row, run: run, isWithdrawal: true, db) else { return nil }
        result.withdrawn += 1
      }
    }
    result.digest = digest.finish()
    return result
  }

  // MARK: Rules

  private struct Target {
    var id: Int64
    var subjects: RegisterID?
    var evidence: RegisterID?
  }

  /// The ledger's ids of the rules of the changes; rules that it does not know get one, in the program's order.
  private func targets(of changes: [Change], _ db: Database) throws -> [Int32: Target] {
    let known = try RuleIdentity.known(db, plan: program.plan.name)
    var nextID = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM zb_rule") ?? 0) + 1
    var result: [Int32: Target] = [:]
    for position in Set(changes.lazy.map(\.outcome.key.rule)).sorted()
    where program.rules.indices.contains(Int(position)) {
      let rule = program.rules[Int(position)]
      let identity = RuleIdentity(rule, program)
      let evidence = rule.body.evidenceRegister(scopes: program.scopes)
      let stored = StoredRule(
        id: known[identity]?.id ?? nextID, evidenceTable: evidence.map { program.schema[$0].table },
        name: rule.name, citations: rule.citations.joined(separator: "\n"), scriptHash: scriptHash)
      if known[identity] == nil { nextID += 1 }
      try save(stored, identity, db)
      result[position] = Target(
        id: stored.id, subjects: rule.body.subjectRegister, evidence: evidence)
    }
    return result
  }

  private func save(_ rule: StoredRule, _ identity: RuleIdentity, _ db: Database) throws {
    try db.execute(
      sql: """
        INSERT INTO zb_rule (id, plan, key, kind, subject_table, evidence_table, name, citations,
          script_hash, first_run) VALUES (\(SQL.marks(10)))
        ON CONFLICT (id) DO UPDATE SET evidence_table = excluded.evidence_table,
          name = excluded.name, citations = excluded.citations, script_hash = excluded.script_hash
        """,
      arguments: [
        rule.id, identity.plan, identity.key, identity.kind.rawValue, identity.subjectTable,
        rule.evidenceTable, rule.name, rule.citations, rule.scriptHash, run,
      ])
  }

  /// The changes by the ledger's key. Usually they come so.
  private func ordered(_ changes: [Change], by rules: [Int32: Target]) -> [Change] {
    func isBefore(_ a: Change, _ b: Change) -> Bool {
      let (left, right) = (a.outcome.key, b.outcome.key)
      if left.rule == right.rule { return left < right }
      return rules[left.rule]?.id ?? -1 < rules[right.rule]?.id ?? -1
    }
    let isOrdered = zip(changes, changes.dropFirst()).allSatisfy { !isBefore($1, $0) }
    return isOrdered ? changes : changes.sorted(by: isBefore)
  }

  private func ids(of outcome: Outcome, _ target: Target) -> (subject: Int64, evidence: Int64)? {
    func id(_ position: Int32, _ register: RegisterID) -> Int64? {
      let rows = snapshot[register].rowIDs
      return rows.indices.contains(Int(position)) ? rows[Int(position)] : nil
    }
    var subject: Int64 = -1
    if let register = target.subjects {
      guard let row = id(outcome.key.subject, register) else { return nil }
      subject = row
    }
    guard outcome.evidence >= 0 else { return (subject, unknownCell) }
    guard let register = target.evidence, let row = id(outcome.evidence, register) else {
      return nil
    }
    return (subject, row)
  }
}

/// The prepared statements of a run.
private struct Statements {
  private let insertion: RawStatement
  private let memory: RawStatement
  private let change: RawStatement

  init(_ db: Database) throws {
    let all = LedgerRow.columns
    let state = LedgerRow.stateColumns
    let key = all.prefix(LedgerRow.keyCount).map { "\($0) = ?" }.joined(separator: " AND ")
    insertion = try RawStatement(
      db,
      "INSERT INTO zb_outcome (\(all.joined(separator: ", ")), first_run, last_run) "
        + "VALUES (\(SQL.marks(all.count + 2)))")
    memory = try RawStatement(
      db,
      "INSERT INTO zb_change (run, is_withdrawal, rule_id, subject_id, first, nth, "
        + "\(LedgerRow.oldColumns.joined(separator: ", ")), old_last_run) "
        + "SELECT ?, ?, rule_id, subject_id, first, nth, \(state.joined(separator: ", ")), last_run "
        + "FROM zb_outcome WHERE \(key)")
    change = try RawStatement(
      db,
      "UPDATE zb_outcome SET "
        + (state + ["last_run"]).map { "\($0) = ?" }.joined(separator: ", ") + " WHERE \(key)")
  }

  /// Adds an outcome; false if its key is there.
  func insert(_ row: [Int64], run: Int64) throws -> Bool {
    for (index, value) in row.enumerated() { insertion.bindCell(value, at: index + 1) }
    insertion.bind(run, at: row.count + 1)
    insertion.bind(run, at: row.count + 2)
    do {
      try insertion.run()
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CONSTRAINT {
      return false
    }
    return true
  }

  /// Gives an outcome its new state and keeps the old one; false if its key is not there.
  func update(_ row: [Int64], run: Int64, isWithdrawal: Bool, _ db: Database) throws -> Bool {
    memory.bind(run, at: 1)
    memory.bind(isWithdrawal ? 1 : 0, at: 2)
    for index in 0..<LedgerRow.keyCount { memory.bind(row[index], at: 3 + index) }
    try memory.run()
    guard db.changesCount == 1 else { return false }
    let state = row.suffix(LedgerRow.stateColumns.count)
    for (index, value) in state.enumerated() { change.bindCell(value, at: index + 1) }
    change.bind(run, at: state.count + 1)
    for index in 0..<LedgerRow.keyCount { change.bind(row[index], at: state.count + 2 + index) }
    try change.run()
    return true
  }
}
