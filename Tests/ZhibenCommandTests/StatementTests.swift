import Foundation
import SmallTown
import Testing

/// Statements at the top of a plan: shown first, written in one transaction, in the ledger.
@Suite struct StatementTests {
  static let statements = """
    显示 "企业 {数量(企业)} 家"
    修改 企业「A1」 { 高危：是 }
    注销 企业「C3」
    对 每个 厂 于 企业 其中 状态 = 在产 且 高危 {
      记入 自查 { 编号："补-{厂.代码}"，企业：厂，自查日：2025年4月10日 }
    }
    显示 企业 其中 高危 选取 名称

    """

  /// A desk whose plan has these statements behind its rules.
  private static func desk(_ statements: String = statements) throws -> Desk {
    let desk = try Desk.withSmallTown()
    try desk.write("小镇.plan", SmallTown.plan + statements)
    return desk
  }

  /// How many records a register shows.
  private static func ask(_ desk: Desk, _ question: String, _ day: String = "2025-04-15") throws
    -> String
  {
    try desk.zhiben(
      "ask", "小镇.plan", question, "--store", "小镇.db", "--as-of", day, "--format", "csv"
    ).output
  }

  @Test func aPlanShowsWhatWouldBeWritten() throws {
    let desk = try Self.desk()
    let text = try desk.town("plan")
    #expect(text.status == 0, "\(text.talk)")
    try Golden(path: "Command/plan-statements.txt").check(text.output)
    let english = try desk.run(
      "zhiben", ["plan", "小镇.plan"] + SmallTown.there + ["--format", "json"],
      ["ZHIBEN_LANG": "en"])
    let document = try #require(
      try JSONSerialization.jsonObject(with: Data(english.output.utf8)) as? [String: Any])
    let writes = try #require(document["writes"] as? [[String: Any]])
    #expect(writes.map { $0["change"] as? String } == ["update", "delete", "insert", "insert"])
    #expect(writes.map { $0["line"] as? Int } == [67, 68, 70, 70])
    let field = (writes[0]["fields"] as? [[String: Any]])?.first
    #expect(field?["old"] as? Bool == false && field?["new"] as? Bool == true)
    #expect((document["shown"] as? [[String: Any]])?.count == 2)
    // Nothing was written.
    #expect(try Self.ask(desk, "企业 其中 高危 选取 名称") == "名称\r\n乙化工有限公司\r\n")
  }

  @Test(arguments: ["apply", "run"])
  func theyAreWrittenOnce(_ command: String) throws {
    let desk = try Self.desk()
    let first = try desk.town(command)
    #expect(first.status == 0, "\(first.talk)")
    #expect(first.output.hasPrefix("企业 3 家\n名称\n"), "\(first.output)")
    #expect(first.output.contains("记入 2，修改 1，注销 1；新增"), "\(first.output)")
    #expect(try Self.ask(desk, "企业 其中 高危 选取 名称") == "名称\r\n甲木业有限公司\r\n乙化工有限公司\r\n")
    #expect(try Self.ask(desk, "企业 选取 代码") == "代码\r\nA1\r\nB2\r\n")
    #expect(try Self.ask(desk, "企业 选取 代码", "2025-04-14") == "代码\r\nA1\r\nB2\r\nC3\r\n")
    #expect(try Self.ask(desk, "自查 其中 企业 为空 选取 编号") == "编号\r\n")
    let ledger = try desk.ledger()
    let second = try desk.town(command)
    #expect(second.status == 0 && second.output.hasPrefix("企业 2 家\n"), "\(second.output)")
    #expect(!second.output.contains("已写入"), "\(second.output)")
    #expect(try desk.ledger() == ledger)
    #expect(try desk.zhiben("store", "verify", "小镇.db").status == 0)
  }

  /// What is reckoned from what is there would be done twice by a second run of the same day.
  @Test func aRunThatIsRepeatedDoublesNothing() throws {
    let desk = try Self.desk(
      """
      对 每个 厂 于 企业 {
        记入 隐患 { 编号："第{数量(隐患) + 1}号"，企业：厂，级别：一般 }
      }

      """)
    let first = try desk.town("run")
    #expect(first.output.contains("记入 3"), "\(first.output) \(first.talk)")
    let second = try desk.town("run")
    #expect(second.status == 0 && second.output.isEmpty && second.talk.isEmpty, "\(second)")
    let third = try desk.town("apply")
    #expect(third.talk.contains("3 处变更今天已经写过"), "\(third.talk)")
    // A record that came in between gets what is due to it; the others nothing again.
    try desk.write("企业.csv", SmallTown.enterprises + "D4,丁厂,2024-01-01,在产,否,赵六\n")
    try desk.zhiben("import", "企业.csv", "--store", "小镇.db", "--script", "小镇.plan")
    #expect(try desk.town("run").output.contains("记入 1"))
    #expect(try Self.ask(desk, "隐患 统计 数 = 数量()") == "数\r\n7\r\n")
    // The next day is another day.
    let tomorrow = try desk.zhiben("run", "小镇.plan", "--store", "小镇.db", "--as-of", "2025-04-16")
    #expect(tomorrow.output.contains("记入 4"), "\(tomorrow.output)")
  }

  @Test(arguments: ["plan", "apply", "run"])
  func anAssertionThatFailsEndsTheRun(_ command: String) throws {
    let desk = try Self.desk(
      Self.statements + "断言 数量(企业) = 3，\"企业少了\"\n")
    let answer = try desk.town(command)
    #expect(answer.status == 1)
    #expect(answer.output.hasPrefix("企业 3 家\n"), "\(answer.output)")
    #expect(answer.talk.contains("E0808") && answer.talk.contains("企业少了"), "\(answer.talk)")
    #expect(!answer.output.contains("小镇"), "no report follows: \(answer.output)")
    #expect(try Self.ask(desk, "企业 选取 代码") == "代码\r\nA1\r\nB2\r\nC3\r\n")
    #expect(try desk.ledger().isEmpty)
  }

  @Test func aSavedPlanIsWrittenAsItWasRead() throws {
    let desk = try Self.desk()
    try desk.town("plan", "--save", "今日.saved")
    let answer = try desk.zhiben("apply", "今日.saved", "--store", "小镇.db")
    #expect(answer.status == 0 && answer.output.contains("记入 2，修改 1，注销 1"), "\(answer.talk)")
    #expect(try desk.zhiben("apply", "今日.saved", "--store", "小镇.db").status == 1)
  }

  @Test func aSavedPlanIsRefusedIfTheFactsHaveChanged() throws {
    let desk = try Self.desk()
    try desk.town("plan", "--save", "今日.saved")
    try desk.write("自查.csv", SmallTown.checks + "Z4,C3,2025-03-01\n")
    try desk.zhiben("import", "自查.csv", "--store", "小镇.db", "--script", "小镇.plan")
    let answer = try desk.zhiben("apply", "今日.saved", "--store", "小镇.db")
    #expect(answer.status == 1 && answer.talk.contains("E0708"), "\(answer.talk)")
    #expect(try Self.ask(desk, "企业 选取 代码") == "代码\r\nA1\r\nB2\r\nC3\r\n")
  }

  @Test func statementsFindTheOutcomesOfTheRun() throws {
    let desk = try Self.desk(
      """
      显示 "逾期 {数量(义务 其中 状态 = 逾期)} 项"
      对 每个 项 于 义务 其中 状态 = 逾期 {
        记入 隐患 { 编号："逾期-{项.对象}-{项.首日}"，企业：项.企业，级别：一般 }
      }

      """)
    let plan = try desk.town("plan")
    #expect(plan.status == 0, "\(plan.talk)")
    #expect(plan.output.hasPrefix("逾期 1 项\n"), "\(plan.output)")
    let run = try desk.town("run")
    #expect(run.output.hasPrefix("逾期 1 项\n") && run.output.contains("记入 1"), "\(run.output)")
    #expect(try desk.town("run").output == "逾期 1 项\n")
  }

  /// A record of a register without a date is found by its key as soon as it is entered.
  @Test func aRecordWithoutADateIsFoundByItsKey() throws {
    let desk = try Desk()
    try desk.write(
      "a.plan",
      """
      计划 甲 { 期间 2025年 }
      登记 村 { 名称：文本 标识 }
      登记 企业 { 名称：文本 标识；村：村；入库日：日期 日期 }
      记入 村 { 名称：东村 }
      记入 企业 { 名称：甲厂，村：村「东村」 }
      显示 企业「甲厂」.村.名称

      """)
    try desk.zhiben("store", "init", "--store", "a.db")
    let run = try desk.zhiben("run", "a.plan", "--store", "a.db", "--as-of", "2025-04-15")
    #expect(run.status == 0 && run.output.contains("东村\n"), "\(run.output)\(run.talk)")
    let question = "企业「甲厂」.村.名称"
    let asked = try desk.zhiben(
      "ask", "a.plan", question, "--store", "a.db", "--as-of", "2025-04-16")
    #expect(asked.output.contains("东村"), "\(asked.output)\(asked.talk)")
    #expect(try desk.zhiben("store", "verify", "--store", "a.db").status == 0)
    #expect(try desk.zhiben("store", "verify").status == 64)
    #expect(try desk.zhiben("store", "verify", "a.db", "--store", "a.db").status == 64)
  }
}
