import Testing
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// What the fast interpreter carries out by fewer nodes than it was written in. `Workshop.run` compares everything with the reference interpreter.
@Suite("Statements in one node")
struct FusedTests {
  static let numbers: [Rational?] = [
    nil, Rational(0), Rational(1), Rational(-1), Rational(7), Rational(-7), Rational(40),
    Rational(7, over: 2), Rational(-7, over: 3), Rational(.max), Rational(.min + 1),
    Rational(1 << 61), Rational(-(1 << 62)), Rational(.max, over: 3),
  ]

  static func constant(_ number: Rational?) -> Core {
    .constant(number.map { .number($0) }, .number)
  }

  static func argument(_ number: Rational?) -> Value? { number.map { .number($0) } }

  @Test("Sums, differences and products of variables and constants", arguments: numbers.indices)
  func moves(index: Int) {
    let left = Self.numbers[index]
    for right in Self.numbers {
      for operation in [BinaryOperator.add, .subtract, .multiply, .divide] {
        let body: [Step] = [
          .set(2, .arithmetic(operation, .variable(0), .variable(1)), at: 1),
          .set(3, .arithmetic(operation, .variable(0), Self.constant(right)), at: 2),
          .set(4, .arithmetic(operation, .variable(2), .variable(3)), at: 3),
          .set(0, .arithmetic(operation, .variable(0), .variable(0)), at: 4),
          .show(.variable(0), .variable(2), .variable(3), .variable(4)),
        ]
        _ = Workshop().run(
          Array(repeating: .number, count: 5), body, [left, right].map(Self.argument))
      }
    }
  }

  @Test("取余 and 取整商", arguments: numbers.indices)
  func quotients(index: Int) {
    for right in Self.numbers {
      for function in [Builtin.remainder, .quotient] {
        _ = Workshop().run(
          [.number, .number],
          [.show(.builtin(function, .variable(0), .variable(1), type: .number))],
          [Self.numbers[index], right].map(Self.argument))
      }
    }
  }

  static let chains: [[(ComparisonOperator, Rational)]] = [
    [(.less, Rational(0)), (.less, Rational(5)), (.less, Rational(40))],
    [(.less, Rational(5)), (.less, Rational(0)), (.less, Rational(5))],
    [(.lessOrEqual, Rational(-7)), (.less, Rational(15, over: 2) ?? Rational(0))],
    [(.greater, Rational(7)), (.greaterOrEqual, Rational(0)), (.equal, Rational(-7))],
    [(.equal, Rational(1)), (.notEqual, Rational(7)), (.less, Rational(100))],
    [(.less, Rational(.max)), (.less, Rational(.min + 1))],
    [
      (.equal, Rational(1, over: 2) ?? Rational(0)),
      (.notEqual, Rational(1, over: 2) ?? Rational(0)),
    ],
  ]

  @Test(
    "Branches that ask the same variable, and one between them that asks another",
    arguments: chains.indices)
  func tiers(index: Int) {
    let chain = Self.chains[index]
    for number in Self.numbers {
      for stranger in [nil, 0, chain.count - 1] {
        var branches = chain.enumerated().map { place, test in
          Step.Branch(
            .compare(.variable(0), test.0, Self.constant(test.1)), [.giveBack(.whole(place))])
        }
        if let stranger {
          branches.insert(
            Step.Branch(.compare(.variable(1), .equal, .whole(1)), [.giveBack(.whole(99))]),
            at: stranger)
        }
        let tiers = Step(.branch(branches, otherwise: [.giveBack(.whole(-1))]), nowhere)
        _ = Workshop().run(
          [.number, .number], [tiers], [Self.argument(number), .number(2)], result: .number)
      }
    }
  }

  @Test("Steps that are taken together run out at the same place", arguments: 0..<14)
  func plainStepsRunOut(steps: Int) {
    var workshop = Workshop()
    workshop.budget = Budget(steps: steps)
    let body: [Step] = [
      .set(0, .whole(0), at: 1), .set(1, .whole(0), at: 2),
      .loop(
        .compare(.variable(0), .less, .whole(2)),
        [
          .set(0, .add(.variable(0), .whole(1)), at: 4),
          .set(1, .add(.variable(1), .variable(0)), at: 5),
          .set(2, .variable(1), at: 6),
        ], at: 3),
      .show(.variable(1)),
    ]
    let report = workshop.run([.number, .number, .number], body)
    #expect((report.code == nil) == (steps >= 12))
  }

  @Test("A map by texts: keys that come again, are new, or are written in another normal form")
  func keys() {
    let table = ValueType.map(.text, .number)
    let words = ["隐患", "检查", "隐患", "e\u{301}", "é", "检查", "一个比十五个字节长得多的键", "一个比十五个字节长得多的键"]
    let body: [Step] = [
      .set(0, Core(.map([]), table), at: 1),
      .forEach(
        1, .list(words.map { Core.text($0) }, of: .text),
        [
          .setPart(
            0, [.element(.variable(1, .text))],
            .add(
              .builtin(
                .coalesce, .element(.variable(0, table), .variable(1, .text), .number), .whole(0),
                type: .number), .whole(1)), at: 3),
          .set(2, .variable(0, table), at: 4),
        ], at: 2),
      .show(.variable(0, table), .element(.variable(2, table), .text("检查"), .number)),
    ]
    let report = Workshop().run([table, .text, table], body)
    #expect(report.shown.first?.items.last?.value == .number(2))
  }

  @Test("Texts of texts and numbers, known and unknown")
  func texts() {
    let body: [Step] = [
      .set(2, .join(.text("第"), .variable(0), .text("条"), .variable(1, .text))),
      .set(2, .join(.variable(2, .text), .variable(0), .variable(1, .text))),
      .show(.variable(2, .text), .builtin(.length, .variable(2, .text), type: .number)),
    ]
    for number in Self.numbers {
      for text in ["", "e\u{301}\r\n", "安全生产，人人有责", "👨‍👩‍👧", nil] {
        _ = Workshop().run(
          [.number, .text, .text], body, [Self.argument(number), text.map { .text($0) }])
      }
    }
  }
}
