import Foundation
import Testing

@testable import ZhibenSheets

/// Workbooks of other writers; how they were made stands in `Tests/Fixtures/sheets/make.py`.
@Suite struct WorkbookTests {
  @Test func aLedgerOfOpenpyxl() throws {
    let book = try Fixture.book("隐患台账")
    #expect(book.sheets.map(\.name) == ["隐患2025上半年", "填表说明", "参数"])
    #expect(book.sheets.map(\.isHidden) == [false, false, true])
    let table = try book.table(book.sheets[0])
    #expect(
      table.dump == """
        1: A「洋口镇隐患排查治理台账」
        2: A「填报单位：洋口镇」 E「日期：2025年7月1日」
        3: A「编号」 B「企业」 C「隐患描述」 D「整改」 F「级别」 G「整改率」
        4: D「期限」 E「状态」
        5: A「YH-1」 B「91110000600037341L」 C「通道堵塞」 D date 2024-05-06 E「未整改」 F「一般」 G percent 95%
        6 hidden: A「YH-2」 C「线路老化」 D「2024.5.6」 E「未整改」 F「一般」 G「９５％」
        7: A「YH-3」 C「灭火器过期」 D number 45418 E「整改完成」 F「重大」 G「百分之九十五」
        8 hidden: A「YH-4」 B「91110000600037001F」 C「6月底前改」 D「6月底前」 E「未整改」 F「一般」
        9: A number 1001 B「91110000600037001F」 C「编号是数」 D date 2024-05-07 08:30:00 F「一般」 G percent 100%
        10: A cutNumber 123456789012346000 B「91110000600037001F」 C「编号太长」 D「2024年5月8日」 F「一般」
        11: A「YH-7」 B「91110000600037001F」 C「看门人」 D「长期」 F「一般」
        12: A「YH-8」 B error #N/A C「企业出错」 E boolean TRUE F「一般」
        13: A「合计」 C「8条」
        14: A「填表人：张三」 E「审核人：李四」
        """)
    #expect(table.hiddenCount == 2)
    #expect(table.merges.count == 8)
    #expect(table.merges.contains(.init(rows: 5...7, columns: 1...1)))
  }

  @Test(arguments: [
    (
      "1904",
      """
      1: A「编号」 B「日期」 C「时刻」
      2: A「P1」 B date 2024-05-06 C date 08:30:00
      3: A「P2」 B date 1904-01-02 C formula\u{20}
      """
    ),
    (
      "wps",
      """
      1: A「编号」 B「姓名」 C「入职」
      2: A「东京」 B「 张三\r
      <甲>」 C date 2024-05-06
      3: A number 0.1 B error #REF! C date 2024-05-06
      """
    ),
    ("prefixed", "2 hidden: B「乙」"),
  ])
  func othersAreRead(_ name: String, _ expected: String) throws {
    let book = try Fixture.book(name)
    let sheet = try #require(book.sheets.first)
    #expect(sheet.name == "人员")
    #expect(try book.table(sheet).dump == expected)
  }

  // MARK: What cannot be read

  @Test(
    arguments: [
      ([], WorkbookProblem.otherFormat), ([0x41, 0x2C], .otherFormat),
      ([0x50, 0x4B, 3, 4], .damaged(part: "zip")),
      ([0x50, 0x4B, 3, 4, 0x41, 0x41], .damaged(part: "zip")),
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .oldFormat),
      (
        [0xD0, 0xCF, 0x11, 0xE0] + Array("EncryptedPackage".utf16).flatMap { [UInt8($0), 0] },
        .encrypted
      ),
    ] as [([UInt8], WorkbookProblem)])
  func otherFiles(_ bytes: [UInt8], _ expected: WorkbookProblem) {
    #expect(throws: expected) { try Workbook(bytes) }
  }

  @Test func limitsHold() throws {
    let bytes = try Fixture.bytes("隐患台账")
    #expect(throws: WorkbookProblem.tooLarge(part: "_rels/.rels")) {
      try Workbook(bytes, limits: WorkbookLimits(partBytes: 100))
    }
    for limits in [WorkbookLimits(cells: 20), WorkbookLimits(textBytes: 300)] {
      let book = try Workbook(bytes, limits: limits)
      #expect(throws: WorkbookProblem.tooLarge(part: "xl/worksheets/sheet1.xml")) {
        _ = try book.table(book.sheets[0])
      }
    }
  }

  /// Entities that unfold into each other; no writer of workbooks declares any.
  @Test func declaredEntitiesAreRefused() {
    final class Nothing: XMLHandler {
      var problem: WorkbookProblem? { nil }
      func begin(_ name: XMLName, _ attributes: XMLAttributes) {}
      func end(_ name: XMLName) {}
      func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
    }
    let text = "<!DOCTYPE a [<!ENTITY b \"cc\">]><a>&b;</a>"
    #expect(throws: WorkbookProblem.damaged(part: "p")) {
      try XMLReader.read(Array(text.utf8), Nothing())
    }
  }

  // MARK: Damage

  /// Whatever is done to a file: it is read or refused.
  @Test(arguments: ["隐患台账", "wps", "1904"]) func damagedFilesAreRefused(_ name: String) throws {
    let bytes = try Fixture.bytes(name)
    var generator = SplitMix64(seed: 4)
    var read = 0
    for round in 0..<400 {
      var damaged = bytes
      if round.isMultiple(of: 4) {
        damaged.removeSubrange(Int.random(in: 4..<bytes.count, using: &generator)...)
      } else {
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          damaged[Int.random(in: 0..<bytes.count, using: &generator)] ^= UInt8.random(
            in: 1...255, using: &generator)
        }
      }
      do throws(WorkbookProblem) {
        let book = try Workbook(damaged)
        for sheet in book.sheets { _ = try book.table(sheet).dump }
        read += 1
      } catch {
        continue
      }
    }
    #expect(read < 400)
  }

  /// The same inside of the parts, where no check sum helps.
  @Test func damagedPartsAreRefused() throws {
    let bytes = try Fixture.bytes("隐患台账")
    let archive = try Archive(bytes, limits: WorkbookLimits())
    var part: [UInt8] = []
    try archive.read("xl/worksheets/sheet1.xml") { (piece) throws(WorkbookProblem) in
      part += piece
    }
    var generator = SplitMix64(seed: 5)
    var refused = 0
    for _ in 0..<1000 {
      var damaged = part
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        damaged[Int.random(in: 0..<part.count, using: &generator)] =
          Array("<>/\"=0123456789 csrtvABZ".utf8).randomElement(using: &generator) ?? 0x20
      }
      let reader = SheetReader(
        name: "", part: "p", shared: SharedTexts(), formats: [.date, .percent],
        calendar: SheetCalendar(is1904: false), limits: WorkbookLimits())
      do throws(WorkbookProblem) {
        try XMLReader.read(damaged, reader)
        _ = reader.table.dump
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }
}
