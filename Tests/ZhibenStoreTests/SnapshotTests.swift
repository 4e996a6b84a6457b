import Testing
import ZhibenCalendar
import ZhibenFacts
import ZhibenSemantics
import ZhibenSyntax

@testable import ZhibenStore

@Suite struct SnapshotTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func everyTypeIsRead() throws {
    let store = try folder.store()
    try store.edit(
      """
      INSERT INTO person VALUES (3, 19000, 'a.csv:2', NULL, 'P1', '张三', NULL, 20, NULL);
      INSERT INTO person VALUES (5, NULL, NULL, NULL, 'P2', '李四', '', 99, NULL);
      INSERT INTO enterprise VALUES
        (10, 19001, NULL, NULL, 'X1', '甲厂', 3, 2, 120, 1500000, 1, 19783, 5, 2, 0, NULL),
        (20, NULL, NULL, NULL, 'X2', '乙厂', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
         NULL);
      INSERT INTO enterprise__industries VALUES (10, 0, 1), (10, 1, 0);
      INSERT INTO enterprise__officers VALUES (10, 0, 5), (10, 1, 3);
      INSERT INTO hazard (enterprise, level, found_on, found_at, share, origin)
        VALUES (20, 1, 19900, 28650000, 950000, '甲厂');
      """)
    let snapshot = try store.snapshot(schema: Sample.schema, demand: Sample.demand)
    let table: [(register: String, field: String, expected: [String])] = [
      ("企业", "统一社会信用代码", ["X1", "X2"]), ("企业", "等级", ["D", "–"]),
      ("企业", "行业", ["[轻工、机械]", "–"]), ("企业", "从业人数", ["120", "–"]),
      ("企业", "产值", ["1.5", "–"]), ("企业", "有限空间", ["是", "–"]),
      ("企业", "投产日期", ["2024-03-01", "–"]), ("企业", "主要负责人", ["#1", "–"]),
      ("企业", "安全员", ["[#1、#0]", "–"]), ("企业", "曾用名", ["[]", "–"]),
      ("人员", "证件号", ["–", ""]), ("人员", "雇主", ["#1", "–"]), ("隐患", "企业", ["#1"]),
      ("隐患", "级别", ["重大"]), ("隐患", "发现时刻", ["28650000"]), ("隐患", "整改率", ["0.95"]),
      ("隐患", "来源", ["甲厂"]),
    ]
    for row in table {
      #expect(try snapshot.values(row.register, row.field) == row.expected, "\(row.field)")
    }
    #expect(snapshot[Sample.enterprise].rowIDs == [10, 20])
    #expect(snapshot[Sample.enterprise].recordedOn == [19001, unknownCell])
    #expect(snapshot.symbols.count == Set(snapshot.symbols).count)
  }

  @Test func earlierValuesAreRead() throws {
    let store = try folder.store()
    try store.edit(
      """
      INSERT INTO enterprise (_id, credit_code, name, grade, industries) VALUES
        (1, 'X1', '甲厂', 1, 1), (2, 'X2', '乙厂', 0, 1);
      INSERT INTO enterprise__industries VALUES (1, 0, 2), (2, 0, 0);
      INSERT INTO enterprise__history VALUES
        (1, 'grade', -2147483648, NULL, NULL), (1, 'grade', 19783, 3, 19800),
        (1, 'grade', 19900, 1, 19900), (1, 'industries', -2147483648, '[0,1]', NULL),
        (1, 'industries', 19900, '[2]', NULL), (2, 'name', -2147483648, '丙"厂', NULL),
        (2, 'name', 19783, '乙厂', NULL), (77, 'name', 19783, 'gone', NULL);
      UPDATE zb_register SET has_history = 1 WHERE table_name = 'enterprise';
      """)
    let snapshot = try store.snapshot(schema: Sample.schema, demand: Sample.demand)
    #expect(
      try snapshot.timeline("企业", 0, "等级") == "… –; 2024-03-01 D; 2024-06-26 B")
    #expect(try snapshot.timeline("企业", 0, "行业") == "… [机械、轻工]; 2024-06-26 [纺织]")
    #expect(try snapshot.timeline("企业", 1, "名称") == "… 丙\"厂; 2024-03-01 乙厂")
    #expect(try snapshot.timeline("企业", 1, "等级") == "")
  }

  /// A list that was put in another order, or whose value was renamed, is told by its words.
  @Test func enumValuesAreToldByTheirWords() throws {
    let store = try folder.store()
    try store.edit(
      "INSERT INTO enterprise (credit_code, grade) VALUES ('1', 0), ('2', 1), ('3', 3), ('4', 9)")
    var schema = Sample.schema
    schema.enumerations[0].values = ["D", "乙", "A"]
    schema.enumerations[0].synonyms = [[], ["B"], []]
    let snapshot = try store.snapshot(schema: schema, demand: Sample.demand)
    #expect(try snapshot.values("企业", "等级") == ["A", "乙", "D", "–"])
  }

  @Test func whatIsNotAskedForIsNotRead() throws {
    let store = try folder.store()
    try store.edit(
      """
      INSERT INTO enterprise (credit_code, principal) VALUES ('X', 1);
      INSERT INTO person (code) VALUES ('P');
      INSERT INTO hazard (origin) VALUES ('x');
      """)
    let snapshot = try store.snapshot(
      schema: Sample.schema, demand: Demand(fields: [Sample.enterprise: [8, 4711]]))
    #expect(snapshot[Sample.enterprise].columns.map { $0 != nil } == (0..<11).map { $0 == 8 })
    #expect(snapshot[Sample.person].rowIDs == [1])
    #expect(snapshot[Sample.person].recordedOn == [])
    #expect(snapshot[Sample.hazard].count == 0)
    #expect(try snapshot.values("企业", "主要负责人") == ["#0"])
  }

  /// A store that was made by a script that knows less, opened for reading only.
  @Test func whatTheStoreDoesNotHaveIsUnknown() throws {
    var small = Sample.schema
    small.registers.removeLast()
    small.registers[1].fields.removeLast()
    let path = try folder.store(schema: small).path
    let store = try Store.open(path: path, mode: .readWrite)
    try store.edit("INSERT INTO person (code) VALUES ('P')")
    let reader = try Store.open(path: path, mode: .readOnly)
    let snapshot = try reader.snapshot(schema: Sample.schema, demand: Sample.demand)
    #expect(try snapshot.values("人员", "雇主") == ["–"])
    #expect(snapshot[Sample.hazard].count == 0)
    #expect(snapshot[Sample.hazard].columns.allSatisfy { $0?.cells == [] })
  }

  /// One statement for each register, one for its lists, one for its history: however many records there are.
  @Test(arguments: [1, 50, 500])
  func statementsDoNotGrowWithRecords(_ count: Int) throws {
    let store = try folder.store()
    try store.edit(
      """
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < \(count))
      INSERT INTO enterprise (_id, credit_code, industries) SELECT i, 'X' || i, 1 FROM n;
      INSERT INTO enterprise__industries SELECT _id, 0, 1 FROM enterprise;
      INSERT INTO hazard (enterprise) SELECT _id FROM enterprise;
      INSERT INTO enterprise__history SELECT _id, 'name', 0, 'x', NULL FROM enterprise;
      UPDATE zb_register SET has_history = 1 WHERE table_name = 'enterprise';
      """)
    _ = try store.snapshot(schema: Sample.schema, demand: Sample.demand)
    let before = store.statementCount
    _ = try store.snapshot(schema: Sample.schema, demand: Sample.demand)
    // Three registers, one with lists and history; the store's description and version; the transaction's frame.
    #expect(store.statementCount - before == 3 + 2 + 4 + 4)
  }

  /// A reader sees one moment while another process writes.
  @Test func aSnapshotIsOneMoment() throws {
    let store = try folder.store()
    let writer = try Store.open(path: store.path, mode: .readWrite)
    try store.reading { db in
      let before = try StoredSchema(db).registers.count
      try writer.edit("INSERT INTO zb_register VALUES (99, 'new', '新', 0, 0, 0)")
      #expect(try StoredSchema(db).registers.count == before)
    }
  }
}
