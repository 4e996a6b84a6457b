import GRDB
import ZhibenFacts
import ZhibenSemantics

/// What makes a rule the same rule in the ledger: the plan's name, the rule's key, what it yields and whose. A rule that yields something
/// else, or for other records, is another rule.
struct RuleIdentity: Hashable {
  var plan: String
  var key: String
  var kind: OutcomeKind
  /// Empty for targets, which have no subject.
  var subjectTable: String

  /// The identity of a rule of a program.
  init(_ rule: Rule, _ program: Program) {
    plan = program.plan.name
    key = rule.key
    kind = rule.body.outcomeKind
    subjectTable = rule.body.subjectRegister.map { program.schema[$0].table } ?? ""
  }

  private init(row: Row) {
    plan = row["plan"]
    key = row["key"]
    kind = OutcomeKind(rawValue: row["kind"]) ?? .obligation
    subjectTable = row["subject_table"]
  }

  /// The rules of a plan that the ledger knows.
  static func known(_ db: Database, plan: String) throws -> [RuleIdentity: StoredRule] {
    var result: [RuleIdentity: StoredRule] = [:]
    let rows = try Row.fetchCursor(
      db, sql: "SELECT * FROM zb_rule WHERE plan = ?", arguments: [plan])
    while let row = try rows.next() {
      result[RuleIdentity(row: row)] = StoredRule(
        id: row["id"], evidenceTable: row["evidence_table"], name: row["name"],
        citations: row["citations"], scriptHash: row["script_hash"])
    }
    return result
  }
}

/// What the ledger notes of a rule, as of the last run that wrote something of it.
struct StoredRule {
  var id: Int64
  var evidenceTable: String?
  var name: String
  var citations: String
  var scriptHash: String
}

extension Rule.Body {
  /// What the rule yields.
  var outcomeKind: OutcomeKind {
    switch self {
    case .duty, .report: .obligation
    case .inspection: .visit
    case .requirement: .violation
    case .escalation: .rung
    case .target: .reading
    case .draw: .draw
    // Nothing is ever written of it.
    case .relief: .obligation
    case .event(let event): event.outcomeKind
    }
  }

  /// The register of the subjects of its outcomes.
  var subjectRegister: RegisterID? {
    switch self {
    case .duty(let duty): duty.subject.register
    case .inspection(let inspection): inspection.duty.subject.register
    case .requirement(let requirement): requirement.subject.register
    case .escalation(let ladder): ladder.subject.register
    case .target: nil
    case .draw(let draw): draw.population.register
    case .relief(let relief): relief.subject.register
    case .report(let report): report.duty.subject.register
    case .event(let event): event.subjectRegister
    }
  }

  /// The register of the records that prove a completion.
  func evidenceRegister(scopes: [ScopeDefinition]) -> RegisterID? {
    switch self {
    case .duty(let duty): duty.evidence?.rows.register(scopes: scopes)
    case .inspection(let inspection): inspection.duty.evidence?.rows.register(scopes: scopes)
    case .report(let report): report.duty.evidence?.rows.register(scopes: scopes)
    case .draw(let draw): draw.evidence?.rows.register(scopes: scopes)
    case .event(let event): event.task?.evidence?.rows.register(scopes: scopes)
    case .requirement, .escalation, .target, .relief: nil
    }
  }
}
