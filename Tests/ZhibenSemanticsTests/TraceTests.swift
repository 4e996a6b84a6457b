import Testing
import ZhibenSyntax

@testable import ZhibenSemantics

/// Clauses, rules, rows of the list of measures, and tests, side by side.
@Suite struct TraceTests {
  static let document = """
    # 某镇方案

    依据 Y-99 编制。

    ## 一、目标

    到2025年底前达标（Y-01）。

    ```plan
    计划 试 { 依据 "Y-00 引言"；期间 2025年 }
    参数 次数 = 2 { 依据 "Y-02 一" }
    目标 达标率 {
      依据 "Y-01 一"
      说明 "与 T-3 合并考核，不含 GB-12345 和 AY-07"
    }
    ```

    ## 二、任务

    ### （一）自查

    1. 企业自查。

    ```plan
    职责 自查 { 依据 "Y-03 二（一）1"、"Y-02 一" }
    ```

    2. 没有规则的一条，见 Y-10。

    ### （二）检查

    ```plan
    检查 到厂 { }
    测试 "到厂一次" { 预期 义务 其中 规则 = 「到厂」 为空 }
    测试 "自查不到厂" { 预期 义务 其中 规则 = 自查 为空；预期 检查任务 其中 规则 = 到厂 为空 }
    ```
    """

  static let trace = Trace(SourceFile(name: "方案.plan.md", text: document))

  @Test func clausesAreTheLowestHeadings() {
    let found = Self.trace.clauses.map { "\($0.path.joined(separator: "/")) \($0.rules)" }
    #expect(
      found == [
        "一、目标 [\"达标率\"]", "二、任务/（一）自查/1. 企业自查 [\"自查\"]",
        "二、任务/（一）自查/2. 没有规则的一条，见 Y-10 []", "二、任务/（二）检查 [\"到厂\"]",
      ])
    #expect(Self.trace.clausesWithoutRule.map(\.line) == [28])
  }

  @Test func rowsAreFoundInClausesAndProse() {
    let found = Self.trace.rows.map { row in
      "\(row.id) \(row.items.map(\.name)) \(row.proseLine.map { "\($0) \(row.proseClause)" } ?? "–")"
    }
    #expect(
      found == [
        "T-3 [\"达标率\"] –", "Y-00 [\"试\"] –", "Y-01 [\"达标率\"] 7 一、目标",
        "Y-02 [\"次数\", \"自查\"] –", "Y-03 [\"自查\"] –",
        "Y-10 [] 28 2. 没有规则的一条，见 Y-10", "Y-99 [] 3 某镇方案",
      ])
  }

  @Test func testsAreFoundByTheRulesTheyName() throws {
    let tests = Dictionary(uniqueKeysWithValues: Self.trace.items.map { ($0.name, $0.tests) })
    #expect(tests["到厂"] == ["到厂一次", "自查不到厂"])
    #expect(tests["自查"] == ["自查不到厂"])
    #expect(tests["达标率"] == [])
  }

  @Test func aPlainFileHasNoClausesButRulesWithoutAny() {
    let text = "计划 试 { 期间 2025年 }\n必须 甲 { 条件 高危 }\n必须 乙 { 依据 \"一\" }\n划分 丙 于 企业 { 丁：其他 }"
    let trace = Trace(SourceFile(name: "方案.plan", text: text))
    #expect(trace.clauses == [])
    #expect(trace.rulesWithoutClause.map(\.name) == ["甲"])
    #expect(trace.items.map(\.name) == ["试", "甲", "乙", "丙"])
  }

  @Test("Every row of the Yangkou document is carried out by a rule or named as still to come")
  func yangkou() throws {
    let trace = Trace(try Scripts.source("洋口镇.plan.md"))
    #expect(trace.rows.count == 144)
    #expect(trace.rulesWithoutClause == [])
    let deferred = trace.rows.filter(\.items.isEmpty)
    #expect(deferred.allSatisfy { $0.proseClause == "待后续条目" })
    #expect(
      trace.clausesWithoutRule.map { $0.path.last } == [
        "（三）加强监管执法", "待后续条目",
      ])
  }
}
