import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// A town small enough to be read: four registers, and conditions made by hand.
struct Town {
  static let firms = RegisterID(0)
  static let checks = RegisterID(1)
  static let hazards = RegisterID(2)
  static let states = EnumID(0)
  static let grades = EnumID(1)
  static let hazardStates = EnumID(2)

  static let schema = Schema(
    registers: [
      RegisterSchema(
        name: "企业", table: "firm",
        fields: [
          FieldSchema(name: "名称", column: "name", type: .text, isKey: true),
          FieldSchema(name: "状态", column: "state", type: .enumeration(states)),
          FieldSchema(name: "等级", column: "grade", type: .enumeration(grades)),
          FieldSchema(name: "高危", column: "high_risk", type: .bool),
          FieldSchema(name: "入库日", column: "entered_on", type: .date),
          FieldSchema(name: "投产日期", column: "started_on", type: .date),
        ], keyField: 0, dateField: 4),
      RegisterSchema(
        name: "自查", table: "self_check",
        fields: [
          FieldSchema(name: "企业", column: "firm", type: .reference(firms)),
          FieldSchema(name: "日期", column: "day", type: .date),
          FieldSchema(name: "合格", column: "valid", type: .bool),
        ], dateField: 1),
      RegisterSchema(
        name: "隐患", table: "hazard",
        fields: [
          FieldSchema(name: "编号", column: "number", type: .text, isKey: true),
          FieldSchema(name: "企业", column: "firm", type: .reference(firms)),
          FieldSchema(name: "状态", column: "state", type: .enumeration(hazardStates)),
          FieldSchema(name: "发现日期", column: "found_on", type: .date),
          FieldSchema(name: "整改期限", column: "deadline", type: .date),
        ], keyField: 0, dateField: 3),
    ],
    enumerations: [
      EnumSchema(name: "企业状态", values: ["在产", "停产", "已销号"]),
      EnumSchema(name: "等级", values: ["A", "B", "C", "D"], isOrdered: true),
      EnumSchema(name: "隐患状态", values: ["整改中", "待复查", "已销号"]),
    ])

  var builder = SnapshotBuilder(schema: Town.schema)
  var rules: [Rule] = []
  var period = Town.days("2024-04-15", "2026-12-31")

  // MARK: Facts

  @discardableResult
  mutating func firm(
    _ name: String = "甲厂", state: Int? = 0, grade: Int? = 2, highRisk: Bool? = false,
    entered: String? = "2020-01-01", started: String? = nil
  ) throws -> Int {
    try builder.add(
      to: "企业",
      [
        "名称": .text(name), "状态": state.map { .enumeration(Town.states, $0) },
        "等级": grade.map { .enumeration(Town.grades, $0) }, "高危": highRisk.map { .bool($0) },
        "入库日": Town.date(entered), "投产日期": Town.date(started),
      ])
  }

  @discardableResult
  mutating func check(_ day: String?, firm: Int = 0, valid: Bool? = true) throws -> Int {
    try builder.add(
      to: "自查",
      ["企业": .record(Town.firms, firm), "日期": Town.date(day), "合格": valid.map { .bool($0) }])
  }

  @discardableResult
  mutating func hazard(
    _ number: String = "Y1", found: String = "2025-03-01", deadline: String?, state: Int? = 0
  ) throws -> Int {
    try builder.add(
      to: "隐患",
      [
        "编号": .text(number), "企业": .record(Town.firms, 0),
        "状态": state.map { .enumeration(Town.hazardStates, $0) }, "发现日期": Town.date(found),
        "整改期限": Town.date(deadline),
      ])
  }

  // MARK: Conditions

  static let origin = Origin(source: 0, span: Span(0, 0))
  static let yes = core(.constant(.bool(true)), .bool)

  static func core(_ node: Core.Node, _ type: ValueType) -> Core { Core(node, type, origin) }

  static func field(_ register: RegisterID, _ name: String, frame: Int = 0) -> Core {
    let fields = schema[register].fields
    let index = fields.firstIndex { $0.name == name } ?? 0
    let type: ValueType =
      switch fields[index].type {
      case .bool: .bool
      case .date: .date
      case .enumeration(let list): .enumeration(list)
      case .reference(let target): .record(target)
      case .integer, .number: .number(unit: "")
      case .text: .text
      case .moment: .moment
      }
    return core(
      .field(core(.record(frame: frame), .record(register)), FieldRef(register, index)), type)
  }

  static func isState(_ position: Int) -> Core {
    core(
      .compare(
        .equal, field(firms, "状态"),
        core(.constant(.enumeration(states, position)), .enumeration(states))), .bool)
  }

  static var registered: Core { core(.not(isState(2)), .bool) }
  static var highRisk: Core { field(firms, "高危") }

  static func gradeIs(_ position: Int) -> Core {
    core(
      .compare(
        .equal, field(firms, "等级"),
        core(.constant(.enumeration(grades, position)), .enumeration(grades))), .bool)
  }

  static func hazardIs(_ position: Int) -> Core {
    core(
      .compare(
        .equal, field(hazards, "状态"),
        core(.constant(.enumeration(hazardStates, position)), .enumeration(hazardStates))), .bool)
  }

  static func related(_ register: RegisterID, _ name: String) -> RowSource {
    let index = schema[register].fields.firstIndex { $0.name == name } ?? 0
    return .related(FieldRef(register, index), owner: core(.record(frame: 0), .record(firms)))
  }

  static let evidence = Evidence(
    rows: related(checks, "企业"), filter: field(checks, "合格", frame: 1), text: "自查 其中 合格")

  // MARK: Rules

  static func every(_ unit: CalendarUnit, _ least: Int = 1, due: Cadence.Due = .periodEnd)
    -> Cadence
  {
    .periodic(unit, least: least, most: nil, due: due)
  }

  static func always(_ cadence: Cadence?) -> ZhibenSemantics.Choice<Cadence> {
    .init(keys: [], arms: [.init(tests: [], value: cadence, origin: origin)])
  }

  static func exception(
    _ condition: Core, _ cadence: Cadence?, policy: DutyException.Policy = .none
  ) -> DutyException {
    DutyException(
      condition: condition, text: "例外", cadence: always(cadence), policy: policy, origin: origin)
  }

  mutating func duty(
    _ cadence: Cadence, subject: Core = Town.registered, exceptions: [DutyException] = [],
    evidence: Evidence? = Town.evidence, firstPeriod: FirstPeriod = .proportional
  ) {
    add(
      .duty(
        DutyRule(
          subject: Subject(register: Town.firms, condition: subject, text: "企业"), bearers: [],
          cadence: Town.always(cadence), exceptions: exceptions, evidence: evidence,
          firstPeriod: firstPeriod)))
  }

  mutating func ladder(_ delays: [Term], pause: Core? = Town.hazardIs(1)) {
    add(
      .escalation(
        EscalationRule(
          subject: Subject(register: Town.hazards, condition: Town.yes, text: "隐患"),
          clock: Town.field(Town.hazards, "整改期限"), until: Town.hazardIs(2), pause: pause,
          rungs: delays.map {
            RungSpec(delay: $0, action: ActionSpec(measure: "措施\($0)", origin: Town.origin))
          })))
  }

  mutating func requirement(_ condition: Core, deadline: DeadlineSpec = .always) {
    add(
      .requirement(
        RequirementRule(
          subject: Subject(register: Town.firms, condition: Town.registered, text: "企业"),
          bearers: [], condition: condition, deadline: deadline)))
  }

  mutating func add(_ body: Rule.Body) {
    rules.append(
      Rule(
        name: "规则\(rules.count + 1)", key: "规则\(rules.count + 1)", citations: [], inForce: period,
        body: body, origin: Town.origin))
  }

  // MARK: Outcomes

  var program: Program {
    Program(
      sources: [], plan: PlanHeader(name: "试", period: period), schema: Town.schema, rules: rules)
  }

  func plan<E: Evaluator>(
    _ asOf: String, ledger: LedgerSnapshot = LedgerSnapshot(), with evaluator: E.Type
  ) -> Plan {
    Planner<E>(
      program: program, snapshot: builder.snapshot(), ledger: ledger, asOf: Town.day(asOf),
      calendar: .china
    ).plan()
  }

  /// What follows from the facts on a day, a line for each outcome; both evaluators must say the same.
  func outcomes(_ asOf: String) -> [String] {
    plan(asOf, with: FastEvaluator.self).changes.map { Town.line($0.outcome) }
  }

  func reference(_ asOf: String) -> [String] {
    plan(asOf, with: ReferenceEvaluator.self).changes.map { Town.line($0.outcome) }
  }

  /// `2025-04-01 季1 逾期 期限2025-06-30 于…`
  static func line(_ outcome: Outcome) -> String {
    var parts: [String] = []
    switch outcome.kind {
    case .rung: parts.append("第\(outcome.key.first)级")
    case .reading: parts.append("第\(outcome.key.first)行")
    case .violation: parts.append("\(CivilDate(days: outcome.key.first))")
    case .obligation, .visit:
      let (rank, n) = PeriodRank.split(outcome.key.nth)
      parts.append("\(CivilDate(days: outcome.key.first)) \(rank.unit?.chinese ?? "")\(n)")
    }
    parts.append(outcome.status.words.zh)
    if outcome.cause != .none, let cause = outcome.cause.words { parts.append("(\(cause.zh))") }
    if outcome.due != Outcome.noDay { parts.append("期限\(CivilDate(days: outcome.due))") }
    if outcome.happenedOn != Outcome.noDay {
      parts.append("于\(CivilDate(days: outcome.happenedOn))")
    }
    if outcome.kind == .reading {
      parts.append("\(outcome.numerator)/\(outcome.denominator)?\(outcome.unknownCount)")
    }
    return parts.joined(separator: " ")
  }

  /// The ledger after a plan was applied.
  static func applied(_ plan: Plan, to ledger: LedgerSnapshot) -> LedgerSnapshot {
    var byKey: [OutcomeKey: Outcome] = [:]
    for outcome in ledger.outcomes { byKey[outcome.key] = outcome }
    for change in plan.changes { byKey[change.outcome.key] = change.outcome }
    var after = ledger
    after.outcomes = byKey.values.sorted { $0.key < $1.key }
    after.lastAsOf = plan.asOf
    return after
  }

  // MARK: Days

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .min }
  static func days(_ first: String, _ last: String) -> DayRange { DayRange(day(first), day(last)) }
  static func date(_ iso: String?) -> Value? { iso.map { .date(day($0)) } }
}
