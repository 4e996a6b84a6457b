import Foundation
import Testing

/// 报告
@Suite struct ReportTests {
  /// A planted fault among rules that have nothing to do with it.
  static let plan = """
    计划 洋口 { 期间 2025年 }
    引用 标准台账
    // 张三 13800000000
    范围 宏达厂 = 企业 其中 高危
    职责 宏达自查 { 依据 "洋口镇〔2024〕5号"；对象 宏达厂；频次 每季度1次；凭证 自查 }
    范围 坏 = 企业 其中 从业人数 > "多"

    """

  @Test func aMessageIsShrunkAndItsNamesHidden() throws {
    let desk = try Desk()
    try desk.write("洋口.plan", Self.plan)
    let answer = try desk.zhiben("报告", "洋口.plan", environment: ["ZHIBEN_LIBRARY": ""])
    #expect(answer.status == 0, "\(answer.talk)")
    for part in ["# zhiben ", "从业人数 > \"文1\"", "```plan", "LC_ALL=C.UTF-8"] {
      #expect(answer.output.contains(part), "\(answer.output)")
    }
    for word in ["洋口", "宏达", "张三", "1380", "自查"] {
      #expect(!answer.output.contains(word), "\(word): \(answer.output)")
    }
    #expect(answer.talk.contains("字节缩小到"))
    #expect(!desk.exists(".报告-洋口.plan"))
  }

  @Test func howACommandEndsIsAFaultToo() throws {
    let desk = try Desk()
    try desk.write("a.plan", Self.plan)
    let answer = try desk.zhiben(
      "report", "a.plan", "--status", "1", "--attempts", "40", "--", "check", "{}",
      environment: ["ZHIBEN_LANG": "en"])
    #expect(answer.status == 0, "\(answer.talk)")
    #expect(answer.output.contains("fault: zhiben check {} → 1"))
    #expect(!desk.exists(".报告-a.plan"))
  }

  @Test(arguments: [
    (["--code", "E0999"], Int32(1), "没有出现"), ([], 64, "没有提示"), (["--status", "1"], 64, "--退出码"),
  ])
  func whatCannotBeLookedForIsSaid(_ options: [String], _ status: Int32, _ says: String) throws {
    let desk = try Desk()
    try desk.write("a.plan", "计划 甲 { 期间 2025年 }\n")
    let answer = try desk.run("zhiben", ["report", "a.plan"] + options, [:])
    #expect(answer.status == status)
    #expect(answer.talk.contains(says), "\(answer.talk)")
  }
}
