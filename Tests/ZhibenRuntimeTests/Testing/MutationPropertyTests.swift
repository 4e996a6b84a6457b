import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// What mutation may say of a change, on random towns.
@Suite struct MutationPropertyTests {
  @Test("A change that alters no outcome is never said to be noticed", arguments: [1, 2, 3, 4])
  func equivalent(_ seed: UInt64) throws {
    let (program, tests) = try Self.town(seed: seed)
    let runner = TestRunner(program: program, calendar: .china)
    let traced = try tests.map { test in
      let result = runner.run(test, traces: true)
      #expect(result.passed, "seed \(seed): \(test.title)")
      let trace = result.trace
      return (test: test, trace: try #require(trace))
    }
    let before = try tests.map { try Self.outcomes(program, $0) }
    var (same, killed) = (0, 0)
    for mutant in program.mutants {
      let verdict = runner.verdict(on: mutant, traced)
      if case .killed = verdict { killed += 1 }
      guard try tests.map({ try Self.outcomes(program.mutated(mutant), $0) }) == before else {
        continue
      }
      same += 1
      #expect(verdict == .survived || verdict == .unreached, "seed \(seed): \(mutant)")
    }
    // The towns tell something only if there are both kinds.
    #expect(same > 0 && killed > 0, "seed \(seed)")
  }

  @Test("Every mutant is another program, and changes one place only")
  func different() throws {
    let program = try Bench.program("函数 大(人: 数)：是否 { 返回 人 > 50 且 人 < 90 }")
    let original = Self.parts(program)
    let mutants = program.mutants
    #expect(mutants.map(\.number) == Array(mutants.indices))
    for mutant in mutants {
      let changed = zip(Self.parts(program.mutated(mutant)), original).count { $0 != $1 }
      #expect(changed == 1, "\(mutant)")
    }
    let kinds: Set<Mutant.Kind> = [
      .threshold, .comparison, .connective, .cadence, .deadline, .exception, .rung, .until, .pause,
    ]
    #expect(Set(mutants.map(\.kind)) == kinds)
  }

  @Test(
    "A cap is changed in what it allows, a cadence in what it demands",
    arguments: [
      ("频次 每年2次", ["每年 → 每半年", "2次 → 3次"]),
      ("频次 每年1次；上限 每年至多2次", ["每年 → 每半年", "至多2次 → 至多3次", "至多2次 → 至多1次"]),
      ("频次 每年1次；上限 每年至多1次", ["每年 → 每半年", "至多1次 → 至多2次", "至多1次 → 至多0次"]),
    ])
  func caps(clauses: String, changes: [String]) throws {
    let source = SourceFile(
      name: "试.plan",
      text: """
        计划 试 { 期间 2025年1月1日 至 2025年12月31日 }
        登记 企业 { 名称：文本 标识 }
        登记 检查 { 企业：企业；检查日期：日期 日期 }
        检查 年检 { 依据 "一"；对象 企业；\(clauses) }
        """)
    let program = try #require(Compiler.compile(plan: source).program)
    let clause = clauses.split(separator: "；").last.map(String.init)
    let found = program.mutants.filter { source.text($0.origin.span) == clause }
    #expect(found.map(\.change.zh) == changes)
  }

  private enum Part: Hashable {
    case scope(ScopeDefinition)
    case partition(PartitionDefinition)
    case rule(Rule)
    case function(Procedure)
  }

  private static func parts(_ program: Program) -> [Part] {
    program.scopes.map(Part.scope) + program.partitions.map(Part.partition)
      + program.rules.map(Part.rule) + program.functions.map(Part.function)
  }

  /// All outcomes on the facts and the last day of a test.
  private static func outcomes(_ program: Program, _ test: TestCase) throws -> [Outcome] {
    var facts = test.procedure
    facts.body.removeAll { if case .expect = $0.node { true } else { false } }
    let tables = program.schema.registers.map { register in
      RegisterTable(rowIDs: [], columns: register.fields.map { _ in Column(cells: []) })
    }
    let world = World(
      program: program,
      snapshot: Snapshot(schema: program.schema, tables: tables, symbols: [], dataVersion: 0),
      calendar: .china, day: day)
    let run = try ReferenceInterpreter(world).run(facts)
    let planner = Planner<FastEvaluator>(
      program: program, snapshot: run.snapshot, ledger: LedgerSnapshot(), asOf: day,
      calendar: .china)
    return program.rules.indices.flatMap { planner.outcomes(of: $0) }
  }

  private static let day = date("2025-08-06")

  /// Random facts with expectations that hold.
  private static func town(seed: UInt64) throws -> (Program, [TestCase]) {
    var dice = SplitMix64(state: seed)
    let rules = ["带队检查", "全员排查", "重大隐患逾期", "不超百人", "销号率"]
    let tables = ["义务", "义务", "台阶", "违反", "读数"]
    let states = [["逾期", "待办"], ["逾期"], ["提出", "略过"], ["未解除"], ["在途"]]
    var candidates: [String] = []
    var groups: [Range<Int>] = []
    for index in rules.indices {
      let facts = Self.facts(&dice)
      let state = states[index].randomElement(using: &dice) ?? ""
      let start = candidates.count
      for count in 0...12 {
        candidates.append(
          "测试 \"\(index) \(count)\" {\n截至 2025年8月6日\n\(facts)"
            + "预期 数量(\(tables[index]) 其中 规则 = \(rules[index]) 且 状态 = \(state)) = \(count)\n}\n")
      }
      groups.append(start..<candidates.count)
    }
    let program = try Bench.program(candidates.joined())
    let runner = TestRunner(program: program, calendar: .china)
    let right = groups.compactMap { group in
      program.tests[group].first { runner.run($0).passed }
    }
    return (program, right)
  }

  private static func facts(_ dice: inout SplitMix64) -> String {
    var text = ""
    for firm in 0..<Int.random(in: 1...3, using: &dice) {
      let grade = ["A", "B", "C", "D"].randomElement(using: &dice) ?? "A"
      let people = [20, 99, 100, 101, 120].randomElement(using: &dice) ?? 20
      let state = dice.chance(4, of: 5) ? "在产" : "已销号"
      text += "记入 企业 { 名称：厂\(firm)，状态：\(state)，等级：\(grade)，人数：\(people) }\n"
      for hazard in 0..<Int.random(in: 0...2, using: &dice) {
        let severity = dice.chance(2, of: 3) ? "重大" : "一般"
        let state = ["已登记", "待复查", "已销号"].randomElement(using: &dice) ?? "已登记"
        let due = Int.random(in: 20...31, using: &dice)
        text +=
          "记入 隐患 { 编号：患\(firm)\(hazard)，企业：企业「厂\(firm)」，级别：\(severity)，状态：\(state)，"
          + "整改期限：2025年7月\(due)日 }\n"
      }
      if dice.chance(1, of: 2) {
        let month = Int.random(in: 1...7, using: &dice)
        text += "记入 自查 { 企业：企业「厂\(firm)」，日：2025年\(month)月15日 }\n"
      }
    }
    return text
  }
}
