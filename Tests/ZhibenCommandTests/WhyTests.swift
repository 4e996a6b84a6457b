import Foundation
import SmallTown
import Testing

/// 为何
@Suite struct WhyTests {
  private func why(_ desk: Desk, _ key: String..., environment: [String: String] = [:]) throws
    -> Desk.Answer
  {
    try desk.run(
      "zhiben", ["why"] + key + ["--script", "小镇.plan"] + SmallTown.there, environment)
  }

  /// What is typed, and the key of the outcome that is explained.
  @Test(arguments: [
    ("季度自查/B2/2025-03-01月/1", "季度自查/B2/2025-03-01月/1"),
    ("季度自查／B2／2025-03-01月／1", "季度自查/B2/2025-03-01月/1"),
    ("季度自查/B2/2025-03-01/1", "季度自查/B2/2025-03-01月/1"),
    ("季度自查/B2/2025-03", "季度自查/B2/2025-03-01月/1"),
    ("季度/乙化工/2025-03", "季度自查/B2/2025-03-01月/1"),
    ("隐患逾期/H1/2/1", "隐患逾期/H1/2/1"),
    ("隐患逾期/H1/2", "隐患逾期/H1/2/1"),
    ("重大隐患/H1", "重大隐患限期整改/H1/2025-03-31/1"),
    ("自查覆盖", "自查覆盖/-/1/1"),
    ("自查覆盖/-/1/1", "自查覆盖/-/1/1"),
  ])
  func oneOutcomeIsExplained(_ typed: String, _ key: String) throws {
    let desk = try Desk.withSmallTown()
    let answer = try why(desk, typed)
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.output.hasPrefix(key + "\n"), "\(answer.output)")
    #expect(answer.output.contains("依据") && answer.output.contains("结论"))
  }

  @Test func ruleAndSubjectMayBeTwoWords() throws {
    let desk = try Desk.withSmallTown()
    #expect(
      try why(desk, "重大隐患", "H1").output.hasPrefix("重大隐患限期整改/H1/2025-03-31/1\n"))
  }

  @Test func everyKeyThatAPlanPrintsIsUnderstood() throws {
    let desk = try Desk.withSmallTown()
    let plan = try desk.town("plan", "--format", "json").output
    let document = try JSONSerialization.jsonObject(with: Data(plan.utf8)) as? [String: Any]
    let changes = try #require(document?["changes"] as? [[String: Any]])
    try desk.town("run")
    for key in changes.compactMap({ $0["key"] as? String }) {
      let answer = try why(desk, key)
      #expect(answer.status == 0 && answer.output.hasPrefix(key + "\n"), "\(key): \(answer)")
    }
  }

  @Test func severalHitsAreListedThoseThatNeedSomebodyFirst() throws {
    let desk = try Desk.withSmallTown()
    let rule = try why(desk, "季度自查/乙化工")
    #expect(rule.status == 0)
    let lines = rule.output.split(separator: "\n")
    #expect(lines.first == "有 4 条对得上，请写明是哪一条：")
    #expect(lines.dropFirst().first?.contains("逾期 15 天") == true)
    let subject = try why(desk, "乙化工")
    #expect(subject.output.hasPrefix("有 4 条对得上"))
  }

  @Test func absenceIsExplained() throws {
    let desk = try Desk.withSmallTown()
    let answer = try why(desk, "隐患逾期/H2")
    #expect(answer.status == 0)
    #expect(answer.output.hasPrefix("「隐患逾期」对「H2（甲木业有限公司）」没有结果\n"))
    #expect(answer.output.contains("级别 = 重大 → 否"))
  }

  @Test(arguments: [
    ("季度自杳/B2", "E0305", "季度自查"), ("季度自查/没有这家", "E0709", "没有这家"), ("没有这家", "E0709", "没有这家"),
    ("/", "E0709", "/"),
  ])
  func whatIsNotThereIsSaid(_ typed: String, _ code: String, _ word: String) throws {
    let desk = try Desk.withSmallTown()
    let answer = try why(desk, typed)
    #expect(answer.status == 1)
    #expect(answer.talk.contains(code) && answer.talk.contains(word), "\(answer.talk)")
  }

  @Test(arguments: ["zh", "en"])
  func anOverdueDutyInFull(_ language: String) throws {
    let desk = try Desk.withSmallTown()
    let answer = try why(
      desk, "季度自查/B2/2025-03-01月/1", environment: ["ZHIBEN_LANG": language])
    try Golden(path: "Command/why.\(language).txt").check(answer.output)
  }

  @Test func programsReadJSON() throws {
    let desk = try Desk.withSmallTown()
    let one = try why(desk, "隐患逾期/H1/2", "--format", "json").output
    let document = try #require(
      JSONSerialization.jsonObject(with: Data(one.utf8)) as? [String: Any])
    #expect(document["schema"] as? String == "zhiben.why/1")
    #expect((document["outcome"] as? [String: Any])?["key"] as? String == "隐患逾期/H1/2/1")
    #expect((document["sections"] as? [Any])?.isEmpty == false)
    let several = try why(desk, "季度自查/B2", "--format", "json").output
    let list = try #require(
      JSONSerialization.jsonObject(with: Data(several.utf8)) as? [String: Any])
    #expect((list["candidates"] as? [Any])?.count == 4)
  }
}
