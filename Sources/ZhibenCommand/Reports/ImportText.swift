import Zhiben
import ZhibenSession

/// What became of imported files, for people.
struct ImportText {
  let session: Session

  /// So many refused cells of a file are listed.
  private static let limit = 20
  /// So many cells that were read otherwise are listed of each kind.
  private static let notesOfAKind = 5

  func write(_ report: ImportReport) {
    var line = session.text(
      "\(name(of: report)) → \(report.register)：读 \(report.rowCount.grouped) 行，新增 \(report.inserted.grouped)，变更 \(report.updated.grouped)，未变 \(report.unchanged.grouped)",
      "\(name(of: report)) → \(report.register): \(report.rowCount.grouped) rows read, \(report.inserted.grouped) new, \(report.updated.grouped) changed, \(report.unchanged.grouped) unchanged"
    )
    if report.refused > 0 {
      line += session.text(
        "，未导入 \(report.refused.grouped)", ", \(report.refused.grouped) refused")
    }
    if report.skipped > 0 {
      let words = report.skippedWords.joined(separator: session.text("、", ", "))
      line += session.text(
        "，跳过 \(report.skipped.grouped)（\(words)）", ", \(report.skipped.grouped) skipped (\(words))")
    }
    if report.cleared > 0 {
      line += session.text(
        "，\(report.cleared.grouped) 格由有值变为空白", ", \(report.cleared.grouped) values became blank")
    }
    if report.encoding != .utf8 {
      line += session.text("（\(report.encoding)）", " (\(report.encoding))")
    }
    session.print(line)
    writePlace(of: report)
    cells(report)
    writeNotes(report.notes)
  }

  /// The file, with the sheet if it is a workbook.
  private func name(of report: ImportReport) -> String {
    guard let sheet = report.sheet else { return report.fileName }
    return report.fileName + session.text(" / 工作表「\(sheet)」", " / sheet “\(sheet)”")
  }

  /// Where the header and the data stand, unless that is where anybody would look.
  private func writePlace(of report: ImportReport) {
    guard let header = report.headerRows, header != 1...1 || report.sheet != nil else { return }
    var line = session.text("  表头 第\(range(header))行", "  header: \(range(header))")
    if let data = report.dataRows {
      line += session.text("，数据 第\(range(data))行", ", data: \(range(data))")
    }
    if report.hiddenRows > 0 {
      line += session.text(
        "，含 \(report.hiddenRows.grouped) 个隐藏行，已读取",
        ", \(report.hiddenRows.grouped) hidden rows were read, too")
    }
    if report.filledCells > 0 {
      line += session.text(
        "，合并单元格向下填充 \(report.filledCells.grouped) 格",
        ", \(report.filledCells.grouped) cells filled from merged ones")
    }
    session.print(line)
  }

  private func range(_ rows: ClosedRange<Int>) -> String {
    rows.count == 1 ? "\(rows.lowerBound)" : "\(rows.lowerBound)–\(rows.upperBound)"
  }

  /// What was read otherwise than it stands there.
  private func writeNotes(_ notes: ImportNotes) {
    guard !notes.listed.isEmpty else { return }
    var table = TextTable(columns: [
      .init(session.text("行", "row"), alignment: .right), .init(session.text("列", "column")),
      .init(session.text("原值", "value")), .init(session.text("读作", "read as")),
      .init(session.text("处理", "why")),
    ])
    var left: [ImportNote.Kind: Int] = [:]
    for note in notes.listed where left[note.kind, default: 0] < Self.notesOfAKind {
      left[note.kind, default: 0] += 1
      table.rows.append([
        "\(note.row)", note.column,
        note.kind == .filled ? session.text("（合并）", "(merged)") : note.value,
        note.reading, note.kind.wording[session.language],
      ])
    }
    session.output.write(table.render(width: session.width, maxColumns: session.columns))
    let sums = ImportNote.Kind.allCases.compactMap { kind in
      notes.counts[kind].map { "\(kind.wording[session.language]) \($0.grouped)" }
    }
    session.print(
      session.text("  读入时规范：", "  read otherwise: ")
        + sums.joined(separator: session.text("，", ", ")))
  }

  /// Says where the refused rows of a file are kept.
  func sayRefused(_ path: String) {
    session.print(
      session.text(
        "  未导入的行已写入 \(path)（最后一列是原因），改好后再导入即可。",
        "  The refused rows are in \(path), the reason in the last column; correct them and import it again."
      ))
  }

  /// Says where the records of a file are that somebody has to look at.
  func saySuspects(_ count: Int, _ path: String, hasSheet: Bool) {
    let place = Wording(
      zh: hasSheet ? "\(path) 的工作表「疑似重复」" : path,
      en: hasSheet ? "the sheet “possible duplicates” of \(path)" : path)
    session.print(
      session.text(
        "  疑似重复的 \(count.grouped) 行已照样导入，列在 \(place.zh)，请核对。",
        "  Possible duplicates, rows: \(count.grouped). They were imported and are listed in \(place.en)."
      ))
  }

  func writeSum(_ reports: [ImportReport]) {
    guard reports.count > 1 else { return }
    let files = Set(reports.map(\.fileName)).count
    let sheets = reports.count { $0.sheet != nil }
    let ledgers = Wording(
      zh: "\(files) 个文件" + (sheets > 0 ? " \(sheets) 张表" : ""),
      en: (files == 1 ? "1 file" : "\(files) files") + (sheets > 0 ? " with \(sheets) sheets" : ""))
    let rows = reports.reduce(0) { $0 + $1.rowCount }
    let refused = reports.reduce(0) { $0 + $1.refused }
    session.print(
      session.text(
        "共 \(ledgers.zh)，读 \(rows.grouped) 行，未导入 \(refused.grouped) 行。",
        "\(ledgers.en), \(rows.grouped) rows read, \(refused.grouped) refused."))
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

extension ImportNote.Kind {
  fileprivate var wording: Wording {
    switch self {
    case .date: Wording(zh: "日期已规范", en: "a day in another form")
    case .serial: Wording(zh: "序列日期", en: "the number of a day")
    case .month: Wording(zh: "只有年月，日按规则定", en: "a month, the day by rule")
    case .number: Wording(zh: "数已规范", en: "a number in another form")
    case .percentage: Wording(zh: "百分数已规范", en: "a share in another form")
    case .code: Wording(zh: "代码已规范", en: "a code in other letters")
    case .phone: Wording(zh: "电话已规范", en: "a telephone number in another form")
    case .word: Wording(zh: "同义词", en: "another word for it")
    case .dateAsText: Wording(zh: "表格把它存成了日期", en: "the spreadsheet made a day of it")
    case .filled: Wording(zh: "合并单元格向下填充", en: "filled from the merged cell above")
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
