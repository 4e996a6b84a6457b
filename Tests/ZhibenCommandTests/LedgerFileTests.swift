import Foundation
import SmallTown
import Testing
import Zhiben
import ZhibenSheets

/// Ledgers that go out: answers as files.
@Suite struct LedgerFileTests {
  /// Titles and rows of the first sheet.
  private func rows(_ desk: Desk, _ path: String) throws -> [[String]] {
    let book = try Workbook(Array(try desk.read(path)))
    let table = try book.table(try #require(book.sheets.first))
    return table.rows.map { row in table.cells(of: row).map { table.text(of: $0) } }
  }

  @Test func anAnswerIsWrittenAsAWorkbook() throws {
    let desk = try Desk.withSmallTown()
    let answer = try desk.town(
      "ask", "隐患 选取 编号，企业，整改期限，今日 − 整改期限 排序 编号", "--output", "隐患.xlsx")
    #expect(answer.status == 0 && answer.output.isEmpty)
    #expect(answer.talk.contains("已写入 隐患.xlsx（3 行）"), "\(answer.talk)")
    let rows = try rows(desk, "隐患.xlsx")
    #expect(rows.first == ["编号", "企业", "整改期限", "今日 − 整改期限"])
    #expect(rows.dropFirst().first?.prefix(3) == ["H1", "乙化工有限公司", "2025-03-31"], "\(rows)")
  }

  @Test func aFileOfCommasHasAMarkOrIsInGB18030() throws {
    let desk = try Desk.withSmallTown()
    try desk.town("ask", "企业.名称", "--output", "名称.csv")
    #expect(try desk.read("名称.csv").prefix(3) == Data([0xEF, 0xBB, 0xBF]))
    try desk.town("问", "企业.名称", "--输出", "国标.csv", "--编码", "gb18030")
    // 企业
    #expect(try desk.read("国标.csv").prefix(4) == Data([0xC6, 0xF3, 0xD2, 0xB5]))
  }

  /// Text that begins like a formula stays text in both.
  @Test func nothingBecomesAFormula() throws {
    let desk = try Desk.withSmallTown()
    try desk.write("企业.csv", "代码,名称\nA1,\"=HYPERLINK(\"\"x\"\")\"\nB2,@甲\nC3,+1\n")
    let command = ["--store", "小镇.db", "--script", "小镇.plan", "--valid-from", "2025-01-01"]
    try desk.run("zhiben", ["import", "企业.csv"] + command)
    try desk.town("ask", "企业 选取 代码，名称", "--output", "企业.xlsx")
    #expect(try rows(desk, "企业.xlsx")[1] == ["A1", "=HYPERLINK(\"x\")"])
    try desk.town("ask", "企业 选取 代码，名称", "--output", "名单.csv")
    let text = String(decoding: try desk.read("名单.csv").dropFirst(3), as: UTF8.self)
    #expect(text == "代码,名称\r\nA1,\"\t=HYPERLINK(\"\"x\"\")\"\r\nB2,\t@甲\r\nC3,\t+1\r\n")
    // And comes in again as it went out.
    let again = try desk.run("zhiben", ["import", "名单.csv", "--register", "企业"] + command)
    #expect(again.output.contains("未变 3"), "\(again.output)")
  }
}
