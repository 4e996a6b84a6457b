import Foundation
import Testing
import ZhibenCalendar
import ZhibenDiagnostics
import ZhibenSemantics

@testable import ZhibenStore

@Suite struct ImportTests {
  private let bench: ImportBench
  private let codes = ImportBench.codes

  init() throws { bench = try ImportBench() }

  @Test func everyTypeIsImported() throws {
    try bench.load("人员", "编号,姓名,证件号\nP1,张三,320623\nP2,李四,\n")
    let report = try bench.load(
      "企业",
      """
      统一社会信用代码,名 称,等级,行业,从业人数,产值（元）,有限空间,投产日期,主要负责人,安全员,曾用名
      \(codes[0]),甲厂,Ｃ级,轻工业、机械,"1,200",1.5万,√,2024年3月1日,P2,"P1；P2",老甲厂|更老的甲厂
      \(codes[1]),"乙
      厂",/,无,,,,,,,
      """)
    #expect(report.counts == [2, 0, 0, 0])
    #expect(report.problems == [])
    let expected: [(field: String, values: [String])] = [
      ("统一社会信用代码", [codes[0], codes[1]]), ("名称", ["甲厂", "乙\n厂"]), ("等级", ["C", "–"]),
      ("行业", ["[轻工、机械]", "[]"]), ("从业人数", ["1200", "–"]), ("产值", ["15000", "–"]),
      ("有限空间", ["是", "–"]), ("投产日期", ["2024-03-01", "–"]), ("主要负责人", ["#1", "–"]),
      ("安全员", ["[#0、#1]", "–"]), ("曾用名", ["[老甲厂、更老的甲厂]", "–"]),
    ]
    for (field, values) in expected { #expect(try bench.values("企业", field) == values, "\(field)") }
    #expect(
      try bench.store.rows("SELECT _source, _recorded_on FROM enterprise") == [
        "企业.csv:2|20269", "企业.csv:3|20269",
      ])
  }

  /// Each row's reason, by row and column; the other rows come.
  @Test func refusedRowsSayWhy() throws {
    try bench.load("人员", "编号,姓名\nP1,张三\nP2,张三\n")
    let report = try bench.load(
      "企业",
      """
      统一社会信用代码,名称,等级,从业人数,产值,投产日期,主要负责人,行业
      \(codes[0]),甲厂,A,12,1,2024-05-06,P1,机械
      91110000600037341M,乙厂,A,12,1,2024-05-06,P1,机械
      9.1320623E+17,丙厂,A,12,1,2024-05-06,P1,机械
      \(codes[1]),,E级,约12,一些,24.5.6,王五,机械、烟花
      \(codes[0].lowercased()),丁厂,A,12,1,2024-05-06,P1,机械
      \(codes[2]),戊厂,A,12
      ,己厂,A,12,1,2024-05-06,P1,机械
      \(codes[3]),庚厂,A,12,1,2024-05-06,张三,机械
      \(codes[1]),辛厂,A,12,1,2024-05-06,P1,机械,多
      """)
    #expect(
      report.problems == [
        "3 统一社会信用代码 E0606", "4 统一社会信用代码 E0611", "5 产值 E0604", "5 从业人数 E0604",
        "5 名称 E0609", "5 投产日期 E0615", "5 等级 E0605", "5 行业 E0605",
        "6 统一社会信用代码 E0607", "7 - E0612", "8 统一社会信用代码 E0609", "9 主要负责人 E0618",
        "10 - E0612",
      ])
    #expect(report.counts == [1, 0, 0, 8])
    #expect(try bench.values("企业", "名称") == ["甲厂"])
  }

  @Test func theRefusedFileIsCorrectedAndImportedAgain() throws {
    let report = try bench.load(
      "人员", "序号,编号,姓名,雇主\n1,P1,张三,\n2,P2,\"李,四\",无此厂\n3,P3,,\n")
    #expect(report.refusedFile?.name == "人员.未导入.csv")
    #expect(
      report.refusedText == """
        序号,编号,姓名,雇主,未导入原因\r
        2,P2,"李,四",无此厂,雇主：企业 里没有「无此厂」\r
        3,P3,,,姓名：「姓名」必须填写，这里是空的\r

        """)
    #expect(report.unknownColumns == ["序号"])
    let corrected = report.refusedText
      .replacing("无此厂,", with: ",").replacing("P3,,", with: "P3,王五,")
    let second = try bench.load("人员", corrected)
    #expect(second.counts == [2, 0, 0, 0])
    #expect(second.refusedFile == nil)
    #expect(try bench.values("人员", "姓名") == ["张三", "李,四", "王五"])
    // Not corrected, it is refused for the reasons of now; old ones are not carried on.
    let third = try bench.load("人员", report.refusedText)
    #expect(third.refusedText == report.refusedText)
  }

  // MARK: Files as a whole

  @Test(arguments: [
    ("", "- - E0613"), ("\n\n", "- - E0613"),
    ("姓名,备注\nP1,x\n", "1 - E0601"), ("甲,乙\n1,2\n", "1 - E0601"),
    ("编号,姓名,姓 名\nP1,a,b\n", "1 - E0622"),
    ("编号,姓名\nP1,\"张三\nP2,李四\n", "2 - E0620"), ("PK\u{3}\u{4}…", "- - E0623"),
  ])
  func filesThatCannotBeImported(_ text: String, _ expected: String) throws {
    let report = try bench.load("人员", text)
    #expect(report.problems.contains(expected), "\(report.problems)")
    #expect(report.isFileRefused)
    #expect(try bench.store.rows("SELECT count(*) FROM person") == ["0"])
    #expect(try bench.store.dataVersion() == 0)
  }

  /// A ledger in which nothing happened.
  @Test(arguments: ["编号,姓名\n", "编号,姓名", "编号,姓名\n,\n\n"])
  func aLedgerMayBeEmpty(_ text: String) throws {
    let report = try bench.load("人员", text)
    #expect(report.problems == [])
    #expect(report.rowCount == 0 && !report.isFileRefused)
  }

  @Test func badBytesAreToldByRowAndColumn() throws {
    let bytes = Array("编号,姓名\nP1,张三\nP2,".utf8) + [0xFF] + Array("四\n".utf8)
    let long = Array("编号,姓名\n".utf8) + Array(String(repeating: "企,业\n", count: 12).utf8) + bytes
    let report = try Importer.importCSV(
      bytes: long, fileName: "人员.csv", register: Sample.person, schema: bench.schema,
      into: bench.store, options: ImportOptions(importedOn: .iso("2025-06-30")))
    #expect(report.problems == ["16 2 E0610"])
  }

  @Test func filesOfChineseWindowsAreRead() throws {
    // 编号,姓名 / P1,张三 in GBK, with CRLF.
    let bytes: [UInt8] = [
      0xB1, 0xE0, 0xBA, 0xC5, 0x2C, 0xD0, 0xD5, 0xC3, 0xFB, 0x0D, 0x0A, 0x50, 0x31, 0x2C, 0xD5,
      0xC5,
      0xC8, 0xFD, 0x0D, 0x0A,
    ]
    let report = try Importer.importCSV(
      bytes: bytes, fileName: "人员.csv", register: Sample.person, schema: bench.schema,
      into: bench.store, options: ImportOptions(importedOn: .iso("2025-06-30")))
    #expect(report.problems == ["- - W0621"])
    #expect(report.encoding == .gb18030)
    #expect(try bench.values("人员", "姓名") == ["张三"])
  }

  @Test func titlesAndTotalsArePassedOver() throws {
    let report = try bench.load(
      "人员",
      """
      从业人员台账,,
      填报单位：洋口镇,,
      编号,姓名（必填）,雇主
      P1,张三,
      ,,
      合 计,1人,
      填表人：李四,,
      合计,合计,
      """)
    #expect(report.headerRows == 3...3 && report.dataRows == 4...8)
    #expect(report.skippedWords == ["填表人"])
    #expect((report.skipped, report.rowCount) == (1, 3))
    // Rows that may be records are not passed over.
    #expect(try bench.values("人员", "编号") == ["P1", "合 计", "合计"])
  }

  @Test func titlesAreMatchedByAnyName() throws {
    let report = try bench.load("人员", "ＣＯＤＥ,full_name , 雇 主\nP1,张三,\n")
    #expect(report.counts == [1, 0, 0, 0])
    let options = ImportOptions(importedOn: .iso("2025-06-30"), headers: ["工号": "编号", "员工": "姓名"])
    let other = try Importer.importCSV(
      bytes: Array("工号,员工,年龄\nP2,李四,40\n".utf8), fileName: "x.csv", register: Sample.person,
      schema: bench.schema, into: bench.store, options: options)
    #expect(other.counts == [1, 0, 0, 0])
    #expect(other.problems == ["1 年龄 W0602"])
  }

  /// A unit in brackets that is another than the field's is another field.
  @Test func anotherUnitIsAnotherColumn() throws {
    let report = try bench.load("企业", "统一社会信用代码,名称,产值（万元）\n\(codes[0]),甲厂,3\n")
    #expect(report.unknownColumns == ["产值（万元）"])
    #expect(try bench.values("企业", "产值") == ["–"])
  }

  @Test(arguments: [
    ("企业.csv", "企业"), ("enterprise.csv", "企业"), ("/data/隐患.未导入.csv", "隐患"),
    ("企业名单2025.csv", "企业"), ("person_2025.csv", "人员"), ("车辆.csv", nil), (".csv", nil),
  ])
  func filesAreKnownByName(_ name: String, _ expected: String?) {
    let register = Importer.register(forFileNamed: name, schema: Sample.schema)
    #expect(register.map { Sample.schema[$0].name } == expected)
  }
}
