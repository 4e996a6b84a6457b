import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// Conditions and rules, made by hand.
extension Town {
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
    _ condition: Core, _ cadence: Cadence?, policy: DutyException.Policy = .none,
    days: [DayRange]? = nil
  ) -> DutyException {
    DutyException(
      condition: condition, text: "例外", days: days, cadence: always(cadence), policy: policy,
      origin: origin)
  }

  mutating func duty(
    _ cadence: Cadence, subject: Core = Town.registered, exceptions: [DutyException] = [],
    evidence: Evidence? = Town.evidence, firstPeriod: FirstPeriod = .proportional,
    grace: Term? = nil
  ) {
    duty(
      Town.always(cadence), subject: subject, exceptions: exceptions, evidence: evidence,
      firstPeriod: firstPeriod, grace: grace)
  }

  mutating func duty(
    _ cadence: ZhibenSemantics.Choice<Cadence>, subject: Core = Town.registered,
    exceptions: [DutyException] = [], evidence: Evidence? = Town.evidence,
    firstPeriod: FirstPeriod = .proportional, grace: Term? = nil
  ) {
    add(
      .duty(
        DutyRule(
          subject: Subject(register: Town.firms, condition: subject, text: "企业"), bearers: [],
          cadence: cadence, exceptions: exceptions, evidence: evidence, grace: grace,
          firstPeriod: firstPeriod)))
  }

  /// 检查 with 上限 每年至多…次, 不计 举报核查 if so.
  mutating func inspection(
    _ cadence: Cadence, cap: ZhibenSemantics.Choice<Cadence>?, doesNotCountReports: Bool = false,
    mode: ZhibenSemantics.Choice<String>? = nil
  ) {
    let duty = DutyRule(
      subject: Subject(register: Town.firms, condition: Town.registered, text: "企业"),
      bearers: [], cadence: Town.always(cadence), exceptions: [], evidence: Town.evidence)
    add(
      .inspection(
        InspectionRule(
          duty: duty, cap: cap, uncounted: doesNotCountReports ? [.enumeration(Town.kinds, 1)] : [],
          uncountedField: doesNotCountReports ? FieldRef(Town.checks, 3) : nil, mode: mode)))
  }

  static func atMost(_ count: Int, _ unit: CalendarUnit = .year) -> Cadence {
    .periodic(unit, least: 0, most: count, due: .periodEnd)
  }

  /// By grade: the arms' labels are positions of grades, nil is 其他.
  static func byGrade<Item>(_ arms: [([Int]?, Item?)]) -> ZhibenSemantics.Choice<Item> {
    .init(
      keys: [field(firms, "等级")],
      arms: arms.map { grades, value in
        .init(
          tests: [grades.map { .alternatives($0.map { .equal(grade($0)) }) } ?? .any],
          value: value, origin: origin)
      })
  }

  mutating func target(
    _ measure: TargetRule.Measure, lines: [TargetRule.Line] = [],
    comparison: TargetRule.Comparison? = nil
  ) {
    add(.target(TargetRule(measure: measure, lines: lines, comparison: comparison)))
  }

  static func line(
    _ day: String, _ operation: ComparisonOperator, _ value: Rational
  ) -> TargetRule.Line {
    TargetRule.Line(
      day: self.day(day), operation: operation, value: value, text: day, origin: origin)
  }

  /// 须 stands for the photo, from the rung of that number on.
  mutating func ladder(
    _ delays: [Term], pause: Core? = Town.hazardIs(1), subject: Core = Town.yes,
    needsPhotoFrom rung: Int = .max, decidesFrom decided: Int = .max,
    strength: Rule.Strength = .must
  ) {
    let photo = ActionSpec.Need(text: "照片", condition: Town.field(Town.hazards, "照片"))
    let rungs = delays.enumerated().map { position, delay in
      RungSpec(
        delay: delay,
        action: ActionSpec(
          measure: "措施\(delay)", isProposal: position + 1 >= decided,
          needs: position + 1 >= rung ? [photo] : [], origin: Town.origin))
    }
    add(
      .escalation(
        EscalationRule(
          subject: Subject(register: Town.hazards, condition: subject, text: "隐患"),
          clock: Town.field(Town.hazards, "整改期限"), until: Town.hazardIs(2), pause: pause,
          rungs: rungs)), strength)
  }

  /// 抽取 of the registered firms, by the numbers of the rule.
  mutating func draw(
    _ size: DrawRule.Size = .count(2), unit: CalendarUnit = .year,
    condition: Core = Town.registered, _ refine: (inout DrawRule) -> Void = { _ in }
  ) {
    var rule = DrawRule(
      population: Subject(register: Town.firms, condition: condition, text: "企业"), size: size,
      unit: unit,
      numbers: .init(
        register: Town.numbers, rule: 0, period: 1, round: 2, attempt: 3, number: 4, day: 5,
        source: 6))
    rule.evidence = Town.evidence
    refine(&rule)
    add(.draw(rule))
  }

  /// 激励 of firms for clauses of earlier rules, by their positions.
  mutating func relief(
    _ effects: [(rule: Int, part: ReliefRule.Part, measure: ReliefRule.Measure)],
    condition: Core, veto: Core? = nil, floor: Cadence? = nil, sparesRechecks: Bool = false
  ) {
    let effects = effects.map {
      var effect = ReliefRule.Effect(
        rule: rules[$0.rule].name, part: $0.part, measure: $0.measure, origin: Self.origin)
      if sparesRechecks {
        effect.untouched = [.enumeration(Town.kinds, 2)]
        effect.untouchedField = FieldRef(Town.checks, 3)
      }
      return effect
    }
    add(
      .relief(
        ReliefRule(
          subject: Subject(register: Town.firms, condition: condition, text: "企业"),
          effects: effects, floor: floor, veto: veto)))
  }

  /// 当: a notice after an event of a firm, or what else follows.
  mutating func event(
    _ kind: EventRule.Kind, of register: RegisterID = Town.firms, where condition: Core? = nil,
    runsFromOccurrence: Bool = false, _ consequence: EventRule.Consequence? = nil
  ) {
    let notice = ActionSpec(measure: "通知", term: Term(5, .workday), origin: Town.origin)
    add(
      .event(
        EventRule(
          trigger: .init(register: register, kind: kind, condition: condition, text: "事件"),
          clause: 1, consequence: consequence ?? .notice(notice),
          runsFromOccurrence: runsFromOccurrence)))
  }

  static func task(_ term: Term, _ evidence: Evidence? = Town.evidence) -> EventRule.Task {
    EventRule.Task(
      term: term, bearers: [], evidence: evidence, text: "须", origin: Town.origin)
  }

  mutating func requirement(
    _ condition: Core, deadline: DeadlineSpec = .always, subject: Core = Town.registered,
    exceptions: [DutyException] = []
  ) {
    add(
      .requirement(
        RequirementRule(
          subject: Subject(register: Town.firms, condition: subject, text: "企业"),
          bearers: [], condition: condition, deadline: deadline, exceptions: exceptions)))
  }

  mutating func add(_ body: Rule.Body, _ strength: Rule.Strength = .must) {
    rules.append(
      Rule(
        name: "规则\(rules.count + 1)", key: "规则\(rules.count + 1)", citations: [], inForce: period,
        strength: strength, body: body, origin: Town.origin))
  }
}
