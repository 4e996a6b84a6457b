import Testing
import ZhibenCalendar

@Suite("Grids")
struct GridTests {
  @Test("Time 11: from 31 January every month does not drift")
  func noDrift() throws {
    let grid = try #require(
      Grid(anchor: day("2025-01-31"), every: Term(1, .month), calendar: .china))
    #expect(
      (-1...4).map { grid.dueDate($0).description } == [
        "2024-12-31", "2025-01-31", "2025-02-28", "2025-03-31", "2025-04-30", "2025-05-31",
      ])
    #expect(grid.period(1) == days("2025-02-01..2025-02-28"))
    #expect(grid.period(2) == days("2025-03-01..2025-03-31"))
    #expect(grid.dueDate(13) == day("2026-02-28"))
    #expect(grid.dueDate(37) == day("2028-02-29"))
  }

  @Test(
    "Time 11: the period of a day",
    arguments: [
      ("2025-03-10", Term(6, .month), "2025-03-10", 0),
      ("2025-03-10", Term(6, .month), "2025-03-11", 1),
      ("2025-03-10", Term(6, .month), "2025-09-10", 1),
      ("2025-03-10", Term(6, .month), "2025-09-11", 2),
      ("2025-03-10", Term(6, .month), "2024-09-10", -1),
      ("2025-03-10", Term(90, .day), "2026-03-10", 5),
      ("2025-09-26", Term(5, .workday), "2025-10-10", 1),
      ("2025-09-26", Term(5, .workday), "2025-10-11", 2),
      ("2024-02-29", Term(1, .year), "2028-02-29", 4),
      ("2024-02-29", Term(1, .year), "2028-03-01", 5),
    ])
  func index(anchor: String, every: Term, date: String, index: Int) throws {
    let grid = try #require(Grid(anchor: day(anchor), every: every, calendar: .china))
    #expect(grid.index(containing: day(date)) == index)
    #expect(grid.period(index).contains(day(date)))
  }

  @Test("Time 11: a period of several years states its first year")
  func years() throws {
    let grid = try #require(Grid(firstYear: 2024, years: 3))
    #expect(grid.period(1) == days("2024-01-01..2026-12-31"))
    #expect(grid.period(2) == days("2027-01-01..2029-12-31"))
    #expect(grid.index(containing: day("2027-01-01")) == 2)
    #expect(Grid(firstYear: 2024, years: 0) == nil)
    #expect(Grid(firstYear: 0, years: 3) == nil)
  }

  @Test("a grid that does not advance is refused", arguments: [0, -1])
  func refused(count: Int) {
    #expect(Grid(anchor: day("2025-01-01"), every: Term(count, .month), calendar: .china) == nil)
  }

  @Test("Time 11: periods of a grid tile, and each day finds its own", arguments: TermUnit.allCases)
  func tiling(unit: TermUnit) throws {
    let seed: UInt64 = 0x5EED_0002
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let anchor = random.date(in: days("2020-01-01..2026-12-31"))
      let every = Term(Int.random(in: 1...40, using: &random), unit)
      let grid = try #require(Grid(anchor: anchor, every: every, calendar: .china))
      let k = Int.random(in: -5...30, using: &random)
      #expect(
        grid.period(k).last.next == grid.period(k + 1).first,
        "seed \(seed), \(anchor) \(every) \(k)")
      let date = random.date(in: days("2019-01-01..2027-12-31"))
      #expect(
        grid.period(grid.index(containing: date)).contains(date),
        "seed \(seed), \(anchor) \(every) \(date)")
    }
  }

  @Test("extreme grids saturate", arguments: TermUnit.allCases)
  func saturation(unit: TermUnit) throws {
    let grid = try #require(
      Grid(anchor: day("2025-01-31"), every: Term(.max, unit), calendar: .china))
    #expect(grid.index(containing: day("2025-02-01")) == 1)
    #expect(grid.index(containing: day("2025-01-31")) == 0)
    #expect(grid.dueDate(.max) > day("9000-01-01"))
    #expect(grid.dueDate(.min) < day("1000-01-01"))
  }
}
