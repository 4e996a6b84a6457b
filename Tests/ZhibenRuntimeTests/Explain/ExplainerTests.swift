import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// What `why` says, as an indented text.
@Suite struct ExplainerTests {
  static func text(_ report: WhyReport) -> [String] {
    func lines(_ line: WhyLine, _ depth: Int) -> [String] {
      [String(repeating: "  ", count: depth) + line.text.zh]
        + line.children.flatMap { lines($0, depth + 1) }
    }
    return report.sections.flatMap { section in
      [section.title.zh] + section.lines.flatMap { lines($0, 1) }
    }
  }

  static func why(_ town: Town, _ asOf: String) throws -> [String] {
    let plan = town.plan(asOf, with: FastEvaluator.self)
    let outcome = try #require(plan.changes.last?.outcome)
    let explainer = Explainer(
      program: town.program, snapshot: town.builder.snapshot(), calendar: .china,
      asOf: Town.day(asOf))
    return text(explainer.explain(outcome))
  }

  @Test("An overdue duty: the record that does not count, and why; no line for constants")
  func duty() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2025-03-31")
    try town.firm()
    town.duty(Town.every(.quarter))
    try town.check("2025-02-10", valid: false)
    try town.check("2024-12-10")
    #expect(
      try Self.why(town, "2025-04-15") == [
        "规则", "  职责 规则1（）", "对象", "  企业「甲厂」", "    是", "      否",
        "        在产（读自 企业「甲厂」.状态）", "频次", "  2025-01-01至2025-03-31：每季度 至少1次", "期限",
        "  本期 2025年第一季度（2025-01-01至2025-03-31），第 1 次", "  期限 2025-03-31", "  期末不因休息日顺延", "凭证",
        "  须有 自查 其中 合格：本期查到 1 条，期外 1 条", "  自查「自查#1」 2025-02-10：不算",
        "    否（读自 自查「自查#1」.合格）", "结论", "  截至 2025-04-15：逾期，已逾期 15 天",
      ])
  }

  @Test("A rung: the days it was reckoned from, held over rest days, proposed after a gap")
  func rung() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    try town.firm()
    try town.hazard(deadline: "2025-04-30")
    town.ladder([Term(1, .calendarDay)])
    let text = try Self.why(town, "2025-05-08")
    for line in [
      "  计满 1个自然日 之日 2025-05-01", "  休息日不发，顺至 2025-05-06", "  提出于 2025-05-08，不倒签",
      "    2025-05-01 劳动节（国办发明电〔2024〕12号）", "  截至 2025-05-08：提出",
    ] {
      #expect(text.contains(line), "\(line) in \(text)")
    }
  }

  @Test("What rests on a blank names the field")
  func blank() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    try town.firm(highRisk: nil)
    town.requirement(Town.highRisk)
    let text = try Self.why(town, "2025-05-08")
    #expect(text.contains("  未知（读自 企业「甲厂」.高危）"), "\(text)")
    #expect(text.last == "  截至 2025-05-08：待核实：所依据的记录有空白")
  }
}
