import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

@Suite("What a value rests on")
struct EvaluateExplanationTests {
  @Test("The text, the record read, the history entry used")
  func field() {
    var store = TinyStore(schema: Village.schema)
    store.add("企业")
    store.add("企业", ["等级": Village.grade(0)])
    store.change("企业", 1, "等级", to: Village.grade(3), from: date("2024-05-01"))
    store.change("企业", 1, "等级", to: Village.grade(2), from: date("2024-08-01"))
    let source = SourceFile(name: "试", text: "范围 差 = 等级 ≥ C")
    let program = Program(
      sources: [source], plan: Village.program().plan, schema: Village.schema)
    let text = "等级 ≥ C"
    let start = source.bytes.count - text.utf8.count
    var grade = Core.field(Village.firms, "等级")
    grade.origin = Origin(source: 0, span: Span(start, start + "等级".utf8.count))
    let condition = Core(
      .compare(.greaterOrEqual, grade, .constant(Village.grade(2), .enumeration(Village.grades))),
      .bool,
      Origin(source: 0, span: Span(start, source.bytes.count)))

    let told = Desk(store, program: program).explain(condition, subject: 1)
    #expect(told.text == text)
    #expect(told.value == .bool(true))
    #expect(told.children.map(\.text) == ["等级", ""])
    #expect(told.children.map(\.value) == [Village.grade(3), Village.grade(2)])
    let read = Explanation.CellRead(
      field: Village.field(Village.firms, "等级"), row: 1, since: date("2024-05-01"),
      until: date("2024-08-01"))
    #expect(told.children.first?.read == read)
    #expect(told.blanks.isEmpty)
    let unknown = Desk(store, program: program).explain(condition, subject: 0)
    #expect(unknown.value == nil)
    #expect(unknown.blanks == [Village.field(Village.firms, "等级")])
  }

  @Test("The rows that count, may count and do not, with their dates")
  func rows() {
    var desk = EvaluateAggregateTests.desk(levels: [1, nil, 0, 1])
    desk.store.records[1][3][2] = [(.min, .date(date("2024-07-01")))]
    let window = Window.days(.day("2024-06-01"), .day("2024-06-02"))
    let told = desk.explain(
      EvaluateAggregateTests.ask(.count, window: window, type: .number(unit: "")))
    #expect(told.value == nil)
    #expect(told.rows.map(\.row) == [0, 1, 2])
    #expect(told.rows.map(\.truth) == [.yes, .unknown, .no])
    #expect(told.rows.map(\.inWindow) == [.yes, .yes, .no])
    #expect(told.rows.map(\.date) == ["2024-06-01", "2024-06-02", "2024-06-03"].map { date($0) })
    #expect(told.rows.map { $0.children.map(\.value) } == [[.bool(true)], [nil], [.bool(false)]])
    #expect(told.blanks == [Village.field(Village.hazards, "级别")])
  }

  @Test("Scopes, and the day under 于")
  func scopes() {
    var store = TinyStore(schema: Village.schema)
    store.add("企业", ["在产": .bool(false)])
    let scope = ScopeDefinition(
      name: "在产企业", register: Village.firms, condition: .field(Village.firms, "在产"), origin: nowhere
    )
    let desk = Desk(store, program: Village.program(scopes: [scope]))
    let member = Core(.inScope(0, .record(Village.firms)))
    let told = desk.explain(Core(.at(member, day: .day("2023-01-01"))))
    #expect(told.day == date("2024-06-30"))
    #expect(told.children.map(\.value) == [.date(date("2023-01-01")), .bool(false)])
    #expect(told.children.last?.day == date("2023-01-01"))
    #expect(told.children.last?.children.last?.read?.field == Village.field(Village.firms, "在产"))
  }
}
