import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("Conditions are three-valued (Time 7)")
struct EvaluateLogicTests {
  static let all: [Truth] = [.yes, .no, .unknown]
  static func core(_ truth: Truth) -> Core { .constant(truth.value) }

  @Test(
    "且",
    arguments: [
      (Truth.yes, [Truth.yes, .no, .unknown]), (.no, [.no, .no, .no]),
      (.unknown, [.unknown, .no, .unknown]),
    ])
  func and(left: Truth, expected: [Truth]) {
    let found = Self.all.map { Desk().truth(.and(Self.core(left), Self.core($0))) }
    #expect(found == expected)
  }

  @Test(
    "或",
    arguments: [
      (Truth.yes, [Truth.yes, .yes, .yes]), (.no, [.yes, .no, .unknown]),
      (.unknown, [.yes, .unknown, .unknown]),
    ])
  func or(left: Truth, expected: [Truth]) {
    let found = Self.all.map { Desk().truth(.or(Self.core(left), Self.core($0))) }
    #expect(found == expected)
  }

  @Test("非", arguments: [(Truth.yes, Truth.no), (.no, .yes), (.unknown, .unknown)])
  func not(part: Truth, expected: Truth) {
    #expect(Desk().truth(.not(Self.core(part))) == expected)
  }

  @Test("A list without parts: all of nothing holds, any of nothing does not")
  func empty() {
    #expect(Desk().truth(Core(.and([]))) == .yes)
    #expect(Desk().truth(Core(.or([]))) == .no)
  }

  @Test("若 with an unknown condition is unknown, whatever the branches say")
  func conditional() {
    let five = Core.whole(5)
    let choice = { (condition: Truth) in
      Core(.conditional(Self.core(condition), five, .whole(6)), .number(unit: ""))
    }
    #expect(Desk().value(choice(.yes)) == .number(5))
    #expect(Desk().value(choice(.no)) == .number(6))
    #expect(Desk().value(choice(.unknown)) == nil)
    let same = Core(.conditional(.constant(nil), five, five), .number(unit: ""))
    #expect(Desk().value(same) == nil)
  }

  // MARK: - Blanks

  static var firms: Desk {
    var store = TinyStore(schema: Village.schema)
    store.add(
      "企业",
      [
        "名称": .text("甲"), "在产": .bool(true), "人数": .number(60), "等级": Village.grade(3),
        "行业": Village.trade(0), "到期日": .date(date("2024-06-30")),
        "标签": .list([.text("喷涂"), .text("粉尘")]),
      ])
    store.add("企业")
    store.add("企业", ["标签": .list([]), "行业": Village.trade(3)])
    return Desk(store)
  }

  @Test("Time 7: 为空 is two-valued; an empty list is empty")
  func isEmpty() {
    let fields = ["名称", "在产", "人数", "等级", "到期日", "产值", "标签"]
    let found = (0..<3).map { firm in
      fields.map { Self.firms.truth(Core(.isEmpty(.field(Village.firms, $0))), subject: firm) }
    }
    #expect(found[0] == [.no, .no, .no, .no, .no, .yes, .no])
    #expect(found[1] == Array(repeating: .yes, count: 7))
    #expect(found[2] == Array(repeating: .yes, count: 7))
  }

  @Test(
    "Time 7: a blank makes a comparison unknown, in every operator",
    arguments: [
      ComparisonOperator.equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual,
    ])
  func blank(operation: ComparisonOperator) {
    let condition = Core.compare(.field(Village.firms, "人数"), operation, .whole(50))
    #expect(Self.firms.truth(condition, subject: 1) == .unknown)
    #expect(Self.firms.truth(condition, subject: 0) != .unknown)
    #expect(Self.firms.truth(condition, subject: -1) == .unknown)
  }

  @Test(
    "Comparison of numbers, dates, texts and positions",
    arguments: [
      (ComparisonOperator.equal, [Truth.no, .yes, .no]), (.notEqual, [.yes, .no, .yes]),
      (.less, [.yes, .no, .no]), (.lessOrEqual, [.yes, .yes, .no]), (.greater, [.no, .no, .yes]),
      (.greaterOrEqual, [.no, .yes, .yes]),
    ])
  func comparison(operation: ComparisonOperator, expected: [Truth]) {
    func check(_ left: Core, _ rights: [Core]) {
      #expect(rights.map { Self.firms.truth(.compare(left, operation, $0)) } == expected)
    }
    let half = Rational(121, over: 2) ?? Rational(0)
    check(
      .field(Village.firms, "人数"),
      [.constant(.number(half), .number(unit: "")), .whole(60), .whole(59)])
    check(.field(Village.firms, "到期日"), [.day("2024-07-01"), .today, .day("2024-06-29")])
    let names = ["甲甲", "甲", ""].map { Core.constant(.text($0), .text) }
    check(.field(Village.firms, "名称"), names)
    check(
      .constant(Village.grade(1), .enumeration(Village.grades)),
      (0...2).reversed().map { .constant(Village.grade($0), .enumeration(Village.grades)) })
  }

  @Test("Time 9: a value outside a list that ends in 等 is unknown, not out")
  func openList() {
    func isIn(isOpen: Bool) -> Core {
      let items = [Village.trade(0), Village.trade(1)].map {
        Core.constant($0, .enumeration(Village.trades))
      }
      return Core(.isIn(.field(Village.firms, "行业"), items, isOpen: isOpen))
    }
    #expect(
      (0..<3).map { Self.firms.truth(isIn(isOpen: true), subject: $0) } == [
        .yes, .unknown, .unknown,
      ])
    #expect(
      (0..<3).map { Self.firms.truth(isIn(isOpen: false), subject: $0) } == [.yes, .unknown, .no])
  }

  @Test("属于 with a list on the left asks for any; 包含 for one")
  func lists() {
    let tags = Core.field(Village.firms, "标签")
    func items(_ texts: [String]) -> [Core] { texts.map { .constant(.text($0), .text) } }
    let dusty = Core(.isIn(tags, items(["粉尘", "涉氨"]), isOpen: false))
    #expect((0..<3).map { Self.firms.truth(dusty, subject: $0) } == [.yes, .unknown, .no])
    let other = Core(.isIn(tags, items(["涉氨"]), isOpen: true))
    #expect((0..<3).map { Self.firms.truth(other, subject: $0) } == [.unknown, .unknown, .no])
    let holds = Core(.contains(tags, .constant(.text("喷涂"), .text)))
    #expect((0..<3).map { Self.firms.truth(holds, subject: $0) } == [.yes, .unknown, .no])
    let unknownItem = Core(.contains(tags, .constant(nil, .text)))
    #expect(Self.firms.truth(unknownItem) == .unknown)
    let text = Core(.contains(.constant(.text("某化工厂"), .text), .constant(.text("化工"), .text)))
    #expect(Self.firms.truth(text) == .yes)
  }

  @Test("介于 includes its ends, and one unknown end can still say no")
  func between() {
    let staff = Core.field(Village.firms, "人数")
    func between(_ lower: Core, _ upper: Core) -> Truth {
      Self.firms.truth(Core(.between(staff, lower, upper)))
    }
    let unknown = Core.constant(nil, .number(unit: ""))
    #expect(between(.whole(60), .whole(60)) == .yes)
    #expect(between(.whole(61), unknown) == .no)
    #expect(between(unknown, .whole(60)) == .unknown)
  }

  @Test(
    "Overflow and division by zero are unknown",
    arguments: [
      (BinaryOperator.divide, 1, 0), (.add, .max, 1), (.multiply, .max, 2), (.subtract, -2, .max),
    ])
  func arithmetic(operation: BinaryOperator, left: Int, right: Int) {
    let sum = Core(.arithmetic(operation, .whole(left), .whole(right)), .number(unit: ""))
    #expect(Desk().value(sum) == nil)
    let fine = Core(.arithmetic(operation, .whole(7), .whole(2)), .number(unit: ""))
    #expect(Desk().value(fine) != nil)
    #expect(Desk().value(Core(.negate(.whole(.min)), .number(unit: ""))) == nil)
  }

  @Test("Library functions over plain values")
  func builtins() {
    func call(_ function: Builtin, _ arguments: Core...) -> Value? {
      Desk().value(Core(.builtin(function, arguments), .number(unit: "")))
    }
    func ratio(_ numerator: Int, _ denominator: Int) -> Core {
      .constant(Rational(numerator, over: denominator).map { .number($0) }, .number(unit: ""))
    }
    #expect(call(.roundUp, ratio(7, 2)) == .number(4))
    #expect(call(.roundUp, ratio(-7, 2)) == .number(-3))
    #expect(call(.roundDown, ratio(7, 2)) == .number(3))
    #expect(call(.roundDown, ratio(-7, 2)) == .number(-4))
    #expect(call(.absolute, ratio(-7, 1)) == .number(7))
    #expect(
      call(.maximum, ratio(1, 2), ratio(1, 3), ratio(2, 5))
        == .number(Rational(1, over: 2) ?? Rational(0)))
    #expect(call(.minimum, ratio(1, 2), .constant(nil, .number(unit: ""))) == nil)
    // The first week of October 2024 rests until the 7th; the 12th is a Saturday made up.
    #expect(call(.workdaysBetween, .day("2024-09-30"), .day("2024-10-12")) == .number(6))
    #expect(call(.workdaysBetween, .day("2024-10-12"), .day("2024-09-30")) == .number(0))
    #expect(call(.yearsBetween, .day("2004-02-29"), .day("2022-02-27")) == .number(17))
    #expect(call(.yearsBetween, .day("2004-02-29"), .day("2022-02-28")) == .number(18))
    #expect(call(.yearsBetween, .day("2006-07-01"), .today) == .number(17))
    #expect(Desk().truth(Core(.builtin(.isWorkday, [.day("2024-10-12")]))) == .yes)
    #expect(Desk().truth(Core(.builtin(.isWorkday, [.day("2024-10-01")]))) == .no)
  }

  @Test("Time 7: the fields that an unknown rests on are named, others are not")
  func blanks() {
    let staff = Core.compare(.field(Village.firms, "人数"), .greater, .whole(50))
    let output = Core.compare(.field(Village.firms, "产值"), .greater, .whole(50))
    #expect(Self.firms.blanks(output) == [Village.field(Village.firms, "产值")])
    #expect(Self.firms.blanks(.or(staff, output)) == [])
    #expect(Self.firms.blanks(.and(staff, output)) == [Village.field(Village.firms, "产值")])
    let both: Set = [Village.field(Village.firms, "产值"), Village.field(Village.firms, "人数")]
    #expect(Self.firms.blanks(.and(staff, output), subject: 1) == both)
    #expect(Self.firms.blanks(.and(staff, output, .constant(.bool(false))), subject: 1) == [])
  }
}
