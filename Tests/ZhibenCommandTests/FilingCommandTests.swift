import Foundation
import Testing

/// 报送 at the prompt.
@Suite struct FilingCommandTests {
  static let plan = """
    计划 小镇 { 期间 2025年 }
    登记 办 别名 office { 名称 别名 name：文本 标识；在列 别名 is_listed：是否 }
    登记 事 别名 matter { 编号 别名 code：文本 标识；办 别名 office：办；日 别名 day：日期 日期；数 别名 number：数 }
    报送 月报 {
      依据 "三（一）"
      各 办 其中 在列
      致 镇安委办
      每月10日前
      期间 上月
      栏目 { 事数 = 数量（事 于 本期）；总数 = 求和（（事 于 本期）.数）；备注 }
      合计 事数
    }

    """

  static func desk() throws -> Desk {
    let desk = try Desk()
    try desk.write("镇.plan", plan)
    try desk.write("办.csv", "名称,在列\n东办,是\n西办,是\n")
    try desk.write("事.csv", "编号,办,日,数\n一,东办,2025-02-03,3\n二,西办,2025-02-04,\n")
    try desk.run(
      "zhiben",
      ["import", "办.csv", "事.csv", "--strict", "--store", "镇.db", "--script", "镇.plan"])
    return desk
  }

  private func filing(_ desk: Desk, _ arguments: String...) throws -> Desk.Answer {
    try desk.run(
      "zhiben",
      ["报送", "月报", "--store", "镇.db", "--script", "镇.plan", "--as-of", "2025-03-05"] + arguments)
  }

  @Test func aTableHasARowForEachUnitAndNoZeroForWhatIsUnknown() throws {
    let answer = try filing(Self.desk())
    #expect(answer.status == 0, "\(answer.talk)")
    for text in ["2025-03-10 报", "致 镇安委办", "2025-02-01至2025-02-28", "未知", "合计"] {
      #expect(answer.output.contains(text), "\(text) in \(answer.output)")
    }
  }

  @Test func programsTellUnknownFromEmpty() throws {
    let desk = try Self.desk()
    let csv = try filing(desk, "--format", "csv", "--due", "2025-03-10")
    #expect(
      csv.output.replacing("\r\n", with: "\n")
        == "办,事数,总数,备注\n东办,1,3,\n西办,1,未知,\n合计,2,,\n", "\(csv.output)")
    let json = try filing(desk, "--format", "json")
    #expect(json.output.contains("null"), "\(json.output)")
  }

  @Test func aWorkbookIsWritten() throws {
    let desk = try Self.desk()
    let answer = try filing(desk, "--output", "月报.xlsx")
    #expect(answer.status == 0 && answer.talk.contains("3 行"), "\(answer.talk)")
  }

  @Test func onOtherDaysItIsNotDue() throws {
    let answer = try filing(Self.desk(), "--due", "2025-03-11")
    #expect(answer.status == 65 && answer.talk.contains("2025-03-10"), "\(answer.talk)")
  }

  @Test func anUnknownNameIsTold() throws {
    let desk = try Self.desk()
    let answer = try desk.run(
      "zhiben", ["filing", "年报", "--store", "镇.db", "--script", "镇.plan"])
    #expect(answer.status != 0 && answer.talk.contains("E0305"), "\(answer.talk)")
  }

  @Test func whyShowsTheFigures() throws {
    let desk = try Self.desk()
    let answer = try desk.run(
      "zhiben",
      [
        "why", "月报/东办/2025-03-10", "--store", "镇.db", "--script", "镇.plan", "--as-of",
        "2025-03-05",
      ])
    #expect(answer.status == 0, "\(answer.talk)")
    for text in ["数据截至 2025-02-28", "事数：1", "备注：（填报）"] {
      #expect(answer.output.contains(text), "\(text) in \(answer.output)")
    }
  }
}
