import Foundation
import Testing
import Zhiben

/// The tests that stand beside the shipped plan.
@Suite struct YangkouTestsTests {
  static let plan = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Scripts/洋口镇.plan.md").path

  @Test("All pass, whatever the number of threads") func pass() throws {
    let suite = try TestSuite(contentsOf: Self.plan)
    #expect(suite.tests.count >= 20)
    let alone = suite.run(jobs: 1)
    for result in alone where !result.passed {
      let message = result.failure.map { suite.diagnostic($0).message(in: .zh) }
      #expect(message == nil, "\(result.title)")
    }
    #expect(suite.run(jobs: 3).map(\.title) == alone.map(\.title))
    #expect(alone.map(\.title) == suite.tests.map(\.title))
  }

  @Test("Every ladder, and every rung of it, is reached") func ladders() throws {
    let suite = try TestSuite(contentsOf: Self.plan)
    let coverage = suite.coverage(suite.run(jobs: 2, traces: true))
    let rungs = coverage.places.filter { $0.kind == .rung }
    #expect(rungs.count == 19)
    #expect(rungs.filter { !$0.isReached }.map(\.owner) == [])
    #expect(coverage.rules.reached >= 23)
  }

  @Test("Filters by title and by rule") func filter() throws {
    let suite = try TestSuite(contentsOf: Self.plan)
    #expect(suite.filtered("清零").tests.map(\.title).allSatisfy { $0.contains("清零") })
    #expect(suite.filtered("清零").tests.count == 1)
    #expect(suite.filtered("持证上岗").tests.count == 1)
    #expect(suite.filtered("没有这样的").tests.isEmpty)
  }

  @Test("Rules name the tests beside the plan that speak of them") func trace() throws {
    let trace = try Script.trace(contentsOf: Self.plan)
    let ladder = try #require(trace.items.first { $0.name == "重大隐患逾期" })
    #expect(ladder.tests.contains("重大隐患：中断一个月只提最高一级"))
  }
}
