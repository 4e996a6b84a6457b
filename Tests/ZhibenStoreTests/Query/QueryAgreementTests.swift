import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenStore

/// The database answers as the language means, or leaves to memory what it cannot; nothing of a script gets into the SQL itself.
@Suite struct QueryAgreementTests {
  @Test(arguments: [UInt64](0..<16))
  func randomQuestionsMeanTheSame(seed: UInt64) throws {
    let folder = try TemporaryFolder()
    let program = RandomQuery.program(seed: seed, isOpen: seed % 3 == 0)
    let store = try folder.store(schema: program.schema)
    try RandomRegister.fill(store, seed: seed)
    let snapshot = try store.snapshot(schema: program.schema, demand: Sample.demand)
    let oracle = QueryOracle(program: program)
    var random = RandomQuery(dice: SplitMix64(seed: seed))
    var pushed = 0
    for number in 0..<40 {
      let query = random.query(program)
      let day = RandomRegister.day.advanced(
        byDays: random.below(3) == 0 ? -random.below(25) : 0)
      let answer = try store.answer(query, program: program, day: day, evaluator: oracle)
      let meant = oracle.answer(query, among: nil, in: snapshot, on: day, variables: [])
      let place = "seed \(seed) question \(number)\n\(answer.plan.description(in: .en))\n\(query)"
      try #require(answer.value == meant.map { .list($0.rows) }, "\(place)")
      try #require(answer.undecided == meant?.undecided ?? 0, "\(place)")
      for statement in answer.plan.statements { expectNoLiterals(statement.sql) }
      if answer.plan.isWhollyInDatabase { pushed += 1 }
    }
    #expect(pushed > 20, "the database answered only \(pushed) of 40 questions")
  }

  /// Outside quoted names there are only the words and numbers of the dialect.
  private func expectNoLiterals(_ sql: String) {
    let bare = sql.replacing("'real'", with: "").replacing(#/"[^"]*"/#, with: "")
    #expect(!bare.contains("'"), "\(sql)")
    #expect(!bare.contains("--"), "\(sql)")
    #expect(bare.utf8.allSatisfy { $0 < 0x80 && $0 > 0x1F }, "\(sql)")
    let own: Set<String> = ["0", "1", "4294967295", "4294967296", "9223372036854775807"]
    for number in bare.matches(of: #/\b[0-9]+\b/#) {
      #expect(own.contains(String(number.output)), "\(number.output) in \(sql)")
    }
  }

  @Test func theNumberOfStatementsDoesNotDependOnTheNumberOfRecords() throws {
    let folder = try TemporaryFolder()
    let program = RandomQuery.program(seed: 3, isOpen: false)
    let (few, many) = (
      try folder.store("少.db", schema: program.schema),
      try folder.store("多.db", schema: program.schema)
    )
    for (store, count) in [(few, 8), (many, 40)] {
      for id in 1...count {
        try store.edit("INSERT INTO enterprise (_id, credit_code) VALUES (\(id), 'E\(id)')")
        try store.edit("INSERT INTO hazard (_id, enterprise, level) VALUES (\(id), \(id), 1)")
      }
    }
    let oracle = QueryOracle(program: program)
    for seed in UInt64(0)..<20 {
      var random = RandomQuery(dice: SplitMix64(seed: seed))
      let query = random.query(program)
      let counts = try [few, many].map { store in
        let before = store.statementCount
        _ = try store.answer(query, program: program, day: RandomRegister.day, evaluator: oracle)
        return store.statementCount - before
      }
      #expect(counts[0] == counts[1], "seed \(seed)")
      #expect(counts[0] < 20, "seed \(seed)")
    }
  }

  @Test func registersThatTheStoreDoesNotHaveYetAreEmpty() throws {
    let folder = try TemporaryFolder()
    let program = RandomQuery.program(seed: 3, isOpen: false)
    let store = try folder.store(schema: nil)
    let oracle = QueryOracle(program: program)
    let snapshot = SnapshotBuilder(schema: program.schema).snapshot()
    for seed in UInt64(0)..<40 {
      var random = RandomQuery(dice: SplitMix64(seed: seed))
      let query = random.query(program)
      let answer = try store.answer(
        query, program: program, day: RandomRegister.day, evaluator: oracle)
      let meant = oracle.answer(
        query, among: nil, in: snapshot, on: RandomRegister.day, variables: [])
      #expect(answer.value == meant.map { .list($0.rows) }, "seed \(seed)")
    }
  }
}
