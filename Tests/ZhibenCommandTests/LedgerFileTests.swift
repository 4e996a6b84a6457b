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

/// Ledgers that come in as workbooks, through the command.
@Suite struct WorkbookImportTests {
  private static let options = ["--store", "小镇.db", "--script", "小镇.plan"]

  private func desk() throws -> Desk {
    let desk = try Desk.withSmallTown()
    // A title, a line of 填报单位, a day as spreadsheets have it, a total.
    let sheet = SheetContent(
      name: "六月", columns: [SheetColumn(title: "自查台账", width: 20)],
      rows: [
        [.text("填报单位：镇")], [.text("编号"), .text("企业"), .text("自查日"), .text("备注")],
        [.text("Z4"), .text("A1"), .day(20_240), .text("无")],
        [.text("Z5"), .text("A1"), .text("2025.6.2")],
        [.text("Z6"), .text("B2"), .text("6月底")], [.text("合计"), .number(3)],
      ])
    let file = desk.folder.appendingPathComponent("台账.xlsx")
    try Data(try WorkbookWriter.bytes([sheet])).write(to: file)
    return desk
  }

  @Test func aTrialSaysWhatWouldComeAndWritesNothing() throws {
    let desk = try desk()
    let before = try desk.read("小镇.db")
    let trial = try desk.run(
      "zhiben", ["导入", "台账.xlsx", "--登记", "自查", "--试读", "--严格"] + Self.options)
    #expect(trial.status == 65)
    try Golden(path: "Import/workbook.zh.txt").check(trial.output)
    #expect(try desk.read("小镇.db") == before)
    #expect(!desk.exists("台账.未导入.xlsx"))
    // A store that is not there is not made.
    let other = try desk.run(
      "zhiben",
      [
        "import", "台账.xlsx", "--register", "自查", "--dry-run", "--store", "无.db", "--script",
        "小镇.plan",
      ],
      ["ZHIBEN_LANG": "en"])
    try Golden(path: "Import/workbook.en.txt").check(other.output)
    #expect(other.status == 0 && !desk.exists("无.db"))
  }

  @Test func programsGetADocument() throws {
    let desk = try desk()
    let answer = try desk.run(
      "zhiben",
      [
        "import", "台账.xlsx", "--register", "自查", "--sheet", "六月", "--header", "3", "--format",
        "json",
      ]
        + Self.options)
    #expect(answer.status == 0, "\(answer.talk)")
    try Golden(path: "Import/workbook.json").check(answer.output)
    #expect(desk.exists("台账.未导入.xlsx"))
  }

  @Test(arguments: [
    (["import"], "--store"), (["import", "台账.xlsx", "--header", "x"] + Self.options, "--header"),
    (["import", "台账.xlsx", "--header", "4-3"] + Self.options, "--header"),
    (["import", "台账.xlsx", "--register", "自查", "--register", "隐患"] + Self.options, "--register"),
  ])
  func usageIsSaid(_ arguments: [String], _ word: String) throws {
    let answer = try desk().run("zhiben", arguments, ["ZHIBEN_LANG": "en"])
    #expect(answer.status == 64 && answer.talk.contains(word), "\(answer.talk)")
  }

  @Test func aTemplateIsFilledInAndComesIn() throws {
    let desk = try Desk.withSmallTown()
    try desk.run(
      "zhiben", ["导入", "--模板", "空.xlsx", "--登记", "自查", "--登记", "企业", "--脚本", "小镇.plan"])
    let book = try Workbook(Array(try desk.read("空.xlsx")))
    #expect(book.sheets.map(\.name) == ["自查", "企业"])
    let answer = try desk.run("zhiben", ["import", "空.xlsx", "--strict"] + Self.options)
    #expect(answer.status == 0, "\(answer.output)")
  }

  /// Two sheets of one file are counted as such.
  @Test(arguments: [("zh", "共 1 个文件 2 张表，读 2 行"), ("en", "1 file with 2 sheets, 2 rows read")])
  func theSumCountsFilesAndSheets(_ language: String, _ said: String) throws {
    let desk = try Desk.withSmallTown()
    let titles = { (titles: [String]) in titles.map { SheetColumn(title: $0, width: 9) } }
    try Data(
      try WorkbookWriter.bytes([
        SheetContent(
          name: "企业", columns: titles(["代码", "名称"]), rows: [[.text("E5"), .text("戊厂")]]),
        SheetContent(
          name: "自查", columns: titles(["编号", "企业", "自查日"]),
          rows: [[.text("Z9"), .text("E5"), .day(20_240)]]),
      ])
    ).write(to: desk.folder.appendingPathComponent("台账.xlsx"))
    let answer = try desk.run(
      "zhiben", ["import", "台账.xlsx"] + Self.options, ["ZHIBEN_LANG": language])
    #expect(answer.output.contains(said), "\(answer.output)")
  }

  /// 月份日期, from wherever it is set; a column that no register has is a mistake.
  @Test(arguments: [
    ("--month-dates=last", "", "", "2024-06-30"), ("--月份日期=整改期限=月初", "", "", "2024-06-01"),
    ("", "月末", "", "2024-06-30"), ("", "", "月份日期: 整改期限=月末，发现日=月初", "2024-06-30"),
    ("--month-dates=月初", "月末", "", "2024-06-01"), ("", "", "", "E0616"),
    ("--month-dates=整改=last", "", "", "64"), ("", "年末", "", "E0741"),
  ])
  func monthsAreDaysByRule(
    _ option: String, _ environment: String, _ file: String, _ expected: String
  ) throws {
    let desk = try Desk.withSmallTown()
    try desk.write("新.csv", "编号,企业,整改期限\nH9,A1,2024年6月\n")
    if !file.isEmpty { try desk.write("zhiben.yaml", file + "\n") }
    let answer = try desk.run(
      "zhiben",
      ["import", "新.csv", "--register", "隐患", "--format", "json"] + Self.options
        + (option.isEmpty ? [] : [option]), ["ZHIBEN_MONTH_DATES": environment])
    let all = answer.output + answer.talk
    #expect(all.contains(expected) || "\(answer.status)" == expected, "\(answer)")
    #expect(all.contains("\"kind\":\"month\"") == expected.hasPrefix("2024"), "\(answer)")
  }

  /// Who may be there already is imported and listed, of a file of commas in a file of its own.
  @Test func suspectsAreListed() throws {
    let desk = try Desk()
    try desk.write("企业.csv", "统一社会信用代码,名称\n91110000600037341L,甲厂\n91110000600037003M,甲 厂\n")
    let answer = try desk.zhiben(
      "import", "企业.csv", "--store", "镇.db", "--library",
      Desk.project.appendingPathComponent("Scripts").path)
    #expect(answer.status == 0, "\(answer)")
    if answer.output.contains("W0630") {
      #expect(answer.output.contains("疑似重复的 1 行已照样导入，列在 企业.疑似重复.csv，请核对"), "\(answer.output)")
      #expect(desk.exists("企业.疑似重复.csv") && !desk.exists("企业.未导入.csv"))
    } else {
      Issue.record("\(answer.output)")
    }
  }
}
