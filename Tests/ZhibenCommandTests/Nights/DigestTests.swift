import Foundation
import SmallTown
import Testing

/// What a run that nobody watches prints: nothing, or the body of a mail.
@Suite struct DigestTests {
  @discardableResult
  private func run(
    _ desk: Desk, _ day: String, _ more: String..., language: String = "zh"
  ) throws -> Desk.Answer {
    try desk.run(
      "zhiben", ["run", "小镇.plan", "--store", "小镇.db", "--as-of", day] + more,
      ["ZHIBEN_LANG": language])
  }

  @Test func aQuietNightSaysNothing() throws {
    let desk = try Desk.withSmallTown()
    #expect(try !run(desk, "2025-04-15").output.isEmpty)
    for day in ["2025-04-15", "2025-04-16", "2025-04-16", "2025-04-17"] {
      let answer = try run(desk, day)
      #expect(answer.status == 0 && answer.output.isEmpty && answer.talk.isEmpty, "\(answer)")
    }
    #expect(try desk.runs("小镇.db").count == 3, "each day was run once")
  }

  @Test(arguments: ["zh", "en"])
  func digestsAreAsPeopleReadThem(_ language: String) throws {
    let desk = try Desk.withSmallTown()
    var mails = ""
    // The first night, the last day of a month, a missed week, a missed week that is made up.
    for (day, more) in [
      ("2025-04-15", ""), ("2025-04-29", ""), ("2025-04-30", ""), ("2025-05-08", ""),
      ("2025-05-16", "--catch-up"),
    ] {
      let answer = try desk.run(
        "zhiben",
        ["run", "小镇.plan", "--store", "小镇.db", "--as-of", day] + (more.isEmpty ? [] : [more]),
        ["ZHIBEN_LANG": language])
      #expect(answer.status == 0 && answer.talk.isEmpty, "\(answer)")
      mails += "$ \(day) \(more)\n\(answer.output)"
    }
    try Golden(path: "Command/digest.\(language).txt").check(mails)
  }

  @Test func whatFallsDueIsToldOnceADay() throws {
    let desk = try Desk.withSmallTown()
    try run(desk, "2025-04-29")
    let first = try run(desk, "2025-04-30")
    #expect(first.output.contains("今日到期 1\n"), "\(first.output)")
    #expect(first.output.contains("季度自查/B2/2025-04-01月/1"))
    #expect(try run(desk, "2025-04-30").output.isEmpty)
  }

  @Test func aMailStaysReadable() throws {
    let desk = try Desk.withSmallTown()
    var rules = ""
    for number in 1...12 {
      rules += """
        职责 每月事项\(number) {
          对象 在册企业
          由 主要负责人
          频次 每月至少1次
          凭证 自查
        }

        """
    }
    try desk.write("小镇.plan", SmallTown.plan + rules)
    var enterprises = "代码,名称,入库日,状态,高危\n"
    for number in 0..<60 { enterprises += "E\(number),第\(number)厂,2024-01-01,在产,否\n" }
    try desk.write("企业.csv", enterprises)
    try desk.zhiben("import", "企业.csv", "--store", "小镇.db", "--script", "小镇.plan", "--strict")
    let mail = try run(desk, "2025-06-30").output
    #expect(mail.split(separator: "\n").count < 60, "\(mail)")
    #expect(mail.contains("，另 "), "\(mail)")
    #expect(mail.split(separator: "\n").allSatisfy { $0.count < 160 }, "\(mail)")
  }
}
