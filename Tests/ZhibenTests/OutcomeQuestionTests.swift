import Testing
import ZhibenSampleData

@testable import Zhiben

/// 义务 台阶 读数 … of a store: what is asked of the ledger is what statements find in memory.
@Suite struct OutcomeQuestionTests {
  /// The Yangkou plan on a sample register, run on two days, with a ledger that holds every kind of outcome.
  private static func town() throws -> YangkouRunTests.Town {
    let town = try YangkouRunTests.Town(enterprises: 12)
    try town.engine.run(town.script, asOf: YangkouRunTests.Town.day)
    try town.engine.run(town.script, asOf: YangkouRunTests.Town.day.next)
    return town
  }

  @Test func theDatabaseSaysWhatTheRowsInMemorySay() throws {
    let town = try Self.town()
    let (engine, script) = (town.engine, town.script)
    let day = YangkouRunTests.Town.day.next
    let program = try script.asking(SourceFile(name: "问句", text: "显示 1"), allowing: [])
    let layout = try #require(program.outcomes)
    let snapshot = try engine.store.snapshot(
      schema: program.schema, demand: RecordNames.demand(for: program))
    let ledger = try engine.store.ledger(program: program, snapshot: snapshot)
    let meant = try #require(OutcomeRows(program: program, snapshot: snapshot, asOf: day))
      .rows(ledger.outcomes)
    // As the day has come: what begins later is not there yet.
    let first = try #require(program.schema.registers.last?.dateField)
    func isThere(_ row: [Value?]) -> Bool {
      if case .date(let date)? = row[first] { date <= day } else { true }
    }
    let read = try engine.store.snapshot(
      program: program, reads: .init(outcomes: Set(layout.registers.values)), day: day)
    var counts: [String: Int] = [:]
    for (table, register) in layout.registers {
      let schema = program.schema[register]
      let rows = try #require(meant[register])
      counts[table.rawValue] = rows.count
      // All of them in memory, for what the database cannot answer.
      let cells = rows.indices.map { row in
        zip(schema.fields, read[register].columns).map { field, column in
          column.flatMap {
            CellCoding.value(of: $0.cells[row], as: field.type, symbols: read.symbols)
          }
        }
      }
      #expect(read[register].count == rows.count, "\(table)")
      // References are positions of registers that this snapshot does not hold.
      let plain = schema.fields.indices.filter {
        if case .reference = schema.fields[$0].type { false } else { true }
      }
      for (row, cells) in zip(rows, cells) {
        #expect(plain.map { row[$0] } == plain.map { cells[$0] }, "\(table)")
      }
      let fields = schema.fields.map(\.name).joined(separator: "，")
      let answer = try engine.ask("\(table.rawValue) 选取 \(fields)", script: script, asOf: day)
      let found = try #require(answer.tables.first)
      #expect(found.rows == rows.filter(isThere), "\(table)")
      #expect(found.plan?.isWhollyInDatabase == true, "\(table)")
      #expect(answer.asksOutcomes && answer.ledgerAsOf == day)
    }
    #expect(counts.values.allSatisfy { $0 > 0 }, "\(counts)")
  }

  @Test(arguments: [
    ("义务 按 规则、状态 分组 统计 数 = 数量() 排序 数 降序", true),
    ("义务 其中 状态 = 逾期 按 企业.村 分组 统计 数 = 数量()", true),
    ("企业 选取 名称，欠 = 数量(义务 其中 状态 = 逾期)", true),
    ("台阶 其中 状态 = 提出 排序 首日 前 3", true),
    ("义务 其中 期限 前 3个工作日 < 2025年6月1日 统计 数 = 数量()", false),
    ("令 多 = 义务 其中 状态 = 逾期\n显示 多 选取 对象，期限", false),
  ])
  func questionsOverOutcomesAreAnswered(_ question: String, _ isPushed: Bool) throws {
    let town = try Self.town()
    let day = YangkouRunTests.Town.day.next
    let answer = try town.engine.ask(question, script: town.script, asOf: day)
    let found = try #require(answer.tables.first)
    #expect(!found.rows.isEmpty)
    #expect(found.plan?.isWhollyInDatabase ?? false == isPushed)
    // The same in memory: a variable of its own keeps the database out of it.
    let memory = try town.engine.ask(
      question.hasPrefix("令") ? question : "令 答 = \(question)\n显示 答", script: town.script, asOf: day
    )
    #expect(memory.tables.first?.rows == found.rows)
  }

  @Test func withoutARunThereAreNone() throws {
    let town = try YangkouRunTests.Town(enterprises: 3)
    let answer = try town.engine.ask(
      "义务 统计 数 = 数量()", script: town.script, asOf: YangkouRunTests.Town.day)
    #expect(answer.tables.first?.rows == [[.number(Rational(0))]])
    #expect(answer.asksOutcomes && answer.ledgerAsOf == nil)
  }
}
