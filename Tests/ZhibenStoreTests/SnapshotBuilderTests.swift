import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@Suite struct SnapshotBuilderTests {
  @Test func recordsBecomeColumns() throws {
    var builder = SnapshotBuilder(schema: Sample.schema)
    let person = try builder.add(to: "人员", ["姓名": .text("张三")], recordedOn: .iso("2024-05-06"))
    let plant = try builder.add(
      to: "enterprise",
      [
        "名称": .text("张三"), "等级": .enumeration(EnumID(0), 2), "从业人数": .number(Rational(12)),
        "产值": Rational(3, over: 2).map { .number($0) }, "有限空间": .bool(false),
        "投产日期": .date(.iso("2024-03-01")), "主要负责人": .record(Sample.person, person),
        "安全员": .list([.record(Sample.person, person)]), "行业": .list([]), "曾用名": nil,
      ], rowID: 40)
    let snapshot = builder.snapshot(dataVersion: 7)
    let expected: [(field: String, value: String)] = [
      ("名称", "张三"), ("等级", "C"), ("从业人数", "12"), ("产值", "1.5"), ("有限空间", "否"),
      ("投产日期", "2024-03-01"), ("主要负责人", "#0"), ("安全员", "[#0]"), ("行业", "[]"),
      ("曾用名", "–"), ("统一社会信用代码", "–"),
    ]
    for (field, value) in expected {
      #expect(try snapshot.values("企业", field) == [value], "\(field)")
    }
    #expect(plant == 0)
    #expect(snapshot[Sample.enterprise].rowIDs == [40])
    #expect(snapshot[Sample.person].recordedOn == [Int64(CivilDate.iso("2024-05-06").days)])
    #expect(snapshot.symbols == ["张三"])
    #expect(snapshot.dataVersion == 7)
  }

  /// What is set, in this order, and the timeline that comes of it.
  @Test(arguments: [
    ([(nil, 1)], ""),
    ([("2024-03-01", 1)], "… A; 2024-03-01 B"),
    ([("2024-03-01", 1), ("2024-05-01", 2)], "… A; 2024-03-01 B; 2024-05-01 C"),
    ([("2024-05-01", 2), ("2024-03-01", 1)], "… A; 2024-03-01 B; 2024-05-01 C"),
    ([("2024-03-01", 1), ("2024-03-01", 3)], "… A; 2024-03-01 D"),
    ([("2024-03-01", 1), (nil, 2)], ""),
  ])
  func timelines(_ steps: [(String?, Int)], _ expected: String) throws {
    var builder = SnapshotBuilder(schema: Sample.schema)
    try builder.add(to: "企业", ["等级": .enumeration(EnumID(0), 0)])
    for (day, grade) in steps {
      try builder.set(
        "企业", 0, "等级", to: .enumeration(EnumID(0), grade), from: day.map { .iso($0) })
    }
    #expect(try builder.snapshot().timeline("企业", 0, "等级") == expected)
  }

  @Test func wrongFactsAreRefusedAndLeaveNothing() throws {
    var builder = SnapshotBuilder(schema: Sample.schema)
    typealias Problem = SnapshotBuilder.Problem
    let tooFine = try #require(Rational(1, over: 3))
    let cases: [(Problem, String, [String: Value?])] = [
      (.noRegister("车辆"), "车辆", [:]),
      (.noField(register: "人员", field: "工龄"), "人员", ["工龄": nil]),
      (.wrongValue(register: "人员", field: "姓名"), "人员", ["姓名": .bool(true)]),
      (.wrongValue(register: "企业", field: "行业"), "企业", ["行业": .text("机械")]),
      (.wrongValue(register: "企业", field: "产值"), "企业", ["产值": .number(tooFine)]),
      (.wrongValue(register: "企业", field: "从业人数"), "企业", ["从业人数": .number(tooFine)]),
      (.wrongValue(register: "企业", field: "等级"), "企业", ["等级": .enumeration(EnumID(1), 0)]),
    ]
    for (problem, register, values) in cases {
      #expect(throws: problem) { try builder.add(to: register, values) }
    }
    #expect(throws: Problem.noRecord(register: "人员", position: 3)) {
      try builder.set("人员", 3, "姓名", to: nil)
    }
    try builder.add(to: "人员", rowID: 5)
    #expect(throws: Problem.rowIDNotAscending(register: "人员", rowID: 5)) {
      try builder.add(to: "人员", rowID: 5)
    }
    #expect(builder.snapshot().tables.map(\.count) == [0, 1, 0])
  }

  /// Equal texts have equal numbers, others do not, also after the table has grown.
  @Test func symbolsAreUnique() {
    var table = SymbolTable()
    var generator = SplitMix64(seed: 4)
    var expected: [String: Int64] = [:]
    for _ in 0..<5000 {
      let text =
        String(repeating: "企", count: Int.random(in: 0...3, using: &generator))
        + String(Int.random(in: 0...900, using: &generator))
      let number = table.intern(text)
      #expect(expected[text] == nil || expected[text] == number)
      expected[text] = number
    }
    #expect(table.count == expected.count)
    let symbols = table.symbols
    #expect(expected.allSatisfy { symbols[Int($0.value)] == $0.key })
  }
}
