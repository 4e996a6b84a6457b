import Testing
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("Budgets")
struct BudgetTests {
  static let list = ValueType.list(.number)
  static let table = ValueType.map(.text, .number)
  static let forever = Core.bool(true)

  /// Counts slot 0 up to a bound: 2 + 2 × bound steps.
  static func counting(to bound: Int) -> [Step] {
    [
      .set(0, .whole(0)),
      .loop(
        .compare(.variable(0), .less, .whole(bound)), [.set(0, .add(.variable(0), .whole(1)))],
        at: 7),
    ]
  }

  @Test("A run that takes exactly its steps ends well; with one less it does not")
  func steps() {
    var workshop = Workshop()
    workshop.budget = Budget(steps: 22)
    let enough = workshop.run([.number], Self.counting(to: 10))
    #expect(enough.code == nil && enough.steps == 22)
    workshop.budget = Budget(steps: 21)
    let less = workshop.run([.number], Self.counting(to: 10))
    #expect(less.code == "E0801")
  }

  @Test("The same for bytes, which are counted before something is made")
  func bytes() {
    let body: [Step] = [.set(0, .list([.whole(1), .whole(2)]))]
    var workshop = Workshop()
    workshop.budget = Budget(bytes: 32 + 2 * 32)
    #expect(workshop.run([Self.list], body).bytes == 96)
    workshop.budget = Budget(bytes: 95)
    let less = workshop.run([Self.list], body)
    #expect(less.code == "E0802" && less.origin == place(0))
  }

  @Test("The same for rows")
  func rows() {
    var workshop = Workshop()
    for index in 0..<3 { workshop.store.add("企业", ["名称": .text("\(index)")]) }
    let firm = ValueType.record(Village.firms)
    let query = Core(
      .query(Query(source: .rows(.all(Village.firms), nil), binding: .variable(1))), .list(firm))
    workshop.budget = Budget(rows: 3)
    #expect(workshop.run([.list(firm), firm], [.set(0, query)]).code == nil)
    workshop.budget = Budget(rows: 2)
    #expect(workshop.run([.list(firm), firm], [.set(0, query)]).code == "E0803")
  }

  @Test("The same for depth; the calls that led there are told")
  func depth() {
    // f(n) = n = 0 ? 0 : f(n − 1): takes n + 1 calls.
    var workshop = Workshop()
    workshop.program.functions = [
      Procedure(
        name: "减", slots: [Slot(name: "n", type: .number(unit: ""))], parameterCount: 1,
        result: .number(unit: ""),
        body: [
          .when(.compare(.variable(0), .equal, .whole(0)), [.giveBack(.whole(0))]),
          .giveBack(.call(0, [.arithmetic(.subtract, .variable(0), .whole(1))])),
        ], origin: nowhere)
    ]
    workshop.budget = Budget(depth: 5)
    #expect(workshop.run([], [.giveBack(.call(0, [.whole(4)]))], result: .number).code == nil)
    let deep = workshop.run([], [.giveBack(.call(0, [.whole(5)]))], result: .number)
    #expect(deep.code == "E0804" && deep.calls.count == 5)
  }

  @Test("The clock is looked at while statements run")
  func time() {
    var workshop = Workshop()
    let loop: [Step] = [.loop(Self.forever, [.set(0, .whole(1))])]
    workshop.budget = Budget(time: .seconds(1), elapsed: { .seconds(1) })
    workshop.budget.steps = 5_000
    #expect(workshop.run([.number], loop).code == "E0801")
    workshop.budget = Budget(time: .seconds(1), elapsed: { .seconds(2) })
    #expect(workshop.run([.number], loop).code == "E0805")
  }

  @Test("A cancelled run ends at its next look")
  func cancelled() {
    let cancellation = Cancellation()
    cancellation.cancel()
    let procedure = Procedure(
      name: "", slots: [Slot(name: "x", type: .number(unit: ""))],
      body: [.loop(Self.forever, [.set(0, .whole(1))])], origin: nowhere)
    let workshop = Workshop()
    #expect(
      workshop.report(ReferenceInterpreter.self, procedure, [], cancellation).code == "E0806")
    #expect(workshop.report(FastInterpreter.self, procedure, [], cancellation).code == "E0806")
  }

  struct Hostile: CustomTestStringConvertible {
    var name: String
    var slots: [ValueType]
    var body: [Step]
    var testDescription: String { name }
  }

  static let hostile: [Hostile] = [
    Hostile(
      name: "a text doubled over and over", slots: [.text],
      body: [
        .set(0, .text("安全")),
        .loop(forever, [.set(0, .join(.variable(0, .text), .variable(0, .text)))]),
      ]),
    Hostile(
      name: "a list put into itself", slots: [.list(list), list],
      body: [
        .set(1, .list([.whole(1)])), .set(0, Core(.list([]), .list(list))),
        .loop(
          forever,
          [
            .set(
              0,
              Core(
                .builtin(.append, [.variable(0, .list(list)), .variable(1, list)]), .list(list))),
            .set(1, .builtin(.append, .variable(1, list), .whole(1), type: list)),
          ]),
      ]),
    Hostile(
      name: "a huge range", slots: [list],
      body: [.set(0, .builtin(.range, .whole(1), .whole(.max), type: list))]),
    Hostile(
      name: "a replacement that explodes", slots: [.text],
      body: [
        .set(0, .text("甲甲甲甲甲甲甲甲")),
        .loop(
          forever,
          [
            .set(
              0,
              .builtin(.replace, .variable(0, .text), .text("甲"), .variable(0, .text), type: .text))
          ]),
      ]),
    Hostile(
      name: "a map without end", slots: [table, .number],
      body: [
        .set(0, Core(.map([]), table)), .set(1, .whole(0)),
        .loop(
          forever,
          [
            .setPart(
              0, [.element(.builtin(.toText, .variable(1), type: .text))], .variable(1)),
            .set(1, .add(.variable(1), .whole(1))),
          ]),
      ]),
  ]

  @Test("Hostile statements end in the budget of bytes", arguments: hostile)
  func hostileStatementsEnd(_ one: Hostile) {
    var workshop = Workshop()
    workshop.budget = Budget(steps: 1_000_000, bytes: 200_000)
    #expect(workshop.run(one.slots, one.body).code == "E0802")
  }

  /// Sets that copied their container would take as many bytes as its square: nobody would see this test end.
  @Test("A list and a map of 100,000 take 100,000 sets")
  func setsAreInPlace() {
    var workshop = Workshop()
    workshop.budget = Budget(steps: 10_000_000, bytes: 256 << 20)
    let report = workshop.run(
      [.number, Self.list, Self.table],
      [
        .set(0, .whole(0)),
        .set(1, .builtin(.range, .whole(1), .whole(100_000), type: Self.list)),
        .set(2, Core(.map([]), Self.table)),
        .loop(
          .compare(.variable(0), .less, .whole(100_000)),
          [
            .set(0, .add(.variable(0), .whole(1))),
            .setPart(1, [.element(.variable(0))], .whole(7)),
            .setPart(
              2, [.element(.builtin(.toText, .variable(0), type: .text))], .variable(0)),
          ]),
        .giveBack(
          .builtin(
            .length, .builtin(.keys, .variable(2, Self.table), type: .list(.text)), type: .number)),
      ], result: .number)
    #expect(report.result == .number(100_000))
  }

  @Test("What is added in place counts alone")
  func inPlace() {
    let body: [Step] = [
      .set(1, .list([])), .set(0, .whole(0)),
      .loop(
        .compare(.variable(0), .less, .whole(100)),
        [
          .set(1, .builtin(.append, .variable(1, Self.list), .variable(0), type: Self.list)),
          .set(0, .add(.variable(0), .whole(1))),
        ]),
    ]
    #expect(Workshop().run([.number, Self.list], body).bytes == 32 + 100 * 32)
  }
}
