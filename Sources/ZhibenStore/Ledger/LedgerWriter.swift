import GRDB
import ZhibenFacts
import ZhibenSemantics

/// Writes the changes of one run, part by part.
final class LedgerWriter {
  private let program: Program
  private let snapshot: Snapshot
  private let run: Int64
  private let scriptHash: String
  private let db: Database
  private let statements: Statements
  private let known: [RuleIdentity: StoredRule]
  private var nextID: Int64
  private var targets: [Int32: Target] = [:]
  private var digest = ChangeDigest()
  private var row: [Int64] = []
  private var lastID = Int64.min
  private(set) var inserted = 0
  private(set) var updated = 0
  private(set) var withdrawn = 0

  init(
    program: Program, snapshot: Snapshot, run: Int64, scriptHash: String, _ db: Database
  ) throws {
    (self.program, self.snapshot) = (program, snapshot)
    (self.run, self.scriptHash, self.db) = (run, scriptHash, db)
    statements = try Statements(db)
    known = try RuleIdentity.known(db, plan: program.plan.name)
    nextID = (try Int64.fetchOne(db, sql: "SELECT max(id) FROM zb_rule") ?? 0) + 1
  }

  /// Whether nothing has been written.
  var isEmpty: Bool { inserted + updated + withdrawn == 0 }

  /// The digest of everything that was written.
  func finish() -> String { digest.finish() }

  /// Writes some changes, whose rules come in the ledger's order; false when they do not fit the ledger: a key that is there already, or one
  /// that is missing, or a rule that comes too late.
  func write(_ changes: [Change]) throws -> Bool {
    for change in changes {
      guard let target = try target(of: change.outcome.key.rule), target.id >= lastID,
        let ids = ids(of: change.outcome, target)
      else { return false }
      lastID = target.id
      LedgerRow.encode(
        change.outcome, ruleID: target.id, subjectID: ids.subject, evidenceID: ids.evidence,
        into: &row)
      digest.add(change.kind, row)
      switch change.kind {
      case .insert:
        guard try statements.insert(row, run: run) else { return false }
        inserted += 1
      case .update:
        guard try statements.update(row, run: run, isWithdrawal: false, db) else { return false }
        updated += 1
      case .withdraw:
        guard try statements.update(row, run: run, isWithdrawal: true, db) else { return false }
        withdrawn += 1
      }
    }
    return true
  }

  /// Keeps lists that were frozen, and numbers that came. A list that is there stays.
  func write(_ draws: [FrozenDraw]) throws {
    for draw in draws {
      guard let target = try target(of: draw.rule) else { continue }
      try db.execute(
        sql: """
          INSERT INTO zb_draw (rule_id, first, nth, list, list_run, number, published_on, source,
            number_run) VALUES (\(SQL.marks(9)))
          ON CONFLICT (rule_id, first, nth) DO UPDATE SET number = excluded.number,
            published_on = excluded.published_on, source = excluded.source,
            number_run = excluded.number_run WHERE number IS NULL
          """,
        arguments: [
          target.id, draw.first, draw.nth, draw.list, run, draw.number?.text, draw.number?.day,
          draw.number?.source, draw.number == nil ? nil : run,
        ])
    }
  }

  /// All changes of a run, in the ledger's order: by the rules' ids, those without one last.
  func ordered(_ changes: [Change]) -> [Change] {
    func place(_ rule: Int32) -> (Int64, Int32) {
      guard program.rules.indices.contains(Int(rule)) else { return (Int64.max, rule) }
      return (
        known[RuleIdentity(program.rules[Int(rule)], program)]?.id ?? Int64.max, rule
      )
    }
    let rules = Set(changes.lazy.map(\.outcome.key.rule)).sorted { place($0) < place($1) }
    if rules == rules.sorted() { return changes }
    let ranks = Dictionary(uniqueKeysWithValues: rules.enumerated().map { ($1, $0) })
    return changes.sorted { a, b in
      let (left, right) = (a.outcome.key, b.outcome.key)
      if left.rule == right.rule { return left < right }
      return ranks[left.rule] ?? 0 < ranks[right.rule] ?? 0
    }
  }

  // MARK: Rules

  private struct Target {
    var id: Int64
    var subjects: RegisterID?
    var evidence: RegisterID?
  }

  /// The rule in the ledger; one that it does not know gets an id.
  private func target(of position: Int32) throws -> Target? {
    if let target = targets[position] { return target }
    guard program.rules.indices.contains(Int(position)) else { return nil }
    let rule = program.rules[Int(position)]
    let identity = RuleIdentity(rule, program)
    let evidence = rule.body.evidenceRegister(scopes: program.scopes)
    let stored = StoredRule(
      id: known[identity]?.id ?? nextID, evidenceTable: evidence.map { program.schema[$0].table },
      name: rule.name, citations: rule.citations.joined(separator: "\n"), scriptHash: scriptHash)
    if known[identity] == nil { nextID += 1 }
    try save(stored, identity)
    let target = Target(id: stored.id, subjects: rule.body.subjectRegister, evidence: evidence)
    targets[position] = target
    return target
  }

  private func save(_ rule: StoredRule, _ identity: RuleIdentity) throws {
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

  private func ids(of outcome: Outcome, _ target: Target) -> (subject: Int64, evidence: Int64)? {
    func id(_ position: Int32, _ register: RegisterID) -> Int64? {
      let rows = snapshot[register].rowIDs
      return rows.indices.contains(Int(position)) ? rows[Int(position)] : nil
    }
    var subject: Int64 = -1
    // The draw itself speaks of no single record, nor do the visits that an uncertain event would ask for.
    if let register = target.subjects,
      outcome.key.subject >= 0 || ![.draw, .visit].contains(outcome.kind)
    {
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
