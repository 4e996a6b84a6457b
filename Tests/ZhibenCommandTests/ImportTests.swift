import Foundation
import SmallTown
import Testing

/// 导入, through the command: files, registers, what is refused.
@Suite struct ImportTests {
  @Test func importingTwiceChangesNothing() throws {
    let desk = try Desk.withSmallTown()
    let before = try desk.dataVersion()
    let again = try desk.zhiben(
      "导入", "企业.csv", "自查.csv", "隐患.csv", "--台账库", "小镇.db", "--脚本", "小镇.plan")
    #expect(again.status == 0)
    #expect(again.output.contains("企业.csv → 企业：读 3 行，新增 0，变更 0，未变 3\n"), "\(again.output)")
    #expect(again.output.hasSuffix("共 3 个文件，读 9 行，未导入 0 行。\n"))
    #expect(try desk.dataVersion() == before)
  }

  @Test func refusedRowsAreCorrectedAndImportedAgain() throws {
    let desk = try Desk.withSmallTown()
    try desk.write(
      "自查.csv", "编号,企业,自查日\nZ4,A1,2025-02-30\nZ5,没有,2025-03-01\nZ6,C3,2025-03-01\n")
    let command = ["import", "自查.csv", "--store", "小镇.db", "--script", "小镇.plan"]
    let answer = try desk.run("zhiben", command + ["--strict"])
    #expect(answer.status == 65)
    #expect(answer.output.contains("读 3 行，新增 1，变更 0，未变 0，未导入 2"), "\(answer.output)")
    #expect(answer.output.contains("2025-02-30") && answer.output.contains("没有"))
    #expect(answer.output.contains("自查.未导入.csv"))
    #expect(
      try desk.run("zhiben", command).status == 0, "refused rows are no failure by themselves")
    var refused = String(decoding: try desk.read("自查.未导入.csv"), as: UTF8.self)
    #expect(refused.contains("未导入原因"))
    refused = refused.replacingOccurrences(of: "2025-02-30", with: "2025-02-28")
      .replacingOccurrences(of: "Z5,没有", with: "Z5,B2")
    try desk.write("自查.未导入.csv", refused)
    let corrected = try desk.zhiben(
      "import", "自查.未导入.csv", "--store", "小镇.db", "--script", "小镇.plan", "--strict")
    #expect(corrected.status == 0, "\(corrected.output)")
    #expect(corrected.output.contains("→ 自查：读 2 行，新增 2，变更 0，未变 0\n"))
  }

  /// The invented town with the faults that real ledgers have.
  @Test func theDirtySampleComesInAfterItsCorrection() throws {
    let desk = try Desk()
    try desk.run("zhiben-sample", ["--enterprises", "6", "--out", "镇", "--dirty"])
    let files = ["机构", "村", "网格", "人员", "企业", "场所", "隐患"].map { "镇/\($0).csv" }
    let first = try desk.run("zhiben", ["import"] + files + ["--store", "镇.db", "--strict"])
    #expect(first.status == 65, "\(first.talk)")
    #expect(first.output.contains("→ 隐患：") && first.output.contains("未导入 3"))
    var hazards = String(decoding: try desk.read("镇/隐患.未导入.csv"), as: UTF8.self)
    let known = try #require(
      String(decoding: try desk.read("镇/企业.csv"), as: UTF8.self).split(separator: "\n")
        .dropFirst().first?.split(separator: ",").first)
    let unknown = try #require(
      hazards.split(whereSeparator: \.isNewline).last?.split(separator: ",")[1])
    hazards = hazards.replacingOccurrences(of: "2025年2月30日", with: "2025年2月28日")
      .replacingOccurrences(of: ",特大,", with: ",重大,")
      .replacingOccurrences(of: unknown, with: known)
    try desk.write("镇/隐患.未导入.csv", hazards)
    let second = try desk.zhiben("import", "镇/隐患.未导入.csv", "--store", "镇.db", "--strict")
    #expect(second.status == 0, "\(second.output)")
    #expect(second.output.contains("→ 隐患：读 3 行，新增 3"))
  }

  @Test func aFileOfNoRegisterIsRefusedWithTheRegistersNamed() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("名单.csv", SmallTown.enterprises)
    let answer = try desk.zhiben(
      "import", "名单.csv", "--store", "小镇.db", "--script", "小镇.plan")
    #expect(answer.status == 65)
    #expect(answer.talk.contains("E0303") && answer.talk.contains("自查"), "\(answer.talk)")
    let named = try desk.zhiben(
      "import", "名单.csv", "--register", "企业", "--store", "小镇.db", "--script", "小镇.plan")
    #expect(named.status == 0 && named.output.contains("未变 3"))
  }

  @Test func changesHoldFromTheDayThatIsNamed() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("企业.csv", "代码,名称,高危\nC3,丙机械厂,是\n")
    try desk.zhiben(
      "import", "企业.csv", "--store", "小镇.db", "--script", "小镇.plan", "--生效", "2025年4月1日")
    let plan = try desk.town("plan", "--rule", "季度自查").output
    #expect(plan.contains("季度自查/C3/2025-04-01月/1"), "\(plan)")
    #expect(!plan.contains("季度自查/C3/2025-03-01月/1"), "before that day it was another")
  }

  @Test func bothLanguagesReport() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("自查.csv", "编号,企业,自查日\nZ4,A1,昨天\n")
    let answer = try desk.run(
      "zhiben", ["import", "自查.csv", "--store", "小镇.db", "--script", "小镇.plan"],
      ["ZHIBEN_LANG": "en"])
    #expect(answer.output.contains("1 rows read, 0 new, 0 changed, 0 unchanged, 1 refused"))
    #expect(answer.output.contains("row  column"))
  }
}

extension Desk {
  fileprivate func dataVersion() throws -> Int? {
    let answer = try zhiben("store", "info", "小镇.db", "--format", "json")
    let document = try JSONSerialization.jsonObject(with: Data(answer.output.utf8))
    return (document as? [String: Any])?["data_version"] as? Int
  }
}
