import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// What the ledger makes of a ladder's rungs over several runs.
@Suite("Time: ladders in the ledger") struct LadderLedgerTests {
  static let rungs = [Term(1, .workday), Term(7, .workday), Term(15, .workday)]
  static let missedInGap = "(其间未运行，只提出最高一级，不倒签)"

  static func town(_ build: (inout Town) throws -> Void) rethrows -> Town {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    try build(&town)
    if town.rules.isEmpty { town.ladder(rungs) }
    return town
  }

  func lines(_ ledger: LedgerSnapshot) -> [String] { ledger.outcomes.map(Town.line) }

  @Test("Time 39: daily runs propose every rung on its day")
  func daily() throws {
    let town = try Self.town { try $0.hazard(deadline: "2025-03-31") }
    #expect(
      lines(town.ledger(after: Town.daily("2025-03-28", "2025-04-25"))) == [
        "第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-10 于2025-04-10",
        "第3级 提出 期限2025-04-22 于2025-04-22",
      ])
  }

  @Test("Time 39: what was proposed before the gap keeps its day")
  func gap() throws {
    let town = try Self.town { try $0.hazard(deadline: "2025-03-31") }
    #expect(
      lines(town.ledger(after: ["2025-04-02", "2025-04-24"])) == [
        "第1级 提出 期限2025-04-01 于2025-04-02",
        "第2级 略过 \(Self.missedInGap) 期限2025-04-10 于2025-04-24",
        "第3级 提出 期限2025-04-22 于2025-04-24",
      ])
  }

  @Test("Time 39: a rung that was reached and closed in a gap is not made up")
  func closedInGap() throws {
    let town = try Self.town {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", Town.hazardState(2), from: "2025-04-14")
    }
    #expect(
      lines(town.ledger(after: ["2025-04-02", "2025-04-24"])) == [
        "第1级 已解除 (所督办的记录已了结) 期限2025-04-01 于2025-04-02"
      ])
  }

  @Test("Time 35: closed, reopened: the rung reached stands again, the count goes on")
  func reopened() throws {
    let town = try Self.town {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", Town.hazardState(2), from: "2025-04-03")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-04-10")
    }
    let closed = town.ledger(after: Town.daily("2025-03-28", "2025-04-09"))
    #expect(lines(closed) == ["第1级 已解除 (所督办的记录已了结) 期限2025-04-01 于2025-04-01"])
    let reopened = town.ledger(after: ["2025-04-10"], from: closed)
    #expect(lines(reopened) == ["第1级 提出 期限2025-04-01 于2025-04-01"])
    #expect(
      lines(town.ledger(after: Town.daily("2025-04-11", "2025-04-16"), from: reopened)) == [
        "第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-16 于2025-04-16",
      ])
  }

  @Test("Time 35, 39: what was skipped stays skipped through closing and reopening")
  func reopenedAfterGap() throws {
    let town = try Self.town {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", Town.hazardState(2), from: "2025-04-14")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-04-21")
    }
    #expect(
      lines(town.ledger(after: ["2025-04-11", "2025-04-15", "2025-04-21"])) == [
        "第1级 略过 \(Self.missedInGap) 期限2025-04-01 于2025-04-11",
        "第2级 提出 期限2025-04-10 于2025-04-11",
      ])
  }

  @Test("Time 21: late entry cancels open rungs; what was sent stays in the ledger")
  func lateEntry() throws {
    var town = try Self.town { try $0.hazard(deadline: "2025-03-31") }
    let sent = town.ledger(after: ["2025-04-01", "2025-04-10"])
    try town.builder.set("隐患", 0, "状态", to: Town.hazardState(2), from: Town.day("2025-03-30"))
    let after = town.ledger(after: ["2025-04-11"], from: sent)
    #expect(
      lines(after) == [
        "第1级 撤销 (依据的事实已更正) 期限2025-04-01 于2025-04-01",
        "第2级 撤销 (依据的事实已更正) 期限2025-04-10 于2025-04-10",
      ])
    #expect(town.plan("2025-04-12", ledger: after, with: FastEvaluator.self).isEmpty)
  }

  @Test("Time 21: a correction that proves wrong is taken back: proposed again, as of today")
  func correctionTakenBack() throws {
    var town = try Self.town { try $0.hazard(deadline: "2025-03-31") }
    let sent = town.ledger(after: ["2025-04-01"])
    try town.builder.set("隐患", 0, "整改期限", to: Town.date("2025-05-31"))
    let cancelled = town.ledger(after: ["2025-04-02"], from: sent)
    #expect(lines(cancelled) == ["第1级 撤销 (依据的事实已更正) 期限2025-04-01 于2025-04-01"])
    try town.builder.set("隐患", 0, "整改期限", to: Town.date("2025-03-31"))
    #expect(
      lines(town.ledger(after: ["2025-04-03"], from: cancelled)) == [
        "第1级 提出 期限2025-04-01 于2025-04-03"
      ])
  }

  @Test("Time 21, 39: a skipped rung is proposed when the one above it proves wrong")
  func skippedRises() throws {
    var town = try Self.town { try $0.hazard(deadline: "2025-03-31") }
    let sent = town.ledger(after: ["2025-04-24"])
    try town.builder.set("隐患", 0, "整改期限", to: Town.date("2025-04-14"))
    #expect(
      lines(town.ledger(after: ["2025-04-25"], from: sent)) == [
        "第1级 略过 \(Self.missedInGap) 期限2025-04-15 于2025-04-24",
        "第2级 提出 期限2025-04-23 于2025-04-25",
        "第3级 撤销 (依据的事实已更正) 期限2025-04-22 于2025-04-24",
      ])
  }

  @Test("Time 7: a sent rung of which something became unknown keeps its day")
  func unknownLater() throws {
    let town = try Self.town {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "状态", nil, from: "2025-04-07")
      try $0.hazard(hazard, "状态", Town.hazardState(0), from: "2025-04-12")
    }
    let unknown = town.ledger(after: Town.daily("2025-04-01", "2025-04-09"))
    #expect(
      lines(unknown) == [
        "第1级 提出 (所依据的记录有空白) 期限2025-04-01 于2025-04-01", "第2级 待核实 (所依据的记录有空白)",
      ])
    // The unknown week does not count: the seventh workday is 17 April.
    #expect(
      lines(town.ledger(after: Town.daily("2025-04-10", "2025-04-17"), from: unknown)) == [
        "第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-17 于2025-04-17",
      ])
  }

  @Test("Time 37: a held rung is proposed on the day of its precondition")
  func released() throws {
    let town = try Self.town {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "照片", .bool(true), from: "2025-04-14")
      $0.ladder(Self.rungs, needsPhotoFrom: 2)
    }
    let held = town.ledger(after: Town.daily("2025-04-01", "2025-04-11"))
    #expect(
      lines(held) == [
        "第1级 提出 期限2025-04-01 于2025-04-01", "第2级 缺前提 期限2025-04-10 于2025-04-10",
      ])
    #expect(
      lines(town.ledger(after: Town.daily("2025-04-12", "2025-04-15"), from: held)) == [
        "第1级 提出 期限2025-04-01 于2025-04-01", "第2级 提出 期限2025-04-10 于2025-04-14",
      ])
  }

  @Test("Time 37, 39: after a gap a held rung lets the one below it be proposed")
  func heldAfterGap() throws {
    let town = try Self.town {
      try $0.hazard(deadline: "2025-03-31")
      $0.ladder(Self.rungs, needsPhotoFrom: 3)
    }
    #expect(
      lines(town.ledger(after: ["2025-04-24"])) == [
        "第1级 略过 \(Self.missedInGap) 期限2025-04-01 于2025-04-24",
        "第2级 提出 期限2025-04-10 于2025-04-24", "第3级 缺前提 期限2025-04-22 于2025-04-24",
      ])
  }

  @Test("Time 36, 39: a held rung that was overtaken is not proposed any more")
  func overtaken() throws {
    let town = try Self.town {
      let hazard = try $0.hazard(deadline: "2025-03-31")
      try $0.hazard(hazard, "照片", .bool(true), from: "2025-04-22")
      $0.ladder(Self.rungs, needsPhotoFrom: 1)
    }
    #expect(
      lines(town.ledger(after: Town.daily("2025-04-01", "2025-04-22"))) == [
        "第1级 略过 \(Self.missedInGap) 期限2025-04-01 于2025-04-01",
        "第2级 略过 \(Self.missedInGap) 期限2025-04-10 于2025-04-10",
        "第3级 提出 期限2025-04-22 于2025-04-22",
      ])
  }

  @Test("Time 36: of two rungs of one day the graver silences the lighter")
  func sameDay() throws {
    let town = try Self.town {
      try $0.hazard(deadline: "2025-04-30")
      $0.ladder([Term(1, .calendarDay), Term(3, .calendarDay)])
    }
    #expect(
      lines(town.ledger(after: Town.daily("2025-04-28", "2025-05-06"))) == [
        "第1级 略过 \(Self.missedInGap) 期限2025-05-06（2025-05-01） 于2025-05-06",
        "第2级 提出 期限2025-05-06（2025-05-03） 于2025-05-06",
      ])
  }

  @Test("Every record has its own gap")
  func severalRecords() throws {
    let town = try Self.town {
      try $0.hazard("Y1", deadline: "2025-03-31")
      try $0.hazard("Y2", deadline: "2025-04-09")
      try $0.hazard("Y3", deadline: "2025-05-09")
    }
    #expect(
      lines(town.ledger(after: ["2025-04-02", "2025-04-11"])) == [
        "第1级 提出 期限2025-04-01 于2025-04-02", "第2级 提出 期限2025-04-10 于2025-04-11",
        "第1级 提出 期限2025-04-10 于2025-04-11",
      ])
  }
}
