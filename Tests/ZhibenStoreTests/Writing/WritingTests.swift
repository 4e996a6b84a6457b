import Foundation
import GRDB
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenRuntime
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

/// 记入 修改 注销 reach the registers, whole or not at all, and nothing that was known is lost.
@Suite struct WritingTests {
  static let day = CivilDate.iso("2025-06-30")

  static func core(_ value: Value?, _ type: ValueType) -> Core {
    Core(.constant(value), type, SampleProgram.origin)
  }

  static func step(_ node: Step.Node, line: Int = 1) -> Step {
    // Each line of the source is ten bytes long.
    Step(node, Origin(source: 0, span: Span((line - 1) * 10, (line - 1) * 10 + 1)))
  }

  static func firm(_ position: Int) -> Core {
    core(.record(Sample.enterprise, position), .record(Sample.enterprise))
  }

  /// A new firm on line 1, a firm that grows on line 2, a firm struck off on line 3.
  static let steps = [
    step(
      .insert(
        Sample.enterprise,
        [
          .init(0, core(.text("X4"), .text)), .init(1, core(.text("丁厂"), .text)),
          .init(2, core(.enumeration(EnumID(0), 2), .enumeration(EnumID(0)))),
          .init(
            3,
            core(
              .list([.enumeration(EnumID(1), 1), .enumeration(EnumID(1), 0)]),
              .list(.enumeration(EnumID(1))))),
        ])),
    step(.update(firm(1), [.init(4, core(.number(Rational(9)), .number(unit: "")))]), line: 2),
    step(.delete(firm(0)), line: 3),
  ]

  static func program() -> Program {
    var program = SampleProgram.make()
    program.sources = [
      SourceFile(
        name: "镇/洋口.plan", text: String(repeating: "123456789\n", count: 40))
    ]
    return program
  }

  static func interpret(
    _ steps: [Step], _ bench: LedgerBench, on day: CivilDate = day, written: Set<String> = []
  ) throws -> ScriptRun {
    let world = World(
      program: bench.program, snapshot: try bench.snapshot(), calendar: .builtIn(.china), day: day,
      written: written)
    return try FastInterpreter(world).run(
      Procedure(name: "", slots: [], body: steps, origin: SampleProgram.origin))
  }

  @discardableResult
  static func write(
    _ steps: [Step], _ bench: LedgerBench, on day: CivilDate = day, changes: [Change] = []
  ) throws -> (record: RunRecord?, run: ScriptRun) {
    let run = try interpret(
      steps, bench, on: day, written: bench.store.written(scriptHash: "abc", asOf: day))
    let record = try bench.store.apply(
      changes: changes, writes: run.writes, program: bench.program, snapshot: run.snapshot,
      asOf: day, startedAt: "\(day)T08:05:00+08:00", scriptHash: "abc")
    return (record, run)
  }

  private static func bench() throws -> LedgerBench {
    var bench = try LedgerBench()
    bench.program = program()
    return bench
  }

  @Test func registersAndLogHoldWhatWasWritten() throws {
    let bench = try Self.bench()
    let record = try #require(try Self.write(Self.steps, bench).record)
    #expect(record.writes == 3 && record.inserted == 0)
    let day = Self.day.days
    #expect(
      try bench.store.rows(
        """
        SELECT _id, credit_code, grade, industries, headcount, _recorded_on, _source, _gone_from
        FROM enterprise
        """) == [
          "11|X1|–|–|–|–|洋口.plan:3|\(day)", "22|X2|–|–|9|–|洋口.plan:2|–",
          "33|X3|–|–|–|–|–|–", "34|X4|2|2|–|\(day)|洋口.plan:1|–",
        ])
    #expect(
      try bench.store.rows("SELECT * FROM enterprise__industries") == ["34|0|1", "34|1|0"])
    #expect(
      try bench.store.rows("SELECT * FROM enterprise__history")
        == ["22|headcount|-2147483648|–|–", "22|headcount|\(day)|9|\(day)"])
    #expect(
      try bench.store.rows(
        "SELECT run, number, kind, table_name, row_id, day, place FROM zb_write") == [
          "1|1|1|enterprise|34|\(day)|洋口.plan:1", "1|2|2|enterprise|22|\(day)|洋口.plan:2",
          "1|3|3|enterprise|11|\(day)|洋口.plan:3",
        ])
    #expect(
      try bench.store.rows("SELECT number, field, old, new FROM zb_write_field") == [
        "1|credit_code|–|X4", "1|grade|–|2", "1|industries|–|[1,0]", "1|name|–|丁厂",
        "2|headcount|–|9",
      ])
    #expect(try bench.store.verifyChain() == ChainCheck(runCount: 1, breaks: []))
  }

  @Test func theSameRunOfTheSameDayWritesNothingTwice() throws {
    let bench = try Self.bench()
    let grows = [
      Self.step(
        .update(
          Self.firm(1),
          [
            .init(
              4,
              Core(
                .conditional(
                  Core(.isEmpty(Self.headcount), .bool, SampleProgram.origin),
                  Self.core(.number(Rational(1)), .number(unit: "")),
                  Core(
                    .arithmetic(
                      .add, Self.headcount, Self.core(.number(Rational(1)), .number(unit: ""))),
                    .number(unit: ""), SampleProgram.origin)), .number(unit: ""),
                SampleProgram.origin))
          ]))
    ]
    #expect(try Self.write(grows, bench).run.writes.count == 1)
    let again = try Self.write(grows, bench)
    #expect(again.record == nil && again.run.repeated == 1)
    let tomorrow = try Self.write(grows, bench, on: .iso("2025-07-01"))
    #expect(tomorrow.record?.writes == 1 && tomorrow.run.repeated == 0)
    #expect(try bench.store.rows("SELECT headcount FROM enterprise WHERE _id = 22") == ["2"])
  }

  private static let headcount = Core(
    .field(firm(1), FieldRef(Sample.enterprise, 4)), .number(unit: ""), SampleProgram.origin)

  @Test func outcomesOfNewRecordsAreWrittenWithThem() throws {
    let bench = try Self.bench()
    let new = outcome(0, 3, 20000, .pending)
    let record = try Self.write(Self.steps, bench, changes: [insert(new)]).record
    #expect(record?.inserted == 1 && record?.writes == 3)
    #expect(try bench.store.rows("SELECT subject_id FROM zb_outcome") == ["34"])
    #expect(try bench.ledger().outcomes == [new])
  }

  @Test func aStalePlanWritesNothing() throws {
    let bench = try Self.bench()
    let run = try Self.interpret(Self.steps, bench)
    try Self.write([Self.steps[1]], bench)
    let before = try bench.snapshot().contents
    #expect(throws: Diagnostics.self) {
      _ = try bench.store.apply(
        changes: [], writes: run.writes, program: bench.program, snapshot: run.snapshot,
        asOf: Self.day, startedAt: "", scriptHash: "abc")
    }
    #expect(try bench.snapshot().contents == before)
    #expect(try bench.store.rows("SELECT count(*) FROM zb_write") == ["1"])
  }

  /// However many writes: each kind is prepared once for a register.
  @Test func statementsDoNotDependOnTheNumberOfWrites() throws {
    let texts = try [3, 60].map { count -> [String] in
      let bench = try Self.bench()
      let steps = (0..<count).map { number in
        Self.step(
          .insert(
            Sample.person, [.init(0, Self.core(.text("P\(number)"), .text))]),
          line: 1 + number % 30)
      }
      let run = try Self.interpret(
        steps + Array(repeating: Self.steps[1], count: 2) + [Self.steps[2]], bench)
      bench.store.counter.record()
      _ = try bench.store.apply(
        changes: [], writes: run.writes, program: bench.program, snapshot: run.snapshot,
        asOf: Self.day, startedAt: "", scriptHash: "abc")
      return bench.store.counter.recorded
    }
    #expect(texts[0] == texts[1])
    #expect(!texts[0].contains { $0.hasPrefix("SELECT t.") }, "\(texts[0])")
  }

  // MARK: The chain

  @Test(arguments: [
    ("UPDATE zb_write SET place = '别处:1' WHERE number = 2", ChainCheck.Break.Reason.writes),
    ("UPDATE zb_write SET day = day + 1 WHERE number = 3", .writes),
    ("UPDATE zb_write_field SET new = 8 WHERE number = 2", .writes),
    ("UPDATE zb_write_field SET new = '9' WHERE number = 2", .writes),
    ("UPDATE zb_write_field SET old = 0 WHERE number = 2", .writes),
    ("DELETE FROM zb_write_field WHERE number = 2", .writes),
    ("DELETE FROM zb_write WHERE number = 3", .writes),
    ("DELETE FROM zb_write WHERE number = 2", .writes),
    (
      "INSERT INTO zb_write SELECT run, 4, 3, table_name, 33, day, place, identity FROM zb_write "
        + "WHERE number = 3", .writes
    ),
    (
      "INSERT INTO zb_write SELECT 7, 1, 3, table_name, 33, day, place, identity FROM zb_write "
        + "WHERE number = 3", .missing
    ),
    ("UPDATE zb_run SET writes = 2", .line),
    ("UPDATE zb_run SET writes = 0, writes_digest = ''", .line),
  ])
  func anEditedLogIsFound(_ edit: String, _ reason: ChainCheck.Break.Reason) throws {
    let bench = try Self.bench()
    try Self.write(Self.steps, bench)
    #expect(try bench.store.verifyChain().isIntact)
    try bench.store.edit(edit)
    #expect(try bench.store.verifyChain().breaks.contains { $0.reason == reason }, "\(edit)")
  }

  // MARK: The oracle

  /// What the store holds after random statements, and what it answers, is what the interpreter made of the facts in memory.
  @Test(arguments: [UInt64](0..<12))
  func theStoreComesToWhatTheInterpreterMade(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let program = RandomQuery.program(seed: seed, isOpen: seed % 3 == 0)
    let store = try folder.store(schema: program.schema)
    try RandomRegister.fill(store, seed: seed)
    // Whoever refers to a record that is not there would mean the new one with its number.
    try store.edit("INSERT OR IGNORE INTO enterprise (_id, credit_code) VALUES (1, 'E1')")
    try store.edit("INSERT OR IGNORE INTO person (_id, code) VALUES (1, 'R1')")
    var writing = RandomWriting(seed: seed)
    var snapshot = try store.snapshot(schema: program.schema, demand: Sample.demand)
    var total = 0
    for round in 0..<3 {
      let day = RandomRegister.day.advanced(byDays: round)
      let world = World(
        program: program, snapshot: snapshot, calendar: .builtIn(.china), day: day)
      let run = try FastInterpreter(world).run(writing.procedure(snapshot))
      total += run.writes.count
      _ = try store.apply(
        changes: [], writes: run.writes, program: program, snapshot: run.snapshot, asOf: day,
        startedAt: "", scriptHash: "\(round)")
      snapshot = try store.snapshot(schema: program.schema, demand: Sample.demand)
      try #require(snapshot.contents == run.snapshot.contents, "seed \(seed) round \(round)")
      #expect(try store.verifyChain().isIntact)
    }
    #expect(total > 6)
    let oracle = QueryOracle(program: program)
    var random = RandomQuery(dice: SplitMix64(seed: seed))
    for number in 0..<30 {
      let query = random.query(program)
      let day = RandomRegister.day.advanced(byDays: random.below(30) - 15)
      let answer = try store.answer(query, program: program, day: day, evaluator: oracle)
      let meant = oracle.answer(query, among: nil, in: snapshot, on: day, variables: [])
      let place = "seed \(seed) question \(number)\n\(answer.plan.description(in: .en))\n\(query)"
      try #require(answer.value == meant.map { .list($0.rows) }, "\(place)")
      try #require(answer.undecided == meant?.undecided ?? 0, "\(place)")
    }
  }

  // MARK: Import

  /// A ledger that still lists a record which was struck off does not bring it back; one with its key that came later is the one meant.
  @Test func importsMeanTheRecordThatIsThere() throws {
    let bench = try Self.bench()
    try bench.store.edit(
      "INSERT INTO person (_id, code, full_name) VALUES (1, 'P1', '张三'), (2, 'P2', '李四')")
    func person(_ position: Int) -> Core {
      Self.core(.record(Sample.person, position), .record(Sample.person))
    }
    try Self.write(
      [
        Self.step(.delete(person(0))),
        Self.step(.insert(Sample.person, [.init(0, Self.core(.text("P1"), .text))]), line: 4),
        Self.step(.delete(person(1)), line: 5),
      ], bench)
    let file = "编号,姓名\nP1,王五\nP2,李四\n"
    let report = try Importer.importCSV(
      bytes: Array(file.utf8), fileName: "人员.csv", register: Sample.person,
      schema: Sample.schema, into: bench.store, options: ImportOptions(importedOn: Self.day))
    #expect((report.inserted, report.updated, report.unchanged) == (0, 1, 1))
    #expect(
      try bench.store.rows("SELECT _id, code, full_name, _gone_from IS NULL FROM person")
        == ["1|P1|张三|0", "2|P2|李四|0", "3|P1|王五|1"])
  }

  /// A record without key that a statement has written is known to an import that brings the same.
  @Test func importsKnowWhatStatementsWrote() throws {
    let bench = try Self.bench()
    try Self.write(
      [
        Self.step(
          .insert(
            Sample.hazard,
            [
              .init(0, Self.firm(1)),
              .init(1, Self.core(.enumeration(EnumID(2), 1), .enumeration(EnumID(2)))),
              .init(2, Self.core(.date(.iso("2025-06-01")), .date)),
            ]))
      ], bench)
    // What has a default is filled in, as an import does.
    #expect(try bench.store.rows("SELECT origin FROM hazard WHERE _id = 10") == ["自查"])
    let file = "企业,级别,发现日期\nX2,重大,2025-06-01\n"
    let report = try Importer.importCSV(
      bytes: Array(file.utf8), fileName: "隐患.csv", register: Sample.hazard,
      schema: Sample.schema, into: bench.store,
      options: ImportOptions(importedOn: Self.day))
    #expect((report.inserted, report.unchanged) == (0, 1))
  }
}
