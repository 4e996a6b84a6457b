import Zhiben
import ZhibenSession

/// What a store holds, for people and for programs.
struct StoreReport {
  /// The version of the document's layout; it grows when a key changes its meaning.
  static let schema = "zhiben.store/1"

  let session: Session
  let path: String
  let contents: StoreContents
  let runs: [RunRecord]

  /// So many of the latest runs are listed.
  private static let shownRuns = 5

  func writeText() {
    session.print(
      session.text(
        "台账库 \(path)  格式第 \(contents.formatVersion) 版  数据第 \(contents.dataVersion) 版  结果 \(contents.outcomes.grouped) 条",
        "store \(path)  layout \(contents.formatVersion)  data version \(contents.dataVersion)  outcomes \(contents.outcomes.grouped)"
      ))
    var registers = TextTable(columns: [
      .init(session.text("登记", "register")), .init(session.text("表", "table")),
      .init(session.text("条数", "records"), alignment: .right),
    ])
    registers.rows = contents.registers.map { [$0.name, $0.table, $0.records.grouped] }
    write(registers)
    var log = TextTable(columns: [
      .init(session.text("运行", "run"), alignment: .right), .init(session.text("截至", "as of")),
      .init(session.text("开始", "started")), .init(session.text("计划", "plan")),
      .init(session.text("新增", "new"), alignment: .right),
      .init(session.text("变更", "changed"), alignment: .right),
      .init(session.text("取消", "withdrawn"), alignment: .right),
      .init(session.text("写登记", "writes"), alignment: .right),
    ])
    log.rows = runs.suffix(Self.shownRuns).map {
      [
        "\($0.id)", "\($0.asOf)", $0.startedAt, $0.plan, $0.inserted.grouped, $0.updated.grouped,
        $0.withdrawn.grouped, $0.writes.grouped,
      ]
    }
    write(log)
  }

  private func write(_ table: TextTable) {
    guard !table.rows.isEmpty else { return }
    session.print("")
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
  }

  func writeDocument() {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("store", .text(path))
    document.field("format_version", .number(contents.formatVersion))
    document.field("data_version", .number(contents.dataVersion))
    document.field("outcomes", .number(contents.outcomes))
    document.beginList("registers")
    for register in contents.registers {
      document.element(
        .object([
          ("name", .text(register.name)), ("table", .text(register.table)),
          ("records", .number(register.records)),
        ]))
    }
    document.endList()
    document.beginList("runs")
    for run in runs {
      document.element(
        .object([
          ("id", .number(run.id)), ("plan", .text(run.plan)), ("as_of", .day(run.asOf)),
          ("started_at", .text(run.startedAt)), ("script", .text(run.scriptName)),
          ("script_hash", .text(run.scriptHash)), ("data_version", .number(run.dataVersion)),
          ("insert", .number(run.inserted)), ("update", .number(run.updated)),
          ("withdraw", .number(run.withdrawn)), ("changes_digest", .text(run.changesDigest)),
          ("writes", .number(run.writes)), ("writes_digest", .text(run.writesDigest)),
          ("hash", .text(run.hash)),
        ]))
    }
    document.endList()
    document.end()
  }
}
