import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// The facts of a random town, before they are entered: blanks, changes of class, exits and returns, dates that are put off, pauses,
/// reopened hazards, and facts of days to come. The same facts can be entered in any order.
struct RandomTown {
  struct Change {
    var field: String
    var value: Value?
    var from: CivilDate
  }
  struct Record {
    var name: String
    var values: [String: Value?]
    var changes: [Change] = []
  }
  private(set) var firms: [Record] = []
  private(set) var checks: [(firm: String, record: Record)] = []
  private(set) var hazards: [Record] = []
  private(set) var accidents: [Record] = []
  private(set) var seed: UInt64

  static let period = Town.days("2025-01-01", "2025-12-31")

  init(seed: UInt64) {
    self.seed = seed
    var dice = SplitMix64(state: seed)
    for number in 0..<4 { firms.append(Self.firm("厂\(number)", &dice)) }
    for number in 0..<Int.random(in: 4..<16, using: &dice) {
      let values: [String: Value?] = [
        "日期": dice.maybe(.date(dice.day)), "合格": dice.maybe(.bool(dice.chance(3, of: 4))),
        "种类": dice.maybe(.enumeration(Town.kinds, Int.random(in: 0..<3, using: &dice))),
      ]
      let firm = firms[Int.random(in: 0..<firms.count, using: &dice)].name
      checks.append((firm, Record(name: "自查\(number)", values: values)))
    }
    for number in 0..<3 { hazards.append(Self.hazard("Y\(number)", &dice)) }
    for number in 0..<Int.random(in: 0..<6, using: &dice) {
      accidents.append(
        Record(
          name: "事故\(number)",
          values: [
            "日期": dice.maybe(.date(dice.day)),
            "死亡人数": dice.maybe(.number(Rational(Int.random(in: 0..<3, using: &dice)))),
          ]))
    }
  }

  private static func firm(_ name: String, _ dice: inout SplitMix64) -> Record {
    var firm = Record(
      name: name,
      values: [
        "名称": .text(name), "状态": dice.maybe(Town.state(0)),
        "等级": dice.maybe(Town.grade(Int.random(in: 0..<4, using: &dice))),
        "高危": dice.maybe(.bool(Bool.random(using: &dice))),
        "入库日": dice.maybe(.date(dice.chance(1, of: 2) ? Town.day("2020-01-01") : dice.day)),
        "投产日期": dice.maybe(.date(dice.day)),
      ])
    func change(_ field: String, _ value: Value?) -> Change {
      Change(field: field, value: dice.maybe(value), from: dice.day)
    }
    for _ in 0..<Int.random(in: 0..<3, using: &dice) {
      firm.changes.append(change("高危", .bool(Bool.random(using: &dice))))
    }
    if dice.chance(1, of: 2) {
      firm.changes.append(change("等级", Town.grade(Int.random(in: 0..<4, using: &dice))))
    }
    for _ in 0..<Int.random(in: 0..<4, using: &dice) {
      let state = Town.state(Int.random(in: 0..<3, using: &dice))
      firm.changes.append(Change(field: "状态", value: state, from: dice.day))
    }
    if dice.chance(1, of: 2) { firm.changes.append(change("投产日期", .date(dice.day))) }
    if dice.chance(1, of: 8) { firm.changes.append(change("入库日", .date(dice.day))) }
    return firm
  }

  private static func hazard(_ number: String, _ dice: inout SplitMix64) -> Record {
    let found = dice.day
    let deadline = found.advanced(byDays: Int.random(in: 0..<40, using: &dice))
    var hazard = Record(
      name: number,
      values: [
        "编号": .text(number), "状态": dice.maybe(Town.hazardState(0)),
        "发现日期": dice.maybe(.date(found)), "整改期限": dice.maybe(.date(deadline)),
        "级别": dice.maybe(Town.level(dice.chance(3, of: 4) ? 1 : 0)),
        "照片": dice.maybe(.bool(Bool.random(using: &dice))),
      ])
    var day = found
    for _ in 0..<Int.random(in: 0..<5, using: &dice) {
      day = day.advanced(byDays: Int.random(in: 1..<20, using: &dice))
      let state = Town.hazardState(Int.random(in: 0..<3, using: &dice))
      hazard.changes.append(Change(field: "状态", value: dice.maybe(state), from: day))
    }
    if dice.chance(1, of: 3) {
      let other = deadline.advanced(byDays: Int.random(in: -20..<40, using: &dice))
      hazard.changes.append(Change(field: "整改期限", value: .date(other), from: dice.day))
    }
    if dice.chance(1, of: 4) {
      let level = Town.level(Int.random(in: 0..<2, using: &dice))
      hazard.changes.append(Change(field: "级别", value: level, from: dice.day))
    }
    if dice.chance(1, of: 2) {
      hazard.changes.append(Change(field: "照片", value: .bool(true), from: dice.day))
    }
    return hazard
  }

  // MARK: Entering

  /// The town with these facts and a rule of each kind; `shuffle` enters the records in another order.
  func town(shuffle: UInt64? = nil) throws -> Town {
    var town = try facts(shuffle: shuffle)
    try Self.addRules(to: &town)
    return town
  }

  /// The town with these facts and no rule.
  func facts(shuffle: UInt64? = nil) throws -> Town {
    var town = Town()
    town.period = Self.period
    func ordered<Item>(_ items: [Item]) -> [Item] {
      guard let shuffle else { return items }
      var dice = SplitMix64(state: shuffle)
      return items.shuffled(using: &dice)
    }
    var positions: [String: Int] = [:]
    for firm in ordered(firms) {
      positions[firm.name] = try enter(firm, into: "企业", of: &town)
    }
    for check in ordered(checks) {
      var record = check.record
      record.values["企业"] = positions[check.firm].map { .record(Town.firms, $0) }
      try enter(record, into: "自查", of: &town)
    }
    for hazard in ordered(hazards) { try enter(hazard, into: "隐患", of: &town) }
    for accident in ordered(accidents) { try enter(accident, into: "事故", of: &town) }
    return town
  }

  @discardableResult
  private func enter(_ record: Record, into register: String, of town: inout Town) throws -> Int {
    let position = try town.builder.add(to: register, record.values)
    for change in record.changes {
      try town.builder.set(register, position, change.field, to: change.value, from: change.from)
    }
    return position
  }

  /// Rules of every kind; the same for all random towns.
  private static func addRules(to town: inout Town) throws {
    let (entered, started) = (
      Town.field(Town.firms, "入库日"), Town.field(Town.firms, "投产日期")
    )
    let standsStill = Town.exception(Town.isState(1), nil)
    town.duty(
      Town.every(.quarter, 2),
      exceptions: [
        Town.exception(Town.highRisk, Town.every(.month)),
        Town.exception(Town.gradeIs(3), Town.every(.halfYear), policy: .strict),
      ])
    town.duty(
      .rolling(Term(40, .day), first: .init(anchor: entered, term: Term(20, .day))),
      exceptions: [
        standsStill, Town.exception(Town.highRisk, .rolling(Term(15, .day), first: nil)),
      ])
    town.duty(
      .anchored(started, Term(1, .month)),
      exceptions: [Town.exception(Town.highRisk, Town.every(.week), policy: .strict)])
    town.duty(.once(.after(entered, Term(30, .day))), exceptions: [standsStill])
    town.duty(
      Town.byGrade([
        ([3], .once(.before(started, Term(5, .workday)))),
        ([0, 1], .once(.day(Town.day("2025-05-31")))), (nil, .anchored(started, Term(2, .week))),
      ]))
    town.duty(
      Town.every(.month, due: .monthDay(10)),
      exceptions: [
        standsStill,
        Town.exception(Town.yes, Town.every(.week), days: [Town.days("2025-05-05", "2025-06-08")]),
      ], firstPeriod: .whole)
    town.duty(ExceptionTimeTests.byGradeAndRisk)
    town.duty(
      Town.every(.month, due: .followingDay(month: nil, day: 10)), subject: Town.isState(0),
      evidence: nil)
    town.inspection(
      Town.every(.month),
      cap: Town.byGrade([([0], Town.atMost(1, .quarter)), (nil, Town.atMost(4))]),
      doesNotCountReports: true)
    town.requirement(
      Town.highRisk, deadline: .after(started, Term(20, .day)),
      exceptions: [
        Town.exception(Town.isState(1), nil, days: [Town.days("2025-04-01", "2025-05-31")])
      ])
    town.requirement(Town.core(.not(Town.gradeIs(3)), .bool))
    town.target(
      TargetTimeTests.firms, lines: [Town.line("2025-05-31", .greaterOrEqual, Rational(1))])
    town.target(
      TargetTimeTests.metric(TargetTimeTests.accidents, TargetTimeTests.deaths),
      lines: [Town.line("2025-06-15", .lessOrEqual, Rational(2))])
    town.ladder(
      [Term(1, .workday), Term(3, .workday), Term(8, .calendarDay), Term(1, .month)],
      subject: LadderClockTests.isMajor, needsPhotoFrom: 3, decidesFrom: 4)
    let grade = Town.field(Town.firms, "等级")
    town.event(.added, where: Town.highRisk)
    town.event(.changed(grade), where: Town.registered)
    town.event(.becomes(Town.gradeIs(3)), .obligation(Town.task(Term(20, .calendarDay))))
    town.event(.entered(Town.highRisk), where: Town.core(.not(Town.gradeIs(0)), .bool))
    town.event(.left(Town.registered))
    town.event(.expired(started, before: Term(7, .calendarDay)))
    town.event(
      .becomes(Town.hazardIs(1)), of: Town.hazards,
      .visits(
        Town.task(Term(10, .workday)),
        members: Subject(
          register: Town.firms, condition: Town.field(Town.firms, "高危", frame: 1), text: "企业")))
    town.draw(.share(Rational(1, over: 2) ?? Rational(1)), unit: .quarter) { draw in
      draw.stratum = Town.field(Town.firms, "等级")
      (draw.leastPerStratum, draw.reserves) = (1, 1)
      draw.noRepeat = .period(.relative(0, .year))
      draw.staff = .init(
        count: 1, pool: Subject(register: Town.hazards, condition: Town.yes, text: "隐患"),
        avoid: [Town.core(.not(Town.field(Town.firms, "高危")), .bool)], isBalanced: true)
    }
    var name = town.rules.last?.name ?? ""
    try town.number("0110", on: "2025-01-10", draw: name)
    try town.number("0210", on: "2025-02-10", redraw: 1, draw: name)
    try town.number("0420", on: "2025-04-20", period: "2025-05-01", draw: name)
    town.draw(.count(2), condition: Town.core(.not(Town.highRisk), .bool)) { draw in
      (draw.freezeDays, draw.supplements) = ([MonthDay(3, 1)], [MonthDay(5, 20)])
      (draw.reserves, draw.term) = (2, Term(20, .calendarDay))
    }
    name = town.rules.last?.name ?? ""
    try town.number("0301", on: "2025-03-01", draw: name)
    try town.number("0315", on: "2025-03-15", draw: name)
    try town.number("0601", on: "2025-06-01", round: 2, draw: name)
    addReliefs(to: &town)
  }

  /// Reliefs on the first duties and on the draw by share, some with a veto and a floor.
  private static func addReliefs(to town: inout Town) {
    let draw = town.rules.firstIndex { if case .draw = $0.body { true } else { false } } ?? 0
    let isSafe = Town.core(.not(Town.highRisk), .bool)
    town.relief(
      [(0, .cadence, .stepDown), (2, .cadence, .halved), (draw, .share, .halved)],
      condition: isSafe, veto: Town.gradeIs(3), floor: Town.every(.halfYear),
      sparesRechecks: true)
    town.relief(
      [(0, .cadence, .halved), (1, .cadence, .halved)], condition: Town.gradeIs(0),
      veto: Town.core(.not(isSafe), .bool))
  }

  /// The outcomes with names in place of positions, so that towns entered in different orders compare.
  static func named(_ plan: Plan, _ town: Town) -> [String] {
    let snapshot = town.builder.snapshot()
    func name(_ register: RegisterID, _ row: Int32) -> String {
      guard row >= 0, let cell = snapshot[register].columns[0]?.cells[Int(row)] else { return "－" }
      return snapshot.symbols[Int(cell)]
    }
    return plan.changes.map { change in
      let key = change.outcome.key
      let register = change.outcome.kind == .rung ? Town.hazards : Town.firms
      return "\(key.rule) \(name(register, key.subject)) \(Town.line(change.outcome))"
    }.sorted()
  }
}

/// A generator with a seed.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func chance(_ count: Int, of whole: Int) -> Bool {
    Int.random(in: 0..<whole, using: &self) < count
  }

  /// A blank now and then.
  mutating func maybe<T>(_ value: T?) -> T? { chance(1, of: 7) ? nil : value }

  /// A day from before the plan to behind every as-of of the tests.
  var day: CivilDate {
    mutating get {
      Town.day("2024-12-01").advanced(byDays: Int.random(in: 0..<240, using: &self))
    }
  }
}
