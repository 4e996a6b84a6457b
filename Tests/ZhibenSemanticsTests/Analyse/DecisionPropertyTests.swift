import Testing
import ZhibenCalendar
import ZhibenSyntax

@testable import ZhibenSemantics

/// What the analyses decide, held against trying all values.
@Suite struct DecisionPropertyTests {
  // MARK: - Tables

  /// Two keys with few values that matter: every label is tried on every one of them.
  @Test(arguments: 0..<300) func tablesAgreeWithTryingEveryCase(_ seed: Int) throws {
    var random = SplitMix64(state: UInt64(seed))
    let table = Table.random(&random)
    let result = try #require(table.tiers.analysed())
    var reached: Set<Int> = []
    var isCovered = true
    for case let values in table.samples {
      if let line = table.lines.firstIndex(where: { table.holds($0, values) }) {
        reached.insert(line)
      } else {
        isCovered = false
      }
    }
    #expect(result.unreachable.map(\.line) == table.lines.indices.filter { !reached.contains($0) })
    #expect((result.uncovered == nil) == isCovered)
  }

  struct Table {
    var keys: [ValueType]
    var lines: [[KeyTest]]

    static let grades = EnumID(0)
    static let schema = Schema(
      registers: [
        RegisterSchema(
          name: "企业", table: "enterprise",
          fields: [
            FieldSchema(name: "人数", column: "a", type: .integer),
            FieldSchema(name: "产值", column: "b", type: .number(unit: "")),
            FieldSchema(name: "等级", column: "c", type: .enumeration(grades)),
            FieldSchema(name: "高危", column: "d", type: .bool),
          ])
      ],
      enumerations: [EnumSchema(name: "等级", values: ["A", "B", "C", "D"], isOrdered: true)])

    static let types: [ValueType] = [
      .number(unit: ""), .number(unit: ""), .enumeration(grades), .bool,
    ]
    /// Which field each key is.
    var fields: [Int]

    static func random(_ random: inout SplitMix64) -> Table {
      let fields = (0..<Int.random(in: 1...2, using: &random)).map { _ in
        Int.random(in: 0..<4, using: &random)
      }
      let lines = (0..<Int.random(in: 1...6, using: &random)).map { _ in
        fields.map { field -> KeyTest in
          if Int.random(in: 0..<5, using: &random) == 0 { return .any }
          return .alternatives(
            (0..<Int.random(in: 1...2, using: &random)).map { _ in atom(field, &random) })
        }
      }
      return Table(keys: fields.map { types[$0] }, lines: lines, fields: fields)
    }

    private static func atom(_ field: Int, _ random: inout SplitMix64) -> KeyTest.Atom {
      func value() -> Value {
        switch field {
        case 2: .enumeration(grades, Int.random(in: 0..<4, using: &random))
        case 3: .bool(Bool.random(using: &random))
        default: .number(Rational(Int.random(in: 0...4, using: &random)))
        }
      }
      let operations: [ComparisonOperator] = [.less, .lessOrEqual, .greater, .greaterOrEqual]
      switch Int.random(in: 0..<(field == 3 ? 1 : 4), using: &random) {
      case 0: return .equal(value())
      case 1:
        let (a, b) = (value(), value())
        return Table.place(a) <= Table.place(b) ? .range(a, b) : .range(b, a)
      default: return .compare(operations.randomElement(using: &random) ?? .less, value())
      }
    }

    var tiers: Tiers {
      let origin = Origin(source: 0, span: Span(0, 0))
      let register = RegisterID(0)
      let record = Core(.record(frame: 0), .record(register), origin)
      return Tiers(
        schema: Self.schema,
        keys: fields.map {
          Core(.field(record, FieldRef(register, $0)), Self.types[$0], origin)
        }, names: fields.map { Self.schema.registers[0].fields[$0].name }, lines: lines)
    }

    /// Every combination of values: halves where numbers need not be whole.
    var samples: [[Rational]] {
      fields.reduce([[]]) { tuples, field in
        let values: [Rational] =
          switch field {
          case 0: (-1...5).map { Rational($0) }
          case 1: (-2...10).compactMap { Rational($0, over: 2) }
          case 2: (0..<4).map { Rational($0) }
          default: [Rational(0), Rational(1)]
          }
        return tuples.flatMap { tuple in values.map { tuple + [$0] } }
      }
    }

    static func place(_ value: Value) -> Rational {
      switch value {
      case .number(let number): number
      case .enumeration(_, let position): Rational(position)
      case .bool(let truth): Rational(truth ? 1 : 0)
      default: Rational(0)
      }
    }

    func holds(_ line: [KeyTest], _ values: [Rational]) -> Bool {
      zip(line, values).allSatisfy { test, value in
        guard case .alternatives(let atoms) = test else { return true }
        return atoms.contains { atom in
          switch atom {
          case .equal(let other): value == Self.place(other)
          case .range(let a, let b): Self.place(a) <= value && value <= Self.place(b)
          case .compare(.less, let other): value < Self.place(other)
          case .compare(.lessOrEqual, let other): value <= Self.place(other)
          case .compare(.greater, let other): value > Self.place(other)
          case .compare(_, let other): value >= Self.place(other)
          }
        }
      }
    }
  }

  // MARK: - Conditions

  /// Three-valued conditions over four fields: boxes hold exactly the cases in which the condition holds, blanks included.
  @Test(arguments: 0..<2) func boxesAgreeWithTryingEveryCase(_ seed: Int) throws {
    var random = SplitMix64(state: UInt64(100 + seed))
    let texts = (0..<60).map { _ in Self.condition(3, &random) }
    let scopes = texts.enumerated().map { "范围 试\($0) = 企业 其中 \($1)\n" }.joined()
    let program = try Fixture.program(scopes)
    let fields = ["高危", "等级", "人数", "关停日"].compactMap { name in
      program.schema.registers.first { $0.name == "企业" }?.fields.firstIndex { $0.name == name }
    }
    for (scope, text) in zip(program.scopes, texts) {
      let constraints = Constraints(program)
      let truths = constraints.truths(scope.condition)
      let (yes, no) = (try #require(truths.yes), try #require(truths.no))
      for values in Self.cases {
        let row = Dictionary(uniqueKeysWithValues: zip(fields, values))
        let expected = Self.judge(scope.condition, row)
        let found = [yes, no].map { regions in
          regions.contains { constraints.holds($0, row) }
        }
        #expect(found == [expected == true, expected == false], "\(text) \(values)")
      }
      // What a region's subtraction leaves is what the condition does not hold for.
      let rest = try #require(constraints.without([.everything], yes))
      for values in Self.cases {
        let row = Dictionary(uniqueKeysWithValues: zip(fields, values))
        #expect(
          rest.contains { constraints.holds($0, row) }
            == (Self.judge(scope.condition, row) != true),
          "\(text) \(values)")
      }
    }
  }

  private static func condition(_ depth: Int, _ random: inout SplitMix64) -> String {
    if depth == 0 || Int.random(in: 0..<4, using: &random) == 0 {
      let number = Int.random(in: 0...3, using: &random)
      let sign = ["<", "≤", ">", "≥", "=", "≠"].randomElement(using: &random) ?? "="
      let grade = ["A", "B", "C", "D"].randomElement(using: &random) ?? "A"
      let atoms = [
        "高危", "等级 \(sign) \(grade)", "等级 属于 {\(grade)、C}", "人数 \(sign) \(number)",
        "人数 介于 \(number) 与 \(number + 1)", "关停日 \(sign) 2024年1月\(number + 1)日", "关停日 为空",
        "等级 为空", "人数 不为空",
      ]
      return atoms.randomElement(using: &random) ?? "高危"
    }
    let (a, b) = (condition(depth - 1, &random), condition(depth - 1, &random))
    switch Int.random(in: 0..<3, using: &random) {
    case 0: return "（\(a)）且（\(b)）"
    case 1: return "（\(a)）或（\(b)）"
    default: return "非（\(a)）"
    }
  }

  /// Every combination of values that a condition can tell apart; nil is blank.
  private static let cases: [[Rational?]] = {
    let day = CivilDate(year: 2024, month: 1, day: 1)?.days ?? 0
    let values: [[Rational?]] = [
      [nil, Rational(0), Rational(1)], [nil] + (0..<4).map { Rational($0) },
      [nil] + (-1...5).map { Rational($0) },
      [nil] + (-1...4).map { Rational(Int(day) + $0) },
    ]
    return values.reduce([[]]) { tuples, values in
      tuples.flatMap { tuple in values.map { tuple + [$0] } }
    }
  }()

  /// A plain Kleene evaluator.
  private static func judge(_ core: Core, _ row: [Int: Rational?]) -> Bool? {
    switch core.node {
    case .constant(.bool(let truth)?): return truth
    case .and(let parts):
      let truths = parts.map { judge($0, row) }
      return truths.contains(false) ? false : truths.contains(nil) ? nil : true
    case .or(let parts):
      let truths = parts.map { judge($0, row) }
      return truths.contains(true) ? true : truths.contains(nil) ? nil : false
    case .not(let inner): return judge(inner, row).map { !$0 }
    case .field: return value(core, row).map { $0 == Rational(1) }
    case .isEmpty(let inner): return value(inner, row) == nil
    case .isIn(let inner, let list, _):
      guard let value = value(inner, row) else { return nil }
      return list.contains { self.value($0, row) == value }
    case .between(let inner, let low, let high):
      guard let value = value(inner, row), let low = self.value(low, row),
        let high = self.value(high, row)
      else { return nil }
      return low <= value && value <= high
    case .compare(let operation, let a, let b):
      guard let a = value(a, row), let b = value(b, row) else { return nil }
      return switch operation {
      case .equal: a == b
      case .notEqual: a != b
      case .less: a < b
      case .lessOrEqual: a <= b
      case .greater: a > b
      default: a >= b
      }
    default:
      Issue.record("a condition that the test does not know: \(core.node)")
      return nil
    }
  }

  private static func value(_ core: Core, _ row: [Int: Rational?]) -> Rational? {
    switch core.node {
    case .field(_, let ref): row[ref.field] ?? nil
    case .constant(.date(let day)?): Rational(Int(day.days))
    case .constant(let value?): Table.place(value)
    default: nil
    }
  }
}

extension Constraints {
  /// Whether a row is one of the box's cases.
  fileprivate func holds(_ region: Region, _ row: [Int: Rational?]) -> Bool {
    region.sides.allSatisfy { side in
      guard case .field(_, let ref) = variables[side.variable].core.node,
        let value = row[ref.field] ?? nil
      else { return side.set.holdsBlank }
      return side.set.contains(value)
    }
  }
}
