import Foundation
import Testing

/// 测试
@Suite struct TestingTests {
  private static let plan = """
    计划 试点 { 期间 2025年 }
    登记 企业 { 名称：文本 标识；人数：整数；入库日：日期 日期 }
    登记 自查 { 企业：企业；日：日期 日期 }
    职责 大厂自查 { 依据 "第一条"；对象 企业 其中 人数 > 50；频次 每季度至少1次；凭证 自查 }
    测试 "五十人以下不管" {
      截至 2025年4月1日
      记入 企业 { 名称：小厂，人数：50 }
      预期 义务 其中 规则 = 大厂自查 为空
    }

    """
  private static let beside = """
    测试 "五十一人就管" {
      截至 2025年4月1日
      记入 企业 { 名称：大厂，人数：51 }
      预期 义务 其中 规则 = 大厂自查 且 状态 = 逾期 为 { 大厂 }
    }

    """
  private static let wrong = """
    测试 "错的" {
      截至 2025年4月1日
      记入 企业 { 名称：大厂，人数：51 }
      预期 义务 其中 规则 = 大厂自查 且 状态 = 完成 为 { 大厂 }
    }

    """

  @Test("Tests in the plan, beside it and in the folder of tests are run, in this order")
  func places() throws {
    let desk = try Desk()
    try desk.write("试点.plan", Self.plan)
    try desk.write("试点.test.plan", Self.beside)
    try FileManager.default.createDirectory(
      at: desk.folder.appendingPathComponent("测试"), withIntermediateDirectories: true)
    try desk.write("测试/试点.三.plan", Self.beside.replacing("五十一人就管", with: "再管"))
    try desk.write("测试/别的.plan", Self.wrong)
    let answer = try desk.zhiben("测试", "试点.plan")
    #expect(answer.output == "通过  五十人以下不管\n通过  五十一人就管\n通过  再管\n3 个测试全部通过\n")
    #expect(answer.status == 0)
    #expect(try desk.zhiben("test", "试点.plan", "--jobs", "4").output == answer.output)
    #expect(
      try desk.zhiben("test", "试点.plan", "--filter", "再").output == "通过  再管\n1 个测试全部通过\n")
  }

  @Test("A failure shows the line, what was expected and found, and ends with 1")
  func failure() throws {
    let desk = try Desk()
    try desk.write("试点.plan", Self.plan)
    try desk.write("试点.test.plan", Self.wrong)
    let answer = try desk.zhiben("测试", "试点.plan")
    #expect(answer.status == 1)
    for part in [
      "失败  错的", "错误[E0809]：预期不符：预期“大厂”，实际无", "试点.test.plan:4",
      "    大厂自查 企业「大厂」 自 2025-01-01 期限 2025-03-31 逾期", "2 个测试，1 个失败",
    ] { #expect(answer.output.contains(part), "\(part)") }
    let json = try desk.zhiben("test", "试点.plan", "--format", "json").output
    #expect(json.contains("\"failed\": 1"))
    #expect(json.contains("\"code\":\"E0809\""))
    let xml = try desk.zhiben("test", "试点.plan", "--format", "junit").output
    #expect(xml.contains("tests=\"2\" failures=\"1\""))
    #expect(xml.contains("<failure type=\"E0809\""))
  }

  @Test("A file of tests declares nothing of the plan") func onlyTests() throws {
    let desk = try Desk()
    try desk.write("试点.plan", Self.plan)
    try desk.write("试点.test.plan", "范围 大厂 = 企业 其中 人数 > 50\n" + Self.beside)
    let answer = try desk.zhiben("测试", "试点.plan")
    #expect(answer.status == 1)
    #expect(answer.talk.contains("E0450"))
  }

  @Test("Coverage and its minimum") func coverage() throws {
    let desk = try Desk()
    try desk.write("试点.plan", Self.plan)
    let small = try desk.zhiben("test", "试点.plan", "--coverage", "--minimum", "80%")
    #expect(small.status == 1)
    #expect(small.output.contains("规则 0/1（0%）"))
    try desk.write("试点.test.plan", Self.beside)
    let whole = try desk.zhiben("test", "试点.plan", "--coverage", "--minimum", "80%")
    #expect(whole.status == 0)
    #expect(whole.output.contains("规则 1/1（100%）"))
    #expect(try desk.zhiben("test", "试点.plan", "--minimum", "许多").status == 64)
  }

  @Test("Changes of the plan that no test notices are named") func mutation() throws {
    let desk = try Desk()
    try desk.write("试点.plan", Self.plan)
    let few = try desk.zhiben("test", "试点.plan", "--mutate")
    #expect(few.status == 0)
    #expect(few.output.contains("变异：试了 5 处改动，测试发觉 2/5（40%）"))
    #expect(few.output.contains("1次 → 2次"))
    #expect(!few.output.contains("> → ≥"))
    try desk.write("试点.test.plan", Self.beside)
    let all = try desk.zhiben("test", "试点.plan", "--mutate")
    #expect(all.output.contains("测试发觉 5/5（100%）"))
  }
}
