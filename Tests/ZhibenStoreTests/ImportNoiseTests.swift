import Testing
import ZhibenCalendar

@testable import ZhibenStore

/// Damaged files: whatever bytes come, each row comes whole or is refused, and the store stays whole.
@Suite struct ImportNoiseTests {
  private static let ledger = """
    统一社会信用代码,名称,等级,行业,从业人数,产值,有限空间,投产日期,主要负责人,安全员,曾用名,生效日
    320623000010001,甲厂,A,机械、轻工,"1,200",1.5万,√,2024年3月1日,P1,P1；P2,老甲厂,
    320623000010002,"乙""厂",b级,无,３０,12.5,否,45418,李四,,,2025-01-01
    320623000010003,丙厂,/,纺织,,,×,2024/5/6,,,甲|乙,2025-1-2

    """

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func damagedFiles(_ seed: UInt64) throws {
    var generator = SplitMix64(seed: seed)
    let bench = try ImportBench()
    try bench.load("人员", "编号,姓名\nP1,张三\nP2,李四\n")
    var bytes = Array(Self.ledger.utf8)
    let signs = Array(",\"\n\r;|/-.0年\u{FEFF}%\0".utf8) + [0x80, 0xC3, 0xE5, 0xFF]
    for _ in 0..<Int.random(in: 1...12, using: &generator) {
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0...3, using: &generator) {
      case 0: bytes[place] = signs.randomElement(using: &generator) ?? 0
      case 1: bytes.insert(signs.randomElement(using: &generator) ?? 0, at: place)
      case 2: bytes.remove(at: place)
      default: bytes.removeSubrange(place..<min(bytes.count, place + 9))
      }
    }
    let report = try Importer.importCSV(
      bytes: bytes, fileName: "企业.csv", register: Sample.enterprise, schema: bench.schema,
      into: bench.store, options: ImportOptions(importedOn: .iso("2025-06-30")))
    let sum =
      report.inserted + report.updated + report.unchanged + report.superseded + report.refused
    #expect(report.rowCount == sum, "seed \(seed)")
    #expect(report.refused == 0 || report.refusedFile != nil || report.isFileRefused)
    #expect(
      try bench.store.rows("SELECT count(*) FROM enterprise") == ["\(report.inserted)"],
      "seed \(seed)")
    #expect(try bench.store.rows("PRAGMA integrity_check") == ["ok"], "seed \(seed)")
    _ = try bench.snapshot()
    // What was refused is refused again for the same reasons, and nothing else comes of it.
    guard let refused = report.refusedFile else { return }
    let again = try Importer.importCSV(
      bytes: refused.bytes, fileName: refused.name, register: Sample.enterprise,
      schema: bench.schema, into: bench.store,
      options: ImportOptions(importedOn: .iso("2025-06-30")))
    #expect(again.inserted == 0, "seed \(seed)")
    #expect(again.refused <= report.refused, "seed \(seed)")
  }
}
