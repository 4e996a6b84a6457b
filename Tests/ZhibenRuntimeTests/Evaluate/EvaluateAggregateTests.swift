import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("Questions over collections")
struct EvaluateAggregateTests {
  static let grave = Core.compare(
    .field(Village.hazards, "级别", frame: 1), .equal,
    .constant(Village.level(1), .enumeration(Village.levels)))
  static let fine = Core.field(Village.hazards, "罚款", frame: 1)

  /// One firm whose hazards have these levels (nil: blank), found on 1, 2, 3 … June 2024, with fines of 10, 20, 30 … yuan.
  static func desk(levels: [Int?], fines: [Int?]? = nil) -> Desk {
    var store = TinyStore(schema: Village.schema)
    store.add("企业")
    for (position, level) in levels.enumerated() {
      store.add(
        "隐患",
        [
          "企业": Village.firm(0), "级别": level.map(Village.level),
          "发现日期": .date(date("2024-06-01").advanced(byDays: position)),
          "罚款": fines.map { $0[position].map { .number($0) } } ?? .number(10 * (position + 1)),
        ])
    }
    return Desk(store)
  }

  static func ask(
    _ kind: Aggregate.Kind, filter: Core? = grave, value: Core? = nil, window: Window? = nil,
    type: ValueType = .bool
  ) -> Core {
    .aggregate(
      Aggregate(
        kind: kind,
        rows: .related(Village.field(Village.hazards, "企业"), owner: .record(Village.firms)),
        window: window, filter: filter, value: value, frame: 1), type)
  }

  @Test(
    "有 无 皆 with rows that are in, out or unknown (Time 7)",
    arguments: [
      ([], Truth.no, Truth.yes, Truth.yes),
      ([0], .no, .yes, .no),
      ([1], .yes, .no, .yes),
      ([nil], .unknown, .unknown, .unknown),
      ([0, nil], .unknown, .unknown, .no),
      ([1, nil], .yes, .no, .unknown),
      ([1, 0, nil], .yes, .no, .no),
    ] as [([Int?], Truth, Truth, Truth)])
  func quantifiers(levels: [Int?], exists: Truth, none: Truth, every: Truth) {
    let desk = Self.desk(levels: levels)
    #expect(desk.truth(Self.ask(.exists)) == exists)
    #expect(desk.truth(Self.ask(.none)) == none)
    #expect(desk.truth(Self.ask(.every, filter: nil, value: Self.grave)) == every)
  }

  @Test("皆: a row that may be out does not disprove, and what it lacks cannot prove")
  func everyOfUnknownRow() {
    let small = Core.compare(Self.fine, .less, .whole(15))
    let desk = Self.desk(levels: [nil], fines: [20])
    #expect(desk.truth(Self.ask(.every, value: small)) == .unknown)
    #expect(Self.desk(levels: [nil], fines: [10]).truth(Self.ask(.every, value: small)) == .yes)
    #expect(Self.desk(levels: [0], fines: [20]).truth(Self.ask(.every, value: small)) == .yes)
  }

  @Test("数量, and 数量 with an unknown row")
  func count() {
    let count = Self.ask(.count, type: .number(unit: ""))
    #expect(Self.desk(levels: []).value(count) == .number(0))
    #expect(Self.desk(levels: [1, 0, 1]).value(count) == .number(2))
    #expect(Self.desk(levels: [1, nil]).value(count) == nil)
    let all = Self.ask(.count, filter: nil, type: .number(unit: ""))
    #expect(Self.desk(levels: [1, nil]).value(all) == .number(2))
  }

  @Test(
    "求和 平均 最大 最小 占比: of nothing, of something, with an unknown value",
    arguments: [
      (Aggregate.Kind.sum, Value?.some(.number(0)), Value?.some(.number(40)), Value?.none),
      (.average, nil, .number(20), nil), (.maximum, nil, .number(30), nil),
      (.minimum, nil, .number(10), nil), (.distinct, .number(0), .number(2), nil),
    ])
  func sums(kind: Aggregate.Kind, ofNothing: Value?, ofTwo: Value?, ofUnknown: Value?) {
    let question = Self.ask(kind, value: Self.fine, type: .number(unit: "元"))
    #expect(Self.desk(levels: [0]).value(question) == ofNothing)
    #expect(Self.desk(levels: [1, 0, 1]).value(question) == ofTwo)
    #expect(Self.desk(levels: [1, 1], fines: [10, nil]).value(question) == ofUnknown)
    #expect(Self.desk(levels: [1, nil]).value(question) == ofUnknown)
    // What an excluded row lacks is of no account.
    #expect(Self.desk(levels: [1, 0, 1], fines: [10, nil, 30]).value(question) == ofTwo)
  }

  @Test("占比 of nothing is unknown")
  func share() {
    let question = Self.ask(
      .share, filter: nil, value: Self.grave, type: .number(unit: "%"))
    #expect(Self.desk(levels: []).value(question) == nil)
    #expect(
      Self.desk(levels: [1, 0, 0]).value(question) == Rational(1, over: 3).map { .number($0) })
    #expect(Self.desk(levels: [1, nil]).value(question) == nil)
  }

  @Test("最近 and 首次: by date, ties by position; unknown only if an unknown row could take the place")
  func latest() {
    let latest = Self.ask(.latest, type: .record(Village.hazards))
    let earliest = Self.ask(.earliest, type: .record(Village.hazards))
    func hazard(_ row: Int) -> Value { .record(Village.hazards, row) }
    let desk = Self.desk(levels: [nil, 1, 1])
    #expect(desk.value(latest) == hazard(2))
    #expect(desk.value(earliest) == nil)
    #expect(Self.desk(levels: [0, 1, nil]).value(latest) == nil)
    #expect(Self.desk(levels: [0, 1, nil]).value(earliest) == hazard(1))
    #expect(Self.desk(levels: [0]).value(latest) == nil)

    var tied = Self.desk(levels: [1, 1])
    tied.store.records[1][1][2] = [(.min, .date(date("2024-06-01")))]
    #expect(tied.value(latest) == hazard(1))
    #expect(tied.value(earliest) == hazard(0))
    tied.store.records[1][0][2] = [(.min, nil)]
    #expect(tied.value(latest) == nil)

    // The only row is both, whatever its date; a row that may be out is no only row.
    for (levels, expected) in [([1], hazard(0)), ([1, 0], hazard(0)), ([nil], nil)]
      as [([Int?], Value?)]
    {
      var undated = Self.desk(levels: levels)
      undated.store.records[1][0][2] = [(.min, nil)]
      #expect(undated.value(latest) == expected)
      #expect(undated.value(earliest) == expected)
    }
  }

  @Test("Time 8: in a register taken for complete, no row means no; a row of nobody is nobody's")
  func missingRows() {
    var desk = Self.desk(levels: [])
    #expect(desk.truth(Self.ask(.none)) == .yes)
    desk.store.add("隐患", ["级别": Village.level(1), "发现日期": .date(date("2024-06-01"))])
    #expect(desk.truth(Self.ask(.none)) == .yes)
    #expect(desk.truth(Self.ask(.none), subject: -1) == .unknown)
  }

  @Test(
    "Time 8: in a register that is not taken for complete, no row is not no",
    arguments: [
      ([], Truth.unknown, Truth.unknown, Truth.unknown),
      ([1], .yes, .no, .unknown),
      ([0], .unknown, .unknown, .no),
    ] as [([Int?], Truth, Truth, Truth)])
  func incomplete(levels: [Int?], exists: Truth, none: Truth, every: Truth) {
    var desk = Self.desk(levels: levels)
    desk.store.schema.registers[Village.hazards.index].isComplete = false
    #expect(desk.truth(Self.ask(.exists)) == exists)
    #expect(desk.truth(Self.ask(.none)) == none)
    #expect(desk.truth(Self.ask(.every, filter: nil, value: Self.grave)) == every)
    #expect(desk.value(Self.ask(.count, type: .number(unit: ""))) == nil)
    #expect(desk.value(Self.ask(.latest, type: .record(Village.hazards))) == nil)
    #expect(desk.explain(Self.ask(.exists)).mayLackRows)
    #expect(desk.blanks(Self.ask(.none)) == [])
  }

  @Test("A collection of many-valued references")
  func manyValued() {
    var store = TinyStore(schema: Village.schema)
    store.add("企业")
    store.add("企业")
    store.add("企业")
    store.add(
      "事故",
      [
        "企业": .list([Village.firm(1), Village.firm(0), Village.firm(1)]),
        "日期": .date(date("2024-06-01")),
      ])
    let count = Core.aggregate(
      Aggregate(
        kind: .count,
        rows: .related(Village.field(Village.accidents, "企业"), owner: .record(Village.firms)),
        frame: 1),
      .number(unit: ""))
    #expect(
      (0..<3).map { Desk(store).value(count, subject: $0) } == [.number(1), .number(1), .number(0)])
  }

  @Test("全部: every record of the register, with the subject in the outer frame")
  func all() {
    var store = TinyStore(schema: Village.schema)
    for staff in [10, 20, 30, nil] { store.add("企业", ["人数": staff.map { .number($0) }]) }
    let bigger = Core.compare(
      .field(Village.firms, "人数", frame: 1), .greater, .field(Village.firms, "人数"))
    let exists = Core.aggregate(
      Aggregate(kind: .exists, rows: .all(Village.firms), filter: bigger, frame: 1))
    #expect(
      (0..<4).map { Desk(store).truth(exists, subject: $0) } == [.yes, .yes, .unknown, .unknown])
  }

  @Test("The members of a scope: rows of unknown membership are unknown rows")
  func scopeMembers() {
    var store = TinyStore(schema: Village.schema)
    for isOpen in [true, false, nil] { store.add("企业", ["在产": isOpen.map { .bool($0) }]) }
    let scope = ScopeDefinition(
      name: "在产企业", register: Village.firms, condition: .field(Village.firms, "在产"), origin: nowhere
    )
    let desk = Desk(store, program: Village.program(scopes: [scope]))
    let members = Aggregate(kind: .count, rows: .scope(0), frame: 1)
    #expect(
      desk.rows(members) == [JudgedRow(row: 0, truth: .yes), JudgedRow(row: 2, truth: .unknown)])
    #expect(desk.value(.aggregate(members, .number(unit: ""))) == nil)
    let isMember = Core(.inScope(0, .record(Village.firms)))
    #expect((-1..<3).map { desk.truth(isMember, subject: $0) } == [.unknown, .yes, .no, .unknown])
  }

  @Test("A scope asked about within nested questions leaves their rows alone")
  func scopeWithinRows() {
    var store = TinyStore(schema: Village.schema)
    for staff in [10, 20] { store.add("企业", ["在产": .bool(true), "人数": .number(staff)]) }
    let scope = ScopeDefinition(
      name: "在产企业", register: Village.firms, condition: .field(Village.firms, "在产"), origin: nowhere
    )
    func staff(_ frame: Int) -> Core { .field(Village.firms, "人数", frame: frame) }
    // A firm for which there is one with more staff; the second question is asked of the first one's row.
    let bigger = Core.and(
      Core(.inScope(0, .record(Village.firms, frame: 1))),
      .compare(staff(2), .greater, staff(1)))
    let inner = Core.aggregate(
      Aggregate(kind: .exists, rows: .all(Village.firms), filter: bigger, frame: 2))
    let outer = Aggregate(kind: .count, rows: .all(Village.firms), filter: inner, frame: 1)
    let desk = Desk(store, program: Village.program(scopes: [scope]))
    #expect(desk.value(.aggregate(outer, .number(unit: ""))) == .number(1))
    #expect(desk.rows(outer) == [JudgedRow(row: 0, truth: .yes)])
  }

  @Test("划分: the first arm that holds; unknown if an arm before it is unknown (Time 7)")
  func partition() {
    let big = Core.compare(.field(Village.firms, "人数"), .greaterOrEqual, .whole(50))
    let graded = Core.compare(
      .field(Village.firms, "等级"), .equal, .constant(Village.grade(3), .enumeration(Village.grades))
    )
    let classes = EnumID(3)
    let partition = PartitionDefinition(
      name: "监管类别", register: Village.firms, domain: .field(Village.firms, "在产"), classes: classes,
      arms: [.or(big, graded), .constant(.bool(true))], origin: nowhere)
    var store = TinyStore(schema: Village.schema)
    func add(_ isOpen: Bool?, _ staff: Int?, _ grade: Int?) {
      store.add(
        "企业",
        [
          "在产": isOpen.map { .bool($0) }, "人数": staff.map { .number($0) },
          "等级": grade.map(Village.grade),
        ])
    }
    add(true, 60, nil)
    add(true, 10, 0)
    add(true, nil, 0)
    add(true, nil, 3)
    add(false, 60, 3)
    add(nil, 60, 3)
    let desk = Desk(store, program: Village.program(partitions: [partition]))
    let core = Core(.partition(0, .record(Village.firms)), .enumeration(classes))
    let key = Value.enumeration(classes, 0)
    let rest = Value.enumeration(classes, 1)
    #expect((0..<6).map { desk.value(core, subject: $0) } == [key, rest, nil, key, nil, nil])
    #expect(
      desk.blanks(.compare(core, .equal, core), subject: 2) == [Village.field(Village.firms, "人数")])
  }
}
