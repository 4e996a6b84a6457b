import Foundation
import SmallTown
import Testing

/// What a script does before it runs, and how it stands to its document.
@Suite struct InspectTests {
  @Test(arguments: ["zh", "en"]) func inspectReadsWell(_ language: String) throws {
    let desk = try Desk()
    try desk.write("小镇.plan", SmallTown.plan)
    let answer = try desk.run("zhiben", ["inspect", "小镇.plan"], ["ZHIBEN_LANG": language])
    #expect(answer.status == 0)
    #expect(answer.talk.isEmpty)
    try Golden(path: "Command/inspect.\(language).txt").check(answer.output)
  }

  @Test func inspectForPrograms() throws {
    let desk = try Desk()
    try desk.write("小镇.plan", SmallTown.plan)
    let answer = try desk.zhiben("透视", "小镇.plan", "--格式", "数据")
    #expect(answer.status == 0)
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "zhiben.inspect/1")
    let reads = try #require(document["reads"] as? [[String: Any]])
    #expect(reads.compactMap { $0["register"] as? String } == ["企业", "自查", "隐患"])
    let outcomes = try #require(document["outcomes"] as? [[String: Any]])
    #expect(
      outcomes.compactMap { $0["kind"] as? String }
        == ["obligation", "violation", "rung", "reading"])
    let rules = try #require(document["rules"] as? [[String: Any]])
    #expect(rules.count == 4 && rules.allSatisfy { ($0["steps"] as? Int ?? 0) > 0 })
  }

  static let document = """
    # 小镇方案

    ## 一、目标

    ```plan
    计划 小镇 { 期间 2025年；依据 "Y-01 一" }
    登记 企业 { 代码：文本 标识；高危：是否 }
    目标 高危压降 { 依据 "Y-02 一"；对象 企业；达标 非 高危；2025年底前 100% }
    ```

    ## 二、任务

    ### （一）自查

    1. 企业每季度自查（Y-03）。

    2. 村每年巡查。

    ```plan
    必须 不得高危 { 依据 "Y-04 二（一）2"；对象 企业；条件 非 高危 }
    ```
    """

  @Test(arguments: ["zh", "en"]) func traceReadsWell(_ language: String) throws {
    let desk = try Desk()
    try desk.write("小镇.plan.md", Self.document)
    let answer = try desk.run("zhiben", ["trace", "小镇.plan.md"], ["ZHIBEN_LANG": language])
    #expect(answer.status == 0)
    try Golden(path: "Command/trace.\(language).txt").check(answer.output)
  }

  @Test func traceForPrograms() throws {
    let desk = try Desk()
    try desk.write("小镇.plan.md", Self.document)
    let answer = try desk.zhiben("对照", "小镇.plan.md", "--格式", "json")
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "zhiben.trace/1")
    let rows = try #require(document["rows"] as? [[String: Any]])
    #expect(rows.compactMap { $0["id"] as? String } == ["Y-01", "Y-02", "Y-03", "Y-04"])
    let clauses = try #require(document["clauses"] as? [[String: Any]])
    #expect(clauses.compactMap { ($0["rules"] as? [String])?.count } == [1, 0, 1])
  }

  @Test func traceOfAScriptThatCannotBeRead() throws {
    let desk = try Desk()
    #expect(try desk.zhiben("trace", "没有.plan").status == 66)
    try desk.write("坏.plan", "职责 甲 { 频次 ")
    #expect(try desk.zhiben("trace", "坏.plan").status == 1)
  }
}
