import Zhiben
import ZhibenSession

/// What became of imported files, for people.
struct ImportText {
  let session: Session

  /// So many refused cells of a file are listed.
  private static let limit = 20

  func write(_ report: ImportReport) {
    var line = session.text(
      "\(report.fileName) → \(report.register)：读 \(report.rowCount.grouped) 行，新增 \(report.inserted.grouped)，变更 \(report.updated.grouped)，未变 \(report.unchanged.grouped)",
      "\(report.fileName) → \(report.register): \(report.rowCount.grouped) rows read, \(report.inserted.grouped) new, \(report.updated.grouped) changed, \(report.unchanged.grouped) unchanged"
    )
    if report.refused > 0 {
      line += session.text(
        "，未导入 \(report.refused.grouped)", ", \(report.refused.grouped) refused")
    }
    if report.skipped > 0 {
      line += session.text(
        "，跳过 \(report.skipped.grouped)（合计、备注）",
        ", \(report.skipped.grouped) skipped (totals, remarks)")
    }
    if report.cleared > 0 {
      line += session.text(
        "，\(report.cleared.grouped) 格由有值变为空白", ", \(report.cleared.grouped) values became blank")
    }
    if report.encoding != .utf8 {
      line += session.text("（\(report.encoding)）", " (\(report.encoding))")
    }
    session.print(line)
    cells(report)
  }

  /// Says where the refused rows are kept.
  func say(_ path: String) {
    session.print(
      session.text(
        "  未导入的行已写入 \(path)（最后一列是原因），改好后再导入即可。",
        "  The refused rows are in \(path), the reason in the last column; correct them and import it again."
      ))
  }

  func writeSum(_ reports: [ImportReport]) {
    guard reports.count > 1 else { return }
    let rows = reports.reduce(0) { $0 + $1.rowCount }
    let refused = reports.reduce(0) { $0 + $1.refused }
    session.print(
      session.text(
        "共 \(reports.count) 个文件，读 \(rows.grouped) 行，未导入 \(refused.grouped) 行。",
        "\(reports.count) files, \(rows.grouped) rows read, \(refused.grouped) refused."))
  }

  private func cells(_ report: ImportReport) {
    var rows: [[String]] = []
    for diagnostic in report.diagnostics.ordered {
      guard case .data(_, let row?, let column) = diagnostic.primary else {
        session.print("  " + session.renderer.sentence(of: diagnostic))
        continue
      }
      let help = diagnostic.help(in: session.language).map { session.text("；", "; ") + $0 } ?? ""
      rows.append([
        "\(row)", column ?? "", diagnostic.code.rawValue,
        diagnostic.arguments["value"]?[session.language] ?? "",
        diagnostic.message(in: session.language) + help,
      ])
    }
    guard !rows.isEmpty else { return }
    var table = TextTable(columns: [
      .init(session.text("行", "row"), alignment: .right), .init(session.text("列", "column")),
      .init(session.text("代码", "code")), .init(session.text("原值", "value")),
      .init(session.text("说明", "what is wrong")),
    ])
    table.rows = Array(rows.prefix(Self.limit))
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
    let hidden = rows.count - table.rows.count + report.diagnostics.droppedCount
    if hidden > 0 {
      session.print(session.text("  还有 \(hidden.grouped) 处", "  \(hidden.grouped) more"))
    }
  }
}

extension Renderer {
  /// `提醒[W0621]：…；…`: severity, code, sentence and help without place.
  fileprivate func sentence(of diagnostic: Diagnostic) -> String {
    let parts = [diagnostic.message(in: language), diagnostic.help(in: language)].compactMap { $0 }
    return diagnostic.severity.wording[language] + "[\(diagnostic.code)]"
      + (language == .zh ? "：" : ": ")
      + parts.joined(separator: language == .zh ? "；" : "; ")
  }
}
