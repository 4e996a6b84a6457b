import Testing

@testable import ZhibenSheets

@Suite struct RoundTripTests {
  @Test func whatIsWrittenIsRead() throws {
    let bytes = try WorkbookWriter.bytes([
      SheetContent(
        name: "企业",
        columns: [SheetColumn(title: "代码", kind: .text), SheetColumn(title: "日期", kind: .date)],
        rows: [
          [.text("=1+1"), .day(19849)],
          [
            .text("a_x0041_b"), .moment(19849 * 86400 + 30600), .percent(0.955), .number(0.1),
            .bool(true),
          ],
        ])
    ])
    let book = try Workbook(bytes)
    let table = try book.table(try #require(book.sheets.first))
    #expect(
      table.rows.map { table.cells(of: $0).map { table.text(of: $0) } } == [
        ["代码", "日期"], ["=1+1", "2024-05-06"],
        ["a_x0041_b", "2024-05-06 08:30:00", "95.5%", "0.1", "TRUE"],
      ])
  }
}
