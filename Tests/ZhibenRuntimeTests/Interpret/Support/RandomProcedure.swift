import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// Makes random procedures over the village: statements of every kind, functions that call one another, and expressions of every node that stands only in
/// procedures. Every statement and expression has a place of its own.
struct RandomProcedure {
  static let firm = ValueType.record(Village.firms)
  static let row = ValueType.structure([
    StructureField("甲", .number), StructureField("乙", .text),
  ])
  static let table = ValueType.map(.text, .number)
  /// The variables of every procedure: parameters first.
  static let slots: [ValueType] = [
    .number, .text, .number, .bool, .text, .list(.number), table, .date, firm, .list(firm), row,
    .map(.text, .list(.number)), .list(.text), .number, firm,
  ]
  static let parameterCount = 2
  /// Set by questions and folds alone.
  private static let numberRow = 13
  private static let firmRow = 14
  /// What each function gives back.
  static let results: [ValueType] = [.number, .list(.number), .text]

  var rng: SeededGenerator
  private var places = 0
  private var inLoop = 0

  init(seed: UInt64) { rng = SeededGenerator(seed: seed) }

  private mutating func origin() -> Origin {
    places += 1
    return place(places)
  }

  private mutating func core(_ node: Core.Node, _ type: ValueType) -> Core {
    Core(node, type, origin())
  }

  // MARK: - Programs

  mutating func workshop() -> Workshop {
    var workshop = Workshop()
    for index in 0..<(2 + rng.below(4)) {
      workshop.store.add(
        "企业",
        [
          "名称": .text("厂\(index)"), "人数": rng.chance(70) ? .number(rng.below(9)) : nil,
          "在产": rng.chance(80) ? .bool(rng.chance(50)) : nil,
          "等级": rng.chance(80) ? Village.grade(rng.below(4)) : nil,
        ])
    }
    for _ in 0..<rng.below(5) {
      workshop.store.add(
        "隐患",
        [
          "企业": .record(Village.firms, rng.below(2)),
          "发现日期": rng.chance(80) ? .date(date("2024-06-\(10 + rng.below(15))")) : nil,
          "级别": rng.chance(80) ? Village.level(rng.below(2)) : nil,
        ])
    }
    for (index, result) in Self.results.enumerated() {
      workshop.program.functions.append(procedure("函数\(index)", result))
    }
    workshop.program.hostFunctions = [
      HostFunction(name: "外部", parameters: [.number], result: .number)
    ]
    workshop.hostFunctions = [
      { values in
        guard case .number(let number)?? = values.first else { return nil }
        if number == Rational(4) { throw Refusal() }
        return number.adding(Rational(1)).map { .number($0) }
      }
    ]
    workshop.budget = Budget(
      steps: rng.chance(50) ? 600 : 20 + rng.below(200),
      bytes: rng.chance(70) ? 100_000 : 500 + rng.below(4000),
      rows: rng.chance(80) ? 500 : rng.below(20), depth: 1 + rng.below(6))
    return workshop
  }

  struct Refusal: Error, CustomStringConvertible { var description: String { "拒绝" } }

  mutating func procedure(_ name: String, _ result: ValueType) -> Procedure {
    Procedure(
      name: name,
      slots: Self.slots.enumerated().map { Slot(name: "v\($0)", type: $1) },
      parameterCount: Self.parameterCount, result: result,
      body: start() + steps(3, result) + [step(.giveBack(make(result, 2)))], origin: origin())
  }

  /// Most variables are known from the start.
  private mutating func start() -> [Step] {
    Self.slots.indices.dropFirst(Self.parameterCount).compactMap { slot in
      rng.chance(75) ? step(.set(slot, make(Self.slots[slot], 1))) : nil
    }
  }

  // MARK: - Statements

  private mutating func step(_ node: Step.Node) -> Step { Step(node, origin()) }

  private mutating func steps(_ depth: Int, _ result: ValueType) -> [Step] {
    (0..<(1 + rng.below(4))).map { _ in statement(depth, result) }
  }

  private mutating func statement(_ depth: Int, _ result: ValueType) -> Step {
    switch depth <= 0 ? rng.below(9) : rng.below(24) {
    case 0, 1, 2:
      let slot = rng.below(Self.numberRow)
      return step(.set(slot, make(Self.slots[slot], 2)))
    case 3:
      let type = ValueType.list(.number)
      return step(
        .set(5, core(.builtin(.append, [core(.variable(5), type), make(.number, 1)]), type)))
    case 4:
      return step(
        .set(
          4, core(.text([core(.variable(4), .text), make(anyType(), 1), make(.number, 0)]), .text)))
    case 5: return setPart()
    case 6: return step(.show([.init(make(anyType(), 2), text: "甲")]))
    case 7: return rng.chance(40) ? step(.giveBack(make(result, 2))) : change()
    case 8:
      return inLoop > 0 ? step(rng.chance(50) ? .breakLoop : .continueLoop) : change()
    case 9, 10, 11:
      let branches = (0..<(1 + rng.below(2))).map { _ in
        Step.Branch(make(.bool, 2), steps(depth - 1, result))
      }
      return step(.branch(branches, otherwise: rng.chance(50) ? steps(depth - 1, result) : []))
    case 12, 13:
      inLoop += 1
      defer { inLoop -= 1 }
      let (slot, type) = rng.pick([(2, ValueType.number), (4, .text), (8, Self.firm)])
      return step(.forEach(slot, make(.list(type), 2), steps(depth - 1, result)))
    case 14, 15:
      inLoop += 1
      defer { inLoop -= 1 }
      let count = step(
        .set(2, core(.arithmetic(.add, core(.variable(2), .number), .whole(1)), .number)))
      let below = core(.compare(.less, core(.variable(2), .number), .whole(rng.below(9))), .bool)
      let condition = rng.chance(80) ? below : make(.bool, 2)
      return step(.loop(condition, [count] + steps(depth - 1, result)))
    case 16: return step(.assert(make(.bool, 2), message: rng.chance(50) ? make(.text, 1) : nil))
    case 17: return step(.asOf(make(.date, 1)))
    case 18: return step(.expect(expectation()))
    case 19:
      return step(.suppose([.change(change())], steps(depth - 1, result)))
    case 20: return step(.project(until: make(.date, 0), steps(depth - 1, result)))
    case 21: return step(.perform(call()))
    default: return change()
    }
  }

  private mutating func expectation() -> Step.Expectation {
    switch rng.below(3) {
    case 0: return .holds(make(.bool, 2))
    case 1:
      return .yields(
        make(.list(.number), 2), (0..<rng.below(3)).map { _ in make(.number, 0) })
    default: return .isEmpty(make(.list(Self.firm), 2))
    }
  }

  private mutating func setPart() -> Step {
    switch rng.below(4) {
    case 0: return step(.setPart(6, [.element(make(.text, 1))], make(.number, 2)))
    case 1: return step(.setPart(5, [.element(.whole(rng.below(4)))], make(.number, 2)))
    case 2:
      return rng.chance(50)
        ? step(.setPart(10, [.member(0)], make(.number, 2)))
        : step(.setPart(10, [.member(1)], make(.text, 2)))
    default:
      return rng.chance(50)
        ? step(.setPart(11, [.element(make(.text, 0))], make(.list(.number), 1)))
        : step(
          .setPart(
            11, [.element(make(.text, 0)), .element(.whole(1))], make(.number, 1)))
    }
  }

  private mutating func change() -> Step {
    func fields(_ names: [(String, Core)]) -> [Step.FieldValue] {
      names.map { Step.FieldValue(Village.field(Village.firms, $0.0).field, $0.1) }
    }
    switch rng.below(6) {
    case 0, 1:
      let name = rng.chance(90) ? Core.text("厂\(rng.below(8))") : make(.text, 1)
      return step(.insert(Village.firms, fields([("名称", name), ("人数", make(.number, 1))])))
    case 2:
      let level = Core.constant(Village.level(rng.below(2)), .enumeration(Village.levels))
      let firm = Village.field(Village.hazards, "企业").field
      return step(
        .insert(
          Village.hazards,
          [
            .init(firm, make(Self.firm, 0)),
            .init(Village.field(Village.hazards, "级别").field, level),
          ]))
    case 3, 4:
      let target = rng.chance(50) ? Self.firm : .list(Self.firm)
      return step(.update(make(target, 1), fields([("人数", make(.number, 1))])))
    default: return step(.delete(make(rng.chance(50) ? Self.firm : .list(Self.firm), 1)))
    }
  }

  // MARK: - Expressions

  private mutating func anyType() -> ValueType {
    rng.pick([
      .number, .number, .text, .bool, .date, .list(.number), Self.table, Self.row, Self.firm,
      .list(Self.firm), .list(.text),
    ])
  }

  private mutating func call() -> Core {
    let function = rng.below(Self.results.count)
    return core(.call(function, [make(.number, 1), make(.text, 1)]), Self.results[function])
  }

  mutating func make(_ type: ValueType, _ depth: Int) -> Core {
    if depth <= 0 || rng.chance(15) { return leaf(type) }
    if rng.chance(6) {
      return core(
        .conditional(make(.bool, depth - 1), make(type, depth - 1), make(type, depth - 1)), type)
    }
    if rng.chance(5) {
      return core(.builtin(.coalesce, [make(type, depth - 1), make(type, depth - 1)]), type)
    }
    if rng.chance(4) { return core(.at(make(type, depth - 1), day: make(.date, 0)), type) }
    switch type {
    case .number: return number(depth - 1)
    case .bool: return bool(depth - 1)
    case .text: return text(depth - 1)
    case .date:
      return core(.builtin(.addDays, [make(.date, depth - 1), make(.number, depth - 1)]), .date)
    case .list(.number): return numbers(depth - 1)
    case .list(.text):
      return core(.builtin(.split, [make(.text, depth - 1), .text(rng.pick(["", "厂"]))]), type)
    case .list(Self.firm): return firms(depth - 1)
    case Self.table:
      return core(
        .map([make(.text, depth - 1), make(.number, depth - 1), .text("甲"), make(.number, 0)]), type
      )
    case .map(.text, .list(.number)):
      return core(.map([make(.text, 0), make(.list(.number), depth - 1)]), type)
    case Self.row:
      return core(.structure([make(.number, depth - 1), make(.text, depth - 1)]), type)
    case Self.firm:
      return core(.element(make(.list(Self.firm), depth - 1), .whole(1 + rng.below(2))), type)
    default: return leaf(type)
    }
  }

  private mutating func leaf(_ type: ValueType) -> Core {
    let ways = Self.slots.indices.filter { Self.slots[$0] == type }
    if rng.chance(65), let slot = ways.randomElement(using: &rng) {
      return core(.variable(slot), type)
    }
    switch type {
    case .number:
      if rng.chance(8) { return .constant(nil, type) }
      return .whole(rng.chance(3) ? .max : rng.below(7) - 1)
    case .text: return .text(rng.pick(["甲", "乙", "厂1", ""]))
    case .bool: return .bool(rng.chance(10) ? nil : rng.chance(50))
    case .date: return rng.chance(50) ? .today : .day("2024-07-02")
    case .list(.number): return core(.list([]), type)
    case Self.firm:
      return rng.chance(70) ? .constant(Village.firm(rng.below(3)), type) : .unknown(type)
    case .list(Self.firm): return firms(0)
    case Self.table, .map: return core(.map([]), type)
    case Self.row: return core(.structure([.whole(1), .text("甲")]), type)
    default: return .unknown(type)
    }
  }

  private mutating func number(_ depth: Int) -> Core {
    switch rng.below(14) {
    case 0, 1, 2:
      let operation = rng.pick([BinaryOperator.add, .subtract, .multiply, .divide])
      return core(.arithmetic(operation, make(.number, depth), make(.number, depth)), .number)
    case 3: return core(.call(0, [make(.number, depth), make(.text, depth)]), .number)
    case 4: return core(.hostCall(0, [make(.number, depth)]), .number)
    case 5:
      return core(
        .builtin(.length, [make(rng.pick([.text, .list(.number), Self.table]), depth)]), .number)
    case 6: return core(.element(make(Self.table, depth), make(.text, depth)), .number)
    case 7: return core(.member(make(Self.row, depth), 0), .number)
    case 8: return core(.element(make(.list(.number), depth), make(.number, depth)), .number)
    case 9:
      return core(
        .fold(
          Fold(
            kind: rng.pick([.count, .sum, .maximum, .average, .distinct]),
            list: make(.list(.number), depth), slot: Self.numberRow,
            filter: rng.chance(50) ? make(.bool, depth) : nil,
            value: rng.chance(50) ? make(.number, depth) : nil)), .number)
    case 10:
      let row = Core(.record(frame: 2), Self.firm)
      let staff = Core.field(of: row, Village.field(Village.firms, "人数"), Village.schema)
      let filter =
        rng.chance(40)
        ? core(.compare(.greater, make(.number, depth), staff), .bool) : make(.bool, depth)
      return core(
        .aggregate(
          Aggregate(
            kind: rng.pick([.count, .sum]), rows: .all(Village.firms),
            filter: rng.chance(60) ? filter : nil, value: staff, frame: 2)), .number)
    case 11:
      return .field(
        of: make(Self.firm, depth), Village.field(Village.firms, "人数"), Village.schema)
    case 12:
      return core(
        .builtin(
          rng.pick([.quotient, .remainder, .maximum, .minimum]),
          [make(.number, depth), make(.number, depth)]), .number)
    default: return core(.builtin(.round, [make(.number, depth), .whole(rng.below(3))]), .number)
    }
  }

  private mutating func bool(_ depth: Int) -> Core {
    let operation = rng.pick([ComparisonOperator.less, .equal, .notEqual, .greaterOrEqual])
    switch rng.below(11) {
    case 0, 1, 2:
      return core(.compare(operation, make(.number, depth), make(.number, depth)), .bool)
    case 3:
      return core(
        .compare(rng.pick([.equal, .notEqual]), make(.text, depth), make(.text, depth)), .bool)
    case 4: return core(.and((0..<2).map { _ in make(.bool, depth) }), .bool)
    case 5: return core(.or((0..<2).map { _ in make(.bool, depth) }), .bool)
    case 6: return core(.isEmpty(make(anyType(), depth)), .bool)
    case 7: return core(.contains(make(.list(.number), depth), make(.number, depth)), .bool)
    case 8:
      return core(
        .between(make(.number, depth), make(.number, depth), make(.number, depth)), .bool)
    case 9:
      return core(
        .isIn(make(.number, depth), [make(.number, depth), .whole(2)], isOpen: rng.chance(30)),
        .bool)
    default:
      return core(
        .compare(.equal, make(.list(.number), depth), make(.list(.number), depth)), .bool)
    }
  }

  private mutating func text(_ depth: Int) -> Core {
    switch rng.below(6) {
    case 0, 1: return core(.text([make(anyType(), depth), make(.number, depth)]), .text)
    case 2: return core(.call(2, [make(.number, depth), make(.text, depth)]), .text)
    case 3:
      return core(.builtin(.slice, [make(.text, depth), .whole(1), make(.number, depth)]), .text)
    case 4:
      return core(.builtin(.replace, [make(.text, depth), .text("厂"), make(.text, depth)]), .text)
    default: return core(.builtin(.toText, [make(anyType(), depth)]), .text)
    }
  }

  private mutating func numbers(_ depth: Int) -> Core {
    let type = ValueType.list(.number)
    switch rng.below(7) {
    case 0: return core(.list((0..<rng.below(4)).map { _ in make(.number, depth) }), type)
    case 1: return core(.call(1, [make(.number, depth), make(.text, depth)]), type)
    case 2: return core(.builtin(.append, [make(type, depth), make(.number, depth)]), type)
    case 3:
      return core(
        .setOperation(rng.pick([.union, .minus, .both]), make(type, depth), make(type, depth)), type
      )
    case 4: return core(.builtin(.range, [.whole(1), make(.number, depth)]), type)
    case 5:
      return core(
        .query(
          Query(
            source: .list(make(type, depth)), binding: .variable(Self.numberRow),
            filter: rng.chance(60) ? make(.bool, depth) : nil,
            sort: rng.chance(50) ? [.init(make(.number, depth), isDescending: rng.chance(50))] : [],
            limit: rng.chance(30) ? rng.below(4) : nil,
            shape: rng.chance(30) ? .values(make(.number, depth)) : .rows)), type)
    default:
      return core(.builtin(rng.pick([.reversed, .unique, .runningSum]), [make(type, depth)]), type)
    }
  }

  private mutating func firms(_ depth: Int) -> Core {
    let inFrame = rng.chance(50)
    let row =
      inFrame ? Core(.record(frame: 2), Self.firm) : core(.variable(Self.firmRow), Self.firm)
    let staff = Core.field(of: row, Village.field(Village.firms, "人数"), Village.schema)
    let filter = core(.compare(.greaterOrEqual, staff, make(.number, depth)), .bool)
    return core(
      .query(
        Query(
          source: .rows(.all(Village.firms), nil),
          binding: inFrame ? .frame(2) : .variable(Self.firmRow),
          filter: rng.chance(60) ? filter : nil,
          sort: rng.chance(40) ? [.init(staff, isDescending: rng.chance(50))] : [],
          limit: rng.chance(30) ? rng.below(3) : nil)), .list(Self.firm))
  }
}
