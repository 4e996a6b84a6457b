import Testing
import ZhibenCalendar
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// A plan says of every step where it ran, and why not in the database.
@Suite struct QueryPlanTests {
  private static let nowhere = Origin(source: -1, span: Span(0, 0))
  private static func core(_ node: Core.Node, _ type: ValueType) -> Core {
    Core(node, type, nowhere)
  }
  private static let firm = core(.record(frame: 0), .record(Sample.enterprise))
  private static let started = core(.field(firm, FieldRef(Sample.enterprise, 7)), .date)
  private static let headcount = core(
    .field(firm, FieldRef(Sample.enterprise, 4)), .number(unit: ""))
  private static let output = core(
    .field(firm, FieldRef(Sample.enterprise, 5)), .number(unit: "元"))
  private static let today = core(.today, .date)

  struct Case: CustomTestStringConvertible, Sendable {
    var filter: Core
    var reason: ResidualReason?
    var testDescription: String { reason?.rawValue ?? "database" }
  }

  static let conditions: [Case] = [
    Case(filter: core(.compare(.less, started, today), .bool), reason: nil),
    Case(
      filter: core(
        .compare(.less, core(.shift(started, .after, Term(1, .month)), .date), today), .bool),
      reason: .calendar),
    Case(
      filter: core(
        .compare(
          .greater,
          core(.builtin(.workdaysBetween, [started, today]), .number(unit: "日")), headcount), .bool),
      reason: .libraryFunction),
    Case(filter: core(.ever(core(.isEmpty(started), .bool), nil), .bool), reason: .history),
    Case(
      filter: core(
        .at(core(.isEmpty(headcount), .bool), day: started), .bool), reason: .rowDay),
    Case(
      filter: core(
        .compare(
          .less, core(.arithmetic(.divide, output, headcount), .number(unit: "元")), headcount),
        .bool),
      reason: .division),
    Case(filter: core(.call(0, []), .bool), reason: .functionCall),
    Case(
      filter: core(
        .aggregate(
          Aggregate(
            kind: .exists, rows: .all(Sample.hazard),
            filter: core(.isEmpty(started), .bool), frame: 1)), .bool), reason: .outerRow),
  ]

  @Test(arguments: conditions) func condition(_ row: Case) throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let program = RandomQuery.program(seed: 1, isOpen: false)
    let query = Query(
      source: .rows(.all(Sample.enterprise), nil), binding: .frame(0), filter: row.filter)
    let answer = try store.answer(
      query, program: program, day: RandomRegister.day, evaluator: QueryOracle(program: program))
    #expect(answer.plan.steps.last?.reason == row.reason)
    #expect(!answer.plan.statements.isEmpty, "what is left out by other conditions is not read")
  }

  @Test func integersThatGrowTooLargeAreReckonedInMemory() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.edit(
      "INSERT INTO enterprise (_id, credit_code, headcount, output) "
        + "VALUES (1, 'E1', 9000000000000000000, 3), (2, 'E2', 1, 2000000)")
    let program = RandomQuery.program(seed: 1, isOpen: false)
    let query = Query(
      source: .rows(.all(Sample.enterprise), nil), binding: .frame(0),
      filter: Self.core(.compare(.less, Self.headcount, Self.output), .bool))
    let answer = try store.answer(
      query, program: program, day: RandomRegister.day, evaluator: QueryOracle(program: program))
    #expect(answer.rows == [[.record(Sample.enterprise, 1)]])
    #expect(answer.plan.steps.map(\.reason) == [.overflow, .overflow])
  }

  @Test func aPlanReadsInBothLanguages() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    let program = RandomQuery.program(seed: 1, isOpen: false)
    let query = Query(
      source: .rows(.all(Sample.enterprise), nil), binding: .frame(0),
      filter: Self.core(
        .and([Self.conditions[0].filter, Self.conditions[1].filter]), .bool),
      sort: [.init(Self.headcount, isDescending: true)], limit: 10)
    let plan = try store.answer(
      query, program: program, day: RandomRegister.day, evaluator: QueryOracle(program: program)
    ).plan
    #expect(
      plan.description(in: .zh) == """
        来源 企业  → 数据库
        条件  → 数据库
        条件  → 内存 [calendar] 按月或工作日推算
        排序  → 内存 [follows-memory] 前一步在内存中
        前 10  → 内存 [follows-memory] 前一步在内存中
        SQL: SELECT "t1"."_id" FROM "enterprise" AS "t1" WHERE (("t1"."started_on" < ?) IS NOT FALSE) ORDER BY "t1"."_id"
        绑定: 20240
        """)
    #expect(
      plan.description(in: .en).hasPrefix(
        """
        rows 企业  → database
        condition  → database
        condition  → memory [calendar] reckons in months or workdays
        """))
  }

  @Test func oneStatementAnswersAGroupedSortedAndCutQuestion() throws {
    let folder = try TemporaryFolder()
    let store = try folder.store()
    try store.edit(
      """
      INSERT INTO enterprise (_id, credit_code, grade, headcount)
      VALUES (1, 'a', 3, 5), (2, 'b', NULL, 6), (3, 'c', 3, 7), (4, 'd', 0, 8)
      """)
    let program = RandomQuery.program(seed: 1, isOpen: false)
    let grade = Self.core(
      .field(Self.firm, FieldRef(Sample.enterprise, 2)), .enumeration(EnumID(0)))
    let groups = Query(
      source: .rows(.all(Sample.enterprise), nil), binding: .frame(0),
      shape: .groups(
        keys: [.init(name: "等级", value: grade)],
        aggregates: [
          .init(name: "家数", kind: .count, type: .number(unit: "")),
          .init(name: "职工", kind: .sum, value: Self.headcount, type: .number(unit: "")),
        ]))
    let (columns, _) = groups.columns(program)
    let row = Self.core(.variable(0), .structure(columns))
    let query = Query(
      source: .list(Self.core(.query(groups), .list(.structure(columns)))), binding: .variable(0),
      sort: [.init(Self.core(.member(row, 1), columns[1].type), isDescending: true)], limit: 2)
    let answer = try store.answer(
      query, program: program, day: RandomRegister.day, evaluator: QueryOracle(program: program))
    #expect(answer.columns.map(\.name) == ["等级", "家数", "职工"])
    #expect(
      answer.rows == [
        [.enumeration(EnumID(0), 3), .number(Rational(2)), .number(Rational(12))],
        [nil, .number(Rational(1)), .number(Rational(6))],
      ])
    #expect(answer.plan.statements.count == 1)
    #expect(answer.plan.isWhollyInDatabase)
  }
}
