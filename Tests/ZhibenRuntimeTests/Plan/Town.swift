import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// A town small enough to be read: four registers, and how facts come into them. Conditions and rules: `Town+Rules.swift`.
struct Town {
  static let firms = RegisterID(0)
  static let checks = RegisterID(1)
  static let hazards = RegisterID(2)
  static let accidents = RegisterID(3)
  static let numbers = RegisterID(4)
  static let states = EnumID(0)
  static let grades = EnumID(1)
  static let hazardStates = EnumID(2)
  static let kinds = EnumID(3)
  static let levels = EnumID(4)

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
          FieldSchema(name: "种类", column: "kind", type: .enumeration(kinds)),
        ], dateField: 1),
      RegisterSchema(
        name: "隐患", table: "hazard",
        fields: [
          FieldSchema(name: "编号", column: "number", type: .text, isKey: true),
          FieldSchema(name: "企业", column: "firm", type: .reference(firms)),
          FieldSchema(name: "状态", column: "state", type: .enumeration(hazardStates)),
          FieldSchema(name: "发现日期", column: "found_on", type: .date),
          FieldSchema(name: "整改期限", column: "deadline", type: .date),
          FieldSchema(name: "级别", column: "level", type: .enumeration(levels)),
          FieldSchema(name: "照片", column: "photo", type: .bool),
        ], keyField: 0, dateField: 3),
      RegisterSchema(
        name: "事故", table: "accident",
        fields: [
          FieldSchema(name: "日期", column: "day", type: .date),
          FieldSchema(name: "死亡人数", column: "deaths", type: .integer),
        ], dateField: 0),
      RegisterSchema(
        name: "公布号码", table: "seed_number",
        fields: [
          FieldSchema(name: "抽取", column: "draw", type: .text),
          FieldSchema(name: "期次", column: "period_day", type: .date),
          FieldSchema(name: "轮次", column: "round", type: .integer),
          FieldSchema(name: "重抽", column: "redraw", type: .integer),
          FieldSchema(name: "号码", column: "number", type: .text),
          FieldSchema(name: "公布日期", column: "published_on", type: .date),
          FieldSchema(name: "来源", column: "source", type: .text),
        ], dateField: 5),
    ],
    enumerations: [
      EnumSchema(name: "企业状态", values: ["在产", "停产", "已销号"]),
      EnumSchema(name: "等级", values: ["A", "B", "C", "D"], isOrdered: true),
      EnumSchema(name: "隐患状态", values: ["整改中", "待复查", "已销号"]),
      EnumSchema(name: "种类", values: ["执法", "举报核查", "复查"]),
      EnumSchema(name: "级别", values: ["一般", "重大"], isOrdered: true),
    ])

  var builder = SnapshotBuilder(schema: Town.schema)
  var rules: [Rule] = []
  var period = Town.days("2024-04-15", "2026-12-31")

  // MARK: Facts

  /// Makes a register one that need not hold every record (齐全 按 采集). Before any fact.
  mutating func collects(_ register: RegisterID) {
    var schema = Town.schema
    schema.registers[register.index].isComplete = false
    builder = SnapshotBuilder(schema: schema)
  }

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
  mutating func check(
    _ day: String?, firm: Int = 0, valid: Bool? = true, kind: Int? = 0
  ) throws -> Int {
    try builder.add(
      to: "自查",
      [
        "企业": .record(Town.firms, firm), "日期": Town.date(day), "合格": valid.map { .bool($0) },
        "种类": kind.map { .enumeration(Town.kinds, $0) },
      ])
  }

  @discardableResult
  mutating func hazard(
    _ number: String = "Y1", found: String? = "2025-03-01", deadline: String?, state: Int? = 0,
    level: Int? = 1, photo: Bool? = false
  ) throws -> Int {
    try builder.add(
      to: "隐患",
      [
        "编号": .text(number), "企业": .record(Town.firms, 0),
        "状态": state.map { .enumeration(Town.hazardStates, $0) }, "发现日期": Town.date(found),
        "整改期限": Town.date(deadline), "级别": level.map { .enumeration(Town.levels, $0) },
        "照片": photo.map { .bool($0) },
      ])
  }

  @discardableResult
  mutating func accident(_ day: String?, deaths: Int? = 0) throws -> Int {
    try builder.add(
      to: "事故", ["日期": Town.date(day), "死亡人数": deaths.map { .number(Rational($0)) }])
  }

  /// A number that was published.
  @discardableResult
  mutating func number(
    _ number: String, on day: String?, period: String = "2025-01-01", round: Int? = nil,
    redraw: Int? = nil, draw: String = "抽"
  ) throws -> Int {
    try builder.add(
      to: "公布号码",
      [
        "抽取": .text(draw), "期次": Town.date(period), "轮次": round.map { .number(Rational($0)) },
        "重抽": redraw.map { .number(Rational($0)) }, "号码": .text(number),
        "公布日期": Town.date(day), "来源": .text("彩票"),
      ])
  }

  /// Changes a field from a day on; nil is a blank.
  mutating func firm(_ firm: Int, _ field: String, _ value: Value?, from day: String) throws {
    try builder.set("企业", firm, field, to: value, from: Town.day(day))
  }

  /// Changes a field from a day on; nil is a blank.
  mutating func hazard(_ hazard: Int, _ field: String, _ value: Value?, from day: String) throws {
    try builder.set("隐患", hazard, field, to: value, from: Town.day(day))
  }

  /// 在产, 停产, 已销号.
  static func state(_ position: Int) -> Value { .enumeration(states, position) }
  /// A, B, C, D.
  static func grade(_ position: Int) -> Value { .enumeration(grades, position) }
  /// 整改中, 待复查, 已销号.
  static func hazardState(_ position: Int) -> Value { .enumeration(hazardStates, position) }
  /// 一般, 重大.
  static func level(_ position: Int) -> Value { .enumeration(levels, position) }

  // MARK: Outcomes

  var program: Program {
    Program(
      sources: [], plan: PlanHeader(name: "试", period: period), schema: builder.schema, rules: rules
    )
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

  /// The outcomes of all rules as they follow from the facts alone.
  func derived(_ asOf: String) -> [Outcome] { derived(asOf, with: FastEvaluator.self) }

  func derived<E: Evaluator>(_ asOf: String, with evaluator: E.Type) -> [Outcome] {
    let planner = Planner<E>(
      program: program, snapshot: builder.snapshot(), ledger: LedgerSnapshot(),
      asOf: Town.day(asOf), calendar: .china)
    return rules.indices.flatMap { planner.outcomes(of: $0) }
  }

  /// `2025-04-01 季1 逾期 期限2025-06-30 于…`
  static func line(_ outcome: Outcome) -> String {
    var parts: [String] = []
    switch outcome.kind {
    case .rung: parts.append("第\(outcome.key.first)级")
    case .reading: parts.append("第\(outcome.key.first)行")
    case .violation: parts.append("\(CivilDate(days: outcome.key.first))")
    case .draw:
      parts.append("\(CivilDate(days: outcome.key.first)) 轮\(outcome.key.nth)")
      parts.append(TextHash.hex(outcome.numerator) + " \(outcome.unknownCount)")
    case .notice: parts.append("\(CivilDate(days: outcome.key.first)) 通知\(outcome.key.nth)")
    case .obligation, .visit:
      let (rank, n) = PeriodRank.split(outcome.key.nth)
      parts.append("\(CivilDate(days: outcome.key.first)) \(rank.unit?.chinese ?? "")\(n)")
    }
    parts.append(outcome.status.words.zh)
    if outcome.cause != .none, let cause = outcome.cause.words { parts.append("(\(cause.zh))") }
    if outcome.due != Outcome.noDay {
      let raw = outcome.dueRaw == outcome.due ? "" : "（\(CivilDate(days: outcome.dueRaw))）"
      parts.append("期限\(CivilDate(days: outcome.due))\(raw)")
    }
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
    after.draws = ledger.draws.updated(by: plan.summary.draws)
    return after
  }

  /// The ledger after runs on these days.
  func ledger(
    after days: [String], from before: LedgerSnapshot = LedgerSnapshot()
  ) -> LedgerSnapshot {
    days.reduce(before) { ledger, day in
      Town.applied(plan(day, ledger: ledger, with: FastEvaluator.self), to: ledger)
    }
  }

  /// Every day from the first through the last.
  static func daily(_ first: String, _ last: String) -> [String] {
    days(first, last).dates.map(\.description)
  }

  // MARK: Days

  static func day(_ iso: String) -> CivilDate { CivilDate(iso: iso) ?? .min }
  static func days(_ first: String, _ last: String) -> DayRange { DayRange(day(first), day(last)) }
  static func date(_ iso: String?) -> Value? { iso.map { .date(day($0)) } }
}
