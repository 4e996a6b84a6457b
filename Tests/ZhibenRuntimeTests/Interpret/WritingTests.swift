import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

@Suite("记入 修改 注销")
struct WritingTests {
  static let firm = ValueType.record(Village.firms)

  static func insert(_ name: String, _ staff: Int?) -> Step {
    var fields: [(String, Core)] = [("名称", .text(name))]
    if let staff { fields.append(("人数", .whole(staff))) }
    return .insert(Village.firms, fields, at: 3)
  }

  static let count = Core.aggregate(
    Aggregate(kind: .count, rows: .all(Village.firms), frame: 2), .number(unit: ""))

  static let workshop: Workshop = {
    var workshop = Workshop()
    workshop.store.add("企业", ["名称": .text("甲厂"), "人数": .number(5)])
    return workshop
  }()

  @Test("A record is seen by what comes after it, and written once")
  func insertsOnce() {
    let report = Self.workshop.run(
      [], [Self.insert("乙厂", 3), Self.insert("乙厂", 3), .giveBack(Self.count)],
      result: .number(unit: ""))
    #expect(report.result == .number(2))
    #expect(report.writes.count == 1)
    #expect(report.writes.first?.position == 1)
    #expect(report.writes.first?.key == .text("乙厂"))
  }

  @Test("One that is there already is not written again")
  func isIdempotent() {
    #expect(Self.workshop.run([], [Self.insert("甲厂", 5)]).writes.isEmpty)
    #expect(Self.workshop.run([], [Self.insert("甲厂", nil)]).writes.isEmpty)
  }

  @Test("The same key with other values is an error, and so is an unknown key")
  func refuses() {
    let conflict = Self.workshop.run([], [Self.insert("甲厂", 6)])
    #expect(conflict.code == "E0810" && conflict.origin == place(3))
    #expect(conflict.arguments["stored"] == "5" && conflict.arguments["given"] == "6")
    let nameless = Self.workshop.run(
      [], [.insert(Village.firms, [("名称", .unknown(.text))])])
    #expect(nameless.code == "E0811")
  }

  @Test("Fields change from the judged day on; a record is there until it is struck off")
  func changes() {
    let staff = Core.field(
      of: .constant(Village.firm(0), Self.firm), Village.field(Village.firms, "人数"),
      Village.schema)
    let before = Core(.at(staff, day: .day("2024-06-29")), .number(unit: ""))
    let report = Self.workshop.run(
      [],
      [
        Step(
          .update(
            .constant(Village.firm(0), Self.firm),
            [.init(Village.field(Village.firms, "人数").field, .whole(9))]), place(1)),
        .show(staff, before), Step(.delete(.constant(Village.firm(0), Self.firm)), place(2)),
        .show(Self.count, Core(.at(Self.count, day: .day("2024-06-29")), .number(unit: ""))),
      ])
    #expect(
      report.shown.map { $0.items.map(\.value) } == [
        [.number(9), .number(5)], [.number(0), .number(1)],
      ])
    #expect(report.writes.map(\.kind) == [.update, .delete])
  }

  @Test("What is supposed is undone")
  func supposes() {
    let report = Self.workshop.run(
      [],
      [
        Step(.suppose([.change(Self.insert("乙厂", 3))], [.show(Self.count)]), nowhere),
        .show(Self.count),
      ])
    #expect(report.shown.map { $0.items.first?.value } == [.number(2), .number(1)])
    #expect(report.writes.isEmpty)
  }
}
