import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// 期间 of a target bounds what its dated lines read.
@Suite struct TargetPeriodTests {
  @Test(
    "A dated line counts the records of the period",
    arguments: [
      (nil, "第0行 未达 期限2025-12-31 于2025-12-31 3/1?0"),
      (2025, "第0行 达标 期限2025-12-31 于2025-12-31 1/1?0"),
    ]
      as [(Int?, String)])
  func line(year: Int?, expected: String) throws {
    var town = Town()
    try town.firm()
    for (number, day) in ["2023-05-01", "2024-05-01", "2025-05-01"].enumerated() {
      try town.hazard("Y\(number)", found: day, deadline: nil)
    }
    let count = Aggregate(
      kind: .count, rows: .all(Town.hazards), window: .targetPeriod, frame: 1)
    town.add(
      .target(
        TargetRule(
          measure: .metrics([
            .init(text: "数量(隐患)", value: Town.core(.aggregate(count), .number(unit: "")))
          ]),
          lines: [
            .init(
              day: Town.day("2025-12-31"), operation: .lessOrEqual, value: Rational(1),
              text: "2025年底前 不超过 1", origin: Town.origin)
          ],
          period: year.map { Town.days("\($0)-01-01", "\($0)-12-31") })))
    #expect(town.outcomes("2026-01-15") == [expected])
    #expect(town.reference("2026-01-15") == [expected])
  }
}
