import Zhiben
import ZhibenSession

/// The run log: who did what when.
struct LogReport {
  /// The version of the document's layout; it grows when a key changes its meaning.
  static let schema = "zhiben.log/1"

  let session: Session
  let path: String
  let runs: ArraySlice<RunRecord>

  /// A table with a line for each entry.
  static func table(_ runs: some Sequence<RunRecord>, _ session: Session) -> TextTable {
    var table = TextTable(columns: [
      .init(session.text("号", "entry"), alignment: .right),
      .init(session.text("时间", "started")), .init(session.text("经手", "by")),
      .init(session.text("做什么", "what")), .init(session.text("截至", "as of")),
      .init(session.text("新增", "new"), alignment: .right),
      .init(session.text("变更", "changed"), alignment: .right),
      .init(session.text("取消", "withdrawn"), alignment: .right),
      .init(session.text("写登记", "writes"), alignment: .right),
    ])
    table.rows = runs.map { run in
      [
        "\(run.id)", run.startedAt, run.author.words[session.language], what(run, session),
        "\(run.asOf)", run.inserted.grouped, run.updated.grouped, run.withdrawn.grouped,
        run.writes.grouped,
      ]
    }
    return table
  }

  private static func what(_ run: RunRecord, _ session: Session) -> String {
    switch run.kind {
    case .run: session.text("运行 ", "run ") + run.plan
    case .importing:
      session.text("导入 ", "import ")
        + run.files.map(\.name).joined(separator: session.text("、", ", "))
    }
  }

  func writeText() {
    guard !runs.isEmpty else {
      return session.print(
        session.text("台账库 \(path) 还没有写过。", "nothing was written to the store \(path) yet."))
    }
    session.output.write(
      Self.table(runs, session).render(width: session.width, maxColumns: session.columns))
  }

  func writeDocument() {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("store", .text(path))
    Self.list(runs, in: document)
    document.end()
  }

  /// The entries as a list of a document.
  static func list(_ runs: some Sequence<RunRecord>, in document: JSONDocument) {
    document.beginList("runs")
    for run in runs {
      document.element(
        .object([
          ("id", .number(run.id)), ("kind", .text(run.kind.rawValue)),
          ("by", .text(run.author.name)), ("login", .text(run.author.login)),
          ("on_behalf_of", .text(run.author.onBehalfOf)), ("plan", .text(run.plan)),
          ("as_of", .day(run.asOf)), ("started_at", .text(run.startedAt)),
          ("script", .text(run.scriptName)), ("script_hash", .text(run.scriptHash)),
          ("data_version", .number(run.dataVersion)), ("insert", .number(run.inserted)),
          ("update", .number(run.updated)), ("withdraw", .number(run.withdrawn)),
          ("changes_digest", .text(run.changesDigest)), ("writes", .number(run.writes)),
          ("writes_digest", .text(run.writesDigest)),
          (
            "files",
            .array(
              run.files.map { .object([("name", .text($0.name)), ("sha256", .text($0.hash))]) })
          ),
          ("hash", .text(run.hash)),
        ]))
    }
    document.endList()
  }
}
