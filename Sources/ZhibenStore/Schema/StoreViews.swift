import GRDB
import ZhibenFacts

/// Views for people and for tools that read the file: registers and ledger in words instead of codes. They follow from the store's own
/// description of itself and are made anew whenever that changes. Confidential fields are marked, not shown.
enum StoreViews {
  /// Removes the views that `create` makes.
  static func drop(_ db: Database) throws {
    let mine = try Set(names(StoredSchema(db)))
    for name in try String.fetchAll(db, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
    where mine.contains(name) {
      try db.execute(sql: "DROP VIEW \(SQL.quoted(name))")
    }
  }

  /// Makes the views, except where a table has the name already.
  static func create(_ db: Database) throws {
    let schema = try StoredSchema(db)
    var taken = try Set(
      String.fetchAll(db, sql: "SELECT lower(name) FROM sqlite_schema WHERE type <> 'index'"))
    for kind in OutcomeKind.allCases {
      for (name, sql) in outcomeViews(kind, schema)
      where taken.insert(name.lowercased()).inserted {
        try db.execute(sql: "CREATE VIEW \(SQL.quoted(name)) AS \(sql)")
      }
    }
    for (table, register) in schema.registers.sorted(by: { $0.value.id < $1.value.id })
    where taken.insert(register.name.lowercased()).inserted {
      let sql = registerView(table, register, schema)
      try db.execute(sql: "CREATE VIEW \(SQL.quoted(register.name)) AS \(sql)")
    }
  }

  private static func names(_ schema: StoredSchema) -> [String] {
    OutcomeKind.allCases.flatMap { [$0.words.zh, $0.words.en] }
      + schema.registers.values.map(\.name)
  }

  // MARK: Registers

  private static func registerView(
    _ table: String, _ register: StoredSchema.Register, _ schema: StoredSchema
  ) -> String {
    let fields = register.fields.sorted { $0.value.position < $1.value.position }
    let columns = fields.map { column, field in
      let value =
        register.isConfidential || field.isConfidential
        ? SQL.literal("（保密）")
        : field.isMany
          ? list(field, TableNames(table).elements(column), schema)
          : readable("t.\(SQL.quoted(column))", field, schema)
      return "\(value) AS \(SQL.quoted(field.name))"
    }
    let gone = "\(day("t.\(TableNames.goneFrom)")) AS \(TableNames.goneFrom)"
    return "SELECT " + (["t._id AS _id"] + columns + [gone]).joined(separator: ", ")
      + " FROM \(SQL.quoted(table)) AS t"
  }

  private static func list(
    _ field: StoredSchema.Field, _ table: String, _ schema: StoredSchema
  ) -> String {
    let element = readable("e.value", field, schema)
    return "(SELECT group_concat(x, '、') FROM (SELECT \(element) AS x FROM \(SQL.quoted(table))"
      + " AS e WHERE e.owner = t._id ORDER BY e.position))"
  }

  private static func readable(
    _ cell: String, _ field: StoredSchema.Field, _ schema: StoredSchema
  ) -> String {
    switch field.type {
    case "bool": "CASE \(cell) WHEN 1 THEN '是' WHEN 0 THEN '否' END"
    case "number": "\(cell) / 1000000.0"
    case "date": day(cell)
    case "moment": "strftime('%Y-%m-%d %H:%M', \(cell) * 60, 'unixepoch')"
    case "enumeration": label(SQL.literal(field.detail), cell)
    case "reference": name(of: cell, in: field.detail, schema) ?? cell
    default: cell
    }
  }

  // MARK: Ledger

  private static func outcomeViews(
    _ kind: OutcomeKind, _ schema: StoredSchema
  ) -> [(name: String, sql: String)] {
    let subject = subjectName(schema)
    func view(_ chinese: Bool) -> String {
      let suffix = chinese ? "" : "_en"
      let columns = columns(kind).map { column in
        "\(column.sql) AS \(SQL.quoted(chinese ? column.chinese : column.english))"
      }
      let status = label("'zb_status\(suffix)'", "o.status")
      let cause = label("'zb_cause\(suffix)'", "nullif(o.cause, 0)")
      let all =
        [
          "r.plan AS \(chinese ? "计划" : "plan")", "r.key AS \(chinese ? "编号" : "rule_key")",
          "r.name AS \(chinese ? "规则" : "rule")", "\(subject) AS \(chinese ? "对象" : "subject")",
          "\(status) AS \(chinese ? "状态" : "status")", "\(cause) AS \(chinese ? "原因" : "cause")",
        ] + columns + [
          "r.citations AS \(chinese ? "依据" : "citations")",
          "o.first_run AS \(chinese ? "首见运行" : "first_run")",
          "o.last_run AS \(chinese ? "最近变更运行" : "last_run")",
        ]
      return "SELECT \(all.joined(separator: ", ")) FROM zb_outcome AS o"
        + " JOIN zb_rule AS r ON r.id = o.rule_id WHERE o.kind = \(kind.rawValue)"
    }
    return [(kind.words.zh, view(true)), (kind.words.en, view(false))]
  }

  private typealias ViewColumn = (sql: String, chinese: String, english: String)

  private static func columns(_ kind: OutcomeKind) -> [ViewColumn] {
    let due: [ViewColumn] = [
      (day("o.due_raw"), "原定期限", "due_raw"), (day("o.due"), "期限", "due"),
    ]
    let evidence: ViewColumn = ("o.evidence_id", "凭证记录", "evidence_id")
    switch kind {
    case .obligation, .visit:
      return [
        (day("o.first"), "期初", "period_first"), (day("o.last"), "期末", "period_last"),
        (unit, "周期", "unit"), ("o.nth % 1000", "序号", "nth"),
      ] + due + [(day("o.happened_on"), "完成日", "done_on"), evidence]
    case .violation:
      return [(day("o.first"), "起", "since"), (day("o.last"), "止", "until")]
    case .rung:
      return [("o.first", "档", "rung"), ("o.nth", "轮次", "round")] + due
        + [(day("o.happened_on"), "触发日", "reached_on")]
    case .reading:
      return [
        ("o.first + 1", "行", "line"), ("o.nth + 1", "指标", "metric"),
        ("o.numerator", "分子", "numerator"), ("o.denominator", "分母", "denominator"),
        ("o.unknown_count", "不明记录数", "unknown_count"), (day("o.due"), "期限", "due"),
        (day("o.happened_on"), "读数日", "read_on"),
      ]
    case .notice:
      return [(day("o.first"), "事件日", "event_on"), ("o.nth", "序号", "number")] + due
        + [(day("o.happened_on"), "提出日", "proposed_on")]
    case .draw:
      return [
        (day("o.first"), "期初", "period_first"), (day("o.last"), "期末", "period_last"),
        ("o.nth / 10", "轮次", "round"), ("o.nth % 10", "重抽", "redraw"),
        ("nullif(o.unknown_count, 0)", "序号", "rank"),
        ("printf('%016x%016x', o.numerator, o.denominator)", "票号", "ticket"),
        (day("o.happened_on"), "日期", "happened_on"),
      ]
    }
  }

  /// The unit of the period, which `nth` tells.
  private static var unit: String {
    let arms = [
      (PeriodRank.day, "日"), (.week, "周"), (.tenDays, "旬"), (.month, "月"),
      (.quarter, "季度"), (.halfYear, "半年"), (.year, "年"),
    ]
    .map { "WHEN \($0.rawValue) THEN '\($1)'" }
    return "CASE o.nth / 1000 \(arms.joined(separator: " ")) END"
  }

  private static func subjectName(_ schema: StoredSchema) -> String {
    let arms = schema.registers.keys.sorted().compactMap { table in
      name(of: "o.subject_id", in: table, schema).map {
        "WHEN \(SQL.literal(table)) THEN \($0)"
      }
    }
    if arms.isEmpty { return "nullif(o.subject_id, -1)" }
    return "CASE r.subject_table \(arms.joined(separator: " ")) ELSE nullif(o.subject_id, -1) END"
  }

  // MARK: Parts

  /// The name of a record: 名称, else its 标识; nil if it has neither that may be shown.
  private static func name(of id: String, in table: String, _ schema: StoredSchema) -> String? {
    guard let register = schema.registers[table], !register.isConfidential else { return nil }
    let candidates = register.fields.filter { $0.value.type == "text" && !$0.value.isMany }
    let chosen =
      candidates.first { $0.value.name == "名称" }
      ?? candidates.first { $0.key == "name" } ?? candidates.first { $0.value.isKey }
    guard let chosen, !chosen.value.isConfidential else { return nil }
    return "(SELECT n.\(SQL.quoted(chosen.key)) FROM \(SQL.quoted(table)) AS n WHERE n._id = \(id))"
  }

  private static func label(_ list: String, _ code: String) -> String {
    "(SELECT z.value FROM zb_enum AS z WHERE z.name = \(list) AND z.code = \(code))"
  }

  private static func day(_ cell: String) -> String { "date(\(cell) * 86400, 'unixepoch')" }
}
