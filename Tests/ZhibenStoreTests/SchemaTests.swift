import Testing
import ZhibenDiagnostics
import ZhibenSemantics

@testable import ZhibenStore

@Suite struct SchemaTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func preparingTwiceWritesOnce() throws {
    let store = try folder.store()
    let before = try store.rows("SELECT sql FROM sqlite_schema ORDER BY rowid")
    let count = store.statementCount
    try store.prepare(schema: Sample.schema)
    // The store's description of itself and the transaction's frame.
    #expect(store.statementCount - count == 3 + 4)
    #expect(try store.rows("SELECT sql FROM sqlite_schema ORDER BY rowid") == before)
  }

  @Test func tablesAreNamedInEnglishAndExplained() throws {
    let store = try folder.store()
    #expect(
      try store.rows("SELECT name FROM pragma_table_info('person')")
        == [
          "_id", "_recorded_on", "_source", "_content", "code", "full_name", "id_number",
          "employer", "_gone_from",
        ])
    #expect(
      try store.rows("SELECT column_name, type, detail, is_many FROM zb_field WHERE name = '行业'")
        == ["industries|enumeration|行业|1"])
    #expect(
      try store.rows("SELECT code, value FROM zb_enum WHERE name = '等级'")
        == ["0|A", "1|B", "2|C", "3|D"])
  }

  @Test func keysAndReferencesHaveIndexes() throws {
    let store = try folder.store()
    let names = try store.rows(
      """
      SELECT tbl_name || '.' || name FROM sqlite_schema
      WHERE type = 'index' AND sql IS NOT NULL ORDER BY 1
      """)
    #expect(
      names == [
        "enterprise.enterprise__by_content", "enterprise.enterprise__by_credit_code",
        "enterprise.enterprise__by_principal", "enterprise__officers.enterprise__officers__value",
        "hazard.hazard__by_content", "hazard.hazard__by_enterprise", "person.person__by_code",
        "person.person__by_content", "person.person__by_employer",
        "zb_write.zb_write_by_record",
      ])
  }

  // MARK: Later scripts

  @Test func newFieldsAndRegistersAreAdded() throws {
    let store = try folder.store()
    try store.edit("INSERT INTO person (code, full_name) VALUES ('P1', '张三')")
    var schema = Sample.schema
    schema.registers[1].fields.append(
      FieldSchema(name: "入职日", column: "hired_on", type: .date))
    schema.registers[1].fields.append(
      FieldSchema(name: "岗位", column: "posts", type: .text, isMany: true))
    schema.registers.append(RegisterSchema(name: "村", table: "village", fields: []))
    schema.enumerations[0].values.append("E")
    schema.enumerations[0].synonyms.append([])
    try store.prepare(schema: schema)
    #expect(
      try store.rows("SELECT code, hired_on, posts FROM person") == ["P1|–|–"])
    #expect(try store.rows("SELECT count(*) FROM person__posts") == ["0"])
    #expect(try store.rows("SELECT count(*) FROM village") == ["0"])
    #expect(try store.rows("SELECT code FROM zb_enum WHERE name='等级' AND value='E'") == ["4"])
  }

  @Test func aScriptThatKnowsLessDropsNothing() throws {
    let store = try folder.store()
    var schema = Sample.schema
    schema.registers = [schema.registers[0], schema.registers[1]]
    schema.registers[1].fields.removeLast(2)
    schema.registers[0].fields.removeLast(1)
    try store.prepare(schema: schema)
    #expect(try store.rows("SELECT count(*) FROM zb_field") == ["21"])
  }

  /// What a later script changes of a field, and what is said.
  @Test(arguments: [
    ("文本 to 日期", 1, FieldType.date, false, ["E0715"]),
    ("单值 to 多值", 1, .text, true, ["E0715"]),
    ("元 to 万元", 5, .number(unit: "万元"), false, ["E0715"]),
    ("元 without unit", 5, .number(unit: ""), false, []),
    ("取值 of another list", 2, .enumeration(EnumID(2)), false, ["E0715"]),
    ("登记 of another", 8, .reference(RegisterID(2)), false, ["E0715"]),
    ("整数 to 数", 4, .number(unit: ""), false, ["E0715"]),
  ])
  func aChangedTypeIsRefused(
    _ name: String, _ field: Int, _ type: FieldType, _ isMany: Bool, _ expected: [String]
  ) throws {
    let store = try folder.store()
    var schema = Sample.schema
    schema.registers[0].fields[field].type = type
    schema.registers[0].fields[field].isMany = isMany
    #expect(codes { try store.prepare(schema: schema) } == expected)
    #expect(
      codes { _ = try store.snapshot(schema: schema, demand: Sample.demand) } == expected)
  }

  @Test func aNewKeyNeedsUniqueValues() throws {
    let store = try folder.store()
    try store.edit("INSERT INTO hazard (origin) VALUES ('甲'), ('甲')")
    var schema = Sample.schema
    schema.registers[2].fields[5].isKey = true
    schema.registers[2].keyField = 5
    #expect(codes { try store.prepare(schema: schema) } == ["E0717"])
    try store.edit("UPDATE hazard SET origin = '乙' WHERE _id = 2")
    #expect(codes { try store.prepare(schema: schema) } == [])
  }

  @Test(arguments: [
    ("a reserved table", "zb_rule", "name"), ("SQLite's own", "sqlite_stat1", "name"),
    ("another register's list", "enterprise__officers", "name"),
    ("another register's table in capitals", "PERSON", "name"),
    ("the store's own column", "village", "_id"), ("a column twice", "village", "CODE"),
    ("no name", "", "name"),
  ])
  func takenNamesAreRefused(_ case: String, _ table: String, _ column: String) throws {
    let store = try folder.store()
    var schema = Sample.schema
    schema.registers.append(
      RegisterSchema(
        name: "村", table: table,
        fields: [
          FieldSchema(name: "编号", column: "code", type: .text),
          FieldSchema(name: "名称", column: column, type: .text),
        ]))
    #expect(codes { try store.prepare(schema: schema) } == ["E0716"])
  }

  @Test func namesOfAnyKindAreQuoted() throws {
    let hostile = "x\" (y); DROP TABLE zb_meta; --"
    let store = try folder.store(
      schema: Schema(registers: [
        RegisterSchema(
          name: hostile, table: hostile,
          fields: [
            FieldSchema(name: "a'b", column: hostile, type: .text, isKey: true),
            FieldSchema(name: "c", column: "select", type: .text, isMany: true),
          ], keyField: 0)
      ]))
    #expect(try store.rows("SELECT key FROM zb_meta") == ["data_version"])
  }

  // MARK: Views

  @Test func viewsShowWordsAndHideWhatIsConfidential() throws {
    let store = try folder.store()
    try store.edit(
      """
      INSERT INTO person VALUES (1, NULL, NULL, NULL, 'P1', '张三', '320623', 7, NULL);
      INSERT INTO enterprise (_id, credit_code, name, grade, industries, output, confined_space,
        started_on, principal) VALUES (7, 'X', '甲厂', 2, 2, 1500000, 0, 19783, 1);
      INSERT INTO enterprise__industries VALUES (7, 0, 2), (7, 1, 0);
      """)
    #expect(
      try store.rows("SELECT 名称, 等级, 行业, 产值, 有限空间, 投产日期, 主要负责人 FROM 企业")
        == ["甲厂|C|纺织、机械|1.5|否|2024-03-01|P1"])
    #expect(try store.rows("SELECT 姓名, 证件号, 雇主 FROM 人员") == ["张三|（保密）|甲厂"])
  }

  /// A register whose table has the name of a view of the ledger keeps it.
  @Test func aRegisterComesBeforeAView() throws {
    let store = try folder.store()
    var schema = Sample.schema
    schema.registers.append(
      RegisterSchema(
        name: "读数", table: "reading",
        fields: [FieldSchema(name: "值", column: "value", type: .integer)]))
    try store.prepare(schema: schema)
    #expect(
      try store.rows("SELECT name || ' ' || type FROM sqlite_schema WHERE name IN ('reading','读数')")
        .sorted() == ["reading table", "读数 view"])
  }
}
