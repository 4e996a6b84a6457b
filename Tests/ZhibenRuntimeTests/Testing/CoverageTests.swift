import Foundation
import Testing
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenRuntime

/// What the tests of a small plan reach of it, and which changes they notice, as people have read and found right: `Tests/Goldens/Testing`.
@Suite struct CoverageTests {
  static let tests = """
    测试 "提醒" { \(Bench.facts) 预期 台阶 其中 规则 = 重大隐患逾期 且 状态 = 提出 为 { 提醒 } }
    测试 "待复查停钟" {
      \(Bench.facts) 修改 隐患「一号」 { 状态：待复查 }
      截至 2025年4月30日
      预期 台阶 其中 规则 = 重大隐患逾期 且 措施 = “函告” 为空
    }
    测试 "季查" { \(Bench.facts) 预期 义务 其中 规则 = 带队检查 且 状态 = 逾期 为 { 甲厂 } }
    测试 "百人" {
      截至 2025年7月1日
      记入 企业 { 名称：乙厂，状态：在产，等级：B，人数：100 }
      记入 企业 { 名称：丙厂，状态：在产，等级：B，人数：101 }
      预期 违反 其中 规则 = 不超百人 为 { 丙厂 }
    }
    """

  @Test func report() throws {
    let program = try Bench.program(Self.tests)
    let traces = program.tests.compactMap {
      TestRunner(program: program, calendar: .china).run($0, traces: true).trace
    }
    let coverage = Coverage(program, traces)
    var lines = [
      "规则 \(coverage.rules.reached)/\(coverage.rules.count)，"
        + "分支 \(coverage.branches.reached)/\(coverage.branches.count)"
    ]
    lines += coverage.places.map { place in
      let text = Self.text(place.origin, program)
      return
        "\(place.isReached ? "＋" : "－") \(place.owner)：\(place.kind.rawValue) \(text)"
    }
    try Self.check(lines.joined(separator: "\n") + "\n", "coverage.txt")
  }

  @Test func mutation() throws {
    let program = try Bench.program(Self.tests)
    let runner = TestRunner(program: program, calendar: .china)
    let tests = try program.tests.map { test in
      let result = runner.run(test, traces: true)
      #expect(result.passed, "\(test.title)")
      let trace = result.trace
      return (test: test, trace: try #require(trace))
    }
    let lines = program.mutants.map { mutant in
      let verdict =
        switch runner.verdict(on: mutant, tests) {
        case .killed(let title): "发觉：\(title)"
        case .survived: "没有发觉"
        case .unreached: "没有到过"
        }
      let line = Self.line(mutant.origin, program).drop(while: \.isWhitespace)
      return "\(mutant.owner)｜\(line)｜\(mutant.change.zh)｜\(verdict)"
    }
    try Self.check(lines.joined(separator: "\n") + "\n", "mutation.txt")
  }

  @Test("Tests that reach nothing cover nothing, and a plan of nothing is covered")
  func nothing() throws {
    let program = try Bench.program("测试 \"空\" { 截至 2025年4月3日；预期 企业 为空 }")
    let result = TestRunner(program: program, calendar: .china).run(program.tests[0], traces: true)
    let coverage = Coverage(program, [try #require(result.trace)])
    #expect(coverage.total.reached == 0)
    #expect(coverage.rules.count == 5)
    var empty = program
    (empty.rules, empty.scopes, empty.partitions) = ([], [], [])
    #expect(Coverage(empty, []).total.value == Rational(1))
  }

  @Test("Both sides of 若 in a function that a test calls") func functions() throws {
    let program = try Bench.program(
      """
      函数 大小(人: 数)：文本 { 若 人 > 50 { 返回 "大" }；返回 "小" }
      测试 "大" { 截至 2025年4月3日；预期 大小(51) = "大" }
      """)
    func reached(_ traces: [TestTrace]) -> [Bool] {
      Coverage(program, traces).places.filter { $0.owner == "大小" }.map(\.isReached)
    }
    let runner = TestRunner(program: program, calendar: .china)
    let trace = runner.run(program.tests[0], traces: true).trace
    #expect(reached([try #require(trace)]) == [true, false])
    #expect(reached([]) == [false, false])
  }

  private static func text(_ origin: Origin, _ program: Program) -> String {
    program.sources[origin.source].text(origin.span).split(separator: "\n")
      .map { $0.drop(while: \.isWhitespace) }.joined(separator: " ")
  }

  private static func line(_ origin: Origin, _ program: Program) -> String {
    let source = program.sources[origin.source]
    return source.text(source.lineSpan(source.line(at: origin.span.start)))
  }

  private static func check(_ actual: String, _ name: String) throws {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("Goldens/Testing/\(name)")
    if ProcessInfo.processInfo.environment["ZHIBEN_UPDATE_GOLDENS"] == "1" {
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: file)
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(actual == expected, "run with ZHIBEN_UPDATE_GOLDENS=1 and review")
  }
}
