import Testing
import ZhibenCalendar
import ZhibenSemantics

@testable import ZhibenStore

/// What cells say, and what is read: a value, or the code and the argument that tells the reason.
@Suite struct ValueTextTests {
  /// Reads a text as the import does: trimmed.
  private func read(_ text: String, _ body: (CellBytes) throws(CellProblem) -> Int64) -> String {
    var text = text
    return text.withUTF8 { bytes in
      do throws(CellProblem) {
        return String(try body(CellText.trimmed(bytes)))
      } catch {
        let details = error.arguments.sorted { $0.key < $1.key }.map(\.value.zh)
        return ([error.code.rawValue] + details).joined(separator: " ")
      }
    }
  }

  @Test(arguments: [
    ("2024-05-06", "2024-05-06"), ("2024-5-6", "2024-05-06"), ("2024/5/6", "2024-05-06"),
    ("2024.5.6", "2024-05-06"), ("2024.05.06", "2024-05-06"), ("20240506", "2024-05-06"),
    ("2024年5月6日", "2024-05-06"), ("2024 年 5 月 6 日", "2024-05-06"), ("2024年5月6号", "2024-05-06"),
    ("2024年5月6", "2024-05-06"), ("２０２４年５月６日", "2024-05-06"), ("２０２４－０５－０６", "2024-05-06"),
    ("二〇二四年五月六日", "2024-05-06"), ("二○二四年十二月廿一日", "2024-12-21"),
    ("二零二四年十月三十一日", "2024-10-31"), ("45418", "2024-05-06"), ("45418.354", "2024-05-06"),
    ("　2024-05-06\u{A0}", "2024-05-06"), ("2024-05-06 00:00:00", "2024-05-06"),
    ("2024/5/6 8:30", "2024-05-06"), ("2024-05-06T08:30:15.5+08:00", "2024-05-06"),
    ("5/13/2024", "2024-05-13"), ("2024-02-29", "2024-02-29"),
    // What may be several days, or none.
    ("24.5.6", "E0615 2024-05-06、2006-05-24"),
    ("01-02-03", "E0615 2001-02-03、2003-02-01、2003-01-02"),
    ("5/6/2024", "E0615 2024-05-06、2024-06-05"), ("5月6日", "E0616 年份"), ("6月底前", "E0616 年份"),
    ("9月份", "E0616 年份"), ("5.6", "E0616 年份"),
    ("2024年5月", "E0616 哪一天"), ("2024年5月份", "E0616 哪一天"), ("2024.5", "E0616 哪一天"),
    // The words say the last day.
    ("2024年5月底前", "2024-05-31"), ("2024年2月末", "2024-02-29"), ("2025年底前", "2025-12-31"),
    ("2025 年底", "2025-12-31"), ("2025年一季度末", "2025-03-31"), ("2025年第4季度底之前", "2025-12-31"),
    ("2025年上半年底", "2025-06-30"), ("2025年下半年末前", "2025-12-31"), ("25年底", "E0616 完整的年份"),
    ("2025年上半年", "E0616 哪一天"), ("2025年一季度", "E0616 哪一天"), ("2025年五季度末", "E0603"),
    ("2025年13月底", "E0603"), ("2025年底左右", "E0603"),
    ("2024-05", "E0616 哪一天"), ("202405", "E0616 哪一天"), ("2024年", "E0616 月和日"),
    ("2024", "E0616 月和日"), ("24年5月6日", "E0616 完整的年份"), ("240506", "E0616 完整的年份"),
    ("2023-02-29", "E0603"), ("2024-13-01", "E0603"), ("20241301", "E0603"), ("立即", "E0603"),
    ("长期", "E0603"), ("已完成", "E0603"), ("12345", "E0603"), ("99999", "E0603"),
    ("0024-05-06", "E0603"), ("2024-05-06 25:00", "E0603"), ("2024-05-06 上午", "E0603"),
    ("2024-05-06T08:30:00Z", "E0603"), ("2024-05-06-07", "E0603"), ("十十月", "E0603"),
    ("999999999999999999999", "E0603"), ("45418.", "E0603"),
  ])
  func dates(_ text: String, _ expected: String) {
    let result = read(text) { cell throws(CellProblem) in try DateText.day(cell) }
    #expect((Int32(result).map { CivilDate(days: $0).description } ?? result) == expected)
  }

  /// Months alone, where somebody has said which day is meant.
  @Test(arguments: [
    ("2024年6月", "2024-06-01", "2024-06-30"), ("2024年2月份", "2024-02-01", "2024-02-29"),
    ("2024.6", "2024-06-01", "2024-06-30"), ("2024-06", "2024-06-01", "2024-06-30"),
    ("2024/12", "2024-12-01", "2024-12-31"), ("202402", "2024-02-01", "2024-02-29"),
    ("二〇二四年六月", "2024-06-01", "2024-06-30"), ("2024年6月底", "2024-06-30", "2024-06-30"),
    ("2024年6月5日", "2024-06-05", "2024-06-05"), ("2024年13月", "E0603", "E0603"),
    ("2024.13", "E0603", "E0603"), ("24年6月", "E0616 完整的年份", "E0616 完整的年份"),
    ("6月", "E0616 年份", "E0616 年份"), ("2024年", "E0616 月和日", "E0616 月和日"),
    ("2024年6月上旬", "E0616 哪一天", "E0616 哪一天"),
  ])
  func monthsByRule(_ text: String, _ first: String, _ last: String) {
    for (rule, expected) in [(MonthDates.Day.first, first), (.last, last)] {
      let result = read(text) { cell throws(CellProblem) in try DateText.day(cell, month: rule) }
      #expect((Int32(result).map { CivilDate(days: $0).description } ?? result) == expected)
    }
  }

  @Test(arguments: [
    ("2024-05-06 08:30", "2024-05-06 510"), ("2024年5月6日 8时30分", "2024-05-06 510"),
    ("2024年5月6日8时", "2024-05-06 480"), ("2024/5/6 8:30:59", "2024-05-06 510"),
    ("45418.354166666664", "2024-05-06 510"), ("45418.99999999", "2024-05-06 1439"),
    ("2024-05-06", "E0616 几点几分"), ("8:30", "E0603"),
  ])
  func moments(_ text: String, _ expected: String) {
    let result = read(text) { cell throws(CellProblem) in try DateText.moment(cell) }
    let shown = Int(result).map { "\(CivilDate(days: Int32($0 / 1440))) \($0 % 1440)" }
    #expect((shown ?? result) == expected)
  }

  @Test(arguments: [
    ("12", "", "12000000"), ("-12.5", "", "-12500000"), ("+0.000001", "", "1"),
    ("１２，３４５．６", "", "12345600000"), ("1,234,567", "", "1234567000000"), (".5", "", "500000"),
    ("1.50万", "", "15000000000"), ("3亿", "", "300000000000000"), ("1.5万元", "元", "15000000000"),
    ("¥200 元", "元", "200000000"), ("15万元", "万元", "15000000"), ("一百零五", "", "105000000"),
    ("廿三", "", "23000000"), ("两", "", "2000000"), ("五万", "", "50000000000"),
    ("十人", "人", "10000000"),
    ("百分之九十五", "%", "950000"), ("百分之一百零五", "", "1050000"), ("千分之三", "", "3000"),
    ("九成五", "%", "950000"),
    ("九成", "", "900000"), ("一百五", "", "E0604"), ("九成百", "", "E0604"), ("百分之", "", "E0604"),
    ("五%", "", "E0604"),
    ("九十五", "%", "E0619"), ("95%", "%", "950000"),
    ("９５．５％", "%", "955000"), ("0.95", "%", "950000"), ("0", "%", "0"), ("100%", "", "1000000"),
    ("1.2300000", "", "1230000"),
    ("95", "%", "E0619"), ("1", "%", "E0619"), ("0.0000001", "", "E0617"), ("1e3", "", "E0604"),
    ("1.5E+7", "", "E0611"), ("9300000000000", "", "E0617"), ("12,34", "", "E0604"),
    ("1,2345", "", "E0604"), ("五十左右", "", "E0604"), ("1.2.3", "", "E0604"), ("-", "", "E0604"),
    ("12人", "元", "E0604"), ("", "", "E0604"), ("9999999999999999999999999999999999", "", "E0604"),
  ])
  func numbers(_ text: String, _ unit: String, _ expected: String) {
    #expect(
      read(text) { cell throws(CellProblem) in try NumberText.millionths(cell, unit: unit) }
        == expected)
  }

  @Test(arguments: [
    ("120", "120"), ("１２０", "120"), ("1,200", "1200"), ("12.0", "12"), ("-3", "-3"),
    ("1.5万", "15000"), ("12.5", "E0604"), ("约12", "E0604"), ("1.2E+11", "E0611"),
    ("999999999999999999", "999999999999999999"), ("9999999999999999999", "E0617"),
  ])
  func integers(_ text: String, _ expected: String) {
    #expect(read(text) { cell throws(CellProblem) in try NumberText.integer(cell) } == expected)
  }

  @Test(arguments: [
    ("是", "1"), ("否", "0"), ("√", "1"), ("×", "0"), ("Ｙ", "1"), ("n", "0"), ("有", "1"), ("无", "0"),
    ("1", "1"), ("０", "0"), ("TRUE", "1"), ("没有", "0"), ("✔", "1"), ("大概", "E0605 是、否 是否"),
    ("2", "E0605 是、否 是否"),
  ])
  func yesAndNo(_ text: String, _ expected: String) {
    #expect(read(text) { cell throws(CellProblem) in try WordText.bool(cell) } == expected)
  }

  @Test(arguments: [
    ("A", "4"), ("Ａ级", "4"), ("a 级", "4"), ("Ⅲ", "6"), ("ⅲ", "6"), ("III", "6"), ("3", "6"),
    ("三级", "6"), ("重大", "7"), ("E", "E0605 A、三级、重大 等级"), ("共用", "E0605 A、三级、重大 等级"),
  ])
  func enumValues(_ text: String, _ expected: String) {
    let list = EnumSchema(
      name: "等级", values: ["A", "三级", "重大"],
      synonyms: [["A级", "共用"], ["III", "3", "共用"], ["Ⅰ类", "三级"]])
    let spellings = EnumSpellings(list, stored: ["A": 4, "三级": 6, "重大": 7])
    #expect(read(text) { cell throws(CellProblem) in try spellings.code(cell) } == expected)
  }

  /// The first is the example of GB 32100-2015's check, the others vary it.
  @Test(arguments: [
    ("91110000600037341L", "91110000600037341L"), ("９１１１００００６０００３７３４１ｌ", "91110000600037341L"),
    ("9111 0000 6000 3734 1l", "91110000600037341L"), ("320623000012345", "320623000012345"),
    ("91110000600037341M", "E0606 L"), ("91110000600037314L", "E0606 T"),
    ("9111000060003734", "E0624"), ("91110000600037341LL", "E0624"),
    ("9111000060003734IL", "E0624"), ("9.1320623E+17", "E0611"), ("无代码", "E0624"),
  ])
  func creditCodes(_ text: String, _ expected: String) {
    let field = FieldSchema(name: "统一社会信用代码", column: "code", type: .text)
    var reader = ColumnReader(field, schema: Schema(), stored: StoredSchema())
    let arena = TextArena([])
    let result = read(text) { cell throws(CellProblem) in try reader.cell(cell, arena) }
    #expect((Int64(result).map { arena.string($0) } ?? result) == expected)
  }

  @Test(arguments: [
    ("机械、轻工，纺织；a;b|c｜d,e\nf", "机械/轻工/纺织/a/b/c/d/e/f"), (" 机械 、、 轻工 、", "机械/轻工"),
    ("机械", "机械"), ("、", ""),
  ])
  func lists(_ text: String, _ expected: String) {
    var text = text
    let parts = text.withUTF8 { bytes in
      ListCell.parts(of: bytes).map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(parts.joined(separator: "/") == expected)
  }

  @Test(arguments: [
    ("", true), ("/", true), ("——", true), ("-", true), ("／", true), ("－", true), ("\\", true),
    ("无", false), ("/a", false), ("0", false), ("—甲", false),
  ])
  func blanks(_ text: String, _ expected: Bool) {
    var text = text
    #expect(text.withUTF8 { CellText.isBlank($0) } == expected)
  }
}
