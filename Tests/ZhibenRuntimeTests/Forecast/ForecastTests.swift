import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// The work that lies ahead on the register as it is.
@Suite struct ForecastTests {
  /// A town, a span, and what its rules ask for: `到期 … 均摊 … 逾期 待核实 受限`.
  struct Case: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var span: DayRange
    var expected: [String]
    var build: @Sendable (inout Town) throws -> Void

    init(
      _ name: String, _ first: String, _ last: String, _ expected: [String],
      _ build: @escaping @Sendable (inout Town) throws -> Void
    ) {
      testDescription = name
      span = Town.days(first, last)
      (self.expected, self.build) = (expected, build)
    }
  }

  static let cases: [Case] = [
    Case(
      "a quarter's visit falls due at its end and may be made in any month of it", "2025-04-01",
      "2025-06-30", ["到期 0 0 3 均摊 1 1 1 逾期 3"]
    ) {
      for name in ["甲", "乙", "丙"] { try $0.firm(name) }
      $0.inspection(Town.every(.quarter), cap: nil)
    },
    Case(
      "relief leaves one visit of two (time 45)", "2025-04-01", "2025-06-30",
      ["到期 0 0 2 均摊 1 0 1"]
    ) {
      for name in ["甲", "乙"] { try $0.firm(name) }
      $0.inspection(Town.every(.quarter), cap: nil)
      $0.relief([(0, .cadence, .stepDown)], condition: Town.yes)
    },
    Case("what is done is done", "2025-04-01", "2025-06-30", ["到期 0 0 1 均摊 1 0 0 逾期 2"]) {
      for name in ["甲", "乙"] { try $0.firm(name) }
      $0.inspection(Town.every(.quarter), cap: nil)
      try $0.check("2025-04-10")
    },
    Case(
      "a period that has begun has only its rest left", "2025-05-20", "2025-06-30",
      ["到期 0 4 均摊 1 3 逾期 4"]
    ) {
      for name in ["甲", "乙", "丙", "丁"] { try $0.firm(name) }
      $0.inspection(Town.every(.quarter), cap: nil)
    },
    Case(
      "what is overdue stands apart", "2025-04-01", "2025-05-31", ["到期 1 1 均摊 1 1 逾期 3"]
    ) {
      try $0.firm()
      $0.duty(Town.every(.month))
    },
    Case(
      "a rolling duty goes on from its due day", "2025-04-01", "2025-12-31",
      ["到期 0 1 0 0 1 0 0 1 0 均摊 1 0 0 1 0 1 0 0 0"]
    ) {
      try $0.firm()
      try $0.check("2025-02-10")
      $0.duty(Town.always(.rolling(Term(3, .month), first: nil)))
    },
    Case(
      "a rolling duty that is late is done when the span begins", "2025-06-01", "2025-09-30",
      ["到期 0 0 0 1 均摊 0 1 0 0 逾期 1"]
    ) {
      try $0.firm()
      try $0.check("2025-01-10")
      $0.duty(Town.always(.rolling(Term(3, .month), first: nil)))
    },
    Case(
      "a cap leaves visits out", "2025-01-01", "2025-12-31",
      ["到期 0 0 1 0 0 1 0 0 0 0 0 0 均摊 0 0 1 1 0 0 0 0 0 0 0 0 受限 2"]
    ) {
      try $0.firm()
      $0.inspection(Town.every(.quarter), cap: Town.always(Town.atMost(2)))
    },
    Case(
      "what rests on a blank is no work yet", "2025-04-01", "2025-06-30",
      ["到期 0 0 0 均摊 0 0 0 待核实 1"]
    ) {
      try $0.firm(state: nil)
      $0.inspection(Town.every(.quarter), cap: nil)
    },
  ]

  @Test(arguments: cases)
  func story(_ story: Case) throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-12-31")
    try story.build(&town)
    #expect(lines(town, story.span, FastEvaluator.self) == story.expected)
    #expect(lines(town, story.span, ReferenceEvaluator.self) == story.expected)
  }

  private func forecast<E: Evaluator>(_ town: Town, _ span: DayRange, _ evaluator: E.Type)
    -> [RuleForecast]
  {
    Forecaster<E>(
      program: town.program, snapshot: town.builder.snapshot(), span: span, calendar: .china
    ).forecast()
  }

  private func lines<E: Evaluator>(_ town: Town, _ span: DayRange, _ evaluator: E.Type) -> [String]
  {
    forecast(town, span, evaluator).map { rule in
      var line = "到期 \(words(rule.due)) 均摊 \(words(rule.spread))"
      for (name, count) in [("逾期", rule.backlog), ("待核实", rule.unknown), ("受限", rule.capped)]
      where count > 0 { line += " \(name) \(count)" }
      return line
    }
  }

  private func words(_ counts: [Int]) -> String {
    counts.map(String.init).joined(separator: " ")
  }

  @Test(
    "Over random towns: all that is due is spread, by both evaluators alike",
    arguments: 0..<12 as Range<UInt64>)
  func properties(seed: UInt64) throws {
    let town = try RandomTown(seed: seed).town()
    let span = Town.days("2025-06-10", "2025-12-05")
    let found = forecast(town, span, FastEvaluator.self)
    #expect(found == forecast(town, span, ReferenceEvaluator.self))
    for rule in found {
      #expect(rule.spread.reduce(0, +) == rule.total)
      #expect(rule.bySubject.values.reduce(0, +) == rule.total)
      #expect(rule.due.count == 7 && rule.due.allSatisfy { $0 >= 0 })
      // Work may be done before it is due, never after.
      var (spread, due) = (0, 0)
      for month in 0..<7 {
        spread += rule.spread[month]
        due += rule.due[month]
        #expect(spread >= due)
      }
    }
  }

  @Test(
    "Time 44: 国家法定工作日 × 执法人数 − 其他执法工作日 − 非执法工作日",
    arguments: [
      ("2025-01-01", "2025-12-31", 4, 100, 92, "800"),
      ("2025-01-01", "2025-12-31", 0, 0, 0, "0"),
      ("2025-10-01", "2025-10-31", 4, 0, 0, "72"),
      ("2025-10-01", "2025-10-31", 4, 62, 62, "63"),
      ("2025-10-01", "2025-10-01", 4, 62, 62, "0"),
      ("2025-10-09", "2025-10-09", 1, 248, 0, "0"),
      ("2025-10-09", "2025-10-09", 1, 496, 0, "-1"),
    ])
  func capacity(
    _ first: String, _ last: String, _ staff: Int, _ other: Int, _ idle: Int, _ expected: String
  ) {
    let capacity = Capacity(staff: staff, otherEnforcement: other, nonEnforcement: idle)
    #expect(capacity.personDays(in: Town.days(first, last), .china)?.description == expected)
  }
}
