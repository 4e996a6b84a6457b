import OrderedCollections
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("Statements")
struct StatementTests {
  /// Adds one to slot 0.
  static let count = Step.set(0, .add(.variable(0), .whole(1)))
  static func below(_ bound: Int) -> Core { .compare(.variable(0), .less, .whole(bound)) }

  struct Case: CustomTestStringConvertible {
    var name: String
    var slots: [ValueType] = [.number, .number]
    var body: [Step]
    var result: Value?
    /// As documented at `Meter`.
    var steps: Int
    var undecided = 0
    var testDescription: String { name }
  }

  static let cases: [Case] = [
    Case(
      name: "a slot is unknown until it is set", body: [.giveBack(.variable(0))], result: nil,
      steps: 1),
    Case(
      name: "令", body: [.set(0, .whole(3)), .giveBack(.variable(0))], result: .number(3), steps: 2),
    Case(
      name: "nothing is done behind 返回", body: [.giveBack(.whole(1)), .giveBack(.whole(2))],
      result: .number(1), steps: 1),
    Case(
      name: "the first branch that is true",
      body: [
        Step(
          .branch(
            [
              Step.Branch(.bool(false), [.set(0, .whole(1))]),
              Step.Branch(.bool(true), [.set(0, .whole(2))]),
              Step.Branch(.bool(true), [.set(0, .whole(3))]),
            ], otherwise: [.set(0, .whole(4))]), nowhere), .giveBack(.variable(0)),
      ], result: .number(2), steps: 3),
    Case(
      name: "否则",
      body: [
        .when(.bool(false), [.set(0, .whole(1))], [.set(0, .whole(4))]), .giveBack(.variable(0)),
      ],
      result: .number(4), steps: 3),
    Case(
      name: "an unknown branch ends the search and is noted",
      body: [
        Step(
          .branch(
            [
              Step.Branch(.bool(nil), [.set(0, .whole(1))]),
              Step.Branch(.bool(true), [.set(0, .whole(2))]),
            ], otherwise: [.set(0, .whole(4))]), nowhere), .giveBack(.variable(0)),
      ], result: nil, steps: 2, undecided: 1),
    Case(
      name: "循环: a step for each round and statement",
      body: [.set(0, .whole(0)), .loop(below(3), [count]), .giveBack(.variable(0))],
      result: .number(3), steps: 3 + 3 * 2),
    Case(
      name: "跳出 and 继续",
      body: [
        .set(0, .whole(0)), .set(1, .whole(0)),
        .loop(
          .bool(true),
          [
            count, .when(.compare(.variable(0), .equal, .whole(2)), [Step(.continueLoop, nowhere)]),
            .when(.compare(.variable(0), .greater, .whole(4)), [Step(.breakLoop, nowhere)]),
            .set(1, .add(.variable(1), .variable(0))),
          ]), .giveBack(.variable(1)),
      ], result: .number(1 + 3 + 4), steps: 3 + 5 * 3 + 4 * 1 + 1 + 1 + 3 + 1),
    Case(
      name: "返回 out of loops",
      body: [
        .loop(
          .bool(true),
          [.forEach(0, .list([.whole(1), .whole(2)]), [.giveBack(.variable(0))])])
      ], result: .number(1), steps: 4 + 1),
    Case(
      name: "对每个 takes the list as it is",
      slots: [.number, .list(.number), .number],
      body: [
        .set(1, .list([.whole(1), .whole(2)])), .set(2, .whole(0)),
        .forEach(
          0, .variable(1, .list(.number)),
          [
            .set(
              1, .builtin(.append, .variable(1, .list(.number)), .whole(9), type: .list(.number))),
            .set(2, .add(.variable(2), .variable(0))),
          ]),
        .giveBack(
          .add(
            .variable(2), .builtin(.length, .variable(1, .list(.number)), type: .number))),
      ], result: .number(3 + 4), steps: 4 + 2 * 3),
    Case(
      name: "对每个 over an unknown list does nothing and is noted",
      slots: [.number],
      body: [.forEach(0, .unknown(.list(.number)), [.giveBack(.whole(1))]), .giveBack(.whole(2))],
      result: .number(2), steps: 2, undecided: 1),
    Case(
      name: "an unknown element is unknown", slots: [.number, .bool],
      body: [
        .forEach(
          0, .list([.unknown(.number)]), [.set(1, Core(.isEmpty(.variable(0))))]),
        .giveBack(.variable(1, .bool)),
      ], result: .bool(true), steps: 2 + 2),
    Case(
      name: "overflow is unknown, as in rules",
      body: [
        .set(0, .whole(.max)), .giveBack(.add(.variable(0), .whole(1))),
      ], result: nil, steps: 2),
    Case(
      name: "so is the number without a counterpart",
      body: [
        .set(0, .whole(-.max)), .giveBack(.arithmetic(.subtract, .variable(0), .whole(1))),
      ], result: nil, steps: 2),
    Case(
      name: "division by zero is unknown",
      body: [.set(0, .whole(0)), .giveBack(.arithmetic(.divide, .whole(1), .variable(0)))],
      result: nil, steps: 2),
    Case(
      name: "shares are exact",
      body: [
        .set(0, .arithmetic(.divide, .whole(1), .whole(3))),
        .giveBack(.arithmetic(.multiply, .variable(0), .whole(3))),
      ], result: .number(1), steps: 2),
  ]

  @Test("What statements do and cost", arguments: cases)
  func statements(_ one: Case) {
    var type = ValueType.number(unit: "")
    if case .giveBack(let core?)? = one.body.last?.node { type = core.type }
    let report = Workshop().run(one.slots, one.body, result: type)
    #expect(report.code == nil)
    #expect(report.result == one.result)
    #expect(report.steps == one.steps)
    #expect(report.undecided.reduce(0) { $0 + $1.count } == one.undecided)
  }

  // MARK: - Parts of values

  static let table = ValueType.map(.text, .number)
  static let nested = ValueType.map(.text, .list(.number))

  struct PartCase: CustomTestStringConvertible {
    var name: String
    var type: ValueType
    var start: Core?
    var path: [Step.PathPart]
    var value: Core = .whole(7)
    var result: Value?
    var code: DiagnosticCode?
    var testDescription: String { name }
  }

  static let parts: [PartCase] = [
    PartCase(
      name: "a map takes a new key", type: table, start: Core(.map([]), table),
      path: [.element(.text("甲"))], result: .map([.text("甲"): .number(7)])),
    PartCase(
      name: "and keeps the place of an old one", type: table,
      start: Core(.map([.text("甲"), .whole(1), .text("乙"), .whole(2)]), table),
      path: [.element(.text("甲"))], result: .map([.text("甲"): .number(7), .text("乙"): .number(2)])),
    PartCase(
      name: "what is unknown becomes an unknown element", type: table,
      start: Core(.map([]), table), path: [.element(.text("甲"))], value: .unknown(.number),
      result: .map([.text("甲"): .unknown])),
    PartCase(
      name: "a list takes a position it has", type: .list(.number),
      start: .list([.whole(1), .whole(2)]), path: [.element(.whole(2))], result: .numbers(1, 7)),
    PartCase(
      name: "and no other", type: .list(.number), start: .list([.whole(1)]),
      path: [.element(.whole(2))], code: "E0813"),
    PartCase(
      name: "nor the one before the first", type: .list(.number), start: .list([.whole(1)]),
      path: [.element(.whole(0))], code: "E0813"),
    PartCase(
      name: "an unknown key names no part", type: table, start: Core(.map([]), table),
      path: [.element(.unknown(.text))], code: "E0813"),
    PartCase(
      name: "an unknown variable has no part", type: table, path: [.element(.text("甲"))],
      code: "E0813"),
    PartCase(
      name: "a part of a part", type: nested,
      start: Core(.map([.text("甲"), .list([.whole(1), .whole(2)])]), nested),
      path: [.element(.text("甲")), .element(.whole(1))],
      result: .map([.text("甲"): .numbers(7, 2)])),
    PartCase(
      name: "a field of a structure",
      type: .structure([StructureField("甲", .number), StructureField("乙", .number)]),
      start: Core(
        .structure([.whole(1), .unknown(.number)]),
        .structure([StructureField("甲", .number), StructureField("乙", .number)])),
      path: [.member(1)], result: .structure([.number(1), .number(7)])),
  ]

  @Test("Setting parts of values", arguments: parts)
  func setsParts(_ one: PartCase) {
    var body: [Step] = one.start.map { [.set(0, $0)] } ?? []
    body += [.setPart(0, one.path, one.value, at: 5), .giveBack(.variable(0, one.type))]
    let report = Workshop().run([one.type], body, result: one.type)
    #expect(report.result == one.result)
    #expect(report.code == one.code)
    if one.code != nil { #expect(report.origin == place(5)) }
  }

  @Test("What another variable holds does not change")
  func valuesAreValues() {
    let type = ValueType.list(.number)
    let report = Workshop().run(
      [type, type],
      [
        .set(0, .list([.whole(1)])), .set(1, .variable(0, type)),
        .set(0, .builtin(.append, .variable(0, type), .whole(2), type: type)),
        .setPart(0, [.element(.whole(1))], .whole(9)), .giveBack(.variable(1, type)),
      ], result: type)
    #expect(report.result == .numbers(1))
  }
}
