import Foundation
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics
import ZhibenSheets

@testable import ZhibenStore

/// Ledgers as people keep them: titles over the table, headers of two rows, merged cells, totals, several sheets.
@Suite struct LedgerImportTests {
  private static let schema = Schema(
    registers: [
      RegisterSchema(
        name: "企业", table: "enterprise",
        fields: [
          FieldSchema(name: "统一社会信用代码", column: "credit_code", type: .text, isKey: true),
          FieldSchema(name: "名称", column: "name", type: .text, isRequired: true),
          FieldSchema(name: "联系电话", column: "phone", type: .text),
        ], keyField: 0),
      RegisterSchema(
        name: "隐患", table: "hazard",
        fields: [
          FieldSchema(name: "编号", column: "code", type: .text, isKey: true),
          FieldSchema(name: "企业", column: "enterprise", type: .reference(RegisterID(0))),
          FieldSchema(name: "隐患描述", column: "text", type: .text),
          FieldSchema(name: "整改期限", column: "due_on", type: .date),
          FieldSchema(name: "整改状态", column: "state", type: .enumeration(EnumID(1))),
          FieldSchema(name: "级别", column: "level", type: .enumeration(EnumID(0))),
          FieldSchema(name: "整改率", column: "share", type: .number(unit: "%")),
        ], keyField: 0),
    ],
    enumerations: [
      EnumSchema(name: "级别", values: ["一般", "重大"]),
      EnumSchema(name: "状态", values: ["未整改", "整改完成"], synonyms: [[], ["已完成"]]),
    ])

  private let bench: ImportBench

  init() throws { bench = try ImportBench(schema: Self.schema) }

  private func options() -> ImportOptions { ImportOptions(importedOn: .iso("2025-06-30")) }

  private func fixture(_ name: String) throws -> [UInt8] {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Fixtures/sheets/\(name).xlsx")
    return Array(try Data(contentsOf: file))
  }

  /// The hazards of the store, with words for what it keeps as numbers.
  private func hazards() throws -> [String] {
    try bench.store.rows(
      """
      SELECT h.code, coalesce(e.name, ''), coalesce(date(h.due_on * 86400, 'unixepoch'), ''),
        coalesce(s.value, ''), coalesce(l.value, ''), coalesce(h.share, '')
      FROM hazard AS h LEFT JOIN enterprise AS e ON e._id = h.enterprise
        LEFT JOIN zb_enum AS s ON s.name = '状态' AND s.code = h.state
        LEFT JOIN zb_enum AS l ON l.name = '级别' AND l.code = h.level
      ORDER BY h.code
      """)
  }

  // MARK: A whole ledger

  private static let enterprises =
    "统一社会信用代码,名称\n\(ImportBench.codes[0]),甲厂\n\(ImportBench.codes[1]),乙厂\n合计,2\n"

  private func ledger() throws -> ImportReport {
    try bench.load("企业", Self.enterprises)
    let files = try Importer.ledgers(
      in: try fixture("隐患台账"), named: "/台账/隐患台账.xlsx", schema: Self.schema, options: options())
    return try #require(try bench.load(files).first)
  }

  @Test func aLedgerOfOpenpyxlIsImported() throws {
    let report = try ledger()
    #expect((report.sheet, report.register) == ("隐患2025上半年", "隐患"))
    #expect(report.headerRows == 3...4 && report.dataRows == 5...12)
    #expect(report.counts == [4, 0, 0, 4])
    #expect((report.skipped, report.skippedWords) == (2, ["合计", "填表人"]))
    #expect((report.hiddenRows, report.filledCells) == (2, 2))
    #expect(
      report.problems == [
        "8 整改期限 E0616", "10 编号 E0628", "11 整改期限 E0603", "12 企业 E0629", "12 整改状态 E0605",
      ])
    #expect(report.diagnostics.ordered[1].arguments["address"]?.zh == "A10")
    let hazards = try hazards()
    #expect(
      hazards == [
        "1001|乙厂|2024-05-07||一般|1000000", "YH-1|甲厂|2024-05-06|未整改|一般|950000",
        "YH-2|甲厂|2024-05-06|未整改|一般|950000", "YH-3|甲厂|2024-05-06|整改完成|重大|950000",
      ])
    #expect(
      report.notes.listed.map { "\($0.row) \($0.column) \($0.value) \($0.reading) \($0.kind)" } == [
        "6 企业  91110000600037341L filled", "6 整改期限 2024.5.6 2024-05-06 date",
        "6 整改率 ９５％ 95% percentage", "7 企业  91110000600037341L filled",
        "7 整改期限 45418 2024-05-06 serial", "7 整改率 百分之九十五 95% percentage",
        "9 整改期限 2024-05-07 08:30:00 2024-05-07 date",
      ])
  }

  /// What was refused is corrected where it stands, and comes; nothing of it is lost on the way.
  @Test func theRefusedWorkbookIsCorrectedAndImportedAgain() throws {
    let refused = try #require(try ledger().refusedFile)
    #expect(refused.name == "隐患台账.未导入.xlsx")
    let book = try Workbook(refused.bytes)
    let table = try book.table(try #require(book.sheets.first))
    #expect(table.name == "隐患2025上半年" && book.sheets.count == 1)
    let rows = table.rows.map { row in
      let cells = table.cells(of: row)
      return (0...7).map { column in
        cells.first { Int($0.column) == column }.map { table.text(of: $0) } ?? ""
      }
    }
    #expect(
      rows.first == ["编号", "企业", "隐患描述", "整改/期限", "整改/状态", "级别", "整改率", "未导入原因"])
    #expect(
      rows.dropFirst().map { $0[0...6].joined(separator: "|") } == [
        "YH-4|91110000600037001F|6月底前改|6月底前|未整改|一般|",
        "123456789012346000|91110000600037001F|编号太长|2024年5月8日||一般|",
        "YH-7|91110000600037001F|看门人|长期||一般|", "YH-8|#N/A|企业出错||TRUE|一般|",
      ])
    #expect(rows[1][7] == "整改期限：「6月底前」不完整，没有写年份")
    // As it is it is refused again, for the same reasons.
    let again = try bench.load(
      try Importer.ledgers(
        in: refused.bytes, named: refused.name, schema: Self.schema, options: options()))
    #expect(again.map(\.counts) == [[0, 0, 0, 4]])
    var values = rows.map { $0.map { SheetValue.text($0) } }
    values[1][3] = .text("2024-06-30")
    values[2][0] = .text("YH-6")
    values[3][3] = .blank
    values[4][1] = .text("甲厂")
    values[4][4] = .text("已完成")
    let corrected = try WorkbookWriter.bytes([
      SheetContent(
        name: "隐患", columns: rows[0].map { SheetColumn(title: $0) },
        rows: Array(values.dropFirst()))
    ])
    let report = try bench.load(
      try Importer.ledgers(
        in: corrected, named: refused.name, schema: Self.schema, options: options()))
    #expect(report.map(\.counts) == [[4, 0, 0, 0]])
    let hazards = try hazards().suffix(2)
    #expect(hazards == ["YH-7|乙厂|||一般|", "YH-8|甲厂||整改完成|一般|"])
  }

  // MARK: Headers

  @Test(
    arguments: [
      ("编号,隐患描述,级别\nH1,x,一般\n", 1...1, nil), ("隐患台账,,\n编号,隐患描述,级别\nH1,x,一般\n", 2...2, nil),
      ("隐患台账,,\n填报单位：镇,日期：,\n编号,整改,\n,期限,状态\nH1,2024-05-06,未整改\n", 3...4, nil),
      ("编号,整改情况,\n,整改期限,整改状态\nH1,2024-05-06,未整改\n", 1...2, nil),
      // What somebody says holds.
      ("编号,隐患描述\n编号,级别\nH1,一般\n", 2...2, 2...2),
      ("甲,乙\n编号,隐患描述\nH1,x\n", 1...2, 1...2),
    ] as [(String, ClosedRange<Int>, ClosedRange<Int>?)])
  func headersAreFound(
    _ text: String, _ expected: ClosedRange<Int>, _ said: ClosedRange<Int>?
  ) throws {
    let file = ImportFile(name: "隐患.csv", bytes: Array(text.utf8), register: RegisterID(1))
    let report = try #require(try bench.load([file], headerRows: said).first)
    #expect(report.headerRows == expected)
    #expect(report.counts == [1, 0, 0, 0], "\(report.problems)")
  }

  /// Two columns that end in the name of one field are neither of them.
  @Test func lastPartsAreNotGuessed() throws {
    let text = "编号,第一次,第二次\n,隐患描述,隐患描述\nH1,x,y\n"
    let file = ImportFile(name: "隐患.csv", bytes: Array(text.utf8), register: RegisterID(1))
    let report = try #require(try bench.load([file], headerRows: 1...2).first)
    #expect(report.unknownColumns == ["第一次/隐患描述", "第二次/隐患描述"])
  }

  // MARK: Sheets

  private func book(_ sheets: [(name: String, rows: [[String]])]) throws -> [UInt8] {
    try WorkbookWriter.bytes(
      sheets.map { sheet in
        SheetContent(
          name: sheet.name, columns: (sheet.rows.first ?? []).map { SheetColumn(title: $0) },
          rows: sheet.rows.dropFirst().map { $0.map { .text($0) } })
      })
  }

  private static let enterpriseTitles = ["统一社会信用代码", "名称"]
  private static let hazardTitles = ["编号", "隐患描述"]

  struct SheetCase: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var file = "x.xlsx"
    var sheets: [(name: String, rows: [[String]])]
    var register: Int?
    var sheet: String?
    /// `sheet register` of each, or the code.
    var expected: [String]
  }

  static let sheetCases: [SheetCase] = [
    SheetCase(
      testDescription: "by name, others passed over",
      sheets: [("隐患2025", [hazardTitles]), ("说明", [["本表每月填报"]]), ("企业名单", [enterpriseTitles])],
      expected: ["隐患2025 隐患", "企业名单 企业"]),
    SheetCase(
      testDescription: "by titles", sheets: [("甲村", [hazardTitles]), ("乙村", [enterpriseTitles])],
      expected: ["甲村 隐患", "乙村 企业"]),
    SheetCase(
      testDescription: "the file's name", file: "隐患.xlsx", sheets: [("Sheet1", [["甲", "乙"]])],
      expected: ["Sheet1 隐患"]),
    SheetCase(
      testDescription: "one is chosen by name",
      sheets: [("甲村", [hazardTitles]), ("乙村", [hazardTitles])], sheet: "乙村",
      expected: ["乙村 隐患"]),
    SheetCase(
      testDescription: "one is chosen by number",
      sheets: [("甲村", [hazardTitles]), ("乙村", [hazardTitles])], sheet: "1",
      expected: ["甲村 隐患"]),
    SheetCase(
      testDescription: "there is none of that name", sheets: [("甲村", [hazardTitles])], sheet: "3",
      expected: ["E0626"]),
    SheetCase(
      testDescription: "what somebody says holds", sheets: [("Sheet1", [["甲", "乙"]])], register: 1,
      expected: ["Sheet1 隐患"]),
    SheetCase(
      testDescription: "nothing fits", sheets: [("Sheet1", [["甲", "乙"]]), ("Sheet2", [["丙"]])],
      expected: ["E0625"]),
  ]

  @Test(arguments: sheetCases) func sheetsAreChosen(_ row: SheetCase) throws {
    let bytes = try book(row.sheets)
    var found: [String] = []
    do throws(Diagnostics) {
      found = try Importer.ledgers(
        in: bytes, named: row.file, register: row.register.map { RegisterID($0) }, sheet: row.sheet,
        schema: Self.schema, options: options()
      ).map { "\($0.table?.name ?? "") \(Self.schema[$0.register].name)" }
    } catch {
      found = error.ordered.map(\.code.rawValue)
    }
    #expect(found == row.expected)
  }

  /// A workbook is read even where nobody asked which sheets it has.
  @Test func theFirstSheetWithAnythingIsTaken() throws {
    let file = ImportFile(
      name: "x.xlsx", bytes: try book([("空", []), ("一", [Self.hazardTitles, ["H1", "x"]])]),
      register: RegisterID(1))
    let report = try #require(try bench.load([file]).first)
    #expect(report.sheet == "一" && report.counts == [1, 0, 0, 0])
  }

  // MARK: Templates

  @Test func anEmptyTemplateImports() throws {
    let bytes = try LedgerTemplate.workbook(
      of: [RegisterID(0), RegisterID(1)], schema: Self.schema, language: .zh)
    let reports = try bench.load(
      try Importer.ledgers(in: bytes, named: "台账.xlsx", schema: Self.schema, options: options()))
    #expect(reports.map(\.rowCount) == [0, 0])
    #expect(reports.allSatisfy { $0.diagnostics.isEmpty && $0.unknownColumns.isEmpty })
  }

  // MARK: Enterprises of one name

  private func workbook(_ sheets: (String, [String])...) throws -> [UInt8] {
    try WorkbookWriter.bytes(
      sheets.map { name, lines in
        let rows = lines.map { $0.split(separator: ",").map { SheetValue.text(String($0)) } }
        let titles = lines[0].split(separator: ",").map(String.init)
        return SheetContent(
          name: name, columns: titles.map { SheetColumn(title: $0, kind: .text, width: 10) },
          rows: Array(rows.dropFirst()))
      })
  }

  /// In a workbook the suspects are the last sheet of the file of refused rows, which is no ledger when that comes again.
  @Test func namesakesHaveASheetOfTheirOwn() throws {
    let codes = ImportBench.codes
    let bytes = try workbook(
      ("企业", ["统一社会信用代码,名称", "\(codes[0]),甲 厂", "\(codes[1]),甲厂"]),
      ("隐患", ["编号,企业,整改期限", "H1,\(codes[0]),2024-05-06", "H2,\(codes[1]),立即"]))
    func ledgers(_ bytes: [UInt8], _ name: String) throws -> [ImportFile] {
      try Importer.ledgers(in: bytes, named: name, schema: Self.schema, options: options())
    }
    let reports = try bench.load(try ledgers(bytes, "台账.xlsx"))
    #expect(reports.map(\.counts) == [[2, 0, 0, 0], [1, 0, 0, 1]])
    #expect(reports.map(\.suspects) == [1, 0])
    let file = try #require(reports.compactMap(\.refusedFile).first)
    #expect(file.name == "台账.未导入.xlsx")
    let book = try Workbook(file.bytes)
    #expect(book.sheets.map(\.name) == ["隐患", "疑似重复"])
    #expect(try ledgers(file.bytes, file.name).map { Self.schema[$0.register].name } == ["隐患"])
  }

  @Test(arguments: [
    (MonthDates(), [0, 0, 0, 2], "", ""), (MonthDates(.last), [1, 0, 0, 1], "2024-06-30", "month"),
    (MonthDates(.last, byColumn: ["整改期限": .first]), [1, 0, 0, 1], "2024-06-01", "month"),
    (MonthDates(byColumn: ["别的": .first]), [0, 0, 0, 2], "", ""),
  ])
  func aMonthIsADayBySomebodysRule(
    _ rule: MonthDates, _ counts: [Int], _ day: String, _ note: String
  ) throws {
    try bench.load("企业", Self.enterprises)
    let content = SheetContent(
      name: "隐患",
      columns: ["编号", "企业", "整改期限"].map { SheetColumn(title: $0, kind: .general, width: 9) },
      rows: [
        [.text("H1"), .text(ImportBench.codes[0]), .text("2024年6月")],
        // Which a spreadsheet made of 2024.10, or of 2024.1.
        [.text("H2"), .text(ImportBench.codes[0]), .number(2024.1)],
      ])
    var options = options()
    options.monthDates = rule
    let files = try Importer.ledgers(
      in: try WorkbookWriter.bytes([content]), named: "隐患.xlsx", schema: Self.schema,
      options: options)
    let report = try #require(
      try Importer.importFiles(files, schema: Self.schema, into: bench.store, options: options)
        .first)
    #expect(report.counts == counts)
    #expect(report.notes.listed.map(\.reading) == (day.isEmpty ? [] : [day]))
    #expect(report.notes.listed.map(\.kind.rawValue) == (note.isEmpty ? [] : [note]))
    #expect(report.problems.last == "3 整改期限 " + (note.isEmpty ? "E0616" : "E0615"))
  }

  @Test func namesakesAreToldAndNotMerged() throws {
    let codes = ImportBench.codes
    try bench.load("企业", "统一社会信用代码,名称\n\(codes[0]),洋口木业有限公司\n")
    let report = try bench.load(
      "企业",
      "统一社会信用代码,名称\n\(codes[1]),洋口木业有限责任公司\n\(codes[2]),丙（洋口）厂\n\(codes[3]),丙(洋口)厂\n")
    #expect(report.problems == ["2 名称 W0630", "4 名称 W0630"])
    #expect(report.counts == [3, 0, 0, 0])
    let others = report.diagnostics.ordered.compactMap { $0.arguments["other"]?.zh }
    #expect(others == [codes[0], codes[2]])
    // A list of its own for who looks at them.
    #expect(report.suspects == 2 && report.refusedFile == nil)
    let list = try #require(report.suspectFile)
    let lines = String(decoding: list.bytes.dropFirst(3), as: UTF8.self).split(separator: "\r\n")
    #expect(list.name == "企业.疑似重复.csv" && lines.count == 3)
    #expect(
      lines[1].hasPrefix("企业,2,\(codes[1]),洋口木业有限责任公司,\(codes[0]),洋口木业有限公司,"), "\(lines)")
    // Said once, when they come.
    let again = try bench.load("企业", "统一社会信用代码,名称\n\(codes[1]),洋口木业有限责任公司\n")
    #expect(again.problems == [])
  }

  @Test(arguments: [
    ("13800000000", "13800000000"), ("+86 138 0000 0000", "13800000000"),
    ("８６－13800000000", "13800000000"), ("0513-84221234", "0513-84221234"),
    ("0513 84221234", "051384221234"), ("(0513)84221234", "051384221234"), ("84221234", "84221234"),
    ("0513-84221234/13900000000", "0513-84221234、13900000000"),
    ("13800000000 13900000000", "13800000000、13900000000"), ("总机转8012", "总机转8012"), ("无", "无"),
    ("12345", "12345"),
  ])
  func telephoneNumbers(_ text: String, _ expected: String) throws {
    try bench.load("企业", "统一社会信用代码,名称,联系电话\n\(ImportBench.codes[0]),甲厂,\(text)\n")
    #expect(try bench.store.rows("SELECT phone FROM enterprise") == [expected])
  }
}
