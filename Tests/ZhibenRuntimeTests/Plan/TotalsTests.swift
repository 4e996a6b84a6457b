import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics

@testable import ZhibenRuntime

/// What a plan counts beside its changes.
@Suite struct TotalsTests {
  @Test func rungsAreCountedAsTheLedgerKeepsThem() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    try town.firm()
    try town.hazard(deadline: "2025-03-31")
    town.ladder(LadderTimeTests.threeRungs)
    let first = town.plan("2025-04-25", with: ReferenceEvaluator.self)
    #expect(first.summary.totals.map(\.counts) == [[.skipped: 2, .proposed: 1]])
    let ledger = Town.applied(first, to: LedgerSnapshot())
    let second = town.plan("2025-04-25", ledger: ledger, with: ReferenceEvaluator.self)
    #expect(second.isEmpty)
    #expect(second.summary.totals == first.summary.totals, "what is settled stays settled")
  }

  @Test func everyRulesTotalsComeBehindItsChanges() throws {
    var town = Town()
    town.period = Town.days("2025-01-01", "2026-12-31")
    try town.firm()
    try town.hazard(deadline: "2025-03-31")
    town.duty(Town.every(.quarter))
    town.ladder(LadderTimeTests.threeRungs)
    let planner = Planner<ReferenceEvaluator>(
      program: town.program, snapshot: town.builder.snapshot(), ledger: LedgerSnapshot(),
      asOf: Town.day("2025-04-25"), calendar: .china)
    var heard: [String] = []
    let summary = planner.run(
      { heard += $0.map { "change \($0.outcome.key.rule)" } },
      finished: { heard.append("totals \($0.rule)") })
    let changes = [
      "change 0", "change 0", "totals 0", "change 1", "change 1", "change 1", "totals 1",
    ]
    #expect(heard == changes)
    #expect(summary.changeCounts == [.insert: 5])
  }
}
