import Foundation
import Testing
import Zhiben
import ZhibenSheets

/// Empty ledgers that are handed out to be filled in.
@Suite struct LedgerTemplateTests {
  private static let source = """
    计划 示例 { 期间 2025年 }
    取值 级别 { 一般；重大 }
    登记 企业 { 代码：文本 标识；名称：文本 必填；产值：数（万元）；高危：是否 }
    登记 隐患 { 编号：文本 标识；企业：企业 必填；级别：级别；整改期限：日期 }
    """

  @Test func aTemplateHasASheetForEachRegister() throws {
    let script = try Script(text: Self.source)
    let book = try Workbook(try script.ledgerTemplate(in: .zh))
    let titles = try book.sheets.map { sheet in
      let table = try book.table(sheet)
      return [sheet.name] + table.cells.map { table.text(of: $0) }
    }
    #expect(titles == [["企业", "代码", "名称", "产值（万元）", "高危"], ["隐患", "编号", "企业", "级别", "整改期限"]])
    let one = try Workbook(try script.ledgerTemplate(of: ["隐患"], in: .en))
    #expect(one.sheets.map(\.name) == ["隐患"])
  }

  @Test func thereIsNoTemplateOfARegisterThatIsNotThere() throws {
    let script = try Script(text: Self.source)
    #expect(throws: Diagnostics.self) { try script.ledgerTemplate(of: ["车辆"], in: .zh) }
  }
}
