import Zhiben
import ZhibenSession

/// Clauses, rules, rows and tests, for programs.
struct TraceDocument {
  /// The version of this layout; it grows when a key changes its meaning.
  static let schema = "zhiben.trace/1"

  let session: Session
  let script: String

  func write(_ trace: Trace) {
    let document = JSONDocument(session.output, schema: Self.schema)
    document.field("script", .text(script))
    document.beginList("clauses")
    for clause in trace.clauses {
      document.element(
        .object([
          ("path", texts(clause.path)), ("line", .number(clause.line)),
          ("rules", texts(clause.rules)),
        ]))
    }
    document.endList()
    document.beginList("items")
    for item in trace.items {
      document.element(
        .object([
          ("keyword", .text(Wording.keyword(item.keyword).en)), ("name", .text(item.name)),
          ("line", .number(item.line)), ("is_rule", .bool(item.isRule)),
          ("path", texts(item.path)), ("citations", texts(item.citations)),
          ("rows", texts(item.rows)), ("tests", texts(item.tests)),
        ]))
    }
    document.endList()
    document.beginList("rows")
    for row in trace.rows {
      document.element(
        .object([
          ("id", .text(row.id)), ("items", texts(row.items.map(\.name))),
          ("tests", texts(row.items.flatMap(\.tests))),
          ("prose_line", row.proseLine.map(JSON.number) ?? .null),
        ]))
    }
    document.endList()
    document.end()
  }

  private func texts(_ texts: [String]) -> JSON { .array(texts.map(JSON.text)) }
}
