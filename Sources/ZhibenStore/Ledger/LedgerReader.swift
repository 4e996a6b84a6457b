import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Store {
  /// The outcomes that the ledger holds for the program's rules, in the positions of `snapshot`. One statement reads them all.
  public func ledger(program: Program, snapshot: Snapshot) throws(Diagnostics) -> LedgerSnapshot {
    try reading { db in
      try LedgerReader(program: program, snapshot: snapshot).read(db)
    }
  }
}

/// Reads the ledger for one program.
private struct LedgerReader {
  let program: Program
  let snapshot: Snapshot

  /// What turns a rule's row ids into positions.
  private struct Target {
    var rule: Int32
    var subjects: PositionMap?
    var evidence: PositionMap?
  }

  func read(_ db: Database) throws -> LedgerSnapshot {
    let lastAsOf = try Int32.fetchOne(
      db, sql: "SELECT as_of FROM zb_run WHERE plan = ? ORDER BY id DESC LIMIT 1",
      arguments: [program.plan.name])
    var ledger = LedgerSnapshot(lastAsOf: lastAsOf.map { CivilDate(days: $0) })
    let targets = try self.targets(db)
    guard let first = targets.keys.min(), let last = targets.keys.max() else { return ledger }
    let statement = try RawStatement(
      db,
      "SELECT \(LedgerRow.columns.map { "o." + $0 }.joined(separator: ", ")) FROM zb_outcome AS o "
        + "WHERE o.rule_id BETWEEN ? AND ? ORDER BY o.rule_id, o.subject_id, o.first, o.nth")
    statement.bind(first, at: 1)
    statement.bind(last, at: 2)
    // The rules come by their id in the ledger, each as one stretch of outcomes.
    var stretches: [(rule: Int32, start: Int)] = []
    var (currentID, target): (Int64, Target?) = (-1, nil)
    while try statement.step() {
      if statement.int(0) != currentID {
        currentID = statement.int(0)
        target = targets[currentID]
        if let target { stretches.append((target.rule, ledger.outcomes.count)) }
      }
      guard let target else { continue }
      let subjectID = statement.int(1)
      let subject = target.subjects == nil ? -1 : target.subjects?.position(of: subjectID)
      let evidence = target.evidence?.position(of: statement.cell(11)) ?? -1
      guard
        let outcome = LedgerRow.decode(
          statement, rule: target.rule, subject: subject ?? Int32(clamping: subjectID),
          evidence: evidence)
      else { continue }
      if subject == nil {
        ledger.vanished.append(outcome)
      } else {
        ledger.outcomes.append(outcome)
      }
    }
    ledger.outcomes = Self.ordered(ledger.outcomes, stretches)
    ledger.vanished.sort { $0.key < $1.key }
    return ledger
  }

  /// Puts the stretches into the program's order.
  private static func ordered(
    _ outcomes: [Outcome], _ stretches: [(rule: Int32, start: Int)]
  ) -> [Outcome] {
    let isOrdered = zip(stretches, stretches.dropFirst()).allSatisfy { $0.rule < $1.rule }
    if isOrdered { return outcomes }
    let ends = stretches.dropFirst().map(\.start) + [outcomes.count]
    return zip(stretches, ends).sorted { $0.0.rule < $1.0.rule }
      .flatMap { outcomes[$0.0.start..<$0.1] }
  }

  private func targets(_ db: Database) throws -> [Int64: Target] {
    let known = try RuleIdentity.known(db, plan: program.plan.name)
    var maps: [RegisterID: PositionMap] = [:]
    func map(_ register: RegisterID) -> PositionMap {
      if let map = maps[register] { return map }
      let map = PositionMap(snapshot[register].rowIDs)
      maps[register] = map
      return map
    }
    var result: [Int64: Target] = [:]
    for (position, rule) in program.rules.enumerated() {
      guard let stored = known[RuleIdentity(rule, program)] else { continue }
      let evidence = rule.body.evidenceRegister(scopes: program.scopes)
      // Evidence that an earlier script took from another register is no record of this one.
      let isSame = evidence.map { program.schema[$0].table } == stored.evidenceTable
      result[stored.id] = Target(
        rule: Int32(truncatingIfNeeded: position),
        subjects: rule.body.subjectRegister.map { map($0) },
        evidence: isSame ? evidence.map { map($0) } : nil)
    }
    return result
  }
}
