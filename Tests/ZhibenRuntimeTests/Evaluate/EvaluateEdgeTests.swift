import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("How long an answer holds")
struct EvaluateEdgeTests {
  /// A firm that expires on 2024-08-31, judged on 2024-06-30.
  static var firm: Desk {
    var store = TinyStore(schema: Village.schema)
    store.add("企业", ["到期日": .date(date("2024-08-31")), "等级": Village.grade(0)])
    return Desk(store)
  }
  static let expiry = Core.field(Village.firms, "到期日")

  static func moved(_ direction: OffsetDirection, _ term: Term) -> Core {
    Core(.shift(.today, direction, term), .date)
  }
  static func days(_ number: Int) -> Core { .constant(.number(number), .number(unit: "日")) }

  @Test(
    "A date against the judged day: the answer changes on the edge, and not before",
    arguments: [
      (Core.compare(expiry, .greaterOrEqual, .today), "2024-09-01"),
      (.compare(expiry, .greater, .today), "2024-08-31"),
      (.compare(.today, .lessOrEqual, expiry), "2024-09-01"),
      (.compare(expiry, .lessOrEqual, moved(.after, Term(30, .day))), "2024-08-01"),
      (.compare(expiry, .less, moved(.after, Term(30, .day))), "2024-08-02"),
      (.compare(expiry, .lessOrEqual, moved(.after, Term(1, .month))), "2024-07-31"),
      (.compare(expiry, .less, moved(.before, Term(15, .day))), "2024-09-16"),
      (.compare(.daysBetween(.today, expiry), .greater, days(15)), "2024-09-16"),
      (.compare(.daysBetween(expiry, .today), .lessOrEqual, days(15)), "2024-08-16"),
      // 2024-08-23 is a Friday: five workdays later it is the 30th; on the 26th, the Monday behind, the 2nd of September.
      (.compare(expiry, .less, moved(.after, Term(5, .workday))), "2024-08-26"),
    ])
  func today(condition: Core, edge: String) {
    let desk = Self.firm
    #expect(desk.edge(condition) == date(edge))
    let before = date(edge).previous.description
    #expect(desk.truth(condition, on: before) == desk.truth(condition))
    #expect(desk.truth(condition, on: edge) != desk.truth(condition))
  }

  @Test("Equality with the judged day has two edges; an answer about the past has none")
  func twoEdges() {
    let isToday = Core.compare(Self.expiry, .equal, .today)
    #expect(Self.firm.edge(isToday) == date("2024-08-31"))
    #expect(Self.firm.edge(isToday, on: "2024-08-31") == date("2024-09-01"))
    #expect(Self.firm.edge(isToday, on: "2024-09-01") == nil)
    let fixed = Core.compare(Self.expiry, .less, .day("2024-07-01"))
    #expect(Self.firm.edge(fixed) == nil)
  }

  @Test("The next entry of a history, and none under 于 a fixed day")
  func history() {
    var desk = Self.firm
    desk.store.change("企业", 0, "等级", to: Village.grade(1), from: date("2024-07-10"))
    desk.store.change("企业", 0, "等级", to: Village.grade(2), from: date("2024-07-20"))
    let isA = Core.compare(
      .field(Village.firms, "等级"), .equal, .constant(Village.grade(0), .enumeration(Village.grades))
    )
    #expect(desk.edge(isA) == date("2024-07-10"))
    #expect(desk.edge(isA, on: "2024-07-10") == date("2024-07-20"))
    #expect(desk.edge(isA, on: "2024-07-20") == nil)
    #expect(desk.edge(Core(.at(isA, day: .day("2024-01-01")))) == nil)
  }

  @Test(
    "A look-back is left by its earliest row on the day N behind it",
    arguments: [
      (Term(30, .day), "2024-06-10", "2024-07-10"),
      (Term(3, .month), "2024-05-31", "2024-08-31"),
      // From the 28th of February on, the month back reaches the 28th of January, from the 1st of March the 1st of February.
      (Term(13, .month), "2024-01-30", "2025-03-01"),
      (Term(3, .year), "2024-02-29", "2027-03-01"),
      (Term(5, .workday), "2024-06-28", "2024-07-05"),
    ])
  func lookBack(term: Term, foundOn: String, edge: String) {
    let desk = EvaluateTimeTests.desk(foundOn: foundOn)
    let exists = EvaluateTimeTests.exists(.lookBack(term))
    #expect(desk.edge(exists) == date(edge))
    #expect(desk.truth(exists, on: date(edge).previous.description) == .yes)
    #expect(desk.truth(exists, on: edge) == .no)
  }

  @Test("A later row, and the end of a period")
  func rows() {
    let later = EvaluateTimeTests.desk(foundOn: "2024-07-04")
    #expect(later.edge(EvaluateTimeTests.exists(nil)) == date("2024-07-04"))
    let now = EvaluateTimeTests.desk(foundOn: "2024-06-04")
    #expect(now.edge(EvaluateTimeTests.exists(nil)) == nil)
    let month = Window.period(.relative(0, .month))
    #expect(now.edge(EvaluateTimeTests.exists(month)) == date("2024-07-01"))
    let firstHalf = Window.period(.part(yearOffset: 0, .halfYear, 1))
    #expect(now.edge(EvaluateTimeTests.exists(firstHalf)) == date("2025-01-01"))
  }

  @Test("What a scope says is kept until its edge, for each day asked")
  func keptScope() {
    let recent = EvaluateTimeTests.exists(.lookBack(Term(30, .day)))
    let scope = ScopeDefinition(
      name: "近有隐患", register: Village.firms, condition: recent, origin: nowhere)
    var store = TinyStore(schema: Village.schema)
    store.add("企业")
    store.add("隐患", ["企业": Village.firm(0), "发现日期": .date(date("2024-06-10"))])
    let fast = FastEvaluator(
      program: Village.program(scopes: [scope]), snapshot: store.snapshot, calendar: .china)
    let member = fast.prepare(Core(.inScope(0, .record(Village.firms))))
    let asked =
      [
        ("2024-06-20", Truth.yes, "2024-07-10"), ("2024-07-09", .yes, "2024-07-10"),
        ("2024-07-10", .no, nil), ("2024-06-09", .no, "2024-06-10"),
        ("2024-06-10", .yes, "2024-07-10"),
      ] as [(String, Truth, String?)]
    for (day, truth, edge) in asked {
      fast.edge = .max
      #expect(fast.truth(member, subject: 0, row: -1, day: date(day).days) == truth, "\(day)")
      #expect(fast.edge == edge.map { date($0).days } ?? .max, "\(day)")
    }
  }

  @Test("What a question over all records answers is kept until its edge")
  func keptAggregate() {
    let recent = Aggregate(
      kind: .exists, rows: .all(Village.hazards), window: .lookBack(Term(30, .day)), frame: 1)
    let fast = FastEvaluator(
      program: Village.program(),
      snapshot: EvaluateTimeTests.desk(foundOn: "2024-06-10").store.snapshot,
      calendar: .china)
    let question = fast.prepare(.aggregate(recent))
    for day in ["2024-06-20", "2024-06-21"] {
      fast.edge = .max
      #expect(fast.truth(question, subject: 0, row: -1, day: date(day).days) == .yes)
      #expect(fast.edge == date("2024-07-10").days)
    }
    #expect(fast.truth(question, subject: 0, row: -1, day: date("2024-07-10").days) == .no)
  }

  @Test("What rests on the target's period is not kept for another one")
  func targetIsNotKept() {
    let inPeriod = EvaluateTimeTests.exists(.targetPeriod)
    let all = Core.aggregate(
      Aggregate(kind: .exists, rows: .all(Village.hazards), window: .targetPeriod, frame: 1))
    let scopes = [inPeriod, Core(.inScope(0, .record(Village.firms)))].map {
      ScopeDefinition(name: "期内有隐患", register: Village.firms, condition: $0, origin: nowhere)
    }
    let fast = FastEvaluator(
      program: Village.program(scopes: scopes),
      snapshot: EvaluateTimeTests.desk(foundOn: "2024-06-10").store.snapshot, calendar: .china)
    let questions = (0..<2).map { fast.prepare(Core(.inScope($0, .record(Village.firms)))) }
    let june = DayRange(date("2024-06-01"), date("2024-06-30"))
    let may = DayRange(date("2024-05-01"), date("2024-05-31"))
    for question in questions + [fast.prepare(all)] {
      let found = [june, may, june].map {
        fast.targetPeriod = $0
        return fast.truth(question, subject: 0, row: -1, day: date("2024-06-30").days)
      }
      #expect(found == [.yes, .no, .yes])
    }
  }

  @Test("The reference evaluator promises nothing beyond the judged day")
  func reference() {
    let reference = ReferenceEvaluator(
      program: Village.program(), snapshot: Self.firm.store.snapshot, calendar: .china)
    _ = reference.truth(.constant(.bool(true)), subject: 0, row: -1, day: 100)
    #expect(reference.edge == 101)
    _ = reference.truth(.constant(.bool(true)), subject: 0, row: -1, day: 200)
    #expect(reference.edge == 101)
  }
}
