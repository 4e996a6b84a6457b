import Foundation
import SmallTown
import Testing

@testable import Zhiben

/// 预演
@Suite struct PlanTests {
  @Test(arguments: ["zh", "en"])
  func theVeryRecordsAreListed(_ language: String) throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.run(
      "zhiben", ["plan", "小镇.plan"] + SmallTown.there, ["ZHIBEN_LANG": language])
    #expect(answer.status == 0)
    #expect(answer.talk.isEmpty)
    try Golden(path: "Command/plan.\(language).txt").check(answer.output)
    let again = try desk.run(
      "zhiben", ["预演", "小镇.plan"] + SmallTown.there, ["ZHIBEN_LANG": language])
    #expect(again.output == answer.output, "a plan writes nothing")
  }

  @Test func changesShowWhatStoodBefore() throws {
    let desk = try Desk.withSmallTown()
    try desk.town("run")
    let answer = try desk.zhiben(
      "plan", "小镇.plan", "--store", "小镇.db", "--as-of", "2025年5月15日")
    try Golden(path: "Command/plan-later.txt").check(answer.output)
  }

  @Test func longListsAreCutUnlessAllIsAskedFor() throws {
    let desk = try Desk.withSmallTown()
    let two = try desk.town("plan", "--limit", "2")
    #expect(two.output.contains("  还有 6 条（--all 全部列出；--rule 季度自查 只看这一条规则）\n  合计 8："))
    let none = try desk.town("plan", "--limit=0")
    #expect(!none.output.contains("+ 新增"))
    let all = try desk.town("plan", "--all")
    #expect(all.output.split(separator: "\n").count { $0.hasPrefix("  + 新增") } == 14)
    #expect(!all.output.contains("还有"))
  }

  @Test func oneRuleCanBeLookedAt() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("plan", "--规则", "隐患")
    #expect(answer.status == 0)
    #expect(answer.output.contains("督办 隐患逾期") && !answer.output.contains("职责"))
    #expect(answer.output.contains("只推算了一条规则"))
    let unknown = try desk.town("plan", "--rule", "季度自杳")
    #expect(unknown.status == 1)
    #expect(unknown.talk.contains("E0305") && unknown.talk.contains("季度自查"), "\(unknown.talk)")
    #expect(try desk.town("plan", "--rule", "隐患", "--save", "a.saved").status == 64)
  }

  @Test func bothEvaluatorsPlanTheSame() throws {
    let desk = try Desk.withSmallTown()
    let fast = try desk.town("plan", "--format", "json")
    let reference = try desk.town("plan", "--format", "json", "--reference")
    #expect(fast.output == reference.output)
  }

  @Test func programsReadJSON() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town("plan", "--format", "json")
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(answer.output.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "zhiben.plan/1")
    #expect(document["as_of"] as? String == "2025-04-15")
    let changes = try #require(document["changes"] as? [[String: Any]])
    let summary = try #require(document["summary"] as? [String: Any])
    #expect(summary["insert"] as? Int == changes.count)
    let keys = changes.compactMap { $0["key"] as? String }
    #expect(Set(keys).count == changes.count, "keys are natural: no two records share one")
    let rules = try #require(document["rules"] as? [[String: Any]])
    let states = rules.compactMap { $0["states"] as? [String: Int] }
    #expect(states.flatMap(\.values).reduce(0, +) == changes.count)
    let known = Set(OutcomeStatus.allCases.map(\.code))
    for change in changes {
      #expect(known.contains(change["status"] as? String ?? ""))
      #expect(OutcomeKind.allCases.map(\.code).contains(change["kind"] as? String ?? ""))
      for day in ["due", "due_raw", "happened_on", "last_day"] {
        let value = change[day]
        #expect(value is NSNull || (value as? String).flatMap { CivilDate(iso: $0) } != nil)
      }
    }
    let limited = try desk.town("plan", "--format", "json", "--limit", "1")
    let few = try #require(
      JSONSerialization.jsonObject(with: Data(limited.output.utf8)) as? [String: Any])
    #expect((few["changes"] as? [Any])?.count == 4)
    #expect((few["summary"] as? [String: Any])?["insert"] as? Int == changes.count)
  }

  /// Sums of the table of scopes: everybody is in, out or to be verified.
  @Test func scopesAddUp() throws {
    let desk = try Desk.withSmallTown()
    let document = try #require(
      JSONSerialization.jsonObject(
        with: Data(try desk.town("plan", "--format", "json").output.utf8)) as? [String: Any])
    let scopes = try #require(document["scopes"] as? [[String: Any]])
    for scope in scopes {
      let counts = ["inside", "outside", "unknown"].compactMap { scope[$0] as? Int }
      #expect(counts.reduce(0, +) == 3)
    }
    let blanks = try #require(scopes.last?["blanks"] as? [[String: Any]])
    #expect(blanks.first?["field"] as? String == "高危")
    #expect(document["complete_registers"] as? [String] == ["企业", "自查", "隐患"])
  }

  @Test func confidentialFieldsNeverShow() throws {
    let desk = try Desk.withSmallTown()
    for format in ["text", "json"] {
      let plan = try desk.town("plan", "--all", "--format", format).output
      let why = try desk.run(
        "zhiben",
        ["why", "季度自查/A1", "--script", "小镇.plan", "--format", format] + SmallTown.there
      ).output
      for name in ["张三", "李四", "王五"] {
        #expect(!plan.contains(name) && !why.contains(name))
      }
    }
  }
}
