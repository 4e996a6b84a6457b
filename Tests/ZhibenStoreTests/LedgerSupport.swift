import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// A small program whose rules the ledger's tests write outcomes for.
enum SampleProgram {
  static let origin = Origin(source: 0, span: Span(0, 0))
  static let truth = Core(.constant(.bool(true)), .bool, origin)

  /// 职责, 检查, 必须, 督办 and 目标, in that order, by key.
  static func make(plan: String = "洋口方案", keys: [String] = ["自查", "检查", "持证", "督办", "达标"])
    -> Program
  {
    let enterprises = Subject(register: Sample.enterprise, condition: truth, text: "企业")
    let cadence = Choice<Cadence>(keys: [], arms: [])
    let evidence = Evidence(rows: .all(Sample.hazard), filter: nil, text: "隐患")
    let duty = DutyRule(
      subject: enterprises, bearers: [], cadence: cadence, exceptions: [], evidence: evidence)
    let bodies: [Rule.Body] = [
      .duty(duty), .inspection(InspectionRule(duty: duty)),
      .requirement(
        RequirementRule(
          subject: enterprises, bearers: [], condition: truth, deadline: .always)),
      .escalation(
        EscalationRule(
          subject: Subject(register: Sample.hazard, condition: truth, text: "隐患"), clock: truth,
          until: truth, rungs: [])),
      .target(TargetRule(measure: .metrics([]), lines: [])),
    ]
    let period = DayRange(.iso("2025-01-01"), .iso("2025-12-31"))
    let rules = keys.enumerated().map { index, key in
      Rule(
        name: key, key: key, citations: ["方案第\(index + 1)条"], inForce: period,
        body: bodies[["自查", "检查", "持证", "督办", "达标"].firstIndex(of: key) ?? 0],
        origin: origin)
    }
    return Program(
      sources: [SourceFile(name: "洋口.plan", text: "")],
      plan: PlanHeader(name: plan, period: period), schema: Sample.schema, rules: rules)
  }
}

/// A store with three enterprises and two hazards whose row ids are not their positions.
struct LedgerBench {
  let folder: TemporaryFolder
  let store: Store
  var program = SampleProgram.make()

  init() throws {
    folder = try TemporaryFolder()
    store = try folder.store()
    try store.edit(
      """
      INSERT INTO enterprise (_id, credit_code, name) VALUES (11, 'X1', '甲厂'), (22, 'X2', '乙厂'),
        (33, 'X3', '丙厂');
      INSERT INTO hazard (_id, origin) VALUES (5, '一'), (9, '二');
      """)
  }

  func snapshot() throws -> Snapshot {
    try store.snapshot(schema: Sample.schema, demand: Sample.demand)
  }

  func ledger() throws -> LedgerSnapshot {
    try store.ledger(program: program, snapshot: snapshot())
  }

  /// Applies changes to the present state of the store.
  @discardableResult
  func apply(_ changes: [Change], asOf: String = "2025-06-30", recordEmptyRuns: Bool = false) throws
    -> RunRecord?
  {
    try store.apply(
      changes: changes, program: program, snapshot: snapshot(), asOf: .iso(asOf),
      startedAt: "\(asOf)T08:05:00+08:00", scriptHash: "abc", recordEmptyRuns: recordEmptyRuns)
  }
}

/// An outcome of the sample program.
func outcome(
  _ rule: Int32, _ subject: Int32, _ first: Int32, _ status: OutcomeStatus, nth: Int32 = 1,
  due: Int32 = Outcome.noDay, evidence: Int32 = -1
) -> Outcome {
  Outcome(
    key: OutcomeKey(rule: rule, subject: subject, first: first, nth: nth),
    kind: OutcomeKind(rawValue: UInt8(clamping: rule) + 1) ?? .obligation, status: status, due: due,
    evidence: evidence)
}

func insert(_ outcome: Outcome) -> Change { Change(kind: .insert, outcome: outcome, before: nil) }

/// A change of an outcome's status.
func change(_ kind: Change.Kind, _ outcome: Outcome, to status: OutcomeStatus) -> Change {
  var new = outcome
  new.status = status
  return Change(kind: kind, outcome: new, before: outcome)
}
