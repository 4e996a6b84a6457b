import GRDB
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

extension Store {
  /// The outcomes that the ledger holds for the program's rules, in the positions of `snapshot`. One statement reads them all.
  public func ledger(program: Program, snapshot: Snapshot) throws(Diagnostics) -> LedgerSnapshot {
    try reading { db in
      var ledger = LedgerSnapshot(lastAsOf: try LedgerStream.lastAsOf(db, plan: program.plan.name))
      let stream = try LedgerStream(program: program, snapshot: snapshot, db)
      var parts: [Int: [Outcome]] = [:]
      for rule in stream.order {
        let outcomes = try stream.outcomes(of: rule)
        if !outcomes.isEmpty { parts[rule] = outcomes }
      }
      ledger.outcomes = parts.sorted { $0.key < $1.key }.flatMap(\.value)
      ledger.draws = stream.draws
      ledger.vanished = stream.vanished.sorted { $0.key < $1.key }
      return ledger
    }
  }
}

/// The ledger of one program, read rule by rule with one statement: small however large the ledger.
public final class LedgerStream {
  /// The rules by position, in the order in which the ledger keeps them; those that it does not know yet come last.
  public let order: [Int]
  /// Outcomes whose record is no longer in its register, of the rules read so far; in place of a position their key has the store's row id.
  private(set) var vanished: [Outcome] = []
  /// The lists that were frozen for draws.
  public private(set) var draws: [FrozenDraw] = []
  private var targets: [Int64: Target] = [:]
  private var ids: [Int: Int64] = [:]
  private let statement: RawStatement
  /// The rule of the row at which the statement stands; nil at the end.
  private var current: Int64?

  /// What turns a rule's row ids into positions.
  private struct Target {
    var rule: Int32
    var subjects: PositionMap?
    var evidence: PositionMap?
  }

  init(
    program: Program, snapshot: Snapshot, _ db: Database, _ selection: LedgerSelection = .all
  ) throws {
    let known = try RuleIdentity.known(db, plan: program.plan.name)
    var maps: [RegisterID: PositionMap] = [:]
    func map(_ register: RegisterID) -> PositionMap {
      if let map = maps[register] { return map }
      let map = PositionMap(snapshot[register].rowIDs)
      maps[register] = map
      return map
    }
    for (position, rule) in program.rules.enumerated() {
      guard let stored = known[RuleIdentity(rule, program)] else { continue }
      let evidence = rule.body.evidenceRegister(scopes: program.scopes)
      // Evidence that an earlier script took from another register is no record of this one.
      let isSame = evidence.map { program.schema[$0].table } == stored.evidenceTable
      ids[position] = stored.id
      targets[stored.id] = Target(
        rule: Int32(truncatingIfNeeded: position),
        subjects: rule.body.subjectRegister.map { map($0) },
        evidence: isSame ? evidence.map { map($0) } : nil)
    }
    let places = ids
    order = program.rules.indices.sorted {
      (places[$0] ?? Int64.max, $0) < (places[$1] ?? Int64.max, $1)
    }
    statement = try RawStatement(db, selection.query)
    guard let first = targets.keys.min(), let last = targets.keys.max() else { return }
    statement.bind(first, at: 1)
    statement.bind(last, at: 2)
    if let parameter = selection.parameter { statement.bind(parameter, at: 3) }
    try advance()
    let isDrawn = program.rules.contains { if case .draw = $0.body { true } else { false } }
    if isDrawn { draws = try Self.draws(db, targets) }
  }

  private static func draws(_ db: Database, _ targets: [Int64: Target]) throws -> [FrozenDraw] {
    guard try StoreFormat.has(version: 3, db) else { return [] }
    return try Row.fetchAll(db, sql: "SELECT * FROM zb_draw ORDER BY rule_id, first, nth")
      .compactMap { row in
        guard let target = targets[row["rule_id"]] else { return nil }
        var draw = FrozenDraw(
          rule: target.rule, first: row["first"], nth: row["nth"], list: row["list"])
        if let text: String = row["number"], let day: Int32 = row["published_on"] {
          draw.number = FrozenDraw.Number(text: text, day: day, source: row["source"] ?? "")
        }
        return draw
      }
  }

  /// The outcomes of a rule, in key order. To be asked once for each rule in the order of `order`, before anything of it is written.
  public func outcomes(of rule: Int) throws -> [Outcome] {
    guard let id = ids[rule], let target = targets[id] else { return [] }
    var outcomes: [Outcome] = []
    while let current, current <= id {
      if current == id { read(target, into: &outcomes) }
      try advance()
    }
    return outcomes
  }

  /// What became of a rule's outcomes that changed, in key order; of the state before it tells the status only. Of a stream of changes.
  func changes(of rule: Int) throws -> [Change] {
    guard let id = ids[rule], let target = targets[id] else { return [] }
    var changes: [Change] = []
    while let current, current <= id {
      if current == id {
        let status = OutcomeStatus(
          rawValue: UInt8(clamping: statement.int(LedgerRow.columns.count)))
        var now: [Outcome] = []
        read(target, into: &now)
        for outcome in now {
          var before = status == nil ? nil : outcome
          if let status { before?.status = status }
          changes.append(
            Change(kind: before == nil ? .insert : .update, outcome: outcome, before: before))
        }
      }
      try advance()
    }
    return changes
  }

  private func advance() throws { current = try statement.step() ? statement.int(0) : nil }

  private func read(_ target: Target, into outcomes: inout [Outcome]) {
    let subjectID = statement.int(1)
    let subject =
      target.subjects == nil || subjectID == -1 ? -1 : target.subjects?.position(of: subjectID)
    let evidence = target.evidence?.position(of: statement.cell(11)) ?? -1
    guard
      let outcome = LedgerRow.decode(
        statement, rule: target.rule, subject: subject ?? Int32(clamping: subjectID),
        evidence: evidence)
    else { return }
    if subject == nil { vanished.append(outcome) } else { outcomes.append(outcome) }
  }

  /// The as-of of the latest run of a plan.
  static func lastAsOf(_ db: Database, plan: String) throws -> CivilDate? {
    try Int32.fetchOne(
      db, sql: "SELECT as_of FROM zb_run WHERE plan = ? ORDER BY id DESC LIMIT 1",
      arguments: [plan]
    ).map { CivilDate(days: $0) }
  }
}
