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
    write(LogReport.table(runs.suffix(Self.shownRuns), session))
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
    LogReport.list(runs, in: document)
    document.end()
  }
}
