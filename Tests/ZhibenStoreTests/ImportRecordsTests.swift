import Testing
import ZhibenCalendar
import ZhibenSemantics

@testable import ZhibenStore

@Suite struct ImportRecordsTests {
  private let bench: ImportBench
  private let codes = ImportBench.codes

  init() throws { bench = try ImportBench() }

  // MARK: Again

  @Test func importingTwiceChangesNothing() throws {
    let files = [
      ("企业", "统一社会信用代码,名称,行业,安全员,投产日期\n\(codes[0]),甲厂,机械、轻工,P1,2024-05-06\n"),
      ("人员", "编号,姓名,雇主\nP1,张三,\(codes[0])\n"),
      ("隐患", "企业,级别,发现日期\n甲厂,一般,2025-01-01\n甲厂,一般,2025-01-01\n甲厂,重大,2025-01-01\n"),
    ]
    let first = try bench.load(files)
    #expect(first.map(\.counts) == [[1, 0, 0, 0], [1, 0, 0, 0], [3, 0, 0, 0]])
    let version = try bench.store.dataVersion()
    let tables = [
      "enterprise", "enterprise__history", "person", "hazard", "zb_register", "zb_meta",
    ]
    let before = try tables.map { try bench.store.rows("SELECT * FROM \($0)") }
    let second = try bench.load(files, on: "2025-09-30")
    #expect(second.map(\.counts) == [[0, 0, 1, 0], [0, 0, 1, 0], [0, 0, 3, 0]])
    #expect(try tables.map { try bench.store.rows("SELECT * FROM \($0)") } == before)
    #expect(try bench.store.dataVersion() == version)
  }

  /// Of equal records without key there are as many as the fullest file has.
  @Test func equalRecordsWithoutKeyAreCounted() throws {
    let row = "甲,2025-01-01\n"
    for (copies, inserted) in [(1, 1), (3, 2), (2, 0), (3, 0), (4, 1)] {
      let report = try bench.load(
        "隐患", "来源,发现日期\n" + String(repeating: row, count: copies))
      #expect(report.counts == [inserted, 0, copies - inserted, 0])
    }
  }

  /// A field that a later script adds, and columns in another order, do not make old records new.
  @Test func recordsWithoutKeyOutliveNewFields() throws {
    try bench.load("隐患", "来源,发现日期\n甲,2025-01-01\n")
    var bench = bench
    bench.schema.registers[2].fields.append(
      FieldSchema(name: "备注", column: "note", type: .text))
    let report = try bench.load("隐患", "发现日期,备注,来源\n2025-01-01,,甲\n2025-01-01,新,甲\n")
    #expect(report.counts == [1, 0, 1, 0])
  }

  // MARK: Changes

  @Test func changesAreKept() throws {
    try bench.load("企业", "统一社会信用代码,名称,等级,行业\n\(codes[0]),甲厂,A,机械\n", on: "2025-01-10")
    let report = try bench.load(
      "企业", "统一社会信用代码,名称,等级,行业\n\(codes[0]),甲厂,C,机械、纺织\n", on: "2025-03-01")
    #expect(report.counts == [0, 1, 0, 0])
    let snapshot = try bench.snapshot()
    #expect(try snapshot.timeline("企业", 0, "等级") == "… A; 2025-03-01 C")
    #expect(try snapshot.timeline("企业", 0, "行业") == "… [机械]; 2025-03-01 [机械、纺织]")
    #expect(try snapshot.timeline("企业", 0, "名称") == "")
    #expect(try snapshot.values("企业", "等级") == ["C"])
    #expect(
      try bench.store.rows("SELECT DISTINCT valid_from, recorded_on FROM enterprise__history")
        == ["-2147483648|–", "20148|20148"])
  }

  /// Files that come one after another (day of validity, grade), and the timeline that comes of it.
  @Test(arguments: [
    ([("2025-03-01", "B")], "… A; 2025-03-01 B", "B"),
    ([("2025-03-01", "B"), ("2025-05-01", "C")], "… A; 2025-03-01 B; 2025-05-01 C", "C"),
    // What was true before a later change that is known already.
    ([("2025-05-01", "C"), ("2025-03-01", "B")], "… A; 2025-03-01 B; 2025-05-01 C", "C"),
    ([("2025-05-01", "C"), ("2025-03-01", "C")], "… A; 2025-03-01 C; 2025-05-01 C", "C"),
    // A correction on the same day, also back to what it was.
    ([("2025-03-01", "B"), ("2025-03-01", "D")], "… A; 2025-03-01 D", "D"),
    ([("2025-03-01", "B"), ("2025-03-01", "A")], "… A; 2025-03-01 A", "A"),
    ([("2025-03-01", "A")], "", "A"),
    ([("2025-03-01", "")], "… A; 2025-03-01 –", "–"),
    ([("2025-03-01", ""), ("2025-04-01", "A")], "… A; 2025-03-01 –; 2025-04-01 A", "A"),
  ])
  func timelines(_ steps: [(String, String)], _ timeline: String, _ current: String) throws {
    try bench.load("企业", "统一社会信用代码,名称,等级\n\(codes[0]),甲厂,A\n", on: "2025-01-10")
    var last = ""
    for (day, grade) in steps {
      last = "统一社会信用代码,名称,等级,生效日\n\(codes[0]),甲厂,\(grade),\(day)\n"
      try bench.load("企业", last)
    }
    let again = try bench.load("企业", last)
    #expect(again.counts == [0, 0, 1, 0])
    let snapshot = try bench.snapshot()
    #expect(try snapshot.timeline("企业", 0, "等级") == timeline)
    #expect(try snapshot.values("企业", "等级") == [current])
  }

  /// A file may tell all changes of a record, in any order; columns that must be filled in may be left out for records that are known.
  @Test func aFileMayTellTheWholeHistory() throws {
    try bench.load("企业", "统一社会信用代码,名称,等级\n\(codes[0]),甲厂,C\n")
    let report = try bench.load(
      "企业",
      """
      生效日,统一社会信用代码,等级
      2024-01-01,\(codes[0]),C
      2022-01-01,\(codes[0]),A
      2023-01-01,\(codes[0]),D
      2023-01-01,\(codes[0]),B
      2023-01-01,\(codes[1]),D
      ,\(codes[0]),C
      ,\(codes[0]),D
      """)
    #expect(report.problems == ["6 名称 E0609", "8 统一社会信用代码 E0607"])
    #expect(report.counts == [0, 3, 1, 2])
    #expect(report.superseded == 1)
    #expect(
      try bench.snapshot().timeline("企业", 0, "等级")
        == "… C; 2022-01-01 A; 2023-01-01 B; 2024-01-01 C")
  }

  /// Records and their changes in one import, the changes first; those of a record that does not come are refused.
  @Test func recordsAndTheirChangesComeTogether() throws {
    let reports = try bench.load([
      ("企业", "生效日,统一社会信用代码,等级\n2024-01-01,\(codes[0]),A\n2024-01-01,\(codes[1]),A\n"),
      ("企业", "统一社会信用代码,名称,等级,主要负责人\n\(codes[0]),甲厂,B,\n\(codes[1]),乙厂,B,无此人\n"),
      ("隐患", "企业,来源\n\(codes[1]),x\n"),
    ])
    #expect(reports.map(\.problems) == [["3 名称 E0609"], ["3 主要负责人 E0608"], ["2 企业 E0608"]])
    #expect(try bench.snapshot().timeline("企业", 0, "等级") == "… B; 2024-01-01 A")
    #expect(try bench.values("企业", "名称") == ["甲厂"])
  }

  @Test func theCallerMaySayFromWhen() throws {
    try bench.load("企业", "统一社会信用代码,名称,等级\n\(codes[0]),甲厂,A\n")
    try bench.load(
      "企业", "统一社会信用代码,名称,等级,生效日\n\(codes[0]),甲厂,B,\n", validFrom: "2025-04-01")
    #expect(try bench.snapshot().timeline("企业", 0, "等级") == "… A; 2025-04-01 B")
  }

  @Test func blanksAreUnknownAndAbsentColumnsSayNothing() throws {
    try bench.load("企业", "统一社会信用代码,名称,等级,从业人数\n\(codes[0]),甲厂,A,5\n")
    let report = try bench.load("企业", "统一社会信用代码,名称,从业人数\n\(codes[0]),甲厂,\n")
    #expect(report.counts == [0, 1, 0, 0])
    #expect(report.cleared == 1)
    #expect(try bench.values("企业", "等级") == ["A"])
    #expect(try bench.values("企业", "从业人数") == ["–"])
  }

  @Test func whatAListNamesTwiceStandsOnce() throws {
    let many = (0..<3000).map { "名\($0 % 1500)" }.joined(separator: "、")
    try bench.load(
      "企业", "统一社会信用代码,名称,行业,曾用名\n\(codes[0]),甲厂,机械、轻工业、机械、轻工,\(many)\n")
    #expect(try bench.values("企业", "行业") == ["[机械、轻工]"])
    #expect(try bench.store.rows("SELECT former_names FROM enterprise") == ["1500"])
  }

  @Test func defaultsFillBlanks() throws {
    try bench.load("隐患", "来源,发现日期\n举报,2025-01-01\n,2025-01-02\n")
    try bench.load("隐患", "发现日期\n2025-01-03\n")
    #expect(try bench.values("隐患", "来源") == ["举报", "自查", "自查"])
  }

  @Test func theDayOfEntryMayBeSaid() throws {
    try bench.load("人员", "编号,姓名,录入日\nP1,张三,2024-05-06\nP2,李四,\n")
    #expect(
      try bench.store.rows("SELECT _recorded_on FROM person") == ["19849", "20269"])
  }

  // MARK: References

  @Test func referencesAreByKeyThenByName() throws {
    try bench.load("企业", "统一社会信用代码,名称\n\(codes[0]),甲厂（洋口）\n\(codes[1]),乙厂\n\(codes[2]),乙 厂\n")
    let report = try bench.load(
      "隐患",
      """
      企业,来源
      \(codes[0]),1
      \(codes[0].lowercased()),2
      甲厂(洋口),3
      乙厂,4
      丙厂,5
      """)
    #expect(report.problems == ["5 企业 E0618", "6 企业 E0608"])
    #expect(try bench.values("隐患", "企业") == ["#0", "#0", "#0"])
  }

  /// 企业.主要负责人 and 人员.雇主 refer to each other: the files come together, in any order.
  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func circlesAreResolved(_ order: [Int]) throws {
    let files = [
      ("企业", "统一社会信用代码,名称,主要负责人\n\(codes[0]),甲厂,P1\n\(codes[1]),乙厂,李四\n"),
      ("人员", "编号,姓名,雇主\nP1,张三,乙厂\nP2,李四,\(codes[0])\n"),
      ("隐患", "企业,来源\n乙厂,x\n"),
    ]
    let reports = try bench.load(order.map { files[$0] })
    #expect(reports.allSatisfy { $0.refused == 0 })
    #expect(try bench.values("企业", "主要负责人") == ["#0", "#1"])
    #expect(try bench.values("人员", "雇主") == ["#1", "#0"])
    #expect(try bench.values("隐患", "企业") == ["#1"])
  }

  /// A record that is refused takes those along that only it would have given a meaning.
  @Test func whatRefersToARefusedRecordIsRefused() throws {
    let reports = try bench.load([
      ("企业", "统一社会信用代码,名称,主要负责人\n\(codes[0]),甲厂,P1\n\(codes[1]),乙厂,P9\n\(codes[2]),丙厂,P3\n"),
      ("人员", "编号,姓名,雇主\nP1,张三,乙厂\nP2,李四,甲厂\nP3,王五,丙厂\n"),
      ("隐患", "企业,来源\n\(codes[1]),x\n\(codes[2]),y\n"),
    ])
    // 乙厂 has no P9; so P1 has no employer, 甲厂 no P1, P2 no 甲厂. 丙厂 and P3 stand.
    #expect(reports[0].problems == ["2 主要负责人 E0608", "3 主要负责人 E0608"])
    #expect(reports[1].problems == ["2 雇主 E0608", "3 雇主 E0608"])
    #expect(reports[2].problems == ["2 企业 E0608"])
    #expect(try bench.values("企业", "名称") == ["丙厂"])
    #expect(try bench.values("人员", "姓名") == ["王五"])
    #expect(try bench.values("隐患", "来源") == ["y"])
  }

  /// Two files of one register: the second changes what the first brings, or stands in for a row that the first had wrong.
  @Test func filesOfOneRegisterComeOneAfterAnother() throws {
    let reports = try bench.load([
      ("人员", "编号,姓名,雇主\nP1,张三,\nP2,李四,无此厂\n"),
      ("人员", "编号,姓名\nP1,张三丰\nP2,李四\n"),
    ])
    #expect(reports.map(\.counts) == [[1, 0, 0, 1], [1, 1, 0, 0]])
    #expect(try bench.values("人员", "姓名") == ["张三丰", "李四"])
  }

  // MARK: Large and small

  /// The same records, whether they come into an empty table in bulk, or a few at a time into a large one.
  @Test func bulkAndSmallImportsAgree() throws {
    let count = 6000
    let rows = (0..<count).map { "P\($0),人\($0 % 700)" }
    let bulk = try bench.load("人员", "编号,姓名\n" + rows.joined(separator: "\n"))
    #expect(bulk.counts == [count, 0, 0, 0])
    let few = try bench.load("人员", "编号,姓名\nP17,人17\nP18,改名\nQ1,新人\nP17,重复\n")
    #expect(few.counts == [1, 1, 1, 1])
    #expect(
      try bench.store.rows("SELECT count(*), count(DISTINCT code) FROM person") == ["6001|6001"])
    #expect(
      try bench.store.rows(
        "SELECT name FROM sqlite_schema WHERE tbl_name = 'person' AND sql IS NOT NULL AND type = 'index' ORDER BY 1"
      )
        == ["person__by_code", "person__by_content", "person__by_employer"])
    let hazards = try bench.load(
      "隐患", "来源,发现日期\n" + (0..<count).map { "\($0 % 5000),2025-01-01" }.joined(separator: "\n"))
    #expect(hazards.counts == [count, 0, 0, 0])
    let again = try bench.load(
      "隐患", "来源,发现日期\n" + (0..<count).map { "\($0 % 5000),2025-01-01" }.joined(separator: "\n"))
    #expect(again.counts == [0, 0, count, 0])
  }

  @Test func aFullDiskImportsNothing() throws {
    try bench.load("人员", "编号,姓名\nP1,张三\n")
    let pages = try #require(Int(try bench.store.rows("PRAGMA page_count")[0]))
    try bench.store.queue.writeWithoutTransaction {
      try $0.execute(sql: "PRAGMA max_page_count = \(pages + 2)")
    }
    let rows = (0..<3000).map { "Q\($0),人\($0)" }
    #expect(
      ZhibenStoreTests.codes {
        try bench.load([
          ("企业", "统一社会信用代码,名称\n\(codes[0]),甲厂\n"), ("人员", "编号,姓名\n" + rows.joined(separator: "\n")),
        ])
      } == ["E0705"])
    #expect(try bench.values("人员", "编号") == ["P1"])
    #expect(try bench.store.rows("SELECT count(*) FROM enterprise") == ["0"])
  }
}
